#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/limits.h"
#include "cms/armor.h"
#include "cms/decoder.h"
#include "mime/transfer.h"
#include "store/import.h"

namespace signet::store {
namespace {

constexpr std::string_view kBegin = "-----BEGIN ";
constexpr std::string_view kEnd = "-----END ";
constexpr std::string_view kDashes = "-----";

// Certificates as they were found, one after the other; false: something was none.
struct Collected {
  std::vector<pkix::CertificatePtr> certificates;
  std::optional<Reason> problem;

  void Add(ByteView der) {
    auto certificate = pkix::Certificate::Parse(der);
    if (certificate) {
      certificates.push_back(*std::move(certificate));
    } else if (!problem) {
      problem = std::move(certificate).error();
    }
  }
  // A PKCS #7 object (RFC 5652 calls it SignedData) that carries certificates.
  void AddPkcs7(ByteView object) {
    const auto data = cms::DecodeSignature(object);
    if (!data) {
      problem = problem ? problem : data.error();
      return;
    }
    for (const Bytes& der : data->certificates) {
      Add(der);
    }
  }
};

// Every PEM block of a known label (RFC 7468, sections 5 and 8).
void CollectPem(std::string_view text, Collected& collected) {
  for (std::size_t at = text.find(kBegin); at != std::string_view::npos;
       at = text.find(kBegin, at)) {
    const std::size_t label_begin = at + kBegin.size();
    const std::size_t label_end = text.find(kDashes, label_begin);
    const std::size_t end = text.find(kEnd, label_begin);
    if (label_end == std::string_view::npos || end == std::string_view::npos) {
      break;
    }
    at = end;
    const std::string_view label = text.substr(label_begin, label_end - label_begin);
    const bool certificate = label == "CERTIFICATE" || label == "X509 CERTIFICATE";
    const std::size_t body = label_end + kDashes.size();
    if (body > end || (!certificate && label != "PKCS7" && label != "CMS")) {
      continue;
    }
    Bytes der;
    mime::Base64Decoder decoder;
    decoder.Update(AsBytes(text.substr(body, end - body)), der);
    decoder.Finish(der);
    if (certificate) {
      collected.Add(der);
    } else {
      collected.AddPkcs7(der);
    }
  }
}

}  // namespace

Result<std::vector<pkix::CertificatePtr>> ReadCertificatesToImport(ByteView file,
                                                                   std::string_view path) {
  const auto fail = [&](ReasonCode code, const std::optional<Reason>& problem) {
    Reason reason = MakeReason(code).With("path", std::string(path));
    if (problem) {
      reason.diagnostic = problem->where + ": " + problem->diagnostic;
    }
    return std::unexpected(std::move(reason));
  };
  if (file.size() > limits::kCmsOverheadOctets) {
    return fail(ReasonCode::kFileDamaged,
                MakeReason(ReasonCode::kLimitExceeded).Because("kCmsOverheadOctets"));
  }
  Collected collected;
  const bool pem = AsText(file).find(kBegin) != std::string_view::npos;
  if (pem) {
    CollectPem(AsText(file), collected);
  } else if (auto single = pkix::Certificate::Parse(file)) {
    collected.certificates.push_back(*std::move(single));
  } else if (const auto object = cms::UnarmorAll(file)) {
    collected.Add(*object);
    if (collected.certificates.empty()) {
      collected.problem.reset();
      collected.AddPkcs7(*object);
    }
  } else {
    collected.problem = object.error();
  }
  if (collected.problem) {
    return fail(ReasonCode::kFileDamaged, collected.problem);
  }
  if (collected.certificates.empty()) {
    return fail(ReasonCode::kFileWithoutCertificates, std::nullopt);
  }
  return std::move(collected.certificates);
}

}  // namespace signet::store

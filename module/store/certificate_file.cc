#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/limits.h"
#include "cms/armor.h"
#include "cms/decoder.h"
#include "mime/pem.h"
#include "store/import.h"

namespace signet::store {
namespace {

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
  for (const mime::PemBlock& block : mime::PemBlocks(text)) {
    if (!block.body) {
      continue;
    }
    if (block.label == "CERTIFICATE" || block.label == "X509 CERTIFICATE") {
      collected.Add(mime::DecodePem(*block.body));
    } else if (block.label == "PKCS7" || block.label == "CMS") {
      collected.AddPkcs7(mime::DecodePem(*block.body));
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
  const bool pem = AsText(file).find(mime::kPemBegin) != std::string_view::npos;
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

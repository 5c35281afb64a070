#include "cli/certificate_files.h"

#include <string_view>
#include <utility>

#include "cli/mapped_file.h"
#include "mime/transfer.h"

namespace signet::cli {
namespace {

constexpr std::string_view kBegin = "-----BEGIN ";
constexpr std::string_view kEnd = "-----END ";
constexpr std::string_view kDashes = "-----";

// The DER of every PEM block that holds a certificate (RFC 7468, section 5).
std::vector<Bytes> PemCertificates(std::string_view text) {
  std::vector<Bytes> blocks;
  for (std::size_t at = text.find(kBegin); at != std::string_view::npos;
       at = text.find(kBegin, at)) {
    const std::size_t label_begin = at + kBegin.size();
    const std::size_t label_end = text.find(kDashes, label_begin);
    const std::size_t end = text.find(kEnd, label_begin);
    if (label_end == std::string_view::npos || end == std::string_view::npos) {
      break;
    }
    const std::string_view label = text.substr(label_begin, label_end - label_begin);
    if (label == "CERTIFICATE" || label == "X509 CERTIFICATE") {
      const std::size_t body = label_end + kDashes.size();
      mime::Base64Decoder decoder;
      Bytes& der = blocks.emplace_back();
      if (body <= end) {
        decoder.Update(AsBytes(text.substr(body, end - body)), der);
        decoder.Finish(der);
      }
    }
    at = end;
  }
  return blocks;
}

Result<pkix::CertificatePtr> ParseOne(const std::string& path, ByteView der) {
  auto certificate = pkix::Certificate::Parse(der);
  if (!certificate) {
    const Reason& error = certificate.error();
    return MakeReason(ReasonCode::kCertificateMalformed)
        .At(path)
        .With("subject", path)
        .Because(error.where + ": " + error.diagnostic);
  }
  return certificate;
}

}  // namespace

Result<std::vector<pkix::CertificatePtr>> ReadCertificates(const std::string& path) {
  SIGNET_ASSIGN(const MappedFile file, MappedFile::Open(path));
  std::vector<Bytes> blocks = PemCertificates(AsText(file.octets()));
  if (blocks.empty()) {
    blocks.push_back(ToBytes(file.octets()));
  }
  std::vector<pkix::CertificatePtr> certificates;
  for (const Bytes& der : blocks) {
    SIGNET_ASSIGN(pkix::CertificatePtr certificate, ParseOne(path, der));
    certificates.push_back(std::move(certificate));
  }
  return certificates;
}

}  // namespace signet::cli

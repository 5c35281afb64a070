#include "cli/certificate_files.h"

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <string_view>
#include <utility>

#include "cli/mapped_file.h"
#include "mime/pem.h"

namespace signet::cli {
namespace {

// Where the first PEM block begins at the latest, in a file of CRLs with text around them.
constexpr std::size_t kPemHead = 65536;

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

// What a file's octets, or the blocks in it, are read as.
template <typename T, typename Parse>
Result<std::vector<T>> ReadAll(ByteView octets, std::initializer_list<std::string_view> labels,
                               const Parse& parse) {
  std::vector<T> all;
  for (const mime::PemBlock& block : mime::PemBlocks(AsText(octets))) {
    if (std::ranges::find(labels, block.label) != labels.end()) {
      SIGNET_ASSIGN(T one, parse(mime::DecodePem(block.body.value_or(""))));
      all.push_back(std::move(one));
    }
  }
  if (all.empty()) {
    SIGNET_ASSIGN(T one, parse(ToBytes(octets)));
    all.push_back(std::move(one));
  }
  return all;
}

// A reason names the file.
template <typename T>
Result<T> Named(const std::string& name, Result<T> read) {
  if (!read) {
    const Reason& error = read.error();
    return MakeReason(ReasonCode::kMalformed)
        .At(name + " " + error.where)
        .Because(error.where + ": " + error.diagnostic);
  }
  return read;
}

}  // namespace

Result<std::vector<pkix::CertificatePtr>> ParseCertificates(const std::string& name,
                                                            ByteView octets) {
  return ReadAll<pkix::CertificatePtr>(octets, {"CERTIFICATE", "X509 CERTIFICATE"},
                                       [&](const Bytes& der) { return ParseOne(name, der); });
}

Result<std::vector<pkix::CertificatePtr>> ReadCertificates(const std::string& path) {
  SIGNET_ASSIGN(const MappedFile file, MappedFile::Open(path));
  return ParseCertificates(path, file.octets());
}

Result<std::vector<pkix::CrlPtr>> ParseCrls(const std::string& name, ByteView octets) {
  return ReadAll<pkix::CrlPtr>(
      octets, {"X509 CRL"}, [&](const Bytes& der) { return Named(name, pkix::Crl::Parse(der)); });
}

Result<std::vector<pkix::CrlPtr>> ReadCrls(const std::string& path) {
  SIGNET_ASSIGN(MappedFile file, MappedFile::Open(path));
  if (AsText(file.octets()).substr(0, kPemHead).find(mime::kPemBegin) != std::string_view::npos) {
    return ParseCrls(path, file.octets());
  }
  // A CRL of many megabytes stays where it is.
  const auto owner = std::make_shared<const MappedFile>(std::move(file));
  SIGNET_ASSIGN(pkix::CrlPtr crl, Named(path, pkix::Crl::Parse(owner->octets(), owner)));
  return std::vector{std::move(crl)};
}

Result<std::vector<pkix::OcspResponsePtr>> ParseOcspResponses(const std::string& name,
                                                              ByteView octets) {
  return ReadAll<pkix::OcspResponsePtr>(octets, {"OCSP RESPONSE"}, [&](const Bytes& der) {
    return Named(name, pkix::OcspResponse::Parse(der));
  });
}

Result<std::vector<pkix::OcspResponsePtr>> ReadOcspResponses(const std::string& path) {
  SIGNET_ASSIGN(const MappedFile file, MappedFile::Open(path));
  return ParseOcspResponses(path, file.octets());
}

}  // namespace signet::cli

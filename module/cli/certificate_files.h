// Certificates, CRLs and OCSP responses from files: PEM (any number in one file) or DER.
#ifndef SIGNET_CLI_CERTIFICATE_FILES_H_
#define SIGNET_CLI_CERTIFICATE_FILES_H_

#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "pkix/certificate.h"
#include "pkix/crl.h"
#include "pkix/ocsp_response.h"

namespace signet::cli {

// ReadCertificates reads all certificates of a file; text around PEM blocks and blocks with other
// labels are skipped. Reasons: file-unreadable (text `path`), certificate-malformed (texts
// `subject`: the path, `where`).
[[nodiscard]] Result<std::vector<pkix::CertificatePtr>> ReadCertificates(const std::string& path);
// The same of octets; `name` is what reasons call them.
[[nodiscard]] Result<std::vector<pkix::CertificatePtr>> ParseCertificates(const std::string& name,
                                                                          ByteView octets);

// ReadCrls reads all CRLs of a file; a single one in DER stays mapped and is not read into memory.
// Reasons: file-unreadable, malformed.
[[nodiscard]] Result<std::vector<pkix::CrlPtr>> ReadCrls(const std::string& path);
[[nodiscard]] Result<std::vector<pkix::CrlPtr>> ParseCrls(const std::string& name, ByteView octets);

// ReadOcspResponses reads the OCSP response, or the PEM blocks "OCSP RESPONSE", of a file. Reasons:
// file-unreadable, malformed.
[[nodiscard]] Result<std::vector<pkix::OcspResponsePtr>> ReadOcspResponses(const std::string& path);
[[nodiscard]] Result<std::vector<pkix::OcspResponsePtr>> ParseOcspResponses(const std::string& name,
                                                                            ByteView octets);

}  // namespace signet::cli

#endif  // SIGNET_CLI_CERTIFICATE_FILES_H_

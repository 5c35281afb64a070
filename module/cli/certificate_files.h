// Certificates from files: PEM (any number in one file) or DER.
#ifndef SIGNET_CLI_CERTIFICATE_FILES_H_
#define SIGNET_CLI_CERTIFICATE_FILES_H_

#include <string>
#include <vector>

#include "base/result.h"
#include "pkix/certificate.h"

namespace signet::cli {

// ReadCertificates reads all certificates of a file; text around PEM blocks and blocks with other
// labels are skipped. Reasons: file-unreadable (text `path`), certificate-malformed (texts
// `subject`: the path, `where`).
[[nodiscard]] Result<std::vector<pkix::CertificatePtr>> ReadCertificates(const std::string& path);

}  // namespace signet::cli

#endif  // SIGNET_CLI_CERTIFICATE_FILES_H_

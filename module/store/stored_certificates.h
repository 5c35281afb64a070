// Every certificate that the profile and cards hold, as lists show them.
#ifndef SIGNET_STORE_STORED_CERTIFICATES_H_
#define SIGNET_STORE_STORED_CERTIFICATES_H_

#include <string>
#include <vector>

#include "pkix/certificate.h"

namespace signet::store {

struct StoredCertificate {
  pkix::CertificatePtr certificate;
  // Its private key is there, too.
  bool own = false;
  // The tokens that have it, by the names that people know.
  std::vector<std::string> tokens;
};

// StoredCertificates lists them, each once, without the built-in authorities and without asking for
// a password, in the order of the tokens. NSS must run. What cannot be read is left out.
[[nodiscard]] std::vector<StoredCertificate> StoredCertificates();

}  // namespace signet::store

#endif  // SIGNET_STORE_STORED_CERTIFICATES_H_

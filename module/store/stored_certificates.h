// Every certificate that the profile and cards hold, as lists show them.
#ifndef SIGNET_STORE_STORED_CERTIFICATES_H_
#define SIGNET_STORE_STORED_CERTIFICATES_H_

#include <cstdint>
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
  // It comes with NSS, whether it is somewhere else as well or not.
  bool built_in = false;
};

enum class BuiltIn : std::uint8_t { kLeaveOut, kInclude };

// StoredCertificates lists them, each once, without asking for a password, in the order of the
// tokens. NSS must run. What cannot be read is left out.
[[nodiscard]] std::vector<StoredCertificate> StoredCertificates(
    BuiltIn built_in = BuiltIn::kLeaveOut);

// IsStored says whether the profile or a card has it. NSS must run.
[[nodiscard]] bool IsStored(const pkix::Certificate& certificate);

}  // namespace signet::store

#endif  // SIGNET_STORE_STORED_CERTIFICATES_H_

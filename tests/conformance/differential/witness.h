// Witnesses: programs that judge the same chains (differential_test.cc).
#ifndef SIGNET_TESTS_CONFORMANCE_DIFFERENTIAL_WITNESS_H_
#define SIGNET_TESTS_CONFORMANCE_DIFFERENTIAL_WITNESS_H_

#include <string>

#include "conformance/differential/chains.h"

namespace signet::differential {

// What one of them says of a chain.
struct Verdict {
  bool valid = false;
  // Why not, in its own words; "" if valid.
  std::string why;
};

// AskSignet: pkix::ValidatePath for signing mail, with the anchor alone trusted.
[[nodiscard]] Verdict AskSignet(const Chain& chain);

// AskOpenSsl: X509_verify_cert of libcrypto as `openssl verify -purpose smimesign -auth_level 2
// -policy_check -policy anyPolicy` has it: a SHA-1 signature or a short key is not good enough, for
// Signet neither.
[[nodiscard]] Verdict AskOpenSsl(const Chain& chain);

// AskNss: CERT_PKIXVerifyCert for certificateUsageEmailSigner, with the anchor alone trusted and
// without revocation. NSS must run.
[[nodiscard]] Verdict AskNss(const Chain& chain);

// The versions of the two, for people.
[[nodiscard]] std::string OpenSslVersion();
[[nodiscard]] std::string NssVersion();

}  // namespace signet::differential

#endif  // SIGNET_TESTS_CONFORMANCE_DIFFERENTIAL_WITNESS_H_

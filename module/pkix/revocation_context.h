// What the checks of revocation share: the question, the path it is about, the work left.
#ifndef SIGNET_PKIX_REVOCATION_CONTEXT_H_
#define SIGNET_PKIX_REVOCATION_CONTEXT_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "pkix/path.h"
#include "pkix/signature_checker.h"

namespace signet::pkix {

struct RevocationContext {
  const PathRequest& request;
  SignatureChecker& signatures;
  // The path: certificate first, trusted authority last. Its signatures are right.
  const std::vector<CertificatePtr>& chain;

  [[nodiscard]] Time now() const { return request.revocation.now.value_or(request.at); }
};

// KeyOfChain gives the key of a certificate in the chain, parameters inherited from above where DSA
// needs it. Nothing: it has none that could be used.
[[nodiscard]] std::optional<nss::PublicKey> KeyOfChain(const std::vector<CertificatePtr>& chain,
                                                       std::size_t index);

// CheckFreshness judges the times of an answer by the clock. Reasons (about the certificate):
// revocation-answer-from-future, revocation-answer-outdated.
[[nodiscard]] Result<void> CheckFreshness(const RevocationContext& context,
                                          const Certificate& certificate, Time this_update,
                                          const std::optional<Time>& next_update);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_REVOCATION_CONTEXT_H_

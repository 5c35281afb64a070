// What CRLs say of a certificate (RFC 5280, 6.3.3): complete ones, partitioned by distribution
// point and reason, indirect ones, and deltas.
#ifndef SIGNET_PKIX_CRL_CHECK_H_
#define SIGNET_PKIX_CRL_CHECK_H_

#include <cstddef>

#include "pkix/revocation.h"
#include "pkix/revocation_context.h"

namespace signet::pkix {

// CheckCrls looks up chain[index] in the CRLs at hand. The state is kUnknown unless CRLs that may
// be believed cover every reason for revocation, or one lists the certificate. Problems (about the
// certificate): revocation-answer-invalid, -unauthorized, -outdated, -from-future, -unsupported.
[[nodiscard]] RevocationStatus CheckCrls(const RevocationContext& context, std::size_t index);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_CRL_CHECK_H_

// What OCSP responses say of a certificate (RFC 6960, 3.2 and 4.2.2; RFC 9654).
#ifndef SIGNET_PKIX_OCSP_CHECK_H_
#define SIGNET_PKIX_OCSP_CHECK_H_

#include <cstddef>

#include "pkix/revocation.h"
#include "pkix/revocation_context.h"

namespace signet::pkix {

// CheckOcsp looks up chain[index] in the OCSP responses at hand. An answer counts if it is about
// this certificate, fresh, and signed by the certificate's issuer, by a responder that the issuer
// itself has certified for this, or by one that the person trusts. Problems (about the
// certificate): revocation-answer-invalid, -unauthorized, -mismatched, -outdated, -from-future,
// -replayed, -unsupported, revocation-responder-failed.
[[nodiscard]] RevocationStatus CheckOcsp(const RevocationContext& context, std::size_t index);

// Names a certificate in a response: the digests of its issuer and its serial number (4.1.1).
[[nodiscard]] bool IsAbout(const OcspCertificateId& id, const Certificate& certificate,
                           const Certificate& issuer);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_OCSP_CHECK_H_

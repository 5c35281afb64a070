// Whether a CRL is about a certificate (RFC 5280, 6.3.3 (b), (d)).
#ifndef SIGNET_PKIX_CRL_SCOPE_H_
#define SIGNET_PKIX_CRL_SCOPE_H_

#include <cstdint>

#include "pkix/certificate.h"
#include "pkix/crl.h"

namespace signet::pkix {

// A set of reasons: bit n is bit n of ReasonFlags (4.2.1.13).
using ReasonMask = std::uint16_t;
inline constexpr ReasonMask kAllReasons = 0x1fe;  // 1 to 8

// Nothing stands for all.
[[nodiscard]] ReasonMask MaskOf(const std::optional<asn1::BitString>& reasons);

// (b) (1): the CRL comes from whom the distribution point names, or else from the certificate's
// issuer.
[[nodiscard]] bool IsFromRightIssuer(const Certificate& certificate, const DistributionPoint& point,
                                     const Crl& crl);

// (b) (2): the distribution point and kind of certificate are among what the CRL covers.
[[nodiscard]] bool CoversCertificate(const Certificate& certificate, const DistributionPoint& point,
                                     const Crl& crl);

// (d): the reasons that it can tell of.
[[nodiscard]] ReasonMask CoveredReasons(const DistributionPoint& point, const Crl& crl);

// The distribution point that stands for the CRL of the certificate's issuer (6.3.3, last
// paragraph).
[[nodiscard]] DistributionPoint IssuersOwnPoint(const Certificate& certificate);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_CRL_SCOPE_H_

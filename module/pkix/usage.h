// What a certificate may be used for: key usage, extended key usage and kind of key (RFC
// 5280, 4.2.1.3 and 4.2.1.12; RFC 8550, 4.4.2 and 4.4.4; RFC 6960, 4.2.2.2; RFC 3161, 2.3).
#ifndef SIGNET_PKIX_USAGE_H_
#define SIGNET_PKIX_USAGE_H_

#include <vector>

#include "base/result.h"
#include "pkix/certificate.h"
#include "pkix/path.h"

namespace signet::pkix {

// CheckUsage judges the certificate that is to be used. Reasons: not-for-email, not-for-signing,
// not-for-encryption, not-for-time-stamping. (Those of OCSP and CRLs report not-for-signing.)
[[nodiscard]] std::vector<Reason> CheckUsage(const Certificate& certificate, Purpose purpose);

// CheckAuthorityUsage judges an authority in its path: an extended key usage there limits what
// certificates below it may be for, as all mail programs and the CA/Browser Forum's requirements
// take it. Reasons: not-for-email, not-for-time-stamping.
[[nodiscard]] std::vector<Reason> CheckAuthorityUsage(const Certificate& authority,
                                                      Purpose purpose);

// Whether the certificate says nothing about extended usage, or that it is for any or this one.
[[nodiscard]] bool AllowsExtendedUsage(const Certificate& certificate, const Oid& usage);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_USAGE_H_

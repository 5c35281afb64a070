// Revocation of all certificates of a path, from every kind of evidence.
#ifndef SIGNET_PKIX_REVOCATION_CHECK_H_
#define SIGNET_PKIX_REVOCATION_CHECK_H_

#include "pkix/path.h"
#include "pkix/signature_checker.h"

namespace signet::pkix {

// CheckRevocation fills `path.revocation` and adds the reasons that follow (certificate-revoked; by
// the settings' mode revocation-unknown as reason or warning; the problems with answers as
// warnings). The path must end at an anchor and its signatures must be right.
void CheckRevocation(const PathRequest& request, SignatureChecker& signatures, Path& path);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_REVOCATION_CHECK_H_

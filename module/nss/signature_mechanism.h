// What PKCS #11 wants for a signature algorithm: shared by verifying (nss/signature.h) and signing
// (nss/signing.h), for their two files only.
#ifndef SIGNET_NSS_SIGNATURE_MECHANISM_H_
#define SIGNET_NSS_SIGNATURE_MECHANISM_H_

#include <pkcs11t.h>

#include <cstddef>

#include "base/bytes.h"
#include "base/result.h"
#include "nss/digest.h"
#include "nss/public_key.h"
#include "nss/signature.h"

namespace signet::nss {

// DigestInfo (RFC 8017, 9.2) is what CKM_RSA_PKCS pads.
[[nodiscard]] Bytes DigestInfo(DigestAlgorithm algorithm, ByteView digest);

// PssMechanism gives the parameters of CKM_RSA_PKCS_PSS. Reasons: algorithm-unsupported (a digest
// that this NSS lacks), signature-mismatch (a salt that does not fit the key: RFC 8017, 9.1.1),
// algorithm-refused (parameters that an id-RSASSA-PSS key does not allow: RFC 4055, 1.2 and 3.3).
[[nodiscard]] Result<CK_RSA_PKCS_PSS_PARAMS> PssMechanism(const PublicKey& key,
                                                          const SignatureAlgorithm& algorithm);

// PureMechanism is that of a signature over the message itself: Ed25519, ML-DSA. Reason:
// algorithm-unsupported where the token has none.
[[nodiscard]] Result<CK_MECHANISM_TYPE> PureMechanism(const PublicKey& key,
                                                      const SignatureAlgorithm& algorithm);

// PureSignatureOctets is the length of such a signature; 0 for other keys.
[[nodiscard]] std::size_t PureSignatureOctets(const PublicKey& key);

// CheckFits tells whether such a key makes such signatures. Reason: algorithm-refused.
[[nodiscard]] Result<void> CheckFits(const PublicKey& key, const SignatureAlgorithm& algorithm);

// In signature_algorithm.cc: reads RSASSA-PSS-params.
[[nodiscard]] Result<SignatureAlgorithm> ParsePssParameters(ByteView der);

}  // namespace signet::nss

#endif  // SIGNET_NSS_SIGNATURE_MECHANISM_H_

// Making signatures on NSS: RSA PKCS#1 v1.5 and PSS (RFC 8017, RFC 4055), ECDSA (RFC 5758), Ed25519
// (RFC 8419), ML-DSA (RFC 9882). The counterpart of nss/signature.h.
//
// The private key stays where it is, on whatever token; the token is asked for one operation. A
// token that wants a PIN for every signature asks the person here.
#ifndef SIGNET_NSS_SIGNING_H_
#define SIGNET_NSS_SIGNING_H_

#include "base/bytes.h"
#include "base/result.h"
#include "nss/owners.h"
#include "nss/public_key.h"
#include "nss/signature.h"

namespace signet::nss {

// SignData signs octets, hashing them first if the scheme has a digest, and gives the value as CMS
// and certificates carry it (ECDSA: the DER of two numbers). `public_key` is that of the key's
// certificate; a private key of another kind fails.
//
// Reasons: algorithm-refused (scheme and key do not belong together; DSA and SHA-1, which are read
// but never written), algorithm-unsupported (text `algorithm`: this NSS or the key's token lacks
// it), signing-failed (the token refused; it was removed, or nobody gave its PIN).
[[nodiscard]] Result<Bytes> SignData(SECKEYPrivateKey* key, const PublicKey& public_key,
                                     const SignatureAlgorithm& algorithm, ByteView data);

// SignDigest signs octets whose digest (algorithm.digest) is known already. For schemes without a
// digest use SignData; here they are invalid-request.
[[nodiscard]] Result<Bytes> SignDigest(SECKEYPrivateKey* key, const PublicKey& public_key,
                                       const SignatureAlgorithm& algorithm, ByteView digest);

}  // namespace signet::nss

#endif  // SIGNET_NSS_SIGNING_H_

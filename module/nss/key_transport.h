// RSA key transport (RFC 3370, 4.2.1; RFC 3560; RFC 8017) on NSS: unwrapping a content key,
// and wrapping one.
#ifndef SIGNET_NSS_KEY_TRANSPORT_H_
#define SIGNET_NSS_KEY_TRANSPORT_H_

#include <cstddef>

#include "base/bytes.h"
#include "base/result.h"
#include "nss/cipher.h"
#include "nss/digest.h"
#include "nss/owners.h"
#include "nss/public_key.h"

namespace signet::nss {

// OaepParameters are those of RSAES-OAEP (RFC 4055, 4.1). Value type.
struct OaepParameters {
  DigestAlgorithm digest = DigestAlgorithm::kSha1;
  DigestAlgorithm mask_digest = DigestAlgorithm::kSha1;
  Bytes label;
};

// IsRsa tells whether a private key can be used here.
[[nodiscard]] bool IsRsa(SECKEYPrivateKey* key);

// UnwrapRsaPkcs1 decrypts a key with PKCS #1 v1.5 padding. A padding that is wrong, or a key of
// another length, gives a random key instead, with the same steps: who sees only that decrypting
// the message failed must learn nothing of the padding (RFC 3218, 2.3.2). Reason: internal.
[[nodiscard]] Result<UniqueSymmetricKey> UnwrapRsaPkcs1(SECKEYPrivateKey* key, ByteView encrypted,
                                                        const KeyUse& use);

// UnwrapRsaOaep decrypts a key with OAEP padding. Reasons: decryption-failed for whatever is wrong
// with it; algorithm-unsupported (text `algorithm`) where NSS lacks a digest for it.
[[nodiscard]] Result<UniqueSymmetricKey> UnwrapRsaOaep(SECKEYPrivateKey* key,
                                                       const OaepParameters& parameters,
                                                       ByteView encrypted, const KeyUse& use);

// WrapRsaPkcs1 and WrapRsaOaep encrypt a content key for the owner of an RSA key. Reasons:
// algorithm-unsupported (text `algorithm`), key-invalid, encryption-failed.
[[nodiscard]] Result<Bytes> WrapRsaPkcs1(const PublicKey& recipient, PK11SymKey* content);
[[nodiscard]] Result<Bytes> WrapRsaOaep(const PublicKey& recipient,
                                        const OaepParameters& parameters, PK11SymKey* content);

}  // namespace signet::nss

#endif  // SIGNET_NSS_KEY_TRANSPORT_H_

// Encodes AlgorithmIdentifiers as CMS messages carry them (RFC 3370, 3565, 4055, 5084, 5754, 8419,
// 9882): the counterpart of nss/signature.h and cms/content_encryption.h.
#ifndef SIGNET_CMS_ALGORITHM_ENCODING_H_
#define SIGNET_CMS_ALGORITHM_ENCODING_H_

#include "base/bytes.h"
#include "base/oid.h"
#include "nss/cipher.h"
#include "nss/digest.h"
#include "nss/key_transport.h"
#include "nss/signature.h"

namespace signet::cms {

// EncodeAlgorithm is the identifier with these parameters (a complete DER value), or with none.
[[nodiscard]] Bytes EncodeAlgorithm(const Oid& oid, ByteView parameters = {});

// EncodeDigestAlgorithm leaves the parameters out (RFC 5754, 2).
[[nodiscard]] Bytes EncodeDigestAlgorithm(nss::DigestAlgorithm digest);

// EncodeSignatureAlgorithm is the identifier for a SignerInfo. RSA PKCS#1 v1.5 is rsaEncryption
// there, which every implementation reads (RFC 3370, 3.2); the digest stands beside it.
[[nodiscard]] Bytes EncodeSignatureAlgorithm(const nss::SignatureAlgorithm& algorithm);

// EncodeContentEncryption is the identifier of AES in CBC or GCM mode with its parameters.
[[nodiscard]] Bytes EncodeContentEncryption(const nss::ContentCipher& cipher);

// EncodeOaep is id-RSAES-OAEP with its parameters; defaults are left out, as DER demands.
[[nodiscard]] Bytes EncodeOaep(const nss::OaepParameters& parameters);

}  // namespace signet::cms

#endif  // SIGNET_CMS_ALGORITHM_ENCODING_H_

// Signature verification on NSS: RSA PKCS#1 v1.5 and PSS (RFC 8017, RFC 4055), ECDSA (RFC 5758),
// Ed25519 (RFC 8410, RFC 8419), ML-DSA (RFC 9881, RFC 9882), DSA (RFC 3279).
//
// An algorithm is first read from its AlgorithmIdentifier, and whatever is odd about it is said by
// name before any arithmetic. Lengths of signatures are checked before NSS sees them. All functions
// are thread-safe and keep nothing.
#ifndef SIGNET_NSS_SIGNATURE_H_
#define SIGNET_NSS_SIGNATURE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "nss/digest.h"
#include "nss/public_key.h"

namespace signet::nss {

enum class SignatureScheme : std::uint8_t { kRsaPkcs1, kRsaPss, kEcdsa, kDsa, kEd25519, kMlDsa };

// What an AlgorithmIdentifier of a signature says. Value type.
struct SignatureAlgorithm {
  SignatureScheme scheme = SignatureScheme::kRsaPkcs1;
  // Digest of the signed octets. Nothing for Ed25519 and ML-DSA, which sign the octets themselves.
  std::optional<DigestAlgorithm> digest;
  // PSS only (RFC 4055, 3.1): digest of the mask generation function MGF1, and octets of the salt.
  DigestAlgorithm mask_digest = DigestAlgorithm::kSha1;
  std::size_t salt_octets = 0;
  // ML-DSA only: "ML-DSA-44", "ML-DSA-65" or "ML-DSA-87", which must be the key's. Static text.
  std::string_view parameter_set{};

  // What people call it: "RSA with SHA-256", "RSA-PSS with SHA-256", "ECDSA with SHA-384",
  // "Ed25519".
  [[nodiscard]] std::string Name() const;

  bool operator==(const SignatureAlgorithm&) const = default;
};

// ParseSignatureAlgorithm reads a complete AlgorithmIdentifier.
//
// In CMS the identifier may be that of the key (rsaEncryption, id-ecPublicKey, id-dsa), and the
// digest is the signer's digestAlgorithm (RFC 3370, 3.2; RFC 5754): that is `digest_elsewhere`.
// Without it, as in certificates, such identifiers are refused.
//
// Reasons (text `algorithm`): algorithm-refused (MD2, MD5), algorithm-unsupported (unknown to
// Signet), malformed (parameters that the algorithm does not have).
[[nodiscard]] Result<SignatureAlgorithm> ParseSignatureAlgorithm(
    ByteView algorithm_identifier, std::optional<DigestAlgorithm> digest_elsewhere = std::nullopt);

// SignatureName gives what people call the algorithm of a signature, also of one that Signet
// refuses or does not know ("RSA with MD5", "Ed448", "1.2.3.4"). The second identifier is that of
// the digest, for where the first one is the key's, as above.
[[nodiscard]] std::string SignatureName(ByteView signature_oid, ByteView digest_oid);

// PssParametersOf reads the parameters of an id-RSASSA-PSS key, which bind its signatures (RFC
// 4055, 1.2). Reasons: as ParseSignatureAlgorithm.
[[nodiscard]] Result<SignatureAlgorithm> PssParametersOf(const PublicKey& key);

// IsWeakDigest: SHA-1, of which collisions can be bought. Whether that is refused is the caller's
// policy.
[[nodiscard]] bool IsWeakDigest(DigestAlgorithm digest);

// VerifyData checks a signature over these octets, hashing them if the scheme has a digest.
// Reasons: signature-mismatch; key-invalid; algorithm-unsupported (text `algorithm`) if this NSS
// lacks the key type, curve, digest or mechanism; algorithm-refused if scheme and key do not belong
// together (an EC key and an RSA signature; a PSS key and PKCS#1 v1.5; PSS parameters that the key
// does not allow).
[[nodiscard]] Result<void> VerifyData(const PublicKey& key, const SignatureAlgorithm& algorithm,
                                      ByteView data, ByteView signature);

// VerifyDigest checks a signature over octets whose digest (algorithm.digest) is known already. For
// schemes without a digest use VerifyData; here they are invalid-request.
[[nodiscard]] Result<void> VerifyDigest(const PublicKey& key, const SignatureAlgorithm& algorithm,
                                        ByteView digest, ByteView signature);

}  // namespace signet::nss

#endif  // SIGNET_NSS_SIGNATURE_H_

// Elliptic-curve key agreement (RFC 5753; RFC 8418 for X25519) on NSS: from an originator's public
// key to the key-encryption key.
#ifndef SIGNET_NSS_KEY_AGREEMENT_H_
#define SIGNET_NSS_KEY_AGREEMENT_H_

#include <cstdint>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/oid.h"
#include "base/result.h"
#include "nss/cipher.h"
#include "nss/digest.h"
#include "nss/owners.h"
#include "nss/public_key.h"

namespace signet::nss {

// KeyDerivation is the function that makes a key-encryption key from the shared secret.
enum class KeyDerivation : std::uint8_t { kX963, kHkdf };

// AgreementScheme is what a key agreement's object identifier says. Value type. Standard and
// cofactor Diffie-Hellman are the same on the curves that Signet has, whose cofactor is 1 (P-256,
// P-384, P-521) or is part of the private key (X25519).
struct AgreementScheme {
  KeyDerivation derivation = KeyDerivation::kX963;
  DigestAlgorithm digest = DigestAlgorithm::kSha256;
  bool is_cofactor = false;

  // "SHA-256", "HKDF with SHA-256".
  [[nodiscard]] std::string Name() const;

  bool operator==(const AgreementScheme&) const = default;
};

// AgreementSchemeFromOid finds the scheme of an object identifier (content octets).
[[nodiscard]] std::optional<AgreementScheme> AgreementSchemeFromOid(ByteView oid);

[[nodiscard]] Oid AgreementSchemeOid(const AgreementScheme& scheme);

// CanAgree tells whether a private key is of a kind that can be used here.
[[nodiscard]] bool CanAgree(SECKEYPrivateKey* key);

// CurveOf gives the parameters of an elliptic-curve private key, complete DER value: the
// originator's key leaves them out. Empty for X25519. Reason: key-invalid.
[[nodiscard]] Result<Bytes> CurveOf(SECKEYPrivateKey* key);

// Agree computes the shared secret of our private and the originator's public key and derives a key
// for `use`. `shared_info` is the DER of ECC-CMS-SharedInfo; `salt` is used by HKDF only. Reasons:
// key-invalid (a public key that does not fit ours), algorithm-unsupported, decryption-failed.
[[nodiscard]] Result<UniqueSymmetricKey> Agree(SECKEYPrivateKey* own, const PublicKey& originator,
                                               const AgreementScheme& scheme, ByteView shared_info,
                                               ByteView salt, const KeyUse& use);

// EphemeralKey is an originator's key for one recipient of one message.
struct EphemeralKey {
  UniquePrivateKey private_key;
  // Content of the BIT STRING subjectPublicKey.
  Bytes public_octets;
};

// NewEphemeralKey makes a key on the curve of the recipient's. Reasons: algorithm-unsupported (text
// `algorithm`), encryption-failed.
[[nodiscard]] Result<EphemeralKey> NewEphemeralKey(const PublicKey& recipient);

}  // namespace signet::nss

#endif  // SIGNET_NSS_KEY_AGREEMENT_H_

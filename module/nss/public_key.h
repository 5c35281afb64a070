// PublicKey: a key from a SubjectPublicKeyInfo (RFC 5280, 4.1.2.7; RFC 8017, RFC 4055, RFC 5480,
// RFC 8410, RFC 9881, RFC 9935), checked before NSS sees it.
//
// Size and shape are judged here because an NSS that is asked about a key or a signature of absurd
// size has been overrun before (CVE-2021-43527) or takes seconds. Whether a sound key is long
// enough to be trusted is policy and belongs to `pkix`.
#ifndef SIGNET_NSS_PUBLIC_KEY_H_
#define SIGNET_NSS_PUBLIC_KEY_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "nss/owners.h"

namespace signet::nss {

enum class KeyType : std::uint8_t {
  kRsa,
  kRsaPss,  // id-RSASSA-PSS: signatures with PSS only, perhaps with fixed parameters (RFC
            // 4055, 1.2)
  kEc,
  kEd25519,
  kEd448,
  kX25519,
  kX448,
  kDsa,
  kMlDsa,
  kMlKem,
  kUnknown,
};

// PublicKey is an immutable value and holds no NSS handle, so that any number of threads may use
// one.
class PublicKey {
 public:
  // Reads a complete SubjectPublicKeyInfo. A key of an algorithm that Signet does not know is read
  // too (kUnknown). Reasons: malformed (not that structure), key-invalid (an RSA modulus that is
  // even or of more than limits::kRsaBitsMost bits, an unsuitable exponent, a point or key of the
  // wrong length, parameters where none may be). Texts: none. Needs no running NSS.
  [[nodiscard]] static Result<PublicKey> FromSpki(ByteView spki);

  [[nodiscard]] KeyType type() const { return type_; }
  // Bits of the RSA modulus, of the curve's field, of the DSA prime; 0 where that says nothing.
  [[nodiscard]] std::size_t bits() const { return bits_; }
  // "P-256", "P-384", "P-521", "brainpoolP256r1" …, the dotted number of an unknown curve;
  // "ML-DSA-65", "ML-KEM-768" likewise; empty for other keys.
  [[nodiscard]] const std::string& parameter_set() const { return parameter_set_; }
  // What people call it: "RSA 2048 bits", "EC P-256", "Ed25519", "ML-DSA-65", a dotted number.
  [[nodiscard]] std::string Name() const;

  // The SubjectPublicKeyInfo as it came.
  [[nodiscard]] ByteView spki() const { return spki_; }
  // Content of the BIT STRING subjectPublicKey: what key identifiers and OCSP certIDs digest.
  [[nodiscard]] ByteView key_octets() const;
  // Parameters of the key's AlgorithmIdentifier, complete DER value; empty if absent.
  [[nodiscard]] ByteView parameters() const;

  // A DSA key without parameters takes those of its issuer's key (RFC 3279, 2.3.2).
  [[nodiscard]] bool InheritsParameters() const;
  // The same key with the issuer's parameters. Reason: key-invalid if the issuer's is no DSA key.
  [[nodiscard]] Result<PublicKey> WithParametersOf(const PublicKey& issuer) const;

  // Makes an NSS handle of its own for one use: NSS caches token objects inside of the handle, so
  // one must not be shared between threads. Reasons: algorithm-unsupported (text `algorithm`: this
  // NSS has no such keys), key-invalid.
  [[nodiscard]] Result<UniquePublicKey> Import() const;

  // Octets of an RSA modulus; 0 for other keys.
  [[nodiscard]] std::size_t modulus_octets() const;

  bool operator==(const PublicKey& other) const { return spki_ == other.spki_; }

 private:
  PublicKey() = default;
  [[nodiscard]] Result<void> CheckRsa();
  [[nodiscard]] Result<void> CheckEc();
  [[nodiscard]] Result<void> CheckDsa();
  // A key that is a string of octets of one length, with no parameters.
  [[nodiscard]] Result<void> CheckOctets(std::size_t octets) const;
  [[nodiscard]] Result<UniquePublicKey> ImportRsa() const;

  Bytes spki_;
  // Places of parts within spki_.
  std::size_t key_start_ = 0;
  std::size_t key_size_ = 0;
  std::size_t parameters_start_ = 0;
  std::size_t parameters_size_ = 0;
  KeyType type_ = KeyType::kUnknown;
  std::size_t bits_ = 0;
  std::string parameter_set_;
};

}  // namespace signet::nss

#endif  // SIGNET_NSS_PUBLIC_KEY_H_

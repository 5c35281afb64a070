// Keys for tests, made on NSS's internal token and kept for the process, and raw signatures with
// them.
#ifndef SIGNET_TESTS_SUPPORT_KEYS_H_
#define SIGNET_TESTS_SUPPORT_KEYS_H_

#include "base/bytes.h"
#include "nss/owners.h"

namespace signet::testing {

enum class KeyKind {
  kP256,
  kP384,
  kP521,
  kRsa1024,
  kRsa2048,
  kRsa3072,
  kEd25519,
  kX25519,
  kMlKem768
};

// KeyPair is a session key; its SubjectPublicKeyInfo is what certificates carry.
struct KeyPair {
  KeyKind kind = KeyKind::kP256;
  nss::UniquePublicKey public_key;
  nss::UniquePrivateKey private_key;
  Bytes subject_public_key_info;

  // Pkcs8 is the PrivateKeyInfo in DER, for other programs.
  [[nodiscard]] Bytes Pkcs8() const;
};

// IsAvailable says whether the running NSS can make such keys (Ed25519, X25519 and ML-KEM: the
// newer ones can). Tests skip visibly where it cannot.
[[nodiscard]] bool IsAvailable(KeyKind kind);

// Key gives key `number` of a kind: the same one each time in a process, made at the first. Aborts
// the program where IsAvailable is false.
[[nodiscard]] const KeyPair& Key(KeyKind kind, int number = 0);

// Fits says whether a private key belongs to this SubjectPublicKeyInfo: it signs, and that
// verifies.
[[nodiscard]] bool Fits(const nss::UniquePrivateKey& key, ByteView subject_public_key_info);

// ForgetKeys drops them all, before NSS stops.
void ForgetKeys();

// How a signature is made. kDefault: what fits the key (SHA-256 with RSA PKCS#1 v1.5 or ECDSA, …).
enum class Scheme {
  kDefault,
  kRsaSha1,
  kRsaSha256,
  kRsaSha384,
  kRsaSha512,
  kRsaMd5,  // the identifiers only, over a SHA-256 signature: NSS makes no MD5 signature
  kPssSha1,
  kPssSha256,
  kPssSha384,
  kPssSha512,
  kEcdsaSha1,
  kEcdsaSha256,
  kEcdsaSha384,
  kEcdsaSha512,
  kEd25519,
};

// Resolve replaces kDefault by what fits the key.
[[nodiscard]] Scheme Resolve(Scheme scheme, const KeyPair& key);

// SignatureAlgorithm is the AlgorithmIdentifier (DER) of a scheme, as certificates have it.
[[nodiscard]] Bytes SignatureAlgorithm(Scheme scheme);

// DigestAlgorithm is the AlgorithmIdentifier (DER) of the scheme's digest, without parameters.
[[nodiscard]] Bytes DigestAlgorithmOf(Scheme scheme);

// DigestOf hashes octets with the scheme's digest (Ed25519: SHA-512, as RFC 8419 has it for CMS).
[[nodiscard]] Bytes DigestOf(Scheme scheme, ByteView octets);

// Sign gives the value of the signature as it stands in the BIT STRING or OCTET STRING.
[[nodiscard]] Bytes Sign(const KeyPair& key, Scheme scheme, ByteView octets);

// SignedStructure is SEQUENCE { tbs, algorithm, BIT STRING }: a certificate, CRL or OCSP response
// body.
[[nodiscard]] Bytes SignedStructure(ByteView tbs, const KeyPair& key,
                                    Scheme scheme = Scheme::kDefault);

// Sha1 and Sha256 of octets, for key identifiers and fingerprints.
[[nodiscard]] Bytes Sha1(ByteView octets);
[[nodiscard]] Bytes Sha256(ByteView octets);

}  // namespace signet::testing

#endif  // SIGNET_TESTS_SUPPORT_KEYS_H_

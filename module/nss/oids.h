// Object identifiers of algorithms: keys, curves, digests, signatures, MACs, ciphers, wraps. The
// rest is in asn1/oids.h, which brings these along.
//
// They are Signet's own and not SECOidTag: NSS 3.87 has none for SHA-3, EdDSA, ML-DSA, ML-KEM and
// AES-GCM in CMS.
#ifndef SIGNET_NSS_OIDS_H_
#define SIGNET_NSS_OIDS_H_

#include "base/oid.h"

namespace signet::nss::oid {

// Keys and signatures of RSA (RFC 8017, appendix C; RFC 4055).
inline constexpr Oid kRsaEncryption{"1.2.840.113549.1.1.1"};
inline constexpr Oid kMd2WithRsa{"1.2.840.113549.1.1.2"};
inline constexpr Oid kMd5WithRsa{"1.2.840.113549.1.1.4"};
inline constexpr Oid kSha1WithRsa{"1.2.840.113549.1.1.5"};
inline constexpr Oid kSha1WithRsaOiw{"1.3.14.3.2.29"};
inline constexpr Oid kRsaesOaep{"1.2.840.113549.1.1.7"};
inline constexpr Oid kMgf1{"1.2.840.113549.1.1.8"};
inline constexpr Oid kPSpecified{"1.2.840.113549.1.1.9"};
inline constexpr Oid kRsassaPss{"1.2.840.113549.1.1.10"};
inline constexpr Oid kSha256WithRsa{"1.2.840.113549.1.1.11"};
inline constexpr Oid kSha384WithRsa{"1.2.840.113549.1.1.12"};
inline constexpr Oid kSha512WithRsa{"1.2.840.113549.1.1.13"};
inline constexpr Oid kSha224WithRsa{"1.2.840.113549.1.1.14"};
// RFC 8692 and NIST's register: RSA PKCS#1 v1.5 with SHA-3.
inline constexpr Oid kSha3_224WithRsa{"2.16.840.1.101.3.4.3.13"};
inline constexpr Oid kSha3_256WithRsa{"2.16.840.1.101.3.4.3.14"};
inline constexpr Oid kSha3_384WithRsa{"2.16.840.1.101.3.4.3.15"};
inline constexpr Oid kSha3_512WithRsa{"2.16.840.1.101.3.4.3.16"};

// Elliptic curves (RFC 5480, RFC 5639) and their signatures (RFC 5758).
inline constexpr Oid kEcPublicKey{"1.2.840.10045.2.1"};
inline constexpr Oid kEcDh{"1.3.132.1.12"};
inline constexpr Oid kP256{"1.2.840.10045.3.1.7"};
inline constexpr Oid kP384{"1.3.132.0.34"};
inline constexpr Oid kP521{"1.3.132.0.35"};
inline constexpr Oid kSecp256k1{"1.3.132.0.10"};
inline constexpr Oid kBrainpoolP256r1{"1.3.36.3.3.2.8.1.1.7"};
inline constexpr Oid kBrainpoolP384r1{"1.3.36.3.3.2.8.1.1.11"};
inline constexpr Oid kBrainpoolP512r1{"1.3.36.3.3.2.8.1.1.13"};
inline constexpr Oid kEcdsaWithSha1{"1.2.840.10045.4.1"};
inline constexpr Oid kEcdsaWithSha224{"1.2.840.10045.4.3.1"};
inline constexpr Oid kEcdsaWithSha256{"1.2.840.10045.4.3.2"};
inline constexpr Oid kEcdsaWithSha384{"1.2.840.10045.4.3.3"};
inline constexpr Oid kEcdsaWithSha512{"1.2.840.10045.4.3.4"};
// RFC 8410.
inline constexpr Oid kX25519{"1.3.101.110"};
inline constexpr Oid kX448{"1.3.101.111"};
inline constexpr Oid kEd25519{"1.3.101.112"};
inline constexpr Oid kEd448{"1.3.101.113"};

// DSA (RFC 3279, RFC 5758).
inline constexpr Oid kDsa{"1.2.840.10040.4.1"};
inline constexpr Oid kDsaWithSha1{"1.2.840.10040.4.3"};
inline constexpr Oid kDsaWithSha224{"2.16.840.1.101.3.4.3.1"};
inline constexpr Oid kDsaWithSha256{"2.16.840.1.101.3.4.3.2"};

// ML-DSA (RFC 9881, RFC 9882) and ML-KEM (RFC 9935, RFC 9936).
inline constexpr Oid kMlDsa44{"2.16.840.1.101.3.4.3.17"};
inline constexpr Oid kMlDsa65{"2.16.840.1.101.3.4.3.18"};
inline constexpr Oid kMlDsa87{"2.16.840.1.101.3.4.3.19"};
inline constexpr Oid kMlKem512{"2.16.840.1.101.3.4.4.1"};
inline constexpr Oid kMlKem768{"2.16.840.1.101.3.4.4.2"};
inline constexpr Oid kMlKem1024{"2.16.840.1.101.3.4.4.3"};

// Digests (RFC 3279, RFC 5754, RFC 8702).
inline constexpr Oid kMd2{"1.2.840.113549.2.2"};
inline constexpr Oid kMd4{"1.2.840.113549.2.4"};
inline constexpr Oid kMd5{"1.2.840.113549.2.5"};
inline constexpr Oid kSha1{"1.3.14.3.2.26"};
inline constexpr Oid kSha224{"2.16.840.1.101.3.4.2.4"};
inline constexpr Oid kSha256{"2.16.840.1.101.3.4.2.1"};
inline constexpr Oid kSha384{"2.16.840.1.101.3.4.2.2"};
inline constexpr Oid kSha512{"2.16.840.1.101.3.4.2.3"};
inline constexpr Oid kSha3_224{"2.16.840.1.101.3.4.2.7"};
inline constexpr Oid kSha3_256{"2.16.840.1.101.3.4.2.8"};
inline constexpr Oid kSha3_384{"2.16.840.1.101.3.4.2.9"};
inline constexpr Oid kSha3_512{"2.16.840.1.101.3.4.2.10"};
inline constexpr Oid kShake128{"2.16.840.1.101.3.4.2.11"};
inline constexpr Oid kShake256{"2.16.840.1.101.3.4.2.12"};

// Content ciphers (RFC 3370, RFC 3565, RFC 5084, RFC 3657).
inline constexpr Oid kDesCbc{"1.3.14.3.2.7"};
inline constexpr Oid kRc2Cbc{"1.2.840.113549.3.2"};
inline constexpr Oid kTripleDesCbc{"1.2.840.113549.3.7"};
inline constexpr Oid kAes128Cbc{"2.16.840.1.101.3.4.1.2"};
inline constexpr Oid kAes192Cbc{"2.16.840.1.101.3.4.1.22"};
inline constexpr Oid kAes256Cbc{"2.16.840.1.101.3.4.1.42"};
inline constexpr Oid kAes128Gcm{"2.16.840.1.101.3.4.1.6"};
inline constexpr Oid kAes192Gcm{"2.16.840.1.101.3.4.1.26"};
inline constexpr Oid kAes256Gcm{"2.16.840.1.101.3.4.1.46"};
inline constexpr Oid kAes128Ccm{"2.16.840.1.101.3.4.1.7"};
inline constexpr Oid kAes192Ccm{"2.16.840.1.101.3.4.1.27"};
inline constexpr Oid kAes256Ccm{"2.16.840.1.101.3.4.1.47"};
inline constexpr Oid kCamellia128Cbc{"1.2.392.200011.61.1.1.1.2"};
inline constexpr Oid kCamellia192Cbc{"1.2.392.200011.61.1.1.1.3"};
inline constexpr Oid kCamellia256Cbc{"1.2.392.200011.61.1.1.1.4"};
inline constexpr Oid kChaCha20Poly1305{"1.2.840.113549.1.9.16.3.18"};

// Key wraps (RFC 3370, RFC 3565) and key agreement with a KDF (RFC 5753, RFC 8418).
inline constexpr Oid kTripleDesWrap{"1.2.840.113549.1.9.16.3.6"};
inline constexpr Oid kAes128Wrap{"2.16.840.1.101.3.4.1.5"};
inline constexpr Oid kAes192Wrap{"2.16.840.1.101.3.4.1.25"};
inline constexpr Oid kAes256Wrap{"2.16.840.1.101.3.4.1.45"};
inline constexpr Oid kPwriKek{"1.2.840.113549.1.9.16.3.9"};
inline constexpr Oid kStdDhSha1Kdf{"1.3.133.16.840.63.0.2"};
inline constexpr Oid kStdDhSha224Kdf{"1.3.132.1.11.0"};
inline constexpr Oid kStdDhSha256Kdf{"1.3.132.1.11.1"};
inline constexpr Oid kStdDhSha384Kdf{"1.3.132.1.11.2"};
inline constexpr Oid kStdDhSha512Kdf{"1.3.132.1.11.3"};
inline constexpr Oid kCofactorDhSha1Kdf{"1.3.133.16.840.63.0.3"};
inline constexpr Oid kCofactorDhSha224Kdf{"1.3.132.1.14.0"};
inline constexpr Oid kCofactorDhSha256Kdf{"1.3.132.1.14.1"};
inline constexpr Oid kCofactorDhSha384Kdf{"1.3.132.1.14.2"};
inline constexpr Oid kCofactorDhSha512Kdf{"1.3.132.1.14.3"};
inline constexpr Oid kDhHkdfSha256{"1.2.840.113549.1.9.16.3.19"};
inline constexpr Oid kDhHkdfSha384{"1.2.840.113549.1.9.16.3.20"};
inline constexpr Oid kDhHkdfSha512{"1.2.840.113549.1.9.16.3.21"};

// MACs and key derivation (RFC 4231, RFC 8018, RFC 8619).
inline constexpr Oid kHmacSha1{"1.2.840.113549.2.7"};
inline constexpr Oid kHmacSha224{"1.2.840.113549.2.8"};
inline constexpr Oid kHmacSha256{"1.2.840.113549.2.9"};
inline constexpr Oid kHmacSha384{"1.2.840.113549.2.10"};
inline constexpr Oid kHmacSha512{"1.2.840.113549.2.11"};
inline constexpr Oid kPbkdf2{"1.2.840.113549.1.5.12"};
inline constexpr Oid kPbes2{"1.2.840.113549.1.5.13"};
inline constexpr Oid kPbmac1{"1.2.840.113549.1.5.14"};
inline constexpr Oid kHkdfWithSha256{"1.2.840.113549.1.9.16.3.28"};
inline constexpr Oid kHkdfWithSha384{"1.2.840.113549.1.9.16.3.29"};
inline constexpr Oid kHkdfWithSha512{"1.2.840.113549.1.9.16.3.30"};
// RFC 9709: the content key is derived from the one sent.
inline constexpr Oid kCekHkdfSha256{"1.2.840.113549.1.9.16.3.31"};

}  // namespace signet::nss::oid

#endif  // SIGNET_NSS_OIDS_H_

// What a password does in a PKCS #12 file: decrypts (RFC 8018, RFC 7292 appendix C) and
// authenticates (RFC 7292, section 5.1). For store/pkcs12.cc.
#ifndef SIGNET_STORE_PKCS12_PASSWORD_H_
#define SIGNET_STORE_PKCS12_PASSWORD_H_

#include <cstdint>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "nss/secret_bytes.h"

namespace signet::store {

// Pkcs12Password is a password in the two forms that the schemes want.
class Pkcs12Password {
 public:
  // From takes UTF-8. Reason: invalid-request, if it is none.
  [[nodiscard]] static Result<Pkcs12Password> From(std::string_view utf8);

  // UTF-8, for PBES2.
  [[nodiscard]] ByteView utf8() const { return utf8_.view(); }
  // UTF-16, big-endian, with two zero octets at its end (RFC 7292, appendix B.1).
  [[nodiscard]] ByteView bmp() const { return bmp_.view(); }

 private:
  nss::SecretBytes utf8_;
  nss::SecretBytes bmp_;
};

// DecryptWithPassword decrypts octets by an AlgorithmIdentifier (DER). Reasons: decryption-failed
// (the padding is wrong: a wrong password, most often), algorithm-unsupported (text `algorithm`),
// malformed, limit-exceeded (kPkcs12Iterations).
[[nodiscard]] Result<nss::SecretBytes> DecryptWithPassword(ByteView algorithm, ByteView ciphertext,
                                                           const Pkcs12Password& password);

// What a password encrypts.
struct PasswordEncrypted {
  Bytes algorithm;  // AlgorithmIdentifier, DER
  Bytes ciphertext;
};

// EncryptWithPassword encrypts with PBES2: AES-256-CBC, the key by PBKDF2 with HMAC-SHA-256 and
// kPkcs12WrittenIterations. Reason: internal.
inline constexpr int kPkcs12WrittenIterations = 600'000;  // as NSS's own tools write
[[nodiscard]] Result<PasswordEncrypted> EncryptWithPassword(ByteView plain,
                                                            const Pkcs12Password& password);

// MacData of a file.
struct Pkcs12Mac {
  ByteView digest_algorithm;  // content octets of its OID
  ByteView parameters;        // of PBMAC1: DER
  ByteView digest;
  ByteView salt;
  std::uint64_t iterations = 1;
};

// ComputeMac gives the value over the authenticated octets; `digest` of the argument is not looked
// at. Not for PBMAC1 (store/pbmac1.h), which IsMacRight knows, too. Reasons: those of IsMacRight.
[[nodiscard]] Result<Bytes> ComputeMac(const Pkcs12Mac& mac, ByteView authenticated,
                                       const Pkcs12Password& password);

// IsMacRight computes the MAC over the authenticated octets and compares. Reasons:
// algorithm-unsupported, limit-exceeded, internal.
[[nodiscard]] Result<bool> IsMacRight(const Pkcs12Mac& mac, ByteView authenticated,
                                      const Pkcs12Password& password);

}  // namespace signet::store

#endif  // SIGNET_STORE_PKCS12_PASSWORD_H_

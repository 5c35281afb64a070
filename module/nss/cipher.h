// Content ciphers of CMS (RFC 3370, 3565, 3657, 5084, 8103): their names, and decryption on NSS.
//
// CBC is streamed; authenticated ciphers are run over the whole content at once, so that no
// plaintext exists before its tag is checked. (NSS offers them in one piece only.)
#ifndef SIGNET_NSS_CIPHER_H_
#define SIGNET_NSS_CIPHER_H_

#include <pkcs11t.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "base/bytes.h"
#include "base/oid.h"
#include "base/result.h"
#include "nss/owners.h"
#include "nss/secret_bytes.h"

namespace signet::nss {

enum class Cipher : std::uint8_t {
  kAes128Cbc,
  kAes192Cbc,
  kAes256Cbc,
  kAes128Gcm,
  kAes192Gcm,
  kAes256Gcm,
  kChaCha20Poly1305,
  kTripleDesCbc,
  kDesCbc,
  kRc2Cbc,
  kCamellia128Cbc,
  kCamellia192Cbc,
  kCamellia256Cbc,
};

// CipherFromOid finds the cipher of an object identifier (content octets).
[[nodiscard]] std::optional<Cipher> CipherFromOid(ByteView oid);
[[nodiscard]] Oid CipherOid(Cipher cipher);
// CipherName gives the name that people know: "AES-256-GCM", "3DES".
[[nodiscard]] std::string_view CipherName(Cipher cipher);
// IsAuthenticated: GCM and ChaCha20-Poly1305.
[[nodiscard]] bool IsAuthenticated(Cipher cipher);
// IsWeak: DES, RC2 and 3DES.
[[nodiscard]] bool IsWeak(Cipher cipher);
// BlockOctets is the length of a CBC block and its initialization vector; 1 for authenticated
// ciphers.
[[nodiscard]] std::size_t BlockOctets(Cipher cipher);
// IsAvailable tells whether the NSS that runs has the cipher.
[[nodiscard]] bool IsAvailable(Cipher cipher);

// ContentCipher is a cipher with its parameters, as an AlgorithmIdentifier gives them. Value type.
struct ContentCipher {
  Cipher cipher = Cipher::kAes256Cbc;
  // Initialization vector or nonce.
  Bytes iv;
  // Effective key bits of RC2 (RFC 2268, 6).
  unsigned rc2_bits = 0;
  // Octets of the tag of an authenticated cipher.
  std::size_t tag_octets = 0;

  // Octets of the content key.
  [[nodiscard]] std::size_t KeyOctets() const;
};

// KeyUse says what a key that is being unwrapped or derived is for.
struct KeyUse {
  CK_MECHANISM_TYPE mechanism = CKM_INVALID_MECHANISM;
  CK_ATTRIBUTE_TYPE operation = CKA_DECRYPT;
  std::size_t octets = 0;
};

// UseFor is the use of the content key of a cipher.
[[nodiscard]] KeyUse UseFor(const ContentCipher& cipher);

// ImportKey makes a session key from octets. Reason: internal.
[[nodiscard]] Result<UniqueSymmetricKey> ImportKey(const KeyUse& use, ByteView octets);

// CbcDecryptor decrypts octets that arrive in pieces, with the padding of RFC 5652, 6.3. One thread
// at a time.
//
// All failures of Update and Finish are `decryption-failed` without detail: what exactly was wrong
// must not be told.
class CbcDecryptor {
 public:
  // Begin takes a key with UseFor(cipher). Reasons: algorithm-unsupported (text `algorithm`),
  // malformed (an initialization vector of the wrong length).
  [[nodiscard]] static Result<CbcDecryptor> Begin(const ContentCipher& cipher, PK11SymKey* key);

  // Update gives the plaintext that these octets complete; it is valid until the next call. Needs
  // memory for as many octets as it is given at once.
  [[nodiscard]] Result<ByteView> Update(ByteView ciphertext);
  // Finish gives the last plaintext, padding removed, or fails where the padding is none.
  [[nodiscard]] Result<ByteView> Finish();

 private:
  CbcDecryptor(UniqueContext context, std::size_t block)
      : context_(std::move(context)), block_(block) {}

  [[nodiscard]] Result<void> Decrypt(ByteView blocks);
  [[nodiscard]] ByteView Held() const;

  UniqueContext context_;
  std::size_t block_;
  // Ciphertext that does not fill a block yet.
  Bytes partial_;
  // Plaintext, filled_ octets of it; the last held_ ones were held back, because they may be
  // padding.
  SecretBytes plain_;
  std::size_t filled_ = 0;
  std::size_t held_ = 0;
};

// DecryptAuthenticated checks and decrypts a whole content: `sealed` is the ciphertext with the tag
// after it, `plain` has room for the ciphertext's length and holds nothing of use after a failure.
// The two must not overlap. Reasons: decryption-failed; algorithm-unsupported; malformed
// (parameters).
[[nodiscard]] Result<void> DecryptAuthenticated(const ContentCipher& cipher, PK11SymKey* key,
                                                ByteView additional, ByteView sealed,
                                                std::span<std::uint8_t> plain);

}  // namespace signet::nss

#endif  // SIGNET_NSS_CIPHER_H_

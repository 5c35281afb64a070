// Encrypting content on NSS: a fresh key, a fresh initialization vector, and AES in CBC or GCM mode
// (RFC 3565, RFC 5084). The counterpart of nss/cipher.h, which has the names; what is weak is never
// written.
#ifndef SIGNET_NSS_ENCRYPTION_H_
#define SIGNET_NSS_ENCRYPTION_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "base/bytes.h"
#include "base/result.h"
#include "nss/cipher.h"
#include "nss/owners.h"
#include "nss/secret_bytes.h"

namespace signet::nss {

// CanEncrypt: AES-128, -192 and -256 in CBC and GCM mode.
[[nodiscard]] bool CanEncrypt(Cipher cipher);

// NewContentCipher gives the cipher with a fresh initialization vector or nonce: a value for one
// content under one key. Reasons: algorithm-refused (CanEncrypt says no), internal.
[[nodiscard]] Result<ContentCipher> NewContentCipher(Cipher cipher);

// NewContentKey makes a key that lives in the token of NSS alone, and that can be wrapped. Reason:
// encryption-failed.
[[nodiscard]] Result<UniqueSymmetricKey> NewContentKey(Cipher cipher);

// CbcEncryptor encrypts octets that arrive in pieces of any size, with the padding of RFC 5652,
// 6.3. One thread at a time.
class CbcEncryptor {
 public:
  // Begin: reasons encryption-failed, algorithm-refused (no CBC mode).
  [[nodiscard]] static Result<CbcEncryptor> Begin(const ContentCipher& cipher, PK11SymKey* key);

  // Update gives the ciphertext that these octets complete; it is valid until the next call. Needs
  // memory for as many octets as it is given at once. Reason: encryption-failed.
  [[nodiscard]] Result<ByteView> Update(ByteView plain);
  // Finish gives the last block. The object is of no use afterwards.
  [[nodiscard]] Result<ByteView> Finish();

 private:
  CbcEncryptor(UniqueContext context, std::size_t block)
      : context_(std::move(context)), block_(block) {}

  [[nodiscard]] Result<void> Encrypt(ByteView blocks);

  UniqueContext context_;
  std::size_t block_;
  // Plaintext that does not fill a block yet: partial_octets_ of it.
  SecretBytes partial_{16};
  std::size_t partial_octets_ = 0;
  Bytes sealed_;
  std::size_t filled_ = 0;
};

// EncryptAuthenticated encrypts a whole content: `sealed` has room for the plaintext and the tag of
// cipher.tag_octets, which comes after it. The two must not overlap. Reasons: encryption-failed;
// limit-exceeded (more octets than NSS takes at once).
[[nodiscard]] Result<void> EncryptAuthenticated(const ContentCipher& cipher, PK11SymKey* key,
                                                ByteView additional, ByteView plain,
                                                std::span<std::uint8_t> sealed);

}  // namespace signet::nss

#endif  // SIGNET_NSS_ENCRYPTION_H_

// Key wraps of CMS: AES key wrap (RFC 3394, RFC 3565) and triple-DES key wrap (RFC 3217), which old
// messages for elliptic-curve keys have.
#ifndef SIGNET_NSS_KEY_WRAP_H_
#define SIGNET_NSS_KEY_WRAP_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/bytes.h"
#include "base/oid.h"
#include "base/result.h"
#include "nss/cipher.h"
#include "nss/owners.h"

namespace signet::nss {

enum class KeyWrap : std::uint8_t { kAes128, kAes192, kAes256, kTripleDes };

// KeyWrapFromOid finds the wrap of an object identifier (content octets).
[[nodiscard]] std::optional<KeyWrap> KeyWrapFromOid(ByteView oid);
[[nodiscard]] Oid KeyWrapOid(KeyWrap wrap);
// KeyWrapName gives the name that people know: "AES-128 key wrap".
[[nodiscard]] std::string_view KeyWrapName(KeyWrap wrap);
// KeyWrapOctets gives the length of the key-encryption key.
[[nodiscard]] std::size_t KeyWrapOctets(KeyWrap wrap);
// UseFor is the use of the key-encryption key when unwrapping, UseForWrapping when wrapping.
[[nodiscard]] KeyUse UseFor(KeyWrap wrap);
[[nodiscard]] KeyUse UseForWrapping(KeyWrap wrap);

// UnwrapKey unwraps `wrapped` with a key for UseFor(wrap) and gives a key for `use`. A wrong key, a
// wrong length and altered octets are all decryption-failed.
[[nodiscard]] Result<UniqueSymmetricKey> UnwrapKey(KeyWrap wrap, PK11SymKey* key, ByteView wrapped,
                                                   const KeyUse& use);

// WrapKey wraps `content` with a key for UseForWrapping(wrap). Reasons: encryption-failed;
// algorithm-refused for triple-DES, which is read only.
[[nodiscard]] Result<Bytes> WrapKey(KeyWrap wrap, PK11SymKey* key, PK11SymKey* content);

}  // namespace signet::nss

#endif  // SIGNET_NSS_KEY_WRAP_H_

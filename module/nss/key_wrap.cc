#include "nss/key_wrap.h"

#include <pk11pub.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "nss/digest.h"
#include "nss/error.h"
#include "nss/oids.h"
#include "nss/quick_der.h"
#include "nss/secret_bytes.h"

namespace signet::nss {
namespace {

struct Known {
  KeyWrap wrap;
  Oid oid;
  std::string_view name;
  CK_MECHANISM_TYPE mechanism;
  CK_ATTRIBUTE_TYPE operation;
  std::size_t octets;
};

constexpr std::array kKnown = {
    Known{KeyWrap::kAes128, oid::kAes128Wrap, "AES-128 key wrap", CKM_AES_KEY_WRAP, CKA_UNWRAP, 16},
    Known{KeyWrap::kAes192, oid::kAes192Wrap, "AES-192 key wrap", CKM_AES_KEY_WRAP, CKA_UNWRAP, 24},
    Known{KeyWrap::kAes256, oid::kAes256Wrap, "AES-256 key wrap", CKM_AES_KEY_WRAP, CKA_UNWRAP, 32},
    Known{KeyWrap::kTripleDes, oid::kTripleDesWrap, "3DES key wrap", CKM_DES3_CBC, CKA_DECRYPT, 24},
};

constexpr std::size_t kDesBlock = 8;
constexpr std::size_t kTripleDesKey = 24;
// Initialization vector, key and checksum.
constexpr std::size_t kTripleDesWrapped = kDesBlock + kTripleDesKey + kDesBlock;
// RFC 3217, 3.1.
constexpr std::array<std::uint8_t, kDesBlock> kTripleDesVector = {0x4a, 0xdd, 0xa2, 0x2c,
                                                                  0x79, 0xe8, 0x21, 0x05};

const Known& Find(KeyWrap wrap) {
  return *std::ranges::find(kKnown, wrap, &Known::wrap);
}

Reason DecryptionFailed() {
  return MakeReason(ReasonCode::kDecryptionFailed);
}

Result<SecretBytes> DecryptBlocks(PK11SymKey* key, ByteView vector, ByteView ciphertext) {
  SECItem parameter = Borrow(vector);
  SecretBytes plain(ciphertext.size());
  unsigned length = 0;
  if (PK11_Decrypt(key, CKM_DES3_CBC, &parameter, plain.data(), &length,
                   static_cast<unsigned>(plain.size()), ciphertext.data(),
                   static_cast<unsigned>(ciphertext.size())) != SECSuccess ||
      length != ciphertext.size()) {
    return DecryptionFailed();
  }
  return plain;
}

// RFC 3217, 3.2.
Result<UniqueSymmetricKey> UnwrapTripleDes(PK11SymKey* key, ByteView wrapped, const KeyUse& use) {
  if (wrapped.size() != kTripleDesWrapped || use.octets != kTripleDesKey) {
    return DecryptionFailed();
  }
  SIGNET_ASSIGN(SecretBytes outer, DecryptBlocks(key, kTripleDesVector, wrapped));
  std::ranges::reverse(outer.span());
  SIGNET_ASSIGN(const SecretBytes inner,
                DecryptBlocks(key, outer.view().first(kDesBlock), outer.view().subspan(kDesBlock)));
  const ByteView content_key = inner.view().first(kTripleDesKey);
  SIGNET_ASSIGN(const Bytes checksum, ComputeDigest(DigestAlgorithm::kSha1, content_key));
  if (!Equal(ByteView(checksum).first(kDesBlock), inner.view().subspan(kTripleDesKey))) {
    return DecryptionFailed();
  }
  return ImportKey(use, content_key);
}

}  // namespace

std::optional<KeyWrap> KeyWrapFromOid(ByteView oid) {
  const auto* const known =
      std::ranges::find_if(kKnown, [&](const Known& candidate) { return oid == candidate.oid; });
  if (known == kKnown.end()) {
    return std::nullopt;
  }
  return known->wrap;
}

Oid KeyWrapOid(KeyWrap wrap) {
  return Find(wrap).oid;
}
std::string_view KeyWrapName(KeyWrap wrap) {
  return Find(wrap).name;
}
std::size_t KeyWrapOctets(KeyWrap wrap) {
  return Find(wrap).octets;
}

KeyUse UseFor(KeyWrap wrap) {
  const Known& known = Find(wrap);
  return {known.mechanism, known.operation, known.octets};
}

KeyUse UseForWrapping(KeyWrap wrap) {
  return {Find(wrap).mechanism, CKA_WRAP, Find(wrap).octets};
}

Result<UniqueSymmetricKey> UnwrapKey(KeyWrap wrap, PK11SymKey* key, ByteView wrapped,
                                     const KeyUse& use) {
  if (wrap == KeyWrap::kTripleDes) {
    return UnwrapTripleDes(key, wrapped, use);
  }
  // RFC 3394: at least two blocks and the checksum.
  if (wrapped.size() != use.octets + kDesBlock || use.octets < 2 * kDesBlock) {
    return DecryptionFailed();
  }
  SECItem item = Borrow(wrapped);
  UniqueSymmetricKey unwrapped(PK11_UnwrapSymKey(key, CKM_AES_KEY_WRAP, nullptr, &item,
                                                 use.mechanism, use.operation,
                                                 static_cast<int>(use.octets)));
  if (!unwrapped || PK11_GetKeyLength(unwrapped.get()) != use.octets) {
    return DecryptionFailed();
  }
  return unwrapped;
}

Result<Bytes> WrapKey(KeyWrap wrap, PK11SymKey* key, PK11SymKey* content) {
  if (wrap == KeyWrap::kTripleDes) {
    return MakeReason(ReasonCode::kAlgorithmRefused)
        .With("algorithm", std::string(KeyWrapName(wrap)));
  }
  Bytes wrapped(PK11_GetKeyLength(content) + kDesBlock);
  SECItem item = {siBuffer, wrapped.data(), static_cast<unsigned>(wrapped.size())};
  if (PK11_WrapSymKey(CKM_AES_KEY_WRAP, nullptr, key, content, &item) != SECSuccess) {
    return MakeReason(ReasonCode::kEncryptionFailed).Because(Failure("PK11_WrapSymKey"));
  }
  wrapped.resize(item.len);
  return wrapped;
}

}  // namespace signet::nss

#include "nss/cipher.h"

#include <pk11pub.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include "nss/error.h"
#include "nss/oids.h"
#include "nss/quick_der.h"

namespace signet::nss {
namespace {

// Octets that one call of PK11_CipherOp gets.
constexpr std::size_t kPieceOctets = std::size_t{64} << 10U;

struct Known {
  Cipher cipher;
  Oid oid;
  std::string_view name;
  CK_MECHANISM_TYPE mechanism;
  std::size_t key_octets;
  std::size_t block_octets;
};

constexpr std::array kKnown = {
    Known{Cipher::kAes128Cbc, oid::kAes128Cbc, "AES-128-CBC", CKM_AES_CBC, 16, 16},
    Known{Cipher::kAes192Cbc, oid::kAes192Cbc, "AES-192-CBC", CKM_AES_CBC, 24, 16},
    Known{Cipher::kAes256Cbc, oid::kAes256Cbc, "AES-256-CBC", CKM_AES_CBC, 32, 16},
    Known{Cipher::kAes128Gcm, oid::kAes128Gcm, "AES-128-GCM", CKM_AES_GCM, 16, 1},
    Known{Cipher::kAes192Gcm, oid::kAes192Gcm, "AES-192-GCM", CKM_AES_GCM, 24, 1},
    Known{Cipher::kAes256Gcm, oid::kAes256Gcm, "AES-256-GCM", CKM_AES_GCM, 32, 1},
    Known{Cipher::kChaCha20Poly1305, oid::kChaCha20Poly1305, "ChaCha20-Poly1305",
          CKM_CHACHA20_POLY1305, 32, 1},
    Known{Cipher::kTripleDesCbc, oid::kTripleDesCbc, "3DES", CKM_DES3_CBC, 24, 8},
    Known{Cipher::kDesCbc, oid::kDesCbc, "DES", CKM_DES_CBC, 8, 8},
    Known{Cipher::kRc2Cbc, oid::kRc2Cbc, "RC2", CKM_RC2_CBC, 0, 8},
    Known{Cipher::kCamellia128Cbc, oid::kCamellia128Cbc, "Camellia-128-CBC", CKM_CAMELLIA_CBC, 16,
          16},
    Known{Cipher::kCamellia192Cbc, oid::kCamellia192Cbc, "Camellia-192-CBC", CKM_CAMELLIA_CBC, 24,
          16},
    Known{Cipher::kCamellia256Cbc, oid::kCamellia256Cbc, "Camellia-256-CBC", CKM_CAMELLIA_CBC, 32,
          16},
};

const Known& Find(Cipher cipher) {
  return *std::ranges::find(kKnown, cipher, &Known::cipher);
}

Reason DecryptionFailed() {
  return MakeReason(ReasonCode::kDecryptionFailed);
}

Reason Unsupported(const Known& known) {
  return MakeReason(ReasonCode::kAlgorithmUnsupported)
      .With("algorithm", std::string(known.name))
      .With("oid", DottedText(known.oid.bytes()));
}

// The last octet says how many octets of padding there are, from 1 to a block, all with that value.
// Looks at the whole block whatever is in it. Nothing where it is no padding.
std::optional<std::size_t> PaddingOctets(ByteView block) {
  const std::uint8_t count = block.back();
  unsigned wrong = count == 0 || count > block.size() ? 1 : 0;
  for (std::size_t i = 0; i < block.size(); ++i) {
    const bool is_padding = i + count >= block.size();
    wrong |= is_padding && block[i] != count ? 1U : 0U;
  }
  if (wrong != 0) {
    return std::nullopt;
  }
  return count;
}

}  // namespace

std::optional<Cipher> CipherFromOid(ByteView oid) {
  const auto* const known =
      std::ranges::find_if(kKnown, [&](const Known& candidate) { return oid == candidate.oid; });
  if (known == kKnown.end()) {
    return std::nullopt;
  }
  return known->cipher;
}

Oid CipherOid(Cipher cipher) {
  return Find(cipher).oid;
}
std::string_view CipherName(Cipher cipher) {
  return Find(cipher).name;
}
bool IsAuthenticated(Cipher cipher) {
  return Find(cipher).block_octets == 1;
}

bool IsWeak(Cipher cipher) {
  return cipher == Cipher::kTripleDesCbc || cipher == Cipher::kDesCbc || cipher == Cipher::kRc2Cbc;
}

std::size_t BlockOctets(Cipher cipher) {
  return Find(cipher).block_octets;
}

bool IsAvailable(Cipher cipher) {
  return PK11_TokenExists(Find(cipher).mechanism) == PR_TRUE;
}

std::size_t ContentCipher::KeyOctets() const {
  return cipher == Cipher::kRc2Cbc ? rc2_bits / 8 : Find(cipher).key_octets;
}

KeyUse UseFor(const ContentCipher& cipher) {
  return {Find(cipher.cipher).mechanism, CKA_DECRYPT, cipher.KeyOctets()};
}

Result<UniqueSymmetricKey> ImportKey(const KeyUse& use, ByteView octets) {
  const UniqueSlot slot(PK11_GetBestSlot(use.mechanism, nullptr));
  SECItem item = Borrow(octets);
  UniqueSymmetricKey key(slot ? PK11_ImportSymKey(slot.get(), use.mechanism, PK11_OriginUnwrap,
                                                  use.operation, &item, nullptr)
                              : nullptr);
  if (!key) {
    return MakeReason(ReasonCode::kInternal).Because(Failure("PK11_ImportSymKey"));
  }
  return key;
}

Result<CbcDecryptor> CbcDecryptor::Begin(const ContentCipher& cipher, PK11SymKey* key) {
  const Known& known = Find(cipher.cipher);
  if (!IsAvailable(cipher.cipher)) {
    return Unsupported(known);
  }
  if (cipher.iv.size() != known.block_octets) {
    return Malformed({}, "an initialization vector of the wrong length");
  }
  SECItem parameter = Borrow(cipher.iv);
  CK_RC2_CBC_PARAMS rc2 = {};
  if (cipher.cipher == Cipher::kRc2Cbc) {
    rc2.ulEffectiveBits = cipher.rc2_bits;
    std::ranges::copy(cipher.iv, std::begin(rc2.iv));
    parameter = {siBuffer, reinterpret_cast<unsigned char*>(&rc2), sizeof(rc2)};
  }
  UniqueContext context(PK11_CreateContextBySymKey(known.mechanism, CKA_DECRYPT, key, &parameter));
  if (!context) {
    return DecryptionFailed();
  }
  return CbcDecryptor(std::move(context), known.block_octets);
}

Result<ByteView> CbcDecryptor::Update(ByteView ciphertext) {
  // What was held back comes first, then the plaintext of all blocks that are complete now.
  const std::size_t wanted = held_ + partial_.size() + ciphertext.size();
  if (wanted > plain_.size()) {
    SecretBytes larger(wanted);
    std::ranges::copy(Held(), larger.data());
    plain_ = std::move(larger);
  } else {
    std::ranges::copy(Held(), plain_.data());
  }
  filled_ = held_;
  if (!partial_.empty()) {
    const std::size_t missing = std::min(block_ - partial_.size(), ciphertext.size());
    partial_.insert(partial_.end(), ciphertext.begin(),
                    ciphertext.begin() + static_cast<std::ptrdiff_t>(missing));
    ciphertext = ciphertext.subspan(missing);
    if (partial_.size() == block_) {
      SIGNET_TRY(Decrypt(partial_));
      partial_.clear();
    }
  }
  const std::size_t direct = ciphertext.size() - (ciphertext.size() % block_);
  SIGNET_TRY(Decrypt(ciphertext.first(direct)));
  ciphertext = ciphertext.subspan(direct);
  partial_.insert(partial_.end(), ciphertext.begin(), ciphertext.end());
  held_ = std::min(block_, filled_);
  return plain_.view().first(filled_ - held_);
}

// Decrypts whole blocks behind what plain_ is filled with.
Result<void> CbcDecryptor::Decrypt(ByteView blocks) {
  while (!blocks.empty()) {
    const ByteView piece = blocks.first(std::min(blocks.size(), kPieceOctets));
    blocks = blocks.subspan(piece.size());
    int length = 0;
    if (PK11_CipherOp(context_.get(), plain_.data() + filled_, &length,
                      static_cast<int>(piece.size()), piece.data(),
                      static_cast<int>(piece.size())) != SECSuccess ||
        static_cast<std::size_t>(length) != piece.size()) {
      return DecryptionFailed();
    }
    filled_ += piece.size();
  }
  return {};
}

ByteView CbcDecryptor::Held() const {
  return plain_.view().subspan(filled_ - held_, held_);
}

Result<ByteView> CbcDecryptor::Finish() {
  if (!partial_.empty() || held_ != block_) {
    return DecryptionFailed();
  }
  const ByteView last = Held();
  const std::optional<std::size_t> padding = PaddingOctets(last);
  if (!padding) {
    return DecryptionFailed();
  }
  return last.first(block_ - *padding);
}

Result<void> DecryptAuthenticated(const ContentCipher& cipher, PK11SymKey* key, ByteView additional,
                                  ByteView sealed, std::span<std::uint8_t> plain) {
  const Known& known = Find(cipher.cipher);
  if (!IsAvailable(cipher.cipher)) {
    return Unsupported(known);
  }
  if (sealed.size() < cipher.tag_octets || plain.size() < sealed.size() - cipher.tag_octets ||
      sealed.size() > std::numeric_limits<unsigned>::max()) {
    return DecryptionFailed();
  }
  const SECItem iv = Borrow(cipher.iv);
  const SECItem aad = Borrow(additional);
  CK_NSS_GCM_PARAMS gcm = {iv.data, iv.len, aad.data, aad.len,
                           static_cast<CK_ULONG>(cipher.tag_octets * 8)};
  CK_SALSA20_CHACHA20_POLY1305_PARAMS chacha = {iv.data, iv.len, aad.data, aad.len};
  SECItem parameter = {siBuffer, reinterpret_cast<unsigned char*>(&gcm), sizeof(gcm)};
  if (cipher.cipher == Cipher::kChaCha20Poly1305) {
    parameter = {siBuffer, reinterpret_cast<unsigned char*>(&chacha), sizeof(chacha)};
  }
  // NSS wants somewhere to write even where there is nothing to be written.
  std::array<std::uint8_t, 1> nothing = {};
  unsigned length = 0;
  if (PK11_Decrypt(key, known.mechanism, &parameter, plain.empty() ? nothing.data() : plain.data(),
                   &length, static_cast<unsigned>(plain.empty() ? nothing.size() : plain.size()),
                   sealed.data(), static_cast<unsigned>(sealed.size())) != SECSuccess ||
      length != sealed.size() - cipher.tag_octets) {
    return DecryptionFailed();
  }
  return {};
}

}  // namespace signet::nss

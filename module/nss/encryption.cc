#include "nss/encryption.h"

#include <pk11pub.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include "nss/error.h"
#include "nss/quick_der.h"
#include "nss/random.h"

namespace signet::nss {
namespace {

// Octets that one call of PK11_CipherOp gets.
constexpr std::size_t kPieceOctets = std::size_t{64} << 10U;
// RFC 5084, 3.2: 12 octets are recommended for the nonce, and for GCM they are best; the tag is as
// long as it can be.
constexpr std::size_t kNonceOctets = 12;
constexpr std::size_t kTagOctets = 16;

Reason EncryptionFailed(std::string_view function) {
  return MakeReason(ReasonCode::kEncryptionFailed).Because(Failure(function));
}

}  // namespace

bool CanEncrypt(Cipher cipher) {
  switch (cipher) {
    case Cipher::kAes128Cbc:
    case Cipher::kAes192Cbc:
    case Cipher::kAes256Cbc:
    case Cipher::kAes128Gcm:
    case Cipher::kAes192Gcm:
    case Cipher::kAes256Gcm:
      return true;
    default:
      return false;
  }
}

Result<ContentCipher> NewContentCipher(Cipher cipher) {
  if (!CanEncrypt(cipher)) {
    return MakeReason(ReasonCode::kAlgorithmRefused)
        .With("algorithm", std::string(CipherName(cipher)));
  }
  ContentCipher content{.cipher = cipher, .iv = {}};
  const bool authenticated = IsAuthenticated(cipher);
  SIGNET_ASSIGN(content.iv, RandomOctets(authenticated ? kNonceOctets : BlockOctets(cipher)));
  content.tag_octets = authenticated ? kTagOctets : 0;
  return content;
}

Result<UniqueSymmetricKey> NewContentKey(Cipher cipher) {
  const ContentCipher content{.cipher = cipher, .iv = {}};
  // The internal token: a card has no business with the keys of messages, and would be slow.
  const UniqueSlot slot(PK11_GetInternalSlot());
  UniqueSymmetricKey key(slot ? PK11_KeyGen(slot.get(), CKM_AES_KEY_GEN, nullptr,
                                            static_cast<int>(content.KeyOctets()), nullptr)
                              : nullptr);
  if (!key) {
    return EncryptionFailed("PK11_KeyGen");
  }
  return key;
}

Result<CbcEncryptor> CbcEncryptor::Begin(const ContentCipher& cipher, PK11SymKey* key) {
  if (!CanEncrypt(cipher.cipher) || IsAuthenticated(cipher.cipher)) {
    return MakeReason(ReasonCode::kAlgorithmRefused)
        .With("algorithm", std::string(CipherName(cipher.cipher)));
  }
  const SECItem vector = Borrow(cipher.iv);
  UniqueContext context(PK11_CreateContextBySymKey(CKM_AES_CBC, CKA_ENCRYPT, key, &vector));
  if (!context) {
    return EncryptionFailed("PK11_CreateContextBySymKey");
  }
  return CbcEncryptor(std::move(context), BlockOctets(cipher.cipher));
}

Result<ByteView> CbcEncryptor::Update(ByteView plain) {
  if (partial_octets_ + plain.size() > sealed_.size()) {
    sealed_.resize(partial_octets_ + plain.size());
  }
  filled_ = 0;
  if (partial_octets_ > 0) {
    const std::size_t taken = std::min(block_ - partial_octets_, plain.size());
    std::ranges::copy(plain.first(taken), partial_.data() + partial_octets_);
    partial_octets_ += taken;
    plain = plain.subspan(taken);
    if (partial_octets_ == block_) {
      SIGNET_TRY(Encrypt(partial_.view()));
      partial_octets_ = 0;
    }
  }
  const std::size_t direct = plain.size() - (plain.size() % block_);
  SIGNET_TRY(Encrypt(plain.first(direct)));
  if (direct < plain.size()) {
    std::ranges::copy(plain.subspan(direct), partial_.data());
    partial_octets_ = plain.size() - direct;
  }
  return ByteView(sealed_).first(filled_);
}

Result<ByteView> CbcEncryptor::Finish() {
  const std::size_t padding = block_ - partial_octets_;
  std::ranges::fill(partial_.span().subspan(partial_octets_), static_cast<std::uint8_t>(padding));
  sealed_.resize(std::max(sealed_.size(), block_));
  filled_ = 0;
  SIGNET_TRY(Encrypt(partial_.view()));
  return ByteView(sealed_).first(filled_);
}

// Encrypts whole blocks to where sealed_ is filled.
Result<void> CbcEncryptor::Encrypt(ByteView blocks) {
  while (!blocks.empty()) {
    const ByteView piece = blocks.first(std::min(blocks.size(), kPieceOctets));
    blocks = blocks.subspan(piece.size());
    int length = 0;
    if (PK11_CipherOp(context_.get(), sealed_.data() + filled_, &length,
                      static_cast<int>(piece.size()), piece.data(),
                      static_cast<int>(piece.size())) != SECSuccess ||
        static_cast<std::size_t>(length) != piece.size()) {
      return EncryptionFailed("PK11_CipherOp");
    }
    filled_ += piece.size();
  }
  return {};
}

Result<void> EncryptAuthenticated(const ContentCipher& cipher, PK11SymKey* key, ByteView additional,
                                  ByteView plain, std::span<std::uint8_t> sealed) {
  if (!CanEncrypt(cipher.cipher) || !IsAuthenticated(cipher.cipher) ||
      sealed.size() != plain.size() + cipher.tag_octets) {
    return MakeReason(ReasonCode::kInvalidRequest).Because("not an authenticated cipher");
  }
  // GCM itself ends at 2^36 octets, NSS's lengths long before.
  if (sealed.size() > std::numeric_limits<unsigned>::max()) {
    return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kAuthenticatedOctets");
  }
  const SECItem nonce = Borrow(cipher.iv);
  const SECItem aad = Borrow(additional);
  CK_NSS_GCM_PARAMS gcm = {nonce.data, nonce.len, aad.data, aad.len,
                           static_cast<CK_ULONG>(cipher.tag_octets * 8)};
  SECItem parameter = {siBuffer, reinterpret_cast<unsigned char*>(&gcm), sizeof(gcm)};
  unsigned length = 0;
  if (PK11_Encrypt(key, CKM_AES_GCM, &parameter, sealed.data(), &length,
                   static_cast<unsigned>(sealed.size()), plain.data(),
                   static_cast<unsigned>(plain.size())) != SECSuccess ||
      length != sealed.size()) {
    return EncryptionFailed("PK11_Encrypt");
  }
  return {};
}

}  // namespace signet::nss

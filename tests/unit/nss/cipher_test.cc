#include "nss/cipher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "nss/key_wrap.h"
#include "support/nss_environment.h"

namespace signet::nss {
namespace {

// NIST SP 800-38A, F.2.1: AES-128-CBC, first two blocks, and here a third of padding made with
// OpenSSL.
const Bytes kKey = {0x2b, 0x7e, 0x15, 0x16, 0x28, 0xae, 0xd2, 0xa6,
                    0xab, 0xf7, 0x15, 0x88, 0x09, 0xcf, 0x4f, 0x3c};
const Bytes kVector = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

// AES-128-CBC of these octets, not padded further, by NSS (checked against the vector below).
Bytes Encrypt(const Bytes& plain) {
  const UniqueSlot slot(PK11_GetInternalSlot());
  Bytes key_octets = kKey;
  SECItem key_item = {siBuffer, key_octets.data(), static_cast<unsigned>(key_octets.size())};
  const UniqueSymmetricKey key(PK11_ImportSymKey(slot.get(), CKM_AES_CBC, PK11_OriginUnwrap,
                                                 CKA_ENCRYPT, &key_item, nullptr));
  Bytes vector = kVector;
  SECItem parameter = {siBuffer, vector.data(), static_cast<unsigned>(vector.size())};
  Bytes cipher(plain.size());
  unsigned length = 0;
  EXPECT_EQ(PK11_Encrypt(key.get(), CKM_AES_CBC, &parameter, cipher.data(), &length,
                         static_cast<unsigned>(cipher.size()), plain.data(),
                         static_cast<unsigned>(plain.size())),
            SECSuccess);
  return cipher;
}

// What a decryptor gives, in pieces; nothing where it fails.
std::optional<Bytes> Decrypt(ByteView ciphertext, std::size_t piece) {
  ContentCipher cipher;
  cipher.cipher = Cipher::kAes128Cbc;
  cipher.iv = kVector;
  const auto key = ImportKey(UseFor(cipher), kKey);
  EXPECT_TRUE(key);
  auto decryptor = CbcDecryptor::Begin(cipher, key->get());
  EXPECT_TRUE(decryptor);
  Bytes plain;
  const auto append = [&](ByteView octets) {
    plain.insert(plain.end(), octets.begin(), octets.end());
  };
  while (!ciphertext.empty()) {
    const ByteView next = ciphertext.first(std::min(piece, ciphertext.size()));
    ciphertext = ciphertext.subspan(next.size());
    const auto update = decryptor->Update(next);
    EXPECT_TRUE(update);
    append(*update);
  }
  const auto last = decryptor->Finish();
  if (!last) {
    EXPECT_EQ(last.error(), MakeReason(ReasonCode::kDecryptionFailed));
    return std::nullopt;
  }
  append(*last);
  return plain;
}

TEST(CbcDecryptorTest, Vector) {
  const Bytes plain = {0x6b, 0xc1, 0xbe, 0xe2, 0x2e, 0x40, 0x9f, 0x96,
                       0xe9, 0x3d, 0x7e, 0x11, 0x73, 0x93, 0x17, 0x2a};
  Bytes padded = plain;
  padded.insert(padded.end(), 16, 16);
  const Bytes cipher = Encrypt(padded);
  EXPECT_EQ(ToHex(ByteView(cipher).first(16)), "7649abac8119b246cee98e9b12e9197d");
  EXPECT_EQ(Decrypt(cipher, 32), plain);
}

TEST(CbcDecryptorTest, EveryLengthInEveryCutting) {
  for (std::size_t size = 0; size < 70; ++size) {
    Bytes plain(size);
    for (std::size_t i = 0; i < size; ++i) {
      plain[i] = static_cast<std::uint8_t>(i);
    }
    Bytes padded = plain;
    const std::size_t padding = 16 - (size % 16);
    padded.insert(padded.end(), padding, static_cast<std::uint8_t>(padding));
    const Bytes cipher = Encrypt(padded);
    for (const std::size_t piece : {1U, 5U, 16U, 17U, 33U, 1000U}) {
      EXPECT_EQ(Decrypt(cipher, piece), plain) << size << " in " << piece;
    }
  }
}

TEST(CbcDecryptorTest, Padding) {
  const auto with_end = [](std::vector<std::uint8_t> end) {
    Bytes block(32, 0x55);
    std::ranges::copy(end, block.end() - static_cast<std::ptrdiff_t>(end.size()));
    return Decrypt(Encrypt(block), 32).has_value();
  };
  EXPECT_TRUE(with_end({1}));
  EXPECT_TRUE(with_end({2, 2}));
  EXPECT_FALSE(with_end({0}));
  EXPECT_FALSE(with_end({17}));
  EXPECT_FALSE(with_end({0xff}));
  EXPECT_FALSE(with_end({3, 3, 3, 2, 3}));
  EXPECT_TRUE(with_end(std::vector<std::uint8_t>(16, 16)));
  EXPECT_FALSE(Decrypt({}, 1));
  EXPECT_FALSE(Decrypt(Bytes(15, 1), 15));
  EXPECT_FALSE(Decrypt(Bytes(31, 1), 31));
}

TEST(CbcDecryptorTest, VectorOfWrongLength) {
  ContentCipher cipher;
  cipher.cipher = Cipher::kAes128Cbc;
  cipher.iv = Bytes(8, 0);
  const auto key = ImportKey(UseFor(cipher), kKey);
  ASSERT_TRUE(key);
  const auto decryptor = CbcDecryptor::Begin(cipher, key->get());
  ASSERT_FALSE(decryptor);
  EXPECT_EQ(decryptor.error().code, ReasonCode::kMalformed);
}

// RFC 3394, 4.1: 128 bits of key data with a 128-bit KEK.
TEST(KeyWrapTest, AesVector) {
  const Bytes kek = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  Bytes wrapped = {0x1f, 0xa6, 0x8b, 0x0a, 0x81, 0x12, 0xb4, 0x47, 0xae, 0xf3, 0x4b, 0xd8,
                   0xfb, 0x5a, 0x7b, 0x82, 0x9d, 0x3e, 0x86, 0x23, 0x71, 0xd2, 0xcf, 0xe5};
  const auto key = ImportKey(UseFor(KeyWrap::kAes128), kek);
  ASSERT_TRUE(key);
  ContentCipher cipher;
  cipher.cipher = Cipher::kAes128Cbc;
  const auto unwrapped = UnwrapKey(KeyWrap::kAes128, key->get(), wrapped, UseFor(cipher));
  ASSERT_TRUE(unwrapped);
  ASSERT_EQ(PK11_ExtractKeyValue(unwrapped->get()), SECSuccess);
  const SECItem* const data = PK11_GetKeyData(unwrapped->get());
  EXPECT_EQ(ToHex({data->data, data->len}), "00112233445566778899aabbccddeeff");
  // Altered octets, and a key of another length than the cipher's, look the same.
  ContentCipher longer;
  longer.cipher = Cipher::kAes256Cbc;
  const auto other = UnwrapKey(KeyWrap::kAes128, key->get(), wrapped, UseFor(longer));
  wrapped[3] ^= 1U;
  const auto altered = UnwrapKey(KeyWrap::kAes128, key->get(), wrapped, UseFor(cipher));
  ASSERT_FALSE(other);
  ASSERT_FALSE(altered);
  EXPECT_EQ(other.error(), altered.error());
}

}  // namespace
}  // namespace signet::nss

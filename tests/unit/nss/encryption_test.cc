// Encrypting: what comes out is opened by the decrypting side and by OpenSSL, cut anywhere.
#include "nss/encryption.h"

#include <gtest/gtest.h>
#include <pk11pub.h>

#include <algorithm>
#include <set>
#include <string>

#include "nss/key_wrap.h"
#include "nss/quick_der.h"
#include "nss/random.h"
#include "support/nss_environment.h"
#include "support/run.h"

namespace signet::nss {
namespace {

Bytes KeyOctets(std::size_t size) {
  Bytes octets(size);
  for (std::size_t i = 0; i < size; ++i) {
    octets[i] = static_cast<std::uint8_t>(i);
  }
  return octets;
}

Bytes EncryptInPieces(const ContentCipher& cipher, PK11SymKey* key, ByteView plain,
                      std::size_t piece) {
  auto encryptor = CbcEncryptor::Begin(cipher, key);
  EXPECT_TRUE(encryptor);
  Bytes sealed;
  const auto append = [&](const Result<ByteView>& octets) {
    ASSERT_TRUE(octets);
    sealed.insert(sealed.end(), octets->begin(), octets->end());
  };
  while (!plain.empty()) {
    const ByteView next = plain.first(std::min(piece, plain.size()));
    plain = plain.subspan(next.size());
    append(encryptor->Update(next));
  }
  append(encryptor->Finish());
  return sealed;
}

TEST(EncryptionTest, CbcIsWhatOpenSslMakes) {
  const Bytes key_octets = KeyOctets(32);
  const ContentCipher cipher{.cipher = Cipher::kAes256Cbc, .iv = KeyOctets(16)};
  const auto key = ImportKey({CKM_AES_CBC, CKA_ENCRYPT, 32}, key_octets);
  ASSERT_TRUE(key);
  for (const std::size_t size : {0U, 1U, 15U, 16U, 17U, 100U, 1000U}) {
    const std::string plain(size, 'x');
    const testing::TemporaryFolder folder;
    const testing::Outcome expected = testing::RunProgram(
        folder.path(),
        {"openssl", "enc", "-aes-256-cbc", "-K", ToHex(key_octets), "-iv", ToHex(cipher.iv)},
        plain);
    ASSERT_EQ(expected.status, 0) << expected.err;
    for (const std::size_t piece : {1U, 7U, 16U, 4096U}) {
      EXPECT_EQ(AsText(EncryptInPieces(cipher, key->get(), AsBytes(plain), piece)), expected.out)
          << size << " in pieces of " << piece;
    }
  }
}

TEST(EncryptionTest, GcmOpensAndNoticesChanges) {
  for (const Cipher kind : {Cipher::kAes128Gcm, Cipher::kAes192Gcm, Cipher::kAes256Gcm}) {
    const auto cipher = NewContentCipher(kind);
    const auto key = NewContentKey(kind);
    ASSERT_TRUE(cipher && key);
    for (const std::size_t size : {0U, 1U, 1000U}) {
      const Bytes plain(size, 'x');
      Bytes sealed(size + cipher->tag_octets);
      ASSERT_TRUE(EncryptAuthenticated(*cipher, key->get(), {}, plain, sealed));
      Bytes opened(sealed.size());
      ASSERT_TRUE(DecryptAuthenticated(*cipher, key->get(), {}, sealed, opened));
      opened.resize(size);
      EXPECT_EQ(opened, plain);
      sealed[0] ^= 1U;
      opened.resize(sealed.size());
      EXPECT_FALSE(DecryptAuthenticated(*cipher, key->get(), {}, sealed, opened));
    }
  }
}

TEST(EncryptionTest, EveryContentHasItsOwnVector) {
  std::set<Bytes> seen;
  for (int i = 0; i < 100; ++i) {
    seen.insert(NewContentCipher(Cipher::kAes256Gcm)->iv);
    seen.insert(NewContentCipher(Cipher::kAes256Cbc)->iv);
  }
  EXPECT_EQ(seen.size(), 200U);
  EXPECT_EQ(NewContentCipher(Cipher::kAes256Gcm)->iv.size(), 12U);
  EXPECT_EQ(NewContentCipher(Cipher::kAes256Cbc)->iv.size(), 16U);
}

TEST(EncryptionTest, WhatIsWeakIsNotWritten) {
  for (const Cipher cipher : {Cipher::kTripleDesCbc, Cipher::kDesCbc, Cipher::kRc2Cbc}) {
    EXPECT_FALSE(CanEncrypt(cipher));
    const auto refused = NewContentCipher(cipher);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ReasonCode::kAlgorithmRefused);
  }
}

TEST(EncryptionTest, AKeyOfAnotherKindWrapsNothing) {
  const auto content = NewContentKey(Cipher::kAes256Cbc);
  const auto other = ImportKey({CKM_DES3_CBC, CKA_ENCRYPT, 24}, *RandomOctets(24));
  ASSERT_TRUE(content && other);
  const auto wrapped = WrapKey(KeyWrap::kAes256, other->get(), content->get());
  ASSERT_FALSE(wrapped);
  EXPECT_EQ(wrapped.error().code, ReasonCode::kEncryptionFailed);
}

}  // namespace
}  // namespace signet::nss

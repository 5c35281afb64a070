#include "nss/owners.h"

#include <gtest/gtest.h>

#include <secerr.h>

#include <type_traits>

#include "nss/error.h"
#include "support/certificate_builder.h"
#include "support/nss_environment.h"

namespace signet::nss {
namespace {

// An owner is as small as the pointer it replaces, moves and does not copy.
template <typename Owner>
void ExpectPlainOwner() {
  EXPECT_EQ(sizeof(Owner), sizeof(void*));
  EXPECT_TRUE(std::is_nothrow_move_constructible_v<Owner>);
  EXPECT_FALSE(std::is_copy_constructible_v<Owner>);
}

TEST(OwnersTest, AreAsSmallAsPointers) {
  ExpectPlainOwner<UniqueCertificate>();
  ExpectPlainOwner<UniquePrivateKey>();
  ExpectPlainOwner<UniqueSlot>();
  ExpectPlainOwner<UniqueContext>();
  ExpectPlainOwner<UniqueArena>();
  ExpectPlainOwner<UniqueSecretItem>();
  ExpectPlainOwner<UniqueText>();
}

// The environment's end asserts that NSS stops, which it refuses while a handle is open; so one of
// each kind that NSS counts is opened here, and copied and given back in other orders.
TEST(OwnersTest, GiveBackWhatTheyOwn) {
  const testing::CertificateAuthority root("Root");
  SECItem der = {siBuffer, const_cast<unsigned char*>(root.der().data()),  // NOLINT
                 static_cast<unsigned int>(root.der().size())};
  UniqueCertificate certificate(
      CERT_NewTempCertificate(CERT_GetDefaultCertDB(), &der, nullptr, PR_FALSE, PR_TRUE));
  ASSERT_NE(certificate, nullptr);
  UniqueCertificate second(CERT_DupCertificate(certificate.get()));
  certificate.reset();
  const UniquePublicKey key(CERT_ExtractPublicKey(second.get()));
  EXPECT_NE(key, nullptr);
  const UniqueSubjectPublicKeyInfo info(SECKEY_CreateSubjectPublicKeyInfo(key.get()));
  EXPECT_NE(info, nullptr);
  const UniqueItem encoded(SECKEY_EncodeDERSubjectPublicKeyInfo(key.get()));
  EXPECT_NE(encoded, nullptr);
  const UniqueText name(CERT_NameToAscii(&second->subject));
  EXPECT_STREQ(name.get(), "CN=Root");
  const UniqueSlot slot(PK11_GetInternalSlot());
  const UniqueSymmetricKey secret(PK11_KeyGen(slot.get(), CKM_AES_KEY_GEN, nullptr, 32, nullptr));
  EXPECT_NE(secret, nullptr);
  const UniqueContext digest(PK11_CreateDigestContext(SEC_OID_SHA256));
  EXPECT_NE(digest, nullptr);
  const UniqueArena arena(PORT_NewArena(DER_DEFAULT_CHUNKSIZE));
  EXPECT_NE(arena, nullptr);
  const UniqueSlotList slots(PK11_GetAllTokens(CKM_INVALID_MECHANISM, PR_FALSE, PR_FALSE, nullptr));
  EXPECT_NE(slots, nullptr);
}

TEST(ErrorTest, NamesCodes) {
  PORT_SetError(SEC_ERROR_BAD_DER);
  EXPECT_EQ(ErrorName(), "SEC_ERROR_BAD_DER");
  EXPECT_EQ(Failure("PK11_Decrypt"), "PK11_Decrypt: SEC_ERROR_BAD_DER");
  PORT_SetError(0);
  EXPECT_EQ(ErrorName(), "no error code");
  PORT_SetError(12345);
  EXPECT_EQ(ErrorName(), "error 12345");
}

}  // namespace
}  // namespace signet::nss

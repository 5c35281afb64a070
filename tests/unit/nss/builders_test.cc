// The test material itself, judged by OpenSSL: what the builders call good must be good, and what
// they damage must fail.
#include <gtest/gtest.h>

#include <string>

#include "asn1/oids.h"
#include "support/certificate_builder.h"
#include "support/keys.h"
#include "support/message_builder.h"
#include "support/nss_environment.h"
#include "support/run.h"
#include "support/signed_data_builder.h"

namespace signet::testing {
namespace {

constexpr const char* kAtTestTime = "1780315200";  // kTestTime in seconds since 1970

class BuildersTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(kTestTime.time_since_epoch().count(), std::stoll(kAtTestTime));
    folder_.Write("root.pem", Pem("CERTIFICATE", root_.der()));
  }

  [[nodiscard]] bool CertificateIsGood(ByteView der) const {
    folder_.Write("leaf.der", der);
    const Outcome outcome =
        RunProgram(folder_.path(), {"openssl", "verify", "-x509_strict", "-attime", kAtTestTime,
                                    "-purpose", "smimesign", "-CAfile", "root.pem", "leaf.der"});
    return outcome.status == 0;
  }

  [[nodiscard]] bool SignedDataIsGood(ByteView cms, std::string_view content) const {
    folder_.Write("cms.der", cms);
    folder_.Write("content", content);
    const Outcome outcome =
        RunProgram(folder_.path(), {"openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in",
                                    "cms.der", "-content", "content", "-CAfile", "root.pem",
                                    "-attime", kAtTestTime, "-purpose", "any", "-out", "verified"});
    return outcome.status == 0;
  }

  TemporaryFolder folder_;
  CertificateAuthority root_{"Test Root", KeyKind::kRsa2048};
};

TEST_F(BuildersTest, CertificatesOfEveryKindAreGood) {
  for (const KeyKind kind : {KeyKind::kP256, KeyKind::kP384, KeyKind::kP521, KeyKind::kRsa2048}) {
    EXPECT_TRUE(CertificateIsGood(root_.Issue(PersonCertificate("alice@example.com", kind)).der));
  }
  for (const Scheme scheme : {Scheme::kRsaSha384, Scheme::kRsaSha512, Scheme::kPssSha256,
                              Scheme::kPssSha384, Scheme::kPssSha512}) {
    EXPECT_TRUE(CertificateIsGood(root_.Issue(PersonCertificate("alice@example.com"), scheme).der));
  }
}

TEST_F(BuildersTest, DamagedCertificatesAreBad) {
  for (const CertificateDamage damage :
       {CertificateDamage::kSignatureBit, CertificateDamage::kSignatureEmpty,
        CertificateDamage::kChangedAfterSigning, CertificateDamage::kAlgorithmsDiffer,
        CertificateDamage::kTruncated, CertificateDamage::kEmptyValidity,
        CertificateDamage::kUnknownCritical, CertificateDamage::kMalformedExtension,
        CertificateDamage::kMalformedKey}) {
    CertificateBuilder alice = PersonCertificate("alice@example.com");
    alice.Damage(damage);
    EXPECT_FALSE(CertificateIsGood(root_.Issue(alice).der)) << static_cast<int>(damage);
  }
}

TEST_F(BuildersTest, SignedDataOfEveryKindIsGood) {
  const std::string content = TextEntity("Hello\n");
  const auto is_good = [&](const Certificate& signer, Scheme scheme) {
    return SignedDataIsGood(
        SignedDataBuilder().Content(AsBytes(content)).Detached().Signer(signer, scheme).Build(),
        content);
  };
  const Certificate rsa = root_.Issue(PersonCertificate("alice@example.com", KeyKind::kRsa2048));
  for (const Scheme scheme :
       {Scheme::kRsaSha1, Scheme::kRsaSha256, Scheme::kRsaSha384, Scheme::kRsaSha512,
        Scheme::kPssSha1, Scheme::kPssSha256, Scheme::kPssSha384, Scheme::kPssSha512}) {
    EXPECT_TRUE(is_good(rsa, scheme)) << static_cast<int>(scheme);
  }
  for (const KeyKind kind : {KeyKind::kP256, KeyKind::kP384, KeyKind::kP521}) {
    EXPECT_TRUE(
        is_good(root_.Issue(PersonCertificate("alice@example.com", kind)), Scheme::kDefault));
  }
}

TEST_F(BuildersTest, SignedDataOfEveryFormIsGood) {
  const std::string content = TextEntity("Hello\n");
  const Certificate alice = root_.Issue(PersonCertificate("alice@example.com"));
  SignedDataBuilder plain;
  plain.Content(AsBytes(content)).Signer(alice);
  EXPECT_TRUE(SignedDataIsGood(plain.Build(), content));
  EXPECT_TRUE(SignedDataIsGood(SignedDataBuilder(plain).Indefinite(3).Build(), content));

  SignerSpec spec;
  spec.certificate = &alice;
  spec.by_key_identifier = true;
  spec.signing_certificate_v2 = true;
  spec.algorithm_protection = true;
  EXPECT_TRUE(SignedDataIsGood(SignedDataBuilder().Content(AsBytes(content)).Signer(spec).Build(),
                               content));
  spec.signed_attributes = false;
  EXPECT_TRUE(SignedDataIsGood(SignedDataBuilder().Content(AsBytes(content)).Signer(spec).Build(),
                               content));
}

TEST_F(BuildersTest, DamagedSignedDataIsBad) {
  const std::string content = TextEntity("Hello\n");
  const Certificate alice = root_.Issue(PersonCertificate("alice@example.com"));
  // OpenSSL accepts a wrong content type and an unchecked ESS attribute, so those are not here.
  for (const SignedDataDamage damage :
       {SignedDataDamage::kMessageDigestWrong, SignedDataDamage::kMessageDigestMissing,
        SignedDataDamage::kMessageDigestTwoValues, SignedDataDamage::kAttributesUnsorted,
        SignedDataDamage::kSignatureBit, SignedDataDamage::kSignatureEmpty,
        SignedDataDamage::kSignatureOfOtherKey, SignedDataDamage::kSerialOther}) {
    SignerSpec spec;
    spec.certificate = &alice;
    spec.damage = damage;
    EXPECT_FALSE(SignedDataIsGood(
        SignedDataBuilder().Content(AsBytes(content)).Signer(spec).Build(), content))
        << static_cast<int>(damage);
  }
}

TEST_F(BuildersTest, MessagesAreReadByOpenSsl) {
  const std::string entity = TextEntity("Hello\n");
  const Certificate alice = root_.Issue(PersonCertificate("alice@example.com"));
  SignedDataBuilder cms;
  cms.Content(AsBytes(entity)).Signer(alice);
  const auto verifies = [&](const std::string& message) {
    folder_.Write("message.eml", message);
    return RunProgram(folder_.path(), {"openssl", "cms", "-verify", "-in", "message.eml", "-CAfile",
                                       "root.pem", "-attime", kAtTestTime, "-purpose", "any"})
               .status == 0;
  };
  EXPECT_TRUE(verifies(OpaqueMessage({}, cms.Build(), "signed-data")));
  EXPECT_TRUE(verifies(MultipartSigned({}, entity, cms.Detached().Build())));
}

TEST_F(BuildersTest, Ed25519SignaturesAreGood) {
  if (!IsAvailable(KeyKind::kEd25519)) {
    GTEST_SKIP() << "NSS " << nss::Version() << " has no Ed25519";
  }
  // OpenSSL 3.0 has no CMS with Ed25519, so a certificate shows that the signature is right.
  const CertificateAuthority root("Edwards", KeyKind::kEd25519);
  folder_.Write("root.pem", Pem("CERTIFICATE", root.der()));
  EXPECT_TRUE(
      CertificateIsGood(root.Issue(PersonCertificate("a@example.com", KeyKind::kEd25519)).der));
}

TEST_F(BuildersTest, PrivateKeysReachOtherPrograms) {
  for (const KeyKind kind : {KeyKind::kP256, KeyKind::kRsa2048}) {
    const KeyPair& key = Key(kind, 1);
    folder_.Write("key.der", key.Pkcs8());
    const Outcome outcome = RunProgram(folder_.path(), {"openssl", "pkey", "-inform", "DER", "-in",
                                                        "key.der", "-pubout", "-outform", "DER"});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(ToBytes(AsBytes(outcome.out)), key.subject_public_key_info);
  }
}

}  // namespace
}  // namespace signet::testing

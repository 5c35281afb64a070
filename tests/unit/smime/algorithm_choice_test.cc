// Which algorithms are chosen, and why.
#include "smime/algorithm_choice.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "cms/algorithm_encoding.h"
#include "cms/capabilities.h"
#include "smime/composer.h"
#include "support/certificate_builder.h"
#include "support/nss_environment.h"
#include "unit/cms/support.h"

namespace signet::smime {
namespace {

using cms::CodeName;
using testing::CertificateAuthority;
using testing::KeyKind;
using testing::PersonCertificate;

pkix::CertificatePtr Issue(const testing::CertificateBuilder& builder) {
  static const CertificateAuthority kAuthority("Test CA");
  auto parsed = pkix::Certificate::Parse(kAuthority.Issue(builder).der);
  EXPECT_TRUE(parsed) << cms::Describe(parsed.error());
  return *parsed;
}

pkix::CertificatePtr Person(std::string_view name, KeyKind kind, int number = 1) {
  return Issue(PersonCertificate(std::string(name) + "@example.com", kind, number));
}

// Everything that Signet itself reads with an RSA key.
std::vector<cms::SMimeCapability> Everything() {
  const auto key =
      nss::PublicKey::FromSpki(testing::Key(KeyKind::kRsa2048, 1).subject_public_key_info);
  return cms::OwnCapabilities(&*key);
}

EncryptionChoice ChooseFor(const std::vector<Recipient>& recipients,
                           const AlgorithmPolicy& policy = {}) {
  auto choice = ChooseEncryption(recipients, policy);
  EXPECT_TRUE(choice) << cms::Describe(choice.error());
  return *std::move(choice);
}

TEST(AlgorithmChoiceTest, EverybodyAnnouncesGcm) {
  const auto bob = Person("bob", KeyKind::kRsa2048);
  const auto ann = Person("ann", KeyKind::kP256);
  const EncryptionChoice choice = ChooseFor(
      {{.certificate = bob, .capabilities = Everything()}, {.certificate = ann, .self = true}});
  EXPECT_EQ(choice.cipher, nss::Cipher::kAes256Gcm);
  EXPECT_EQ(cms::Codes(choice.because), "cipher-announced");
  EXPECT_EQ(choice.recipients[0].name, "RSA-OAEP with SHA-256");
  EXPECT_EQ(CodeName(choice.recipients[0].because.code), "method-announced");
  EXPECT_EQ(choice.recipients[1].name, "ECDH P-256 with SHA-256 and AES-256 key wrap");
  EXPECT_EQ(CodeName(choice.recipients[1].because.code), "method-of-key");
}

TEST(AlgorithmChoiceTest, OneOfWhomNothingIsKnownIsNamed) {
  const auto bob = Person("bob", KeyKind::kRsa2048);
  const auto carol = Person("carol", KeyKind::kRsa2048, 2);
  const EncryptionChoice choice =
      ChooseFor({{.certificate = bob, .capabilities = Everything()}, {.certificate = carol}});
  EXPECT_EQ(choice.cipher, nss::Cipher::kAes256Cbc);
  ASSERT_EQ(cms::Codes(choice.because), "cipher-not-announced");
  EXPECT_EQ(choice.because[0].texts.at("subject"), "carol");
  EXPECT_EQ(choice.because[0].texts.at("better"), "AES-256-GCM");
  EXPECT_EQ(choice.recipients[1].name, "RSA");
  EXPECT_EQ(CodeName(choice.recipients[1].because.code), "method-usual");
}

TEST(AlgorithmChoiceTest, TheCertificateAnnouncesForItsOwner) {
  auto builder = PersonCertificate("bob@example.com", KeyKind::kRsa2048, 1);
  builder.Extension(asn1::oid::kSmimeCapabilities, false, cms::EncodeCapabilities(Everything()));
  const auto bob = Issue(builder);
  EXPECT_EQ(ChooseFor({{.certificate = bob}}).cipher, nss::Cipher::kAes256Gcm);
  // What their last message said counts for more.
  const Recipient old{.certificate = bob, .capabilities = std::vector<cms::SMimeCapability>{}};
  EXPECT_EQ(ChooseFor({old}).cipher, nss::Cipher::kAes256Cbc);
}

TEST(AlgorithmChoiceTest, ThePolicyDecides) {
  const auto bob = Person("bob", KeyKind::kRsa2048);
  AlgorithmPolicy policy{.content = AlgorithmPolicy::Content::kGcm,
                         .transport = AlgorithmPolicy::Transport::kOaep,
                         .digest = {}};
  const EncryptionChoice strict = ChooseFor({{.certificate = bob}}, policy);
  EXPECT_EQ(strict.cipher, nss::Cipher::kAes256Gcm);
  EXPECT_EQ(cms::Codes(strict.because), "cipher-by-policy");
  EXPECT_EQ(CodeName(strict.recipients[0].because.code), "method-by-policy");
  EXPECT_EQ(strict.recipients[0].name, "RSA-OAEP with SHA-256");
  policy.content = AlgorithmPolicy::Content::kCbc;
  policy.transport = AlgorithmPolicy::Transport::kPkcs1;
  const EncryptionChoice old =
      ChooseFor({{.certificate = bob, .capabilities = Everything()}}, policy);
  EXPECT_EQ(old.cipher, nss::Cipher::kAes256Cbc);
  EXPECT_EQ(old.recipients[0].name, "RSA");
}

TEST(AlgorithmChoiceTest, ACertificateThatIsGivenTwiceIsThereOnce) {
  const auto bob = Person("bob", KeyKind::kRsa2048);
  EXPECT_EQ(ChooseFor({{.certificate = bob}, {.certificate = bob, .self = true}}).recipients.size(),
            1U);
}

// RFC 8551 has OAEP announced with its parameters: SHA-1, the default, is not what Signet writes.
TEST(AlgorithmChoiceTest, OaepWithSha1IsNotTaken) {
  const auto bob = Person("bob", KeyKind::kRsa2048);
  const std::vector<cms::SMimeCapability> sha1 = {{ToBytes(asn1::oid::kRsaesOaep.bytes()), {}}};
  EXPECT_EQ(ChooseFor({{.certificate = bob, .capabilities = sha1}}).recipients[0].name, "RSA");
}

TEST(AlgorithmChoiceTest, NobodyAndKeysOfNoUse) {
  const auto nobody = ChooseEncryption({}, {});
  ASSERT_FALSE(nobody);
  EXPECT_EQ(CodeName(nobody.error().code), "no-recipients");
  // A brainpool key, which NSS lacks.
  asn1::DerWriter spki;
  spki.Sequence([](asn1::DerWriter& info) {
    asn1::DerWriter curve;
    curve.Oid(asn1::oid::kBrainpoolP256r1);
    info.Raw(cms::EncodeAlgorithm(asn1::oid::kEcPublicKey, curve.octets()));
    Bytes point(65, 1);
    point[0] = 4;
    info.BitString(point);
  });
  auto builder = PersonCertificate("bob@example.com");
  builder.SubjectPublicKeyInfo(spki.octets());
  const auto bob = Issue(builder);
  const auto encryption = ChooseEncryption({{.certificate = bob}}, {});
  ASSERT_FALSE(encryption);
  EXPECT_EQ(CodeName(encryption.error().code), "recipient-key-unsupported");
  EXPECT_EQ(encryption.error().texts.at("algorithm"), "EC brainpoolP256r1");
  EXPECT_EQ(encryption.error().certificate, bob->sha256());
  const auto signature = ChooseSignature(*bob, {});
  ASSERT_FALSE(signature);
  EXPECT_EQ(CodeName(signature.error().code), "signing-key-unsupported");
}

TEST(AlgorithmChoiceTest, ADigestAsStrongAsTheCurve) {
  EXPECT_EQ(ChooseSignature(*Person("ann", KeyKind::kP384), {})->algorithm.Name(),
            "ECDSA with SHA-384");
  EXPECT_EQ(ChooseSignature(*Person("ann", KeyKind::kP521), {})->algorithm.Name(),
            "ECDSA with SHA-512");
  const AlgorithmPolicy policy{.pss = true, .digest = nss::DigestAlgorithm::kSha384};
  const auto pss = ChooseSignature(*Person("ann", KeyKind::kRsa2048), policy);
  EXPECT_EQ(pss->algorithm.Name(), "RSA-PSS with SHA-384");
  EXPECT_EQ(pss->algorithm.salt_octets, 48U);
}

// The certificate says RSA, the key that was given is another.
TEST(AlgorithmChoiceTest, AKeyThatRefusesIsNamed) {
  const auto ann = Person("ann", KeyKind::kRsa2048);
  ComposeRequest request{.message = AsBytes("\r\nHello.\r\n"), .time = testing::kTestTime};
  request.signer = {ann, testing::Key(KeyKind::kP256, 1).private_key.get()};
  const auto choice = Compose(request, [](ByteView /*piece*/) -> Result<void> { return {}; });
  ASSERT_FALSE(choice);
  EXPECT_EQ(CodeName(choice.error().code), "signing-failed");
  EXPECT_EQ(choice.error().texts.at("subject"), "ann");
}

}  // namespace
}  // namespace signet::smime

#include "cms/verify_signer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "asn1/oids.h"
#include "base/limits.h"
#include "support/nss_environment.h"
#include "support/signed_data_builder.h"
#include "unit/cms/support.h"

namespace signet::cms {
namespace {

namespace oid = asn1::oid;
using testing::Certificate;
using testing::CertificateAuthority;
using testing::IsAvailable;
using testing::KeyKind;
using testing::PersonCertificate;
using testing::Scheme;
using testing::SignedDataBuilder;
using testing::SignedDataDamage;
using testing::SignerSpec;

constexpr std::string_view kContent = "Content-Type: text/plain\r\n\r\nSign here.\r\n";

Certificate Issue(KeyKind kind, int number = 1) {
  static const CertificateAuthority kAuthority("Test CA");
  return kAuthority.Issue(PersonCertificate("alice@example.com", kind, number));
}

// Verifies signer `index` of an object that has its content inside.
SignerOutcome Verify(ByteView object, std::size_t index = 0) {
  RememberingSink sink;
  const auto decoded = Decode(object, sink);
  EXPECT_TRUE(decoded) << (decoded ? "" : Describe(decoded.error()));
  if (!decoded) {
    return {};
  }
  const auto& data = std::get<SignedData>(decoded->object);
  return VerifySigner(data, index, nullptr, FindCertificate(data, index));
}

// Verifies a detached signature over `content`.
SignerOutcome VerifyDetached(ByteView object, std::string_view content) {
  const auto data = DecodeSignature(object);
  EXPECT_TRUE(data) << (data ? "" : Describe(data.error()));
  if (!data) {
    return {};
  }
  auto digester = ContentDigester::ForDetached(*data);
  EXPECT_TRUE(digester && digester->Update(AsBytes(content)));
  const auto digests = digester->Finish();
  EXPECT_TRUE(digests);
  return VerifySigner(*data, 0, &*digests, FindCertificate(*data, 0));
}

struct SchemeCase {
  std::string_view name;
  KeyKind kind;
  Scheme scheme;
  std::string_view verdict;
  std::string_view algorithm;
};

class VerifySignerSchemeTest : public ::testing::TestWithParam<SchemeCase> {};

TEST_P(VerifySignerSchemeTest, InsideAndDetachedWithAndWithoutAttributes) {
  const SchemeCase& test = GetParam();
  if (!IsAvailable(test.kind)) {
    GTEST_SKIP() << "this NSS has no such keys";
  }
  const Certificate certificate = Issue(test.kind);
  for (const bool signed_attributes : {true, false}) {
    const SignerSpec signer{
        .certificate = &certificate, .scheme = test.scheme, .signed_attributes = signed_attributes};
    SignedDataBuilder builder;
    builder.Content(AsBytes(kContent)).Signer(signer);
    const SignerOutcome inside = Verify(builder.Build());
    EXPECT_EQ(Verdict(inside), test.verdict) << signed_attributes << Codes(inside.reasons);
    EXPECT_EQ(inside.algorithm, test.algorithm);
    EXPECT_EQ(Verdict(Verify(builder.Indefinite(7).Build())), test.verdict);

    const Bytes detached =
        SignedDataBuilder().Content(AsBytes(kContent)).Detached().Signer(signer).Build();
    EXPECT_EQ(Verdict(VerifyDetached(detached, kContent)), test.verdict);
    EXPECT_EQ(Verdict(VerifyDetached(detached, "Something else")), "altered");
  }
}

INSTANTIATE_TEST_SUITE_P(
    Schemes, VerifySignerSchemeTest,
    ::testing::Values(
        SchemeCase{"RsaSha1", KeyKind::kRsa2048, Scheme::kRsaSha1, "valid,weak-digest",
                   "RSA with SHA-1"},
        SchemeCase{"RsaSha256", KeyKind::kRsa2048, Scheme::kRsaSha256, "valid", "RSA with SHA-256"},
        SchemeCase{"RsaSha384", KeyKind::kRsa3072, Scheme::kRsaSha384, "valid", "RSA with SHA-384"},
        SchemeCase{"RsaSha512", KeyKind::kRsa2048, Scheme::kRsaSha512, "valid", "RSA with SHA-512"},
        SchemeCase{"Rsa1024", KeyKind::kRsa1024, Scheme::kRsaSha256, "valid", "RSA with SHA-256"},
        SchemeCase{"PssSha1", KeyKind::kRsa2048, Scheme::kPssSha1, "valid,weak-digest",
                   "RSA-PSS with SHA-1"},
        SchemeCase{"PssSha256", KeyKind::kRsa2048, Scheme::kPssSha256, "valid",
                   "RSA-PSS with SHA-256"},
        SchemeCase{"PssSha384", KeyKind::kRsa2048, Scheme::kPssSha384, "valid",
                   "RSA-PSS with SHA-384"},
        SchemeCase{"PssSha512", KeyKind::kRsa2048, Scheme::kPssSha512, "valid",
                   "RSA-PSS with SHA-512"},
        SchemeCase{"EcdsaSha1", KeyKind::kP256, Scheme::kEcdsaSha1, "valid,weak-digest",
                   "ECDSA with SHA-1"},
        SchemeCase{"EcdsaP256", KeyKind::kP256, Scheme::kEcdsaSha256, "valid",
                   "ECDSA with SHA-256"},
        SchemeCase{"EcdsaP384", KeyKind::kP384, Scheme::kEcdsaSha384, "valid",
                   "ECDSA with SHA-384"},
        SchemeCase{"EcdsaP521", KeyKind::kP521, Scheme::kEcdsaSha512, "valid",
                   "ECDSA with SHA-512"},
        SchemeCase{"Ed25519", KeyKind::kEd25519, Scheme::kEd25519, "valid", "Ed25519"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(VerifySignerTest, Md5IsRefusedByName) {
  const Certificate certificate = Issue(KeyKind::kRsa2048);
  const SignerOutcome outcome = Verify(
      SignedDataBuilder().Content(AsBytes(kContent)).Signer(certificate, Scheme::kRsaMd5).Build());
  EXPECT_EQ(Verdict(outcome), "algorithm-refused");
  EXPECT_EQ(outcome.reasons.front().texts.at("algorithm"), "MD5");
  EXPECT_EQ(outcome.reasons.front().texts.at("oid"), "1.2.840.113549.2.5");
  EXPECT_EQ(outcome.algorithm, "RSA with MD5");
  EXPECT_EQ(outcome.reasons.front().where, "signer 1");
}

struct DamageCase {
  std::string_view name;
  SignedDataDamage damage;
  std::string_view verdict;
};

class VerifySignerDamageTest : public ::testing::TestWithParam<DamageCase> {};

TEST_P(VerifySignerDamageTest, IsNamed) {
  const Certificate certificate = Issue(KeyKind::kP256);
  const Bytes object =
      SignedDataBuilder()
          .Content(AsBytes(kContent))
          .Signer(SignerSpec{.certificate = &certificate, .damage = GetParam().damage})
          .Build();
  const SignerOutcome outcome = Verify(object);
  EXPECT_EQ(Verdict(outcome), GetParam().verdict) << Codes(outcome.reasons);
}

INSTANTIATE_TEST_SUITE_P(
    Damages, VerifySignerDamageTest,
    ::testing::Values(
        DamageCase{"MessageDigestWrong", SignedDataDamage::kMessageDigestWrong, "altered"},
        DamageCase{"MessageDigestMissing", SignedDataDamage::kMessageDigestMissing,
                   "signed-attribute-invalid"},
        DamageCase{"MessageDigestTwice", SignedDataDamage::kMessageDigestTwice,
                   "signed-attribute-invalid"},
        DamageCase{"MessageDigestTwoValues", SignedDataDamage::kMessageDigestTwoValues,
                   "signed-attribute-invalid"},
        DamageCase{"ContentTypeWrong", SignedDataDamage::kContentTypeWrong,
                   "signed-attribute-invalid"},
        DamageCase{"ContentTypeMissing", SignedDataDamage::kContentTypeMissing,
                   "signed-attribute-invalid"},
        DamageCase{"ContentTypeTwice", SignedDataDamage::kContentTypeTwice,
                   "signed-attribute-invalid"},
        // The same set in another order: signed is its DER.
        DamageCase{"AttributesUnsorted", SignedDataDamage::kAttributesUnsorted, "valid"},
        DamageCase{"AttributesEmpty", SignedDataDamage::kAttributesEmpty,
                   "signed-attribute-invalid"},
        DamageCase{"SignatureBit", SignedDataDamage::kSignatureBit, "signature-mismatch"},
        DamageCase{"SignatureEmpty", SignedDataDamage::kSignatureEmpty, "signature-mismatch"},
        DamageCase{"OtherKey", SignedDataDamage::kSignatureOfOtherKey, "signature-mismatch"},
        DamageCase{"SigningCertificateWrong", SignedDataDamage::kSigningCertificateWrong,
                   "signing-certificate-mismatch"},
        DamageCase{"AlgorithmProtectionWrong", SignedDataDamage::kAlgorithmProtectionWrong,
                   "algorithm-protection-mismatch"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(VerifySignerTest, AnotherDigestThanWasUsed) {
  const Certificate certificate = Issue(KeyKind::kRsa2048);
  const SignerOutcome outcome =
      Verify(SignedDataBuilder()
                 .Content(AsBytes(kContent))
                 .Signer(SignerSpec{.certificate = &certificate,
                                    .damage = SignedDataDamage::kDigestAlgorithmOther})
                 .Build());
  EXPECT_FALSE(outcome.valid);
}

TEST(VerifySignerTest, DigestThatWasNotAnnouncedIsComputedFromSmallContent) {
  const Certificate certificate = Issue(KeyKind::kP256);
  SignedDataBuilder builder;
  builder.Signer(certificate).Damage(SignedDataDamage::kDigestAlgorithmsMissing);
  EXPECT_EQ(Verdict(Verify(builder.Content(AsBytes(kContent)).Build())), "valid");
  const Bytes large(limits::kCmsKeptContentOctets + 1, 'x');
  const SignerOutcome outcome = Verify(builder.Content(large).Build());
  EXPECT_EQ(Verdict(outcome), "malformed") << Codes(outcome.reasons);
  EXPECT_EQ(outcome.reasons.front().where, "signer 1");
}

TEST(VerifySignerTest, SeveralSignersAreJudgedEachOnItsOwn) {
  const Certificate alice = Issue(KeyKind::kP256, 1);
  const Certificate bob = Issue(KeyKind::kRsa2048, 1);
  const Bytes object =
      SignedDataBuilder()
          .Content(AsBytes(kContent))
          .Signer(SignerSpec{.certificate = &alice, .damage = SignedDataDamage::kSignatureBit})
          .Signer(SignerSpec{.certificate = &bob,
                             .scheme = Scheme::kRsaSha512,
                             .by_key_identifier = true,
                             .signing_certificate_v2 = true,
                             .algorithm_protection = true})
          .Build();
  EXPECT_EQ(Verdict(Verify(object, 0)), "signature-mismatch");
  EXPECT_EQ(Verdict(Verify(object, 1)), "valid");
  EXPECT_EQ(Verdict(Verify(object, 2)), "no-signer");
}

// attacks.md 14: the attributes of a genuine signature as the content of another.
TEST(VerifySignerTest, SignedAttributesAsContentAreRefused) {
  const Certificate certificate = Issue(KeyKind::kP256);
  RememberingSink sink;
  const auto genuine =
      Decode(SignedDataBuilder().Content(AsBytes(kContent)).Signer(certificate).Build(), sink);
  ASSERT_TRUE(genuine);
  const Bytes attributes =
      std::get<SignedData>(genuine->object).signers.at(0).signed_attributes->der;
  // The builder signs again what the attacker would only copy: the signature is right either way.
  const SignerOutcome outcome =
      Verify(SignedDataBuilder()
                 .Content(attributes)
                 .Signer(SignerSpec{.certificate = &certificate, .signed_attributes = false})
                 .Build());
  EXPECT_FALSE(outcome.valid);
  EXPECT_EQ(Codes(outcome.reasons), "signed-attributes-as-content");
  // With signed attributes of its own the same content is content like any other.
  EXPECT_EQ(Verdict(Verify(SignedDataBuilder().Content(attributes).Signer(certificate).Build())),
            "valid");
}

TEST(VerifySignerTest, OtherContentTypesNeedSignedAttributes) {
  const Certificate certificate = Issue(KeyKind::kP256);
  SignedDataBuilder builder;
  builder.Content(AsBytes(kContent)).ContentType(oid::kTstInfo);
  EXPECT_EQ(Verdict(Verify(SignedDataBuilder(builder).Signer(certificate).Build())), "valid");
  EXPECT_EQ(Verdict(Verify(
                SignedDataBuilder(builder)
                    .Signer(SignerSpec{.certificate = &certificate, .signed_attributes = false})
                    .Build())),
            "signed-attributes-missing");
}

TEST(VerifySignerTest, DetachedSignatureWithContentOfItsOwn) {
  const Certificate certificate = Issue(KeyKind::kP256);
  const Bytes object = SignedDataBuilder().Content(AsBytes(kContent)).Signer(certificate).Build();
  EXPECT_EQ(Verdict(VerifyDetached(object, kContent)), "embedded-content");
  EXPECT_EQ(Verdict(VerifyDetached(object, "What the reader would show")), "embedded-content");
}

TEST(VerifySignerTest, DetachedSignatureWithoutContent) {
  const Certificate certificate = Issue(KeyKind::kP256);
  EXPECT_EQ(
      Verdict(Verify(
          SignedDataBuilder().Content(AsBytes(kContent)).Detached().Signer(certificate).Build())),
      "content-not-available");
}

TEST(VerifySignerTest, CertificateThatIsNone) {
  const Certificate certificate = Issue(KeyKind::kP256);
  const auto data =
      DecodeSignature(SignedDataBuilder().Content(AsBytes(kContent)).Signer(certificate).Build());
  ASSERT_TRUE(data);
  EXPECT_EQ(Verdict(VerifySigner(*data, 0, nullptr, AsBytes("nonsense"))), "certificate-malformed");
}

TEST(VerifySignerTest, Ed25519WithoutAttributesNeedsContentInMemory) {
  if (!IsAvailable(KeyKind::kEd25519)) {
    GTEST_SKIP() << "this NSS has no such keys";
  }
  const Certificate certificate = Issue(KeyKind::kEd25519);
  const Bytes large(limits::kCmsKeptContentOctets + 1, 'x');
  const SignerOutcome outcome =
      Verify(SignedDataBuilder()
                 .Content(large)
                 .Signer(SignerSpec{.certificate = &certificate, .signed_attributes = false})
                 .Build());
  EXPECT_EQ(Verdict(outcome), "limit-exceeded");
}

}  // namespace
}  // namespace signet::cms

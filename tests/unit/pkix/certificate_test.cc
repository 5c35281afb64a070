// Reading of certificates: everything that is there, and every damage with its place.
#include "pkix/certificate.h"

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "unit/pkix/support.h"

namespace signet {
namespace {

namespace oid = asn1::oid;
using testing::CertificateAuthority;
using testing::CertificateBuilder;
using testing::CertificateDamage;
using testing::Day;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::KeyKind;
using testing::Parse;
using testing::PersonCertificate;

class CertificateParse : public ::testing::Test {
 protected:
  const CertificateAuthority root_{"Root", KeyKind::kP256, 1};
  CertificateBuilder person_ = PersonCertificate("alice@example.com");
};

TEST_F(CertificateParse, ReadsEveryField) {
  person_.Serial(0x1234)
      .NotBefore(Day(2026, 1, 2))
      .NotAfter(Day(2051, 3, 4))
      .BasicConstraints(false)
      .CertificatePolicies({oid::kAnyPolicy})
      .SubjectKeyIdentifier(Bytes{1, 2, 3})
      .CrlDistributionPoint("http://example.com/crl")
      .AuthorityInformationAccess(oid::kAccessOcsp, "http://ocsp.example.com/");
  const auto issued = root_.Issue(person_);
  const auto certificate = Parse(issued);
  EXPECT_EQ(certificate->version(), 3);
  EXPECT_EQ(certificate->SerialHex(), "1234");
  EXPECT_EQ(certificate->subject().ToText(), "CN=alice");
  EXPECT_EQ(certificate->issuer().ToText(), "CN=Root");
  EXPECT_EQ(certificate->not_before(), Day(2026, 1, 2));
  EXPECT_EQ(certificate->not_after(), Day(2051, 3, 4));
  EXPECT_EQ(certificate->public_key()->Name(), "EC P-256");
  EXPECT_EQ(certificate->signature_scheme()->Name(), "ECDSA with SHA-256");
  EXPECT_EQ(certificate->sha256(), issued.Sha256Hex());
  EXPECT_EQ(certificate->CommonName(), "alice");
  EXPECT_EQ(certificate->DisplayName(), "alice");
  EXPECT_EQ(certificate->IssuerDisplayName(), "Root");
  EXPECT_THAT(certificate->addresses(), ElementsAre("alice@example.com"));
  const pkix::Extensions& extensions = certificate->extensions();
  EXPECT_TRUE(extensions.key_usage->Has(pkix::KeyUsageBit::kDigitalSignature));
  EXPECT_FALSE(extensions.key_usage->Has(pkix::KeyUsageBit::kKeyCertSign));
  ASSERT_EQ(extensions.extended_key_usage->size(), 1U);
  EXPECT_TRUE(extensions.extended_key_usage->front() == oid::kEmailProtection);
  EXPECT_FALSE(certificate->IsAuthority());
  EXPECT_EQ(ToHex(*extensions.subject_key_identifier), "010203");
  EXPECT_TRUE(extensions.authority_key_identifier->key_identifier.has_value());
  ASSERT_EQ(extensions.policies->size(), 1U);
  ASSERT_EQ(extensions.crl_distribution_points.size(), 1U);
  EXPECT_EQ(extensions.crl_distribution_points[0].full_name[0].ToText(), "http://example.com/crl");
  ASSERT_EQ(extensions.authority_information_access.size(), 1U);
  EXPECT_THAT(extensions.unknown_critical, IsEmpty());
}

struct Broken {
  std::string_view name;
  CertificateDamage damage;
};

class Damaged : public ::testing::TestWithParam<Broken> {};

TEST_P(Damaged, IsMalformedAndSaysWhere) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  CertificateBuilder builder = PersonCertificate("alice@example.com");
  const auto certificate =
      pkix::Certificate::Parse(root.Issue(builder.Damage(GetParam().damage)).der);
  ASSERT_FALSE(certificate);
  EXPECT_EQ(certificate.error().code, ReasonCode::kMalformed);
  EXPECT_TRUE(certificate.error().where.starts_with("byte ")) << certificate.error().where;
  EXPECT_FALSE(certificate.error().diagnostic.empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, Damaged,
    ::testing::Values(Broken{"AlgorithmsDiffer", CertificateDamage::kAlgorithmsDiffer},
                      Broken{"TrailingOctets", CertificateDamage::kTrailingOctets},
                      Broken{"Truncated", CertificateDamage::kTruncated},
                      Broken{"RepeatedExtension", CertificateDamage::kRepeatedExtension},
                      Broken{"ExtensionsInVersion1", CertificateDamage::kExtensionsInVersion1},
                      Broken{"EmptyExtensions", CertificateDamage::kEmptyExtensions},
                      Broken{"MalformedExtension", CertificateDamage::kMalformedExtension},
                      Broken{"NonMinimalLength", CertificateDamage::kNonMinimalLength}),
    [](const auto& instance) { return std::string{instance.param.name}; });

TEST_F(CertificateParse, AKeyThatIsNoneCanStillBeShown) {
  const auto certificate = Parse(root_.Issue(person_.Damage(CertificateDamage::kMalformedKey)));
  EXPECT_FALSE(certificate->public_key());
  EXPECT_EQ(certificate->DisplayName(), "alice");
}

// NIST's PKITS and old authorities have such; nothing depends on the sign.
TEST_F(CertificateParse, NegativeAndZeroSerialNumbersAreRead) {
  EXPECT_TRUE(Parse(root_.Issue(person_.Damage(CertificateDamage::kNegativeSerial))));
  EXPECT_TRUE(Parse(root_.Issue(person_.Damage(CertificateDamage::kZeroSerial))));
}

TEST_F(CertificateParse, TruncatedAnywhereIsMalformed) {
  const Bytes der = root_.Issue(person_).der;
  for (std::size_t size = 0; size < der.size(); ++size) {
    EXPECT_FALSE(pkix::Certificate::Parse(ByteView{der}.first(size))) << size;
  }
}

TEST_F(CertificateParse, TooLargeIsALimit) {
  const auto certificate = pkix::Certificate::Parse(Bytes(limits::kCertificateOctets + 1, 0x30));
  ASSERT_FALSE(certificate);
  EXPECT_EQ(certificate.error().code, ReasonCode::kLimitExceeded);
  EXPECT_EQ(certificate.error().texts.at("limit"), "kCertificateOctets");
}

struct BadExtension {
  std::string_view name;
  Oid oid;
  Bytes value;
};

class Extension : public ::testing::TestWithParam<BadExtension> {};

TEST_P(Extension, OfTheWrongFormIsMalformed) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  CertificateBuilder builder = PersonCertificate("alice@example.com");
  builder.Extension(GetParam().oid, false, GetParam().value);
  const auto certificate = pkix::Certificate::Parse(root.Issue(builder).der);
  ASSERT_FALSE(certificate);
  EXPECT_EQ(certificate.error().code, ReasonCode::kMalformed);
}

const Bytes kEmptySequence{0x30, 0x00};

INSTANTIATE_TEST_SUITE_P(
    All, Extension,
    ::testing::Values(
        BadExtension{"KeyUsageIsNoBits", oid::kKeyUsage, kEmptySequence},
        BadExtension{"KeyUsageWithMore", oid::kKeyUsage, {0x03, 0x02, 0x07, 0x80, 0x00}},
        BadExtension{"NoPurpose", oid::kExtendedKeyUsage, kEmptySequence},
        BadExtension{"NegativePathLength",
                     oid::kBasicConstraints,
                     {0x30, 0x06, 0x01, 0x01, 0xff, 0x02, 0x01, 0xff}},
        BadExtension{"ConstraintsWithMore",
                     oid::kBasicConstraints,
                     {0x30, 0x05, 0x01, 0x01, 0xff, 0x05, 0x00}},
        BadExtension{"NoName", oid::kSubjectAltName, kEmptySequence},
        BadExtension{"UnknownNameForm", oid::kSubjectAltName, {0x30, 0x02, 0x8a, 0x00}},
        BadExtension{"NoSubtree", oid::kNameConstraints, kEmptySequence},
        BadExtension{"EmptyPermitted", oid::kNameConstraints, {0x30, 0x02, 0xa0, 0x00}},
        BadExtension{"SubtreeWithMinimum",
                     oid::kNameConstraints,
                     {0x30, 0x0a, 0xa0, 0x08, 0x30, 0x06, 0x82, 0x01, 'x', 0x80, 0x01, 0x01}},
        BadExtension{"NoPolicy", oid::kCertificatePolicies, kEmptySequence},
        BadExtension{
            "PolicyTwice",
            oid::kCertificatePolicies,
            {0x30, 0x0c, 0x30, 0x04, 0x06, 0x02, 0x2a, 0x03, 0x30, 0x04, 0x06, 0x02, 0x2a, 0x03}},
        BadExtension{"NoMapping", oid::kPolicyMappings, kEmptySequence},
        BadExtension{"NoPolicyConstraint", oid::kPolicyConstraints, kEmptySequence},
        BadExtension{"NegativeSkip", oid::kInhibitAnyPolicy, {0x02, 0x01, 0xff}},
        BadExtension{"NoPoint", oid::kCrlDistributionPoints, kEmptySequence},
        BadExtension{"KeyIdentifierIsNoOctets", oid::kSubjectKeyIdentifier, {0x05, 0x00}}),
    [](const auto& instance) { return std::string{instance.param.name}; });

TEST_F(CertificateParse, DisplayNameFallsBack) {
  person_.Subject(testing::Name({{.type = oid::kOrganization, .value = "Example"}}));
  EXPECT_EQ(Parse(root_.Issue(person_))->DisplayName(), "alice@example.com");
  person_.Without(oid::kSubjectAltName);
  EXPECT_EQ(Parse(root_.Issue(person_))->DisplayName(), "O=Example");
  person_.Subject(kEmptySequence).Serial(0x77);
  EXPECT_EQ(Parse(root_.Issue(person_))->DisplayName(), "77");
}

TEST_F(CertificateParse, ExplicitFalseIsRead) {
  person_.Extension(oid::kBasicConstraints, false, Bytes{0x30, 0x03, 0x01, 0x01, 0x00});
  EXPECT_FALSE(Parse(root_.Issue(person_))->IsAuthority());
}

}  // namespace
}  // namespace signet

// Each rule of path validation broken alone: which reason it gives and which certificate it points
// at.
#include <functional>

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
using testing::PathQuestion;
using testing::PersonCertificate;
using testing::Scheme;

// Root, intermediate, person, each a builder that a test changes.
struct Chain {
  CertificateBuilder root = CertificateAuthority::Prepared("Root", KeyKind::kP256, 1);
  CertificateBuilder middle = CertificateAuthority::Prepared("Middle", KeyKind::kP256, 2);
  CertificateBuilder person = PersonCertificate("alice@example.com", KeyKind::kP256, 3);
  Scheme middle_scheme = Scheme::kDefault;
  Scheme person_scheme = Scheme::kDefault;
};

struct Built {
  pkix::CertificatePtr root;
  pkix::CertificatePtr middle;
  pkix::CertificatePtr person;
};

Built Build(const Chain& chain) {
  const CertificateAuthority root(chain.root);
  const auto middle = root.Issue(chain.middle, chain.middle_scheme);
  CertificateBuilder person = chain.person;
  person.Issuer(middle.subject);
  return {.root = Parse(root.certificate()),
          .middle = Parse(middle),
          .person = Parse(person.Build(*middle.key, chain.person_scheme))};
}

PathQuestion Ask(const Built& built) {
  return {built.person, {built.middle}, built.root};
}

TEST(PathRules, AGoodChainIsGood) {
  const Built built = Build({});
  const pkix::PathResult result = Ask(built).Ask();
  EXPECT_TRUE(result.valid());
  EXPECT_THAT(result.best().chain, ElementsAre(built.person, built.middle, built.root));
  EXPECT_TRUE(result.best().anchored);
  EXPECT_EQ(result.signature_checks, 2U);
}

// One rule broken, one reason.
enum class Whom { kRoot, kMiddle, kPerson };
struct Case {
  std::string name;
  std::function<void(Chain&)> break_rule;
  ReasonCode reason;
  Whom about;
};

std::ostream& operator<<(std::ostream& stream, const Case& broken) {
  return stream << broken.name;
}

class BrokenRule : public ::testing::TestWithParam<Case> {};

TEST_P(BrokenRule, IsNamedAndPointsAtItsCertificate) {
  Chain chain;
  GetParam().break_rule(chain);
  const Built built = Build(chain);
  const auto reasons = Ask(built).Ask().reasons();
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(idl::ToString(reasons[0].code), idl::ToString(GetParam().reason));
  const pkix::CertificatePtr& about = GetParam().about == Whom::kRoot     ? built.root
                                      : GetParam().about == Whom::kMiddle ? built.middle
                                                                          : built.person;
  EXPECT_EQ(reasons[0].certificate, about->sha256());
  EXPECT_TRUE(reasons[0].texts.contains("subject"));
}

INSTANTIATE_TEST_SUITE_P(
    All, BrokenRule,
    ::testing::Values(
        Case{"expired", [](Chain& c) { c.person.NotAfter(Day(2026, 5, 1)); },
             ReasonCode::kCertificateExpired, Whom::kPerson},
        Case{"not yet valid", [](Chain& c) { c.person.NotBefore(Day(2026, 7, 1)); },
             ReasonCode::kCertificateNotYetValid, Whom::kPerson},
        Case{"intermediate expired", [](Chain& c) { c.middle.NotAfter(Day(2026, 5, 1)); },
             ReasonCode::kCertificateExpired, Whom::kMiddle},
        Case{"root expired", [](Chain& c) { c.root.NotAfter(Day(2026, 5, 1)); },
             ReasonCode::kCertificateExpired, Whom::kRoot},
        Case{"signature changed",
             [](Chain& c) { c.person.Damage(CertificateDamage::kSignatureBit); },
             ReasonCode::kCertificateSignatureInvalid, Whom::kPerson},
        Case{"changed after signing",
             [](Chain& c) { c.person.Damage(CertificateDamage::kChangedAfterSigning); },
             ReasonCode::kCertificateSignatureInvalid, Whom::kPerson},
        Case{"no signature", [](Chain& c) { c.person.Damage(CertificateDamage::kSignatureEmpty); },
             ReasonCode::kCertificateSignatureInvalid, Whom::kPerson},
        Case{"issuer is no authority", [](Chain& c) { c.middle.BasicConstraints(false); },
             ReasonCode::kIssuerNotAuthority, Whom::kMiddle},
        Case{"issuer without basic constraints",
             [](Chain& c) { c.middle.Without(oid::kBasicConstraints); },
             ReasonCode::kIssuerNotAuthority, Whom::kMiddle},
        Case{"root without basic constraints",
             [](Chain& c) { c.root.Without(oid::kBasicConstraints); },
             ReasonCode::kIssuerNotAuthority, Whom::kRoot},
        Case{"issuer must not sign certificates",
             [](Chain& c) { c.middle.KeyUsage(testing::kDigitalSignature); },
             ReasonCode::kIssuerNotAuthority, Whom::kMiddle},
        Case{"path too long", [](Chain& c) { c.root.BasicConstraints(true, 0); },
             ReasonCode::kPathTooLong, Whom::kMiddle},
        Case{"unknown critical extension",
             [](Chain& c) { c.person.Damage(CertificateDamage::kUnknownCritical); },
             ReasonCode::kCriticalExtensionUnknown, Whom::kPerson},
        Case{"unknown critical extension above",
             [](Chain& c) { c.middle.Damage(CertificateDamage::kUnknownCritical); },
             ReasonCode::kCriticalExtensionUnknown, Whom::kMiddle},
        Case{"critical key identifier",
             [](Chain& c) {
               c.person.Extension(oid::kSubjectKeyIdentifier, true,
                                  asn1::EncodeValue(asn1::kOctetString, Bytes{1, 2, 3}));
             },
             ReasonCode::kCertificateMalformed, Whom::kPerson},
        Case{"address outside of what is permitted",
             [](Chain& c) { c.middle.NameConstraints({testing::Rfc822Name("example.org")}, {}); },
             ReasonCode::kNameNotPermitted, Whom::kPerson},
        Case{"address excluded",
             [](Chain& c) {
               c.root.NameConstraints({}, {testing::Rfc822Name("alice@example.com")});
             },
             ReasonCode::kNameNotPermitted, Whom::kPerson},
        Case{"constraint that cannot be read",
             [](Chain& c) { c.middle.NameConstraints({testing::Rfc822Name("a@b@c")}, {}); },
             ReasonCode::kNameConstraintUnsupported, Whom::kMiddle},
        Case{"not for e-mail", [](Chain& c) { c.person.ExtendedKeyUsage({oid::kServerAuth}); },
             ReasonCode::kNotForEmail, Whom::kPerson},
        Case{"authority not for e-mail",
             [](Chain& c) { c.middle.ExtendedKeyUsage({oid::kServerAuth}); },
             ReasonCode::kNotForEmail, Whom::kMiddle},
        Case{"not for signing", [](Chain& c) { c.person.KeyUsage(testing::kKeyAgreement); },
             ReasonCode::kNotForSigning, Whom::kPerson},
        Case{"SHA-1", [](Chain& c) { c.person_scheme = Scheme::kEcdsaSha1; },
             ReasonCode::kWeakDigest, Whom::kPerson},
        Case{"short key",
             [](Chain& c) { c.person = PersonCertificate("a@example.com", KeyKind::kRsa1024, 1); },
             ReasonCode::kWeakKey, Whom::kPerson}),
    [](const auto& instance) {
      std::string name = instance.param.name;
      std::erase_if(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; });
      return name;
    });

TEST(PathRules, PrintsWhatAReasonSpeaksOf) {
  Chain chain;
  chain.person.NotAfter(Day(2026, 5, 1));
  const auto reasons = Ask(Build(chain)).Ask().reasons();
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(reasons[0].texts.at("subject"), "alice");
  EXPECT_EQ(reasons[0].texts.at("issuer"), "Middle");
  EXPECT_EQ(reasons[0].dates.at("notAfter"), Day(2026, 5, 1));
}

TEST(PathRules, NamesTheAuthorityThatPermitsNoMore) {
  Chain chain;
  chain.root.BasicConstraints(true, 0);
  const auto reasons = Ask(Build(chain)).Ask().reasons();
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(reasons[0].texts.at("subject"), "alice");
  EXPECT_EQ(reasons[0].texts.at("issuer"), "Root");
}

TEST(PathRules, ValidityIncludesBothEnds) {
  const Built built = Build({});
  PathQuestion question = Ask(built);
  for (const Time at : {testing::kDefaultNotBefore, testing::kDefaultNotAfter}) {
    question.request.at = at;
    EXPECT_TRUE(question.Ask().valid()) << FormatRfc3339(at);
  }
  question.request.at = testing::kDefaultNotBefore - std::chrono::seconds{1};
  EXPECT_FALSE(question.Ask().valid());
  question.request.at = testing::kDefaultNotAfter + std::chrono::seconds{1};
  EXPECT_FALSE(question.Ask().valid());
}

TEST(PathRules, TellsEverythingThatIsWrongWorstFirst) {
  Chain chain;
  chain.person.NotAfter(Day(2026, 5, 1))
      .ExtendedKeyUsage({oid::kServerAuth})
      .Damage(CertificateDamage::kSignatureBit);
  chain.middle.NotAfter(Day(2026, 5, 1));
  EXPECT_THAT(Ask(Build(chain)).Codes(),
              ElementsAre(ReasonCode::kCertificateSignatureInvalid, ReasonCode::kNotForEmail,
                          ReasonCode::kCertificateExpired, ReasonCode::kCertificateExpired));
}

TEST(PathRules, RefusesMd5ByName) {
  Chain chain;
  chain.person = PersonCertificate("a@example.com", KeyKind::kRsa2048, 1);
  chain.middle = CertificateAuthority::Prepared("Middle", KeyKind::kRsa2048, 2);
  chain.person_scheme = Scheme::kRsaMd5;
  PathQuestion question = Ask(Build(chain));
  question.request.options.allow_weak = true;
  const auto reasons = question.Ask().reasons();
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(reasons[0].code, ReasonCode::kAlgorithmRefused);
  EXPECT_EQ(reasons[0].texts.at("algorithm"), "RSA with MD5");
}

TEST(PathRules, WeakOnesPassWithAWarningWhereTheyAreAllowed) {
  Chain chain;
  chain.person = PersonCertificate("a@example.com", KeyKind::kRsa1024, 1);
  chain.person_scheme = Scheme::kEcdsaSha1;
  PathQuestion question = Ask(Build(chain));
  EXPECT_THAT(question.Codes(), ElementsAre(ReasonCode::kWeakDigest, ReasonCode::kWeakKey));
  question.request.options.allow_weak = true;
  const pkix::PathResult result = question.Ask();
  EXPECT_TRUE(result.valid());
  EXPECT_THAT(testing::CodesOf(result.best().warnings),
              ElementsAre(ReasonCode::kWeakDigest, ReasonCode::kWeakKey));
  EXPECT_EQ(result.best().warnings[0].texts.at("algorithm"), "ECDSA with SHA-1");
  EXPECT_EQ(result.best().warnings[1].texts.at("algorithm"), "RSA 1024 bits");
}

// The signature of the anchor itself is nobody's concern: it is trusted as it is.
TEST(PathRules, DoesNotAskForTheAnchorsSignature) {
  Chain chain;
  chain.root.Damage(CertificateDamage::kSignatureBit);
  EXPECT_THAT(Ask(Build(chain)).Codes(), IsEmpty());
}

TEST(PathRules, KeyUsageDependsOnThePurpose) {
  Chain chain;
  chain.person.KeyUsage(testing::kDigitalSignature);
  PathQuestion question = Ask(Build(chain));
  EXPECT_THAT(question.Codes(), IsEmpty());
  question.request.purpose = pkix::Purpose::kEncryption;
  EXPECT_THAT(question.Codes(), ElementsAre(ReasonCode::kNotForEncryption));
  question.request.purpose = pkix::Purpose::kAny;
  EXPECT_THAT(question.Codes(), IsEmpty());
}

TEST(PathRules, PathOnlyAsksForNoRuleOfEmail) {
  Chain chain;
  chain.person.ExtendedKeyUsage({oid::kServerAuth});
  chain.middle.ExtendedKeyUsage({oid::kServerAuth});
  PathQuestion question = Ask(Build(chain));
  question.request.purpose = pkix::Purpose::kPathOnly;
  EXPECT_THAT(question.Codes(), IsEmpty());
}

TEST(PathRules, LimitsIntermediatesFromOutside) {
  PathQuestion question = Ask(Build({}));
  question.request.options.most_intermediates = 1;
  EXPECT_THAT(question.Codes(), IsEmpty());
  question.request.options.most_intermediates = 0;
  EXPECT_THAT(question.Codes(), ElementsAre(ReasonCode::kPathTooLong));
}

TEST(PathRules, PoliciesAreAskedForOnlyWhenDemanded) {
  PathQuestion question = Ask(Build({}));
  EXPECT_THAT(question.Codes(), IsEmpty());
  question.request.policy.require_explicit = true;
  const auto reasons = question.Ask().reasons();
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(reasons[0].code, ReasonCode::kPolicyNotSatisfied);
}

TEST(PathRules, PoliciesThatHoldAreTold) {
  static constexpr Oid kOurs{"1.2.3.4"};
  static constexpr Oid kOther{"1.2.3.5"};
  Chain chain;
  chain.middle.CertificatePolicies({kOurs, kOther});
  chain.person.CertificatePolicies({kOurs});
  PathQuestion question = Ask(Build(chain));
  question.request.policy.require_explicit = true;
  question.request.policy.acceptable = {ToBytes(kOurs.bytes())};
  const pkix::PathResult result = question.Ask();
  EXPECT_TRUE(result.valid());
  EXPECT_THAT(result.best().policies, ElementsAre(ToBytes(kOurs.bytes())));
  question.request.policy.acceptable = {ToBytes(kOther.bytes())};
  EXPECT_THAT(question.Codes(), ElementsAre(ReasonCode::kPolicyNotSatisfied));
}

}  // namespace
}  // namespace signet

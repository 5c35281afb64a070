// Finding a way: bundles in any order, several candidates, cross-certificates, loops, trust,
// budgets.
#include "asn1/oids.h"
#include "pkix/signature_cache.h"
#include "unit/pkix/support.h"

namespace signet {
namespace {

using testing::CertificateAuthority;
using testing::CertificateBuilder;
using testing::CertificateDamage;
using ::testing::Contains;
using testing::Day;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::KeyKind;
using testing::Parse;
using testing::PathQuestion;
using testing::PersonCertificate;

TEST(PathBuilding, FindsALongChainInAnyOrder) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  std::vector<CertificateAuthority> authorities{root};
  std::vector<pkix::CertificatePtr> pool;
  for (int i = 2; i < 9; ++i) {
    authorities.push_back(authorities.back().Subordinate("Level " + std::to_string(i), i));
    pool.insert(pool.begin(), Parse(authorities.back().certificate()));
  }
  const auto person = authorities.back().Issue(PersonCertificate("alice@example.com"));
  const PathQuestion question(Parse(person), pool, Parse(root.certificate()));
  const pkix::PathResult result = question.Ask();
  EXPECT_TRUE(result.valid());
  EXPECT_EQ(result.best().chain.size(), 9U);
}

TEST(PathBuilding, TriesTheNextIssuerOfThatName) {
  // Two authorities of one name with different keys; the certificate has no hint.
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  const CertificateAuthority right = root.Subordinate("Middle", 2);
  const CertificateAuthority wrong = root.Subordinate("Middle", 3);
  CertificateBuilder builder = PersonCertificate("alice@example.com");
  builder.Issuer(right.name());
  const auto person = Parse(builder.Build(right.key()));
  for (const bool right_first : {true, false}) {
    const auto a = Parse(right.certificate());
    const auto b = Parse(wrong.certificate());
    const PathQuestion question(person, right_first ? std::vector{a, b} : std::vector{b, a},
                                Parse(root.certificate()));
    const pkix::PathResult result = question.Ask();
    EXPECT_TRUE(result.valid());
    EXPECT_EQ(result.best().chain[1]->sha256(), a->sha256());
  }
}

TEST(PathBuilding, KeyIdentifiersPointTheWay) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  std::vector<pkix::CertificatePtr> pool;
  const CertificateAuthority right = root.Subordinate("Middle", 2);
  for (int i = 3; i < 9; ++i) {
    pool.push_back(Parse(root.Subordinate("Middle", i).certificate()));
  }
  pool.push_back(Parse(right.certificate()));
  const PathQuestion question(Parse(right.Issue(PersonCertificate("alice@example.com"))), pool,
                              Parse(root.certificate()));
  const pkix::PathResult result = question.Ask();
  EXPECT_TRUE(result.valid());
  EXPECT_EQ(result.signature_checks, 2U);  // no wrong issuer was tried
}

TEST(PathBuilding, GoesRoundAnExpiredCrossCertificate) {
  // An authority certified twice: by an old root (expired) and by the new one.
  const CertificateAuthority old_root("Old root", KeyKind::kP256, 1);
  const CertificateAuthority new_root("New root", KeyKind::kP256, 2);
  CertificateBuilder expired = CertificateAuthority::Prepared("Middle", KeyKind::kP256, 3);
  expired.NotAfter(Day(2026, 5, 1));
  const CertificateAuthority middle = new_root.Subordinate("Middle", 3);
  const auto cross = Parse(old_root.Issue(expired));
  const auto person = Parse(middle.Issue(PersonCertificate("alice@example.com")));
  PathQuestion question(person, {cross, Parse(middle.certificate())},
                        Parse(new_root.certificate()));
  const auto old_anchor = Parse(old_root.certificate());
  question.Trust(old_anchor, {.level = pkix::Trust::Level::kAnchor, .distrust_after = {}});
  const pkix::PathResult result = question.Ask();
  EXPECT_TRUE(result.valid());
  EXPECT_EQ(result.best().chain[1]->sha256(), Parse(middle.certificate())->sha256());
}

TEST(PathBuilding, LoopsEnd) {
  const CertificateAuthority a("A", KeyKind::kP256, 1);
  const CertificateAuthority b("B", KeyKind::kP256, 2);
  const auto a_by_b = Parse(b.Issue(CertificateAuthority::Prepared("A", KeyKind::kP256, 1)));
  const auto b_by_a = Parse(a.Issue(CertificateAuthority::Prepared("B", KeyKind::kP256, 2)));
  const auto person = Parse(a.Issue(PersonCertificate("alice@example.com")));
  const PathQuestion question(person, {a_by_b, b_by_a}, nullptr);
  EXPECT_THAT(question.Codes(), ElementsAre(ReasonCode::kIssuerUnknown));
}

TEST(PathBuilding, UnknownIssuer) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  const CertificateAuthority middle = root.Subordinate("Middle", 2);
  const auto person = Parse(middle.Issue(PersonCertificate("alice@example.com")));
  const auto reasons = PathQuestion(person, {}, Parse(root.certificate())).Ask().reasons();
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(reasons[0].code, ReasonCode::kIssuerUnknown);
  EXPECT_EQ(reasons[0].certificate, person->sha256());
  EXPECT_EQ(reasons[0].texts.at("issuer"), "Middle");
}

TEST(PathBuilding, IssuerNotTrustedNamesTheRoot) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  const auto person = Parse(root.Issue(PersonCertificate("alice@example.com")));
  const auto root_certificate = Parse(root.certificate());
  const auto reasons = PathQuestion(person, {root_certificate}, nullptr).Ask().reasons();
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(reasons[0].code, ReasonCode::kIssuerNotTrusted);
  EXPECT_EQ(reasons[0].certificate, root_certificate->sha256());
  EXPECT_EQ(reasons[0].texts.at("subject"), "alice");
  EXPECT_EQ(reasons[0].texts.at("issuer"), "Root");
}

TEST(PathBuilding, SelfSigned) {
  const CertificateAuthority self(PersonCertificate("alice@example.com"));
  const auto person = Parse(self.certificate());
  PathQuestion question(person, {}, nullptr);
  EXPECT_THAT(question.Codes(), ElementsAre(ReasonCode::kSelfSigned));
  question.Trust(person, {.level = pkix::Trust::Level::kPeer, .distrust_after = {}});
  EXPECT_THAT(question.Codes(), IsEmpty());
}

TEST(PathBuilding, APeerIsTrustedWhoeverIssuedItButStaysBoundByItsOwnRules) {
  const CertificateAuthority unknown("Unknown", KeyKind::kP256, 1);
  CertificateBuilder builder = PersonCertificate("alice@example.com");
  builder.NotAfter(Day(2026, 5, 1));
  const auto good = Parse(unknown.Issue(PersonCertificate("alice@example.com")));
  const auto expired = Parse(unknown.Issue(builder));
  for (const auto& person : {good, expired}) {
    PathQuestion question(person, {}, nullptr);
    question.Trust(person, {.level = pkix::Trust::Level::kPeer, .distrust_after = {}});
    EXPECT_EQ(question.Ask().valid(), person == good);
  }
}

TEST(PathBuilding, DistrustedAnywhereInThePath) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  const CertificateAuthority middle = root.Subordinate("Middle", 2);
  const auto middle_certificate = Parse(middle.certificate());
  const auto person = Parse(middle.Issue(PersonCertificate("alice@example.com")));
  for (const auto& distrusted : {middle_certificate, person}) {
    PathQuestion question(person, {middle_certificate}, Parse(root.certificate()));
    question.Trust(distrusted, {.level = pkix::Trust::Level::kDistrusted, .distrust_after = {}});
    const auto reasons = question.Ask().reasons();
    ASSERT_EQ(reasons.size(), 1U);
    EXPECT_EQ(reasons[0].code, ReasonCode::kCertificateDistrusted);
    EXPECT_EQ(reasons[0].certificate, distrusted->sha256());
  }
}

TEST(PathBuilding, TrustThatEndedForNewCertificates) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  const auto root_certificate = Parse(root.certificate());
  const auto person = Parse(root.Issue(PersonCertificate("alice@example.com")));
  PathQuestion question(person, {}, root_certificate);
  question.Trust(root_certificate, {.level = pkix::Trust::Level::kAnchor,
                                    .distrust_after = testing::kDefaultNotBefore});
  EXPECT_THAT(question.Codes(), IsEmpty());
  question.Trust(root_certificate,
                 {.level = pkix::Trust::Level::kAnchor,
                  .distrust_after = testing::kDefaultNotBefore - std::chrono::seconds{1}});
  EXPECT_THAT(question.Codes(), ElementsAre(ReasonCode::kIssuerNotTrusted));
}

TEST(PathBuilding, AnIntermediateMayBeTrusted) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  const CertificateAuthority middle = root.Subordinate("Middle", 2);
  const auto person = Parse(middle.Issue(PersonCertificate("alice@example.com")));
  const PathQuestion question(person, {}, Parse(middle.certificate()));
  EXPECT_EQ(question.Ask().best().chain.size(), 2U);
  EXPECT_THAT(question.Codes(), IsEmpty());
}

TEST(PathBuilding, AllWaysAreReportedTheNearestToGoodFirst) {
  // One way expired, one to nowhere, one with a wrong signature.
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  CertificateBuilder expired = CertificateAuthority::Prepared("Middle", KeyKind::kP256, 2);
  expired.NotAfter(Day(2026, 5, 1));
  const CertificateAuthority nowhere("Nowhere", KeyKind::kP256, 3);
  const auto by_root = Parse(root.Issue(expired));
  const auto by_nobody =
      Parse(nowhere.Issue(CertificateAuthority::Prepared("Middle", KeyKind::kP256, 2)));
  const auto other_key = Parse(root.Subordinate("Middle", 4).certificate());
  CertificateBuilder builder = PersonCertificate("alice@example.com");
  builder.Issuer(testing::CommonName("Middle"));
  const auto person = Parse(builder.Build(testing::Key(KeyKind::kP256, 2)));
  const pkix::PathResult result =
      PathQuestion(person, {other_key, by_nobody, by_root}, Parse(root.certificate())).Ask();
  ASSERT_EQ(result.paths.size(), 3U);
  EXPECT_THAT(testing::CodesOf(result.paths[0].reasons),
              ElementsAre(ReasonCode::kCertificateExpired));
  EXPECT_THAT(testing::CodesOf(result.paths[1].reasons),
              ElementsAre(ReasonCode::kCertificateSignatureInvalid));
  EXPECT_THAT(testing::CodesOf(result.paths[2].reasons), ElementsAre(ReasonCode::kIssuerUnknown));
}

// Authorities that all certify each other.
std::vector<pkix::CertificatePtr> Mesh(int size, std::vector<CertificateAuthority>& authorities) {
  for (int i = 0; i < size; ++i) {
    authorities.emplace_back("Mesh " + std::to_string(i), KeyKind::kP256, 100 + i);
  }
  std::vector<pkix::CertificatePtr> pool;
  for (int i = 0; i < size; ++i) {
    for (int k = 0; k < size; ++k) {
      if (i != k) {
        pool.push_back(Parse(authorities[static_cast<std::size_t>(i)].Issue(
            CertificateAuthority::Prepared("Mesh " + std::to_string(k), KeyKind::kP256, 100 + k))));
      }
    }
  }
  return pool;
}

TEST(PathBuilding, AMeshIsGivenUpByName) {
  std::vector<CertificateAuthority> authorities;
  const auto pool = Mesh(10, authorities);
  const auto person = Parse(authorities[0].Issue(PersonCertificate("alice@example.com")));
  const pkix::PathResult result = PathQuestion(person, pool, nullptr).Ask();
  ASSERT_FALSE(result.reasons().empty());
  EXPECT_EQ(result.reasons()[0].code, ReasonCode::kPathBudgetExhausted);
  EXPECT_LE(result.steps, limits::kPathSteps);
  EXPECT_LE(result.signature_checks, limits::kPathSignatureChecks);
}

TEST(PathBuilding, AMeshDoesNotHideAStraightWay) {
  std::vector<CertificateAuthority> authorities;
  auto pool = Mesh(10, authorities);
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  pool.push_back(Parse(root.Issue(CertificateAuthority::Prepared("Mesh 3", KeyKind::kP256, 103))));
  const auto person = Parse(authorities[0].Issue(PersonCertificate("alice@example.com")));
  EXPECT_TRUE(PathQuestion(person, pool, Parse(root.certificate())).Ask().valid());
}

TEST(PathBuilding, SignatureChecksAreBounded) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  std::vector<pkix::CertificatePtr> pool;
  for (int i = 2; i < 12; ++i) {
    pool.push_back(Parse(root.Subordinate("Middle", i).certificate()));
  }
  CertificateBuilder builder = PersonCertificate("alice@example.com");
  builder.Issuer(testing::CommonName("Middle"));
  const auto person = Parse(builder.Build(testing::Key(KeyKind::kP256, 99)));
  PathQuestion question(person, pool, Parse(root.certificate()));
  question.request.options.budget.signature_checks = 5;
  const pkix::PathResult result = question.Ask();
  EXPECT_EQ(result.reasons()[0].code, ReasonCode::kPathBudgetExhausted);
  EXPECT_EQ(result.signature_checks, 5U);
}

TEST(PathBuilding, LengthIsBounded) {
  std::vector<CertificateAuthority> authorities{CertificateAuthority("Root", KeyKind::kP256, 1)};
  std::vector<pkix::CertificatePtr> pool;
  for (int i = 2; i < 6; ++i) {
    authorities.push_back(authorities.back().Subordinate("Level " + std::to_string(i), i));
    pool.push_back(Parse(authorities.back().certificate()));
  }
  const auto person = Parse(authorities.back().Issue(PersonCertificate("alice@example.com")));
  PathQuestion question(person, pool, Parse(authorities.front().certificate()));
  question.request.options.budget.length = 6;
  EXPECT_THAT(question.Codes(), IsEmpty());
  question.request.options.budget.length = 5;
  EXPECT_THAT(question.Codes(), Contains(ReasonCode::kPathBudgetExhausted));
}

TEST(PathBuilding, RememberedSignaturesAreNotCheckedAgain) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  const auto person = Parse(root.Issue(PersonCertificate("alice@example.com")));
  pkix::SignatureCache cache;
  PathQuestion question(person, {}, Parse(root.certificate()));
  question.request.cache = &cache;
  EXPECT_EQ(question.Ask().signature_checks, 1U);
  EXPECT_EQ(question.Ask().signature_checks, 0U);
  EXPECT_TRUE(question.Ask().valid());
  EXPECT_EQ(cache.size(), 1U);
}

TEST(PathBuilding, AWrongSignatureIsRememberedToo) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  CertificateBuilder builder = PersonCertificate("alice@example.com");
  builder.Damage(CertificateDamage::kSignatureBit);
  const auto person = Parse(root.Issue(builder));
  pkix::SignatureCache cache;
  PathQuestion question(person, {}, Parse(root.certificate()));
  question.request.cache = &cache;
  for (int i = 0; i < 2; ++i) {
    EXPECT_THAT(question.Codes(), ElementsAre(ReasonCode::kCertificateSignatureInvalid));
  }
  EXPECT_EQ(question.Ask().signature_checks, 0U);
}

// Good when it was signed, expired since.
TEST(SignedPath, TellsGoodThenFromGoodNow) {
  using Verdict = pkix::SignedPathResult::Verdict;
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  CertificateBuilder builder = PersonCertificate("alice@example.com");
  builder.NotAfter(Day(2026, 5, 1));
  const PathQuestion question(Parse(root.Issue(builder)), {}, Parse(root.certificate()));
  const auto ask = [&](std::optional<Time> signed_at) {
    return pkix::ValidateSignedPath(question.request, signed_at);
  };
  EXPECT_EQ(ask(Day(2026, 4, 1)).verdict, Verdict::kValidThen);
  EXPECT_EQ(ask(Day(2026, 5, 2)).verdict, Verdict::kInvalid);
  EXPECT_EQ(ask(Day(2025, 5, 2)).verdict, Verdict::kInvalid);
  EXPECT_EQ(ask(std::nullopt).verdict, Verdict::kInvalid);
  EXPECT_EQ(ask(Day(2027, 1, 1)).verdict, Verdict::kInvalid);  // signed in the future
  EXPECT_TRUE(ask(Day(2026, 4, 1)).then->valid());
}

TEST(SignedPath, OtherReasonsAreNotMendedByTheDate) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  CertificateBuilder builder = PersonCertificate("alice@example.com");
  builder.NotAfter(Day(2026, 5, 1)).ExtendedKeyUsage({asn1::oid::kServerAuth});
  const PathQuestion question(Parse(root.Issue(builder)), {}, Parse(root.certificate()));
  const auto result = pkix::ValidateSignedPath(question.request, Day(2026, 4, 1));
  EXPECT_EQ(result.verdict, pkix::SignedPathResult::Verdict::kInvalid);
  EXPECT_FALSE(result.then.has_value());
}

}  // namespace
}  // namespace signet

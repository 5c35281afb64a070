// What CRLs say of a certificate: complete, partitioned, indirect, delta; fresh or not; by whom.
#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "support/revocation_builder.h"
#include "unit/pkix/support.h"

namespace signet {
namespace {

namespace oid = asn1::oid;
using pkix::RevocationState;
using testing::CertificateAuthority;
using testing::CertificateBuilder;
using testing::CrlBuilder;
using testing::Day;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::IssuingPoint;
using testing::KeyKind;
using testing::Parse;
using testing::PathQuestion;
using testing::PersonCertificate;

constexpr std::uint8_t kKeyCompromise = 1;
constexpr std::uint8_t kRemoveFromCrl = 8;

pkix::CrlPtr ReadCrl(Bytes der) {
  auto crl = pkix::Crl::Parse(std::move(der));
  if (!crl) {
    ADD_FAILURE() << crl.error().where << " " << crl.error().diagnostic;
    return nullptr;
  }
  return *std::move(crl);
}

// A root and a person; tests add CRLs.
class CrlCheck : public ::testing::Test {
 protected:
  void Use(const CertificateBuilder& person) { person_ = root_.Issue(person); }
  void Add(const CrlBuilder& crl) { data_.crls.push_back(ReadCrl(crl.Build(root_.key()))); }
  void AddSignedBy(const CrlBuilder& crl, const testing::KeyPair& key) {
    data_.crls.push_back(ReadCrl(crl.Build(key)));
  }
  [[nodiscard]] CrlBuilder Crl() const { return CrlBuilder(root_.name()).Number(10); }

  [[nodiscard]] pkix::Path Ask() {
    PathQuestion question(Parse(person_), others_, Parse(root_.certificate()));
    question.request.at = at_;
    question.request.revocation.mode = pkix::RevocationSettings::Mode::kRequire;
    question.request.revocation.now = now_;
    question.request.revocation.data = &data_;
    return question.Ask().best();
  }
  [[nodiscard]] RevocationState State() {
    const pkix::Path path = Ask();
    return path.revocation.empty() ? RevocationState::kNotChecked : path.revocation[0].state;
  }
  // Why the CRLs at hand were of no use.
  [[nodiscard]] std::vector<ReasonCode> Problems() {
    const pkix::Path path = Ask();
    EXPECT_THAT(testing::CodesOf(path.warnings), ElementsAre());
    // Where an answer is required, what was wrong with those at hand stands beside its absence.
    std::vector<ReasonCode> codes = testing::CodesOf(path.reasons);
    EXPECT_EQ(std::erase(codes, ReasonCode::kRevocationUnknown), 1U);
    return codes;
  }

  CertificateAuthority root_{"Root", KeyKind::kP256, 1};
  testing::Certificate person_ = root_.Issue(PersonCertificate("alice@example.com"));
  std::vector<pkix::CertificatePtr> others_;
  pkix::RevocationData data_;
  Time at_ = testing::kTestTime;
  std::optional<Time> now_;
};

TEST_F(CrlCheck, NotListedIsGood) {
  Add(Crl().Revoke(Bytes{1, 2, 3}));
  const pkix::Path path = Ask();
  EXPECT_TRUE(path.valid());
  ASSERT_EQ(path.revocation.size(), 1U);
  EXPECT_EQ(path.revocation[0].state, RevocationState::kGood);
  EXPECT_EQ(path.revocation[0].evidence, pkix::RevocationEvidence::kCrl);
  EXPECT_EQ(path.revocation[0].this_update, testing::kThisUpdate);
}

TEST_F(CrlCheck, ListedIsRevokedWithItsDateAndReason) {
  Add(Crl().Revoke(person_.serial, Day(2026, 3, 1), kKeyCompromise));
  const pkix::Path path = Ask();
  ASSERT_EQ(path.reasons.size(), 1U);
  EXPECT_EQ(path.reasons[0].code, ReasonCode::kCertificateRevoked);
  EXPECT_EQ(path.reasons[0].dates.at("revokedAt"), Day(2026, 3, 1));
  EXPECT_EQ(path.reasons[0].texts.at("subject"), "alice");
  EXPECT_EQ(path.revocation[0].reason, pkix::CrlReason::kKeyCompromise);
}

TEST_F(CrlCheck, NoCrlIsUnknown) {
  EXPECT_THAT(Problems(), IsEmpty());
  EXPECT_EQ(State(), RevocationState::kUnknown);
}

TEST_F(CrlCheck, UnknownIsAWarningWhereNothingIsDemanded) {
  PathQuestion question(Parse(person_), {}, Parse(root_.certificate()));
  question.request.revocation.mode = pkix::RevocationSettings::Mode::kCheck;
  const pkix::Path path = question.Ask().best();
  EXPECT_TRUE(path.valid());
  EXPECT_THAT(testing::CodesOf(path.warnings), ElementsAre(ReasonCode::kRevocationUnknown));
}

TEST_F(CrlCheck, RevokedLaterWasGoodThenUnlessTheKeyWasStolen) {
  now_ = testing::kTestTime;
  at_ = Day(2026, 2, 1);
  Add(Crl().Revoke(person_.serial, Day(2026, 3, 1), std::uint8_t{4}));
  EXPECT_EQ(State(), RevocationState::kGood);
  data_.crls.clear();
  Add(Crl().Revoke(person_.serial, Day(2026, 3, 1), kKeyCompromise));
  EXPECT_EQ(State(), RevocationState::kRevoked);
}

// Signed in February with a certificate that has expired since: today's CRL answers for then.
TEST_F(CrlCheck, AnswersOfTodayHoldForWhatWasSignedEarlier) {
  Use(PersonCertificate("alice@example.com").NotAfter(Day(2026, 5, 1)));
  Add(Crl());
  PathQuestion question(Parse(person_), {}, Parse(root_.certificate()));
  question.request.revocation.mode = pkix::RevocationSettings::Mode::kRequire;
  question.request.revocation.data = &data_;
  EXPECT_EQ(pkix::ValidateSignedPath(question.request, Day(2026, 2, 1)).verdict,
            pkix::SignedPathResult::Verdict::kValidThen);
  data_.crls.clear();
  Add(Crl().Revoke(person_.serial, Day(2026, 1, 15)));
  EXPECT_EQ(pkix::ValidateSignedPath(question.request, Day(2026, 2, 1)).verdict,
            pkix::SignedPathResult::Verdict::kInvalid);
}

TEST_F(CrlCheck, WorkIsBounded) {
  for (int i = 0; i < 50; ++i) {
    AddSignedBy(Crl().ThisUpdate(testing::kThisUpdate + std::chrono::seconds{i}),
                testing::Key(KeyKind::kP256, 77));
  }
  PathQuestion question(Parse(person_), {}, Parse(root_.certificate()));
  question.request.revocation.mode = pkix::RevocationSettings::Mode::kRequire;
  question.request.revocation.data = &data_;
  question.request.options.budget.signature_checks = 10;
  const pkix::PathResult result = question.Ask();
  EXPECT_LE(result.signature_checks, 10U);
  EXPECT_EQ(result.best().revocation.at(0).state, RevocationState::kUnknown);
}

TEST_F(CrlCheck, WrongSignature) {
  AddSignedBy(Crl(), testing::Key(KeyKind::kP256, 77));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerInvalid));
}

TEST_F(CrlCheck, WrongSignatureDoesNotRevokeEither) {
  AddSignedBy(Crl().Revoke(person_.serial), testing::Key(KeyKind::kP256, 77));
  EXPECT_EQ(State(), RevocationState::kUnknown);
}

TEST_F(CrlCheck, IssuerMustBeAllowedToSignCrls) {
  root_ = CertificateAuthority(
      CertificateAuthority::Prepared("Root", KeyKind::kP256, 1).KeyUsage(testing::kKeyCertSign));
  Use(PersonCertificate("alice@example.com"));
  Add(Crl());
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerUnauthorized));
}

TEST_F(CrlCheck, Outdated) {
  Add(Crl().ThisUpdate(Day(2026, 5, 1)).NextUpdate(Day(2026, 5, 8)));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerOutdated));
}

TEST_F(CrlCheck, OutdatedWithoutAWordOfTheNextOne) {
  Add(Crl().ThisUpdate(testing::kTestTime - std::chrono::days{8}).NextUpdate(std::nullopt));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerOutdated));
  data_.crls.clear();
  Add(Crl().ThisUpdate(testing::kTestTime - std::chrono::days{6}).NextUpdate(std::nullopt));
  EXPECT_EQ(State(), RevocationState::kGood);
}

TEST_F(CrlCheck, FromTheFutureButWithinTheSkewOfClocks) {
  Add(Crl().ThisUpdate(testing::kTestTime + std::chrono::seconds{300}));
  EXPECT_EQ(State(), RevocationState::kGood);
  data_.crls.clear();
  Add(Crl().ThisUpdate(testing::kTestTime + std::chrono::seconds{301}));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerFromFuture));
}

TEST_F(CrlCheck, UnknownCriticalExtensionOfCrlOrEntry) {
  static constexpr Oid kUnknown{"1.2.3.4"};
  Add(Crl().Extension(kUnknown, true, Bytes{5, 0}));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerUnsupported));
  data_.crls.clear();
  Add(Crl().RevokeWith(Bytes{1}, Day(2026, 1, 2),
                       {testing::ExtensionValue(kUnknown, true, Bytes{5, 0})}));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerUnsupported));
}

TEST_F(CrlCheck, OneOfSeveralCrlsIsEnough) {
  AddSignedBy(Crl(), testing::Key(KeyKind::kP256, 77));
  Add(Crl().ThisUpdate(Day(2026, 5, 1)).NextUpdate(Day(2026, 5, 8)));
  Add(Crl());
  EXPECT_EQ(State(), RevocationState::kGood);
}

TEST_F(CrlCheck, PartsForUsersAndAuthorities) {
  Add(Crl().Point(IssuingPoint{.only_authorities = true}).Revoke(person_.serial));
  EXPECT_EQ(State(), RevocationState::kUnknown);
  Add(Crl().Point(IssuingPoint{.only_users = true}));
  EXPECT_EQ(State(), RevocationState::kGood);
}

TEST_F(CrlCheck, PartsByName) {
  Use(PersonCertificate("alice@example.com").CrlDistributionPoint("http://example.com/1.crl"));
  Add(Crl().Point(IssuingPoint{.name = testing::UriName("http://example.com/2.crl")}));
  EXPECT_EQ(State(), RevocationState::kUnknown);
  Add(Crl().Point(IssuingPoint{.name = testing::UriName("http://example.com/1.crl")}));
  EXPECT_EQ(State(), RevocationState::kGood);
}

TEST_F(CrlCheck, PartsByReasonMustCoverAllReasons) {
  // keyCompromise and cACompromise; then all others.
  Add(Crl().Point(IssuingPoint{.reasons = 0x6000}));
  EXPECT_EQ(State(), RevocationState::kUnknown);
  Add(Crl().Point(IssuingPoint{.reasons = 0x1f80}));
  EXPECT_EQ(State(), RevocationState::kGood);
}

TEST_F(CrlCheck, AnyPartThatListsItRevokes) {
  Add(Crl().Point(IssuingPoint{.reasons = 0x6000}).Revoke(person_.serial));
  EXPECT_EQ(State(), RevocationState::kRevoked);
}

TEST_F(CrlCheck, DeltaAddsAndRemoves) {
  Add(Crl());
  Add(Crl().Base(10));  // number 10 again: not newer than the complete one
  EXPECT_EQ(State(), RevocationState::kGood);
  data_.crls.pop_back();
  Add(CrlBuilder(root_.name()).Number(11).Base(10).Revoke(person_.serial));
  EXPECT_EQ(State(), RevocationState::kRevoked);
}

TEST_F(CrlCheck, DeltaTakesOffHold) {
  Add(Crl().Revoke(person_.serial, Day(2026, 2, 1), std::uint8_t{6}));
  EXPECT_EQ(State(), RevocationState::kRevoked);
  Add(CrlBuilder(root_.name())
          .Number(11)
          .Base(9)
          .Revoke(person_.serial, Day(2026, 2, 1), kRemoveFromCrl));
  EXPECT_EQ(State(), RevocationState::kGood);
}

TEST_F(CrlCheck, DeltaNeedsABaseThatIsNotNewer) {
  Add(Crl());
  Add(CrlBuilder(root_.name()).Number(12).Base(11).Revoke(person_.serial));
  EXPECT_EQ(State(), RevocationState::kGood);
}

TEST_F(CrlCheck, DeltaOfAnotherScopeOrKeyIsNotUsed) {
  Add(Crl());
  Add(CrlBuilder(root_.name())
          .Number(11)
          .Base(10)
          .Point(IssuingPoint{.only_users = true})
          .Revoke(person_.serial));
  AddSignedBy(CrlBuilder(root_.name()).Number(11).Base(10).Revoke(person_.serial),
              testing::Key(KeyKind::kP256, 77));
  EXPECT_EQ(State(), RevocationState::kGood);
}

TEST_F(CrlCheck, ADeltaAloneSaysNothing) {
  Add(CrlBuilder(root_.name()).Number(11).Base(10));
  EXPECT_EQ(State(), RevocationState::kUnknown);
}

// A CRL by somebody else whom the certificate's distribution point names.
class IndirectCrl : public CrlCheck {
 protected:
  void SetUp() override {
    CertificateBuilder person = PersonCertificate("alice@example.com");
    asn1::DerWriter points;
    points.Sequence([&](asn1::DerWriter& list) {
      list.Sequence([&](asn1::DerWriter& point) {
        point.Value(asn1::ContextConstructedTag(2),
                    testing::DirectoryName(testing::CommonName("CRL issuer")));
      });
    });
    person.Extension(oid::kCrlDistributionPoints, false, points.octets());
    Use(person);
  }

  // An entry that says whose certificate it is.
  [[nodiscard]] static std::vector<Bytes> Of(ByteView issuer) {
    return {testing::ExtensionValue(
        oid::kCertificateIssuer, true,
        asn1::EncodeValue(asn1::kSequence, testing::DirectoryName(issuer)))};
  }

  void Certify(const CertificateAuthority& by) {
    others_.push_back(
        Parse(by.Issue(CertificateAuthority::Prepared("CRL issuer", KeyKind::kP256, 50)
                           .BasicConstraints(false)
                           .KeyUsage(testing::kCrlSign))));
  }

  [[nodiscard]] static CrlBuilder Indirect() {
    return CrlBuilder(testing::CommonName("CRL issuer"))
        .Number(1)
        .Point(IssuingPoint{.indirect = true});
  }
  const testing::KeyPair& issuer_key_ = testing::Key(KeyKind::kP256, 50);
};

TEST_F(IndirectCrl, ListsOtherIssuersCertificates) {
  Certify(root_);
  AddSignedBy(Indirect().RevokeWith(Bytes{1}, Day(2026, 2, 1), Of(root_.name())), issuer_key_);
  EXPECT_EQ(State(), RevocationState::kGood);
  data_.crls.clear();
  AddSignedBy(Indirect().RevokeWith(person_.serial, Day(2026, 2, 1), Of(root_.name())),
              issuer_key_);
  EXPECT_EQ(State(), RevocationState::kRevoked);
}

TEST_F(IndirectCrl, TheIssuerOfAnEntryHoldsForThoseAfterIt) {
  Certify(root_);
  AddSignedBy(Indirect()
                  .RevokeWith(Bytes{1}, Day(2026, 2, 1), Of(root_.name()))
                  .Revoke(person_.serial, Day(2026, 2, 1)),
              issuer_key_);
  EXPECT_EQ(State(), RevocationState::kRevoked);
  data_.crls.clear();
  AddSignedBy(Indirect()
                  .RevokeWith(Bytes{1}, Day(2026, 2, 1), Of(root_.name()))
                  .RevokeWith(Bytes{2}, Day(2026, 2, 1), Of(testing::CommonName("Other")))
                  .Revoke(person_.serial, Day(2026, 2, 1)),
              issuer_key_);
  EXPECT_EQ(State(), RevocationState::kGood);
}

TEST_F(IndirectCrl, ItsIssuerNeedsAPathToTheSameAuthority) {
  Certify(CertificateAuthority("Elsewhere", KeyKind::kP256, 60));
  AddSignedBy(Indirect(), issuer_key_);
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerUnauthorized));
}

TEST_F(IndirectCrl, ARevokedIssuerIsNone) {
  Certify(root_);
  AddSignedBy(Indirect(), issuer_key_);
  EXPECT_EQ(State(), RevocationState::kGood);
  Add(Crl().Revoke(others_[0]->serial()));
  // The root's own CRL speaks for the person then.
  EXPECT_THAT(testing::CodesOf(Ask().warnings),
              ElementsAre(ReasonCode::kRevocationAnswerUnauthorized));
}

TEST_F(CrlCheck, ARevokedAuthorityIsNamed) {
  const CertificateAuthority middle = root_.Subordinate("Middle", 2);
  const auto middle_certificate = Parse(middle.certificate());
  others_ = {middle_certificate};
  person_ = middle.Issue(PersonCertificate("alice@example.com"));
  Add(Crl().Revoke(middle.certificate().serial));
  AddSignedBy(CrlBuilder(middle.name()), middle.key());
  const pkix::Path path = Ask();
  ASSERT_EQ(path.reasons.size(), 1U);
  EXPECT_EQ(path.reasons[0].code, ReasonCode::kCertificateRevoked);
  EXPECT_EQ(path.reasons[0].certificate, middle_certificate->sha256());
}

}  // namespace
}  // namespace signet

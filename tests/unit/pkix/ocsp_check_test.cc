// What OCSP responses say of a certificate, and every way in which one must not be believed.
#include "asn1/oids.h"
#include "pkix/ocsp_request.h"
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
using testing::KeyKind;
using testing::OcspBuilder;
using testing::OcspStatus;
using testing::Parse;
using testing::PathQuestion;
using testing::PersonCertificate;

class OcspCheck : public ::testing::Test {
 protected:
  void Supply(const Bytes& der, const Bytes& nonce = {}) {
    const auto response = pkix::OcspResponse::Parse(der);
    ASSERT_TRUE(response) << response.error().where << " " << response.error().diagnostic;
    data_.ocsp_responses.push_back(
        {.response = *response, .certificate = Parse(person_)->sha256(), .nonce = nonce});
  }
  [[nodiscard]] OcspBuilder Answer() const { return OcspBuilder(root_.name()); }
  [[nodiscard]] OcspBuilder Good() const {
    return Answer().Say(OcspStatus::kGood, person_, root_.key());
  }

  [[nodiscard]] pkix::Path Ask() {
    PathQuestion question(Parse(person_), {}, Parse(root_.certificate()));
    question.request.revocation.mode = pkix::RevocationSettings::Mode::kRequire;
    question.request.revocation.data = &data_;
    question.request.revocation.trusted_responders = trusted_;
    return question.Ask().best();
  }
  [[nodiscard]] RevocationState State() { return Ask().revocation.at(0).state; }
  [[nodiscard]] std::vector<ReasonCode> Problems() {
    const pkix::Path path = Ask();
    EXPECT_THAT(testing::CodesOf(path.warnings), ElementsAre());
    // Where an answer is required, what was wrong with those at hand stands beside its absence.
    std::vector<ReasonCode> codes = testing::CodesOf(path.reasons);
    EXPECT_EQ(std::erase(codes, ReasonCode::kRevocationUnknown), 1U);
    return codes;
  }

  // A responder's certificate, by default a sound delegation of the root.
  [[nodiscard]] static CertificateBuilder Responder() {
    return PersonCertificate("responder@example.com", KeyKind::kP256, 40)
        .Subject(testing::CommonName("Responder"))
        .ExtendedKeyUsage({oid::kOcspSigning})
        .KeyUsage(testing::kDigitalSignature)
        .Extension(oid::kOcspNoCheck, false, Bytes{5, 0});
  }
  // A good answer by that responder, with its certificate.
  [[nodiscard]] Bytes DelegatedAnswer(ByteView certificate) const {
    return OcspBuilder(testing::CommonName("Responder"))
        .Say(OcspStatus::kGood, person_, root_.key())
        .Attach(certificate)
        .Build(testing::Key(KeyKind::kP256, 40));
  }

  CertificateAuthority root_{"Root", KeyKind::kP256, 1};
  testing::Certificate person_ = root_.Issue(PersonCertificate("alice@example.com"));
  pkix::RevocationData data_;
  std::vector<pkix::CertificatePtr> trusted_;
};

TEST_F(OcspCheck, GoodBySignatureOfTheIssuer) {
  Supply(Good().Build(root_.key()));
  const pkix::Path path = Ask();
  EXPECT_TRUE(path.valid());
  EXPECT_EQ(path.revocation[0].state, RevocationState::kGood);
  EXPECT_EQ(path.revocation[0].evidence, pkix::RevocationEvidence::kOcsp);
  EXPECT_EQ(path.revocation[0].next_update, testing::kNextUpdate);
}

TEST_F(OcspCheck, ResponderByKeyAndCertificateBySha256) {
  Supply(OcspBuilder(root_.name())
             .ByKey(root_.key())
             .Sha256Ids()
             .Say(OcspStatus::kGood, person_, root_.key())
             .Build(root_.key()));
  EXPECT_EQ(State(), RevocationState::kGood);
}

TEST_F(OcspCheck, Revoked) {
  Supply(Answer()
             .Say(OcspStatus::kRevoked, person_, root_.key(), Day(2026, 3, 1), std::uint8_t{4})
             .Build(root_.key()));
  const pkix::Path path = Ask();
  ASSERT_EQ(path.reasons.size(), 1U);
  EXPECT_EQ(path.reasons[0].code, ReasonCode::kCertificateRevoked);
  EXPECT_EQ(path.reasons[0].dates.at("revokedAt"), Day(2026, 3, 1));
}

TEST_F(OcspCheck, UnknownToTheResponder) {
  Supply(Answer().Say(OcspStatus::kUnknown, person_, root_.key()).Build(root_.key()));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationResponderFailed));
}

TEST_F(OcspCheck, ErrorsOfTheResponder) {
  for (const int status : {1, 2, 3, 5, 6}) {
    data_.ocsp_responses.clear();
    Supply(OcspBuilder::Error(static_cast<std::uint8_t>(status)));
    EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationResponderFailed)) << status;
  }
}

TEST_F(OcspCheck, AnswerAboutAnotherCertificate) {
  const auto other = root_.Issue(PersonCertificate("bob@example.com"));
  Supply(Answer().Say(OcspStatus::kGood, other, root_.key()).Build(root_.key()));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerMismatched));
}

TEST_F(OcspCheck, SameSerialOfAnotherIssuer) {
  Supply(
      Answer().Say(OcspStatus::kGood, person_, testing::Key(KeyKind::kP256, 9)).Build(root_.key()));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerMismatched));
}

TEST_F(OcspCheck, WrongSignature) {
  Supply(Good().Build(testing::Key(KeyKind::kP256, 9)));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerInvalid));
}

TEST_F(OcspCheck, WeakSignature) {
  Supply(Good().Build(root_.key(), testing::Scheme::kEcdsaSha1));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerInvalid));
}

TEST_F(OcspCheck, Outdated) {
  Supply(Answer()
             .Times(Day(2026, 5, 1), Day(2026, 5, 8))
             .Say(OcspStatus::kGood, person_, root_.key())
             .Build(root_.key()));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerOutdated));
}

TEST_F(OcspCheck, OldWithoutAWordOfTheNextOne) {
  Supply(Answer()
             .Times(testing::kTestTime - std::chrono::days{8}, std::nullopt)
             .Say(OcspStatus::kGood, person_, root_.key())
             .Build(root_.key()));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerOutdated));
}

TEST_F(OcspCheck, FromTheFuture) {
  const Time tomorrow = testing::kTestTime + std::chrono::days{1};
  Supply(Answer()
             .ProducedAt(tomorrow)
             .Times(tomorrow, tomorrow + std::chrono::days{7})
             .Say(OcspStatus::kGood, person_, root_.key())
             .Build(root_.key()));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerFromFuture));
}

TEST_F(OcspCheck, ReplayedAnswerHasAnotherNonce) {
  const Bytes sent(32, 0x11);
  Supply(Good().Nonce(Bytes(32, 0x22)).Build(root_.key()), sent);
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerReplayed));
  data_.ocsp_responses.clear();
  Supply(Good().Nonce(sent).Build(root_.key()), sent);
  EXPECT_EQ(State(), RevocationState::kGood);
}

TEST_F(OcspCheck, RespondersWithoutNoncesAreBelievedByTheirTimes) {
  Supply(Good().Build(root_.key()), Bytes(32, 0x11));
  EXPECT_EQ(State(), RevocationState::kGood);
}

TEST_F(OcspCheck, UnknownCriticalExtension) {
  static constexpr Oid kUnknown{"1.2.3.4"};
  Supply(Good().Extension(kUnknown, true, Bytes{5, 0}).Build(root_.key()));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerUnsupported));
}

TEST_F(OcspCheck, Delegated) {
  Supply(DelegatedAnswer(root_.Issue(Responder()).der));
  EXPECT_EQ(State(), RevocationState::kGood);
}

TEST_F(OcspCheck, DelegateWithoutItsCertificate) {
  Supply(OcspBuilder(testing::CommonName("Responder"))
             .Say(OcspStatus::kGood, person_, root_.key())
             .Build(testing::Key(KeyKind::kP256, 40)));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerUnauthorized));
}

TEST_F(OcspCheck, DelegateThatIsNotForOcsp) {
  Supply(DelegatedAnswer(
      root_.Issue(Responder().ExtendedKeyUsage({oid::kEmailProtection, oid::kAnyExtendedKeyUsage}))
          .der));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerUnauthorized));
}

TEST_F(OcspCheck, DelegateWithoutExtendedKeyUsage) {
  Supply(DelegatedAnswer(root_.Issue(Responder().Without(oid::kExtendedKeyUsage)).der));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerUnauthorized));
}

TEST_F(OcspCheck, DelegateOfSomebodyElse) {
  const CertificateAuthority other("Root", KeyKind::kP256, 9);  // the name only is the same
  Supply(DelegatedAnswer(other.Issue(Responder()).der));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerUnauthorized));
}

TEST_F(OcspCheck, ExpiredDelegate) {
  Supply(DelegatedAnswer(root_.Issue(Responder().NotAfter(Day(2026, 5, 1))).der));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerUnauthorized));
}

TEST_F(OcspCheck, RevokedDelegate) {
  const auto responder = root_.Issue(Responder().Without(oid::kOcspNoCheck));
  Supply(DelegatedAnswer(responder.der));
  EXPECT_EQ(State(), RevocationState::kGood);
  data_.crls.push_back(
      *pkix::Crl::Parse(CrlBuilder(root_.name()).Revoke(responder.serial).Build(root_.key())));
  const pkix::Path path = Ask();
  EXPECT_THAT(testing::CodesOf(path.warnings),
              ElementsAre(ReasonCode::kRevocationAnswerUnauthorized));
  EXPECT_EQ(path.revocation[0].evidence, pkix::RevocationEvidence::kCrl);  // not listed itself
}

TEST_F(OcspCheck, AChosenResponderIsBelievedAboutAnybody) {
  const CertificateAuthority chosen(Responder().Without(oid::kExtendedKeyUsage));
  Supply(OcspBuilder(testing::CommonName("Responder"))
             .Say(OcspStatus::kGood, person_, root_.key())
             .Build(chosen.key()));
  EXPECT_THAT(Problems(), ElementsAre(ReasonCode::kRevocationAnswerUnauthorized));
  trusted_ = {Parse(chosen.certificate())};
  EXPECT_EQ(State(), RevocationState::kGood);
}

TEST_F(OcspCheck, RevokedByOneEvidenceIsRevoked) {
  Supply(Good().Build(root_.key()));
  data_.crls.push_back(
      *pkix::Crl::Parse(CrlBuilder(root_.name()).Revoke(person_.serial).Build(root_.key())));
  EXPECT_EQ(State(), RevocationState::kRevoked);
}

TEST_F(OcspCheck, TheWorstOfSeveralStatementsCounts) {
  Supply(Good().Say(OcspStatus::kRevoked, person_, root_.key()).Build(root_.key()));
  EXPECT_EQ(State(), RevocationState::kRevoked);
}

TEST(OcspResponse, MustBeWholeAndOfTheBasicType) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  const auto person = root.Issue(PersonCertificate("alice@example.com"));
  const Bytes good =
      OcspBuilder(root.name()).Say(OcspStatus::kGood, person, root.key()).Build(root.key());
  ASSERT_TRUE(pkix::OcspResponse::Parse(good));
  for (std::size_t size = 0; size < good.size(); ++size) {
    EXPECT_FALSE(pkix::OcspResponse::Parse(ByteView{good}.first(size))) << size;
  }
  Bytes longer = good;
  longer.push_back(0);
  EXPECT_FALSE(pkix::OcspResponse::Parse(longer));
  EXPECT_FALSE(pkix::OcspResponse::Parse(OcspBuilder::Error(4)));
  EXPECT_FALSE(pkix::OcspResponse::Parse(OcspBuilder::Error(0)));
}

}  // namespace
}  // namespace signet

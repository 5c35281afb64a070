// The round of asking, fetching and asking again, and what is said of fetches that failed.
#include "pkix/evidence.h"

#include "asn1/oids.h"
#include "support/revocation_builder.h"
#include "support/signed_data_builder.h"
#include "unit/pkix/support.h"

namespace signet {
namespace {

namespace oid = asn1::oid;
using pkix::Evidence;
using pkix::Fetch;
using pkix::FetchKind;
using Mode = pkix::RevocationSettings::Mode;
using testing::CertificateAuthority;
using testing::CertificateBuilder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::KeyKind;
using testing::Parse;
using testing::PathQuestion;
using testing::PersonCertificate;
using ::testing::SizeIs;

class EvidenceTest : public ::testing::Test {
 protected:
  EvidenceTest() : person_(root_.Issue(Prepared())), target_(Parse(person_)) {}

  static CertificateBuilder Prepared() {
    CertificateBuilder person = PersonCertificate("alice@example.com");
    person.AuthorityInformationAccess(oid::kAccessOcsp, "http://ocsp.example.com")
        .CrlDistributionPoint("http://crl.example.com/crl");
    return person;
  }

  pkix::PathResult Ask(Mode mode) {
    PathQuestion question(target_, {}, Parse(root_.certificate()));
    question.request.revocation.mode = mode;
    question.request.revocation.data = &evidence_.data();
    return question.Ask();
  }

  // Asks, and explains what came of it.
  pkix::Path Explained(Mode mode) {
    pkix::PathResult result = Ask(mode);
    evidence_.Explain(pkix::FindFetches(result, {}), mode, result);
    return result.best();
  }

  static std::vector<ReasonCode> Codes(const std::vector<Reason>& reasons) {
    return testing::CodesOf(reasons);
  }

  Fetch FetchOf(FetchKind kind) {
    for (const Fetch& fetch : pkix::FindFetches(Ask(Mode::kCheck), {})) {
      if (fetch.kind == kind) {
        return fetch;
      }
    }
    ADD_FAILURE() << "there is no such fetch";
    return {};
  }

  CertificateAuthority root_{"Root", KeyKind::kP256, 1};
  testing::Certificate person_;
  pkix::CertificatePtr target_;
  Evidence evidence_;
};

TEST_F(EvidenceTest, WhatNobodyAskedIsNotChecked) {
  const pkix::Path path = Explained(Mode::kCheck);
  EXPECT_TRUE(path.valid());
  EXPECT_EQ(path.revocation.at(0).state, pkix::RevocationState::kNotChecked);
  EXPECT_THAT(Codes(path.warnings), ElementsAre(ReasonCode::kRevocationNotChecked));
  EXPECT_THAT(Codes(Explained(Mode::kRequire).reasons),
              ElementsAre(ReasonCode::kRevocationUnknown));
}

TEST_F(EvidenceTest, OcspComesBeforeCrlsAndNothingIsAskedTwice) {
  const auto wanted = pkix::FindFetches(Ask(Mode::kCheck), {});
  const auto first = evidence_.Next(wanted);
  ASSERT_THAT(first, SizeIs(1));
  EXPECT_EQ(first[0].kind, FetchKind::kOcsp);
  const auto second = evidence_.Next(wanted);
  ASSERT_THAT(second, SizeIs(1));
  EXPECT_EQ(second[0].kind, FetchKind::kCrl);
  EXPECT_THAT(evidence_.Next(wanted), IsEmpty());
}

TEST_F(EvidenceTest, RoundsAreBounded) {
  Fetch fetch = FetchOf(FetchKind::kCrl);
  std::size_t rounds = 0;
  for (; !evidence_.Next({fetch}).empty(); ++rounds) {
    fetch.url += "x";
  }
  EXPECT_EQ(rounds, limits::kFetchRounds);
}

TEST_F(EvidenceTest, AnswersAreUsed) {
  const Fetch ocsp = FetchOf(FetchKind::kOcsp);
  evidence_.Supply(ocsp, testing::OcspBuilder(root_.name())
                             .Say(testing::OcspStatus::kGood, person_, root_.key())
                             .Build(root_.key()));
  const pkix::Path path = Explained(Mode::kRequire);
  EXPECT_TRUE(path.valid());
  EXPECT_EQ(path.revocation.at(0).evidence, pkix::RevocationEvidence::kOcsp);
  // What decided is known, so that it can be kept.
  EXPECT_EQ(path.revocation.at(0).ocsp_response, evidence_.records().at(0).ocsp_response);
  EXPECT_TRUE(evidence_.records().at(0).supplied);
}

TEST_F(EvidenceTest, CrlsAreUsed) {
  evidence_.Supply(FetchOf(FetchKind::kCrl), testing::CrlBuilder(root_.name()).Build(root_.key()));
  const pkix::Path path = Explained(Mode::kRequire);
  EXPECT_TRUE(path.valid());
  EXPECT_THAT(path.revocation.at(0).crls, ElementsAre(evidence_.records().at(0).crl));
}

TEST_F(EvidenceTest, AnswersThatAreNoneAreNamed) {
  const Fetch crl = FetchOf(FetchKind::kCrl);
  const auto problem_of = [&](ByteView answer) {
    evidence_ = Evidence();
    evidence_.Supply(crl, ToBytes(answer));
    return evidence_.records().at(0).problem.value_or(Reason{}).code;
  };
  EXPECT_EQ(problem_of(AsBytes("<html>Log in</html>")), ReasonCode::kFetchAnswerNotExpected);
  EXPECT_EQ(problem_of({}), ReasonCode::kFetchAnswerNotExpected);
  EXPECT_EQ(problem_of(Bytes{0x30, 0x03, 0x01}), ReasonCode::kFetchAnswerDamaged);
}

TEST_F(EvidenceTest, FailuresAreReasonsAboutTheCertificate) {
  evidence_.Fail(FetchOf(FetchKind::kOcsp),
                 MakeReason(ReasonCode::kFetchNoAnswer).With("host", "ocsp.example.com"));
  const pkix::Path required = Explained(Mode::kRequire);
  ASSERT_THAT(Codes(required.reasons),
              ElementsAre(ReasonCode::kRevocationUnknown, ReasonCode::kFetchNoAnswer));
  EXPECT_EQ(required.reasons[1].certificate, target_->sha256());
  EXPECT_EQ(required.reasons[1].texts.at("subject"), "alice");
  const pkix::Path checked = Explained(Mode::kCheck);
  EXPECT_TRUE(checked.valid());
  EXPECT_THAT(Codes(checked.warnings),
              ElementsAre(ReasonCode::kRevocationUnknown, ReasonCode::kFetchNoAnswer));
  EXPECT_EQ(checked.revocation.at(0).state, pkix::RevocationState::kUnknown);
}

TEST_F(EvidenceTest, StoredAnswersAreUsedAndTheFetchStaysWanted) {
  const Fetch ocsp = FetchOf(FetchKind::kOcsp);
  const Bytes old = testing::OcspBuilder(root_.name())
                        .Times((testing::kTestTime - std::chrono::days{30}),
                               (testing::kTestTime - std::chrono::days{30}) + std::chrono::days{1})
                        .ProducedAt((testing::kTestTime - std::chrono::days{30}))
                        .Say(testing::OcspStatus::kGood, person_, root_.key())
                        .Build(root_.key());
  EXPECT_TRUE(evidence_.AddStored(ocsp, old));
  EXPECT_FALSE(evidence_.AddStored(ocsp, old));
  EXPECT_THAT(Codes(Explained(Mode::kRequire).reasons),
              ElementsAre(ReasonCode::kRevocationUnknown, ReasonCode::kRevocationAnswerOutdated));
  EXPECT_THAT(evidence_.Next(pkix::FindFetches(Ask(Mode::kCheck), {})), SizeIs(1));
}

TEST_F(EvidenceTest, IssuersComeAloneOrInABundle) {
  CertificateBuilder builder = PersonCertificate("bob@example.com");
  builder.AuthorityInformationAccess(oid::kAccessCaIssuers, "http://example.com/ca");
  const CertificateAuthority middle = root_.Subordinate("Middle", 9);
  const auto bob = Parse(middle.Issue(builder));
  const Bytes bundle =
      testing::SignedDataBuilder().AddCertificate(root_.der()).AddCertificate(middle.der()).Build();
  for (const Bytes& answer : {middle.der(), bundle}) {
    evidence_ = Evidence();
    PathQuestion question(bob, {}, Parse(root_.certificate()));
    question.request.sources.push_back(&evidence_.issuers());
    const auto wanted = evidence_.Next(pkix::FindFetches(question.Ask(), {}));
    ASSERT_THAT(wanted, SizeIs(1));
    EXPECT_EQ(wanted[0].kind, FetchKind::kIssuer);
    evidence_.Supply(wanted[0], answer);
    EXPECT_TRUE(question.Ask().valid());
  }
}

}  // namespace
}  // namespace signet

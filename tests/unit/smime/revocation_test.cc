// Revocation in the verdict about a message: data that the message brings, that is at hand, and
// that is not there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "asn1/oids.h"
#include "smime/reader.h"
#include "support/certificate_builder.h"
#include "support/message_builder.h"
#include "support/nss_environment.h"
#include "support/reading.h"
#include "support/revocation_builder.h"
#include "support/signed_data_builder.h"

namespace signet::smime {
namespace {

using Mode = pkix::RevocationSettings::Mode;
using State = pkix::RevocationState;
using testing::Certificate;
using testing::CertificateAuthority;
using ::testing::Contains;
using testing::CrlBuilder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::kTestTime;
using testing::SignedDataBuilder;
using ::testing::SizeIs;

class SmimeRevocationTest : public ::testing::Test {
 protected:
  SmimeRevocationTest() {
    anchors_.Add(**pkix::Certificate::Parse(authority_.der()), {pkix::Trust::Level::kAnchor, {}});
    pool_.Add(*pkix::Certificate::Parse(authority_.der()));
    sources_.authorities = {&pool_};
    sources_.trust = &anchors_;
    sources_.evidence = &evidence_;
    sources_.revocation.mode = Mode::kCheck;
  }

  // A message by Alice that brings these CRLs.
  [[nodiscard]] std::string Message(const std::vector<Bytes>& crls = {}) const {
    const std::string entity = testing::TextEntity("Hello.\n");
    SignedDataBuilder builder;
    builder.Content(AsBytes(entity)).Detached().Signer(alice_);
    for (const Bytes& crl : crls) {
      builder.AddCrl(crl);
    }
    return testing::MultipartSigned({}, entity, builder.Build());
  }

  [[nodiscard]] Findings Judge(const std::string& message) const {
    return Read(AsBytes(message), sources_, {.time = kTestTime}).value();
  }

  [[nodiscard]] static std::vector<ReasonCode> Codes(const Findings& findings) {
    return testing::CodesOf(findings.findings);
  }

  [[nodiscard]] static State StateOf(const Findings& findings) {
    return findings.signers.at(0).path.best().revocation.at(0).state;
  }

  CertificateAuthority authority_{"Test CA"};
  Certificate alice_ = authority_.Issue(
      testing::PersonCertificate("alice@example.com").CrlDistributionPoint("http://example.com/c"));
  pkix::AnchorSet anchors_;
  pkix::CertificatePool pool_;
  pkix::Evidence evidence_;
  ReaderSources sources_;
};

TEST_F(SmimeRevocationTest, NotAskedIsSaidAndWeighsNothing) {
  const Findings findings = Judge(Message());
  EXPECT_EQ(findings.signature, SignatureVerdict::kValid);
  EXPECT_THAT(Codes(findings), ElementsAre(ReasonCode::kValid, ReasonCode::kRevocationNotChecked));
  EXPECT_EQ(findings.findings[1].severity, Severity::kInformation);
  EXPECT_EQ(StateOf(findings), State::kNotChecked);
  ASSERT_THAT(findings.signers[0].fetches, SizeIs(1));
  EXPECT_EQ(findings.signers[0].fetches[0].url, "http://example.com/c");
}

TEST_F(SmimeRevocationTest, OffSaysNothing) {
  sources_.revocation.mode = Mode::kOff;
  EXPECT_THAT(Codes(Judge(Message())), ElementsAre(ReasonCode::kValid));
}

TEST_F(SmimeRevocationTest, ACrlInTheMessageIsUsed) {
  const Findings good = Judge(Message({CrlBuilder(authority_.name()).Build(authority_.key())}));
  EXPECT_THAT(Codes(good), ElementsAre(ReasonCode::kValid));
  EXPECT_EQ(StateOf(good), State::kGood);
  EXPECT_THAT(good.signers[0].fetches, IsEmpty());
  const Findings revoked =
      Judge(Message({CrlBuilder(authority_.name()).Revoke(alice_.serial).Build(authority_.key())}));
  EXPECT_EQ(revoked.signature, SignatureVerdict::kInvalid);
  EXPECT_EQ(Codes(revoked).front(), ReasonCode::kCertificateRevoked);
  EXPECT_EQ(StateOf(revoked), State::kRevoked);
}

TEST_F(SmimeRevocationTest, ACrlThatSomebodyElseSignedIsNot) {
  const CertificateAuthority stranger("Stranger", testing::KeyKind::kP256, 1001);
  const Findings findings = Judge(Message({CrlBuilder(authority_.name()).Build(stranger.key())}));
  EXPECT_EQ(StateOf(findings), State::kUnknown);
  EXPECT_THAT(Codes(findings), Contains(ReasonCode::kRevocationAnswerInvalid));
}

TEST_F(SmimeRevocationTest, WhatIsAtHandIsUsed) {
  evidence_.Add(*pkix::Crl::Parse(
      CrlBuilder(authority_.name()).Revoke(alice_.serial).Build(authority_.key())));
  EXPECT_EQ(Codes(Judge(Message())).front(), ReasonCode::kCertificateRevoked);
}

TEST_F(SmimeRevocationTest, RequiredAndUnknownIsNotValid) {
  sources_.revocation.mode = Mode::kRequire;
  const Findings findings = Judge(Message());
  EXPECT_EQ(findings.signature, SignatureVerdict::kInvalid);
  EXPECT_THAT(Codes(findings), ElementsAre(ReasonCode::kRevocationUnknown));
}

TEST_F(SmimeRevocationTest, DamagedDataInTheMessageIsAsIfItWereNotThere) {
  const Findings findings = Judge(Message({Bytes{0x30, 0x00}}));
  EXPECT_EQ(findings.signature, SignatureVerdict::kValid);
  EXPECT_EQ(StateOf(findings), State::kNotChecked);
}

}  // namespace
}  // namespace signet::smime

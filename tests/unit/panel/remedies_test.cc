// Which buttons there are for what was found.
#include "panel/remedies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/certificate_builder.h"
#include "support/nss_environment.h"
#include "support/reading.h"

namespace signet::panel {
namespace {

using idl::RemedyAction;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Parse;
using enum ReasonCode;

std::vector<RemedyAction> Actions(const smime::Findings& findings) {
  std::vector<RemedyAction> actions;
  for (const idl::RemedyOffer& offer : RemediesFor(findings)) {
    actions.push_back(offer.action);
  }
  return actions;
}

smime::Findings With(const std::vector<ReasonCode>& codes) {
  smime::Findings findings;
  for (const ReasonCode code : codes) {
    findings.findings.push_back({MakeReason(code), smime::SeverityOf(code)});
  }
  return findings;
}

TEST(RemediesTest, EachOnceInTheOrderOfTheFindings) {
  EXPECT_THAT(Actions(With({kAltered, kCertificateRevoked, kAddressMismatch, kDecryptionFailed})),
              IsEmpty());
  EXPECT_THAT(Actions(With({kNoMatchingKey})), ElementsAre(RemedyAction::kImportBackup));
  EXPECT_THAT(Actions(With({kPrivateKeyMissing})), ElementsAre(RemedyAction::kImportBackup));
  EXPECT_THAT(Actions(With({kPasswordCancelled})), ElementsAre(RemedyAction::kEnterPassword));
  EXPECT_THAT(Actions(With({kTokenUnavailable})), ElementsAre(RemedyAction::kTryAgain));
  EXPECT_THAT(Actions(With({kContentNotAvailable})), ElementsAre(RemedyAction::kDownload));
  EXPECT_THAT(Actions(With({kRevocationUnknown})), IsEmpty());  // there is nobody to ask
  EXPECT_THAT(Actions(With({kRevocationUnknown, kFetchNoAnswer, kIssuerUnknown})),
              ElementsAre(RemedyAction::kCheckAgain, RemedyAction::kImport));
}

class TrustRemediesTest : public ::testing::Test {
 protected:
  // A signer whose path ends at an authority that is not trusted.
  smime::Findings Signed(const std::vector<ReasonCode>& also = {}) {
    smime::Findings findings;
    smime::SignerFindings& signer = findings.signers.emplace_back();
    signer.certificate = alice_;
    signer.chain = {alice_, root_};
    signer.path.paths.emplace_back().chain = signer.chain;
    signer.findings.push_back(
        {MakeReason(kIssuerNotTrusted).About(root_->sha256()), smime::Severity::kError});
    for (const ReasonCode code : also) {
      signer.findings.push_back({MakeReason(code), smime::SeverityOf(code)});
    }
    findings.findings = signer.findings;
    return findings;
  }

  testing::CertificateAuthority authority_{"Clinic CA"};
  pkix::CertificatePtr root_ = Parse(authority_.der());
  pkix::CertificatePtr alice_ =
      Parse(authority_.Issue(testing::PersonCertificate("alice@example.com")));
};

TEST_F(TrustRemediesTest, AnAuthorityIsOfferedToBeTrustedWhereNothingElseIsMissing) {
  const auto offers = RemediesFor(Signed({kProtectedHeaderDiffers}));
  ASSERT_EQ(offers.size(), 1U);
  EXPECT_EQ(offers[0].action, RemedyAction::kTrust);
  EXPECT_TRUE(offers[0].authority);
  EXPECT_EQ(offers[0].certificate->sha256, root_->sha256());
}

TEST_F(TrustRemediesTest, NothingElseThatIsWrongIsMadeGoodByTrust) {
  for (const ReasonCode code : {kAltered, kAddressMismatch, kCertificateExpired, kNotForEmail}) {
    EXPECT_THAT(Actions(Signed({code})), IsEmpty());
  }
}

TEST_F(TrustRemediesTest, OneThatIsTrustedForOlderCertificatesIsNotOffered) {
  smime::Findings findings = Signed();
  findings.signers[0].path.paths[0].anchored = true;
  EXPECT_THAT(Actions(findings), IsEmpty());
}

TEST_F(TrustRemediesTest, APersonsOwnSignatureUnderACertificateIsTrustedByItself) {
  smime::Findings findings = Signed();
  findings.signers[0].findings = {
      {MakeReason(kSelfSigned).About(alice_->sha256()), smime::Severity::kError}};
  const auto offers = RemediesFor(findings);
  ASSERT_EQ(offers.size(), 1U);
  EXPECT_FALSE(offers[0].authority);
  EXPECT_EQ(offers[0].certificate->sha256, alice_->sha256());
}

TEST_F(TrustRemediesTest, WhatWasDistrustedCanBeLookedAt) {
  smime::Findings findings = Signed();
  findings.signers[0].findings = {
      {MakeReason(kCertificateDistrusted).About(root_->sha256()), smime::Severity::kError}};
  EXPECT_THAT(Actions(findings), ElementsAre(RemedyAction::kChangeTrust));
}

}  // namespace
}  // namespace signet::panel

// The Security page of an identity: what is chosen, its state, and what could be chosen.
#include "panel/account_security.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "store/database_key.h"
#include "support/certificate_builder.h"
#include "support/nss_environment.h"

namespace signet::panel {
namespace {

using testing::CertificateAuthority;
using testing::CertificateBuilder;
using ::testing::IsEmpty;
using testing::kTestTime;

constexpr std::string_view kAlice = "alice@example.com";

class AccountSecurityTest : public ::testing::Test {
 protected:
  AccountSecurityTest() : root_("Root") {
    const auto root = *pkix::Certificate::Parse(root_.der());
    pool_.Add(root);
    trust_.Add(*root, {.level = pkix::Trust::Level::kAnchor, .distrust_after = {}});
    context_.authorities = {&pool_};
    context_.trust = &trust_;
    context_.at = kTestTime;
  }

  static CertificateBuilder Person(int days_left, std::string_view address = kAlice) {
    return testing::PersonCertificate(address).NotAfter(kTestTime + std::chrono::days(days_left));
  }

  pkix::CertificatePtr Own(const CertificateBuilder& builder) {
    auto certificate = *pkix::Certificate::Parse(root_.Issue(builder).der);
    own_.push_back({.certificate = certificate, .token = "Software", .locked = true});
    return certificate;
  }

  [[nodiscard]] idl::AccountSecurityView Describe(const std::string& signing_key,
                                                  const std::string& encryption_key) const {
    const idl::IdentityChoices choices{.address = std::string(kAlice),
                                       .signing_key = signing_key,
                                       .encryption_key = encryption_key};
    return DescribeAccount(store::JudgeIdentities(own_, kAlice, context_), choices, kTestTime);
  }

  CertificateAuthority root_;
  pkix::CertificatePool pool_;
  pkix::AnchorSet trust_;
  store::JudgeContext context_;
  std::vector<store::OwnCertificate> own_;
};

TEST_F(AccountSecurityTest, NothingIsChosenAndTheUsableOneIsProposed) {
  const auto expired = Own(Person(-1));
  const auto good = Own(Person(400));
  const auto view = Describe("", "");
  for (const idl::CertificateUseView& use : {view.signing, view.encryption}) {
    EXPECT_FALSE(use.chosen);
    EXPECT_FALSE(use.certificate.has_value());
    EXPECT_THAT(use.reasons, IsEmpty());
    EXPECT_EQ(use.proposed, store::DatabaseKey(*good));
    ASSERT_EQ(use.certificates.size(), 2U);
    EXPECT_TRUE(use.certificates[0].usable);
    EXPECT_TRUE(use.certificates[0].locked);
    EXPECT_EQ(use.certificates[0].partner, store::DatabaseKey(*good));
    EXPECT_FALSE(use.certificates[1].usable);
    EXPECT_EQ(use.certificates[1].certificate.sha256, expired->sha256());
    ASSERT_FALSE(use.certificates[1].reasons.empty());
    EXPECT_EQ(use.certificates[1].reasons[0].code, ReasonCode::kOwnCertificateExpired);
  }
}

TEST_F(AccountSecurityTest, TheChosenOneSaysWhatIsWrongWithIt) {
  const auto expired = Own(Person(-1));
  const auto renewed = Own(Person(400));
  const auto view = Describe(store::DatabaseKey(*expired), store::DatabaseKey(*renewed));
  ASSERT_TRUE(view.signing.certificate.has_value());
  EXPECT_FALSE(view.signing.certificate->usable);
  ASSERT_EQ(view.signing.reasons.size(), 1U);
  EXPECT_EQ(view.signing.reasons[0].code, ReasonCode::kOwnCertificateExpired);
  EXPECT_EQ(view.signing.reasons[0].severity, idl::Severity::kError);
  EXPECT_EQ(view.signing.proposed, store::DatabaseKey(*renewed));
  ASSERT_TRUE(view.encryption.certificate.has_value());
  EXPECT_THAT(view.encryption.reasons, IsEmpty());
}

TEST_F(AccountSecurityTest, ThirtyDaysBeforeItsEndACertificateIsSaidToExpire) {
  const auto late = Own(Person(30));
  const auto view = Describe(store::DatabaseKey(*late), "");
  ASSERT_TRUE(view.signing.certificate.has_value());
  EXPECT_TRUE(view.signing.certificate->usable);
  ASSERT_EQ(view.signing.reasons.size(), 1U);
  EXPECT_EQ(view.signing.reasons[0].code, ReasonCode::kCertificateExpiresSoon);
  EXPECT_EQ(view.signing.reasons[0].severity, idl::Severity::kWarning);
  own_.clear();
  const auto earlier = Own(Person(31));
  EXPECT_THAT(Describe(store::DatabaseKey(*earlier), "").signing.reasons, IsEmpty());
}

TEST_F(AccountSecurityTest, AChosenOneThatIsNotHereIsSaid) {
  const auto view = Describe("AAAA", "");
  EXPECT_TRUE(view.signing.chosen);
  EXPECT_FALSE(view.signing.certificate.has_value());
  ASSERT_EQ(view.signing.reasons.size(), 1U);
  EXPECT_EQ(view.signing.reasons[0].code, ReasonCode::kOwnCertificateMissing);
  EXPECT_FALSE(view.encryption.chosen);
  ASSERT_EQ(view.encryption.reasons.size(), 1U);
  EXPECT_FALSE(view.encryption.proposed.has_value());
}

TEST_F(AccountSecurityTest, APartnerIsOfferedForEachUse) {
  const auto signing = Own(Person(400).KeyUsage(testing::kDigitalSignature));
  const auto encryption = Own(Person(400).KeyUsage(testing::kKeyAgreement));
  const auto view = Describe("", "");
  ASSERT_FALSE(view.signing.certificates.empty());
  EXPECT_EQ(view.signing.certificates[0].certificate.sha256, signing->sha256());
  EXPECT_EQ(view.signing.certificates[0].partner, store::DatabaseKey(*encryption));
  EXPECT_EQ(view.encryption.certificates[0].certificate.sha256, encryption->sha256());
  EXPECT_EQ(view.encryption.certificates[0].partner, store::DatabaseKey(*signing));
}

}  // namespace
}  // namespace signet::panel

// The first start's window: what is chosen, proposed or missing, and whether anybody needs to see
// it.
#include "panel/set_up.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "panel/account_security.h"
#include "store/database_key.h"
#include "support/certificate_builder.h"
#include "support/nss_environment.h"

namespace signet::panel {
namespace {

using idl::SetUpState;
using testing::CertificateAuthority;
using ::testing::IsEmpty;
using testing::kTestTime;
using ::testing::SizeIs;

constexpr std::string_view kAlice = "alice@example.com";

class SetUpTest : public ::testing::Test {
 protected:
  SetUpTest() : root_("Root") {
    const auto root = *pkix::Certificate::Parse(root_.der());
    pool_.Add(root);
    trust_.Add(*root, {.level = pkix::Trust::Level::kAnchor, .distrust_after = {}});
    context_.authorities = {&pool_};
    context_.trust = &trust_;
    context_.at = kTestTime;
  }

  pkix::CertificatePtr Own(int days_left, std::string_view address = kAlice) {
    auto certificate =
        *pkix::Certificate::Parse(root_
                                      .Issue(testing::PersonCertificate(address).NotAfter(
                                          kTestTime + std::chrono::days(days_left)))
                                      .der);
    own_.push_back({.certificate = certificate, .token = "Software", .locked = false});
    return certificate;
  }

  [[nodiscard]] idl::SetUpIdentityView Describe(const std::string& signing_key,
                                                const std::string& encryption_key) const {
    const std::string address(kAlice);
    const idl::IdentityChoices choices{
        .address = address, .signing_key = signing_key, .encryption_key = encryption_key};
    return DescribeSetUp(address, DescribeAccount(store::JudgeIdentities(own_, kAlice, context_),
                                                  choices, kTestTime));
  }

  CertificateAuthority root_;
  pkix::CertificatePool pool_;
  pkix::AnchorSet trust_;
  store::JudgeContext context_;
  std::vector<store::OwnCertificate> own_;
};

TEST_F(SetUpTest, WhatCanBeUsedAndIsNotChosenIsProposed) {
  const auto good = Own(400);
  const std::vector identities{Describe("", "")};
  for (const idl::SetUpUseView& use : {identities[0].signing, identities[0].encryption}) {
    EXPECT_EQ(use.state, SetUpState::kProposed);
    ASSERT_TRUE(use.certificate.has_value());
    EXPECT_EQ(use.certificate->sha256, good->sha256());
    EXPECT_EQ(use.database_key, store::DatabaseKey(*good));
    EXPECT_THAT(use.reasons, IsEmpty());
  }
  EXPECT_TRUE(IsOfUse(identities));
}

TEST_F(SetUpTest, WhoeverHasAllSetIsLeftAlone) {
  const auto key = store::DatabaseKey(*Own(400));
  const std::vector identities{Describe(key, key)};
  EXPECT_EQ(identities[0].signing.state, SetUpState::kChosen);
  EXPECT_EQ(identities[0].encryption.state, SetUpState::kChosen);
  EXPECT_EQ(identities[0].signing.database_key, key);
  EXPECT_FALSE(IsOfUse(identities));
}

TEST_F(SetUpTest, SomebodyWithAnotherIdentityThatHasNothingIsLeftAlone) {
  const auto key = store::DatabaseKey(*Own(400));
  const auto set = Describe(key, key);
  own_.clear();
  const std::vector identities{set, Describe("", "")};
  EXPECT_EQ(identities[1].signing.state, SetUpState::kMissing);
  EXPECT_FALSE(IsOfUse(identities));
}

TEST_F(SetUpTest, WhatIsMissingIsSaid) {
  Own(400, "office@example.com");
  const std::vector identities{Describe("", "")};
  for (const idl::SetUpUseView& use : {identities[0].signing, identities[0].encryption}) {
    EXPECT_EQ(use.state, SetUpState::kMissing);
    EXPECT_FALSE(use.certificate.has_value());
    EXPECT_EQ(use.database_key, "");
    ASSERT_THAT(use.reasons, SizeIs(1));
    EXPECT_EQ(use.reasons[0].code, ReasonCode::kOwnCertificateMissing);
  }
  EXPECT_TRUE(IsOfUse(identities));
  EXPECT_FALSE(IsOfUse({}));
}

TEST_F(SetUpTest, ARenewedCertificateIsProposedInPlaceOfTheExpiredOne) {
  const auto expired = store::DatabaseKey(*Own(-1));
  const auto renewed = Own(400);
  const auto identity = Describe(expired, expired);
  EXPECT_EQ(identity.signing.state, SetUpState::kProposed);
  EXPECT_EQ(identity.signing.certificate->sha256, renewed->sha256());
  ASSERT_THAT(identity.signing.reasons, SizeIs(1));
  EXPECT_EQ(identity.signing.reasons[0].code, ReasonCode::kOwnCertificateExpired);
}

}  // namespace
}  // namespace signet::panel

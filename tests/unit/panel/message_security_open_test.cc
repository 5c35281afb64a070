// Opening a message for a window that displays it: which part's place the content takes, what is
// given of it and what is not, and when a password is asked for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pk11pub.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nss/token.h"
#include "panel/message_security.h"
#include "smime/composer.h"
#include "store/request.h"
#include "support/certificate_builder.h"
#include "support/message_builder.h"
#include "support/nss_environment.h"
#include "support/reading.h"
#include "support/run.h"

namespace signet::panel {
namespace {

using testing::CodesOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::kTestTime;
using ::testing::Not;
using testing::NssEnvironment;
using testing::Parse;
using ::testing::SizeIs;

constexpr std::string_view kHeader = "From: ann@example.com\r\nTo: bob@example.com\r\n";
constexpr std::string_view kText = "Content-Type: text/plain\r\n\r\nThe results are in.\r\n";
constexpr std::string_view kPage =
    "Content-Type: text/html\r\n\r\n<img src=\"http://elsewhere.example/\">\r\n";
constexpr auto kCbc = smime::AlgorithmPolicy::Content::kCbc;
constexpr auto kGcm = smime::AlgorithmPolicy::Content::kGcm;

class PanelMessageSecurityOpenTest : public ::testing::Test {
 protected:
  void SetUp() override {
    NssEnvironment::Stop();
    ASSERT_EQ(
        testing::RunProgram(folder_.path(), {"certutil", "-N", "-d", "sql:.", "--empty-password"})
            .status,
        0);
    runtime_ = *nss::Runtime::Open(
        {.profile = folder_.path(),
         .writable = true,
         .password = [this](const std::string& token, bool again) -> std::optional<std::string> {
           asked_.push_back(token);
           return again ? std::nullopt : answer_;
         }});
    const auto token = nss::InternalKeySlot();
    bob_ = *store::MakeTryout({.name = "Bob", .address = "bob@example.com", .organization = {}},
                              kTestTime, token->get());
    authority_ = std::make_unique<testing::CertificateAuthority>("Clinic CA");
    profile_ = std::make_unique<Profile>(runtime_);
    profile_->AddAnchor(Parse(authority_->der()));
    panel_ = std::make_unique<MessageSecurity>(*profile_);
  }

  void TearDown() override {
    panel_.reset();
    profile_.reset();
    authority_.reset();
    testing::ForgetKeys();
    runtime_.reset();
    NssEnvironment::Start();
  }

  // From now on the key needs a password.
  static void Lock() {
    const auto token = nss::InternalKeySlot();
    ASSERT_EQ(PK11_ChangePW(token->get(), "", "secret"), SECSuccess);
    ASSERT_EQ(PK11_Logout(token->get()), SECSuccess);
  }

  [[nodiscard]] std::string Compose(std::string_view entity,
                                    std::optional<smime::AlgorithmPolicy::Content> encrypted,
                                    const testing::Certificate* signer = nullptr,
                                    bool opaque = false) const {
    const std::string message = std::string(kHeader) + std::string(entity);
    smime::ComposeRequest request{.message = AsBytes(message), .time = kTestTime};
    if (encrypted) {
      request.recipients = {{.certificate = bob_}};
      request.policy.content = *encrypted;
    }
    if (signer != nullptr) {
      request.signer = {Parse(*signer), signer->key->private_key.get()};
      request.opaque = opaque;
    }
    std::string composed;
    EXPECT_TRUE(smime::Compose(request, [&](ByteView piece) -> Result<void> {
      composed += AsText(piece);
      return {};
    }));
    return composed;
  }

  [[nodiscard]] idl::OpenedMessage Open(std::string_view message, bool may_ask = false) const {
    idl::JudgeOptions options;
    options.time = ToMilliseconds(kTestTime);
    const CancelFlag cancel;
    auto opened = panel_->Open(options, may_ask, AsBytes(message), {cancel});
    EXPECT_TRUE(opened.has_value());
    return opened ? *std::move(opened) : idl::OpenedMessage{};
  }

  static std::string ContentOf(const idl::OpenedMessage& opened) {
    return opened.content ? std::string(AsText(opened.content->View())) : "nothing";
  }

  testing::TemporaryFolder folder_;
  std::shared_ptr<const nss::Runtime> runtime_;
  std::unique_ptr<testing::CertificateAuthority> authority_;
  std::unique_ptr<Profile> profile_;
  std::unique_ptr<MessageSecurity> panel_;
  pkix::CertificatePtr bob_;
  std::optional<std::string> answer_ = "secret";
  std::vector<std::string> asked_;
};

TEST_F(PanelMessageSecurityOpenTest, WhatNothingCoversHasNoContent) {
  const idl::OpenedMessage opened = Open(std::string(kHeader) + std::string(kText));
  EXPECT_EQ(opened.part, "");
  EXPECT_FALSE(opened.content.has_value());
  EXPECT_TRUE(opened.view.layers.empty());
}

TEST_F(PanelMessageSecurityOpenTest, WhatIsEncryptedIsGivenInThePlaceOfItsPart) {
  for (const auto cipher : {kCbc, kGcm}) {
    const idl::OpenedMessage opened = Open(Compose(kText, cipher));
    EXPECT_EQ(opened.view.encryption, idl::EncryptionVerdict::kDecrypted);
    EXPECT_EQ(opened.part, "1");
    EXPECT_EQ(ContentOf(opened), kText);
    EXPECT_EQ(opened.authenticated, cipher == kGcm);
    EXPECT_FALSE(opened.loads_remote_content);
    EXPECT_THAT(opened.view.remedies, IsEmpty());
  }
  EXPECT_THAT(asked_, IsEmpty());
}

TEST_F(PanelMessageSecurityOpenTest, WhatWouldBeLoadedIsToldAndASignatureInsideAuthenticates) {
  const auto ann = authority_->Issue(testing::PersonCertificate("ann@example.com"));
  const idl::OpenedMessage loose = Open(Compose(kPage, kCbc));
  EXPECT_TRUE(loose.loads_remote_content);
  EXPECT_FALSE(loose.authenticated);
  const idl::OpenedMessage firm = Open(Compose(kPage, kCbc, &ann));
  EXPECT_EQ(firm.view.signature, idl::SignatureVerdict::kValid);
  EXPECT_TRUE(firm.loads_remote_content);
  EXPECT_TRUE(firm.authenticated);
}

TEST_F(PanelMessageSecurityOpenTest, OfClearSignedMailTheHostShowsTheTextItself) {
  const auto ann = authority_->Issue(testing::PersonCertificate("ann@example.com"));
  const idl::OpenedMessage clear = Open(Compose(kText, std::nullopt, &ann));
  EXPECT_EQ(clear.view.signature, idl::SignatureVerdict::kValid);
  EXPECT_EQ(clear.part, "");
  EXPECT_FALSE(clear.content.has_value());
  const idl::OpenedMessage opaque = Open(Compose(kText, std::nullopt, &ann, true));
  EXPECT_EQ(opaque.view.signature, idl::SignatureVerdict::kValid);
  EXPECT_EQ(opaque.part, "1");
  EXPECT_EQ(ContentOf(opaque), kText);
}

TEST_F(PanelMessageSecurityOpenTest, APartThatDoesNotCoverTheMessageIsNotOpened) {
  const std::string encrypted = Compose(kText, kGcm);
  const std::string part = encrypted.substr(encrypted.find("Content-Type:"));
  const idl::OpenedMessage opened =
      Open(testing::PlainMessage({}, testing::Multipart("mixed", {std::string(kText), part})));
  EXPECT_EQ(opened.view.encryption, idl::EncryptionVerdict::kNone);
  EXPECT_EQ(opened.part, "");
  EXPECT_FALSE(opened.content.has_value());
}

TEST_F(PanelMessageSecurityOpenTest, OfWhatWasDamagedNothingIsGiven) {
  std::string message = Compose(kText, kGcm);
  const std::size_t place = message.find_last_not_of("=\r\n") - 8;
  message[place] = message[place] == 'A' ? 'B' : 'A';
  const idl::OpenedMessage opened = Open(message);
  EXPECT_EQ(opened.view.encryption, idl::EncryptionVerdict::kFailed);
  EXPECT_FALSE(opened.content.has_value());
}

TEST_F(PanelMessageSecurityOpenTest, WithoutLeaveNobodyIsAskedForAPassword) {
  const std::string message = Compose(kText, kGcm);
  Lock();
  const idl::OpenedMessage opened = Open(message);
  EXPECT_THAT(asked_, IsEmpty());
  EXPECT_FALSE(opened.content.has_value());
  EXPECT_THAT(CodesOf(opened.view.reasons), Contains(ReasonCode::kPasswordNeeded));
  ASSERT_THAT(opened.view.remedies, SizeIs(1));
  EXPECT_EQ(opened.view.remedies[0].action, idl::RemedyAction::kEnterPassword);
}

TEST_F(PanelMessageSecurityOpenTest, ThePasswordIsAskedForOnceAndWhoDeclinesIsLeftAlone) {
  const std::string message = Compose(kText, kGcm);
  Lock();
  answer_ = std::nullopt;
  const idl::OpenedMessage declined = Open(message, true);
  EXPECT_THAT(asked_, SizeIs(1));
  EXPECT_FALSE(declined.content.has_value());
  EXPECT_THAT(CodesOf(declined.view.reasons), Contains(ReasonCode::kPasswordCancelled));
  answer_ = "secret";
  EXPECT_EQ(ContentOf(Open(message, true)), kText);
  EXPECT_EQ(ContentOf(Open(message, true)), kText);
  EXPECT_THAT(asked_, SizeIs(2));
}

TEST_F(PanelMessageSecurityOpenTest, WithoutKeysItIsDescribedOnly) {
  const std::string message = Compose(kText, kGcm);
  idl::JudgeOptions options;
  options.time = ToMilliseconds(kTestTime);
  options.decrypt = false;
  const CancelFlag cancel;
  const auto opened = panel_->Open(options, true, AsBytes(message), {cancel});
  ASSERT_TRUE(opened.has_value());
  EXPECT_FALSE(opened->content.has_value());
  ASSERT_THAT(opened->view.layers, SizeIs(1));
  EXPECT_EQ(opened->view.layers[0].recipient_count, 1U);
}

TEST_F(PanelMessageSecurityOpenTest, WhatIsNotHereWhollyIsNotOpened) {
  const std::string message = Compose(kText, kGcm);
  const CancelFlag cancel;
  idl::JudgeOptions options;
  options.time = ToMilliseconds(kTestTime);
  options.incomplete = true;
  const auto opened = panel_->Open(options, true, AsBytes(message), {cancel});
  ASSERT_TRUE(opened.has_value());
  EXPECT_FALSE(opened->content.has_value());
  EXPECT_EQ(opened->view.signature, idl::SignatureVerdict::kUnknown);
  EXPECT_EQ(opened->view.reasons.at(0).code, ReasonCode::kContentNotAvailable);
  ASSERT_THAT(opened->view.remedies, SizeIs(1));
  EXPECT_EQ(opened->view.remedies[0].action, idl::RemedyAction::kDownload);
}

}  // namespace
}  // namespace signet::panel

// A second token beside the profile's own database, as a card is one: SoftHSM. A key on it is made,
// signs and opens; nothing but that token is unlocked for it; and what is said when it goes away.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pk11pub.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "asn1/der_reader.h"
#include "nss/token.h"
#include "panel/profile.h"
#include "smime/composer.h"
#include "smime/reader.h"
#include "store/import.h"
#include "store/key_holder.h"
#include "store/request.h"
#include "support/certificate_builder.h"
#include "support/keys.h"
#include "support/nss_environment.h"
#include "support/reading.h"
#include "support/run.h"

namespace signet::panel {
namespace {

using testing::CertificateAuthority;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::kTestTime;
using testing::NssEnvironment;
using testing::Parse;
using testing::RunProgram;
using ::testing::SizeIs;

constexpr std::string_view kModule = "/usr/lib/softhsm/libsofthsm2.so";
constexpr std::string_view kCard = "Ann's card";
constexpr std::string_view kMessage =
    "From: ann@example.com\r\nContent-Type: text/plain\r\n\r\nThe results are in.\r\n";

class SecondTokenTest : public ::testing::TestWithParam<store::RequestedKey> {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kModule)) {
      GTEST_SKIP() << "no SoftHSM here";
    }
    NssEnvironment::Stop();
    std::filesystem::create_directory(Tokens());
    const auto settings =
        folder_.Write("softhsm.conf",
                      "directories.tokendir = " + Tokens().string() + "\nslots.removable = true\n");
    setenv("SOFTHSM2_CONF", settings.c_str(), 1);  // NOLINT(concurrency-mt-unsafe)
    folder_.Write("password", "secret\n");
    Run({"softhsm2-util", "--init-token", "--free", "--label", std::string(kCard), "--pin", "1234",
         "--so-pin", "123456"});
    Run({"certutil", "-N", "-d", "sql:.", "-f", "password"});
    Run({"modutil", "-force", "-dbdir", "sql:.", "-add", "A card", "-libfile",
         std::string(kModule)});
    Open();
    authority_ = std::make_unique<CertificateAuthority>("Clinic CA");
    pool_.Add(Parse(authority_->der()));
    trust_.Add(*Parse(authority_->der()),
               {.level = pkix::Trust::Level::kAnchor, .distrust_after = {}});
  }

  void TearDown() override {
    profile_.reset();
    testing::ForgetKeys();
    runtime_.reset();
    unsetenv("SOFTHSM2_CONF");  // NOLINT(concurrency-mt-unsafe)
    NssEnvironment::Start();
  }

  [[nodiscard]] std::filesystem::path Tokens() const { return folder_.path() / "tokens"; }

  void Run(const std::vector<std::string>& command) const {
    const testing::Outcome outcome = RunProgram(folder_.path(), command);
    ASSERT_EQ(outcome.status, 0) << command[0] << outcome.out << outcome.err;
  }

  void Open() {
    auto runtime = nss::Runtime::Open(
        {.profile = folder_.path(),
         .writable = true,
         .password = [this](const std::string& token, bool again) -> std::optional<std::string> {
           asked_.push_back(token);
           return again || token != kCard ? std::nullopt : answer_;
         }});
    ASSERT_TRUE(runtime.has_value()) << runtime.error().diagnostic;
    runtime_ = *std::move(runtime);
    profile_ = std::make_unique<Profile>(runtime_);
  }

  // Everything is closed, and opened again: nothing is unlocked.
  void Reopen() {
    profile_.reset();
    testing::ForgetKeys();
    runtime_.reset();
    asked_.clear();
    Open();
  }

  static Result<Bytes> MakeRequest(store::RequestedKey key) {
    SIGNET_ASSIGN(const nss::UniqueSlot card, nss::TokenNamed(std::string(kCard)));
    return store::MakeRequest({.name = "Ann", .address = "ann@example.com", .organization = {}},
                              key, card.get());
  }

  // The certificate for a key that is made on the card, as its authority answers a request.
  [[nodiscard]] pkix::CertificatePtr Requested(store::RequestedKey key) {
    const auto request = MakeRequest(key);
    EXPECT_TRUE(request.has_value()) << request.error().diagnostic;
    // CertificationRequestInfo: version, subject, the key (RFC 2986, 4.1).
    asn1::DerReader info = *asn1::DerReader(*request).ReadSequence()->ReadSequence();
    EXPECT_TRUE(info.ReadUnsigned() && info.ReadAny());
    const auto certificate = Parse(authority_->Issue(
        testing::PersonCertificate("ann@example.com")
            .KeyUsage(testing::kDigitalSignature |
                      (key == store::RequestedKey::kRsa2048 ? testing::kKeyEncipherment
                                                            : testing::kKeyAgreement))
            .SubjectPublicKeyInfo(info.ReadAny()->der)));
    const auto stranger = Parse(authority_->Issue(testing::PersonCertificate("bob@example.com")));
    // Days later.
    Reopen();
    const auto profile = nss::InternalKeySlot();
    EXPECT_TRUE(store::UnlockHolders({&stranger, 1}).has_value());
    EXPECT_TRUE(store::ImportCertificates({&stranger, 1}, profile->get()).has_value());
    EXPECT_THAT(asked_, IsEmpty());
    EXPECT_TRUE(store::UnlockHolders({&certificate, 1}).has_value());
    EXPECT_THAT(asked_, ElementsAre(kCard));
    const auto report = store::ImportCertificates({&certificate, 1}, profile->get());
    EXPECT_TRUE(report.has_value());
    EXPECT_EQ(report->entries.at(0).outcome, store::Imported::Outcome::kStored);
    EXPECT_TRUE(report->entries.at(0).with_key);
    return certificate;
  }

  [[nodiscard]] Result<Bytes> Sign(const pkix::CertificatePtr& certificate,
                                   SECKEYPrivateKey* key) const {
    smime::ComposeRequest request{.message = AsBytes(kMessage), .time = kTestTime};
    request.signer = {certificate, key};
    return Compose(request);
  }

  [[nodiscard]] static Result<Bytes> Compose(const smime::ComposeRequest& request) {
    Bytes message;
    SIGNET_TRY(smime::Compose(request, [&](ByteView piece) -> Result<void> {
      message.insert(message.end(), piece.begin(), piece.end());
      return {};
    }));
    return message;
  }

  void TakeAway() const {
    std::filesystem::remove_all(Tokens());
    std::filesystem::create_directory(Tokens());
  }

  // The keys of the profile, whose card is taken away when it was unlocked.
  class BriefKeys final : public cms::KeySource {
   public:
    explicit BriefKeys(const SecondTokenTest& test) : test_(&test) {}
    [[nodiscard]] bool Owns(const cms::RecipientId& id) override {
      return test_->profile_->own_keys().Owns(id);
    }
    [[nodiscard]] Result<nss::UniquePrivateKey> Find(const cms::RecipientId& id) override {
      auto key = test_->profile_->own_keys().Find(id);
      test_->TakeAway();
      return key;
    }

   private:
    const SecondTokenTest* test_;
  };

  [[nodiscard]] smime::Findings Read(ByteView message, bool take_away = false) {
    BriefKeys brief(*this);
    smime::ReaderSources sources;
    sources.authorities = {&pool_};
    sources.trust = &trust_;
    sources.keys = &profile_->own_keys();
    if (take_away) {
      sources.keys = &brief;
    }
    auto findings = smime::Read(message, sources, {.time = kTestTime});
    EXPECT_TRUE(findings.has_value());
    return findings.value_or(smime::Findings{});
  }

  [[nodiscard]] static bool ProfileIsLocked() {
    return nss::IsLocked(nss::InternalKeySlot()->get());
  }

  testing::TemporaryFolder folder_;
  std::shared_ptr<const nss::Runtime> runtime_;
  std::unique_ptr<Profile> profile_;
  std::unique_ptr<CertificateAuthority> authority_;
  pkix::CertificatePool pool_;
  pkix::AnchorSet trust_;
  std::optional<std::string> answer_ = "1234";
  std::vector<std::string> asked_;
};

TEST_P(SecondTokenTest, AKeyOnItSignsAndOpensAndNothingElseIsUnlocked) {
  const auto certificate = Requested(GetParam());
  Reopen();
  const auto own = profile_->own_keys().List();
  ASSERT_THAT(own, SizeIs(1));
  EXPECT_EQ(own[0].token, kCard);
  EXPECT_TRUE(own[0].locked);
  EXPECT_THAT(asked_, IsEmpty());

  const auto key = profile_->own_keys().PrivateKey(*certificate);
  ASSERT_TRUE(key.has_value()) << key.error().diagnostic;
  const auto message = Sign(certificate, key->get());
  ASSERT_TRUE(message.has_value()) << message.error().diagnostic;
  EXPECT_EQ(Read(*message).signature, smime::SignatureVerdict::kValid);

  smime::ComposeRequest request{.message = AsBytes(kMessage), .time = kTestTime};
  request.recipients = {{.certificate = certificate}};
  for (const auto content :
       {smime::AlgorithmPolicy::Content::kGcm, smime::AlgorithmPolicy::Content::kCbc}) {
    request.policy.content = content;
    const auto encrypted = Compose(request);
    ASSERT_TRUE(encrypted.has_value()) << encrypted.error().diagnostic;
    EXPECT_EQ(Read(*encrypted).encryption, smime::EncryptionVerdict::kDecrypted);
  }
  EXPECT_THAT(asked_, ElementsAre(kCard));
  EXPECT_TRUE(ProfileIsLocked());
}

TEST_P(SecondTokenTest, WithoutItsPasswordItIsNamed) {
  const auto certificate = Requested(GetParam());
  for (const bool wrong : {false, true}) {
    answer_ = wrong ? std::optional<std::string>("4321") : std::nullopt;
    Reopen();
    const auto key = profile_->own_keys().PrivateKey(*certificate);
    ASSERT_FALSE(key.has_value());
    EXPECT_EQ(key.error().code, wrong ? ReasonCode::kPasswordWrong : ReasonCode::kPasswordNeeded);
    EXPECT_EQ(key.error().texts.at("token"), kCard);
    EXPECT_TRUE(ProfileIsLocked());
  }
}

TEST_P(SecondTokenTest, TakenAwayWhileItOpensAMessageItIsNamed) {
  const auto certificate = Requested(GetParam());
  smime::ComposeRequest request{.message = AsBytes(kMessage), .time = kTestTime};
  request.recipients = {{.certificate = certificate}};
  const auto encrypted = Compose(request);
  ASSERT_TRUE(encrypted.has_value());
  EXPECT_THAT(testing::CodesOf(Read(*encrypted, true).findings),
              ::testing::Contains(ReasonCode::kTokenUnavailable));
}

TEST_P(SecondTokenTest, TakenAwayBeforeSigningItIsNamed) {
  const auto certificate = Requested(GetParam());
  const auto key = profile_->own_keys().PrivateKey(*certificate);
  ASSERT_TRUE(key.has_value());
  TakeAway();
  const auto message = Sign(certificate, key->get());
  ASSERT_FALSE(message.has_value());
  EXPECT_EQ(message.error().code, ReasonCode::kTokenUnavailable) << message.error().diagnostic;
  EXPECT_EQ(message.error().texts.at("token"), kCard);
}

INSTANTIATE_TEST_SUITE_P(Keys, SecondTokenTest,
                         ::testing::Values(store::RequestedKey::kRsa2048,
                                           store::RequestedKey::kP256));

}  // namespace
}  // namespace signet::panel

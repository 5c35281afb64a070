// What is kept of a signed message: the certificate to encrypt for to its sender, and nothing that
// the signature does not vouch for.
#include "panel/collection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "nss/token.h"
#include "panel/compose_judgement.h"
#include "panel/directory_lookup.h"
#include "smime/composer.h"
#include "smime/reader.h"
#include "store/stored_certificates.h"
#include "support/certificate_builder.h"
#include "support/nss_environment.h"
#include "support/reading.h"
#include "support/run.h"

namespace signet::panel {
namespace {

using testing::CertificateAuthority;
using testing::kTestTime;
using testing::NssEnvironment;
using testing::Parse;
using ::testing::SizeIs;

constexpr std::string_view kAlice = "alice@example.com";

class CollectionTest : public ::testing::Test {
 protected:
  CollectionTest() : root_("Root"), intermediate_(root_.Subordinate("Intermediate", 1001)) {
    trust_.Add(*Parse(root_.der()), {.level = pkix::Trust::Level::kAnchor, .distrust_after = {}});
    pool_.Add(Parse(root_.der()));
    context_.authorities = {&pool_};
    context_.trust = &trust_;
    context_.at = kTestTime;
  }

  [[nodiscard]] pkix::CertificatePtr Person(
      const testing::CertificateBuilder& builder = testing::PersonCertificate(kAlice)) const {
    return Parse(intermediate_.Issue(builder));
  }

  // A message that brings these, signed by the first of them.
  [[nodiscard]] smime::Findings SignedBy(std::vector<pkix::CertificatePtr> certificates) const {
    smime::Findings findings;
    findings.signature = smime::SignatureVerdict::kValid;
    findings.address = kAlice;
    smime::SignerFindings& signer = findings.signers.emplace_back();
    signer.valid = true;
    signer.certificate = certificates.front();
    findings.certificates = std::move(certificates);
    findings.certificates.push_back(Parse(intermediate_.der()));
    return findings;
  }

  static cms::EncryptionKeyPreference Prefer(const pkix::Certificate& certificate) {
    cms::EncryptionKeyPreference preference;
    preference.issuer_and_serial.emplace(ToBytes(certificate.issuer().der()),
                                         ToBytes(certificate.serial()));
    return preference;
  }

  CertificateAuthority root_;
  CertificateAuthority intermediate_;
  pkix::CertificatePool pool_;
  pkix::AnchorSet trust_;
  store::JudgeContext context_;
};

TEST_F(CollectionTest, TheSignersOwnIsKeptWithTheAuthorityInBetween) {
  const auto alice = Person();
  smime::Findings findings = SignedBy({alice});
  findings.signers[0].signing_time = kTestTime - std::chrono::hours{1};
  const auto kept = CollectableFrom(findings, context_);
  ASSERT_TRUE(kept.has_value());
  EXPECT_EQ(*kept->certificate, *alice);
  ASSERT_THAT(kept->authorities, SizeIs(1));
  EXPECT_EQ(*kept->authorities[0], *Parse(intermediate_.der()));
  EXPECT_EQ(kept->announced_at, kTestTime - std::chrono::hours{1});
  findings.signers[0].signing_time = kTestTime + std::chrono::years{20};  // a clock that is ahead
  EXPECT_EQ(CollectableFrom(findings, context_)->announced_at, kTestTime);
}

TEST_F(CollectionTest, ThePreferredOneIsKeptIfItIsTheSendersAndServes) {
  const auto signer =
      Person(testing::PersonCertificate(kAlice).KeyUsage(testing::kDigitalSignature));
  const auto preferred = Person(testing::PersonCertificate(kAlice, testing::KeyKind::kRsa2048)
                                    .KeyUsage(testing::kKeyEncipherment)
                                    .Subject(testing::CommonName("Alice, encryption")));
  smime::Findings findings = SignedBy({signer, preferred});
  // Without a preference: neither the signer's own, which cannot encrypt, nor another owner's.
  EXPECT_FALSE(CollectableFrom(findings, context_).has_value());
  findings.signers[0].encryption_key_preference = Prefer(*preferred);
  EXPECT_EQ(*CollectableFrom(findings, context_)->certificate, *preferred);
  const auto mallory = Person(testing::PersonCertificate("mallory@example.com"));
  findings = SignedBy({signer, mallory});
  findings.signers[0].encryption_key_preference = Prefer(*mallory);
  EXPECT_FALSE(CollectableFrom(findings, context_).has_value());
}

TEST_F(CollectionTest, WithoutAPreferenceAnotherOneOfTheSignerIsKept) {
  const auto signer =
      Person(testing::PersonCertificate(kAlice).KeyUsage(testing::kDigitalSignature));
  const auto other = Person(testing::PersonCertificate(kAlice, testing::KeyKind::kRsa2048)
                                .KeyUsage(testing::kKeyEncipherment));
  EXPECT_EQ(*CollectableFrom(SignedBy({signer, other}), context_)->certificate, *other);
}

TEST_F(CollectionTest, NothingIsKeptOfWhatTheSignatureDoesNotVouchFor) {
  const auto alice = Person();
  for (const auto verdict : {smime::SignatureVerdict::kInvalid, smime::SignatureVerdict::kNone,
                             smime::SignatureVerdict::kUnknown}) {
    smime::Findings findings = SignedBy({alice});
    findings.signature = verdict;
    EXPECT_FALSE(CollectableFrom(findings, context_).has_value());
  }
  smime::Findings other = SignedBy({alice});
  other.address = "bob@example.com";
  EXPECT_FALSE(CollectableFrom(other, context_).has_value());
  other.address.reset();
  EXPECT_FALSE(CollectableFrom(other, context_).has_value());
  const auto expired =
      Person(testing::PersonCertificate(kAlice).NotAfter(kTestTime - std::chrono::days{1}));
  EXPECT_FALSE(CollectableFrom(SignedBy({expired}), context_).has_value());
}

// In a database of its own.
class CollectionStoreTest : public CollectionTest {
 protected:
  void SetUp() override {
    alice_ = Person();
    intermediates_.Add(Parse(intermediate_.der()));
    collectable_ = *CollectableFrom(SignedBy({alice_}), context_);
    collectable_.capabilities = {Capability(0x2e), Capability(0x2a)};
    NssEnvironment::Stop();
    ASSERT_EQ(
        testing::RunProgram(folder_.path(), {"certutil", "-N", "-d", "sql:.", "--empty-password"})
            .status,
        0);
    runtime_ = *nss::Runtime::Open({.profile = folder_.path(), .writable = true});
  }
  void TearDown() override {
    runtime_.reset();
    NssEnvironment::Start();
  }

  // 2.16.840.1.101.3.4.1.<last>: AES with 256 bits, GCM is 46 and CBC 42 (RFC 5084, RFC 3565).
  static cms::SMimeCapability Capability(std::uint8_t last) {
    return {.oid = {0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, last}, .parameters = {}};
  }

  testing::TemporaryFolder folder_;
  pkix::CertificatePtr alice_;
  pkix::CertificatePool intermediates_;
  store::Collectable collectable_;
  std::shared_ptr<const nss::Runtime> runtime_;
};

TEST_F(CollectionStoreTest, WhatIsKeptIsFoundAndNotTrusted) {
  Profile profile(runtime_);
  const auto collected = store::Collect(collectable_);
  ASSERT_TRUE(collected.has_value()) << collected.error().diagnostic;
  EXPECT_TRUE(store::Collect(collectable_).has_value());  // it may be there already
  EXPECT_THAT(profile.FindByAddress(kAlice), SizeIs(1));
  const auto stored = store::StoredCertificates();
  EXPECT_THAT(stored, SizeIs(2));
  const store::JudgeContext judging = profile.Judging(kTestTime);
  for (const store::StoredCertificate& each : stored) {
    EXPECT_EQ(judging.trust->EmailTrust(*each.certificate).level, pkix::Trust::Level::kNone);
  }
}

// Thunderbird may be the first to store it, while the message is being judged.
TEST_F(CollectionStoreTest, NewIsWhatWasNotHereBeforeTheMessageWhoeverStoresIt) {
  Profile profile(runtime_);
  profile.AddAnchor(Parse(root_.der()));
  const smime::Findings findings = SignedBy({alice_});
  smime::Opened message;
  message.originator.from.push_back({.name = {}, .address = std::string(kAlice), .group = {}});
  idl::JudgeOptions options;
  options.time = ToMilliseconds(kTestTime);

  Collector collector(profile);
  const Collector::Known before = collector.KnownBefore(message);
  ASSERT_TRUE(store::Collect(collectable_).has_value());
  const auto collected = collector.CollectFrom(findings, before, options);
  ASSERT_TRUE(collected.has_value());
  EXPECT_EQ(collected->certificate.sha256, alice_->sha256());
  EXPECT_EQ(collected->address, kAlice);

  profile.Changed();
  Collector later(profile);
  EXPECT_FALSE(later.CollectFrom(findings, later.KnownBefore(message), options).has_value());
}

// What a message brings that Alice has signed, and what becomes of one to her afterwards.
class AnnouncedTest : public CollectionStoreTest {
 protected:
  void SetUp() override {
    ann_ = Parse(intermediate_.Issue(testing::PersonCertificate("ann@example.com", kEcKey, 2)));
    const auto alice = intermediate_.Issue(testing::PersonCertificate(kAlice, kEcKey, 1));
    signed_ = *CollectableFrom(Signed(alice), context_);
    CollectionStoreTest::SetUp();
  }

  // The findings in a message that Signet has signed as Alice.
  [[nodiscard]] smime::Findings Signed(const testing::Certificate& alice) const {
    const auto certificate = Parse(alice);
    smime::ComposeRequest request{
        .message = AsBytes("From: alice@example.com\r\n"
                           "Content-Type: text/plain\r\n\r\nGood day\r\n"),
        .time = kTestTime - std::chrono::hours{1}};
    request.signer = {certificate, alice.key->private_key.get(), {Parse(intermediate_.der())}};
    request.own_encryption = certificate;
    Bytes message;
    EXPECT_TRUE(smime::Compose(request, [&](ByteView piece) -> Result<void> {
      message.insert(message.end(), piece.begin(), piece.end());
      return {};
    }));
    smime::ReaderSources sources;
    sources.authorities = {&pool_};
    sources.trust = &trust_;
    return smime::Read(message, sources, {.time = kTestTime}).value_or(smime::Findings{});
  }

  // How a message to Alice is encrypted now.
  [[nodiscard]] smime::EncryptionChoice ToAlice(Profile& profile) const {
    profile.BeginAt(kTestTime);
    ComposeSources sources;
    sources.own = {{.certificate = ann_, .token = "Software", .locked = false}};
    sources.recipients = [&](std::string_view address) { return profile.FindByAddress(address); };
    sources.capabilities = [&](const pkix::Certificate& each) {
      return profile.Capabilities(each);
    };
    sources.context = context_;
    const pkix::CertificatePool between(std::vector{Parse(intermediate_.der())});
    sources.context.authorities.push_back(&between);
    idl::ComposeMessage message;
    message.choices = {.sign = false, .encryption = idl::EncryptionChoice::kRequired};
    message.sender = "ann@example.com";
    message.recipients = {std::string(kAlice)};
    message.time = ToMilliseconds(kTestTime);
    const auto choice = smime::Choose(JudgeCompose(message, sources).Request());
    EXPECT_TRUE(choice.has_value());
    return choice ? choice->encryption.value_or(smime::EncryptionChoice{})
                  : smime::EncryptionChoice{};
  }

  static constexpr auto kEcKey = testing::KeyKind::kP256;
  pkix::CertificatePtr ann_;
  store::Collectable signed_;
};

TEST_F(AnnouncedTest, WhatASignedMessageAnnouncedIsUsedForTheAnswer) {
  Profile profile(runtime_);
  store::Collectable silent = signed_;
  silent.capabilities.clear();
  ASSERT_TRUE(store::Collect(silent).has_value());
  const auto before = ToAlice(profile);
  EXPECT_EQ(before.cipher, nss::Cipher::kAes256Cbc);
  EXPECT_THAT(testing::CodesOf(before.because),
              ::testing::ElementsAre(ReasonCode::kCipherNotAnnounced));
  ASSERT_TRUE(store::Collect(signed_).has_value());
  const auto after = ToAlice(profile);
  EXPECT_EQ(after.cipher, nss::Cipher::kAes256Gcm);
  EXPECT_THAT(testing::CodesOf(after.because),
              ::testing::ElementsAre(ReasonCode::kCipherAnnounced));
}

TEST_F(AnnouncedTest, AnotherRunFindsItAndWritesNothingTwice) {
  ASSERT_TRUE(store::Collect(signed_).has_value());
  {
    Profile profile(runtime_);
    profile.BeginAt(kTestTime);
    const std::uint64_t generation = profile.Generation();
    ASSERT_TRUE(store::Collect(signed_).has_value());
    EXPECT_EQ(profile.Generation(), generation);
  }
  runtime_.reset();
  runtime_ = *nss::Runtime::Open({.profile = folder_.path()});
  Profile profile(runtime_);
  EXPECT_EQ(ToAlice(profile).cipher, nss::Cipher::kAes256Gcm);
}

TEST_F(AnnouncedTest, ALockedProfileTakesItWithoutItsPassword) {
  const auto token = nss::InternalKeySlot();
  ASSERT_EQ(PK11_ChangePW(token->get(), "", "secret"), SECSuccess);
  ASSERT_EQ(PK11_Logout(token->get()), SECSuccess);
  ASSERT_TRUE(nss::IsLocked(token->get()));
  const auto collected = store::Collect(signed_);
  ASSERT_TRUE(collected.has_value()) << collected.error().diagnostic;
  Profile profile(runtime_);
  EXPECT_EQ(ToAlice(profile).cipher, nss::Cipher::kAes256Gcm);
  EXPECT_TRUE(nss::IsLocked(token->get()));
}

TEST_F(AnnouncedTest, WhatWasAnnouncedLastCounts) {
  const auto cbc_only = [this](Time at) {
    store::Collectable other = signed_;
    other.capabilities = {Capability(0x2a)};
    other.announced_at = at;
    return other;
  };
  Profile profile(runtime_);
  ASSERT_TRUE(store::Collect(signed_).has_value());
  ASSERT_TRUE(store::Collect(cbc_only(signed_.announced_at - std::chrono::years{30})).has_value());
  EXPECT_EQ(ToAlice(profile).cipher, nss::Cipher::kAes256Gcm);
  ASSERT_TRUE(store::Collect(cbc_only(signed_.announced_at + std::chrono::minutes{1})).has_value());
  EXPECT_EQ(ToAlice(profile).cipher, nss::Cipher::kAes256Cbc);
}

TEST_F(CollectionStoreTest, AChangeIsSeenByTheNextJudgementAndNothingIsForgottenWithoutOne) {
  Profile profile(runtime_);
  profile.BeginAt(kTestTime);
  EXPECT_THAT(profile.FindByAddress(kAlice), SizeIs(0));
  const std::uint64_t before = profile.Generation();
  profile.BeginAt(kTestTime + std::chrono::seconds{1});
  EXPECT_EQ(profile.Generation(), before);
  ASSERT_TRUE(store::Collect(collectable_).has_value());
  profile.BeginAt(kTestTime + std::chrono::seconds{1});
  EXPECT_NE(profile.Generation(), before);
  EXPECT_THAT(profile.FindByAddress(kAlice), SizeIs(1));
}

TEST_F(CollectionStoreTest, WhatADirectoryBroughtIsStoredWhenItIsUsed) {
  Profile profile(runtime_);
  ComposeJudgement judgement;
  const std::vector<std::string> addresses = {std::string(kAlice)};
  const std::vector<store::AddressLookup> lookups = {
      [this](std::string_view /*address*/) { return std::vector{alice_}; }};
  context_.authorities.push_back(&intermediates_);
  judgement.recipients = store::FindRecipientCertificates(addresses, lookups, context_);
  ASSERT_NE(judgement.recipients[0].chosen(), nullptr);
  judgement.from_directory.emplace(alice_->sha256(),
                                   directory::Candidate{.certificate = alice_,
                                                        .capabilities = collectable_.capabilities,
                                                        .announced_at = kTestTime});
  KeepUsed(judgement, kTestTime, profile);  // it was not encrypted
  EXPECT_THAT(store::StoredCertificates(), SizeIs(0));
  judgement.encrypted_as = idl::Protection::kYes;
  KeepUsed(judgement, kTestTime, profile);
  EXPECT_THAT(store::StoredCertificates(), SizeIs(2));  // and the authority in between
  profile.BeginAt(kTestTime);
  EXPECT_THAT(profile.FindByAddress(kAlice), SizeIs(1));
}

}  // namespace
}  // namespace signet::panel

// What becomes of a message that is written, case by case; every choice with every state is in
// compose_table_test.cc.
#include "panel/compose_security.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "asn1/oids.h"
#include "base/cancel.h"
#include "nss/oids.h"
#include "nss/startup.h"
#include "panel/compose_judgement.h"
#include "pkix/evidence.h"
#include "store/answer_cache.h"
#include "support/certificate_builder.h"
#include "support/nss_environment.h"
#include "support/reading.h"
#include "support/revocation_builder.h"
#include "support/run.h"
#include "unit/panel/compose_fixture.h"

namespace signet::panel {
namespace {

using testing::CertificateAuthority;
using testing::CodesOf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::kAlice;
using testing::kBob;
using testing::kCarol;
using testing::kTestTime;
using testing::Parse;
using testing::PersonCertificate;

using Encrypt = idl::EncryptionChoice;
using Protection = idl::Protection;
using Icon = idl::StatusIcon;

class ComposeSecurityTest : public testing::ComposeFixture {};

TEST_F(ComposeSecurityTest, EachRecipientHasALine) {
  Own(PersonCertificate(kAlice));
  Other(kBob, PersonCertificate(kBob));
  const auto view = View(Message(false, Encrypt::kRequired, {kBob, kCarol, kBob}));
  ASSERT_EQ(view.recipients.size(), 2U);
  EXPECT_EQ(view.recipients[0].address, kBob);
  EXPECT_TRUE(view.recipients[0].certificate.has_value());
  EXPECT_THAT(view.recipients[0].reasons, IsEmpty());
  EXPECT_EQ(view.recipients[1].address, kCarol);
  EXPECT_FALSE(view.recipients[1].certificate.has_value());
  EXPECT_THAT(CodesOf(view.recipients[1].reasons),
              ElementsAre(ReasonCode::kRecipientCertificateMissing));
  EXPECT_THAT(CodesOf(view.encryption_reasons),
              ElementsAre(ReasonCode::kRecipientCertificateMissing));
}

TEST_F(ComposeSecurityTest, WithoutRecipientsNothingIsEncrypted) {
  Own(PersonCertificate(kAlice));
  const auto view = View(Message(false, Encrypt::kRequired, {}));
  EXPECT_EQ(view.encryption, Protection::kNotPossible);
  EXPECT_THAT(CodesOf(view.encryption_reasons), ElementsAre(ReasonCode::kNoRecipients));
  EXPECT_FALSE(view.may_send);
}

TEST_F(ComposeSecurityTest, AChosenCertificateIsNotReplaced) {
  const auto expired =
      Own(PersonCertificate(kAlice).NotAfter(testing::kDefaultNotBefore + std::chrono::days{1}));
  const auto good = Own(PersonCertificate(kAlice));
  idl::ComposeMessage message = Message(true, Encrypt::kNever);
  EXPECT_EQ(View(message).signing_certificate->sha256, good->sha256());
  message.signing_certificate = expired->sha256();
  EXPECT_THAT(CodesOf(View(message).signature_reasons),
              ElementsAre(ReasonCode::kOwnCertificateExpired));
  message.signing_certificate = "";
  EXPECT_THAT(CodesOf(View(message).signature_reasons),
              ElementsAre(ReasonCode::kOwnCertificateMissing));
  message.signing_certificate = good->sha256();
  EXPECT_EQ(View(message).signature, Protection::kYes);
}

TEST_F(ComposeSecurityTest, SomebodyElsesAddressIsNotSignedFor) {
  Own(PersonCertificate(kBob));
  EXPECT_FALSE(View(Message(true, Encrypt::kNever)).may_send);
}

TEST_F(ComposeSecurityTest, OneThatOnlySignsDoesNotEncrypt) {
  Own(PersonCertificate(kAlice).KeyUsage(testing::kDigitalSignature));
  Other(kBob, PersonCertificate(kBob));
  const auto view = View(Message(true, Encrypt::kRequired));
  EXPECT_EQ(view.signature, Protection::kYes);
  EXPECT_THAT(CodesOf(view.encryption_reasons), ElementsAre(ReasonCode::kOwnNotForEncryption));
}

TEST_F(ComposeSecurityTest, TheSenderIsNotToAskThemselvesForASignedMessage) {
  const idl::ComposeMessage message = Message(false, Encrypt::kRequired, {"ALICE@example.com"});
  EXPECT_THAT(CodesOf(View(message).recipients[0].reasons),
              ElementsAre(ReasonCode::kOwnCertificateMissing));
  Own(PersonCertificate(kAlice).NotAfter(testing::kDefaultNotBefore + std::chrono::days{1}));
  EXPECT_THAT(CodesOf(View(message).recipients[0].reasons),
              ElementsAre(ReasonCode::kOwnCertificateExpired));
}

TEST_F(ComposeSecurityTest, WhatADirectoryBringsCountsAndIsToldApart) {
  Own(PersonCertificate(kAlice));
  Other(kCarol, PersonCertificate(kCarol));
  directory::Finds finds;
  sources_.directory = &finds;
  const idl::ComposeMessage message = Message(false, Encrypt::kRequired, {kBob, kCarol});
  finds.Explain(std::string(kBob), MakeReason(ReasonCode::kDirectoryNothingFound));
  EXPECT_THAT(
      CodesOf(View(message).recipients[0].reasons),
      ElementsAre(ReasonCode::kRecipientCertificateMissing, ReasonCode::kDirectoryNothingFound));
  EXPECT_FALSE(View(message).recipients[0].source.has_value());
  const auto bob = Parse(root_.Issue(PersonCertificate(kBob)));
  directory::Answer answer;
  const std::vector<cms::SMimeCapability> capabilities = {{.oid = {0x2a, 0x03}, .parameters = {}}};
  answer.candidates = {{.certificate = bob, .capabilities = capabilities}};
  finds.Add(answer);
  const auto view = View(message);
  EXPECT_EQ(view.encryption, Protection::kYes);
  EXPECT_EQ(view.recipients[0].certificate->sha256, bob->sha256());
  EXPECT_EQ(view.recipients[0].source, idl::RecipientCertificateSource::kDirectory);
  EXPECT_EQ(view.recipients[1].source, idl::RecipientCertificateSource::kStored);
  const ComposeJudgement judgement = JudgeCompose(message, sources_);
  EXPECT_TRUE(judgement.from_directory.contains(bob->sha256()));
  EXPECT_EQ(judgement.Request().recipients[0].capabilities, capabilities);
  // One that is in the profile as well is stored.
  others_.emplace_back(kBob, bob);
  EXPECT_EQ(View(message).recipients[0].source, idl::RecipientCertificateSource::kStored);
}

TEST_F(ComposeSecurityTest, ADirectoryIsBelievedNothing) {
  Own(PersonCertificate(kAlice));
  directory::Finds finds;
  sources_.directory = &finds;
  const CertificateAuthority stranger("Stranger", testing::KeyKind::kP256, 1002);
  directory::Answer answer;
  answer.candidates = {{.certificate = Parse(stranger.Issue(PersonCertificate(kBob)))},
                       {.certificate = Parse(root_.Issue(PersonCertificate(kCarol)))}};
  answer.authorities = {Parse(stranger.der())};
  finds.Add(answer);
  const auto view = View(Message(false, Encrypt::kRequired));
  EXPECT_EQ(view.encryption, Protection::kNotPossible);
  EXPECT_FALSE(view.recipients[0].certificate.has_value());
}

TEST_F(ComposeSecurityTest, TheOthersSayWhyTheyAreNotUsed) {
  Own(PersonCertificate(kAlice));
  const auto expired = Other(
      kBob, PersonCertificate(kBob).NotAfter(testing::kDefaultNotBefore + std::chrono::days{1}));
  const auto older = Other(
      kBob, PersonCertificate(kBob).NotBefore(testing::kDefaultNotBefore - std::chrono::days{9}));
  const auto newest = Other(kBob, PersonCertificate(kBob));
  const auto view = View(Message(false, Encrypt::kRequired));
  const idl::ComposeRecipientView& bob = view.recipients.at(0);
  EXPECT_EQ(bob.certificate->sha256, newest->sha256());
  EXPECT_FALSE(bob.picked);
  ASSERT_EQ(bob.others.size(), 2U);
  EXPECT_EQ(bob.others[0].certificate.sha256, older->sha256());
  EXPECT_TRUE(bob.others[0].usable);
  EXPECT_THAT(CodesOf(bob.others[0].reasons), ElementsAre(ReasonCode::kNewerCertificatePreferred));
  EXPECT_EQ(bob.others[1].certificate.sha256, expired->sha256());
  EXPECT_FALSE(bob.others[1].usable);
  EXPECT_THAT(CodesOf(bob.others[1].reasons), ElementsAre(ReasonCode::kCertificateExpired));
}

TEST_F(ComposeSecurityTest, WhatThePersonPicksIsUsedIfItCan) {
  Own(PersonCertificate(kAlice));
  const auto expired = Other(
      kBob, PersonCertificate(kBob).NotAfter(testing::kDefaultNotBefore + std::chrono::days{1}));
  const auto older = Other(
      kBob, PersonCertificate(kBob).NotBefore(testing::kDefaultNotBefore - std::chrono::days{9}));
  const auto newest = Other(kBob, PersonCertificate(kBob));
  const auto carol = Other(kCarol, PersonCertificate(kCarol));
  idl::ComposeMessage message = Message(false, Encrypt::kRequired, {kBob, kCarol});
  message.picked = {{.address = std::string(kBob), .sha256 = older->sha256()}};
  const auto view = View(message);
  EXPECT_EQ(view.recipients[0].certificate->sha256, older->sha256());
  EXPECT_TRUE(view.recipients[0].picked);
  EXPECT_EQ(view.recipients[0].others[0].certificate.sha256, newest->sha256());
  EXPECT_THAT(view.recipients[0].others[0].reasons, IsEmpty());
  EXPECT_FALSE(view.recipients[1].picked);
  EXPECT_EQ(JudgeCompose(message, sources_).Request().recipients[0].certificate, older);
  // One that cannot be used, somebody else's and one that is not there count as none.
  for (const std::string& sha256 : {expired->sha256(), carol->sha256(), std::string("00")}) {
    message.picked[0].sha256 = sha256;
    const auto without = View(message);
    EXPECT_EQ(without.recipients[0].certificate->sha256, newest->sha256());
    EXPECT_FALSE(without.recipients[0].picked);
  }
}

TEST_F(ComposeSecurityTest, TheMethodIsToldAndOnWhoseAccountItIsNotTheBetterOne) {
  Own(PersonCertificate(kAlice));
  Other(kBob, PersonCertificate(kBob));
  Other(kCarol, PersonCertificate(kCarol));
  Other("dan@example.com", PersonCertificate("dan@example.com"));
  const auto some = View(Message(false, Encrypt::kRequired, {kBob, kCarol, "dan@example.com"}));
  EXPECT_THAT(CodesOf(some.method),
              ElementsAre(ReasonCode::kCipherNotAnnounced, ReasonCode::kCipherNotAnnounced));
  EXPECT_EQ(some.method_others, 1U);
  sources_.capabilities = [](const pkix::Certificate&) {
    return store::Capabilities{{.oid = ToBytes(nss::oid::kAes256Gcm.bytes()), .parameters = {}}};
  };
  const auto all = View(Message(false, Encrypt::kRequired, {kBob, kCarol}));
  EXPECT_THAT(CodesOf(all.method), ElementsAre(ReasonCode::kCipherAnnounced));
  EXPECT_EQ(all.method_others, 0U);
  EXPECT_THAT(View(Message(true, Encrypt::kNever)).method, IsEmpty());
}

TEST_F(ComposeSecurityTest, WhoHasNoAddressAndNewsgroupsAreToldApart) {
  Own(PersonCertificate(kAlice));
  Other(kBob, PersonCertificate(kBob));
  idl::ComposeMessage message =
      Message(false, Encrypt::kRequired, {kBob, "Carol Haddad", "harbour.announce", "a@b.example"});
  message.newsgroups = {"harbour.announce", "a@b.example"};
  const auto view = View(message);
  EXPECT_FALSE(view.may_send);
  EXPECT_THAT(view.recipients[0].reasons, IsEmpty());
  EXPECT_THAT(CodesOf(view.recipients[1].reasons),
              ElementsAre(ReasonCode::kRecipientWithoutAddress));
  EXPECT_THAT(CodesOf(view.recipients[2].reasons), ElementsAre(ReasonCode::kRecipientNewsgroup));
  EXPECT_THAT(CodesOf(view.recipients[3].reasons), ElementsAre(ReasonCode::kRecipientNewsgroup));
}

TEST_F(ComposeSecurityTest, TheRequestIsWhatIsShown) {
  const auto own = Own(PersonCertificate(kAlice));
  Other(kBob, PersonCertificate(kBob));
  const ComposeJudgement both = JudgeCompose(Message(true, Encrypt::kRequired), sources_);
  const smime::ComposeRequest request = both.Request();
  ASSERT_TRUE(request.signer.has_value());
  EXPECT_EQ(request.signer->certificate, own);
  ASSERT_EQ(request.recipients.size(), 1U);
  EXPECT_EQ(request.recipients[0].certificate, others_[0].second);
  EXPECT_EQ(request.own_encryption, own);
  const smime::ComposeRequest plain =
      JudgeCompose(Message(false, Encrypt::kIfPossible, {kCarol}), sources_).Request();
  EXPECT_FALSE(plain.signer.has_value());
  EXPECT_THAT(plain.recipients, IsEmpty());
}

// Evidence: a CRL of the root that revokes these.
class ComposeRevocationTest : public ComposeSecurityTest {
 protected:
  void Revoke(const std::vector<pkix::CertificatePtr>& revoked) {
    testing::CrlBuilder builder(root_.name());
    for (const pkix::CertificatePtr& certificate : revoked) {
      builder.Revoke(certificate->serial());
    }
    evidence_.Add(*pkix::Crl::Parse(builder.Build(root_.key())));
    sources_.context.evidence = &evidence_;
    sources_.context.revocation.mode = pkix::RevocationSettings::Mode::kCheck;
  }

  pkix::Evidence evidence_;
};

TEST_F(ComposeRevocationTest, ARevokedRecipientIsNamedAndStopsWhatIsRequired) {
  Own(PersonCertificate(kAlice));
  Other(kBob, PersonCertificate(kBob));
  Other(kCarol, PersonCertificate(kCarol));
  Revoke({others_[0].second});
  const auto view = View(Message(false, Encrypt::kRequired, {kBob, kCarol}));
  EXPECT_EQ(view.encryption, Protection::kNotPossible);
  EXPECT_EQ(view.encrypt_icon, Icon::kStruckOut);
  EXPECT_FALSE(view.may_send);
  EXPECT_FALSE(view.recipients[0].certificate.has_value());
  EXPECT_THAT(CodesOf(view.recipients[0].reasons), ElementsAre(ReasonCode::kCertificateRevoked));
  EXPECT_EQ(view.recipients[0].reasons[0].texts.at("subject"), "bob");
  EXPECT_THAT(view.recipients[1].reasons, IsEmpty());
  EXPECT_THAT(CodesOf(view.encryption_reasons), ElementsAre(ReasonCode::kCertificateRevoked));
  EXPECT_TRUE(View(Message(false, Encrypt::kIfPossible, {kBob, kCarol})).may_send);
}

TEST_F(ComposeRevocationTest, ARevokedCertificateGivesWayToAnOlderOne) {
  Own(PersonCertificate(kAlice));
  Other(kBob, PersonCertificate(kBob).NotBefore(testing::kDefaultNotBefore + std::chrono::days{9}));
  Other(kBob, PersonCertificate(kBob));
  EXPECT_EQ(View(Message(false, Encrypt::kRequired)).recipients[0].certificate->sha256,
            others_[0].second->sha256());
  Revoke({others_[0].second});
  const auto view = View(Message(false, Encrypt::kRequired));
  EXPECT_EQ(view.encryption, Protection::kYes);
  EXPECT_EQ(view.recipients[0].certificate->sha256, others_[1].second->sha256());
}

TEST_F(ComposeRevocationTest, TheSendersOwnIsNamedToo) {
  const auto own = Own(PersonCertificate(kAlice));
  Other(kBob, PersonCertificate(kBob));
  Revoke({own});
  const auto view = View(Message(true, Encrypt::kRequired));
  EXPECT_THAT(CodesOf(view.signature_reasons), ElementsAre(ReasonCode::kOwnCertificateRevoked));
  EXPECT_THAT(CodesOf(view.encryption_reasons), ElementsAre(ReasonCode::kOwnCertificateRevoked));
}

TEST_F(ComposeRevocationTest, WhatMustBeKnownAndIsNotKeepsRecipientsButNotTheSender) {
  Own(PersonCertificate(kAlice));
  Other(kBob, PersonCertificate(kBob));
  sources_.context.evidence = &evidence_;
  sources_.context.revocation.mode = pkix::RevocationSettings::Mode::kRequire;
  const auto view = View(Message(true, Encrypt::kRequired));
  EXPECT_EQ(view.signature, Protection::kYes);
  EXPECT_THAT(CodesOf(view.encryption_reasons), ElementsAre(ReasonCode::kRevocationUnknown));
  EXPECT_FALSE(view.may_send);
}

TEST_F(ComposeRevocationTest, OnlyWhatIsUsedIsAskedAbout) {
  const auto with_responder = [](std::string_view address, std::string_view host) {
    return PersonCertificate(address).AuthorityInformationAccess(
        asn1::oid::kAccessOcsp, "http://" + std::string(host) + ".example/");
  };
  Own(with_responder(kAlice, "alice"));
  Own(with_responder(kCarol, "other"));
  Other(
      kBob,
      with_responder(kBob, "bob-new").NotBefore(testing::kDefaultNotBefore + std::chrono::days{9}));
  Other(kBob, with_responder(kBob, "bob-old"));
  sources_.context.evidence = &evidence_;
  sources_.context.revocation.mode = pkix::RevocationSettings::Mode::kCheck;
  std::set<std::string> urls;
  for (const pkix::Fetch& fetch :
       JudgeCompose(Message(true, Encrypt::kRequired), sources_).fetches) {
    urls.insert(fetch.url);
  }
  EXPECT_THAT(urls, ElementsAre("http://alice.example/", "http://bob-new.example/"));
}

// The panel with a store of answers: what is fetched for one look is known at the next.
class ComposeAnswersTest : public ::testing::Test {
 protected:
  ComposeAnswersTest() {
    profile_.AddAnchor(Parse(root_.der()));
    profile_.AddCertificate(Parse(bob_));
    message_.choices = {.sign = false, .encryption = Encrypt::kRequired};
    message_.sender = kAlice;
    message_.recipients = {std::string(kBob)};
    message_.time = ToMilliseconds(kTestTime);
    idl::ValidationSettings& settings = message_.validation.emplace();
    settings.ocsp = idl::OcspChoice::kCertificate;
    settings.crls = false;
    settings.issuers = false;
    settings.require = false;
  }

  idl::ComposeSecurityView View() { return panel_.View(message_, {cancel_}).value(); }

  std::vector<ReasonCode> Bob(const idl::ComposeSecurityView& view) const {
    return CodesOf(view.recipients.at(0).reasons);
  }

  [[nodiscard]] idl::FetchOutcome Answer(testing::OcspStatus status) const {
    idl::FetchOutcome outcome;
    outcome.answer = idl::Buffer(
        testing::OcspBuilder(root_.name()).Say(status, bob_, root_.key()).Build(root_.key()));
    return outcome;
  }

  CertificateAuthority root_{"Root"};
  testing::Certificate bob_ = root_.Issue(PersonCertificate(kBob).AuthorityInformationAccess(
      asn1::oid::kAccessOcsp, "http://ocsp.example/"));
  testing::TemporaryFolder folder_;
  std::unique_ptr<store::AnswerCache> answers_ =
      store::AnswerCache::Open(folder_.path() / "answers.sqlite").value();
  Profile profile_{*nss::Runtime::Open({})};
  ComposeSecurity panel_{profile_, answers_.get()};
  idl::ComposeMessage message_;
  const CancelFlag cancel_;
};

TEST_F(ComposeAnswersTest, ARevokedRecipientIsNamedAsSoonAsTheAnswerIsThereAndFromThenOn) {
  const idl::ComposeSecurityView first = View();
  EXPECT_THAT(Bob(first), IsEmpty());
  EXPECT_TRUE(first.recipients[0].certificate.has_value());
  ASSERT_TRUE(first.pending.has_value());
  ASSERT_EQ(first.pending->fetches.size(), 1U);
  EXPECT_EQ(first.pending->fetches[0].url, "http://ocsp.example/");
  const auto refined = panel_.Refine(first.pending->question,
                                     {Answer(testing::OcspStatus::kRevoked)}, false, {cancel_});
  ASSERT_TRUE(refined.has_value());
  EXPECT_FALSE(refined->pending.has_value());
  EXPECT_THAT(Bob(*refined), ElementsAre(ReasonCode::kCertificateRevoked));
  EXPECT_FALSE(refined->may_send);
  // Answered: nobody is asked again, with the network or without it.
  for (const bool online : {true, false}) {
    message_.validation->online = online;
    const idl::ComposeSecurityView again = View();
    EXPECT_FALSE(again.pending.has_value());
    EXPECT_THAT(Bob(again), ElementsAre(ReasonCode::kCertificateRevoked));
  }
  const auto gone = panel_.Refine(first.pending->question, {}, true, {cancel_});
  EXPECT_EQ(gone.error().code, ReasonCode::kInvalidRequest);
}

TEST_F(ComposeAnswersTest, NobodyIsAskedWhomTheSettingsDoNotAllow) {
  message_.validation->ocsp = idl::OcspChoice::kOff;
  EXPECT_FALSE(View().pending.has_value());
  message_.validation->ocsp = idl::OcspChoice::kCertificate;
  message_.validation->online = false;
  EXPECT_FALSE(View().pending.has_value());
  message_.validation.reset();
  EXPECT_FALSE(View().pending.has_value());
}

TEST_F(ComposeAnswersTest, WhatMustBeKnownIsSaidToBeAskedAndThenThatNobodyAnswered) {
  message_.validation->require = true;
  const idl::ComposeSecurityView first = View();
  ASSERT_TRUE(first.pending.has_value());
  EXPECT_THAT(Bob(first), ElementsAre(ReasonCode::kRevocationBeingChecked));
  const auto unanswered = panel_.Refine(first.pending->question, {}, true, {cancel_});
  ASSERT_TRUE(unanswered.has_value());
  EXPECT_FALSE(unanswered->pending.has_value());
  EXPECT_THAT(Bob(*unanswered),
              ElementsAre(ReasonCode::kRevocationUnknown, ReasonCode::kFetchNoAnswer));
  const idl::ComposeSecurityView again = View();
  ASSERT_TRUE(again.pending.has_value());
  const auto good = panel_.Refine(again.pending->question, {Answer(testing::OcspStatus::kGood)},
                                  false, {cancel_});
  EXPECT_THAT(Bob(*good), IsEmpty());
  EXPECT_THAT(Bob(View()), IsEmpty());
}

TEST(ComposeSecurityPanelTest, WhatIsNoLongerAsShownIsNotProtected) {
  Profile profile(*nss::Runtime::Open({}));
  ComposeSecurity panel(profile);
  const CancelFlag cancel;
  idl::ComposeMessage message;
  message.choices = {.sign = true, .encryption = Encrypt::kNever};
  message.sender = kAlice;
  message.time = ToMilliseconds(kTestTime);
  const auto now = panel.View(message, {cancel});
  ASSERT_TRUE(now.has_value());
  EXPECT_EQ(now->signature, Protection::kNotPossible);
  idl::ComposeSecurityView shown = *now;
  shown.signature = Protection::kYes;
  shown.may_send = true;
  for (const idl::ComposeSecurityView& view : {*now, shown}) {
    const auto refused = panel.Protect(message, view, {}, {cancel});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, ReasonCode::kProtectionChanged);
  }
  const auto locked = panel.Unlock(message, {cancel});
  ASSERT_FALSE(locked.has_value());
  EXPECT_EQ(locked.error().code, ReasonCode::kProtectionChanged);
  message.choices.sign = false;
  EXPECT_TRUE(panel.Unlock(message, {cancel}).has_value());
  EXPECT_FALSE(panel.Protect(message, *now, {}, {cancel}).has_value());
}

}  // namespace
}  // namespace signet::panel

#include "panel/message_security.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "asn1/oids.h"
#include "panel/reasons.h"
#include "support/certificate_builder.h"
#include "support/corpora.h"
#include "support/message_builder.h"
#include "support/nss_environment.h"
#include "support/revocation_builder.h"
#include "support/run.h"
#include "support/signed_data_builder.h"

namespace signet::panel {
namespace {

using testing::kTestTime;
using ::testing::SizeIs;

smime::Findings With(smime::SignatureVerdict signature, smime::EncryptionVerdict encryption) {
  smime::Findings findings;
  findings.signature = signature;
  findings.encryption = encryption;
  return findings;
}

TEST(PanelMessageSecurityTest, IconsFollowTheVerdicts) {
  using Signature = smime::SignatureVerdict;
  using Encryption = smime::EncryptionVerdict;
  const auto icon = [](Signature verdict) {
    return ViewOf(With(verdict, Encryption::kNone)).signature_icon;
  };
  EXPECT_EQ(icon(Signature::kNone), idl::SignatureIcon::kNone);
  EXPECT_EQ(icon(Signature::kValid), idl::SignatureIcon::kPen);
  EXPECT_EQ(icon(Signature::kInvalid), idl::SignatureIcon::kBrokenPen);
  EXPECT_EQ(icon(Signature::kUnknown), idl::SignatureIcon::kQuestionPen);
  EXPECT_EQ(icon(Signature::kExpiredSince), idl::SignatureIcon::kClockPen);
  const auto key = [](Encryption verdict) {
    return ViewOf(With(Signature::kNone, verdict)).encryption_icon;
  };
  EXPECT_EQ(key(Encryption::kNone), idl::EncryptionIcon::kNone);
  EXPECT_EQ(key(Encryption::kDecrypted), idl::EncryptionIcon::kKey);
  EXPECT_EQ(key(Encryption::kFailed), idl::EncryptionIcon::kBrokenKey);
}

TEST(PanelReasonsTest, SurviveTheWayToTheWindowAndBack) {
  const Reason reason = MakeReason(ReasonCode::kCertificateExpired)
                            .At("signer 1")
                            .With("subject", "Alice")
                            .With("notAfter", kTestTime)
                            .About("ab12")
                            .Because("detail");
  const idl::Reason view = ViewOf(reason, idl::Severity::kWarning);
  EXPECT_EQ(view.severity, idl::Severity::kWarning);
  EXPECT_EQ(view.dates.at("notAfter"), ToMilliseconds(kTestTime));
  EXPECT_EQ(view.texts.at("where"), "signer 1");  // the sentence may name the place
  Reason back = ReasonOf(view);
  back.texts.erase("where");
  EXPECT_EQ(back, reason);
}

class PanelMessageSecurityJudgeTest : public ::testing::Test {
 protected:
  PanelMessageSecurityJudgeTest()
      : runtime_(*nss::Runtime::Open({})), profile_(runtime_), panel_(profile_) {}

  std::shared_ptr<const nss::Runtime> runtime_;
  Profile profile_;
  MessageSecurity panel_;
  CancelFlag cancel_;
};

TEST_F(PanelMessageSecurityJudgeTest, JudgesAndRemembersTheCertificate) {
  const testing::CertificateAuthority authority("Test CA");
  const testing::Certificate alice =
      authority.Issue(testing::PersonCertificate("alice@example.com"));
  profile_.AddAnchor(*pkix::Certificate::Parse(authority.der()));
  const std::string entity = testing::TextEntity("Hello.\n");
  // As Thunderbird's store of a message begins.
  const std::string message =
      "X-Mozilla-Status: 0001\nX-Mozilla-Status2: 00000000\n" +
      testing::MultipartSigned(
          {}, entity,
          testing::SignedDataBuilder().Content(AsBytes(entity)).Detached().Signer(alice).Build());
  idl::JudgeOptions options;
  options.time = ToMilliseconds(kTestTime);
  const auto view = panel_.Judge(options, AsBytes(message), {cancel_});
  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(view->signature, idl::SignatureVerdict::kValid);
  ASSERT_THAT(view->signers, SizeIs(1));
  ASSERT_TRUE(view->signers[0].certificate.has_value());
  EXPECT_EQ(view->signers[0].certificate->common_name, "alice");
  EXPECT_EQ(view->signers[0].certificate->public_key, "EC P-256");
  EXPECT_EQ(view->signers[0].chain.size(), 2U);
  const auto certificate = panel_.Certificate(view->signers[0].certificate->sha256, {cancel_});
  ASSERT_TRUE(certificate.has_value() && certificate->has_value());
  EXPECT_TRUE(Equal((*certificate)->View(), alice.der));
  const auto unknown = panel_.Certificate(std::string(64, '0'), {cancel_});
  ASSERT_TRUE(unknown.has_value());
  EXPECT_FALSE(unknown->has_value());
}

// A message judged before and after its signer's certificate expires, with a memory.
class PanelMessageSecurityMemoryTest : public PanelMessageSecurityJudgeTest {
 protected:
  PanelMessageSecurityMemoryTest() {
    profile_.AddAnchor(*pkix::Certificate::Parse(authority_.der()));
    panel_.UseMemory(seen_.get(), /*remember=*/true);
  }

  [[nodiscard]] testing::Certificate Alice(Time end, int key = 1) const {
    testing::CertificateBuilder builder =
        testing::PersonCertificate("alice@example.com", testing::KeyKind::kP256, key);
    builder.NotAfter(end);
    return authority_.Issue(builder);
  }

  idl::MessageSecurityView Judge(const testing::Certificate& signer, const std::string& text,
                                 Time at) {
    const std::string entity = testing::TextEntity(text);
    testing::SignerSpec spec;
    spec.certificate = &signer;
    // Signatures of ECDSA are different each time: the message is made once.
    std::string& message = messages_[signer.Sha256Hex() + text];
    if (message.empty()) {
      message = testing::MultipartSigned(
          {}, entity,
          testing::SignedDataBuilder().Content(AsBytes(entity)).Detached().Signer(spec).Build());
    }
    idl::JudgeOptions options;
    options.time = ToMilliseconds(at);
    return panel_.Judge(options, AsBytes(message), {cancel_}).value();
  }

  testing::TemporaryFolder folder_;
  std::unique_ptr<store::Sightings> seen_ =
      store::Sightings::Open(folder_.path() / "seen.sqlite").value();
  testing::CertificateAuthority authority_{"Test CA"};
  std::map<std::string, std::string> messages_;
};

using std::chrono::days;

TEST_F(PanelMessageSecurityMemoryTest, WhatWasSeenInTimeHasAPenWithAClock) {
  const testing::Certificate alice = Alice(kTestTime + days{10});
  EXPECT_EQ(Judge(alice, "Hello.\n", kTestTime + days{1}).signature_icon, idl::SignatureIcon::kPen);
  const idl::MessageSecurityView later = Judge(alice, "Hello.\n", kTestTime + days{20});
  EXPECT_EQ(later.signature, idl::SignatureVerdict::kExpiredSince);
  EXPECT_EQ(later.signature_icon, idl::SignatureIcon::kClockPen);
  EXPECT_EQ(later.reasons.at(0).code, ReasonCode::kExpiredSinceSeen);
  EXPECT_EQ(later.reasons.at(0).dates.at("seenTime"), ToMilliseconds(kTestTime + days{1}));
  EXPECT_FALSE(later.signers.at(0).valid);
  ASSERT_TRUE(later.signers.at(0).history.has_value());
  EXPECT_EQ(later.signers.at(0).history->since, ToMilliseconds(kTestTime + days{1}));
}

TEST_F(PanelMessageSecurityMemoryTest, WhatComesTooLateHasAQuestionAndIsNotRemembered) {
  const testing::Certificate alice = Alice(kTestTime + days{10});
  for (int i = 0; i < 2; ++i) {
    const idl::MessageSecurityView view = Judge(alice, "Hello.\n", kTestTime + days{20 + i});
    EXPECT_EQ(view.signature, idl::SignatureVerdict::kExpiredSince);
    EXPECT_EQ(view.signature_icon, idl::SignatureIcon::kQuestionPen);
    EXPECT_EQ(view.reasons.at(0).code, ReasonCode::kExpiredSinceClaimed);
    EXPECT_FALSE(view.signers.at(0).history.has_value());
  }
}

TEST_F(PanelMessageSecurityMemoryTest, OfAnotherTimeThanTheClocksNothingIsRemembered) {
  panel_.UseMemory(seen_.get(), /*remember=*/false);
  const testing::Certificate alice = Alice(kTestTime + days{10});
  Judge(alice, "Hello.\n", kTestTime);
  EXPECT_EQ(Judge(alice, "Hello.\n", kTestTime + days{20}).signature_icon,
            idl::SignatureIcon::kQuestionPen);
}

TEST_F(PanelMessageSecurityMemoryTest, SaysSinceWhenTheSenderHasThisCertificate) {
  using enum idl::SignerHistoryState;
  const testing::Certificate old = Alice(kTestTime + days{300}, 1);
  const testing::Certificate renewed = Alice(kTestTime + days{600}, 2);
  const auto history = [this](const testing::Certificate& signer, const std::string& text,
                              int day) {
    return Judge(signer, text, kTestTime + days{day}).signers.at(0).history.value();
  };
  EXPECT_EQ(history(old, "One.\n", 0).state, kFirstTime);
  EXPECT_EQ(history(old, "One.\n", 1).state, kFirstTime);
  const idl::SignerHistory known = history(old, "Two.\n", 5);
  EXPECT_EQ(known.state, kKnown);
  EXPECT_EQ(known.since, ToMilliseconds(kTestTime));
  EXPECT_EQ(known.address, "alice@example.com");
  const idl::SignerHistory changed = history(renewed, "Three.\n", 9);
  EXPECT_EQ(changed.state, kChanged);
  EXPECT_EQ(changed.previous, old.Sha256Hex());
  EXPECT_EQ(changed.previous_used, ToMilliseconds(kTestTime + days{5}));
  EXPECT_EQ(history(renewed, "Four.\n", 10).state, kKnown);
  EXPECT_EQ(history(renewed, "Three.\n", 11).state, kChanged);
}

// A message by somebody whose certificate names a responder, judged with settings.
class PanelMessageSecurityOnlineTest : public PanelMessageSecurityJudgeTest {
 protected:
  PanelMessageSecurityOnlineTest() {
    profile_.AddAnchor(*pkix::Certificate::Parse(authority_.der()));
    settings_.ocsp = idl::OcspChoice::kCertificate;
    settings_.crls = false;
    settings_.issuers = false;
    settings_.require = false;
  }

  idl::MessageSecurityView Judge() {
    const std::string entity = testing::TextEntity("Hello.\n");
    const std::string message = testing::MultipartSigned(
        {}, entity,
        testing::SignedDataBuilder().Content(AsBytes(entity)).Detached().Signer(alice_).Build());
    idl::JudgeOptions options;
    options.time = ToMilliseconds(kTestTime);
    options.validation = settings_;
    return panel_.Judge(options, AsBytes(message), {cancel_}).value();
  }

  idl::MessageSecurityView Answer(const idl::MessageSecurityView& view, Bytes answer) {
    idl::FetchOutcome outcome;
    outcome.answer = idl::Buffer(std::move(answer));
    return panel_.Refine(view.pending->question, {outcome}, false, {cancel_}).value();
  }

  [[nodiscard]] Bytes Ocsp(testing::OcspStatus status) const {
    return testing::OcspBuilder(authority_.name())
        .Say(status, alice_, authority_.key())
        .Build(authority_.key());
  }

  static bool Says(const idl::MessageSecurityView& view, ReasonCode code) {
    return std::ranges::any_of(view.reasons,
                               [&](const idl::Reason& reason) { return reason.code == code; });
  }

  testing::CertificateAuthority authority_{"Test CA"};
  testing::Certificate alice_ = authority_.Issue(
      testing::PersonCertificate("alice@example.com")
          .AuthorityInformationAccess(asn1::oid::kAccessOcsp, "http://ocsp.example.com/"));
  idl::ValidationSettings settings_;
};

TEST_F(PanelMessageSecurityOnlineTest, TheAnswerRefinesTheVerdict) {
  for (const auto& [status, verdict] :
       {std::pair(testing::OcspStatus::kGood, idl::SignatureVerdict::kValid),
        std::pair(testing::OcspStatus::kRevoked, idl::SignatureVerdict::kInvalid)}) {
    const idl::MessageSecurityView first = Judge();
    ASSERT_TRUE(first.pending.has_value());
    ASSERT_THAT(first.pending->fetches, SizeIs(1));
    EXPECT_EQ(first.pending->fetches[0].url, "http://ocsp.example.com/");
    EXPECT_FALSE(first.pending->fetches[0].chosen);
    EXPECT_EQ(first.signature, idl::SignatureVerdict::kValid);
    EXPECT_TRUE(Says(first, ReasonCode::kRevocationBeingChecked));
    const idl::MessageSecurityView last = Answer(first, Ocsp(status));
    EXPECT_FALSE(last.pending.has_value());
    EXPECT_EQ(last.signature, verdict);
    EXPECT_FALSE(Says(last, ReasonCode::kRevocationBeingChecked));
  }
}

TEST_F(PanelMessageSecurityOnlineTest, WhatMustBeKnownIsNeitherGoodNorBadMeanwhile) {
  settings_.require = true;
  const idl::MessageSecurityView first = Judge();
  EXPECT_EQ(first.signature, idl::SignatureVerdict::kUnknown);
  const auto last = panel_.Refine(first.pending->question, {}, true, {cancel_});
  ASSERT_TRUE(last.has_value());
  EXPECT_EQ(last->signature, idl::SignatureVerdict::kInvalid);
  EXPECT_TRUE(Says(*last, ReasonCode::kFetchNoAnswer));
  // It was answered.
  EXPECT_EQ(panel_.Refine(first.pending->question, {}, true, {cancel_}).error().code,
            ReasonCode::kInvalidRequest);
}

TEST_F(PanelMessageSecurityOnlineTest, NothingIsAskedThatTheSettingsDoNotAllow) {
  settings_.ocsp = idl::OcspChoice::kOff;
  const idl::MessageSecurityView off = Judge();
  EXPECT_FALSE(off.pending.has_value());
  EXPECT_TRUE(Says(off, ReasonCode::kRevocationNotChecked));
  settings_.ocsp = idl::OcspChoice::kCertificate;
  settings_.online = false;
  EXPECT_FALSE(Judge().pending.has_value());
}

TEST_F(PanelMessageSecurityOnlineTest, AResponderThatIsChosenIsAskedInsteadOfTheNamedOne) {
  settings_.ocsp = idl::OcspChoice::kChosen;
  settings_.responder_url = "http://ocsp.corp.example/";
  const idl::MessageSecurityView view = Judge();
  ASSERT_TRUE(view.pending.has_value());
  EXPECT_EQ(view.pending->fetches[0].url, "http://ocsp.corp.example/");
  EXPECT_TRUE(view.pending->fetches[0].chosen);
}

TEST_F(PanelMessageSecurityOnlineTest, AResponderThatCannotBeUsedIsNamedAndNobodyElseIsAsked) {
  settings_.ocsp = idl::OcspChoice::kChosen;
  for (const char* const url : {"", "ftp://ocsp.example/", "http://ocsp.example/"}) {
    settings_.responder_url = url;
    settings_.responder_certificate = idl::Buffer(Bytes{1, 2, 3});
    const idl::MessageSecurityView view = Judge();
    EXPECT_FALSE(view.pending.has_value());
    EXPECT_TRUE(Says(view, ReasonCode::kResponderUnusable));
  }
}

TEST_F(PanelMessageSecurityOnlineTest, AnUnknownIssuerIsNeitherGoodNorBadWhileItIsFetched) {
  const testing::CertificateAuthority root("Root");
  const testing::CertificateAuthority middle = root.Subordinate("Middle", 1001);
  alice_ = middle.Issue(testing::PersonCertificate("alice@example.com")
                            .AuthorityInformationAccess(asn1::oid::kAccessCaIssuers,
                                                        "http://ca.example.com/middle.cer"));
  profile_.AddAnchor(*pkix::Certificate::Parse(root.der()));
  EXPECT_EQ(Judge().signature, idl::SignatureVerdict::kInvalid);
  settings_.issuers = true;
  const idl::MessageSecurityView first = Judge();
  EXPECT_EQ(first.signature, idl::SignatureVerdict::kUnknown);
  EXPECT_TRUE(Says(first, ReasonCode::kIssuerBeingFetched));
  const idl::MessageSecurityView last = Answer(first, ToBytes(middle.der()));
  EXPECT_EQ(last.signature, idl::SignatureVerdict::kValid);
}

}  // namespace
}  // namespace signet::panel

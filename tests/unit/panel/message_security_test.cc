#include "panel/message_security.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "panel/reasons.h"
#include "support/certificate_builder.h"
#include "support/message_builder.h"
#include "support/nss_environment.h"
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

}  // namespace
}  // namespace signet::panel

// What becomes of a signature when its certificate expires: what the time of signing rests on, and
// what it does not excuse.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "smime/reader.h"
#include "support/certificate_builder.h"
#include "support/message_builder.h"
#include "support/nss_environment.h"
#include "support/reading.h"
#include "support/revocation_builder.h"
#include "support/signed_data_builder.h"

namespace signet::smime {
namespace {

using std::chrono::days;
using std::chrono::hours;
using testing::Certificate;
using testing::CertificateAuthority;
using ::testing::Contains;
using testing::kTestTime;
using testing::MessageFields;
using ::testing::Not;
using testing::PersonCertificate;
using testing::SignedDataBuilder;
using testing::SignerSpec;
using ::testing::SizeIs;

// Signed at kTestTime, with a certificate that ended ten days later; read after twenty.
constexpr Time kEnd = kTestTime + days{10};
constexpr Time kNow = kTestTime + days{20};

class SmimeExpiredSinceTest : public ::testing::Test {
 protected:
  SmimeExpiredSinceTest() : alice_(authority_.Issue(Ending(kEnd))) {
    anchors_.Add(*testing::Parse(authority_.der()), {pkix::Trust::Level::kAnchor, {}});
    pool_.Add(testing::Parse(authority_.der()));
  }

  static testing::CertificateBuilder Ending(Time end) {
    testing::CertificateBuilder builder = PersonCertificate("alice@example.com");
    builder.NotAfter(end);
    return builder;
  }

  static std::string Message(const std::vector<SignerSpec>& signers,
                             const MessageFields& fields = {}, const Bytes& crl = {}) {
    const std::string entity = testing::TextEntity("The meeting is at ten.\n");
    SignedDataBuilder builder;
    builder.Content(AsBytes(entity)).Detached();
    for (const SignerSpec& signer : signers) {
      builder.Signer(signer);
    }
    if (!crl.empty()) {
      builder.AddCrl(crl);
    }
    return testing::MultipartSigned(fields, entity, builder.Build());
  }

  [[nodiscard]] SignerSpec ByAlice(std::optional<Time> signing_time = kTestTime) const {
    SignerSpec spec;
    spec.certificate = &alice_;
    spec.signing_time = signing_time;
    return spec;
  }

  [[nodiscard]] Findings Judge(std::string_view message, Time at = kNow) const {
    ReaderSources sources;
    sources.authorities = {&pool_};
    sources.trust = &anchors_;
    sources.revocation.mode = mode_;
    sources.first_seen = [this](const std::string& name) {
      return name == seen_name_ ? std::optional(seen_) : std::nullopt;
    };
    auto findings = Read(AsBytes(message), sources, {at});
    EXPECT_TRUE(findings.has_value());
    return findings.value_or(Findings{});
  }

  static std::vector<ReasonCode> Codes(const Findings& findings) {
    return testing::CodesOf(findings.findings);
  }

  static void ExpectInvalid(const Findings& findings, ReasonCode code) {
    EXPECT_EQ(findings.signature, SignatureVerdict::kInvalid);
    EXPECT_THAT(Codes(findings), Contains(code));
    ASSERT_FALSE(findings.signers.empty());
    EXPECT_FALSE(findings.signers[0].valid);
    EXPECT_FALSE(findings.signers[0].valid_then);
  }

  CertificateAuthority authority_{"Test CA"};
  Certificate alice_;
  pkix::AnchorSet anchors_;
  pkix::CertificatePool pool_;
  pkix::RevocationSettings::Mode mode_ = pkix::RevocationSettings::Mode::kOff;
  // One signature that was seen before.
  std::string seen_name_ = "none";
  Time seen_;
};

TEST_F(SmimeExpiredSinceTest, TheSendersClaimIsSaidAsSuch) {
  const Findings findings = Judge(Message({ByAlice()}));
  EXPECT_EQ(findings.signature, SignatureVerdict::kExpiredSince);
  ASSERT_THAT(findings.signers, SizeIs(1));
  EXPECT_FALSE(findings.signers[0].valid);
  EXPECT_TRUE(findings.signers[0].valid_then);
  EXPECT_THAT(Codes(findings), Not(Contains(ReasonCode::kValid)));
  const Reason& first = findings.findings[0].reason;
  EXPECT_EQ(first.code, ReasonCode::kExpiredSinceClaimed);
  EXPECT_EQ(findings.findings[0].severity, Severity::kWarning);
  EXPECT_EQ(first.dates.at("notAfter"), kEnd);
  EXPECT_EQ(first.dates.at("signingTime"), kTestTime);
  EXPECT_EQ(first.texts.at("subject"), "alice");
}

TEST_F(SmimeExpiredSinceTest, WhatWasSeenHereCountsMoreThanTheClaim) {
  const std::string message = Message({ByAlice()});
  seen_name_ = Judge(message).signers.at(0).signature;
  EXPECT_THAT(seen_name_, SizeIs(64));
  seen_ = kTestTime + days{2};
  const Findings findings = Judge(message);
  EXPECT_EQ(findings.signature, SignatureVerdict::kExpiredSince);
  EXPECT_EQ(findings.findings[0].reason.code, ReasonCode::kExpiredSinceSeen);
  EXPECT_EQ(findings.findings[0].reason.dates.at("seenTime"), seen_);
  EXPECT_THAT(Codes(findings), Not(Contains(ReasonCode::kExpiredSinceClaimed)));
}

TEST_F(SmimeExpiredSinceTest, WhatWasSeenNeedsNoClaim) {
  const std::string message = Message({ByAlice(std::nullopt)});
  ExpectInvalid(Judge(message), ReasonCode::kCertificateExpired);
  seen_name_ = Judge(message).signers.at(0).signature;
  seen_ = kTestTime + days{2};
  EXPECT_EQ(Judge(message).signature, SignatureVerdict::kExpiredSince);
}

TEST_F(SmimeExpiredSinceTest, AnotherSignatureOfTheSameKeyWasNotSeen) {
  MessageFields fields;
  fields.date = "Mon, 01 Jun 2026 12:10:00 +0000";
  const Findings seen = Judge(Message({ByAlice()}));
  seen_name_ = seen.signers.at(0).signature;
  seen_ = kTestTime + days{2};
  // What a thief of the expired key can make: a claim.
  const Findings findings = Judge(Message({ByAlice(kTestTime + std::chrono::minutes{10})}, fields));
  EXPECT_NE(findings.signers.at(0).signature, seen_name_);
  EXPECT_EQ(findings.findings[0].reason.code, ReasonCode::kExpiredSinceClaimed);
}

TEST_F(SmimeExpiredSinceTest, BeforeTheEndItIsSimplyValid) {
  const Findings findings = Judge(Message({ByAlice()}), kEnd);
  EXPECT_EQ(findings.signature, SignatureVerdict::kValid);
  EXPECT_FALSE(findings.signers.at(0).valid_then);
}

TEST_F(SmimeExpiredSinceTest, SignedAfterTheEndIsExpired) {
  MessageFields fields;
  fields.date = "Fri, 12 Jun 2026 12:00:00 +0000";
  ExpectInvalid(Judge(Message({ByAlice(kTestTime + days{11})}, fields)),
                ReasonCode::kCertificateExpired);
}

TEST_F(SmimeExpiredSinceTest, SignedInTheFutureIsExpired) {
  ExpectInvalid(Judge(Message({ByAlice(kNow + hours{1})})), ReasonCode::kCertificateExpired);
}

TEST_F(SmimeExpiredSinceTest, ADateThatDoesNotFitIsNotExcused) {
  MessageFields fields;
  fields.date = "Sun, 21 Jun 2026 11:00:00 +0000";
  ExpectInvalid(Judge(Message({ByAlice()}, fields)), ReasonCode::kDateMismatch);
}

TEST_F(SmimeExpiredSinceTest, AnotherSenderIsNotExcused) {
  MessageFields fields;
  fields.from = "Bob <bob@example.com>";
  ExpectInvalid(Judge(Message({ByAlice()}, fields)), ReasonCode::kAddressMismatch);
}

TEST_F(SmimeExpiredSinceTest, AnUnknownAuthorityIsNotExcused) {
  const CertificateAuthority other("Other CA", testing::KeyKind::kP256, 1001);
  const Certificate alice = other.Issue(Ending(kEnd));
  SignerSpec spec = ByAlice();
  spec.certificate = &alice;
  ExpectInvalid(Judge(Message({spec})), ReasonCode::kIssuerUnknown);
}

TEST_F(SmimeExpiredSinceTest, AChangedMessageIsNotExcusedAndHasNoName) {
  std::string message = Message({ByAlice()});
  message.replace(message.find("at ten"), 6, "at six");
  const Findings findings = Judge(message);
  ExpectInvalid(findings, ReasonCode::kAltered);
  EXPECT_EQ(findings.signers.at(0).signature, "");
}

TEST_F(SmimeExpiredSinceTest, RevocationCountsAsOfToday) {
  mode_ = pkix::RevocationSettings::Mode::kCheck;
  // Revoked after it was signed, seen and expired: the key may have been stolen any day.
  const Bytes crl = testing::CrlBuilder(authority_.name())
                        .ThisUpdate(kNow - days{1})
                        .NextUpdate(kNow + days{6})
                        .Revoke(alice_.serial, kTestTime + days{5})
                        .Build(authority_.key());
  const std::string message = Message({ByAlice()}, {}, crl);
  const Findings findings = Judge(message);
  ExpectInvalid(findings, ReasonCode::kCertificateRevoked);
  seen_name_ = findings.signers.at(0).signature;
  seen_ = kTestTime + days{2};
  ExpectInvalid(Judge(message), ReasonCode::kCertificateRevoked);
}

TEST_F(SmimeExpiredSinceTest, AnAuthorityThatEndsBeforeItsCertificatesIsAMistake) {
  testing::CertificateBuilder short_lived =
      CertificateAuthority::Prepared("Short CA", testing::KeyKind::kP256, 1002);
  short_lived.NotAfter(kEnd);
  const CertificateAuthority between = authority_.Subordinate(short_lived);
  pool_.Add(testing::Parse(between.der()));
  const Certificate alice = between.Issue(PersonCertificate("alice@example.com"));
  SignerSpec spec = ByAlice();
  spec.certificate = &alice;
  ExpectInvalid(Judge(Message({spec})), ReasonCode::kCertificateExpired);
}

TEST_F(SmimeExpiredSinceTest, AuthoritiesThatEndWithItAreExcusedWithIt) {
  testing::CertificateBuilder short_lived =
      CertificateAuthority::Prepared("Short CA", testing::KeyKind::kP256, 1002);
  short_lived.NotAfter(kEnd);
  const CertificateAuthority between = authority_.Subordinate(short_lived);
  pool_.Add(testing::Parse(between.der()));
  const Certificate alice = between.Issue(Ending(kEnd));
  SignerSpec spec = ByAlice();
  spec.certificate = &alice;
  EXPECT_EQ(Judge(Message({spec})).signature, SignatureVerdict::kExpiredSince);
}

TEST_F(SmimeExpiredSinceTest, OneOfTwoSignersMakesItTheVerdict) {
  const Certificate lasting =
      authority_.Issue(PersonCertificate("alice@example.com", testing::KeyKind::kP256, 2));
  SignerSpec second;
  second.certificate = &lasting;
  const Findings findings = Judge(Message({second, ByAlice()}));
  EXPECT_EQ(findings.signature, SignatureVerdict::kExpiredSince);
  ASSERT_THAT(findings.signers, SizeIs(2));
  EXPECT_EQ(std::ranges::count_if(findings.signers, &SignerFindings::valid), 1);
  EXPECT_EQ(std::ranges::count_if(findings.signers, &SignerFindings::valid_then), 1);
}

}  // namespace
}  // namespace signet::smime

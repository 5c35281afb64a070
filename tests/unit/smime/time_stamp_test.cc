// Time-stamps beside a signature: what rests on one that holds, each way in which one does not, and
// that this makes nothing worse.
#include "smime/time_stamp.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "base/limits.h"
#include "smime/reader.h"
#include "support/certificate_builder.h"
#include "support/message_builder.h"
#include "support/nss_environment.h"
#include "support/reading.h"
#include "support/revocation_builder.h"
#include "support/time_stamp_builder.h"

namespace signet::smime {
namespace {

namespace oid = asn1::oid;
using asn1::DerWriter;
using std::chrono::days;
using std::chrono::seconds;
using testing::Certificate;
using testing::CertificateAuthority;
using testing::ClockCertificate;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::kTestTime;
using ::testing::Not;
using testing::SignedDataDamage;
using ::testing::SizeIs;
using testing::TimeStampSpec;
using enum ReasonCode;

// Signed at kTestTime, with a certificate that ended ten days later, stamped after two days; read
// after twenty.
constexpr Time kStampTime = kTestTime + days{2};
constexpr Time kEnd = kTestTime + days{10};
constexpr Time kNow = kTestTime + days{20};

Bytes Member(const std::function<void(DerWriter&)>& fill) {
  DerWriter writer;
  fill(writer);
  return std::move(writer).Take();
}

Bytes AccuracyOf(std::int64_t whole) {
  return Member([whole](DerWriter& writer) {
    writer.Sequence([whole](DerWriter& accuracy) { accuracy.Integer(whole); });
  });
}

Bytes NamedAuthority(ByteView general_name) {
  return Member([general_name](DerWriter& writer) {
    writer.Constructed(asn1::ContextConstructedTag(0),
                       [general_name](DerWriter& tagged) { tagged.Raw(general_name); });
  });
}

class SmimeTimeStampTest : public ::testing::Test {
 protected:
  SmimeTimeStampTest() {
    anchors_.Add(*testing::Parse(authority_.der()), {pkix::Trust::Level::kAnchor, {}});
    pool_.Add(testing::Parse(authority_.der()));
  }

  static testing::CertificateBuilder Alice() {
    testing::CertificateBuilder builder = testing::PersonCertificate("alice@example.com");
    builder.NotAfter(kEnd);
    return builder;
  }

  [[nodiscard]] TimeStampSpec Stamp(Time time = kStampTime) const {
    TimeStampSpec spec;
    spec.authority = &clock_;
    spec.time = time;
    return spec;
  }

  // A message with stamps (each made of the signature's value) beside its signature.
  using MakeToken = std::function<Bytes(ByteView signature)>;
  [[nodiscard]] std::string Message(const std::vector<MakeToken>& tokens,
                                    std::optional<Time> signing_time = kTestTime,
                                    const std::vector<Bytes>& certificates = {}) const {
    const std::string entity = testing::TextEntity("The meeting is at ten.\n");
    testing::SignerSpec spec;
    spec.certificate = &alice_;
    spec.signing_time = signing_time;
    spec.attributes_of_signature = [&tokens](ByteView signature) {
      std::vector<Bytes> attributes;
      attributes.reserve(tokens.size());
      for (const MakeToken& make : tokens) {
        attributes.push_back(testing::AttributeDer(oid::kTimeStampToken, {make(signature)}));
      }
      return attributes;
    };
    testing::SignedDataBuilder builder;
    builder.Content(AsBytes(entity)).Detached().Signer(spec);
    for (const Bytes& certificate : certificates) {
      builder.AddCertificate(certificate);
    }
    return testing::MultipartSigned({}, entity, builder.Build());
  }

  static MakeToken Of(const TimeStampSpec& spec) {
    return [spec](ByteView signature) { return TimeStampTokenDer(spec, signature); };
  }

  [[nodiscard]] Findings Judge(std::string_view message, Time at = kNow) const {
    ReaderSources sources;
    sources.authorities = {&pool_};
    sources.trust = &anchors_;
    sources.revocation.mode = mode_;
    sources.first_seen = [this](const std::string& /*name*/) { return seen_; };
    auto findings = Read(AsBytes(message), sources, {at});
    EXPECT_TRUE(findings.has_value());
    return findings.value_or(Findings{});
  }

  // What the only stamp was refused for; and that the signature is no worse than without it, before
  // its certificate's end and after.
  std::vector<ReasonCode> Refused(const MakeToken& make) const {
    const std::string message = Message({make});
    const Findings before = Judge(message, kStampTime + seconds{1});
    EXPECT_EQ(before.signature, SignatureVerdict::kValid);
    EXPECT_TRUE(before.signers.at(0).valid);
    const Findings after = Judge(message);
    EXPECT_EQ(after.signature, SignatureVerdict::kExpiredSince);
    const auto codes = testing::CodesOf(after.findings);
    EXPECT_THAT(codes, Contains(kExpiredSinceClaimed));
    EXPECT_THAT(codes, Not(Contains(kExpiredSinceStamped)));
    if (after.signers.at(0).time_stamps.size() != 1) {
      ADD_FAILURE() << "no stamp was judged";
      return {};
    }
    const TimeStampFindings& stamp = after.signers[0].time_stamps[0];
    EXPECT_FALSE(stamp.valid);
    const std::vector<ReasonCode> refused = testing::CodesOf(stamp.reasons);
    EXPECT_THAT(refused, Not(IsEmpty()));
    if (!refused.empty()) {
      EXPECT_THAT(codes, Contains(refused.front()));
    }
    return refused;
  }
  [[nodiscard]] std::vector<ReasonCode> Refused(const TimeStampSpec& spec) const {
    return Refused(Of(spec));
  }

  CertificateAuthority authority_{"Test CA"};
  Certificate alice_ = authority_.Issue(Alice());
  Certificate clock_ = authority_.Issue(ClockCertificate());
  pkix::AnchorSet anchors_;
  pkix::CertificatePool pool_;
  pkix::RevocationSettings::Mode mode_ = pkix::RevocationSettings::Mode::kOff;
  std::optional<Time> seen_;
};

TEST_F(SmimeTimeStampTest, OneThatHoldsIsWhatItRestsOn) {
  const Findings findings = Judge(Message({Of(Stamp())}));
  EXPECT_EQ(findings.signature, SignatureVerdict::kExpiredSince);
  ASSERT_THAT(findings.signers, SizeIs(1));
  EXPECT_FALSE(findings.signers[0].valid);
  EXPECT_TRUE(findings.signers[0].valid_then);
  EXPECT_THAT(testing::CodesOf(findings.findings), ElementsAre(kExpiredSinceStamped));
  const Reason& reason = findings.findings[0].reason;
  EXPECT_EQ(findings.findings[0].severity, Severity::kWarning);
  EXPECT_EQ(reason.texts.at("subject"), "alice");
  EXPECT_EQ(reason.texts.at("authority"), "Clock Service");
  EXPECT_EQ(reason.dates.at("stampedTime"), kStampTime);
  EXPECT_EQ(reason.dates.at("notAfter"), kEnd);
  ASSERT_THAT(findings.signers[0].time_stamps, SizeIs(1));
  const TimeStampFindings& stamp = findings.signers[0].time_stamps[0];
  EXPECT_TRUE(stamp.valid);
  EXPECT_EQ(stamp.time, kStampTime);
  EXPECT_EQ(stamp.algorithm, "ECDSA with SHA-256");
  EXPECT_THAT(stamp.chain, SizeIs(2));
  EXPECT_THAT(stamp.reasons, IsEmpty());
}

TEST_F(SmimeTimeStampTest, ItNeedsNoClaim) {
  const Findings findings = Judge(Message({Of(Stamp())}, std::nullopt));
  EXPECT_EQ(findings.signature, SignatureVerdict::kExpiredSince);
  EXPECT_THAT(testing::CodesOf(findings.findings), ElementsAre(kExpiredSinceStamped));
}

TEST_F(SmimeTimeStampTest, ItCountsMoreThanWhatWasSeenHere) {
  seen_ = kTestTime + days{1};
  EXPECT_EQ(Judge(Message({Of(Stamp())})).findings.at(0).reason.code, kExpiredSinceStamped);
  EXPECT_EQ(Judge(Message({})).findings.at(0).reason.code, kExpiredSinceSeen);
}

TEST_F(SmimeTimeStampTest, BeforeTheEndItIsShownAndChangesNothing) {
  const Findings findings = Judge(Message({Of(Stamp())}), kEnd);
  EXPECT_EQ(findings.signature, SignatureVerdict::kValid);
  EXPECT_THAT(testing::CodesOf(findings.findings), ElementsAre(kValid));
  EXPECT_TRUE(findings.signers.at(0).time_stamps.at(0).valid);
}

TEST_F(SmimeTimeStampTest, TheLatestTimeThatItMayMeanCounts) {
  const auto code = [this](const TimeStampSpec& spec) {
    return Judge(Message({Of(spec)})).findings.at(0).reason.code;
  };
  EXPECT_EQ(code(Stamp(kEnd)), kExpiredSinceStamped);
  TimeStampSpec fraction = Stamp(kEnd);
  fraction.fraction = ".5";
  EXPECT_EQ(code(fraction), kExpiredSinceClaimed);
  TimeStampSpec inexact = Stamp(kEnd - seconds{10});
  inexact.members = AccuracyOf(10);
  EXPECT_EQ(code(inexact), kExpiredSinceStamped);
  inexact.members = AccuracyOf(11);
  EXPECT_EQ(code(inexact), kExpiredSinceClaimed);
}

TEST_F(SmimeTimeStampTest, OneThatCameTooLateHoldsAndHelpsNothing) {
  const Findings findings = Judge(Message({Of(Stamp(kEnd + days{1}))}));
  EXPECT_TRUE(findings.signers.at(0).time_stamps.at(0).valid);
  EXPECT_THAT(testing::CodesOf(findings.findings), ElementsAre(kExpiredSinceClaimed));
  const Findings unclaimed = Judge(Message({Of(Stamp(kEnd + days{1}))}, std::nullopt));
  EXPECT_EQ(unclaimed.signature, SignatureVerdict::kInvalid);
}

TEST_F(SmimeTimeStampTest, OneThatHoldsIsFoundAmongOthers) {
  TimeStampSpec other = Stamp();
  other.imprint = testing::Sha256(AsBytes("something else"));
  const Findings findings = Judge(Message({Of(other), Of(Stamp(kEnd + days{1})), Of(Stamp())}));
  EXPECT_THAT(testing::CodesOf(findings.findings),
              ElementsAre(kExpiredSinceStamped, kTimeStampMismatched));
}

TEST_F(SmimeTimeStampTest, NoMoreThanTheLimitAreLookedAt) {
  const std::vector<MakeToken> tokens(limits::kTimeStamps + 1, Of(Stamp()));
  EXPECT_THAT(Judge(Message(tokens)).signers.at(0).time_stamps, SizeIs(limits::kTimeStamps));
}

TEST_F(SmimeTimeStampTest, OfASignatureThatDoesNotHoldNoneIsLookedAt) {
  std::string message = Message({Of(Stamp())});
  message.replace(message.find("at ten"), 6, "at six");
  const Findings findings = Judge(message);
  EXPECT_EQ(findings.signature, SignatureVerdict::kInvalid);
  EXPECT_THAT(findings.signers.at(0).time_stamps, IsEmpty());
}

TEST_F(SmimeTimeStampTest, TheCertificateMayComeWithTheMessage) {
  TimeStampSpec spec = Stamp();
  spec.with_certificate = false;
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampNotTrusted, kSignerCertificateMissing));
  EXPECT_EQ(Judge(Message({Of(spec)}, kTestTime, {clock_.der})).findings.at(0).reason.code,
            kExpiredSinceStamped);
}

TEST_F(SmimeTimeStampTest, ItMayNameItsAuthority) {
  TimeStampSpec spec = Stamp();
  spec.members = NamedAuthority(testing::DirectoryName(testing::CommonName("Clock Service")));
  EXPECT_EQ(Judge(Message({Of(spec)})).findings.at(0).reason.code, kExpiredSinceStamped);
  spec.members = NamedAuthority(testing::DirectoryName(testing::CommonName("Other Service")));
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampInvalid));
  spec.members = NamedAuthority(testing::DnsName("clock.example"));
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampInvalid));
  testing::CertificateBuilder builder = ClockCertificate();
  builder.SubjectAltName({testing::DnsName("clock.example")});
  const Certificate named = authority_.Issue(builder);
  spec.authority = &named;
  EXPECT_EQ(Judge(Message({Of(spec)})).findings.at(0).reason.code, kExpiredSinceStamped);
}

TEST_F(SmimeTimeStampTest, RefusesWhatCannotBeRead) {
  EXPECT_THAT(Refused([](ByteView) { return Bytes{5, 0}; }),
              ElementsAre(kTimeStampMalformed, kMalformed));
  TimeStampSpec spec = Stamp();
  spec.content_type = oid::kData;
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampMalformed, kContentTypeUnsupported));
  spec = Stamp();
  spec.version = 2;
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampMalformed, kMalformed));
  spec = Stamp();
  spec.members = AccuracyOf(static_cast<std::int64_t>(limits::kTimeStampAccuracySeconds) + 1);
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampMalformed, kLimitExceeded));
  spec = Stamp();
  spec.members = Member([](DerWriter& writer) {
    writer.Constructed(asn1::ContextConstructedTag(1), [](DerWriter& list) {
      list.Raw(testing::ExtensionValue(Oid{"1.2.3.4.5"}, true, Bytes{5, 0}));
    });
  });
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampMalformed));
  const Certificate second = authority_.Issue(ClockCertificate(501));
  spec = Stamp();
  spec.second_signer = &second;
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampMalformed));
}

TEST_F(SmimeTimeStampTest, RefusesWhatIsAboutSomethingElse) {
  TimeStampSpec spec = Stamp();
  spec.imprint = testing::Sha256(AsBytes("something else"));
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampMismatched));
  spec.imprint = Bytes{};
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampMismatched));
}

TEST_F(SmimeTimeStampTest, RefusesWeakAndUnknownMethods) {
  const auto with_sha1 = [this](ByteView signature) {
    TimeStampSpec spec = Stamp();
    spec.imprint_algorithm = oid::kSha1;
    spec.imprint = testing::Sha1(signature);
    return TimeStampTokenDer(spec, signature);
  };
  EXPECT_THAT(Refused(with_sha1), ElementsAre(kTimeStampMethodRefused));
  TimeStampSpec spec = Stamp();
  spec.imprint_algorithm = Oid{"1.2.3.4.5"};
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampMethodRefused));
  spec = Stamp();
  spec.scheme = testing::Scheme::kEcdsaSha1;
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampMethodRefused));
  testing::CertificateBuilder builder = ClockCertificate();
  builder.Key(testing::Key(testing::KeyKind::kRsa1024, 500));
  const Certificate weak = authority_.Issue(builder);
  spec = Stamp();
  spec.authority = &weak;
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampNotTrusted, kWeakKey));
}

TEST_F(SmimeTimeStampTest, RefusesWhatTheAuthorityDidNotSign) {
  TimeStampSpec spec = Stamp();
  spec.damage = SignedDataDamage::kMessageDigestWrong;
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampInvalid, kAltered));
  spec.damage = SignedDataDamage::kSignatureOfOtherKey;
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampInvalid, kSignatureMismatch));
  spec.damage = SignedDataDamage::kSigningCertificateWrong;
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampInvalid, kSigningCertificateMismatch));
  spec = Stamp();
  spec.signing_certificate = false;
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampInvalid, kSignedAttributeInvalid));
}

TEST_F(SmimeTimeStampTest, RefusesCertificatesForAnythingElse) {
  const auto refused = [this](const testing::CertificateBuilder& builder) {
    const Certificate clock = authority_.Issue(builder);
    TimeStampSpec spec = Stamp();
    spec.authority = &clock;
    return Refused(spec);
  };
  const auto unfit = ElementsAre(kTimeStampNotTrusted, kNotForTimeStamping);
  testing::CertificateBuilder builder = ClockCertificate();
  EXPECT_THAT(refused(builder.ExtendedKeyUsage({oid::kTimeStamping}, false)), unfit);
  builder = ClockCertificate();
  EXPECT_THAT(refused(builder.ExtendedKeyUsage({oid::kTimeStamping, oid::kOcspSigning}, true)),
              unfit);
  builder = ClockCertificate();
  EXPECT_THAT(refused(builder.ExtendedKeyUsage({oid::kAnyExtendedKeyUsage}, true)), unfit);
  builder = ClockCertificate();
  EXPECT_THAT(refused(builder.Without(oid::kExtendedKeyUsage)), unfit);
  builder = ClockCertificate();
  EXPECT_THAT(refused(builder.KeyUsage(testing::kKeyEncipherment)), unfit);
  EXPECT_THAT(refused(testing::PersonCertificate("clock@example.com", testing::KeyKind::kP256, 5)),
              unfit);
}

TEST_F(SmimeTimeStampTest, RefusesAuthoritiesBelowThatAreForEmailOnly) {
  testing::CertificateBuilder builder =
      CertificateAuthority::Prepared("Mail CA", testing::KeyKind::kP256, 1001);
  builder.ExtendedKeyUsage({oid::kEmailProtection});
  const CertificateAuthority mail = authority_.Subordinate(builder);
  const Certificate clock = mail.Issue(ClockCertificate());
  TimeStampSpec spec = Stamp();
  spec.authority = &clock;
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampNotTrusted, kIssuerUnknown));
  spec.certificates = {mail.der()};
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampNotTrusted, kNotForTimeStamping));
}

TEST_F(SmimeTimeStampTest, TheAuthorityLeadsToTrustForEmail) {
  const CertificateAuthority other("Other CA", testing::KeyKind::kP256, 1002);
  const Certificate clock = other.Issue(ClockCertificate());
  TimeStampSpec spec = Stamp();
  spec.authority = &clock;
  spec.certificates = {other.der()};
  EXPECT_THAT(Refused(spec), ElementsAre(kTimeStampNotTrusted, kIssuerNotTrusted));
  const std::string message = Message({Of(spec)});
  EXPECT_EQ(SeverityOf(kTimeStampNotTrusted), Severity::kInformation);
  anchors_.Add(*testing::Parse(other.der()), {pkix::Trust::Level::kAnchor, {}});
  EXPECT_EQ(Judge(message).findings.at(0).reason.code, kExpiredSinceStamped);
}

TEST_F(SmimeTimeStampTest, TheAuthorityIsValidThenAndHasNotExpiredSince) {
  const auto refused = [this](Time from, Time to) {
    testing::CertificateBuilder builder = ClockCertificate();
    builder.NotBefore(from).NotAfter(to);
    const Certificate clock = authority_.Issue(builder);
    TimeStampSpec spec = Stamp();
    spec.authority = &clock;
    return Refused(spec);
  };
  EXPECT_THAT(refused(kStampTime + seconds{1}, kNow),
              ElementsAre(kTimeStampNotTrusted, kCertificateNotYetValid));
  EXPECT_THAT(refused(kTestTime, kStampTime - seconds{1}),
              ElementsAre(kTimeStampNotTrusted, kCertificateExpired));
  EXPECT_THAT(refused(kTestTime, kNow - seconds{1}),
              ElementsAre(kTimeStampExpired, kCertificateExpired));
}

TEST_F(SmimeTimeStampTest, RefusesWhatHasNotComeYet) {
  EXPECT_THAT(Refused(Stamp(kNow + days{1})), ElementsAre(kTimeStampFromFuture));
}

TEST_F(SmimeTimeStampTest, RevocationOfTheAuthorityIsAskedAsForOthers) {
  mode_ = pkix::RevocationSettings::Mode::kRequire;
  const auto judged = [this](std::optional<Time> when, std::optional<std::uint8_t> reason) {
    testing::CrlBuilder crl(authority_.name());
    crl.ThisUpdate(kNow - days{1}).NextUpdate(kNow + days{1});
    if (when) {
      crl.Revoke(clock_.serial, *when, reason);
    }
    TimeStampSpec spec = Stamp();
    spec.crls = {crl.Build(authority_.key())};
    // Without a CRL of its own in the message, the signer's own revocation stays unknown; what is
    // looked at is the stamp.
    return Judge(Message({Of(spec)})).signers.at(0).time_stamps.at(0);
  };
  constexpr std::uint8_t kKeyCompromise = 1;
  constexpr std::uint8_t kSuperseded = 4;
  EXPECT_TRUE(judged({}, {}).valid);
  EXPECT_THAT(testing::CodesOf(judged(kStampTime + days{1}, kKeyCompromise).reasons),
              ElementsAre(kTimeStampNotTrusted, kCertificateRevoked));
  // RFC 3161, section 4, item 1: without a reason nothing holds; retired, what was before does.
  EXPECT_THAT(testing::CodesOf(judged(kStampTime + days{1}, {}).reasons),
              ElementsAre(kTimeStampNotTrusted, kCertificateRevoked));
  EXPECT_TRUE(judged(kStampTime + days{1}, kSuperseded).valid);
  EXPECT_THAT(testing::CodesOf(judged(kStampTime - days{1}, kSuperseded).reasons),
              ElementsAre(kTimeStampNotTrusted, kCertificateRevoked));
  const TimeStampSpec without = Stamp();
  const Findings unknown = Judge(Message({Of(without)}));
  EXPECT_THAT(testing::CodesOf(unknown.signers.at(0).time_stamps.at(0).reasons),
              ElementsAre(kTimeStampNotTrusted, kRevocationUnknown));
}

TEST_F(SmimeTimeStampTest, WhatCouldTellMoreIsWantedWhereSomethingRestsOnIt) {
  mode_ = pkix::RevocationSettings::Mode::kCheck;
  testing::CertificateBuilder builder = ClockCertificate();
  builder.AuthorityInformationAccess(oid::kAccessOcsp, "http://clock.example/ocsp");
  const Certificate clock = authority_.Issue(builder);
  TimeStampSpec spec = Stamp();
  spec.authority = &clock;
  const std::string message = Message({Of(spec)});
  const auto asks = [](const Findings& findings) {
    return std::ranges::any_of(findings.signers.at(0).fetches, [](const pkix::Fetch& fetch) {
      return fetch.url == "http://clock.example/ocsp";
    });
  };
  EXPECT_FALSE(asks(Judge(message, kEnd)));
  EXPECT_TRUE(asks(Judge(message)));
}

}  // namespace
}  // namespace signet::smime

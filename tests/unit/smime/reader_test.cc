// The verdicts of the Reader, each provoked by one thing: a message built with one thing wrong.
#include "smime/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "asn1/oids.h"
#include "support/certificate_builder.h"
#include "support/keys.h"
#include "support/message_builder.h"
#include "support/nss_environment.h"
#include "support/reading.h"
#include "support/signed_data_builder.h"

namespace signet::smime {
namespace {

using testing::Certificate;
using testing::CertificateAuthority;
using testing::CertificateBuilder;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::KeyKind;
using testing::kTestTime;
using testing::MessageFields;
using testing::PersonCertificate;
using testing::Scheme;
using testing::SignedDataBuilder;
using testing::SignedDataDamage;
using testing::SignerSpec;
using ::testing::SizeIs;

constexpr std::string_view kBody = "The meeting is at ten.\nBring the files.\n";

class SmimeReaderTest : public ::testing::Test {
 protected:
  SmimeReaderTest()
      : authority_("Test CA"), alice_(authority_.Issue(PersonCertificate("alice@example.com"))) {
    Trust(authority_);
  }

  void Trust(const CertificateAuthority& authority) {
    anchors_.Add(**pkix::Certificate::Parse(authority.der()), {pkix::Trust::Level::kAnchor, {}});
    pool_.Add(*pkix::Certificate::Parse(authority.der()));
  }

  [[nodiscard]] Findings Judge(std::string_view message,
                               const ReadOptions& options = {kTestTime}) const {
    ReaderSources sources;
    sources.authorities = {&pool_};
    sources.trust = &anchors_;
    auto findings = Read(AsBytes(message), sources, options);
    EXPECT_TRUE(findings.has_value());
    return findings.value_or(Findings{});
  }

  static std::vector<ReasonCode> Codes(const Findings& findings) {
    return testing::CodesOf(findings.findings);
  }

  // A clear-signed message from `spec`, over `entity`.
  static std::string Signed(const SignerSpec& spec, const MessageFields& fields = {},
                            std::string_view entity_text = kBody) {
    const std::string entity = testing::TextEntity(entity_text);
    return testing::MultipartSigned(
        fields, entity,
        SignedDataBuilder().Content(AsBytes(entity)).Detached().Signer(spec).Build());
  }

  [[nodiscard]] SignerSpec ByAlice() const {
    SignerSpec spec;
    spec.certificate = &alice_;
    return spec;
  }

  static std::string Opaque(const Certificate& signer, std::string_view entity,
                            const MessageFields& fields = {}) {
    return testing::OpaqueMessage(
        fields, SignedDataBuilder().Content(AsBytes(entity)).Signer(signer).Build(), "signed-data");
  }

  CertificateAuthority authority_;
  Certificate alice_;
  pkix::AnchorSet anchors_;
  pkix::CertificatePool pool_;
};

void ExpectValid(const Findings& findings) {
  EXPECT_EQ(findings.signature, SignatureVerdict::kValid);
  ASSERT_THAT(findings.signers, SizeIs(1));
  EXPECT_TRUE(findings.signers[0].valid);
  ASSERT_FALSE(findings.findings.empty());
  EXPECT_EQ(findings.findings[0].reason.code, ReasonCode::kValid)
      << idl::ToString(findings.findings[0].reason.code) << " "
      << findings.findings[0].reason.diagnostic;
}

TEST_F(SmimeReaderTest, ClearSignedMessageIsValid) {
  const Findings findings = Judge(Signed(ByAlice()));
  ExpectValid(findings);
  EXPECT_EQ(findings.address, "alice@example.com");
  EXPECT_EQ(findings.encryption, EncryptionVerdict::kNone);
  ASSERT_THAT(findings.layers, SizeIs(1));
  EXPECT_TRUE(findings.layers[0].whole_message);
  EXPECT_EQ(findings.layers[0].kind, LayerKind::kSigned);
  ASSERT_THAT(findings.signers[0].chain, SizeIs(2));
  EXPECT_EQ(findings.signers[0].chain[0]->sha256(), alice_.Sha256Hex());
  EXPECT_EQ(findings.signers[0].signing_time, kTestTime);
}

TEST_F(SmimeReaderTest, OpaqueMessageIsValid) {
  ExpectValid(Judge(Opaque(alice_, testing::TextEntity(kBody))));
}

TEST_F(SmimeReaderTest, MessageStoredWithBareLineFeedsIsValid) {
  ExpectValid(Judge(testing::WithLf(Signed(ByAlice()))));
}

TEST_F(SmimeReaderTest, SignatureOverBareLineFeedsThemselvesIsValid) {
  const std::string entity = testing::WithLf(testing::TextEntity(kBody));
  const std::string message = testing::MultipartSigned(
      {}, entity, SignedDataBuilder().Content(AsBytes(entity)).Detached().Signer(alice_).Build());
  ExpectValid(Judge(message));
}

TEST_F(SmimeReaderTest, UnsignedMessageIsNotSigned) {
  const Findings findings = Judge(testing::PlainMessage({}, testing::TextEntity(kBody)));
  EXPECT_EQ(findings.signature, SignatureVerdict::kNone);
  EXPECT_THAT(Codes(findings), ElementsAre(ReasonCode::kNotSigned));
  EXPECT_THAT(findings.layers, IsEmpty());
}

TEST_F(SmimeReaderTest, ChangedBodyIsAltered) {
  std::string message = Signed(ByAlice());
  message.replace(message.find("at ten"), 6, "at two");
  const Findings findings = Judge(message);
  EXPECT_EQ(findings.signature, SignatureVerdict::kInvalid);
  EXPECT_THAT(Codes(findings), ElementsAre(ReasonCode::kAltered));
}

TEST_F(SmimeReaderTest, OtherSenderIsAddressMismatch) {
  MessageFields fields;
  fields.from = "Mallory <mallory@example.com>";
  const Findings findings = Judge(Signed(ByAlice(), fields));
  EXPECT_EQ(findings.signature, SignatureVerdict::kInvalid);
  ASSERT_THAT(Codes(findings), ElementsAre(ReasonCode::kAddressMismatch));
  EXPECT_EQ(findings.findings[0].reason.texts.at("address"), "mallory@example.com");
  EXPECT_EQ(findings.findings[0].reason.texts.at("signerAddresses"), "alice@example.com");
  ReadOptions options{kTestTime};
  options.check_address = false;
  ExpectValid(Judge(Signed(ByAlice(), fields), options));
}

TEST_F(SmimeReaderTest, SenderCountsOnlyWithoutFrom) {
  MessageFields fields;
  fields.more = {"Sender: mallory@example.com"};
  ExpectValid(Judge(Signed(ByAlice(), fields)));
}

TEST_F(SmimeReaderTest, TwoFromAddressesAreAProblem) {
  MessageFields fields;
  fields.from = "alice@example.com, mallory@example.com";
  const Findings findings = Judge(Signed(ByAlice(), fields));
  EXPECT_EQ(findings.signature, SignatureVerdict::kInvalid);
  EXPECT_THAT(Codes(findings), Contains(ReasonCode::kSeveralFromAddresses));
}

TEST_F(SmimeReaderTest, CertificateWithoutAddressIsNamed) {
  const Certificate nobody =
      authority_.Issue(PersonCertificate("x@example.com").Without(asn1::oid::kSubjectAltName));
  SignerSpec spec;
  spec.certificate = &nobody;
  const Findings findings = Judge(Signed(spec));
  EXPECT_EQ(findings.signature, SignatureVerdict::kInvalid);
  EXPECT_THAT(Codes(findings), ElementsAre(ReasonCode::kNoAddressInCertificate));
}

TEST_F(SmimeReaderTest, ExpiredAndNotYetValidAreNamed) {
  const ReadOptions late{*ParseRfc3339("2037-01-01T00:00:00Z")};
  SignerSpec undated = ByAlice();  // with a date: expired_since_test.cc
  undated.signing_time.reset();
  EXPECT_EQ(Codes(Judge(Signed(undated), late)).front(), ReasonCode::kCertificateExpired);
  const ReadOptions early{*ParseRfc3339("2025-01-01T00:00:00Z")};
  EXPECT_EQ(Codes(Judge(Signed(ByAlice()), early)).front(), ReasonCode::kCertificateNotYetValid);
}

TEST_F(SmimeReaderTest, IssuerThatNobodyKnowsAndIssuerThatIsNotTrusted) {
  const CertificateAuthority other("Other CA", KeyKind::kP256, 1001);
  const Certificate alice = other.Issue(PersonCertificate("alice@example.com"));
  SignerSpec spec;
  spec.certificate = &alice;
  EXPECT_THAT(Codes(Judge(Signed(spec))), ElementsAre(ReasonCode::kIssuerUnknown));
  const std::string entity = testing::TextEntity(kBody);
  const std::string with_root = testing::MultipartSigned({}, entity,
                                                         SignedDataBuilder()
                                                             .Content(AsBytes(entity))
                                                             .Detached()
                                                             .Signer(alice)
                                                             .AddCertificate(other.der())
                                                             .Build());
  const Findings findings = Judge(with_root);
  EXPECT_EQ(findings.signature, SignatureVerdict::kInvalid);
  EXPECT_THAT(Codes(findings), ElementsAre(ReasonCode::kIssuerNotTrusted));
}

TEST_F(SmimeReaderTest, CertificateForOtherPurposesIsNamed) {
  const Certificate server = authority_.Issue(
      PersonCertificate("alice@example.com").ExtendedKeyUsage({asn1::oid::kServerAuth}));
  SignerSpec spec;
  spec.certificate = &server;
  EXPECT_THAT(Codes(Judge(Signed(spec))), ElementsAre(ReasonCode::kNotForEmail));
}

TEST_F(SmimeReaderTest, WeakDigestIsNotGood) {
  SignerSpec spec = ByAlice();
  spec.scheme = Scheme::kEcdsaSha1;
  const Findings findings = Judge(Signed(spec));
  EXPECT_EQ(findings.signature, SignatureVerdict::kInvalid);
  EXPECT_THAT(Codes(findings), ElementsAre(ReasonCode::kWeakDigest));
}

TEST_F(SmimeReaderTest, UnreadableSignatureIsMalformed) {
  const std::string message =
      testing::MultipartSigned({}, testing::TextEntity(kBody), AsBytes("this is no CMS object"));
  const Findings findings = Judge(message);
  EXPECT_EQ(findings.signature, SignatureVerdict::kInvalid);
  EXPECT_THAT(Codes(findings), ElementsAre(ReasonCode::kMalformed));
}

TEST_F(SmimeReaderTest, SignedPartInsideAFooterIsPartlySigned) {
  const std::string entity = testing::TextEntity(kBody);
  const std::string whole = testing::MultipartSigned(
      {}, entity, SignedDataBuilder().Content(AsBytes(entity)).Detached().Signer(alice_).Build());
  // The same multipart/signed as an entity: from its Content-Type on.
  const std::string part = whole.substr(whole.find("Content-Type:"));
  const Findings findings = Judge(testing::PlainMessage(
      {}, testing::Multipart("mixed", {part, testing::TextEntity("To unsubscribe, …\n")})));
  EXPECT_EQ(findings.signature, SignatureVerdict::kNone);
  EXPECT_THAT(Codes(findings), ElementsAre(ReasonCode::kPartlySigned));
  ASSERT_THAT(findings.layers, SizeIs(1));
  EXPECT_FALSE(findings.layers[0].whole_message);
  EXPECT_THAT(findings.signers, IsEmpty());
}

TEST_F(SmimeReaderTest, NobodySigned) {
  const std::string entity = testing::TextEntity(kBody);
  const std::string message = testing::MultipartSigned({}, entity,
                                                       SignedDataBuilder()
                                                           .Content(AsBytes(entity))
                                                           .Detached()
                                                           .Damage(SignedDataDamage::kNoSignerInfos)
                                                           .Build());
  const Findings findings = Judge(message);
  EXPECT_EQ(findings.signature, SignatureVerdict::kNone);
  EXPECT_THAT(Codes(findings), ElementsAre(ReasonCode::kNoSigner));
}

TEST_F(SmimeReaderTest, SeveralSignersAreAsGoodAsTheWorst) {
  const CertificateAuthority other("Other CA", KeyKind::kP256, 1001);
  const Certificate stranger =
      other.Issue(PersonCertificate("alice@example.com", KeyKind::kP256, 2));
  const std::string entity = testing::TextEntity(kBody);
  for (const bool good_first : {true, false}) {
    SignedDataBuilder builder;
    builder.Content(AsBytes(entity)).Detached();
    builder.Signer(good_first ? alice_ : stranger).Signer(good_first ? stranger : alice_);
    const Findings findings = Judge(testing::MultipartSigned({}, entity, builder.Build()));
    EXPECT_EQ(findings.signature, SignatureVerdict::kInvalid);
    ASSERT_THAT(findings.signers, SizeIs(2));
    EXPECT_NE(findings.signers[0].valid, findings.signers[1].valid);
  }
}

TEST_F(SmimeReaderTest, SignerCertificateMissing) {
  const std::string entity = testing::TextEntity(kBody);
  const std::string message = testing::MultipartSigned({}, entity,
                                                       SignedDataBuilder()
                                                           .Content(AsBytes(entity))
                                                           .Detached()
                                                           .Signer(alice_)
                                                           .WithoutSignerCertificates()
                                                           .Build());
  const Findings findings = Judge(message);
  EXPECT_EQ(findings.signature, SignatureVerdict::kInvalid);
  EXPECT_THAT(Codes(findings), ElementsAre(ReasonCode::kSignerCertificateMissing));
}

TEST_F(SmimeReaderTest, SignerCertificateFromTheProfile) {
  const std::string entity = testing::TextEntity(kBody);
  const std::string message = testing::MultipartSigned({}, entity,
                                                       SignedDataBuilder()
                                                           .Content(AsBytes(entity))
                                                           .Detached()
                                                           .Signer(alice_)
                                                           .WithoutSignerCertificates()
                                                           .Build());
  ReaderSources sources;
  sources.authorities = {&pool_};
  sources.trust = &anchors_;
  sources.find_signer = [this](const cms::SignerId&) {
    return std::vector{*pkix::Certificate::Parse(alice_.der)};
  };
  const auto findings = Read(AsBytes(message), sources, {kTestTime});
  ASSERT_TRUE(findings.has_value());
  ExpectValid(*findings);
}

// Attack: an old signed message is sent again under a new Date.
TEST_F(SmimeReaderTest, DateAfterSigningTimeIsAReplay) {
  MessageFields fields;
  fields.date = "Wed, 03 Jun 2026 12:00:00 +0000";
  const Findings findings = Judge(Signed(ByAlice(), fields));
  EXPECT_EQ(findings.signature, SignatureVerdict::kInvalid);
  EXPECT_THAT(Codes(findings), ElementsAre(ReasonCode::kDateMismatch));
}

TEST_F(SmimeReaderTest, DateBeforeSigningTimeIsARemark) {
  MessageFields fields;
  fields.date = "Sun, 31 May 2026 12:00:00 +0000";
  const Findings findings = Judge(Signed(ByAlice(), fields));
  EXPECT_EQ(findings.signature, SignatureVerdict::kValid);
  EXPECT_THAT(Codes(findings), ElementsAre(ReasonCode::kValid, ReasonCode::kDateMismatch));
}

// Attack: a detached signature that brings another content.
TEST_F(SmimeReaderTest, EmbeddedContentInClearSignedMessage) {
  const std::string entity = testing::TextEntity(kBody);
  const std::string message =
      testing::MultipartSigned({}, testing::TextEntity("Pay the money to me.\n"),
                               SignedDataBuilder().Content(AsBytes(entity)).Signer(alice_).Build());
  const Findings findings = Judge(message);
  EXPECT_EQ(findings.signature, SignatureVerdict::kInvalid);
  EXPECT_THAT(Codes(findings), Contains(ReasonCode::kEmbeddedContent));
}

TEST_F(SmimeReaderTest, IncompleteMessageIsUnknown) {
  ReadOptions options{kTestTime};
  options.incomplete = true;
  const Findings findings = Judge(Signed(ByAlice()), options);
  EXPECT_EQ(findings.signature, SignatureVerdict::kUnknown);
  EXPECT_THAT(Codes(findings), ElementsAre(ReasonCode::kContentNotAvailable));
  const Findings plain = Judge(testing::PlainMessage({}, testing::TextEntity(kBody)), options);
  EXPECT_EQ(plain.signature, SignatureVerdict::kNone);
  EXPECT_EQ(Judge("", options).signature, SignatureVerdict::kUnknown);
}

// Somebody else's clear-signed message wrapped in a signature of one's own.
TEST_F(SmimeReaderTest, InnerSignerWhoIsNotTheSender) {
  const Certificate dave =
      authority_.Issue(PersonCertificate("dave@example.com", KeyKind::kP256, 3));
  MessageFields fields;
  fields.from = "dave@example.com";
  const std::string inner = Signed(ByAlice());
  const std::string inner_entity = inner.substr(inner.find("Content-Type:"));
  const Findings clear = Judge(Opaque(dave, inner_entity, fields));
  EXPECT_EQ(clear.signature, SignatureVerdict::kInvalid);
  EXPECT_THAT(Codes(clear), ElementsAre(ReasonCode::kAddressMismatch));
  const std::string opaque = Opaque(alice_, testing::TextEntity(kBody));
  const Findings both = Judge(Opaque(dave, opaque.substr(opaque.find("Content-Type:")), fields));
  EXPECT_EQ(both.signature, SignatureVerdict::kValid);
  EXPECT_THAT(both.signers, SizeIs(2));
  EXPECT_THAT(Codes(both), ElementsAre(ReasonCode::kValid, ReasonCode::kAddressMismatch));
}

TEST_F(SmimeReaderTest, CancelledIsAFailure) {
  CancelFlag cancel;
  cancel.Cancel();
  ReadOptions options{kTestTime};
  options.cancel = &cancel;
  ReaderSources sources;
  sources.trust = &anchors_;
  const std::string message = Signed(ByAlice());
  const auto findings = Read(AsBytes(message), sources, options);
  ASSERT_FALSE(findings.has_value());
  EXPECT_EQ(findings.error().code, ReasonCode::kCancelled);
}

}  // namespace
}  // namespace signet::smime

// What becomes of a directory's answers: certificates of every form, and nothing that is believed
// without a signature.
#include "directory/answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "base/limits.h"
#include "directory/finds.h"
#include "support/certificate_builder.h"
#include "support/nss_environment.h"
#include "support/reading.h"
#include "support/signed_data_builder.h"

namespace signet::directory {
namespace {

using testing::CertificateAuthority;
using ::testing::IsEmpty;
using testing::kTestTime;
using testing::Parse;
using testing::PersonCertificate;
using testing::SignedDataBuilder;
using testing::SignerSpec;
using ::testing::SizeIs;

constexpr std::string_view kCertificate = "userCertificate;binary";
constexpr std::string_view kSmime = "userSMIMECertificate;binary";

class AnswerTest : public ::testing::Test {
 protected:
  AnswerTest()
      : root_("Root"),
        bob_(root_.Issue(PersonCertificate("bob@example.com"))),
        other_(root_.Issue(PersonCertificate("bob@example.com", testing::KeyKind::kP256, 2))) {}

  static Answer Read(const std::vector<std::pair<std::string_view, Bytes>>& values) {
    std::vector<Value> views;
    views.reserve(values.size());
    for (const auto& [attribute, octets] : values) {
      views.push_back({.attribute = std::string(attribute), .octets = octets});
    }
    return ReadAnswer(views);
  }

  // smimeCapabilities: AES-256-GCM alone (2.16.840.1.101.3.4.1.46).
  static Bytes GcmIsRead() {
    asn1::DerWriter capabilities;
    capabilities.Sequence([](asn1::DerWriter& list) {
      list.Sequence([](asn1::DerWriter& capability) { capability.Oid(kGcm); });
    });
    return testing::AttributeDer(asn1::oid::kSmimeCapabilities, {capabilities.octets()});
  }

  // A userSMIMECertificate: bob's certificate, signed by bob, with what bob's program reads.
  [[nodiscard]] Bytes Signed(testing::SignedDataDamage damage = testing::SignedDataDamage::kNone,
                             bool detached = true) const {
    return SignedDataBuilder()
        .Content({})
        .Detached(detached)
        .Signer({.certificate = &bob_,
                 .signed_attributes_more = {GcmIsRead()},
                 .unsigned_attributes = {},
                 .damage = damage})
        .AddCertificate(other_.der)
        .AddCertificate(root_.der())
        .Build();
  }

  static constexpr signet::Oid kGcm{"2.16.840.1.101.3.4.1.46"};
  CertificateAuthority root_;
  testing::Certificate bob_;
  testing::Certificate other_;
};

TEST_F(AnswerTest, CertificatesAreReadWhateverTheOptionsOfTheAttribute) {
  for (const std::string_view attribute :
       {"userCertificate;binary", "userCertificate", "usercertificate", "USERCERTIFICATE;BINARY",
        "userCertificate;x-german;binary", "userSMIMECertificate"}) {
    const Answer answer = Read({{attribute, bob_.der}});
    ASSERT_THAT(answer.candidates, SizeIs(1)) << attribute;
    EXPECT_EQ(*answer.candidates[0].certificate, *Parse(bob_));
    EXPECT_THAT(answer.candidates[0].capabilities, IsEmpty());
    EXPECT_EQ(answer.unreadable, 0U);
  }
}

TEST_F(AnswerTest, PemIsReadToo) {
  const std::string pem = testing::Pem("CERTIFICATE", bob_.der);
  EXPECT_THAT(Read({{kCertificate, ToBytes(AsBytes(pem))}}).candidates, SizeIs(1));
}

TEST_F(AnswerTest, OneBadValueHidesNoGoodOne) {
  const Answer answer = Read({{kCertificate, {0x30, 0x03, 0x02, 0x01}},
                              {kCertificate, {}},
                              {"jpegPhoto", bob_.der},
                              {kSmime, Bytes(limits::kDirectoryValueOctets + 1, 0x30)},
                              {kCertificate, other_.der},
                              {kCertificate, bob_.der},
                              {"userCertificate", bob_.der}});
  ASSERT_THAT(answer.candidates, SizeIs(2));
  EXPECT_EQ(*answer.candidates[0].certificate, *Parse(other_));
  EXPECT_EQ(answer.unreadable, 4U);
  EXPECT_FALSE(answer.cut);
}

TEST_F(AnswerTest, ASignedValueBringsCertificatesAuthoritiesAndCapabilities) {
  for (const bool detached : {true, false}) {
    const Answer answer = Read({{kSmime, Signed(testing::SignedDataDamage::kNone, detached)}});
    ASSERT_THAT(answer.candidates, SizeIs(2));
    ASSERT_THAT(answer.authorities, SizeIs(1));
    EXPECT_EQ(*answer.authorities[0], *Parse(root_.der()));
    for (const Candidate& candidate : answer.candidates) {
      ASSERT_THAT(candidate.capabilities, SizeIs(1));
      EXPECT_EQ(candidate.capabilities[0].oid, ToBytes(kGcm.bytes()));
      EXPECT_EQ(candidate.announced_at, kTestTime);
    }
  }
}

TEST_F(AnswerTest, CapabilitiesCountOnlyWithARightSignature) {
  for (const auto damage :
       {testing::SignedDataDamage::kSignatureBit, testing::SignedDataDamage::kSignatureOfOtherKey,
        testing::SignedDataDamage::kMessageDigestWrong, testing::SignedDataDamage::kSerialOther}) {
    const Answer answer = Read({{kSmime, Signed(damage)}});
    ASSERT_THAT(answer.candidates, SizeIs(2));
    EXPECT_THAT(answer.candidates[0].capabilities, IsEmpty());
    EXPECT_THAT(answer.candidates[1].capabilities, IsEmpty());
  }
}

TEST_F(AnswerTest, CapabilitiesAreNotThoseOfSomebodyElseWithTheSameName) {
  const CertificateAuthority rogue("Rogue", testing::KeyKind::kP256, 1001);
  const auto mallory =
      rogue.Issue(PersonCertificate("bob@example.com", testing::KeyKind::kP256, 3));
  const Bytes value =
      SignedDataBuilder()
          .Content({})
          .Detached()
          .Signer({.certificate = &mallory, .signed_attributes_more = {GcmIsRead()}})
          .AddCertificate(bob_.der)
          .Build();
  for (const Candidate& candidate : Read({{kSmime, value}}).candidates) {
    EXPECT_EQ(candidate.capabilities.empty(), *candidate.certificate == *Parse(bob_));
  }
}

TEST_F(AnswerTest, CertificatesAloneAreReadToo) {
  const Bytes bundle = SignedDataBuilder().AddCertificate(bob_.der).Build();
  const Answer answer = Read({{kSmime, bundle}});
  ASSERT_THAT(answer.candidates, SizeIs(1));
  EXPECT_THAT(answer.candidates[0].capabilities, IsEmpty());
}

TEST_F(AnswerTest, AFloodIsCut) {
  const std::vector<std::pair<std::string_view, Bytes>> values(limits::kDirectoryValues + 1,
                                                               {kCertificate, bob_.der});
  const Answer answer = Read(values);
  EXPECT_TRUE(answer.cut);
  EXPECT_THAT(answer.candidates, SizeIs(1));
}

TEST_F(AnswerTest, FindsAnswerForAnAddressUntilTheyAreForgotten) {
  Finds finds;
  finds.Add(Read({{kSmime, Signed()}}));
  finds.Add(Read({{kCertificate, bob_.der}}));
  EXPECT_THAT(finds.FindByAddress("Bob@Example.com"), SizeIs(2));
  EXPECT_THAT(finds.FindByAddress("ann@example.com"), IsEmpty());
  // The same certificate without its capabilities does not make them forgotten.
  ASSERT_TRUE(finds.Find(*Parse(bob_)).has_value());
  EXPECT_THAT(finds.Find(*Parse(bob_))->capabilities, SizeIs(1));
  EXPECT_THAT(finds.FindBySubject(Parse(root_.der())->subject()), SizeIs(1));
  finds.Explain("ann@example.com", MakeReason(ReasonCode::kFetchNoAnswer));
  EXPECT_EQ(finds.WhyNot("ann@example.com")->code, ReasonCode::kFetchNoAnswer);
  finds.Clear("ann@example.com");
  EXPECT_FALSE(finds.WhyNot("ann@example.com").has_value());
}

}  // namespace
}  // namespace signet::directory

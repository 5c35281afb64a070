// The form of TSTInfo and of the token around it: what is read, and what is refused.
#include "cms/time_stamp_token.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "base/limits.h"
#include "support/nss_environment.h"
#include "support/time_stamp_builder.h"

namespace signet::cms {
namespace {

namespace oid = asn1::oid;
using asn1::ContextConstructedTag;
using asn1::ContextTag;
using asn1::DerWriter;
using std::chrono::seconds;
using testing::kTestTime;
using testing::TimeStampSpec;

constexpr std::string_view kStamped = "stamped";

Result<TimeStampInfo> Read(const TimeStampSpec& spec) {
  return ReadTimeStampInfo(TimeStampInfoDer(spec, AsBytes(kStamped)));
}

template <typename Fill>
Bytes Written(Fill fill) {
  DerWriter writer;
  fill(writer);
  return std::move(writer).Take();
}

Bytes Accuracy(std::optional<std::int64_t> whole, std::optional<std::int64_t> millis,
               std::optional<std::int64_t> micros) {
  const auto part = [](DerWriter& writer, unsigned number, std::int64_t value) {
    DerWriter integer;
    integer.Integer(value);
    Bytes der = integer.octets();
    der.front() = ContextTag(number);
    writer.Raw(der);
  };
  return Written([&](DerWriter& writer) {
    writer.Sequence([&](DerWriter& accuracy) {
      if (whole) {
        accuracy.Integer(*whole);
      }
      if (millis) {
        part(accuracy, 0, *millis);
      }
      if (micros) {
        part(accuracy, 1, *micros);
      }
    });
  });
}

Bytes Extensions(std::size_t count, bool critical) {
  return Written([&](DerWriter& writer) {
    writer.Constructed(ContextConstructedTag(1), [&](DerWriter& list) {
      for (std::size_t i = 0; i < count; ++i) {
        list.Sequence([&](DerWriter& extension) {
          extension.Oid(Oid{"1.2.3.4.5"});
          if (critical) {
            extension.Boolean(true);
          }
          extension.OctetString(Bytes{5, 0});
        });
      }
    });
  });
}

TEST(CmsTimeStampInfoTest, ReadsTheLeast) {
  const auto info = Read({});
  ASSERT_TRUE(info) << info.error().diagnostic;
  EXPECT_EQ(info->time, kTestTime);
  EXPECT_EQ(info->latest, kTestTime);
  EXPECT_EQ(DottedText(info->policy), "1.2.3.4.1");
  EXPECT_TRUE(ByteView(info->imprint_algorithm.oid) == oid::kSha256);
  EXPECT_EQ(info->imprint, testing::Sha256(AsBytes(kStamped)));
  EXPECT_EQ(info->serial, Bytes{42});
  EXPECT_FALSE(info->authority);
  EXPECT_TRUE(info->critical_extensions.empty());
}

TEST(CmsTimeStampInfoTest, ReadsEverything) {
  const Bytes name = testing::DirectoryName(testing::CommonName("Clock"));
  TimeStampSpec spec;
  spec.fraction = ".25";
  spec.members = Written([&](DerWriter& writer) {
    writer.Raw(Accuracy(2, 500, 100));
    writer.Boolean(true);
    writer.Integer(1234567);
    writer.Constructed(ContextConstructedTag(0), [&](DerWriter& tagged) { tagged.Raw(name); });
    writer.Raw(Extensions(1, false));
  });
  const auto info = Read(spec);
  ASSERT_TRUE(info) << info.error().diagnostic;
  EXPECT_EQ(info->time, kTestTime);
  EXPECT_EQ(info->latest, kTestTime + seconds{4});  // a fraction, and 2.5001 s
  EXPECT_EQ(info->authority, name);
  EXPECT_TRUE(info->critical_extensions.empty());
}

TEST(CmsTimeStampInfoTest, ReadsEachMemberAlone) {
  const auto latest = [](Bytes members) {
    TimeStampSpec spec;
    spec.members = std::move(members);
    const auto info = Read(spec);
    return info ? info->latest - kTestTime : seconds{-1};
  };
  EXPECT_EQ(latest(Accuracy({}, {}, {})), seconds{0});
  EXPECT_EQ(latest(Accuracy(60, {}, {})), seconds{60});
  EXPECT_EQ(latest(Accuracy({}, 1, {})), seconds{1});
  EXPECT_EQ(latest(Accuracy({}, {}, 999)), seconds{1});
  EXPECT_EQ(latest(Written([](DerWriter& writer) { writer.Boolean(false); })), seconds{0});
  EXPECT_EQ(latest(Written([](DerWriter& writer) { writer.Integer(7); })), seconds{0});
  EXPECT_EQ(latest(Extensions(limits::kTimeStampExtensions, false)), seconds{0});
}

TEST(CmsTimeStampInfoTest, NamesCriticalExtensions) {
  TimeStampSpec spec;
  spec.members = Extensions(1, true);
  const auto info = Read(spec);
  ASSERT_TRUE(info);
  ASSERT_EQ(info->critical_extensions.size(), 1U);
  EXPECT_EQ(DottedText(info->critical_extensions[0]), "1.2.3.4.5");
}

TEST(CmsTimeStampInfoTest, RefusesWhatIsMalformed) {
  const auto code = [](const TimeStampSpec& spec) {
    const auto info = Read(spec);
    return info ? ReasonCode::kValid : info.error().code;
  };
  TimeStampSpec version;
  version.version = 2;
  EXPECT_EQ(code(version), ReasonCode::kMalformed);
  for (const char* fraction : {".", ".5x", ".10", "..5", ".5Z", ",5"}) {
    TimeStampSpec spec;
    spec.fraction = fraction;
    EXPECT_EQ(code(spec), ReasonCode::kMalformed) << fraction;
  }
  const Bytes order = Written([](DerWriter& writer) {
    writer.Integer(7);
    writer.Boolean(true);
  });
  for (const Bytes& members : {Accuracy(-1, {}, {}), Accuracy({}, 1000, {}), order,
                               Written([](DerWriter& writer) { writer.Null(); })}) {
    TimeStampSpec spec;
    spec.members = members;
    EXPECT_EQ(code(spec), ReasonCode::kMalformed) << ToHex(members);
  }
  for (const Bytes& members :
       {Accuracy(static_cast<std::int64_t>(limits::kTimeStampAccuracySeconds) + 1, {}, {}),
        Extensions(limits::kTimeStampExtensions + 1, false)}) {
    TimeStampSpec spec;
    spec.members = members;
    EXPECT_EQ(code(spec), ReasonCode::kLimitExceeded);
  }
}

TEST(CmsTimeStampInfoTest, RefusesEveryCut) {
  const Bytes whole = testing::TimeStampInfoDer({}, AsBytes(kStamped));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(ReadTimeStampInfo(ByteView(whole).first(size))) << size;
  }
  Bytes more = whole;
  more.push_back(0);
  EXPECT_FALSE(ReadTimeStampInfo(more));
}

class CmsTimeStampTokenTest : public ::testing::Test {
 protected:
  [[nodiscard]] Result<TimeStampToken> Token(TimeStampSpec spec) const {
    spec.authority = &clock_;
    return ReadTimeStampToken(TimeStampTokenDer(spec, AsBytes(kStamped)));
  }

  testing::CertificateAuthority authority_{"Test CA"};
  testing::Certificate clock_ = authority_.Issue(testing::ClockCertificate());
};

TEST_F(CmsTimeStampTokenTest, GivesTheStatementAndItsSignature) {
  const auto token = Token({});
  ASSERT_TRUE(token) << token.error().diagnostic;
  EXPECT_EQ(token->info.time, kTestTime);
  EXPECT_EQ(token->signed_data.signers.size(), 1U);
  EXPECT_EQ(token->signed_data.certificates.size(), 1U);
}

TEST_F(CmsTimeStampTokenTest, RefusesOtherObjects) {
  TimeStampSpec other;
  other.content_type = oid::kData;
  const auto data = Token(other);
  ASSERT_FALSE(data);
  EXPECT_EQ(data.error().code, ReasonCode::kContentTypeUnsupported);
  TimeStampSpec detached;
  detached.detached = true;
  const auto without = Token(detached);
  ASSERT_FALSE(without);
  EXPECT_EQ(without.error().code, ReasonCode::kMalformed);
  EXPECT_FALSE(ReadTimeStampToken(Bytes{5, 0}));
}

TEST_F(CmsTimeStampTokenTest, RefusesWhatIsTooLarge) {
  TimeStampSpec spec;
  spec.certificates = {Bytes(limits::kTimeStampOctets, 0x30)};
  const auto token = Token(spec);
  ASSERT_FALSE(token);
  EXPECT_EQ(token.error().code, ReasonCode::kLimitExceeded);
  EXPECT_EQ(token.error().texts.at("limit"), "kTimeStampOctets");
}

}  // namespace
}  // namespace signet::cms

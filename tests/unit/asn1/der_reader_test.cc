// DER is read strictly: each way of not being DER is refused, with its place.
#include "asn1/der_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signet {
namespace {

using asn1::DerReader;

struct BadCase {
  std::string name;
  Bytes der;
};

class BadDer : public ::testing::TestWithParam<BadCase> {};

TEST_P(BadDer, IsRefused) {
  DerReader reader(GetParam().der);
  const auto element = reader.ReadAny();
  ASSERT_FALSE(element);
  EXPECT_EQ(element.error().code, ReasonCode::kMalformed);
  EXPECT_EQ(element.error().where, "byte 0");
}

INSTANTIATE_TEST_SUITE_P(
    All, BadDer,
    ::testing::Values(BadCase{"Empty", {}}, BadCase{"TagOnly", {0x30}},
                      BadCase{"ContentMissing", {0x04, 0x02, 0x00}},
                      BadCase{"IndefiniteLength", {0x30, 0x80, 0x00, 0x00}},
                      BadCase{"LongFormForShortLength", {0x04, 0x81, 0x01, 0x00}},
                      BadCase{"LeadingZeroInLength", {0x04, 0x82, 0x00, 0x80}},
                      BadCase{"LengthOfLengthMissing", {0x04, 0x82, 0x01}},
                      BadCase{"FiveLengthOctets", {0x04, 0x85, 0x01, 0x00, 0x00, 0x00, 0x00}},
                      BadCase{"GiantLength", {0x04, 0x84, 0xff, 0xff, 0xff, 0xff}},
                      BadCase{"ReservedLength", {0x04, 0xff, 0x00}},
                      BadCase{"HighTagNumber", {0x1f, 0x81, 0x00}},
                      BadCase{"EndOfContents", {0x00, 0x00}}),
    [](const auto& instance) { return instance.param.name; });

TEST(DerReader, ReadsElementsInOrderWithTheirPlaces) {
  const Bytes der{0x30, 0x05, 0x02, 0x01, 0x07, 0x05, 0x00};
  DerReader outer(der);
  auto sequence = outer.ReadSequence();
  ASSERT_TRUE(sequence);
  EXPECT_TRUE(outer.Finish());
  EXPECT_EQ(sequence->Offset(), 2U);
  EXPECT_EQ(sequence->ReadUnsigned(), 7U);
  EXPECT_TRUE(sequence->ReadNull());
  EXPECT_TRUE(sequence->AtEnd());
}

TEST(DerReader, SaysWhereItFoundWhat) {
  const Bytes der{0x30, 0x05, 0x02, 0x01, 0x07, 0x05, 0x00};
  auto sequence = DerReader(der).ReadSequence();
  static_cast<void>(sequence->ReadAny());
  const auto failed = sequence->ReadOid();
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().where, "byte 5");
  EXPECT_EQ(failed.error().diagnostic, "expected tag 0x06, found 0x05");
}

TEST(DerReader, TrailingDataIsNotFinished) {
  const Bytes der{0x05, 0x00, 0x00};
  DerReader reader(der);
  EXPECT_TRUE(reader.ReadNull());
  EXPECT_FALSE(reader.Finish());
}

TEST(DerReader, LongLengths) {
  for (const std::size_t length : {127U, 128U, 255U, 256U, 65535U, 65536U}) {
    Bytes der{0x04};
    if (length < 128) {
      der.push_back(static_cast<std::uint8_t>(length));
    } else if (length < 256) {
      der.insert(der.end(), {0x81, static_cast<std::uint8_t>(length)});
    } else if (length < 65536) {
      der.insert(der.end(), {0x82, static_cast<std::uint8_t>(length >> 8U),
                             static_cast<std::uint8_t>(length & 0xffU)});
    } else {
      der.insert(der.end(), {0x83, 0x01, 0x00, 0x00});
    }
    der.resize(der.size() + length);
    DerReader reader(der);
    const auto content = reader.ReadOctetString();
    ASSERT_TRUE(content) << length;
    EXPECT_EQ(content->size(), length);
    EXPECT_TRUE(reader.Finish());
  }
}

TEST(DerReader, Booleans) {
  const auto read = [](Bytes der) { return DerReader(der).ReadBoolean().value_or(false); };
  EXPECT_TRUE(read({0x01, 0x01, 0xff}));
  EXPECT_FALSE(DerReader(Bytes{0x01, 0x01, 0x01}).ReadBoolean());
  EXPECT_FALSE(DerReader(Bytes{0x01, 0x02, 0xff, 0xff}).ReadBoolean());
  EXPECT_EQ(DerReader(Bytes{0x01, 0x01, 0x00}).ReadBooleanDefaultFalse(), false);
  EXPECT_EQ(DerReader(Bytes{0x05, 0x00}).ReadBooleanDefaultFalse(), false);
}

TEST(DerReader, IntegersAreInTheirShortestForm) {
  EXPECT_TRUE(DerReader(Bytes{0x02, 0x01, 0x00}).ReadInteger());
  EXPECT_TRUE(DerReader(Bytes{0x02, 0x02, 0x00, 0x80}).ReadInteger());
  EXPECT_TRUE(DerReader(Bytes{0x02, 0x01, 0xff}).ReadInteger());
  EXPECT_FALSE(DerReader(Bytes{0x02, 0x00}).ReadInteger());
  EXPECT_FALSE(DerReader(Bytes{0x02, 0x02, 0x00, 0x7f}).ReadInteger());
  EXPECT_FALSE(DerReader(Bytes{0x02, 0x02, 0xff, 0x80}).ReadInteger());
}

TEST(DerReader, UnsignedNumbers) {
  EXPECT_EQ(DerReader(Bytes{0x02, 0x02, 0x00, 0xff}).ReadUnsigned(), 255U);
  EXPECT_EQ(
      DerReader(Bytes{0x02, 0x08, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}).ReadUnsigned(),
      std::uint64_t{0x7fffffffffffffff});
  EXPECT_FALSE(DerReader(Bytes{0x02, 0x01, 0xff}).ReadUnsigned());
  EXPECT_FALSE(DerReader(Bytes{0x02, 0x09, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})
                   .ReadUnsigned());
}

TEST(DerReader, ObjectIdentifiers) {
  EXPECT_TRUE(DerReader(Bytes{0x06, 0x01, 0x2a}).ReadOid());
  EXPECT_FALSE(DerReader(Bytes{0x06, 0x00}).ReadOid());
  EXPECT_FALSE(DerReader(Bytes{0x06, 0x02, 0x2a, 0x80}).ReadOid());        // unfinished arc
  EXPECT_FALSE(DerReader(Bytes{0x06, 0x03, 0x2a, 0x80, 0x01}).ReadOid());  // leading zero
}

TEST(DerReader, BitStrings) {
  const Bytes der{0x03, 0x02, 0x05, 0xa0};
  const auto bits = DerReader(der).ReadBitString();
  ASSERT_TRUE(bits);
  EXPECT_TRUE(bits->Bit(0));
  EXPECT_FALSE(bits->Bit(1));
  EXPECT_TRUE(bits->Bit(2));
  EXPECT_FALSE(bits->Bit(8));
  EXPECT_FALSE(bits->Bit(1000000));
  EXPECT_TRUE(DerReader(Bytes{0x03, 0x01, 0x00}).ReadBitString());
  EXPECT_FALSE(DerReader(Bytes{0x03, 0x00}).ReadBitString());
  EXPECT_FALSE(DerReader(Bytes{0x03, 0x01, 0x01}).ReadBitString());
  EXPECT_FALSE(DerReader(Bytes{0x03, 0x02, 0x08, 0x00}).ReadBitString());
  EXPECT_FALSE(DerReader(Bytes{0x03, 0x02, 0x01, 0x01}).ReadBitString());  // unused bit set
}

Result<Time> ReadTime(asn1::Tag tag, std::string_view text) {
  Bytes der{tag, static_cast<std::uint8_t>(text.size())};
  der.insert(der.end(), text.begin(), text.end());
  return DerReader(der).ReadTime();
}

TEST(DerReader, Times) {
  EXPECT_EQ(FormatRfc3339(ReadTime(asn1::kUtcTime, "260601120000Z").value()),
            "2026-06-01T12:00:00Z");
  EXPECT_EQ(FormatRfc3339(ReadTime(asn1::kUtcTime, "491231235959Z").value()),
            "2049-12-31T23:59:59Z");
  EXPECT_EQ(FormatRfc3339(ReadTime(asn1::kUtcTime, "500101000000Z").value()),
            "1950-01-01T00:00:00Z");
  EXPECT_EQ(FormatRfc3339(ReadTime(asn1::kGeneralizedTime, "99991231235959Z").value()),
            "9999-12-31T23:59:59Z");
}

TEST(DerReader, TimesThatAreNone) {
  for (const std::string_view text :
       {"2606011200Z", "260601120000", "260601120000+0100", "260631120000Z", "261301120000Z",
        "260601240000Z", "260601126000Z", "260601120060Z", "26060112000 Z", "", "Z"}) {
    EXPECT_FALSE(ReadTime(asn1::kUtcTime, text)) << text;
  }
  for (const std::string_view text :
       {"20260601120000.5Z", "202606011200Z", "260601120000Z", "20260601120000+0000"}) {
    EXPECT_FALSE(ReadTime(asn1::kGeneralizedTime, text)) << text;
  }
}

}  // namespace
}  // namespace signet

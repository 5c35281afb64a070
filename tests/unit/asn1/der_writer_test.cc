// What is written is DER, and the reader reads it back.
#include "asn1/der_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asn1/der_reader.h"
#include "asn1/oids.h"

namespace signet {
namespace {

using asn1::DerReader;
using asn1::DerWriter;

std::string HexOf(const DerWriter& writer) {
  return ToHex(writer.octets());
}

TEST(DerWriter, Integers) {
  const auto integer = [](std::int64_t value) {
    DerWriter writer;
    writer.Integer(value);
    return HexOf(writer);
  };
  EXPECT_EQ(integer(0), "020100");
  EXPECT_EQ(integer(127), "02017f");
  EXPECT_EQ(integer(128), "02020080");
  EXPECT_EQ(integer(-1), "0201ff");
  EXPECT_EQ(integer(-128), "020180");
  EXPECT_EQ(integer(-129), "0202ff7f");
  EXPECT_EQ(integer(INT64_MIN), "02088000000000000000");
}

TEST(DerWriter, Magnitudes) {
  const auto integer = [](const Bytes& magnitude) {
    DerWriter writer;
    writer.UnsignedInteger(magnitude);
    return HexOf(writer);
  };
  EXPECT_EQ(integer({}), "020100");
  EXPECT_EQ(integer({0, 0, 1}), "020101");
  EXPECT_EQ(integer({0x80}), "02020080");
}

TEST(DerWriter, NamedBitsLoseTheirTrailingZeros) {
  const auto bits = [](std::uint16_t value) {
    DerWriter writer;
    writer.NamedBits(value);
    return HexOf(writer);
  };
  EXPECT_EQ(bits(0), "030100");
  EXPECT_EQ(bits(0x8000), "03020780");
  EXPECT_EQ(bits(0x0600), "03020106");
  EXPECT_EQ(bits(0x0080), "0303070080");
}

TEST(DerWriter, TimesByTheirYear) {
  const auto time = [](int year) {
    DerWriter writer;
    writer.Time(FromCivil(year, 6, 1, 12, 0, 0).value());
    return std::pair{writer.octets()[0], DerReader(writer.octets()).ReadTime().value()};
  };
  EXPECT_EQ(time(1949).first, asn1::kGeneralizedTime);
  EXPECT_EQ(time(1950).first, asn1::kUtcTime);
  EXPECT_EQ(time(2049).first, asn1::kUtcTime);
  EXPECT_EQ(time(2050).first, asn1::kGeneralizedTime);
  for (const int year : {1949, 1950, 2049, 2050, 9999}) {
    EXPECT_EQ(time(year).second, FromCivil(year, 6, 1, 12, 0, 0)) << year;
  }
}

TEST(DerWriter, LengthsOfEverySize) {
  for (const std::size_t length : {0U, 127U, 128U, 255U, 256U, 65535U, 65536U, 16777216U}) {
    DerWriter writer;
    writer.OctetString(Bytes(length));
    const auto content = DerReader(writer.octets()).ReadOctetString();
    ASSERT_TRUE(content) << length;
    EXPECT_EQ(content->size(), length);
  }
}

TEST(DerWriter, NestsAndSorts) {
  DerWriter writer;
  writer.Sequence([](DerWriter& sequence) {
    sequence.Oid(asn1::oid::kCommonName);
    sequence.SetOf({Bytes{0x04, 0x01, 0x02}, Bytes{0x02, 0x01, 0x05}, Bytes{0x04, 0x01, 0x01}});
    sequence.Boolean(true);
    sequence.Null();
  });
  EXPECT_EQ(HexOf(writer),
            "3015"
            "0603550403"
            "3109020105040101040102"
            "0101ff"
            "0500");
}

}  // namespace
}  // namespace signet

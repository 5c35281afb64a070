// Identifiers are encoded by the compiler and written as people read them.
#include "base/oid.h"

#include <gtest/gtest.h>

namespace signet {
namespace {

TEST(Oid, EncodesAsTheStandardsDo) {
  // RFC 8017, RFC 5480, X.690, 8.19.5.
  static constexpr Oid kRsa{"1.2.840.113549.1.1.1"};
  static constexpr Oid kP256{"1.2.840.10045.3.1.7"};
  static constexpr Oid kExample{"2.999.3"};
  EXPECT_EQ(ToHex(kRsa.bytes()), "2a864886f70d010101");
  EXPECT_EQ(ToHex(kP256.bytes()), "2a8648ce3d030107");
  EXPECT_EQ(ToHex(kExample.bytes()), "883703");
}

TEST(Oid, ComparesWithWhatWasReceived) {
  static constexpr Oid kCommonName{"2.5.4.3"};
  EXPECT_TRUE((ByteView{Bytes{0x55, 0x04, 0x03}} == kCommonName));
  EXPECT_FALSE((ByteView{Bytes{0x55, 0x04}} == kCommonName));
  EXPECT_FALSE((ByteView{Bytes{0x55, 0x04, 0x03, 0x00}} == kCommonName));
  EXPECT_FALSE((ByteView{} == kCommonName));
}

TEST(Oid, DottedTextIsTheInverse) {
  static constexpr Oid kLong{"2.16.840.1.101.3.4.3.18"};
  static constexpr Oid kExample{"2.999.3"};
  static constexpr Oid kZero{"0.9.2342.19200300.100.1.1"};
  EXPECT_EQ(DottedText(kLong.bytes()), "2.16.840.1.101.3.4.3.18");
  EXPECT_EQ(DottedText(kExample.bytes()), "2.999.3");
  EXPECT_EQ(DottedText(kZero.bytes()), "0.9.2342.19200300.100.1.1");
}

TEST(Oid, ParseOidReadsWhatDottedTextWrites) {
  for (const std::string_view dotted :
       {"2.16.840.1.101.3.4.3.18", "2.999.3", "0.9.2342.19200300.100.1.1", "1.39", "0.0",
        "1.2.18446744073709551615"}) {
    const auto octets = ParseOid(dotted);
    ASSERT_TRUE(octets) << dotted;
    EXPECT_EQ(DottedText(*octets), dotted);
  }
  for (const std::string_view wrong : {"", "1", "1.", ".1", "1..2", "3.1", "1.40", "1.2.x", "1.-2",
                                       "1.2 ", " 1.2", "1.2.18446744073709551616", "anyPolicy"}) {
    EXPECT_FALSE(ParseOid(wrong)) << wrong;
  }
}

TEST(Oid, WhatIsNoneIsWrittenInHexadecimal) {
  EXPECT_EQ(DottedText({}), "()");
  EXPECT_EQ(DottedText(Bytes{0x2a, 0x80}), "(2a80)");
  EXPECT_EQ(DottedText(Bytes(12, 0xff)), "(ffffffffffffffffffffffff)");
}

}  // namespace
}  // namespace signet

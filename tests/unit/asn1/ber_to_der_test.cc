#include "asn1/ber_to_der.h"

#include <gtest/gtest.h>

#include <string>

namespace signet::asn1 {
namespace {

std::string Rewrite(const Bytes& ber) {
  const Result<Bytes> der = BerToDer(ber);
  if (!der) {
    return der.error().texts.contains("limit") ? "limit " + der.error().texts.at("limit")
                                               : der.error().diagnostic;
  }
  // DER is a fixed point.
  EXPECT_EQ(BerToDer(*der), *der);
  return ToHex(*der);
}

struct RewriteCase {
  std::string name;
  Bytes ber;
  std::string expected;
};

class BerToDerTest : public ::testing::TestWithParam<RewriteCase> {};

TEST_P(BerToDerTest, Rewrites) {
  EXPECT_EQ(Rewrite(GetParam().ber), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, BerToDerTest,
    ::testing::Values(
        RewriteCase{"Der", {0x30, 5, 2, 1, 5, 5, 0}, "30050201050500"},
        RewriteCase{"Primitive", {4, 1, 7}, "040107"},
        RewriteCase{"Indefinite", {0x30, 0x80, 2, 1, 5, 0, 0}, "3003020105"},
        RewriteCase{"LowTagInHighForm", {0x3F, 4, 0}, "an incomplete or oversized header"},
        RewriteCase{"LongLength", {0x30, 0x83, 0, 0, 4, 4, 0x81, 1, 5}, "3003040105"},
        RewriteCase{"OctetString", {0x24, 0x80, 4, 1, 1, 4, 2, 2, 3, 0, 0}, "0403010203"},
        RewriteCase{"OctetStringNested", {0x24, 8, 0x24, 3, 4, 1, 1, 4, 1, 2}, "04020102"},
        RewriteCase{"OctetStringEmpty", {0x24, 0}, "0400"},
        RewriteCase{"Utf8String", {0x2c, 6, 4, 1, 'a', 4, 1, 'b'}, "0c026162"},
        RewriteCase{"BitString", {0x23, 8, 3, 2, 0, 0xff, 3, 2, 4, 0xf0}, "030304fff0"},
        RewriteCase{"ContextStringStays", {0xa0, 0x80, 4, 1, 1, 0, 0}, "a003040101"},
        RewriteCase{"SetOrderStays", {0x31, 0x80, 2, 1, 2, 2, 1, 1, 0, 0}, "3106020102020101"},
        RewriteCase{"HighTag", {0x3f, 0x81, 0x01, 0x80, 5, 0, 0, 0}, "3f8101020500"},
        RewriteCase{"BitStringUnusedInTheMiddle",
                    {0x23, 8, 3, 2, 4, 0xf0, 3, 2, 0, 0xff},
                    "a BIT STRING segment with wrong unused bits"},
        RewriteCase{"BitStringWithoutUnused",
                    {0x23, 2, 3, 0},
                    "a BIT STRING segment with wrong unused bits"},
        RewriteCase{"SegmentOfOtherType", {0x24, 3, 2, 1, 1}, "a string segment of another type"},
        RewriteCase{"ConstructedSegmentOfOtherType",
                    {0x24, 2, 0x30, 0},
                    "a string segment of another type"},
        RewriteCase{"Nothing", {}, "an incomplete or oversized header"},
        RewriteCase{"Cut", {0x30, 0x80, 2, 1, 5}, "an incomplete or oversized header"},
        RewriteCase{"Trailing", {0x30, 0, 0}, "octets after the element"},
        RewriteCase{
            "TooLong", {0x30, 3, 2, 2, 1}, "an element reaches past the end of the one around it"},
        RewriteCase{
            "EndInDefinite", {0x30, 2, 0, 0}, "end-of-contents outside of an indefinite length"},
        RewriteCase{
            "PrimitiveIndefinite", {0x30, 4, 4, 0x80, 0, 0}, "a primitive element without length"}),
    [](const auto& tested) { return tested.param.name; });

TEST(BerToDerLimitsTest, Depth) {
  Bytes deep;
  for (int i = 0; i < 100; ++i) {
    deep.insert(deep.end(), {0x30, 0x80});
  }
  deep.insert(deep.end(), 200, 0);
  EXPECT_EQ(Rewrite(deep), "limit kAsn1Depth");
}

TEST(BerToDerLimitsTest, LongContent) {
  Bytes ber = {0x24, 0x80};
  for (int i = 0; i < 300; ++i) {
    ber.insert(ber.end(), {4, 1, 7});
  }
  ber.insert(ber.end(), {0, 0});
  const Result<Bytes> der = BerToDer(ber);
  ASSERT_TRUE(der);
  EXPECT_EQ(ToHex(ByteView(*der).first(5)), "0482012c07");
  EXPECT_EQ(der->size(), 304U);
}

}  // namespace
}  // namespace signet::asn1

#include "asn1/ber_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

namespace signet::asn1 {
namespace {

// Enters whatever is constructed and universal or context-specific 0 to 9, collects the rest;
// context tag 10 is streamed, 11 skipped, 12 collected even if constructed. Writes down what
// happens.
class Log final : public BerHandler {
 public:
  Result<BerTake> OnElement(const BerElement& element) override {
    if (element.IsContext(10)) {
      return BerTake::kStream;
    }
    if (element.IsContext(11)) {
      return BerTake::kSkip;
    }
    if (!element.IsConstructed() || element.IsContext(12)) {
      return BerTake::kCollect;
    }
    if (element.IsContext(13)) {
      return Malformed("handler", "enough");
    }
    text += "<" + std::to_string(element.number);
    return BerTake::kEnter;
  }
  Result<void> OnValue(const BerElement& element, ByteView octets) override {
    text += "(" + std::to_string(element.number) + " " + ToHex(octets) + ")";
    return {};
  }
  Result<void> OnChunk(const BerElement& /*element*/, ByteView octets) override {
    EXPECT_FALSE(octets.empty());
    text += ToHex(octets);
    return {};
  }
  Result<void> OnEnd(const BerElement& element) override {
    text += element.IsContext(10) ? "|" : ">";
    return {};
  }

  std::string text;
};

// What reading gives, all at once; checked to be the same in every cutting.
std::string Read(const Bytes& octets, BerReader::Limits limits = {}) {
  std::string first;
  for (const std::size_t piece :
       {octets.size() + 1, std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
    Log log;
    BerReader reader(log, limits);
    Result<void> result;
    for (std::size_t at = 0; at < octets.size() && result; at += piece) {
      result = reader.Push(ByteView(octets).subspan(at, std::min(piece, octets.size() - at)));
    }
    if (!result) {
      // The same failure every time after.
      EXPECT_EQ(reader.Push(AsBytes("x")).error(), result.error());
      EXPECT_EQ(reader.Finish().error(), result.error());
    } else {
      result = reader.Finish();
    }
    std::string text = log.text;
    if (!result) {
      text = result.error().texts.contains("limit") ? "limit " + result.error().texts.at("limit")
                                                    : "malformed: " + result.error().diagnostic;
    } else if (reader.TrailingOctets() > 0) {
      text += " +" + std::to_string(reader.TrailingOctets());
    }
    if (first.empty()) {
      first = text;
    }
    EXPECT_EQ(text, first) << "in pieces of " << piece;
  }
  return first;
}

struct ReadCase {
  std::string name;
  Bytes octets;
  std::string expected;
};

class BerReaderTest : public ::testing::TestWithParam<ReadCase> {};

TEST_P(BerReaderTest, Reads) {
  EXPECT_EQ(Read(GetParam().octets), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, BerReaderTest,
    ::testing::Values(
        ReadCase{"Definite", {0x30, 6, 2, 1, 5, 4, 1, 0xaa}, "<16(2 020105)(4 0401aa)>"},
        ReadCase{"Empty", {0x30, 0}, "<16>"},
        ReadCase{"EmptyInside", {0x30, 4, 0x31, 0, 0x30, 0}, "<16<17><16>>"},
        ReadCase{"Indefinite", {0x30, 0x80, 2, 1, 5, 0, 0}, "<16(2 020105)>"},
        ReadCase{
            "IndefiniteInDefinite", {0x30, 7, 0x31, 0x80, 2, 1, 5, 0, 0}, "<16<17(2 020105)>>"},
        ReadCase{"LongLengths", {0x30, 0x84, 0, 0, 0, 5, 4, 0x82, 0, 1, 9}, "<16(4 0482000109)>"},
        ReadCase{"HighTag", {0x30, 5, 0x1f, 0x81, 0x00, 1, 7}, "<16(128 1f81000107)>"},
        ReadCase{"Trailing", {0x30, 0, 1, 2, 3}, "<16> +3"},
        ReadCase{"StreamPrimitive", {0x30, 5, 0x8a, 3, 1, 2, 3}, "<16010203|>"},
        ReadCase{"StreamNothing", {0x30, 2, 0x8a, 0}, "<16|>"},
        ReadCase{"StreamSegments", {0x30, 9, 0xaa, 7, 4, 1, 1, 4, 2, 2, 3}, "<16010203|>"},
        ReadCase{
            "StreamSegmentsInSegments",
            {0x30, 0x80, 0xaa, 0x80, 0x24, 0x80, 4, 1, 1, 0, 0, 0x24, 3, 4, 1, 2, 4, 0, 0, 0, 0, 0},
            "<160102|>"},
        ReadCase{"StreamSegmentOfOtherType",
                 {0x30, 5, 0xaa, 3, 2, 1, 1},
                 "malformed: a string segment that is no OCTET STRING"},
        ReadCase{"SkipIndefinite",
                 {0x30, 0x80, 0xab, 0x80, 0x30, 0x80, 2, 1, 1, 0, 0, 0, 0, 5, 0, 0, 0},
                 "<16(5 0500)>"},
        ReadCase{"CollectIndefinite",
                 {0x30, 0x80, 0xac, 0x80, 0x30, 0x80, 2, 1, 1, 0, 0, 0, 0, 5, 0, 0, 0},
                 "<16(12 ac80308002010100000000)(5 0500)>"},
        ReadCase{"CollectDefiniteInIndefinite",
                 {0x30, 0x80, 0xac, 0x80, 0x30, 3, 2, 1, 1, 0, 0, 0, 0},
                 "<16(12 ac8030030201010000)>"},
        ReadCase{"OutermostPrimitive", {4, 2, 1, 2}, "(4 04020102)"},
        ReadCase{"Nothing", {}, "malformed: the object ends early"},
        ReadCase{"CutInHeader", {0x30}, "malformed: the object ends early"},
        ReadCase{"CutInLength", {0x30, 0x82, 1}, "malformed: the object ends early"},
        ReadCase{"CutInBody", {0x30, 3, 2, 1}, "malformed: the object ends early"},
        ReadCase{"CutBeforeEnd", {0x30, 0x80, 2, 1, 5, 0}, "malformed: the object ends early"},
        ReadCase{"ChildTooLong",
                 {0x30, 3, 2, 5, 1, 0, 0, 0, 0},
                 "malformed: an element reaches past the end of the one around it"},
        ReadCase{"HeaderPastEnd",
                 {0x30, 1, 2, 1, 1},
                 "malformed: an element reaches past the end of the one around it"},
        ReadCase{"IndefiniteWithoutEndInDefinite",
                 {0x30, 5, 0x31, 0x80, 2, 1, 5, 0, 0},
                 "malformed: an element reaches past the end of the one around it"},
        ReadCase{"EndInDefinite",
                 {0x30, 2, 0, 0},
                 "malformed: end-of-contents outside of an indefinite length"},
        ReadCase{
            "EndOutermost", {0, 0}, "malformed: end-of-contents outside of an indefinite length"},
        ReadCase{"EndWithLength", {0x30, 0x80, 0, 1, 0, 0, 0}, "malformed: universal tag 0"},
        ReadCase{"EndLongForm", {0x30, 0x80, 0, 0x81, 0, 0, 0}, "malformed: universal tag 0"},
        ReadCase{"PrimitiveIndefinite",
                 {0x30, 0x80, 4, 0x80, 0, 0, 0, 0},
                 "malformed: a primitive element without length"},
        ReadCase{"LengthOfNineOctets",
                 {0x30, 0x89, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                 "malformed: a tag or length has too many octets"},
        ReadCase{"TagOfFiveOctets",
                 {0x1f, 0x81, 0x81, 0x81, 0x81, 0x01, 0},
                 "malformed: a tag or length has too many octets"},
        ReadCase{"Handler", {0x30, 2, 0xad, 0}, "malformed: enough"}),
    [](const auto& tested) { return tested.param.name; });

Bytes Nested(std::size_t levels, std::uint8_t tag) {
  Bytes octets;
  for (std::size_t i = 0; i < levels; ++i) {
    octets.push_back(tag);
    octets.push_back(0x80);
  }
  octets.insert(octets.end(), 2 * levels, 0);
  return octets;
}

TEST(BerReaderLimitsTest, Depth) {
  const BerReader::Limits limits = {.depth = 10};
  EXPECT_EQ(Read(Nested(10, 0x30), limits),
            std::string("<16<16<16<16<16<16<16<16<16<16>>>>>>>>>>"));
  EXPECT_EQ(Read(Nested(11, 0x30), limits), "limit kAsn1Depth");
  // Also inside of what is collected, skipped or streamed.
  EXPECT_EQ(Read(Nested(11, 0xac), limits), "limit kAsn1Depth");
  EXPECT_EQ(Read(Nested(11, 0xab), limits), "limit kAsn1Depth");
  Bytes strings = Nested(11, 0x24);
  strings[0] = 0xaa;
  EXPECT_EQ(Read(strings, limits), "limit kAsn1Depth");
  EXPECT_EQ(Read(Nested(100000, 0x30)), "limit kAsn1Depth");
}

// An announced length takes no memory: what it announces is refused at once, or comes first.
TEST(BerReaderLimitsTest, AnnouncedLength) {
  EXPECT_EQ(Read({0x30, 0x80, 2, 0x84, 0x80, 0, 0, 0}), "limit kAsn1ValueOctets");
  EXPECT_EQ(Read({0x30, 0x80, 2, 0x88, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}),
            "limit kAsn1ValueOctets");
  EXPECT_EQ(Read({0x30, 0x88, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}),
            "malformed: an element reaches past the end of the one around it");
  EXPECT_EQ(Read({0x30, 0x80, 0xac, 0x80, 2, 0x84, 0x80, 0, 0, 0}), "limit kAsn1ValueOctets");
  // Streams have no limit of their own.
  EXPECT_EQ(Read({0x30, 0x80, 0x8a, 0x84, 0x80, 0, 0, 0}), "malformed: the object ends early");
}

TEST(BerReaderLimitsTest, CollectedOctets) {
  const BerReader::Limits limits = {.value_octets = 8, .collected_octets = 12};
  EXPECT_EQ(Read({0x30, 8, 4, 6, 1, 2, 3, 4, 5, 6}, limits), "<16(4 0406010203040506)>");
  EXPECT_EQ(Read({0x30, 9, 4, 7, 1, 2, 3, 4, 5, 6, 7}, limits), "limit kAsn1ValueOctets");
  EXPECT_EQ(Read({0x30, 0x80, 0xac, 0x80, 4, 4, 1, 2, 3, 4, 0, 0}, limits),
            "limit kAsn1ValueOctets");
  EXPECT_EQ(Read({0x30, 16, 4, 6, 1, 2, 3, 4, 5, 6, 4, 6, 1, 2, 3, 4, 5, 6}, limits),
            "limit kCmsOverheadOctets");
}

}  // namespace
}  // namespace signet::asn1

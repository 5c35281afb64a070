#include "mime/header.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace signet::mime {
namespace {

TEST(HeaderTest, ReadsFieldsAndTheirExactOctets) {
  const std::string text =
      "From: Alice <alice@example.com>\r\n"
      "Subject : folded\r\n"
      "\tvalue\r\n"
      "X-Empty:\r\n"
      "\r\n"
      "Body: is no field\r\n";
  const auto header = Header::Parse(AsBytes(text));
  ASSERT_TRUE(header.has_value());
  ASSERT_EQ(header->fields().size(), 3U);
  EXPECT_EQ(header->fields()[0].name, "From");
  EXPECT_EQ(header->fields()[0].Unfolded(), "Alice <alice@example.com>");
  EXPECT_EQ(AsText(header->fields()[0].octets), "From: Alice <alice@example.com>\r\n");
  EXPECT_EQ(header->fields()[1].name, "Subject");
  EXPECT_EQ(header->fields()[1].raw_value, " folded\r\n\tvalue\r\n");
  EXPECT_EQ(header->fields()[1].Unfolded(), "folded\tvalue");
  EXPECT_EQ(AsText(header->fields()[1].octets), "Subject : folded\r\n\tvalue\r\n");
  EXPECT_EQ(header->fields()[2].Unfolded(), "");
  EXPECT_EQ(header->malformed_lines(), 0U);
  EXPECT_EQ(text.substr(header->size_with_separator()), "Body: is no field\r\n");
  EXPECT_EQ(AsText(header->octets()), text.substr(0, header->size_with_separator() - 2));
}

TEST(HeaderTest, ReadsBareLineFeeds) {
  const auto header = Header::Parse(AsBytes("A: 1\n 2\nB: 3\n\nbody"));
  ASSERT_TRUE(header.has_value());
  ASSERT_EQ(header->fields().size(), 2U);
  EXPECT_EQ(header->fields()[0].Unfolded(), "1 2");
  EXPECT_EQ(header->size_with_separator(), 14U);
}

TEST(HeaderTest, FindsFieldsWithoutCase) {
  const auto header = Header::Parse(AsBytes("FROM: a\nfrom: b\nTo: c\n\n"));
  ASSERT_TRUE(header.has_value());
  ASSERT_NE(header->First("From"), nullptr);
  EXPECT_EQ(header->First("From")->Unfolded(), "a");
  EXPECT_EQ(header->All("From").size(), 2U);
  EXPECT_EQ(header->First("Fro"), nullptr);
}

TEST(HeaderTest, EndsWithTheEntity) {
  const auto header = Header::Parse(AsBytes("A: 1"));
  ASSERT_TRUE(header.has_value());
  EXPECT_EQ(header->fields().size(), 1U);
  EXPECT_EQ(header->size_with_separator(), 4U);
  EXPECT_EQ(Header::Parse({})->size_with_separator(), 0U);
  EXPECT_EQ(Header::Parse(AsBytes("\r\nbody"))->size_with_separator(), 2U);
}

TEST(HeaderTest, CountsWhatIsNoField) {
  const auto header =
      Header::Parse(AsBytes(" lost continuation\nnot a field\n more of it\nÄ: x\n: y\nB: z\n\n"));
  ASSERT_TRUE(header.has_value());
  ASSERT_EQ(header->fields().size(), 1U);
  EXPECT_EQ(header->fields()[0].name, "B");
  EXPECT_EQ(header->malformed_lines(), 5U);
}

TEST(HeaderTest, HasLimits) {
  std::string many;
  for (std::size_t i = 0; i <= limits::kMimeHeaderFields; ++i) {
    many += "A: 1\n";
  }
  const auto fields = Header::Parse(AsBytes(many));
  ASSERT_FALSE(fields.has_value());
  EXPECT_EQ(fields.error().texts.at("limit"), "kMimeHeaderFields");

  const std::string large = "A: " + std::string(limits::kMimeHeaderOctets, 'x') + "\n\n";
  const auto octets = Header::Parse(AsBytes(large));
  ASSERT_FALSE(octets.has_value());
  EXPECT_EQ(octets.error().texts.at("limit"), "kMimeHeaderOctets");
}

TEST(HeaderTest, DecodesText) {
  // RFC 2047, section 8.
  EXPECT_EQ(DecodeText("=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?="), "ab");
  EXPECT_EQ(DecodeText("=?ISO-8859-1?Q?a_b?="), "a b");
  EXPECT_EQ(DecodeText("=?iso-8859-1?q?J=FCrgen?= said"), "Jürgen said");
  EXPECT_EQ(DecodeText("=?utf-8?B?4oKsIDEw?="), "€ 10");
  EXPECT_EQ(DecodeText("plain"), "plain");
  EXPECT_EQ(DecodeText("=?nonsense"), "=?nonsense");
  EXPECT_EQ(DecodeText("Grüße"), "Grüße");
  // The result is UTF-8 whatever comes.
  EXPECT_EQ(DecodeText(std::string_view("a\0b", 3)),
            "a\xef\xbf\xbd"
            "b");
}

}  // namespace
}  // namespace signet::mime

#include "mime/content_type.h"

#include <gtest/gtest.h>

namespace signet::mime {
namespace {

std::string ValueOf(std::string_view content_type, std::string_view parameter) {
  const auto parsed = ParseContentType(content_type);
  if (!parsed || parsed->parameters.Find(parameter) == nullptr) {
    return "(none)";
  }
  return *parsed->parameters.Find(parameter);
}

TEST(ContentTypeTest, ReadsTypeAndParameters) {
  const auto type = ParseContentType(
      "Multipart/Signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256;\tboundary=b1");
  ASSERT_TRUE(type.has_value());
  EXPECT_TRUE(type->Is("multipart", "signed"));
  EXPECT_EQ(*type->parameters.Find("protocol"), "application/pkcs7-signature");
  EXPECT_EQ(*type->parameters.Find("micalg"), "sha-256");
  EXPECT_EQ(*type->parameters.Find("boundary"), "b1");
  EXPECT_EQ(type->parameters.Find("charset"), nullptr);
}

struct Case {
  const char* name;
  std::string_view content_type;
  std::string_view parameter;
  std::string_view value;
};

class ParameterTest : public ::testing::TestWithParam<Case> {};

TEST_P(ParameterTest, Value) {
  EXPECT_EQ(ValueOf(GetParam().content_type, GetParam().parameter), GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(
    ContentTypeTest, ParameterTest,
    ::testing::Values(
        Case{"Quoted", R"(a/b; x="q \"uo\\ted\" ; =")", "x", R"(q "uo\ted" ; =)"},
        Case{"UnterminatedQuote", R"(a/b; x="abc)", "x", "abc"},
        Case{"CommentsAnywhere", "a/b (one (two)) ; (three) x (four) = (five) y (six)", "x", "y"},
        Case{"ForgottenQuotes", "a/b; x=two words ; z=1", "x", "two words"},
        Case{"ForgottenQuotesAroundSlash", "a/b; protocol=application/pkcs7-signature; z=1",
             "protocol", "application/pkcs7-signature"},
        Case{"UnterminatedComment", "a/b; x=1 (c (d)", "x", "1"},
        Case{"EscapeAtTheEndOfAComment", "a/b; x=1; (\\", "x", "1"},  // found by the fuzz target
        Case{"Empty", "a/b; x=; y=1", "x", ""}, Case{"EmptyBefore", "a/b; x=; y=1", "y", "1"},
        Case{"DoubleSemicolon", "a/b;; x=1;", "x", "1"},
        Case{"NameInUpperCase", "a/b; X=1", "x", "1"},
        Case{"FirstOfTwo", "a/b; x=1; x=2", "x", "1"},
        // RFC 2231, sections 3 and 4.
        Case{"Continued", R"(a/b; url*0="ftp://"; url*1="cs.utk.edu/")", "url",
             "ftp://cs.utk.edu/"},
        Case{"OutOfOrder", "a/b; x*1=b; x*0=a", "x", "ab"},
        Case{"Gap", "a/b; x*0=a; x*2=c", "x", "a"},
        Case{"Extended", "a/b; title*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A", "title",
             "This is ***fun***"},
        Case{"ExtendedAndContinued",
             "a/b; title*0*=us-ascii'en'This%20is%20even%20more%20; "
             "title*1*=%2A%2A%2Afun%2A%2A%2A%20; title*2=\"isn't it!\"",
             "title", "This is even more ***fun*** isn't it!"},
        Case{"Latin1", "a/b; name*=iso-8859-1''Gr%FC%DFe", "name", "Grüße"},
        Case{"UnknownCharset", "a/b; name*=x-nonsense''Gr%FC", "name", "Gr\xef\xbf\xbd"},
        Case{"ExtendedWins", "a/b; name=plain; name*=utf-8''%e2%82%ac", "name", "€"},
        Case{"EncodedWord", R"(a/b; name="=?utf-8?B?4oKsLnA3bQ==?=")", "name", "€.p7m"},
        Case{"EightBit", "a/b; name=\"\xc3\xbc\"", "name", "ü"}),
    [](const auto& test) { return test.param.name; });

TEST(ContentTypeTest, ListsRepeatedParameters) {
  const auto type = ParseContentType("a/b; boundary=1; boundary=2; BOUNDARY=3; x=1");
  ASSERT_TRUE(type.has_value());
  EXPECT_EQ(type->parameters.repeated, (std::vector<std::string>{"boundary"}));
}

TEST(ContentTypeTest, RefusesWhatIsNoMediaType) {
  for (const std::string_view text : {"", "text", "text/", "/plain", "; boundary=x", "text; x/y"}) {
    const auto type = ParseContentType(text);
    ASSERT_FALSE(type.has_value()) << text;
    EXPECT_EQ(type.error().code, ReasonCode::kMalformed);
  }
  EXPECT_TRUE(ParseContentType("multipart / mixed ; boundary = foo").has_value());
}

TEST(ContentTypeTest, ReadsDispositions) {
  const ContentDisposition attachment =
      ParseContentDisposition("ATTACHMENT; filename=\"smime.p7m\"; size=4");
  EXPECT_EQ(attachment.disposition, "attachment");
  EXPECT_EQ(*attachment.parameters.Find("filename"), "smime.p7m");
  EXPECT_EQ(ParseContentDisposition("").disposition, "");
}

TEST(ContentTypeTest, ReadsTransferEncodings) {
  EXPECT_EQ(ParseTransferEncoding("BASE64"), TransferEncoding::kBase64);
  EXPECT_EQ(ParseTransferEncoding(" (a comment) Quoted-Printable "),
            TransferEncoding::kQuotedPrintable);
  EXPECT_EQ(ParseTransferEncoding("7bit"), TransferEncoding::k7bit);
  EXPECT_EQ(ParseTransferEncoding(""), TransferEncoding::k7bit);
  EXPECT_EQ(ParseTransferEncoding("8BIT"), TransferEncoding::k8bit);
  EXPECT_EQ(ParseTransferEncoding("binary"), TransferEncoding::kBinary);
  EXPECT_EQ(ParseTransferEncoding("x-uuencode"), TransferEncoding::kUnknown);
}

}  // namespace
}  // namespace signet::mime

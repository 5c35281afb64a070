// Strict parsing of JSON, also of what is meant to harm.
#include "idl/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/limits.h"

namespace signet::idl {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string Diagnostic(std::string_view text) {
  const auto result = ParseJson(text);
  return result ? "" : result.error().diagnostic;
}

std::string Repeated(std::string_view text, std::size_t times) {
  std::string result;
  result.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) {
    result += text;
  }
  return result;
}

TEST(ParseJson, ReadsEveryKindOfValue) {
  const auto json = ParseJson(
      R"( {"a": [1, -2, 3.5, true, false, null, "é\u00e9\ud834\udd1e", {}, []], "": 18446744073709551615} )");
  ASSERT_TRUE(json) << json.error().diagnostic;
  EXPECT_EQ(json->at("a").at(0), 1);
  EXPECT_EQ(json->at("a").at(6), "éé𝄞");
  EXPECT_EQ(json->at("").get<std::uint64_t>(), 18446744073709551615U);
  EXPECT_EQ(WriteJson(*ParseJson(WriteJson(*json))), WriteJson(*json));
}

TEST(ParseJson, RefusesWhatIsNotJson) {
  for (const std::string_view text : {"",
                                      " ",
                                      "{",
                                      "}",
                                      "[1,]",
                                      "{\"a\":}",
                                      "{'a':1}",
                                      "{a:1}",
                                      "nul",
                                      "1 2",
                                      "[1] x",
                                      "01",
                                      "+1",
                                      ".5",
                                      "1.",
                                      "NaN",
                                      "Infinity",
                                      "-Infinity",
                                      "\"a",
                                      "\"\n\"",
                                      "// c\n1",
                                      "\"\\x\"",
                                      "[1}",
                                      "\"\\ud800\"",
                                      "\"\\udc00\"",
                                      "\"\\ud800\\u0041\""}) {
    const auto result = ParseJson(text);
    ASSERT_FALSE(result) << text;
    EXPECT_EQ(result.error().code, ReasonCode::kInvalidRequest) << text;
    EXPECT_THAT(result.error().diagnostic, HasSubstr("not valid JSON (octet ")) << text;
  }
}

TEST(ParseJson, NamesThePlace) {
  EXPECT_EQ(Diagnostic(R"({"a": {"b": [1, 2, x]}})"), "a.b[2]: not valid JSON (octet 20)");
  EXPECT_EQ(Diagnostic(R"({"a": 1, "b": {"c": 1, "c": 2}})"), "b.c: this name is there twice");
}

TEST(ParseJson, RefusesOctetsThatAreNotUtf8) {
  EXPECT_THAT(Diagnostic("{\"a\": \"\xff\"}"), StartsWith("a: not valid UTF-8 (octet "));
  EXPECT_THAT(Diagnostic("{\"a\": \"\xed\xa0\x80\"}"), StartsWith("a: not valid UTF-8 (octet "));
  EXPECT_THAT(Diagnostic("{\"a\": \"\xc0\xaf\"}"), StartsWith("a: not valid UTF-8 (octet "));
  EXPECT_THAT(Diagnostic("\"\xf4\x90\x80\x80\""), StartsWith("not valid UTF-8 (octet "));
}

TEST(ParseJson, RefusesAZeroOctetWhereverItIs) {
  using std::string_view_literals::operator""sv;
  EXPECT_EQ(Diagnostic("{}\0garbage"sv), "not valid JSON (octet 3)");
  EXPECT_EQ(Diagnostic("\0"sv), "not valid JSON (octet 1)");
  EXPECT_TRUE(ParseJson(R"("\u0000")"));
}

TEST(ParseJson, RefusesNumbersThatAreNotFinite) {
  EXPECT_THAT(Diagnostic(R"({"a": 1e999})"), StartsWith("a: not valid JSON"));
  EXPECT_TRUE(ParseJson("1e308"));
}

TEST(ParseJson, LimitsTheNesting) {
  const std::size_t most = limits::kCallDepth;
  EXPECT_TRUE(ParseJson(Repeated("[", most) + Repeated("]", most)));
  for (const std::string& text :
       {Repeated("[", most + 1) + Repeated("]", most + 1), Repeated("[", 1'000'000),
        Repeated("{\"a\":", 1'000'000), Repeated("[{\"a\":", 1'000'000)}) {
    const auto result = ParseJson(text);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ReasonCode::kLimitExceeded);
    EXPECT_EQ(result.error().texts.at("limit"), "kCallDepth");
  }
}

TEST(ParseJson, LimitsTheSize) {
  const auto result = ParseJson(std::string(limits::kCallJsonOctets + 1, ' '));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ReasonCode::kLimitExceeded);
  EXPECT_EQ(result.error().texts.at("limit"), "kCallJsonOctets");
}

TEST(ParseJson, ShortensHostileNamesInItsWords) {
  const std::string name(100'000, 'x');
  const std::string diagnostic = Diagnostic("{\"" + name + "\": x}");
  EXPECT_LT(diagnostic.size(), 200U);
  EXPECT_THAT(diagnostic, HasSubstr("..."));
}

}  // namespace
}  // namespace signet::idl

// UTF-8, by the examples of RFC 3629 and of the Unicode standard, section 3.9, table 3-7.
#include "idl/utf8.h"

#include <gtest/gtest.h>

#include <string_view>

namespace signet::idl {
namespace {

using std::string_view_literals::operator""sv;

TEST(IsUtf8, AcceptsWellFormedText) {
  for (const std::string_view text :
       {""sv, "\0"sv, "a"sv, "\x7f"sv, "\xc2\x80"sv, "\xdf\xbf"sv, "\xe0\xa0\x80"sv,
        "\xed\x9f\xbf"sv, "\xee\x80\x80"sv, "\xef\xbf\xbf"sv, "\xf0\x90\x80\x80"sv,
        "\xf4\x8f\xbf\xbf"sv, "A\xe2\x89\xa2\xce\x91."sv, "\xef\xbb\xbf\xf0\xa3\x8e\xb4"sv}) {
    EXPECT_TRUE(IsUtf8(text)) << text;
  }
}

TEST(IsUtf8, RefusesIllFormedText) {
  for (const std::string_view text :
       {"\x80"sv, "\xbf"sv, "\xc0\x80"sv, "\xc1\xbf"sv, "\xc2"sv, "\xc2\x7f"sv, "\xc2\xc0"sv,
        "\xe0\x9f\xbf"sv, "\xe0\xa0"sv, "\xe1\x80\xc0"sv, "\xed\xa0\x80"sv, "\xed\xbf\xbf"sv,
        "\xf0\x8f\xbf\xbf"sv, "\xf0\x90\x80"sv, "\xf4\x90\x80\x80"sv, "\xf5\x80\x80\x80"sv,
        "\xff"sv, "a\xe2\x89"sv}) {
    EXPECT_FALSE(IsUtf8(text)) << text;
  }
}

}  // namespace
}  // namespace signet::idl

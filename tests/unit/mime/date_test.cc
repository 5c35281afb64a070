#include "mime/date.h"

#include <gtest/gtest.h>

namespace signet::mime {
namespace {

struct Case {
  const char* name;
  std::string_view field;
  std::string_view expected;
};

class DateTest : public ::testing::TestWithParam<Case> {};

TEST_P(DateTest, Value) {
  const auto date = ParseDate(GetParam().field);
  EXPECT_EQ(date ? FormatRfc3339(*date) : "none", GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, DateTest,
    ::testing::Values(
        Case{"Usual", "Mon, 01 Jun 2026 12:00:00 +0000", "2026-06-01T12:00:00Z"},
        Case{"Offset", "Mon, 1 Jun 2026 12:00:00 -0730", "2026-06-01T19:30:00Z"},
        Case{"NoDayName", "1 Jun 2026 12:00:00 +0000", "2026-06-01T12:00:00Z"},
        Case{"NoSeconds", "1 Jun 2026 12:00 +0000", "2026-06-01T12:00:00Z"},
        Case{"Comment", "Mon, 1 Jun 2026 12:00:00 -0800 (PST)", "2026-06-01T20:00:00Z"},
        // RFC 5322, section 4.3.
        Case{"TwoDigitYear", "1 Jun 99 12:00:00 +0000", "1999-06-01T12:00:00Z"},
        Case{"TwoDigitYear2000", "1 Jun 26 12:00:00 +0000", "2026-06-01T12:00:00Z"},
        Case{"NamedZone", "1 Jun 2026 12:00:00 EST", "2026-06-01T17:00:00Z"},
        Case{"Gmt", "1 Jun 2026 12:00:00 GMT", "2026-06-01T12:00:00Z"},
        Case{"LeapSecond", "31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59Z"},
        Case{"Epoch", "Thu, 1 Jan 1970 00:00:00 +0000", "1970-01-01T00:00:00Z"},
        Case{"BeforeEpoch", "Wed, 31 Dec 1969 23:59:59 +0000", "1969-12-31T23:59:59Z"},
        Case{"After2038", "Wed, 1 Jan 2048 00:00:00 +0000", "2048-01-01T00:00:00Z"},
        Case{"NoSuchDay", "31 Feb 2026 12:00:00 +0000", "none"},
        Case{"NoSuchHour", "1 Jun 2026 25:00:00 +0000", "none"},
        Case{"Nonsense", "yesterday", "none"}, Case{"Empty", "", "none"}),
    [](const auto& test) { return test.param.name; });

TEST(DateTest, RefusesLongText) {
  EXPECT_FALSE(
      ParseDate("Mon, 01 Jun 2026 12:00:00 +0000 (" + std::string(1000, 'x') + ")").has_value());
}

}  // namespace
}  // namespace signet::mime

#include "base/time.h"

#include <gtest/gtest.h>

#include <string>

namespace signet {
namespace {

struct Rfc3339Case {
  std::string text;
  std::string utc;  // empty: refused
};

class TimeRfc3339Test : public testing::TestWithParam<Rfc3339Case> {};

TEST_P(TimeRfc3339Test, ReadsAndWrites) {
  const auto time = ParseRfc3339(GetParam().text);
  ASSERT_EQ(time.has_value(), !GetParam().utc.empty()) << GetParam().text;
  if (time) {
    EXPECT_EQ(FormatRfc3339(*time), GetParam().utc);
  }
}

// The first five are RFC 3339's own examples (section 5.8), leap seconds aside, which name no
// second of POSIX time.
INSTANTIATE_TEST_SUITE_P(
    Rfc3339, TimeRfc3339Test,
    testing::Values(Rfc3339Case{"1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50Z"},
                    Rfc3339Case{"1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57Z"},
                    Rfc3339Case{"1990-12-31T23:59:60Z", ""},
                    Rfc3339Case{"1990-12-31T15:59:60-08:00", ""},
                    Rfc3339Case{"1937-01-01T12:00:27.87+00:20", "1937-01-01T11:40:27Z"},
                    Rfc3339Case{"2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"},
                    Rfc3339Case{"2023-02-29T00:00:00Z", ""},
                    Rfc3339Case{"2026-06-01 12:00:00Z", "2026-06-01T12:00:00Z"},
                    Rfc3339Case{"2026-06-01T24:00:00Z", ""}, Rfc3339Case{"2026-06-01T12:00:00", ""},
                    Rfc3339Case{"2026-06-01T12:00:00.Z", ""},
                    Rfc3339Case{"2026-06-01T12:00:00+24:00", ""},
                    Rfc3339Case{"2026-06-01T12:00:00Z ", ""}, Rfc3339Case{"2026-06-01", ""},
                    Rfc3339Case{"", ""}));

TEST(TimeMillisecondsTest, RoundsTowardsThePastAndSurvivesExtremes) {
  EXPECT_EQ(FormatRfc3339(FromMilliseconds(999)), "1970-01-01T00:00:00Z");
  EXPECT_EQ(FormatRfc3339(FromMilliseconds(-1)), "1969-12-31T23:59:59Z");
  EXPECT_EQ(FromMilliseconds(1e300), FromMilliseconds(8.64e15));
  EXPECT_EQ(FromMilliseconds(-1e300), FromMilliseconds(-8.64e15));
  EXPECT_DOUBLE_EQ(ToMilliseconds(FromMilliseconds(1764000000000.0)), 1764000000000.0);
}

}  // namespace
}  // namespace signet

#include "base/time.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace signet {
namespace {

// Reads exactly `count` decimal digits at `position`.
std::optional<int> Digits(std::string_view text, std::size_t position, std::size_t count) {
  if (position + count > text.size()) {
    return std::nullopt;
  }
  int value = 0;
  for (const char c : text.substr(position, count)) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    value = (value * 10) + (c - '0');
  }
  return value;
}

// Reads "Z" or "+hh:mm", the rest of an RFC 3339 time.
std::optional<std::chrono::minutes> Offset(std::string_view text) {
  if (text == "Z" || text == "z") {
    return std::chrono::minutes{0};
  }
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
    return std::nullopt;
  }
  const auto hours = Digits(text, 1, 2);
  const auto minutes = Digits(text, 4, 2);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) {
    return std::nullopt;
  }
  const std::chrono::minutes offset{(*hours * 60) + *minutes};
  return text[0] == '-' ? -offset : offset;
}

}  // namespace

Time FromMilliseconds(double milliseconds) {
  // The IDL layer admits finite numbers only; clamp to what the calendar functions can hold.
  static constexpr double kLimit = 8.64e15;  // ECMAScript's own limit for a time value
  const double clamped = std::fmin(std::fmax(milliseconds, -kLimit), kLimit);
  return Time{std::chrono::seconds{static_cast<std::int64_t>(std::floor(clamped / 1000.0))}};
}

double ToMilliseconds(Time time) {
  return static_cast<double>(time.time_since_epoch().count()) * 1000.0;
}

std::optional<Time> FromCivil(int year, unsigned month, unsigned day, unsigned hour,
                              unsigned minute, unsigned second) {
  using namespace std::chrono;
  const year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                            std::chrono::day{day}};
  if (!date.ok() || hour > 23 || minute > 59 || second > 59) {
    return std::nullopt;
  }
  return sys_days{date} + hours{hour} + minutes{minute} + seconds{second};
}

std::optional<Time> ParseRfc3339(std::string_view text) {
  const auto year = Digits(text, 0, 4);
  const auto month = Digits(text, 5, 2);
  const auto day = Digits(text, 8, 2);
  const auto hour = Digits(text, 11, 2);
  const auto minute = Digits(text, 14, 2);
  const auto second = Digits(text, 17, 2);
  if (!year || !month || !day || !hour || !minute || !second || text[4] != '-' || text[7] != '-' ||
      (text[10] != 'T' && text[10] != 't' && text[10] != ' ') || text[13] != ':' ||
      text[16] != ':') {
    return std::nullopt;
  }
  std::size_t end = 19;
  if (end < text.size() && text[end] == '.') {
    ++end;
    const std::size_t first = end;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
      ++end;
    }
    if (end == first) {
      return std::nullopt;
    }
  }
  const auto offset = Offset(text.substr(end));
  const auto local = FromCivil(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day),
                               static_cast<unsigned>(*hour), static_cast<unsigned>(*minute),
                               static_cast<unsigned>(*second));
  if (!offset || !local) {
    return std::nullopt;
  }
  return *local - *offset;
}

std::string FormatRfc3339(Time time) {
  using namespace std::chrono;
  const sys_days day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  std::array<char, 64> buffer{};
  const int length = std::snprintf(
      buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
      static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
      static_cast<int>(clock.seconds().count()));
  return {buffer.data(), static_cast<std::size_t>(length)};
}

}  // namespace signet

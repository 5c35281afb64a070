#include "idl/word_format.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

#include "base/bytes.h"
#include "idl/utf8.h"

namespace signet::words {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

// LengthOfCharacter gives the octets of the well-formed character at the start of `text`, or 0.
std::size_t LengthOfCharacter(std::string_view text) {
  constexpr std::size_t kLongest = 4;
  for (std::size_t length = 1; length <= kLongest && length <= text.size(); ++length) {
    if (idl::IsUtf8(text.substr(0, length))) {
      return length;
    }
  }
  return 0;
}

char32_t CodePoint(std::string_view character) {
  constexpr std::array<unsigned, 5> kLeadBits = {0, 0x7F, 0x1F, 0x0F, 0x07};
  const ByteView octets = AsBytes(character);
  char32_t value = octets[0] & kLeadBits.at(octets.size());
  for (const std::uint8_t octet : octets.subspan(1)) {
    value = (value << 6U) | (octet & 0x3FU);
  }
  return value;
}

bool IsHarmless(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
  const bool separator = c == 0x2028 || c == 0x2029;
  // Marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX #9).
  const bool direction = c == 0x061C || c == 0x200E || c == 0x200F ||
                         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return !control && !separator && !direction;
}

std::string TwoDigits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string Printable(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t length = LengthOfCharacter(text);
    const std::string_view character = text.substr(0, length == 0 ? 1 : length);
    const std::string_view shown =
        length != 0 && IsHarmless(CodePoint(character)) ? character : kReplacement;
    if (result.size() + shown.size() > kShownOctets) {
      result += kEllipsis;
      break;
    }
    result += shown;
    text.remove_prefix(character.size());
  }
  return result;
}

std::string FormatDate(Time time) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time));
  std::string text = std::to_string(static_cast<unsigned>(date.day()));
  text += ' ';
  text += kMonths.at(static_cast<unsigned>(date.month()) - 1);
  text += ' ' + std::to_string(static_cast<int>(date.year()));
  return text;
}

std::string FormatDateAndTime(Time time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  return FormatDate(time) + ", " + TwoDigits(static_cast<int>(clock.hours().count())) + ':' +
         TwoDigits(static_cast<int>(clock.minutes().count())) + " UTC";
}

std::string Join(std::initializer_list<std::string> pieces) {
  std::string result;
  for (const std::string& piece : pieces) {
    result += piece;
  }
  return result;
}

std::string Words::TextOf(const std::string& name, std::string_view if_missing) const {
  const std::string_view value = Find(name);
  return value.empty() ? std::string(if_missing) : Printable(value);
}

std::string Words::DateOf(const std::string& name, std::string_view if_missing) const {
  const std::optional<Time> date = FindDate(name);
  return date ? FormatDate(*date) : std::string(if_missing);
}

std::string Words::DateAndTimeOf(const std::string& name, std::string_view if_missing) const {
  const std::optional<Time> date = FindDate(name);
  return date ? FormatDateAndTime(*date) : std::string(if_missing);
}

bool Words::Is(const std::string& name, std::string_view value) const {
  return Find(name) == value;
}

std::string_view Words::Find(const std::string& name) const {
  if (const auto found = reason_.texts.find(name); found != reason_.texts.end()) {
    return found->second;
  }
  return name == "where" ? std::string_view(reason_.where) : std::string_view();
}

std::optional<Time> Words::FindDate(const std::string& name) const {
  const auto found = reason_.dates.find(name);
  return found == reason_.dates.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace signet::words

// How the variables of a reason get into its words. Used by the generated words.cc.
#ifndef SIGNET_IDL_WORD_FORMAT_H_
#define SIGNET_IDL_WORD_FORMAT_H_

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace signet::words {

// Printable makes a text from outside fit for a terminal and for one line: control characters,
// line and paragraph separators, characters that turn the direction of writing and octets that are
// not UTF-8 become U+FFFD, and a text of more than kShownOctets is cut, visibly, with "…".
inline constexpr std::size_t kShownOctets = 1000;
[[nodiscard]] std::string Printable(std::string_view text);

// FormatDate writes "3 May 2026"; FormatDateAndTime "3 May 2026, 14:05 UTC".
[[nodiscard]] std::string FormatDate(Time time);
[[nodiscard]] std::string FormatDateAndTime(Time time);

// Join puts the pieces of a sentence together.
[[nodiscard]] std::string Join(std::initializer_list<std::string> pieces);

// Words gives the variables of one reason, which outlives it.
class Words {
 public:
  explicit Words(const Reason& reason) : reason_(reason) {}

  [[nodiscard]] std::string TextOf(const std::string& name, std::string_view if_missing) const;
  [[nodiscard]] std::string DateOf(const std::string& name, std::string_view if_missing) const;
  [[nodiscard]] std::string DateAndTimeOf(const std::string& name,
                                          std::string_view if_missing) const;

  // Is compares a text, for a select expression.
  [[nodiscard]] bool Is(const std::string& name, std::string_view value) const;

 private:
  [[nodiscard]] std::string_view Find(const std::string& name) const;
  [[nodiscard]] std::optional<Time> FindDate(const std::string& name) const;

  // NOLINTNEXTLINE(cppcoreguidelines-avoid-const-or-ref-data-members): never assigned.
  const Reason& reason_;
};

}  // namespace signet::words

#endif  // SIGNET_IDL_WORD_FORMAT_H_

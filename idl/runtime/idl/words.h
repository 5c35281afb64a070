// Words: what a reason says to a person at the command line, in English. Generated from the same
// Fluent file as the windows use, locales/en-US/reasons.ftl.
#ifndef SIGNET_IDL_WORDS_H_
#define SIGNET_IDL_WORDS_H_

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace signet::words {

// Text gives the sentence that says what is the matter. A variable that the reason does not have is
// replaced by a neutral word; control characters in variables are made harmless (word_format.h).
[[nodiscard]] std::string Text(const Reason& reason);

// Remedy gives the sentence that says what to do about it.
[[nodiscard]] std::string Remedy(const Reason& reason);

// Variables are the names that the words of a code use: members of Reason::texts and Reason::dates.
// `where` stands for Reason::where, if texts has no such member.
struct Variables {
  std::span<const std::string_view> texts;
  std::span<const std::string_view> dates;
};

// VariablesOf lets tests hold a producer to what the words need.
[[nodiscard]] Variables VariablesOf(ReasonCode code);

}  // namespace signet::words

#endif  // SIGNET_IDL_WORDS_H_

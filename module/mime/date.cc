#include "mime/date.h"

#include <string>

#include "mime/gmime_text.h"

namespace signet::mime {

std::optional<Time> ParseDate(std::string_view unfolded_value) {
  constexpr std::size_t kLongest = 200;  // octets; with room for comments
  if (unfolded_value.size() > kLongest) {
    return std::nullopt;
  }
  // GMime refuses a leap second, which RFC 5322 allows.
  std::string text(unfolded_value);
  if (const std::size_t leap = text.find(":60"); leap != std::string::npos && leap >= 5) {
    text.replace(leap, 3, ":59");
  }
  return DecodeDate(text);
}

}  // namespace signet::mime

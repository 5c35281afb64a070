#include "base/bytes.h"

#include <algorithm>

namespace signet {

ByteView AsBytes(std::string_view text) {
  // The one place where characters are viewed as octets; both have size and alignment 1.
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string_view AsText(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Bytes ToBytes(ByteView bytes) {
  return {bytes.begin(), bytes.end()};
}

bool Equal(ByteView a, ByteView b) {
  return std::ranges::equal(a, b);
}

std::string ToHex(ByteView bytes) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    text.push_back(kDigits[byte >> 4U]);
    text.push_back(kDigits[byte & 0x0fU]);
  }
  return text;
}

}  // namespace signet

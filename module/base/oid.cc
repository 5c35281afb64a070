#include "base/oid.h"

namespace signet {

std::string DottedText(ByteView oid) {
  std::string text;
  std::uint64_t arc = 0;
  bool inside = false;
  for (const std::uint8_t octet : oid) {
    if (arc > (UINT64_MAX >> 7U)) {
      return "(" + ToHex(oid) + ")";
    }
    arc = (arc << 7U) | (octet & 0x7fU);
    inside = (octet & 0x80U) != 0;
    if (inside) {
      continue;
    }
    if (text.empty()) {
      // The first octets hold the first two arcs (X.690, 8.19.4); the first arc is at most 2.
      const std::uint64_t first = arc < 80 ? arc / 40 : 2;
      text = std::to_string(first) + "." + std::to_string(arc - (first * 40));
    } else {
      text += "." + std::to_string(arc);
    }
    arc = 0;
  }
  return text.empty() || inside ? "(" + ToHex(oid) + ")" : text;
}

}  // namespace signet

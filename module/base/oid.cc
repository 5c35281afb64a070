#include "base/oid.h"

#include <charconv>

namespace signet {
namespace {

void AppendArc(std::uint64_t arc, Bytes& octets) {
  std::size_t septets = 1;
  while (septets < 10 && (arc >> (7 * septets)) != 0) {
    ++septets;
  }
  while (septets > 0) {
    --septets;
    const auto septet = static_cast<std::uint8_t>((arc >> (7 * septets)) & 0x7fU);
    octets.push_back(septets > 0 ? static_cast<std::uint8_t>(septet | 0x80U) : septet);
  }
}

}  // namespace

std::optional<Bytes> ParseOid(std::string_view dotted) {
  Bytes octets;
  std::uint64_t first = 0;
  std::size_t arcs = 0;
  const char* at = dotted.data();
  const char* const end = at + dotted.size();
  while (true) {
    std::uint64_t arc = 0;
    const auto [stop, error] = std::from_chars(at, end, arc);
    if (error != std::errc() || (arcs == 0 && arc > 2) ||
        (arcs == 1 && (first < 2 ? arc >= 40 : arc > UINT64_MAX - 80))) {
      return std::nullopt;
    }
    if (arcs == 0) {
      first = arc;
    } else {
      AppendArc(arcs == 1 ? (first * 40) + arc : arc, octets);
    }
    ++arcs;
    if (stop == end) {
      break;
    }
    if (*stop != '.') {
      return std::nullopt;
    }
    at = stop + 1;
  }
  return arcs < 2 ? std::nullopt : std::optional(std::move(octets));
}

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

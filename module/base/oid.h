// Object identifiers (ITU-T X.660), as the content octets of their DER encoding (X.690, 8.19).
//
// Signet keeps its own constants rather than NSS's SECOidTag, because the older of the two NSS
// versions knows no tag for newer algorithms. A constant is encoded by the compiler:
//
//   inline constexpr Oid kCommonName{"2.5.4.3"};
//
// An identifier that was received stays a ByteView and is compared with a constant:
//
//   if (received == kCommonName) …
#ifndef SIGNET_BASE_OID_H_
#define SIGNET_BASE_OID_H_

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace signet {

// Oid is a constant identifier. Value type, immutable.
class Oid {
 public:
  // Encodes dotted decimal at compile time; a mistake in the text does not compile.
  // NOLINTNEXTLINE(google-explicit-constructor): reads as the assignment it is.
  consteval Oid(std::string_view dotted) {
    std::uint64_t first = 0;
    std::size_t arc = 0;
    std::size_t position = 0;
    while (position <= dotted.size()) {
      std::uint64_t value = 0;
      const std::size_t start = position;
      while (position < dotted.size() && dotted[position] != '.') {
        if (dotted[position] < '0' || dotted[position] > '9') {
          throw "an object identifier has digits and dots only";
        }
        value = (value * 10) + static_cast<std::uint64_t>(dotted[position] - '0');
        ++position;
      }
      if (position == start) {
        throw "an arc of an object identifier is empty";
      }
      ++position;
      if (arc == 0) {
        first = value;
      } else if (arc == 1) {
        Append((first * 40) + value);
      } else {
        Append(value);
      }
      ++arc;
    }
    if (arc < 2) {
      throw "an object identifier has at least two arcs";
    }
  }

  // The content octets, without tag and length. They live as long as the constant.
  [[nodiscard]] constexpr ByteView bytes() const { return {octets_.data(), size_}; }

  friend constexpr bool operator==(const Oid& a, const Oid& b) = default;
  friend constexpr bool operator==(ByteView received, const Oid& constant) {
    return std::ranges::equal(received, constant.bytes());
  }

 private:
  consteval void Append(std::uint64_t arc) {
    std::size_t septets = 1;
    while ((arc >> (7 * septets)) != 0) {
      ++septets;
    }
    while (septets > 0) {
      --septets;
      const auto septet = static_cast<std::uint8_t>((arc >> (7 * septets)) & 0x7fU);
      octets_.at(size_) = septets > 0 ? static_cast<std::uint8_t>(septet | 0x80U) : septet;
      ++size_;
    }
  }

  std::array<std::uint8_t, 24> octets_{};
  std::size_t size_ = 0;
};

// ParseOid gives the content octets of an identifier in dotted decimal; nothing if the text is
// none, or an arc has more than 64 bits.
[[nodiscard]] std::optional<Bytes> ParseOid(std::string_view dotted);

// DottedText writes received content octets as "1.2.840.113549.1.1.1". Arcs beyond 64 bits, or
// octets that are no identifier, are written as "(" and hexadecimal digits and ")".
[[nodiscard]] std::string DottedText(ByteView oid);

}  // namespace signet

#endif  // SIGNET_BASE_OID_H_

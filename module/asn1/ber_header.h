// The header of a BER element (ITU-T X.690, 8.1.2 and 8.1.3): identifier and length octets.
#ifndef SIGNET_ASN1_BER_HEADER_H_
#define SIGNET_ASN1_BER_HEADER_H_

#include <cstddef>
#include <cstdint>
#include <optional>

#include "base/bytes.h"

namespace signet::asn1 {

// BerElement is the header of an element (X.690, 8.1.2 and 8.1.3).
struct BerElement {
  // Identifier octet: class and constructed bit, number in the low five bits (31: see `number`).
  std::uint8_t identifier = 0;
  // Tag number, up to 28 bits.
  std::uint32_t number = 0;
  // Content octets; nothing for the indefinite form.
  std::optional<std::uint64_t> length;
  // Where the identifier octet lies, counted from the first octet pushed.
  std::uint64_t offset = 0;
  // Octets of identifier and length.
  std::size_t header_octets = 0;
  // Enclosing elements: 0 for the outermost one.
  std::size_t depth = 0;

  [[nodiscard]] bool IsConstructed() const { return (identifier & 0x20U) != 0; }
  // IsUniversal tells whether it is of the universal class with this tag number (4: OCTET STRING).
  [[nodiscard]] bool IsUniversal(std::uint32_t tag_number) const {
    return (identifier & 0xC0U) == 0x00U && number == tag_number;
  }
  // IsContext tells whether it is of the context-specific class with this tag number.
  [[nodiscard]] bool IsContext(std::uint32_t tag_number) const {
    return (identifier & 0xC0U) == 0x80U && number == tag_number;
  }
};

// BerHeaderState says what ParseBerHeader found.
enum class BerHeaderState : std::uint8_t {
  kComplete,
  // More octets are needed.
  kIncomplete,
  // A tag number of more than 28 bits, or a length of more than eight octets.
  kInvalid,
};

// ParseBerHeader reads the header at the start of `octets` and sets identifier, number, length and
// header_octets of `element`; where it lies is the caller's to know.
[[nodiscard]] BerHeaderState ParseBerHeader(ByteView octets, BerElement& element);

// No header that ParseBerHeader accepts is longer.
inline constexpr std::size_t kBerHeaderOctets = 14;

}  // namespace signet::asn1

#endif  // SIGNET_ASN1_BER_HEADER_H_

#include "asn1/ber_header.h"

namespace signet::asn1 {
namespace {

constexpr std::uint8_t kLowTagMask = 0x1F;
constexpr std::uint8_t kLongForm = 0x80;
// Base-128 octets of a tag number: 28 bits, beyond any standard.
constexpr std::size_t kTagNumberOctets = 4;
// Octets of a length in the long form. BER allows leading zeros; eight octets are 2^64.
constexpr std::size_t kLengthOctets = 8;
static_assert(1 + kTagNumberOctets + 1 + kLengthOctets == kBerHeaderOctets);

}  // namespace

BerHeaderState ParseBerHeader(ByteView octets, BerElement& element) {
  std::size_t at = 0;
  if (octets.empty()) {
    return BerHeaderState::kIncomplete;
  }
  element.identifier = octets[at++];
  element.number = element.identifier & kLowTagMask;
  if (element.number == kLowTagMask) {
    element.number = 0;
    for (std::size_t count = 1;; ++count) {
      if (at == octets.size()) {
        return BerHeaderState::kIncomplete;
      }
      const std::uint8_t octet = octets[at++];
      element.number = (element.number << 7U) | (octet & 0x7FU);
      if ((octet & 0x80U) == 0) {
        break;
      }
      if (count == kTagNumberOctets) {
        return BerHeaderState::kInvalid;
      }
    }
    // Numbers up to 30 have one form only (X.690, 8.1.2.2): the other would hide what the tag is.
    if (element.number < kLowTagMask) {
      return BerHeaderState::kInvalid;
    }
  }
  if (at == octets.size()) {
    return BerHeaderState::kIncomplete;
  }
  const std::uint8_t first = octets[at++];
  if (first < kLongForm) {
    element.length = first;
  } else if (first == kLongForm) {
    element.length.reset();
  } else {
    const std::size_t count = first & 0x7FU;
    if (count > kLengthOctets) {
      return BerHeaderState::kInvalid;
    }
    if (octets.size() - at < count) {
      return BerHeaderState::kIncomplete;
    }
    std::uint64_t length = 0;
    for (const std::uint8_t octet : octets.subspan(at, count)) {
      length = (length << 8U) | octet;
    }
    at += count;
    element.length = length;
  }
  element.header_octets = at;
  return BerHeaderState::kComplete;
}

}  // namespace signet::asn1

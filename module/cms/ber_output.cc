#include "cms/ber_output.h"

#include <algorithm>
#include <array>

namespace signet::cms {
namespace {

constexpr std::size_t kSegmentOctets = std::size_t{64} << 10U;

}  // namespace

Result<void> BerOutput::Open(asn1::Tag tag) {
  const std::array<std::uint8_t, 2> header = {tag, 0x80};
  ++depth_;
  return sink_(header);
}

Result<void> BerOutput::Close() {
  constexpr std::array<std::uint8_t, 2> kEnd = {0, 0};
  --depth_;
  return sink_(kEnd);
}

Result<void> BerOutput::CloseAll() {
  while (depth_ > 0) {
    SIGNET_TRY(Close());
  }
  return {};
}

Result<void> BerOutput::Segment(ByteView octets) {
  while (!octets.empty()) {
    const ByteView piece = octets.first(std::min(octets.size(), kSegmentOctets));
    octets = octets.subspan(piece.size());
    // Three octets hold every length here; BER does not ask for the shortest form.
    const std::array<std::uint8_t, 5> header = {
        asn1::kOctetString, 0x83, static_cast<std::uint8_t>(piece.size() >> 16U),
        static_cast<std::uint8_t>(piece.size() >> 8U), static_cast<std::uint8_t>(piece.size())};
    SIGNET_TRY(sink_(header));
    SIGNET_TRY(sink_(piece));
  }
  return {};
}

}  // namespace signet::cms

#include "pkix/network_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace signet::pkix {
namespace {

constexpr std::size_t kV4Octets = 4;
constexpr std::size_t kV6Octets = 16;

struct Block {
  std::array<std::uint8_t, kV6Octets> prefix;
  unsigned bits;
};

constexpr std::array kPrivateV4{
    Block{{0}, 8},              // this network
    Block{{10}, 8},             // private (RFC 1918)
    Block{{100, 64}, 10},       // shared by a provider's customers (RFC 6598)
    Block{{127}, 8},            // this computer
    Block{{169, 254}, 16},      // this link (RFC 3927)
    Block{{172, 16}, 12},       // private
    Block{{192, 0, 0}, 24},     // protocol assignments
    Block{{192, 0, 2}, 24},     // documentation
    Block{{192, 168}, 16},      // private
    Block{{198, 18}, 15},       // benchmarks
    Block{{198, 51, 100}, 24},  // documentation
    Block{{203, 0, 113}, 24},   // documentation
    Block{{224}, 4},            // multicast
    Block{{240}, 4},            // reserved, and broadcast
};

constexpr std::array kPrivateV6{
    Block{{0}, 96},                             // unspecified, this computer, compatible
    Block{{0x20, 0x01, 0, 0}, 32},              // Teredo
    Block{{0x20, 0x01, 0x0d, 0xb8}, 32},        // documentation
    Block{{0x00, 0x64, 0xff, 0x9b, 0, 1}, 48},  // NAT64 of local use (RFC 8215)
    Block{{0x01, 0x00}, 64},                    // discarded (RFC 6666)
    Block{{0xfc}, 7},                           // private (RFC 4193)
    Block{{0xfe, 0x80}, 10},                    // this link
    Block{{0xfe, 0xc0}, 10},                    // this site, once
    Block{{0xff}, 8},                           // multicast
};

bool IsWithin(ByteView address, const Block& block) {
  unsigned left = block.bits;
  for (std::size_t i = 0; left > 0; ++i) {
    const unsigned bits = std::min(left, 8U);
    const auto mask = static_cast<std::uint8_t>(0xff00U >> bits);
    if ((address[i] & mask) != (block.prefix.at(i) & mask)) {
      return false;
    }
    left -= bits;
  }
  return true;
}

bool IsWithinAny(ByteView address, const auto& blocks) {
  return std::ranges::any_of(blocks, [&](const Block& block) { return IsWithin(address, block); });
}

}  // namespace

bool IsPrivateAddress(ByteView address) {
  if (address.size() == kV4Octets) {
    return IsWithinAny(address, kPrivateV4);
  }
  if (address.size() != kV6Octets) {
    return true;
  }
  // An address of version 4 inside is what counts.
  constexpr Block kMapped{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96};
  constexpr Block kNat64{{0x00, 0x64, 0xff, 0x9b}, 96};
  constexpr Block k6to4{{0x20, 0x02}, 16};
  if (IsWithin(address, kMapped) || IsWithin(address, kNat64)) {
    return IsPrivateAddress(address.last(kV4Octets));
  }
  if (IsWithin(address, k6to4)) {
    return IsPrivateAddress(address.subspan(2, kV4Octets));
  }
  return IsWithinAny(address, kPrivateV6);
}

std::optional<Bytes> ParseNetworkAddress(const std::string& text) {
  Bytes octets(kV6Octets);
  if (inet_pton(AF_INET6, text.c_str(), octets.data()) == 1) {
    return octets;
  }
  octets.resize(kV4Octets);
  return inet_pton(AF_INET, text.c_str(), octets.data()) == 1 ? std::optional(octets)
                                                              : std::nullopt;
}

}  // namespace signet::pkix

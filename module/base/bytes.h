// Byte views and buffers: the vocabulary for octets in every room.
//
// A ByteView does not own what it points to; whoever passes one keeps the octets alive for the
// call. A function that keeps octets takes or returns Bytes.
#ifndef SIGNET_BASE_BYTES_H_
#define SIGNET_BASE_BYTES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace signet {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

// AsBytes views the characters of `text` as octets.
[[nodiscard]] ByteView AsBytes(std::string_view text);

// AsText views octets as characters, without any conversion.
[[nodiscard]] std::string_view AsText(ByteView bytes);

// ToBytes copies.
[[nodiscard]] Bytes ToBytes(ByteView bytes);

// Equal compares length and content. Not constant time: for public values only.
[[nodiscard]] bool Equal(ByteView a, ByteView b);

// ToHex writes two lower-case hexadecimal digits an octet.
[[nodiscard]] std::string ToHex(ByteView bytes);

}  // namespace signet

#endif  // SIGNET_BASE_BYTES_H_

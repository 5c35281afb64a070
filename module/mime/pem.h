// PEM (RFC 7468): the blocks of a text, with their labels.
#ifndef SIGNET_MIME_PEM_H_
#define SIGNET_MIME_PEM_H_

#include <optional>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace signet::mime {

// What a text with PEM has somewhere.
inline constexpr std::string_view kPemBegin = "-----BEGIN ";

struct PemBlock {
  // "CERTIFICATE", without the dashes; within the text.
  std::string_view label;
  // The base64 text, within the text; nothing where the line of the label runs into the line that
  // ends the block.
  std::optional<std::string_view> body;
};

// PemBlocks gives every block, in order. Text around blocks is skipped; a block that does not end
// is none. Nothing is decoded: among the blocks may be a private key.
[[nodiscard]] std::vector<PemBlock> PemBlocks(std::string_view text);

// DecodePem gives the octets of a body.
[[nodiscard]] Bytes DecodePem(std::string_view body);

}  // namespace signet::mime

#endif  // SIGNET_MIME_PEM_H_

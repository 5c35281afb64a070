#include "mime/pem.h"

#include <cstddef>

#include "mime/transfer.h"

namespace signet::mime {
namespace {

constexpr std::string_view kEnd = "-----END ";
constexpr std::string_view kDashes = "-----";

}  // namespace

std::vector<PemBlock> PemBlocks(std::string_view text) {
  std::vector<PemBlock> blocks;
  for (std::size_t at = text.find(kPemBegin); at != std::string_view::npos;
       at = text.find(kPemBegin, at)) {
    const std::size_t label_begin = at + kPemBegin.size();
    const std::size_t label_end = text.find(kDashes, label_begin);
    const std::size_t end = text.find(kEnd, label_begin);
    if (label_end == std::string_view::npos || end == std::string_view::npos) {
      break;
    }
    PemBlock& block = blocks.emplace_back();
    block.label = text.substr(label_begin, label_end - label_begin);
    const std::size_t body = label_end + kDashes.size();
    if (body <= end) {
      block.body = text.substr(body, end - body);
    }
    at = end;
  }
  return blocks;
}

Bytes DecodePem(std::string_view body) {
  Base64Decoder decoder;
  Bytes octets;
  decoder.Update(AsBytes(body), octets);
  decoder.Finish(octets);
  return octets;
}

}  // namespace signet::mime

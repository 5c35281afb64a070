#include "cli/pem.h"

#include <algorithm>

#include "mime/transfer.h"

namespace signet::cli {
namespace {

constexpr std::string_view kBegin = "-----BEGIN ";
constexpr std::string_view kEnd = "-----END ";
constexpr std::string_view kDashes = "-----";

}  // namespace

std::vector<Bytes> PemBlocks(std::string_view text,
                             std::initializer_list<std::string_view> labels) {
  std::vector<Bytes> blocks;
  for (std::size_t at = text.find(kBegin); at != std::string_view::npos;
       at = text.find(kBegin, at)) {
    const std::size_t label_begin = at + kBegin.size();
    const std::size_t label_end = text.find(kDashes, label_begin);
    const std::size_t end = text.find(kEnd, label_begin);
    if (label_end == std::string_view::npos || end == std::string_view::npos) {
      break;
    }
    const std::string_view label = text.substr(label_begin, label_end - label_begin);
    if (std::ranges::find(labels, label) != labels.end()) {
      const std::size_t body = label_end + kDashes.size();
      mime::Base64Decoder decoder;
      Bytes& octets = blocks.emplace_back();
      if (body <= end) {
        decoder.Update(AsBytes(text.substr(body, end - body)), octets);
        decoder.Finish(octets);
      }
    }
    at = end;
  }
  return blocks;
}

}  // namespace signet::cli

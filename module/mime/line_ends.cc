#include "mime/line_ends.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace signet::mime {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10U;

struct Counts {
  std::size_t lf = 0;
  std::size_t bare = 0;
};

// Counts LFs, and those that no CR precedes. Written so that the compiler makes vector code of the
// inner loop: the counters are octets, and a block is short enough not to overflow them.
Counts CountLineEnds(ByteView octets, std::uint8_t before) {
  constexpr std::size_t kBlock = 255;
  Counts counts;
  if (octets.empty()) {
    return counts;
  }
  counts.lf = octets.front() == '\n' ? 1 : 0;
  counts.bare = octets.front() == '\n' && before != '\r' ? 1 : 0;
  for (std::size_t at = 1; at < octets.size(); at += kBlock) {
    const std::size_t size = std::min(kBlock, octets.size() - at);
    const std::uint8_t* block = octets.subspan(at, size).data();
    const std::uint8_t* previous = octets.subspan(at - 1, size).data();
    std::uint8_t lf = 0;
    std::uint8_t bare = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::uint8_t is_lf = block[i] == '\n' ? 1 : 0;
      const std::uint8_t no_cr = previous[i] == '\r' ? 0 : 1;
      lf = static_cast<std::uint8_t>(lf + is_lf);
      bare = static_cast<std::uint8_t>(bare + (is_lf & no_cr));
    }
    counts.lf += lf;
    counts.bare += bare;
  }
  return counts;
}

// Writes `piece` to `out` with CR before each bare LF.
void Canonicalize(ByteView piece, std::uint8_t before, Bytes& out) {
  out.clear();
  while (!piece.empty()) {
    const void* found = std::memchr(piece.data(), '\n', piece.size());
    if (found == nullptr) {
      out.insert(out.end(), piece.begin(), piece.end());
      return;
    }
    const auto at =
        static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - piece.data());
    const std::uint8_t last = at > 0 ? piece[at - 1] : before;
    out.insert(out.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(at));
    if (last != '\r') {
      out.push_back('\r');
    }
    out.push_back('\n');
    before = '\n';
    piece = piece.subspan(at + 1);
  }
}

}  // namespace

LineEnds FindLineEnds(ByteView octets) {
  const Counts counts = CountLineEnds(octets, 0);
  if (counts.lf == 0) {
    return LineEnds::kNone;
  }
  if (counts.bare == 0) {
    return LineEnds::kCrlf;
  }
  return counts.bare == counts.lf ? LineEnds::kLf : LineEnds::kMixed;
}

bool HasBareLf(ByteView octets) {
  std::uint8_t before = 0;
  while (!octets.empty()) {
    const ByteView piece = octets.first(std::min(kPiece, octets.size()));
    if (CountLineEnds(piece, before).bare != 0) {
      return true;
    }
    before = piece.back();
    octets = octets.subspan(piece.size());
  }
  return false;
}

Result<void> StreamCanonical(ByteView octets, const Sink& sink) {
  std::uint8_t before = 0;
  Bytes changed;
  while (!octets.empty()) {
    const ByteView piece = octets.first(std::min(kPiece, octets.size()));
    if (CountLineEnds(piece, before).bare == 0) {
      SIGNET_TRY(sink(piece));
    } else {
      Canonicalize(piece, before, changed);
      SIGNET_TRY(sink(changed));
    }
    before = piece.back();
    octets = octets.subspan(piece.size());
  }
  return {};
}

}  // namespace signet::mime

#include "mime/line_ends.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>

namespace signet::mime {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10U;

// Where the next LF is, or the end. memchr is the fastest search there is, and lines are short of
// what it needs to be so only where a message consists of empty ones.
std::size_t NextLf(ByteView octets, std::size_t from) {
  const void* found = std::memchr(octets.data() + from, '\n', octets.size() - from);
  return found == nullptr
             ? octets.size()
             : static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - octets.data());
}

// Octets that are looked at together. The number is fixed and nothing branches, so that the
// compiler makes vector code of it.
constexpr std::size_t kBlock = 512;

// Whether there is a bare LF among the octets of a block after the first one.
bool BlockHasBareLf(std::span<const std::uint8_t, kBlock + 1> block) {
  std::uint8_t bare = 0;
  for (std::size_t i = 0; i < kBlock; ++i) {
    bare |= static_cast<std::uint8_t>(static_cast<std::uint8_t>(block[i + 1] == '\n') &
                                      static_cast<std::uint8_t>(block[i] != '\r'));
  }
  return bare != 0;
}

// The first bare LF at or after `from`, or the end; `before` is the octet before the first one.
std::size_t NextBareLf(ByteView octets, std::size_t from, std::uint8_t before) {
  while (from < octets.size()) {
    while (from > 0 && octets.size() - from >= kBlock &&
           !BlockHasBareLf(octets.subspan(from - 1).first<kBlock + 1>())) {
      from += kBlock;
    }
    const std::size_t at = NextLf(octets, from);
    if (at == octets.size() || (at > 0 ? octets[at - 1] : before) != '\r') {
      return at;
    }
    from = at + 1;
  }
  return octets.size();
}

// Writes `piece` to `out` with CR before each bare LF, the first of which is at `bare`.
void Canonicalize(ByteView piece, std::size_t bare, std::uint8_t before, Bytes& out) {
  out.resize(piece.size() * 2);
  std::size_t from = 0;
  std::uint8_t* write = out.data();
  const auto copy_to = [&](std::size_t end) {
    std::memcpy(write, piece.data() + from, end - from);
    write += end - from;
    from = end;
  };
  while (bare < piece.size()) {
    copy_to(bare);
    *write++ = '\r';
    bare = NextBareLf(piece, bare + 1, before);
  }
  copy_to(piece.size());
  out.resize(static_cast<std::size_t>(write - out.data()));
}

}  // namespace

LineEnds FindLineEnds(ByteView octets) {
  bool bare = false;
  bool crlf = false;
  for (std::size_t at = 0; at < octets.size() && !(bare && crlf); ++at) {
    at = NextLf(octets, at);
    if (at < octets.size()) {
      const bool after_cr = at > 0 && octets[at - 1] == '\r';
      crlf = crlf || after_cr;
      bare = bare || !after_cr;
    }
  }
  if (bare) {
    return crlf ? LineEnds::kMixed : LineEnds::kLf;
  }
  return crlf ? LineEnds::kCrlf : LineEnds::kNone;
}

bool HasBareLf(ByteView octets) {
  return NextBareLf(octets, 0, 0) < octets.size();
}

Result<void> StreamCanonical(ByteView octets, const Sink& sink) {
  std::uint8_t before = 0;
  Bytes changed;
  while (!octets.empty()) {
    const ByteView piece = octets.first(std::min(kPiece, octets.size()));
    const std::size_t bare = NextBareLf(piece, 0, before);
    if (bare == piece.size()) {
      SIGNET_TRY(sink(piece));
    } else {
      Canonicalize(piece, bare, before, changed);
      SIGNET_TRY(sink(changed));
    }
    before = piece.back();
    octets = octets.subspan(piece.size());
  }
  return {};
}

}  // namespace signet::mime

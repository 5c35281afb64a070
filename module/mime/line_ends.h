// Line ends: the canonical form of what was signed (RFC 8551, section 3.1.1).
//
// Signatures are made over lines that end with CRLF. A message that was stored with bare LF (an
// mbox on Unix, a .eml file) must be checked over its canonical form, which is streamed from the
// octets as they are; the message is never copied as a whole.
#ifndef SIGNET_MIME_LINE_ENDS_H_
#define SIGNET_MIME_LINE_ENDS_H_

#include <functional>

#include "base/bytes.h"
#include "base/result.h"

namespace signet::mime {

enum class LineEnds {
  kNone,   // no line end at all
  kCrlf,   // every LF follows a CR
  kLf,     // no LF follows a CR
  kMixed,  // some do
};

// FindLineEnds looks at `octets` until it knows.
[[nodiscard]] LineEnds FindLineEnds(ByteView octets);

// HasBareLf says whether some LF does not follow a CR; stops at the first.
[[nodiscard]] bool HasBareLf(ByteView octets);

// Takes pieces of a stream; an error stops the stream and is passed on. A piece is valid for the
// call.
using Sink = std::function<Result<void>(ByteView piece)>;

// StreamCanonical gives `octets` to `sink` in order with each bare LF made CRLF; a CR that no LF
// follows stays as it is. Pieces are large (64 KiB of the octets), and are the octets themselves
// where nothing had to be changed.
[[nodiscard]] Result<void> StreamCanonical(ByteView octets, const Sink& sink);

}  // namespace signet::mime

#endif  // SIGNET_MIME_LINE_ENDS_H_

// What stores put around a message: mbox separators and Thunderbird's own status lines.
#ifndef SIGNET_MIME_MAILBOX_FILE_H_
#define SIGNET_MIME_MAILBOX_FILE_H_

#include <optional>

#include "base/bytes.h"

namespace signet::mime {

// WithoutStorePrefix removes what a store prefixed to a message: one "From " separator line (RFC
// 4155) and the X-Mozilla-Status, X-Mozilla-Status2, X-Mozilla-Keys and X-Account-Key lines that
// follow it or stand first. The rest is the message as received.
[[nodiscard]] ByteView WithoutStorePrefix(ByteView stored);

// LooksLikeMbox says whether a file begins with a "From " separator line.
[[nodiscard]] bool LooksLikeMbox(ByteView file);

// MboxReader walks over the messages of an mbox file (RFC 4155) without copying. A separator is a
// line "From " at the start or after an empty line. Lines that the store escaped (">From ") are
// left so: changing them back is the store's business, and a signature over them fails visibly.
class MboxReader {
 public:
  explicit MboxReader(ByteView file) : rest_(file) {}

  // Next gives the next message without its separator and without the empty line after it, which
  // belongs to the store; nothing at the end.
  [[nodiscard]] std::optional<ByteView> Next();

 private:
  ByteView rest_;
};

}  // namespace signet::mime

#endif  // SIGNET_MIME_MAILBOX_FILE_H_

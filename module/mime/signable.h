// The canonical form of an entity that is to be signed or encrypted (RFC 8551, section 3.1): lines
// that end with CRLF, and nothing in it that a mail transport might change: no 8-bit octets, no
// lines of more than 998 octets, no white space at a line's end, no "From " at its start.
#ifndef SIGNET_MIME_SIGNABLE_H_
#define SIGNET_MIME_SIGNABLE_H_

#include <string>

#include "base/bytes.h"
#include "base/result.h"
#include "mime/line_ends.h"

namespace signet::mime {

// StreamSignable gives the entity in a message to `sink`, in canonical form. The message may be a
// whole one: fields that do not begin with "Content-" stay outside of what is signed, as
// OuterHeader gives them, unless they are told to stay. An entity alone has no other fields.
//
// Parts that are not safe get another transfer encoding: text is quoted-printable, or base64 where
// that is shorter; everything else base64. What has been signed already (multipart/signed and all
// inside of it) keeps its octets, but for line ends. 8-bit octets in header fields, and in the text
// around parts, stay: they have no transfer encoding. Memory does not grow with the message, but
// for text of up to 4 MiB a part.
//
// Reasons: limit-exceeded (mime/message.h); the sink's.
enum class OtherFields { kOutside, kInside };
[[nodiscard]] Result<void> StreamSignable(ByteView message, const Sink& sink,
                                          OtherFields fields = OtherFields::kOutside);

// OuterHeader gives the fields of a message that are not of its content, with CRLF, and without
// MIME-Version; empty for an entity alone. Reason: limit-exceeded.
[[nodiscard]] Result<std::string> OuterHeader(ByteView message);

// IsTransportSafe tells whether text (a body in its transfer encoding) can be signed as it is.
[[nodiscard]] bool IsTransportSafe(ByteView text);

}  // namespace signet::mime

#endif  // SIGNET_MIME_SIGNABLE_H_

// The structure of a message: its entities as exact octet ranges (RFC 2045, RFC 2046).
//
// A signature covers the exact octets of an entity, so nothing here is copied, normalised or
// rebuilt: every range is a view into the message that was given, which the caller keeps alive (a
// mapped file, usually). Boundaries are matched outermost first, as Thunderbird does, so an inner
// multipart cannot swallow a delimiter of the one around it.
//
// Parsing is iterative and bounded: kMimeDepth, kMimeParts, kMimeHeaderOctets (base/limits.h).
// Messages are immutable and may be read from several threads.
#ifndef SIGNET_MIME_MESSAGE_H_
#define SIGNET_MIME_MESSAGE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "mime/content_type.h"
#include "mime/header.h"

namespace signet::mime {

// Entity is one node of the message: the message itself, a part of a multipart, or the message
// inside a message/rfc822 part.
struct Entity {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  // Header, empty line and body. For a part of a multipart, the line end before the next delimiter
  // belongs to the delimiter and is not in it (RFC 2046, section 5.1.1): exactly what a signature
  // of a multipart/signed covers (RFC 1847, section 2.1).
  ByteView octets;
  // What follows the empty line; still transfer-encoded.
  ByteView body;
  Header header;
  ContentType type;
  ContentDisposition disposition;
  TransferEncoding encoding = TransferEncoding::k7bit;
  // "1" for the message, "1.2" for its second part: the host's own numbering.
  std::string path;
  // Index in Message::entities() of the entity around it; kNone for the message itself.
  std::size_t parent = kNone;
  std::vector<std::size_t> children;
  std::size_t depth = 0;

  // FileName is the name that the sender gave the part: filename of the disposition, else name of
  // the type, UTF-8; empty without one. Not safe as a path.
  [[nodiscard]] std::string FileName() const;
};

// Message is a parsed message.
class Message {
 public:
  // Parse finds all entities. Reasons: limit-exceeded. Whatever else is odd is an irregularity,
  // since mail is shown all the same.
  [[nodiscard]] static Result<Message> Parse(ByteView octets);

  // All entities in the order in which they begin; the first is the message itself.
  [[nodiscard]] const std::vector<Entity>& entities() const { return entities_; }
  [[nodiscard]] const Entity& root() const { return entities_.front(); }
  // What departs from the standards in a way that can make two programs see two different messages:
  // `malformed`, with the part's path in `where` and what it is in `diagnostic`.
  [[nodiscard]] const std::vector<Reason>& irregularities() const { return irregularities_; }

 private:
  friend class MessageParser;
  std::vector<Entity> entities_;
  std::vector<Reason> irregularities_;
};

}  // namespace signet::mime

#endif  // SIGNET_MIME_MESSAGE_H_

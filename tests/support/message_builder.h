// S/MIME messages for tests, as text with CRLF line ends.
#ifndef SIGNET_TESTS_SUPPORT_MESSAGE_BUILDER_H_
#define SIGNET_TESTS_SUPPORT_MESSAGE_BUILDER_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.h"

namespace signet::testing {

// MessageFields are the header fields of the outer message.
struct MessageFields {
  std::string from = "Alice <alice@example.com>";
  std::string to = "Bob <bob@example.com>";
  std::string subject = "Test";
  std::string date = "Mon, 01 Jun 2026 12:00:00 +0000";
  // Further fields, "Name: value" without line end.
  std::vector<std::string> more;
};

// TextEntity is a text/plain entity: header, empty line, body; lines of `body` end with LF or CRLF
// and are made CRLF.
[[nodiscard]] std::string TextEntity(std::string_view body);

// MultipartSigned is a message with `entity` signed by `signature` (a detached CMS object, DER).
[[nodiscard]] std::string MultipartSigned(const MessageFields& fields, std::string_view entity,
                                          ByteView signature, std::string_view micalg = "sha-256");

// OpaqueMessage is a message that is one CMS object (DER): smime_type "signed-data",
// "enveloped-data", "authEnveloped-data", "certs-only".
[[nodiscard]] std::string OpaqueMessage(const MessageFields& fields, ByteView cms,
                                        std::string_view smime_type);

// PlainMessage is `entity` as a message of its own.
[[nodiscard]] std::string PlainMessage(const MessageFields& fields, std::string_view entity);

// Multipart is an entity of type multipart/<subtype> around `parts`.
[[nodiscard]] std::string Multipart(std::string_view subtype,
                                    const std::vector<std::string>& parts);

// WithLf replaces each CRLF by LF: the message as many stores keep it.
[[nodiscard]] std::string WithLf(std::string_view text);
// WithCrlf replaces each bare LF by CRLF.
[[nodiscard]] std::string WithCrlf(std::string_view text);

}  // namespace signet::testing

#endif  // SIGNET_TESTS_SUPPORT_MESSAGE_BUILDER_H_

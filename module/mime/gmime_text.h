// The part of GMime that Signet uses, behind plain strings: charsets, encoded words, dates. Only
// files of this room include it.
//
// GMime's object types stay unused on purpose. GObject keeps one registry of type names in a
// process, so a second copy of a statically linked GMime (the add-on updated while Thunderbird
// runs) could not register them again; and its address parser rewrites what it reads (it cuts
// "a@b@c" and decodes domain names), where a comparison with a certificate needs the address as it
// was sent.
#ifndef SIGNET_MIME_GMIME_TEXT_H_
#define SIGNET_MIME_GMIME_TEXT_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace signet::mime {

// DecodeWords decodes encoded words (RFC 2047) and unlabelled 8-bit text to valid UTF-8.
[[nodiscard]] std::string DecodeWords(std::string_view text);

// ConvertToUtf8 converts from a charset by its MIME name; nothing if the charset is unknown. Octets
// that are invalid in it become U+FFFD.
[[nodiscard]] std::optional<std::string> ConvertToUtf8(std::string_view text,
                                                       std::string_view charset);

// ValidUtf8 replaces invalid octets by U+FFFD.
[[nodiscard]] std::string ValidUtf8(std::string_view text);

// Comparable gives the compatibility composition of UTF-8 text (Unicode NFKC), in which full-width
// and other look-alike forms of ASCII characters are those characters.
[[nodiscard]] std::string Comparable(std::string_view text);

// DecodeDate reads a date-time in GMime's lenient way.
[[nodiscard]] std::optional<Time> DecodeDate(std::string_view text);

}  // namespace signet::mime

#endif  // SIGNET_MIME_GMIME_TEXT_H_

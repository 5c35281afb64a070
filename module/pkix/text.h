// Character strings of certificates: decoding to UTF-8, comparison, and showing them safely.
#ifndef SIGNET_PKIX_TEXT_H_
#define SIGNET_PKIX_TEXT_H_

#include <optional>
#include <string>
#include <string_view>

#include "asn1/tags.h"
#include "base/bytes.h"

namespace signet::pkix {

[[nodiscard]] bool IsAscii(std::string_view text);

// IsUtf8: well formed, and without NUL, which no string in a certificate has a use for.
[[nodiscard]] bool IsUtf8(std::string_view text);

// LowerAscii changes A to Z only.
[[nodiscard]] std::string LowerAscii(std::string_view text);

// DecodeText makes UTF-8 of an ASN.1 character string of any of the types in names. Nothing if the
// type is none of them, the octets are not well formed for it, or a NUL is among the characters.
// TeletexString is taken as ISO 8859-1, as everybody does.
[[nodiscard]] std::optional<std::string> DecodeText(asn1::Tag tag, ByteView octets);

// FoldText brings UTF-8 into the form in which attribute values of names are compared (RFC
// 5280, 7.1; RFC 4518): case folded, NFKC, white space at the ends removed and runs of it made one
// space.
[[nodiscard]] std::string FoldText(std::string_view utf8);

// LowerText changes characters to lower case one by one and composes them (NFC): the mapping of
// labels of internationalised domain names (RFC 5895, 2.1 and 2.3).
[[nodiscard]] std::string LowerText(std::string_view utf8);

// EscapeForDisplay writes control, invisible and bidirectional formatting characters as "\XX" for
// each octet, so that a name cannot pass for another. Octets that are not UTF-8 are written so,
// too.
[[nodiscard]] std::string EscapeForDisplay(std::string_view text);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_TEXT_H_

// Search filters (RFC 4515) around text from outside: what somebody typed as a recipient is a value
// in the filter, never a part of its structure.
#ifndef SIGNET_DIRECTORY_FILTER_H_
#define SIGNET_DIRECTORY_FILTER_H_

#include <string>
#include <string_view>

namespace signet::directory {

// EscapeValue writes an assertion value (RFC 4515, 3): "*", "(", ")", "\", control characters and
// DEL become a backslash and two hexadecimal digits; other octets, UTF-8 among them, stay.
[[nodiscard]] std::string EscapeValue(std::string_view value);

// IsAttribute tells whether a text is an attribute description (RFC 4512, 2.5): a name or a dotted
// number, and options.
[[nodiscard]] bool IsAttribute(std::string_view text);

// Enclosed gives a filter from a setting in parentheses. Empty: it is none, or one that every entry
// passes ("(objectClass=*)"), or its parentheses do not match.
[[nodiscard]] std::string Enclosed(std::string_view filter);

}  // namespace signet::directory

#endif  // SIGNET_DIRECTORY_FILTER_H_

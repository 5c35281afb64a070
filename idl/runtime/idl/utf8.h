// UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
#ifndef SIGNET_IDL_UTF8_H_
#define SIGNET_IDL_UTF8_H_

#include <string_view>

namespace signet::idl {

// IsUtf8 says whether the whole text is well-formed. The empty text is.
[[nodiscard]] bool IsUtf8(std::string_view text);

}  // namespace signet::idl

#endif  // SIGNET_IDL_UTF8_H_

// JSON as it crosses the border (RFC 8259), read strictly: UTF-8 only, no name twice in an object,
// no number that is not finite, nesting and size within limits::kCallDepth and kCallJsonOctets.
// Reading takes no recursion, whatever the text nests.
#ifndef SIGNET_IDL_JSON_H_
#define SIGNET_IDL_JSON_H_

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace signet::idl {

using Json = nlohmann::json;

// ParseJson reads one value that makes up the whole text. A failure is `invalid-request`, or
// `limit-exceeded`, with a diagnostic that names the place: "arguments.options: not valid JSON
// (octet 17)".
[[nodiscard]] Result<Json> ParseJson(std::string_view text);

// WriteJson gives the text of a value. All strings in it must be UTF-8 and all numbers finite, as
// Writer (idl/writer.h) makes sure.
[[nodiscard]] std::string WriteJson(const Json& value);

}  // namespace signet::idl

#endif  // SIGNET_IDL_JSON_H_

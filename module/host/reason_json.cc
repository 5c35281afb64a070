#include "host/reason_json.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/time.h"
#include "idl/reasons_json.h"
#include "idl/utf8.h"

namespace signet::host {
namespace {

// WellFormed replaces each octet that is not part of a UTF-8 character.
std::string WellFormed(std::string_view text) {
  if (idl::IsUtf8(text)) {
    return std::string(text);
  }
  std::string result;
  while (!text.empty()) {
    constexpr std::size_t kLongestCharacter = 4;
    std::size_t length = 1;
    while (length <= kLongestCharacter && length <= text.size() &&
           !idl::IsUtf8(text.substr(0, length))) {
      ++length;
    }
    if (length <= kLongestCharacter && length <= text.size()) {
      result += text.substr(0, length);
      text.remove_prefix(length);
    } else {
      result += "\xEF\xBF\xBD";
      text.remove_prefix(1);
    }
  }
  return result;
}

std::optional<std::string> NullIfEmpty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(WellFormed(text));
}

}  // namespace

idl::Reason ToDictionary(const Reason& reason) {
  idl::Reason result{.code = reason.code,
                     .severity = idl::Severity::kError,
                     .texts = {},
                     .dates = {},
                     .where = NullIfEmpty(reason.where),
                     .certificate = NullIfEmpty(reason.certificate),
                     .diagnostic = NullIfEmpty(reason.diagnostic)};
  for (const auto& [name, text] : reason.texts) {
    result.texts.emplace(name, WellFormed(text));
  }
  for (const auto& [name, time] : reason.dates) {
    result.dates.emplace(name, ToMilliseconds(time));
  }
  return result;
}

idl::Json ReasonJson(const Reason& reason) {
  idl::Json json;
  idl::Writer writer("error");
  Write(ToDictionary(reason), writer, json);
  return json;
}

}  // namespace signet::host

#include "host/reason_json.h"

#include <optional>
#include <string>
#include <string_view>

#include "idl/reasons_json.h"
#include "idl/utf8.h"
#include "panel/reasons.h"

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

void MakeWellFormed(std::optional<std::string>& text) {
  if (text) {
    text = WellFormed(*text);
  }
}

}  // namespace

idl::Json ReasonJson(const Reason& reason) {
  idl::Reason view = panel::ViewOf(reason, idl::Severity::kError);
  for (auto& [name, text] : view.texts) {
    text = WellFormed(text);
  }
  MakeWellFormed(view.where);
  MakeWellFormed(view.certificate);
  MakeWellFormed(view.diagnostic);
  idl::Json json;
  idl::Writer writer("error");
  Write(view, writer, json);
  return json;
}

}  // namespace signet::host

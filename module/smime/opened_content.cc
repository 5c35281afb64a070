#include "smime/opened_content.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/limits.h"
#include "mime/html.h"
#include "mime/message.h"
#include "mime/transfer.h"

namespace signet::smime {
namespace {

// So many octets of noise are without a control character once in 10^12 times.
constexpr std::size_t kLookedAt = 256;

bool IsControl(std::uint8_t octet) {
  constexpr std::string_view kOfText = "\t\n\f\r";
  constexpr std::uint8_t kSpace = 0x20;
  constexpr std::uint8_t kDelete = 0x7f;
  return (octet < kSpace && kOfText.find(static_cast<char>(octet)) == std::string_view::npos) ||
         octet == kDelete;
}

// Whether the first line is a header field, or there is an empty header.
bool BeginsWithHeader(ByteView content) {
  const std::string_view text = AsText(content.first(std::min(content.size(), kLookedAt)));
  if (text.starts_with("\r\n") || text.starts_with("\n")) {
    return true;
  }
  const std::size_t end = text.find_first_of(": \t\r\n");
  return end != 0 && end != std::string_view::npos && text[end] == ':';
}

}  // namespace

bool LooksLikeEntity(ByteView content) {
  return std::ranges::none_of(content.first(std::min(content.size(), kLookedAt)), IsControl);
}

Bytes ReadyToShow(Bytes content) {
  if (BeginsWithHeader(content)) {
    return content;
  }
  Bytes shown = ToBytes(AsBytes("Content-Type: text/plain; charset=utf-8\r\n\r\n"));
  shown.insert(shown.end(), content.begin(), content.end());
  return shown;
}

bool LoadsRemoteContent(ByteView entity) {
  const auto message = mime::Message::Parse(entity);
  if (!message) {
    return true;
  }
  return std::ranges::any_of(message->entities(), [](const mime::Entity& part) {
    if (!part.type.Is("text", "html")) {
      return false;
    }
    const auto html =
        mime::DecodedBody(part.encoding, part.body, limits::kHtmlOctets, "kHtmlOctets");
    if (!html) {
      return true;
    }
    const std::string* const charset = part.type.parameters.Find("charset");
    const auto findings = mime::InspectHtml(*html, charset == nullptr ? "" : *charset);
    return !findings || findings->LoadsRemoteContent();
  });
}

}  // namespace signet::smime

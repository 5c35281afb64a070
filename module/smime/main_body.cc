#include "smime/main_body.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "mime/header.h"
#include "mime/message.h"
#include "mime/transfer.h"

namespace signet::smime {
namespace {

constexpr std::string_view kParameter = "hp-legacy-display";
constexpr std::string_view kClass = "header-protection-legacy-display";

// Octets of the entity that others take the place of.
struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

std::size_t OffsetIn(ByteView entity, const void* at) {
  return static_cast<std::size_t>(static_cast<const std::uint8_t*>(at) - entity.data());
}

Bytes Apply(ByteView entity, std::vector<Edit> edits) {
  std::ranges::stable_sort(edits, {}, &Edit::begin);
  Bytes result;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    std::ranges::copy(entity.subspan(at, edit.begin - at), std::back_inserter(result));
    std::ranges::copy(AsBytes(edit.text), std::back_inserter(result));
    at = edit.end;
  }
  std::ranges::copy(entity.subspan(at), std::back_inserter(result));
  return result;
}

bool IsAttachment(const mime::Entity& entity) {
  return entity.disposition.disposition == "attachment";
}

// Adds the main body parts at and below the entity.
void FindMainBody(const mime::Message& message, std::vector<const mime::Entity*>& found) {
  std::vector<const mime::Entity*> waiting = {&message.root()};
  while (!waiting.empty()) {
    const mime::Entity& entity = *waiting.back();
    waiting.pop_back();
    const bool leaf = entity.children.empty();
    if (leaf && entity.type.type == "text" && !IsAttachment(entity)) {
      found.push_back(&entity);
    }
    if (leaf || entity.type.type != "multipart") {
      continue;
    }
    const bool every = entity.type.subtype == "alternative";
    for (const std::size_t child : entity.children) {
      waiting.push_back(&message.entities()[child]);
      if (!every) {
        break;
      }
    }
  }
}

bool CanExpress(const mime::Entity& part, std::string_view text) {
  const std::string* const charset = part.type.parameters.Find("charset");
  const bool ascii = std::ranges::all_of(text, [](char c) { return (c & '\x80') == 0; });
  const std::string name = charset == nullptr ? "us-ascii" : mime::LowerCase(*charset);
  // UTF-16 and its like do not begin with ASCII; of the others all that mail is written in do.
  return name == "utf-8" || (ascii && !name.starts_with("utf-") && !name.starts_with("ucs"));
}

// RFC 5322 leaves white space inside of a subject; one line is what is shown.
std::string OneLine(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(line, [](char c) { return c == '\r' || c == '\n'; }, ' ');
  return line;
}

std::string Escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped.append("&amp;");
        break;
      case '<':
        escaped.append("&lt;");
        break;
      case '>':
        escaped.append("&gt;");
        break;
      default:
        escaped.push_back(c);
    }
  }
  return escaped;
}

std::string Encoded(mime::TransferEncoding encoding, const std::string& text) {
  switch (encoding) {
    case mime::TransferEncoding::kBase64:
      return mime::EncodeBase64(AsBytes(text));
    case mime::TransferEncoding::kQuotedPrintable:
      return mime::EncodeQuotedPrintable(AsBytes(text));
    default:
      return text;
  }
}

// The place after <body …>, or the beginning.
std::size_t StartOfBody(std::string_view html) {
  const std::string lower = mime::LowerCase(html);
  const std::size_t body = lower.find("<body");
  const std::size_t end = body == std::string::npos ? body : lower.find('>', body);
  return end == std::string::npos ? 0 : end + 1;
}

std::optional<std::string> Decoded(const mime::Entity& part) {
  const auto decoded =
      mime::DecodedBody(part.encoding, part.body, limits::kHtmlOctets, "kHtmlOctets");
  return decoded ? std::optional(std::string(AsText(*decoded))) : std::nullopt;
}

Edit NewBody(ByteView entity, const mime::Entity& part, const std::string& text) {
  const std::size_t begin = OffsetIn(entity, part.body.data());
  return {begin, begin + part.body.size(), Encoded(part.encoding, text)};
}

// The number of characters that copies of fields and the empty line after them take, or 0.
std::size_t SizeOfFields(std::string_view text) {
  std::size_t at = 0;
  for (bool first = true; at < text.size(); first = false) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) {
      return 0;
    }
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    at = end + 1;
    if (line.empty()) {
      return first ? 0 : at;
    }
    const bool continued = !first && (line.front() == ' ' || line.front() == '\t');
    const std::size_t colon = line.find_first_of(": \t");
    if (!continued && (colon == 0 || colon == std::string_view::npos || line[colon] != ':')) {
      return 0;
    }
  }
  return 0;
}

std::string WithoutFields(const mime::Entity& part, std::string text) {
  if (part.type.Is("text", "plain")) {
    text.erase(0, SizeOfFields(text));
  } else if (part.type.Is("text", "html")) {
    const std::size_t open = text.find(std::string("<div class=\"").append(kClass).append("\">"));
    constexpr std::string_view kClose = "</div>";
    const std::size_t close = open == std::string::npos ? open : text.find(kClose, open);
    if (close != std::string::npos) {
      text.erase(open, close + kClose.size() - open);
    }
  }
  return text;
}

}  // namespace

Result<Bytes> ShowSubjectInBody(ByteView entity, std::string_view subject) {
  SIGNET_ASSIGN(const mime::Message message, mime::Message::Parse(entity));
  std::vector<const mime::Entity*> parts;
  FindMainBody(message, parts);
  const std::string line = "Subject: " + OneLine(subject);
  std::vector<Edit> edits;
  for (const mime::Entity* const part : parts) {
    const mime::HeaderField* const type = part->header.First("content-type");
    const bool plain = part->type.Is("text", "plain");
    std::optional<std::string> text = Decoded(*part);
    if (type == nullptr || !text || !CanExpress(*part, subject) ||
        !(plain || part->type.Is("text", "html"))) {
      continue;
    }
    if (plain) {
      text->insert(0, line + "\r\n\r\n");
    } else {
      text->insert(StartOfBody(*text), std::string("<div class=\"")
                                           .append(kClass)
                                           .append("\"><pre>")
                                           .append(Escaped(line))
                                           .append("</pre></div>"));
    }
    // A semicolon at the end is no parameter yet, and the line end stays where it is.
    const std::size_t value = OffsetIn(entity, type->raw_value.data());
    const std::size_t last = type->raw_value.find_last_not_of("; \t\r\n");
    if (last == std::string_view::npos) {
      continue;
    }
    const std::size_t end = value + last + 1;
    const std::size_t rest =
        std::min(type->raw_value.find_first_not_of("; \t", last + 1), type->raw_value.size());
    edits.push_back({end, value + rest, std::string(";\r\n ").append(kParameter).append("=\"1\"")});
    edits.push_back(NewBody(entity, *part, *text));
  }
  return Apply(entity, std::move(edits));
}

Bytes HideFieldsInBody(Bytes entity) {
  const auto message = mime::Message::Parse(entity);
  if (!message) {
    return entity;
  }
  std::vector<const mime::Entity*> parts;
  FindMainBody(*message, parts);
  std::vector<Edit> edits;
  for (const mime::Entity* const part : parts) {
    const std::string* const marked = part->type.parameters.Find(kParameter);
    if (marked == nullptr || *marked != "1") {
      continue;
    }
    if (const std::optional<std::string> text = Decoded(*part)) {
      edits.push_back(NewBody(entity, *part, WithoutFields(*part, *text)));
    }
  }
  return edits.empty() ? entity : Apply(entity, std::move(edits));
}

}  // namespace signet::smime

#include "mime/message.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "base/limits.h"

namespace signet::mime {
namespace {

bool IsBlank(std::uint8_t c) {
  return c == ' ' || c == '\t';
}

// The parts of a multipart body, and whether its closing delimiter was there.
struct Slices {
  std::vector<ByteView> parts;
  bool closed = false;
};

// A delimiter line that was found: where it begins, line end before it included, where the next
// line begins, and whether it closes.
struct Delimiter {
  std::size_t begin = 0;
  std::size_t next = 0;
  bool closing = false;
};

// What follows "--boundary" on its line: "--" or nothing, then white space only (RFC 2046, 5.1.1).
std::optional<Delimiter> ReadDelimiter(ByteView body, std::size_t at, std::size_t size) {
  std::size_t end = at + size;
  Delimiter delimiter;
  if (body.size() - end >= 2 && body[end] == '-' && body[end + 1] == '-') {
    delimiter.closing = true;
    end += 2;
  }
  while (end < body.size() && IsBlank(body[end])) {
    ++end;
  }
  if (end < body.size() && body[end] == '\r') {
    ++end;
  }
  if (end < body.size() && body[end] != '\n') {
    return std::nullopt;
  }
  delimiter.next = std::min(end + 1, body.size());
  delimiter.begin = at;
  if (at > 0) {
    const bool crlf = at > 1 && body[at - 2] == '\r';
    delimiter.begin -= crlf ? std::size_t{2} : std::size_t{1};
  }
  return delimiter;
}

// Finds the next delimiter line at or after `from`. The search itself looks at few octets of a body
// whose boundary is as long as they usually are, which is what makes a large message cheap.
std::optional<Delimiter> FindDelimiter(ByteView body, std::string_view dash_boundary,
                                       std::size_t from) {
  while (from < body.size()) {
    const void* found =
        memmem(body.data() + from, body.size() - from, dash_boundary.data(), dash_boundary.size());
    if (found == nullptr) {
      return std::nullopt;
    }
    const auto at = static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - body.data());
    if (at == 0 || body[at - 1] == '\n') {
      if (const auto delimiter = ReadDelimiter(body, at, dash_boundary.size())) {
        return delimiter;
      }
    }
    from = at + 1;
  }
  return std::nullopt;
}

Result<Slices> SliceMultipart(ByteView body, std::string_view boundary) {
  const std::string dash_boundary = "--" + std::string(boundary);
  Slices slices;
  auto delimiter = FindDelimiter(body, dash_boundary, 0);  // the preamble ends
  while (delimiter && !delimiter->closing) {
    if (slices.parts.size() == limits::kMimeParts) {
      return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kMimeParts");
    }
    const std::size_t begin = delimiter->next;
    delimiter = FindDelimiter(body, dash_boundary, begin);
    // A delimiter right after another leaves no room for the line end of its own: an empty part.
    const std::size_t end = delimiter ? std::max(delimiter->begin, begin) : body.size();
    slices.parts.push_back(body.subspan(begin, end - begin));
  }
  slices.closed = delimiter.has_value();
  return slices;
}

}  // namespace

std::string Entity::FileName() const {
  if (const std::string* name = disposition.parameters.Find("filename")) {
    return *name;
  }
  const std::string* name = type.parameters.Find("name");
  return name == nullptr ? std::string() : *name;
}

// Parses one message; entities that wait are kept in a list of its own, so that nesting costs no
// stack.
class MessageParser {
 public:
  Result<Message> Parse(ByteView octets) {
    waiting_.push_back({.octets = octets, .parent = Entity::kNone, .path = "1"});
    while (!waiting_.empty()) {
      const Waiting next = std::move(waiting_.back());
      waiting_.pop_back();
      SIGNET_TRY(Take(next));
    }
    return std::move(message_);
  }

 private:
  struct Waiting {
    ByteView octets;
    std::size_t parent = Entity::kNone;
    std::string path;
    std::size_t depth = 0;
    bool in_digest = false;
  };

  void Irregular(const std::string& path, std::string what) {
    message_.irregularities_.push_back(Malformed("part " + path, std::move(what)));
  }

  Result<void> Take(const Waiting& from) {
    if (message_.entities_.size() == limits::kMimeParts) {
      return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kMimeParts");
    }
    if (from.depth > limits::kMimeDepth) {
      return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kMimeDepth");
    }
    auto header = Header::Parse(from.octets);
    if (!header) {
      return std::move(header).error().At("part " + from.path);
    }
    Entity entity;
    entity.octets = from.octets;
    entity.header = *std::move(header);
    entity.body = from.octets.subspan(entity.header.size_with_separator());
    entity.path = from.path;
    entity.parent = from.parent;
    entity.depth = from.depth;
    ReadLabels(entity, from.in_digest);
    const std::size_t index = message_.entities_.size();
    if (from.parent != Entity::kNone) {
      message_.entities_[from.parent].children.push_back(index);
    }
    message_.entities_.push_back(std::move(entity));
    return Descend(index);
  }

  // The one field of that name that counts, unfolded; nothing if there is none.
  std::optional<std::string> Single(const Entity& entity, std::string_view name) {
    const std::vector<const HeaderField*> fields = entity.header.All(name);
    if (fields.empty()) {
      return std::nullopt;
    }
    if (fields.size() > 1) {
      Irregular(entity.path, "several " + std::string(name) + " fields");
    }
    return fields.front()->Unfolded();
  }

  void ReadLabels(Entity& entity, bool in_digest) {
    if (entity.header.malformed_lines() > 0) {
      Irregular(entity.path, "lines in the header that are no fields");
    }
    if (in_digest) {  // RFC 2046, section 5.1.5
      entity.type.type = "message";
      entity.type.subtype = "rfc822";
    }
    if (const auto value = Single(entity, "Content-Type")) {
      if (auto type = ParseContentType(*value)) {
        entity.type = *std::move(type);
      } else {
        entity.type = ContentType();
        Irregular(entity.path, type.error().diagnostic);
      }
    }
    for (const std::string& name : entity.type.parameters.repeated) {
      Irregular(entity.path, "parameter " + name + " of Content-Type occurs several times");
    }
    if (const auto value = Single(entity, "Content-Disposition")) {
      entity.disposition = ParseContentDisposition(*value);
    }
    if (const auto value = Single(entity, "Content-Transfer-Encoding")) {
      entity.encoding = ParseTransferEncoding(*value);
    }
  }

  Result<void> Descend(std::size_t index) {
    const Entity& entity = message_.entities_[index];
    const bool multipart = entity.type.type == "multipart";
    const bool message = entity.type.Is("message", "rfc822") || entity.type.Is("message", "global");
    if (!multipart && !message) {
      return {};
    }
    // Composite types have no transfer encoding (RFC 2045, section 6.4); multiparts are read all
    // the same, as mail programs do.
    if (entity.encoding == TransferEncoding::kBase64 ||
        entity.encoding == TransferEncoding::kQuotedPrintable ||
        entity.encoding == TransferEncoding::kUnknown) {
      Irregular(entity.path, "a composite type with a transfer encoding");
      if (message) {
        return {};
      }
    }
    if (message) {
      waiting_.push_back({.octets = entity.body,
                          .parent = index,
                          .path = entity.path + ".1",
                          .depth = entity.depth + 1});
      return {};
    }
    return DescendMultipart(index);
  }

  Result<void> DescendMultipart(std::size_t index) {
    const Entity& entity = message_.entities_[index];
    const std::string* parameter = entity.type.parameters.Find("boundary");
    std::string_view boundary = parameter == nullptr ? std::string_view() : *parameter;
    while (boundary.ends_with(' ')) {
      boundary.remove_suffix(1);
    }
    if (boundary.empty() || boundary.find_first_of("\r\n") != std::string_view::npos) {
      Irregular(entity.path, "a multipart without a usable boundary");
      return {};
    }
    auto slices = SliceMultipart(entity.body, boundary);
    if (!slices) {
      return std::move(slices).error().At("part " + entity.path);
    }
    if (!slices->closed) {
      Irregular(entity.path, "the closing delimiter is missing");
    }
    // The last part is pushed first, so that the first one is taken next.
    for (std::size_t i = slices->parts.size(); i > 0; --i) {
      waiting_.push_back({.octets = slices->parts[i - 1],
                          .parent = index,
                          .path = entity.path + "." + std::to_string(i),
                          .depth = entity.depth + 1,
                          .in_digest = entity.type.subtype == "digest"});
    }
    if (message_.entities_.size() + waiting_.size() > limits::kMimeParts) {
      return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kMimeParts");
    }
    return {};
  }

  Message message_;
  std::vector<Waiting> waiting_;
};

Result<Message> Message::Parse(ByteView octets) {
  return MessageParser().Parse(octets);
}

}  // namespace signet::mime

#include "mime/signable.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "mime/header.h"
#include "mime/message.h"
#include "mime/transfer.h"

namespace signet::mime {
namespace {

// RFC 5322, 2.1.1.
constexpr std::size_t kLineOctetsMost = 998;
// Text that may become quoted-printable, which is encoded in memory.
constexpr std::size_t kQuotedOctetsMost = std::size_t{4} << 20U;
// Quoted-printable needs three characters for an octet, base64 4/3: beyond every sixth octet base64
// is shorter.
constexpr std::size_t kQuotedShare = 6;

bool IsBlank(std::uint8_t octet) {
  return octet == ' ' || octet == '\t';
}

// Octets that are looked at together. The number is fixed and nothing branches, so that the
// compiler makes vector code of it.
constexpr std::size_t kBlock = 512;

bool IsSevenBitOctet(std::uint8_t octet) {
  return static_cast<std::uint8_t>(octet - 1U) < 0x7fU;
}

bool IsSevenBitBlock(std::span<const std::uint8_t, kBlock> block) {
  std::uint8_t odd = 0;
  for (std::size_t i = 0; i < kBlock; ++i) {
    odd |= static_cast<std::uint8_t>(!IsSevenBitOctet(block[i]));
  }
  return odd == 0;
}

// Neither NUL nor 8-bit.
bool IsSevenBit(ByteView octets) {
  while (octets.size() >= kBlock) {
    if (!IsSevenBitBlock(octets.first<kBlock>())) {
      return false;
    }
    octets = octets.subspan(kBlock);
  }
  return std::ranges::all_of(octets, IsSevenBitOctet);
}

// One line without its LF.
bool IsSafeLine(ByteView line, bool ended) {
  if (ended && !line.empty() && line.back() == '\r') {
    line = line.first(line.size() - 1);
  }
  return line.size() <= kLineOctetsMost && (line.empty() || !IsBlank(line.back())) &&
         !AsText(line).starts_with("From ") && AsText(line) != "." &&
         (line.empty() || std::memchr(line.data(), '\r', line.size()) == nullptr);
}

// A place of the message that is not sent as it is.
struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  // What is sent instead: these octets, or the body of an entity in the encoding.
  std::string text;
  const Entity* encode = nullptr;
  TransferEncoding encoding = TransferEncoding::k7bit;
};

std::string_view EncodingName(TransferEncoding encoding) {
  switch (encoding) {
    case TransferEncoding::kBase64:
      return "base64";
    case TransferEncoding::kQuotedPrintable:
      return "quoted-printable";
    default:
      return "7bit";
  }
}

// Whether text is shorter as quoted-printable, of the decoded body.
Result<bool> PrefersQuoted(const Entity& entity) {
  if (entity.type.type != "text" || entity.body.size() > kQuotedOctetsMost) {
    return false;
  }
  std::size_t encoded = 0;
  std::size_t all = 0;
  SIGNET_TRY(DecodeBody(entity.encoding, entity.body, [&](ByteView piece) -> Result<void> {
    encoded += static_cast<std::size_t>(
        std::ranges::count_if(piece, [](std::uint8_t octet) { return octet >= 0x80; }));
    // Quoted-printable is for lines: what holds other controls is no text.
    encoded += piece.size() * static_cast<std::size_t>(std::ranges::count(piece, 0));
    all += piece.size();
    return {};
  }));
  return encoded * kQuotedShare <= all;
}

// Collects the edits of a message in its order.
class Editor {
 public:
  Editor(const Message& message, OtherFields fields) : message_(&message), fields_(fields) {}

  Result<std::vector<Edit>> Run() && {
    if (fields_ == OtherFields::kOutside) {
      DropOuterFields();
    }
    const std::vector<Entity>& entities = message_->entities();
    std::vector<bool> kept(entities.size());
    for (std::size_t i = 0; i < entities.size(); ++i) {
      const Entity& entity = entities[i];
      kept[i] = entity.type.Is("multipart", "signed") ||
                (entity.parent != Entity::kNone && kept[entity.parent]);
      if (kept[i]) {
        continue;
      }
      if (!entity.children.empty()) {
        const bool wide = entity.encoding == TransferEncoding::k8bit ||
                          entity.encoding == TransferEncoding::kBinary;
        if (wide) {
          SetEncoding(entity, TransferEncoding::k7bit);
        }
      } else if (entity.type.type == "multipart" || entity.encoding == TransferEncoding::kUnknown) {
        continue;  // nothing is known that would be right
      } else if (!IsTransportSafe(entity.body) || entity.encoding == TransferEncoding::kBinary) {
        SIGNET_ASSIGN(const bool quoted, PrefersQuoted(entity));
        const TransferEncoding encoding =
            quoted ? TransferEncoding::kQuotedPrintable : TransferEncoding::kBase64;
        SetEncoding(entity, encoding);
        Add({OffsetOf(entity.body),
             OffsetOf(entity.body) + entity.body.size(),
             {},
             &entity,
             encoding});
      } else if (entity.encoding == TransferEncoding::k8bit) {
        SetEncoding(entity, TransferEncoding::k7bit);
      }
    }
    std::ranges::stable_sort(edits_, {}, &Edit::begin);
    return std::move(edits_);
  }

 private:
  [[nodiscard]] std::size_t OffsetOf(ByteView part) const {
    return static_cast<std::size_t>(part.data() - message_->root().octets.data());
  }
  void Add(Edit edit) { edits_.push_back(std::move(edit)); }

  void DropOuterFields() {
    for (const HeaderField& field : message_->root().header.fields()) {
      if (!IsContentField(field)) {
        const std::size_t begin = OffsetOf(field.octets);
        Add({begin, begin + field.octets.size(), {}, nullptr, {}});
      }
    }
  }

  // Replaces the field, or adds one at the header's end.
  void SetEncoding(const Entity& entity, TransferEncoding encoding) {
    std::string text = "Content-Transfer-Encoding: ";
    text.append(EncodingName(encoding)).append("\r\n");
    for (const HeaderField* field : entity.header.All("content-transfer-encoding")) {
      const std::size_t begin = OffsetOf(field->octets);
      Add({begin, begin + field->octets.size(), std::exchange(text, {}), nullptr, {}});
    }
    if (!text.empty()) {
      const std::size_t end = OffsetOf(entity.header.octets()) + entity.header.octets().size();
      Add({end, end, std::move(text), nullptr, {}});
    }
  }

  const Message* message_;
  OtherFields fields_;
  std::vector<Edit> edits_;
};

// A text whose lines were sent in 7bit or 8bit ends them with CRLF; other octets are as they are.
Result<void> StreamDecoded(const Entity& entity, const Sink& sink) {
  const bool lines = entity.encoding != TransferEncoding::kBase64 &&
                     entity.encoding != TransferEncoding::kQuotedPrintable &&
                     entity.encoding != TransferEncoding::kBinary;
  return lines ? StreamCanonical(entity.body, sink)
               : DecodeBody(entity.encoding, entity.body, sink);
}

Result<void> StreamEncoded(const Edit& edit, const Sink& sink) {
  if (edit.encoding == TransferEncoding::kQuotedPrintable) {
    Bytes decoded;
    SIGNET_TRY(StreamDecoded(*edit.encode, [&](ByteView piece) -> Result<void> {
      decoded.insert(decoded.end(), piece.begin(), piece.end());
      return {};
    }));
    return sink(AsBytes(EncodeQuotedPrintable(decoded)));
  }
  Base64Encoder encoder;
  std::string text;
  SIGNET_TRY(StreamDecoded(*edit.encode, [&](ByteView piece) -> Result<void> {
    text.clear();
    encoder.Update(piece, text);
    return text.empty() ? Result<void>() : sink(AsBytes(text));
  }));
  text.clear();
  encoder.Finish(text);
  return text.empty() ? Result<void>() : sink(AsBytes(text));
}

// The body of a message that has none needs the empty line all the same.
bool LacksSeparator(const Header& header) {
  return header.size_with_separator() == header.octets().size();
}

}  // namespace

bool IsTransportSafe(ByteView text) {
  constexpr std::size_t kPiece = std::size_t{64} << 10U;
  // The octets of a piece are in the cache when its lines are looked at.
  std::size_t line = 0;
  for (std::size_t begin = 0; begin < text.size(); begin += kPiece) {
    const ByteView piece = text.subspan(begin, std::min(kPiece, text.size() - begin));
    if (!IsSevenBit(piece)) {
      return false;
    }
    const std::size_t end = begin + piece.size();
    while (line < end) {
      const std::size_t from = std::max(line, begin);
      const void* const found = std::memchr(text.data() + from, '\n', end - from);
      if (found == nullptr) {
        break;
      }
      const auto at =
          static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - text.data());
      if (!IsSafeLine(text.subspan(line, at - line), true)) {
        return false;
      }
      line = at + 1;
    }
    if (end - std::min(line, end) > kLineOctetsMost + 1) {
      return false;
    }
  }
  return IsSafeLine(text.subspan(line), false);
}

Result<void> StreamSignable(ByteView message, const Sink& sink, OtherFields fields) {
  SIGNET_ASSIGN(const Message parsed, Message::Parse(message));
  SIGNET_ASSIGN(const std::vector<Edit> edits, Editor(parsed, fields).Run());
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    SIGNET_TRY(StreamCanonical(message.subspan(at, edit.begin - at), sink));
    if (edit.encode != nullptr) {
      SIGNET_TRY(StreamEncoded(edit, sink));
    } else if (!edit.text.empty()) {
      SIGNET_TRY(sink(AsBytes(edit.text)));
    }
    at = edit.end;
  }
  SIGNET_TRY(StreamCanonical(message.subspan(at), sink));
  if (LacksSeparator(parsed.root().header)) {
    return sink(AsBytes("\r\n"));
  }
  return {};
}

Result<std::string> OuterHeader(ByteView message) {
  SIGNET_ASSIGN(const Header header, Header::Parse(message));
  std::string outer;
  for (const HeaderField& field : header.fields()) {
    if (IsStructural(field)) {
      continue;
    }
    SIGNET_TRY(StreamCanonical(field.octets, [&](ByteView piece) -> Result<void> {
      outer.append(AsText(piece));
      return {};
    }));
    if (!outer.ends_with("\r\n")) {
      outer.append("\r\n");
    }
  }
  return outer;
}

}  // namespace signet::mime

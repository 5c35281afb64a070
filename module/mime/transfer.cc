#include "mime/transfer.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace signet::mime {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10U;
// A line of base64 with its end.
constexpr std::size_t kLineCharacters = 78;
constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// Values of characters; the last three are no digits.
constexpr std::uint8_t kBlank = 64;
constexpr std::uint8_t kPadding = 65;
constexpr std::uint8_t kOther = 255;

consteval std::array<std::uint8_t, 256> MakeValues() {
  std::array<std::uint8_t, 256> values{};
  values.fill(kOther);
  for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
    values.at(static_cast<std::uint8_t>(kAlphabet[i])) = static_cast<std::uint8_t>(i);
  }
  for (const char c : {' ', '\t', '\r', '\n'}) {
    values.at(static_cast<std::uint8_t>(c)) = kBlank;
  }
  values.at('=') = kPadding;
  return values;
}
constexpr std::array<std::uint8_t, 256> kValues = MakeValues();

// For each place in a group of four characters, what the character contributes to the 24 bits; the
// top octet is set for what is no digit, so that one test covers all four.
constexpr std::uint32_t kNoDigit = 0xff000000U;
consteval std::array<std::array<std::uint32_t, 256>, 4> MakeShifted() {
  std::array<std::array<std::uint32_t, 256>, 4> tables{};
  for (std::size_t place = 0; place < 4; ++place) {
    for (std::size_t c = 0; c < 256; ++c) {
      tables.at(place).at(c) =
          kValues.at(c) < 64 ? std::uint32_t{kValues.at(c)} << (18 - (6 * place)) : kNoDigit;
    }
  }
  return tables;
}
constexpr std::array<std::array<std::uint32_t, 256>, 4> kShifted = MakeShifted();

// Decodes whole groups of digits from the start of `text` to `out`, until something else comes;
// gives the characters read. `out` has room for three octets a group.
std::size_t DecodeGroups(ByteView text, std::uint8_t* out) {
  const std::uint8_t* in = text.data();
  const std::size_t groups = text.size() / 4;
  for (std::size_t i = 0; i < groups; ++i) {
    const std::uint32_t bits =
        kShifted[0][in[0]] | kShifted[1][in[1]] | kShifted[2][in[2]] | kShifted[3][in[3]];
    if (bits >= kNoDigit) {
      return i * 4;
    }
    out[0] = static_cast<std::uint8_t>(bits >> 16U);
    out[1] = static_cast<std::uint8_t>(bits >> 8U);
    out[2] = static_cast<std::uint8_t>(bits);
    in += 4;
    out += 3;
  }
  return groups * 4;
}

// The two characters of each 12 bits.
consteval std::array<std::array<char, 2>, 4096> MakePairs() {
  std::array<std::array<char, 2>, 4096> pairs{};
  for (std::size_t bits = 0; bits < pairs.size(); ++bits) {
    pairs.at(bits) = {kAlphabet[bits >> 6U], kAlphabet[bits & 63U]};
  }
  return pairs;
}
constexpr std::array<std::array<char, 2>, 4096> kPairs = MakePairs();

// Writes up to 57 octets as one line to `out`, which has room for it, and gives its end.
char* EncodeLine(ByteView octets, char* out) {
  while (octets.size() >= 3) {
    const std::uint32_t group =
        (std::uint32_t{octets[0]} << 16U) | (std::uint32_t{octets[1]} << 8U) | octets[2];
    std::memcpy(out, kPairs[group >> 12U].data(), 2);
    std::memcpy(out + 2, kPairs[group & 0xfffU].data(), 2);
    out += 4;
    octets = octets.subspan(3);
  }
  if (!octets.empty()) {
    const std::uint32_t second = octets.size() > 1 ? octets[1] : 0U;
    const std::uint32_t group = (std::uint32_t{octets[0]} << 16U) | (second << 8U);
    std::memcpy(out, kPairs[group >> 12U].data(), 2);
    out[2] = octets.size() > 1 ? kPairs[group & 0xfffU][0] : '=';
    out[3] = '=';
    out += 4;
  }
  *out++ = '\r';
  *out++ = '\n';
  return out;
}

int HexDigit(std::uint8_t c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  if (c >= 'A' && c <= 'F') {
    return c - 'A' + 10;
  }
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// Gathers what a decoder gives into pieces for the sink, so that memory does not grow with the
// body.
class PieceWriter {
 public:
  explicit PieceWriter(const Sink& sink) : sink_(&sink) { piece_.reserve(kPiece); }

  Result<void> Write(ByteView octets) {
    while (!octets.empty()) {
      const ByteView part = octets.first(std::min(kPiece - piece_.size(), octets.size()));
      piece_.insert(piece_.end(), part.begin(), part.end());
      octets = octets.subspan(part.size());
      if (piece_.size() == kPiece) {
        SIGNET_TRY(Flush());
      }
    }
    return {};
  }

  Result<void> Flush() {
    if (!piece_.empty()) {
      SIGNET_TRY((*sink_)(piece_));
      piece_.clear();
    }
    return {};
  }

 private:
  const Sink* sink_;
  Bytes piece_;
};

// Decodes one line of quoted-printable without its line end; says whether a soft break ends it.
Result<bool> DecodeQuotedLine(ByteView line, PieceWriter& out) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) {
    line = line.first(line.size() - 1);  // added in transport (RFC 2045, section 6.7, rule 3)
  }
  const bool soft = !line.empty() && line.back() == '=';
  if (soft) {
    line = line.first(line.size() - 1);
  }
  while (!line.empty()) {
    const void* found = std::memchr(line.data(), '=', line.size());
    const std::size_t at =
        found == nullptr
            ? line.size()
            : static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - line.data());
    SIGNET_TRY(out.Write(line.first(at)));
    line = line.subspan(at);
    if (line.size() >= 3 && HexDigit(line[1]) >= 0 && HexDigit(line[2]) >= 0) {
      const auto octet = static_cast<std::uint8_t>((HexDigit(line[1]) * 16) + HexDigit(line[2]));
      SIGNET_TRY(out.Write({&octet, 1}));
      line = line.subspan(3);
    } else if (!line.empty()) {
      SIGNET_TRY(out.Write(line.first(1)));  // not encoded after all: kept as it stands
      line = line.subspan(1);
    }
  }
  return soft;
}

Result<void> DecodeQuotedPrintable(ByteView body, const Sink& sink) {
  PieceWriter out(sink);
  while (!body.empty()) {
    const void* found = std::memchr(body.data(), '\n', body.size());
    const bool ended = found != nullptr;
    const std::size_t end =
        ended ? static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - body.data())
              : body.size();
    ByteView line = body.first(end);
    const bool crlf = ended && !line.empty() && line.back() == '\r';
    if (crlf) {
      line = line.first(line.size() - 1);
    }
    SIGNET_ASSIGN(const bool soft, DecodeQuotedLine(line, out));
    if (!soft && ended) {
      SIGNET_TRY(out.Write(AsBytes(crlf ? "\r\n" : "\n")));
    }
    body = body.subspan(ended ? end + 1 : end);
  }
  return out.Flush();
}

Result<void> DecodeBase64(ByteView body, const Sink& sink) {
  Base64Decoder decoder;
  Bytes out;
  out.reserve(kPiece);
  while (!body.empty()) {
    const ByteView piece = body.first(std::min(kPiece, body.size()));
    out.clear();
    decoder.Update(piece, out);
    if (!out.empty()) {
      SIGNET_TRY(sink(out));
    }
    body = body.subspan(piece.size());
  }
  out.clear();
  decoder.Finish(out);
  return out.empty() ? Result<void>() : sink(out);
}

// A character that may stand for itself in quoted-printable, blanks apart.
bool IsPlain(std::uint8_t c) {
  return c > 32 && c < 127 && c != '=';
}

void AppendEncoded(std::uint8_t c, std::string& out) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  out += '=';
  out += kHex[c >> 4U];
  out += kHex[c & 15U];
}

// One line without its end. A soft break comes before a line would have 77 characters.
void EncodeQuotedLine(ByteView line, std::string& out) {
  constexpr std::size_t kLongest = 76;
  std::size_t column = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const std::uint8_t c = line[i];
    const bool last = i + 1 == line.size();
    const bool blank = c == ' ' || c == '\t';
    const std::size_t width = IsPlain(c) || (blank && !last) ? 1 : 3;
    if (column + width > kLongest - (last ? 0 : 1)) {
      out += "=\r\n";
      column = 0;
    }
    // "From " would be escaped by an mbox and a lone dot would end an SMTP message. After a soft
    // break this may be the start of a line as well.
    const bool risky = column == 0 && (c == '.' || AsText(line.subspan(i)).starts_with("From "));
    if (width == 1 && !risky) {
      out += static_cast<char>(c);
      column += 1;
    } else {
      AppendEncoded(c, out);
      column += 3;
    }
  }
}

}  // namespace

void Base64Decoder::Update(ByteView text, Bytes& out) {
  // Room for all whole groups, with the up to three digits that wait, and for a last partial one.
  std::size_t at = out.size();
  out.resize(at + ((text.size() + 3) / 4 * 3) + 3);
  while (!text.empty()) {
    if (group_size_ == 0 && !ended_) {
      const std::size_t read = DecodeGroups(text, out.data() + at);
      at += read / 4 * 3;
      text = text.subspan(read);
      if (text.empty()) {
        break;
      }
    }
    const std::uint8_t value = kValues[text.front()];
    text = text.subspan(1);
    if (value == kPadding) {
      if (!ended_) {
        at += TakePartial(out.data() + at);
        ended_ = true;
      }
    } else if (value == kOther) {
      ++skipped_;
    } else if (value != kBlank) {
      if (ended_) {
        data_after_end_ = true;
        break;
      }
      group_ = (group_ << 6U) | value;
      if (++group_size_ == 4) {
        for (const unsigned shift : {16U, 8U, 0U}) {
          out[at++] = static_cast<std::uint8_t>(group_ >> shift);
        }
        group_ = 0;
        group_size_ = 0;
      }
    }
  }
  out.resize(at);
}

std::size_t Base64Decoder::TakePartial(std::uint8_t* out) {
  std::size_t octets = 0;
  if (group_size_ >= 2) {
    out[octets++] = static_cast<std::uint8_t>(group_ >> ((group_size_ * 6) - 8));
  }
  if (group_size_ == 3) {
    out[octets++] = static_cast<std::uint8_t>(group_ >> 2U);
  }
  group_ = 0;
  group_size_ = 0;
  return octets;
}

void Base64Decoder::Finish(Bytes& out) {
  std::array<std::uint8_t, 2> last{};
  const std::size_t octets = TakePartial(last.data());
  out.insert(out.end(), last.begin(), last.begin() + static_cast<std::ptrdiff_t>(octets));
}

Result<void> DecodeBody(TransferEncoding encoding, ByteView body, const Sink& sink) {
  switch (encoding) {
    case TransferEncoding::kBase64:
      return DecodeBase64(body, sink);
    case TransferEncoding::kQuotedPrintable:
      return DecodeQuotedPrintable(body, sink);
    default:
      return body.empty() ? Result<void>() : sink(body);
  }
}

Result<Bytes> DecodedBody(TransferEncoding encoding, ByteView body, std::size_t limit,
                          std::string_view limit_name) {
  Bytes all;
  SIGNET_TRY(DecodeBody(encoding, body, [&](ByteView piece) -> Result<void> {
    if (piece.size() > limit - all.size()) {
      return MakeReason(ReasonCode::kLimitExceeded).With("limit", std::string(limit_name));
    }
    all.insert(all.end(), piece.begin(), piece.end());
    return {};
  }));
  return all;
}

void Base64Encoder::Update(ByteView octets, std::string& out) {
  const std::size_t lines = (line_size_ + octets.size()) / line_.size();
  const std::size_t before = out.size();
  out.resize(before + (lines * kLineCharacters));
  char* end = out.data() + before;
  for (std::size_t i = 0; i < lines; ++i) {
    if (line_size_ > 0) {
      const std::size_t missing = line_.size() - line_size_;
      std::ranges::copy(octets.first(missing),
                        line_.begin() + static_cast<std::ptrdiff_t>(line_size_));
      octets = octets.subspan(missing);
      line_size_ = 0;
      end = EncodeLine(line_, end);
    } else {
      end = EncodeLine(octets.first(line_.size()), end);
      octets = octets.subspan(line_.size());
    }
  }
  std::ranges::copy(octets, line_.begin() + static_cast<std::ptrdiff_t>(line_size_));
  line_size_ += octets.size();
}

void Base64Encoder::Finish(std::string& out) {
  if (line_size_ > 0) {
    std::array<char, kLineCharacters> line{};
    out.append(line.data(), EncodeLine(ByteView(line_).first(line_size_), line.data()));
    line_size_ = 0;
  }
}

std::string EncodeBase64(ByteView octets) {
  std::string text;
  text.reserve((octets.size() / 57 + 1) * kLineCharacters);
  Base64Encoder encoder;
  encoder.Update(octets, text);
  encoder.Finish(text);
  return text;
}

std::string EncodeQuotedPrintable(ByteView text) {
  std::string out;
  while (!text.empty()) {
    const auto newline = std::ranges::find(text, '\n');
    ByteView line(text.begin(), newline);
    const bool ended = newline != text.end();
    if (ended && !line.empty() && line.back() == '\r') {
      line = line.first(line.size() - 1);
    }
    EncodeQuotedLine(line, out);
    if (ended) {
      out += "\r\n";
    }
    text = ByteView(ended ? newline + 1 : newline, text.end());
  }
  return out;
}

}  // namespace signet::mime

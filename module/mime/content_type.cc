#include "mime/content_type.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/limits.h"
#include "mime/gmime_text.h"
#include "mime/header.h"

namespace signet::mime {
namespace {

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// tspecials of RFC 2045, section 5.1, without those that programs put into unquoted values anyway.
bool EndsToken(char c) {
  return IsSpace(c) || c == ';' || c == '"' || c == '(' || c == ')' || c == '=' || c == '/' ||
         c == ',' || c == '<' || c == '>';
}

// Cursor over a structured value.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  [[nodiscard]] bool AtEnd() const { return at_ >= text_.size(); }
  [[nodiscard]] char Peek() const { return AtEnd() ? '\0' : text_[at_]; }
  void Skip() { ++at_; }

  bool Take(char c) {
    if (AtEnd() || text_[at_] != c) {
      return false;
    }
    ++at_;
    return true;
  }

  // White space and comments, which nest (RFC 5322, section 3.2.2).
  void SkipBlanks() {
    std::size_t depth = 0;
    while (!AtEnd()) {
      const char c = text_[at_];
      if (c == '(') {
        ++depth;
      } else if (depth > 0 && c == ')') {
        --depth;
      } else if (depth > 0 && c == '\\' && at_ + 1 < text_.size()) {
        ++at_;
      } else if (depth == 0 && !IsSpace(c)) {
        return;
      }
      ++at_;
    }
  }

  std::string_view Token() {
    const std::size_t start = at_;
    while (!AtEnd() && !EndsToken(text_[at_])) {
      ++at_;
    }
    return text_.substr(start, at_ - start);
  }

  // The rest of a quoted string whose opening quote was taken.
  std::string QuotedString() {
    std::string value;
    while (!AtEnd()) {
      char c = text_[at_++];
      if (c == '"') {
        break;
      }
      if (c == '\\' && !AtEnd()) {
        c = text_[at_++];
      }
      value += c;
    }
    return value;
  }

  // An unquoted value up to the next semicolon: programs forget the quotes around blanks.
  std::string UnquotedValue() {
    const std::size_t start = at_;
    while (!AtEnd() && text_[at_] != ';' && text_[at_] != '(') {
      ++at_;
    }
    std::string_view value = text_.substr(start, at_ - start);
    while (!value.empty() && IsSpace(value.back())) {
      value.remove_suffix(1);
    }
    return std::string(value);
  }

  void SkipTo(char c) {
    while (!AtEnd() && text_[at_] != c) {
      ++at_;
    }
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

int HexDigit(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  if (c >= 'a' && c <= 'f') {
    return c - 'a' + 10;
  }
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string PercentDecoded(std::string_view text) {
  std::string value;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && HexDigit(text[i + 1]) >= 0 &&
        HexDigit(text[i + 2]) >= 0) {
      value += static_cast<char>((HexDigit(text[i + 1]) * 16) + HexDigit(text[i + 2]));
      i += 2;
    } else {
      value += text[i];
    }
  }
  return value;
}

// The pieces of one parameter that RFC 2231 splits: name*0*, name*1, …
struct Section {
  std::string text;
  bool extended = false;
};

struct Continued {
  std::map<unsigned, Section> sections;
};

// "name*1*" is name, section 1, extended; "name*" is name, extended, whole.
struct SplitName {
  std::string name;
  std::optional<unsigned> section;
  bool extended = false;
};

SplitName Split(std::string_view attribute) {
  SplitName split;
  split.name = LowerCase(attribute);
  if (split.name.ends_with('*')) {
    split.extended = true;
    split.name.pop_back();
  }
  const std::size_t star = split.name.rfind('*');
  if (star != std::string::npos && star + 1 < split.name.size() && split.name.size() - star <= 5 &&
      std::all_of(split.name.begin() + static_cast<std::ptrdiff_t>(star) + 1, split.name.end(),
                  [](char c) { return c >= '0' && c <= '9'; })) {
    split.section = static_cast<unsigned>(std::stoul(split.name.substr(star + 1)));
    split.name.erase(star);
  }
  return split;
}

// RFC 2231, section 4: charset'language'value in the first section, percent-encoded octets.
std::string Join(const Continued& continued) {
  std::string octets;
  std::string charset;
  unsigned expected = 0;
  for (const auto& [number, section] : continued.sections) {
    if (number != expected) {
      break;  // a gap: what follows is not part of the value
    }
    ++expected;
    std::string_view text = section.text;
    if (section.extended && number == 0) {
      const std::size_t first = text.find('\'');
      const std::size_t second =
          first == std::string_view::npos ? first : text.find('\'', first + 1);
      if (second != std::string_view::npos) {
        charset = text.substr(0, first);
        text.remove_prefix(second + 1);
      }
    }
    octets += section.extended ? PercentDecoded(text) : std::string(text);
  }
  return ConvertToUtf8(octets, charset).value_or(ValidUtf8(octets));
}

std::string DecodedValue(const std::string& value) {
  // Encoded words are not allowed in parameters (RFC 2047, section 5), and common there.
  return value.find("=?") == std::string::npos ? ValidUtf8(value) : DecodeWords(value);
}

void Add(Parameters& parameters, std::string name, std::string value) {
  if (parameters.Find(name) == nullptr) {
    parameters.list.push_back({std::move(name), std::move(value)});
  } else if (std::ranges::find(parameters.repeated, name) == parameters.repeated.end()) {
    parameters.repeated.push_back(std::move(name));
  }
}

// One "attribute = value" at the scanner, or nothing.
std::optional<std::pair<std::string, std::string>> ReadPair(Scanner& scanner) {
  scanner.SkipBlanks();
  std::string attribute(scanner.Token());
  scanner.SkipBlanks();
  if (attribute.empty() || !scanner.Take('=')) {
    return std::nullopt;
  }
  scanner.SkipBlanks();
  std::string value = scanner.Take('"') ? scanner.QuotedString() : scanner.UnquotedValue();
  return std::pair(std::move(attribute), std::move(value));
}

Parameters ReadParameters(Scanner& scanner) {
  Parameters parameters;
  std::vector<std::string> continued_order;
  std::map<std::string, Continued> continued;
  std::size_t count = 0;
  while (scanner.SkipTo(';'), scanner.Take(';')) {
    if (++count > limits::kMimeParameters) {
      break;
    }
    auto pair = ReadPair(scanner);
    if (!pair) {
      continue;
    }
    SplitName split = Split(pair->first);
    if (!split.section && !split.extended) {
      Add(parameters, std::move(split.name), DecodedValue(pair->second));
      continue;
    }
    if (!continued.contains(split.name)) {
      continued_order.push_back(split.name);
    }
    continued[split.name].sections.try_emplace(split.section.value_or(0),
                                               Section{std::move(pair->second), split.extended});
  }
  for (const std::string& name : continued_order) {
    const std::string value = Join(continued[name]);
    // RFC 6266 and RFC 5987 prefer the extended form where both are there; so do mail programs.
    const auto plain = std::ranges::find(parameters.list, name, &Parameter::name);
    if (plain != parameters.list.end()) {
      plain->value = value;
    } else {
      parameters.list.push_back({name, value});
    }
  }
  return parameters;
}

}  // namespace

const std::string* Parameters::Find(std::string_view name) const {
  const auto found = std::ranges::find(list, name, &Parameter::name);
  return found == list.end() ? nullptr : &found->value;
}

Result<ContentType> ParseContentType(std::string_view unfolded_value) {
  Scanner scanner(unfolded_value);
  scanner.SkipBlanks();
  ContentType content_type;
  content_type.type = LowerCase(scanner.Token());
  scanner.SkipBlanks();
  const bool slash = scanner.Take('/');
  scanner.SkipBlanks();
  content_type.subtype = LowerCase(scanner.Token());
  if (content_type.type.empty() || !slash || content_type.subtype.empty()) {
    return Malformed("", "no media type in Content-Type");
  }
  content_type.parameters = ReadParameters(scanner);
  return content_type;
}

ContentDisposition ParseContentDisposition(std::string_view unfolded_value) {
  Scanner scanner(unfolded_value);
  scanner.SkipBlanks();
  ContentDisposition disposition;
  disposition.disposition = LowerCase(scanner.Token());
  disposition.parameters = ReadParameters(scanner);
  return disposition;
}

TransferEncoding ParseTransferEncoding(std::string_view unfolded_value) {
  Scanner scanner(unfolded_value);
  scanner.SkipBlanks();
  const std::string name = LowerCase(scanner.Token());
  if (name.empty() || name == "7bit" || name == "7-bit") {
    return TransferEncoding::k7bit;
  }
  if (name == "8bit" || name == "8-bit") {
    return TransferEncoding::k8bit;
  }
  if (name == "binary") {
    return TransferEncoding::kBinary;
  }
  if (name == "quoted-printable") {
    return TransferEncoding::kQuotedPrintable;
  }
  return name == "base64" ? TransferEncoding::kBase64 : TransferEncoding::kUnknown;
}

}  // namespace signet::mime

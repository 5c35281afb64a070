#include "mime/header.h"

#include <algorithm>

#include "base/limits.h"
#include "mime/gmime_text.h"

namespace signet::mime {
namespace {

bool IsBlank(char c) {
  return c == ' ' || c == '\t';
}

char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// A field name is printable ASCII without the colon (RFC 5322, section 2.2).
bool IsFieldName(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) { return c > 32 && c < 127; });
}

std::string_view WithoutLineEnd(std::string_view line) {
  if (line.ends_with('\n')) {
    line.remove_suffix(1);
  }
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  return line;
}

std::size_t EndOfLine(std::string_view text, std::size_t from) {
  const std::size_t newline = text.find('\n', from);
  return newline == std::string_view::npos ? text.size() : newline + 1;
}

}  // namespace

std::string HeaderField::Unfolded() const {
  std::string value;
  value.reserve(raw_value.size());
  for (std::size_t at = 0; at < raw_value.size();) {
    const std::size_t end = EndOfLine(raw_value, at);
    value += WithoutLineEnd(raw_value.substr(at, end - at));
    at = end;
  }
  const std::size_t first = value.find_first_not_of(" \t");
  if (first == std::string::npos) {
    return {};
  }
  return value.substr(first, value.find_last_not_of(" \t") - first + 1);
}

Result<Header> Header::Parse(ByteView entity) {
  Header header;
  const std::string_view text = AsText(entity);
  std::size_t at = 0;
  bool in_field = false;
  while (at < text.size()) {
    const std::size_t end = EndOfLine(text, at);
    const std::string_view line = text.substr(at, end - at);
    if (WithoutLineEnd(line).empty()) {
      header.octets_ = entity.first(at);
      header.size_with_separator_ = end;
      return header;
    }
    if (end > limits::kMimeHeaderOctets) {
      return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kMimeHeaderOctets");
    }
    if (IsBlank(line.front())) {
      if (in_field) {
        HeaderField& field = header.fields_.back();
        const std::size_t value_at = static_cast<std::size_t>(field.raw_value.data() - text.data());
        const std::size_t field_at = static_cast<std::size_t>(field.name.data() - text.data());
        field.raw_value = text.substr(value_at, end - value_at);
        field.octets = entity.subspan(field_at, end - field_at);
      } else {
        ++header.malformed_lines_;
      }
    } else {
      const std::size_t colon = line.find(':');
      std::string_view name = line.substr(0, colon == std::string_view::npos ? 0 : colon);
      while (!name.empty() && IsBlank(name.back())) {
        name.remove_suffix(1);
      }
      in_field = IsFieldName(name);
      if (!in_field) {
        ++header.malformed_lines_;
      } else if (header.fields_.size() == limits::kMimeHeaderFields) {
        return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kMimeHeaderFields");
      } else {
        header.fields_.push_back({name, line.substr(colon + 1), entity.subspan(at, line.size())});
      }
    }
    at = end;
  }
  header.octets_ = entity;
  header.size_with_separator_ = entity.size();
  return header;
}

const HeaderField* Header::First(std::string_view name) const {
  const auto found = std::ranges::find_if(
      fields_, [&](const HeaderField& field) { return EqualIgnoringCase(field.name, name); });
  return found == fields_.end() ? nullptr : &*found;
}

std::vector<const HeaderField*> Header::All(std::string_view name) const {
  std::vector<const HeaderField*> all;
  for (const HeaderField& field : fields_) {
    if (EqualIgnoringCase(field.name, name)) {
      all.push_back(&field);
    }
  }
  return all;
}

bool IsContentField(const HeaderField& field) {
  return LowerCase(field.name).starts_with("content-");
}

bool IsStructural(const HeaderField& field) {
  return IsContentField(field) || EqualIgnoringCase(field.name, "mime-version");
}

bool EqualIgnoringCase(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, Lower, Lower);
}

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), Lower);
  return lower;
}

std::string DecodeText(std::string_view unfolded_value) {
  return DecodeWords(unfolded_value);
}

}  // namespace signet::mime

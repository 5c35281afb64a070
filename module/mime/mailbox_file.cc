#include "mime/mailbox_file.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "mime/header.h"

namespace signet::mime {
namespace {

constexpr std::string_view kSeparator = "From ";

// Lines that Thunderbird writes before a message in its store.
constexpr std::array<std::string_view, 4> kStoreFields = {
    "X-Mozilla-Status:", "X-Mozilla-Status2:", "X-Mozilla-Keys:", "X-Account-Key:"};

std::size_t EndOfLine(std::string_view text, std::size_t from) {
  const std::size_t newline = text.find('\n', from);
  return newline == std::string_view::npos ? text.size() : newline + 1;
}

bool IsStoreField(std::string_view text) {
  return std::ranges::any_of(kStoreFields, [&](std::string_view field) {
    return EqualIgnoringCase(text.substr(0, field.size()), field);
  });
}

}  // namespace

ByteView WithoutStorePrefix(ByteView stored) {
  const std::string_view text = AsText(stored);
  std::size_t at = 0;
  if (text.starts_with(kSeparator)) {
    at = EndOfLine(text, 0);
  }
  while (IsStoreField(text.substr(at))) {
    at = EndOfLine(text, at);
  }
  return stored.subspan(at);
}

bool LooksLikeMbox(ByteView file) {
  return AsText(file).starts_with(kSeparator);
}

std::optional<ByteView> MboxReader::Next() {
  if (!LooksLikeMbox(rest_)) {
    return std::nullopt;  // at the end, or no mbox
  }
  const std::string_view text = AsText(rest_);
  const std::size_t begin = EndOfLine(text, 0);
  // Each separator after the first follows an empty line.
  std::size_t end = begin;
  std::size_t next = text.size();
  while (true) {
    const std::size_t line = text.find("\nFrom ", end);
    if (line == std::string_view::npos) {
      end = text.size();
      break;
    }
    const bool after_empty =
        line >= begin &&
        (line == begin || text[line - 1] == '\n' ||
         (text[line - 1] == '\r' && (line - 1 == begin || text[line - 2] == '\n')));
    if (after_empty) {
      next = line + 1;
      end = line;
      if (end > begin && text[end - 1] == '\r') {
        --end;
      }
      break;
    }
    end = line + 1;
  }
  // At the end of the file the empty line of the last message is the store's as well.
  ByteView message = rest_.subspan(begin, end - begin);
  if (next == text.size()) {
    for (const std::string_view empty : {std::string_view("\r\n\r\n"), std::string_view("\n\n")}) {
      if (AsText(message).ends_with(empty)) {
        message = message.first(message.size() - (empty.size() / 2));
        break;
      }
    }
  }
  rest_ = rest_.subspan(next);
  return message;
}

}  // namespace signet::mime

#include "directory/filter.h"

#include <algorithm>

#include "base/bytes.h"
#include "mime/header.h"

namespace signet::directory {
namespace {

constexpr char kDelete = 0x7f;

bool IsControl(char c) {
  return (c >= 0 && c < ' ') || c == kDelete;
}

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

// Values have no parentheses of their own: they are escaped in there.
bool ParenthesesMatch(std::string_view filter) {
  int open = 0;
  for (const char c : filter) {
    if (c == '(') {
      ++open;
    } else if (c == ')' && --open < 0) {
      return false;
    }
  }
  return open == 0;
}

}  // namespace

std::string EscapeValue(std::string_view value) {
  std::string escaped;
  escaped.reserve(value.size());
  for (const char c : value) {
    if (c == '*' || c == '(' || c == ')' || c == '\\' || IsControl(c)) {
      escaped += '\\';
      escaped += ToHex(AsBytes(std::string_view(&c, 1)));
    } else {
      escaped += c;
    }
  }
  return escaped;
}

bool IsAttribute(std::string_view text) {
  return !text.empty() && (IsLetter(text.front()) || IsDigit(text.front())) &&
         std::ranges::all_of(text, [](char c) {
           return IsLetter(c) || IsDigit(c) || c == '-' || c == '.' || c == ';';
         });
}

std::string Enclosed(std::string_view filter) {
  if (filter.empty() || !ParenthesesMatch(filter)) {
    return {};
  }
  const std::string enclosed =
      filter.front() == '(' ? std::string(filter) : "(" + std::string(filter) + ")";
  return mime::LowerCase(enclosed) == "(objectclass=*)" ? std::string() : enclosed;
}

}  // namespace signet::directory

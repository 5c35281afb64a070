#include "mime/css.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "mime/header.h"

namespace signet::mime {
namespace {

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  if (c >= 'a' && c <= 'f') {
    return c - 'a' + 10;
  }
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Comments become nothing and escapes become their character (CSS Syntax, 4.3.7), beyond ASCII a
// question mark: names of functions and schemes of URLs are ASCII. Done everywhere, in strings too,
// so that no construct can be hidden; a style sheet that names "/*" in a string is read a little
// wrong.
std::string Plain(std::string_view css) {
  std::string plain;
  plain.reserve(css.size());
  for (std::size_t i = 0; i < css.size(); ++i) {
    if (css.substr(i, 2) == "/*") {
      const std::size_t end = css.find("*/", i + 2);
      if (end == std::string_view::npos) {
        break;
      }
      i = end + 1;
    } else if (css[i] == '\\' && i + 1 < css.size()) {
      std::uint32_t point = 0;
      std::size_t digits = 0;
      while (digits < 6 && i + 1 < css.size() && HexDigit(css[i + 1]) >= 0) {
        point = (point * 16) + static_cast<std::uint32_t>(HexDigit(css[++i]));
        ++digits;
      }
      if (digits == 0) {
        if (css[i + 1] != '\n') {  // an escaped line end continues a string
          plain += css[i + 1];
        }
        ++i;
        continue;
      }
      plain += point > 0 && point < 0x80U ? static_cast<char>(point) : '?';
      if (i + 1 < css.size() && IsSpace(css[i + 1])) {
        ++i;  // one white space ends a hexadecimal escape
      }
    } else {
      plain += css[i];
    }
  }
  return plain;
}

class Finder {
 public:
  explicit Finder(std::string plain) : plain_(std::move(plain)), lower_(LowerCase(plain_)) {}

  std::vector<CssUrl> Find() {
    // "src(" is the function form of url() with a string (CSS Values 5).
    for (const std::string_view function : {std::string_view("url("), std::string_view("src(")}) {
      for (std::size_t at = lower_.find(function); at != std::string::npos;
           at = lower_.find(function, at + 1)) {
        Take(at + function.size(), "url()");
      }
    }
    for (std::size_t at = lower_.find("@import"); at != std::string::npos;
         at = lower_.find("@import", at + 1)) {
      const std::size_t value = SkipSpace(at + 7);
      if (value < plain_.size() && (plain_[value] == '"' || plain_[value] == '\'')) {
        Take(value, "@import");
      }
    }
    // image-set("a.png" 1x) and image("a.png") take bare strings.
    for (const std::string_view function :
         {std::string_view("image-set("), std::string_view("image("),
          std::string_view("cross-fade(")}) {
      for (std::size_t at = lower_.find(function); at != std::string::npos;
           at = lower_.find(function, at + 1)) {
        TakeStrings(at + function.size());
      }
    }
    return std::move(urls_);
  }

 private:
  [[nodiscard]] std::size_t SkipSpace(std::size_t at) const {
    while (at < plain_.size() && IsSpace(plain_[at])) {
      ++at;
    }
    return at;
  }

  void Take(std::size_t at, std::string_view construct) {
    at = SkipSpace(at);
    std::size_t end = at;
    if (at < plain_.size() && (plain_[at] == '"' || plain_[at] == '\'')) {
      ++at;
      end = std::min(plain_.find(plain_[at - 1], at), plain_.size());
    } else {
      end = std::min(plain_.find_first_of(") \t\r\n\f;{}", at), plain_.size());
    }
    if (end > at) {
      urls_.push_back({plain_.substr(at, end - at), construct});
    }
  }

  // Every string up to the closing parenthesis.
  void TakeStrings(std::size_t at) {
    std::size_t depth = 1;
    while (at < plain_.size() && depth > 0) {
      const char c = plain_[at];
      if (c == '"' || c == '\'') {
        const std::size_t end = std::min(plain_.find(c, at + 1), plain_.size());
        urls_.push_back({plain_.substr(at + 1, end - at - 1), "image-set()"});
        at = end;
      } else if (c == '(') {
        ++depth;
      } else if (c == ')') {
        --depth;
      }
      ++at;
    }
  }

  std::string plain_;
  std::string lower_;
  std::vector<CssUrl> urls_;
};

}  // namespace

std::vector<CssUrl> FindCssUrls(std::string_view css) {
  return Finder(Plain(css)).Find();
}

}  // namespace signet::mime

#include "mime/css.h"

#include <cstdint>
#include <utility>

#include "base/limits.h"

namespace signet::mime {
namespace {

bool IsNewline(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || IsNewline(c);
}

char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  const char lower = Lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool IsNameCharacter(char c) {
  return (Lower(c) >= 'a' && Lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Goes over a style sheet once, token by token as CSS Syntax, section 4, has them: whoever takes a
// string, a comment or a broken URL for longer than it is would overlook what follows.
class Finder {
 public:
  explicit Finder(std::string_view css) : css_(css) {}

  std::vector<CssUrl> Find() {
    while (at_ < css_.size() && urls_.size() <= limits::kHtmlReferences) {
      Token();
    }
    return std::move(urls_);
  }

 private:
  [[nodiscard]] bool AtEnd() const { return at_ >= css_.size(); }

  void Token() {
    const char c = css_[at_];
    if (css_.substr(at_, 2) == "/*") {
      const std::size_t end = css_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? css_.size() : end + 2;
    } else if (c == '"' || c == '\'') {
      const std::string value = String();
      if (import_) {
        Add(value, "@import");
      } else if (set_depth_ > 0) {
        Add(value, "image-set()");
      }
      import_ = false;
    } else if (IsNameCharacter(c) || StartsEscape()) {
      const bool keyword = at_ > 0 && css_[at_ - 1] == '@';
      const std::string name = Name();
      import_ = keyword && name == "import";
      if (!AtEnd() && css_[at_] == '(') {
        Function(name);
      }
    } else {
      if (c == '(') {
        ++depth_;
      } else if (c == ')') {
        Close();
      }
      import_ = import_ && IsSpace(c);
      ++at_;
    }
  }

  void Close() {
    if (depth_ == set_depth_) {
      set_depth_ = 0;
    }
    depth_ -= depth_ > 0 ? 1U : 0U;
  }

  // At the parenthesis after a name.
  void Function(std::string_view name) {
    ++at_;
    if (name == "url" || name == "src") {  // src() is the form that takes a string (CSS Values 5)
      SkipSpace();
      if (!AtEnd() && (css_[at_] == '"' || css_[at_] == '\'')) {
        Add(String(), "url()");
        ++depth_;
      } else if (name == "url") {
        UnquotedUrl();
      } else {
        ++depth_;
      }
      return;
    }
    ++depth_;
    // These take URLs as bare strings; with and without a vendor's prefix.
    if (set_depth_ == 0 &&
        (name.ends_with("image-set") || name.ends_with("image") || name.ends_with("cross-fade"))) {
      set_depth_ = depth_;
    }
  }

  // CSS Syntax, 4.3.6: up to the parenthesis. What makes it a bad one (4.3.14) is read over, and
  // what came before counts all the same.
  void UnquotedUrl() {
    std::string url;
    bool bad = false;
    while (!AtEnd() && css_[at_] != ')') {
      const char c = css_[at_];
      if (StartsEscape()) {
        const char escaped = Escape();
        url += bad ? std::string_view() : std::string_view(&escaped, 1);
        continue;
      }
      bad = bad || IsSpace(c) || c == '"' || c == '\'' || c == '(';
      if (!bad) {
        url += c;
      }
      ++at_;
    }
    at_ += AtEnd() ? 0U : 1U;
    Add(std::move(url), "url()");
  }

  // At a quote: the value up to the other one. A line end breaks a string off.
  std::string String() {
    const char quote = css_[at_++];
    std::string value;
    while (!AtEnd() && css_[at_] != quote && !IsNewline(css_[at_])) {
      if (css_[at_] != '\\') {
        value += css_[at_++];
      } else if (at_ + 1 >= css_.size()) {
        ++at_;
      } else if (IsNewline(css_[at_ + 1])) {
        at_ += css_.substr(at_ + 1, 2) == "\r\n" ? 3U : 2U;  // goes on in the next line
      } else {
        value += Escape();
      }
    }
    at_ += !AtEnd() && css_[at_] == quote ? 1U : 0U;
    return value;
  }

  // Names of functions and keywords are ASCII; in lower case.
  std::string Name() {
    std::string name;
    while (!AtEnd() && (IsNameCharacter(css_[at_]) || StartsEscape())) {
      name += Lower(StartsEscape() ? Escape() : css_[at_++]);
    }
    return name;
  }

  [[nodiscard]] bool StartsEscape() const {
    return css_[at_] == '\\' && at_ + 1 < css_.size() && !IsNewline(css_[at_ + 1]);
  }

  // CSS Syntax, 4.3.7. Beyond ASCII a question mark: schemes and names of functions are ASCII.
  char Escape() {
    ++at_;
    std::uint32_t point = 0;
    std::size_t digits = 0;
    while (digits < 6 && !AtEnd() && HexDigit(css_[at_]) >= 0) {
      point = (point * 16) + static_cast<std::uint32_t>(HexDigit(css_[at_++]));
      ++digits;
    }
    if (digits == 0) {
      return css_[at_++];
    }
    if (!AtEnd() && IsSpace(css_[at_])) {
      at_ += css_.substr(at_, 2) == "\r\n" ? 2U : 1U;  // one white space ends the digits
    }
    return point > 0 && point < 0x80U ? static_cast<char>(point) : '?';
  }

  void SkipSpace() {
    while (!AtEnd() && IsSpace(css_[at_])) {
      ++at_;
    }
  }

  void Add(std::string url, std::string_view construct) {
    if (!url.empty()) {
      urls_.push_back({std::move(url), construct});
    }
  }

  std::string_view css_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t set_depth_ = 0;  // where the outermost image-set() began; 0: not in one
  bool import_ = false;        // "@import" and nothing but white space came last
  std::vector<CssUrl> urls_;
};

}  // namespace

std::vector<CssUrl> FindCssUrls(std::string_view css) {
  return Finder(css).Find();
}

}  // namespace signet::mime

// URLs in style sheets (CSS Syntax and CSS Values), for mime/html.cc.
#ifndef SIGNET_MIME_CSS_H_
#define SIGNET_MIME_CSS_H_

#include <string>
#include <string_view>
#include <vector>

namespace signet::mime {

// CssUrl is one reference of a style sheet: what it names and by which construct ("url()",
// "@import", "image-set()").
struct CssUrl {
  std::string url;
  std::string_view construct;
};

// FindCssUrls lists every URL that a style sheet or a style attribute names, comments and escapes
// resolved, up to one more than kHtmlReferences. It does not judge whether a rule applies: one that
// seems unused today may apply tomorrow.
[[nodiscard]] std::vector<CssUrl> FindCssUrls(std::string_view css);

}  // namespace signet::mime

#endif  // SIGNET_MIME_CSS_H_

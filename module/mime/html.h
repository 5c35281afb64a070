// What an HTML body would fetch from elsewhere, for the rules about decrypted content (attacks like
// EFAIL). Read with libxml2's HTML parser; nothing is rendered or fetched.
#ifndef SIGNET_MIME_HTML_H_
#define SIGNET_MIME_HTML_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace signet::mime {

// How a reference would be used.
enum class ReferenceKind {
  kLoad,    // fetched when shown: images, styles, fonts, frames, media, prefetch hints, …
  kSubmit,  // a form's target
  kFollow,  // fetched when the person clicks: links
};

// HtmlReference is one URL that the document names.
struct HtmlReference {
  ReferenceKind kind = ReferenceKind::kLoad;
  // As written, with character references resolved and white space around it removed.
  std::string url;
  // Where: "img src", "style url()", "meta refresh".
  std::string place;
};

// HtmlFindings is what InspectHtml found.
struct HtmlFindings {
  std::vector<HtmlReference> references;
  // The document has scripts, event-handler attributes or embedded active content.
  bool active_content = false;

  // LoadsRemoteContent says whether showing it would reach out: some kLoad reference is not cid:,
  // data:, mid: or a fragment of the document itself.
  [[nodiscard]] bool LoadsRemoteContent() const;
};

// InspectHtml reads a decoded HTML body. `charset` is the label from its Content-Type, or empty.
// Reasons: limit-exceeded (kHtmlOctets, kHtmlReferences).
[[nodiscard]] Result<HtmlFindings> InspectHtml(ByteView html, std::string_view charset);

}  // namespace signet::mime

#endif  // SIGNET_MIME_HTML_H_

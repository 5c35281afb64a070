// Content-Type, Content-Disposition and Content-Transfer-Encoding (RFC 2045, 2183, 2231).
#ifndef SIGNET_MIME_CONTENT_TYPE_H_
#define SIGNET_MIME_CONTENT_TYPE_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace signet::mime {

// Parameter of a structured value: name in lower case, value as UTF-8 with RFC 2231 continuations
// and charsets (and the encoded words that some programs put there) resolved.
struct Parameter {
  std::string name;
  std::string value;
};

// Parameters in the order received. A name that occurs twice keeps its first value, as mail
// programs do, and is listed in `repeated`.
struct Parameters {
  std::vector<Parameter> list;
  std::vector<std::string> repeated;

  // Find gives the value or null; `name` in lower case.
  [[nodiscard]] const std::string* Find(std::string_view name) const;
};

// ContentType is a media type; type and subtype in lower case.
struct ContentType {
  std::string type = "text";
  std::string subtype = "plain";
  Parameters parameters;

  [[nodiscard]] bool Is(std::string_view wanted_type, std::string_view wanted_subtype) const {
    return type == wanted_type && subtype == wanted_subtype;
  }
};

// ParseContentType reads an unfolded value. Reason: malformed, if it is no media type; what follows
// it is then text/plain (RFC 2045, section 5.2) or, to be careful, nothing that is understood.
[[nodiscard]] Result<ContentType> ParseContentType(std::string_view unfolded_value);

// ContentDisposition: "inline", "attachment" or another word, in lower case.
struct ContentDisposition {
  std::string disposition;
  Parameters parameters;
};

// ParseContentDisposition reads an unfolded value; an empty disposition if it has none.
[[nodiscard]] ContentDisposition ParseContentDisposition(std::string_view unfolded_value);

enum class TransferEncoding { k7bit, k8bit, kBinary, kQuotedPrintable, kBase64, kUnknown };

// ParseTransferEncoding reads an unfolded value, comments and case ignored.
[[nodiscard]] TransferEncoding ParseTransferEncoding(std::string_view unfolded_value);

}  // namespace signet::mime

#endif  // SIGNET_MIME_CONTENT_TYPE_H_

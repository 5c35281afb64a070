// Header protection (RFC 9788): header fields that the sender put inside of the layers, beside
// those that everybody on the way can see and change.
#ifndef SIGNET_SMIME_HEADER_PROTECTION_H_
#define SIGNET_SMIME_HEADER_PROTECTION_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "mime/header.h"
#include "mime/message.h"

namespace signet::smime {

// ProtectedHeader are the fields of a cryptographic payload that say that they are protected: its
// Content-Type has the parameter hp (section 2.1.1). Names in lower case; texts decoded, UTF-8.
struct ProtectedHeader {
  // Those of the message, each name once.
  std::vector<std::pair<std::string, std::string>> fields;
  // The field's value outside as the sender wrote it, where it was to be another one (HP-Outer,
  // section 2.2).
  std::vector<std::pair<std::string, std::string>> outer;

  [[nodiscard]] std::optional<std::string> Subject() const;
};

// ReadProtectedHeader reads the payload's, or gives nothing where it has none.
[[nodiscard]] std::optional<ProtectedHeader> ReadProtectedHeader(const mime::Entity& payload);

// CompareHeaders gives protected-header-differs (texts `field`, `outer`, `inner`) for each field
// that a person sees, is both inside and outside, and was changed outside.
[[nodiscard]] std::vector<Reason> CompareHeaders(const ProtectedHeader& inner,
                                                 const mime::Header& outer);

}  // namespace signet::smime

#endif  // SIGNET_SMIME_HEADER_PROTECTION_H_

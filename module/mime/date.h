// Dates of header fields (RFC 5322, sections 3.3 and 4.3).
#ifndef SIGNET_MIME_DATE_H_
#define SIGNET_MIME_DATE_H_

#include <optional>
#include <string_view>

#include "base/time.h"

namespace signet::mime {

// ParseDate reads an unfolded date-time, obsolete forms (two-digit years, named zones, comments)
// included; nothing if it names no point in time. A leap second counts as the second before it.
[[nodiscard]] std::optional<Time> ParseDate(std::string_view unfolded_value);

}  // namespace signet::mime

#endif  // SIGNET_MIME_DATE_H_

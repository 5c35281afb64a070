// Internationalised domain names (RFC 5890, RFC 5895) in the one form in which they are compared:
// A-labels in lower case. Only encoding is needed for that; nothing is ever decoded, so that there
// is no decoder to attack (CVE-2022-3602).
#ifndef SIGNET_PKIX_IDNA_H_
#define SIGNET_PKIX_IDNA_H_

#include <optional>
#include <string>
#include <string_view>

namespace signet::pkix {

// ToALabel gives the comparable form of one label: ASCII ones in lower case, others (UTF-8)
// lower-cased, composed and encoded as "xn--" and Punycode (RFC 3492). Nothing if it is empty, not
// UTF-8, has a NUL, a control character, white space or "@", or is longer than 63 octets.
[[nodiscard]] std::optional<std::string> ToALabel(std::string_view label);

// ToALabels does so with each label of a domain: at most 253 octets, no empty label.
[[nodiscard]] std::optional<std::string> ToALabels(std::string_view domain);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_IDNA_H_

// E-mail addresses in certificates: when two are the same. This is the one place where it is
// decided.
//
// The rules (RFC 5280, 7.5; RFC 8550, section 3; RFC 9598, section 5):
//  - An address is local-part "@" domain, split at the last "@"; both parts are there.
//  - Local parts are compared octet by octet, except that ASCII letters compare without case: RFC
//  5321
//    leaves case to the receiving host, but no host in use tells Alice@ from alice@, and people
//    write both.
//  - Domains are compared label by label, without case, internationalised labels in their A-label
//    form ("xn--…", RFC 5890), so that U-labels and A-labels meet.
//  - An address with a NUL, a control character, white space, or octets that are not UTF-8 is the
//  same
//    as no other.
#ifndef SIGNET_PKIX_ADDRESS_H_
#define SIGNET_PKIX_ADDRESS_H_

#include <optional>
#include <string>
#include <string_view>

#include "pkix/certificate.h"

namespace signet::pkix {

// An address in its comparable form.
struct MailAddress {
  std::string local;   // as written, ASCII letters in lower case
  std::string domain;  // A-labels in lower case

  bool operator==(const MailAddress&) const = default;
};

// ParseAddress brings an address (UTF-8, no display name, no angle brackets) into its comparable
// form. Nothing if it is none.
[[nodiscard]] std::optional<MailAddress> ParseAddress(std::string_view address);

// ParseDomain brings a domain into its comparable form: labels of 1 to 63 octets as A-labels, lower
// case, 253 octets in all, one trailing dot removed. Nothing if it is none.
[[nodiscard]] std::optional<std::string> ParseDomain(std::string_view domain);

// SameAddress compares two addresses, UTF-8.
[[nodiscard]] bool SameAddress(std::string_view a, std::string_view b);

// HasAddress tells whether the certificate vouches for the address.
[[nodiscard]] bool HasAddress(const Certificate& certificate, std::string_view address);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_ADDRESS_H_

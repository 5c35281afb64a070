#include "pkix/address.h"

#include <algorithm>
#include <cstdint>

#include "pkix/idna.h"
#include "pkix/text.h"

namespace signet::pkix {
namespace {

// RFC 5321, 4.5.3.1.1: 64 octets; internationalised ones are given the same number of characters.
constexpr std::size_t kLocalOctets = 256;

bool IsLocalPart(std::string_view local) {
  // RFC 5321, 4.1.2: "@" stands in a quoted string only.
  const bool quoted = local.size() > 2 && local.starts_with('"') && local.ends_with('"');
  if (!quoted && local.contains('@')) {
    return false;
  }
  return !local.empty() && local.size() <= kLocalOctets && IsUtf8(local) &&
         std::ranges::none_of(local, [](char c) {
           const auto octet = static_cast<std::uint8_t>(c);
           return octet <= 0x20 || octet == 0x7f;
         });
}

}  // namespace

std::optional<std::string> ParseDomain(std::string_view domain) {
  if (domain.ends_with('.')) {
    domain.remove_suffix(1);
  }
  return ToALabels(domain);
}

std::optional<MailAddress> ParseAddress(std::string_view address) {
  const std::size_t at = address.rfind('@');
  if (at == std::string_view::npos || !IsLocalPart(address.substr(0, at))) {
    return std::nullopt;
  }
  auto domain = ParseDomain(address.substr(at + 1));
  if (!domain) {
    return std::nullopt;
  }
  return MailAddress{.local = LowerAscii(address.substr(0, at)), .domain = *std::move(domain)};
}

bool SameAddress(std::string_view a, std::string_view b) {
  const auto first = ParseAddress(a);
  return first && first == ParseAddress(b);
}

bool HasAddress(const Certificate& certificate, std::string_view address) {
  const auto wanted = ParseAddress(address);
  return wanted && std::ranges::any_of(certificate.addresses(), [&](const std::string& own) {
           return ParseAddress(own) == wanted;
         });
}

}  // namespace signet::pkix

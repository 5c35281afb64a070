#include "directory/search.h"

#include <algorithm>
#include <optional>

#include "base/limits.h"
#include "directory/filter.h"
#include "pkix/address.h"

namespace signet::directory {
namespace {

// The parts of a filter that match one address. Windows directories keep further addresses of a
// person in proxyAddresses, with the kind in front; elsewhere nobody knows that attribute, and what
// a server does not know matches nothing (RFC 4511, 4.5.1.7).
std::string MatchesOf(const std::string& address, const pkix::MailAddress& parsed,
                      const std::vector<std::string>& attributes) {
  // The directory may have an internationalised domain in either form.
  std::vector<std::string> forms = {address};
  const std::string encoded = address.substr(0, address.rfind('@') + 1) + parsed.domain;
  if (encoded.size() != address.size()) {
    forms.push_back(encoded);
  }
  std::string matches;
  for (const std::string& form : forms) {
    const std::string value = EscapeValue(form);
    for (const std::string& attribute : attributes) {
      matches.append("(").append(attribute).append("=").append(value).append(")");
    }
    matches.append("(proxyAddresses=smtp:").append(value).append(")");
  }
  return matches;
}

Search SearchWith(const Place& place, const std::string& matches,
                  std::vector<std::string> addresses) {
  const std::string any = "(|" + matches + ")";
  const std::string narrowed = Enclosed(place.filter);
  return {.base = place.base,
          .scope = place.scope,
          .filter = narrowed.empty() ? any : "(&" + narrowed + any + ")",
          .attributes = {"userCertificate;binary", "userCertificate", "userSMIMECertificate;binary",
                         "userSMIMECertificate"},
          .most_entries = limits::kDirectoryEntries,
          .most_octets = limits::kDirectoryOctets,
          .most_values = limits::kDirectoryValues,
          .addresses = std::move(addresses)};
}

}  // namespace

std::vector<Search> MakeSearches(const Place& place, std::span<const std::string> addresses,
                                 std::size_t in_one) {
  const std::size_t most = std::clamp(in_one, std::size_t{1}, limits::kDirectoryAddresses);
  std::vector<std::string> attributes = place.address_attributes;
  std::erase_if(attributes, [](const std::string& each) { return !IsAttribute(each); });
  if (attributes.empty()) {
    attributes = {"mail"};
  }
  std::vector<pkix::MailAddress> seen;
  std::vector<Search> searches;
  std::string matches;
  std::vector<std::string> together;
  const auto finish = [&] {
    if (!together.empty()) {
      searches.push_back(SearchWith(place, matches, std::move(together)));
    }
    together.clear();
    matches.clear();
  };
  for (const std::string& address : addresses) {
    const std::optional<pkix::MailAddress> parsed = pkix::ParseAddress(address);
    if (!parsed || std::ranges::find(seen, *parsed) != seen.end()) {
      continue;
    }
    seen.push_back(*parsed);
    matches += MatchesOf(address, *parsed, attributes);
    together.push_back(address);
    if (together.size() == most) {
      finish();
    }
  }
  finish();
  return searches;
}

}  // namespace signet::directory

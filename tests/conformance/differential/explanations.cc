#include "conformance/differential/explanations.h"

#include <algorithm>
#include <array>

namespace signet::differential {
namespace {

struct Entry {
  std::string_view rule;
  std::string_view witness;
  bool signet_valid;
  std::string_view why;
};

constexpr std::array kEntries{
    Entry{
        "the certificate is signed with SHA-1", "NSS", false,
        "NSS 3.87 takes SHA-1 unless a policy of the system forbids it; collisions can be bought."},
    Entry{"the certificate ends this second", "OpenSSL", true,
          "OpenSSL does not count the last second as valid any more; RFC 5280, 4.1.2.5: both ends "
          "belong to the period."},
    Entry{"the certificate is not valid yet", "NSS", false,
          "NSS allows for clocks that are a day apart (CERT_GetSlopTime); RFC 5280, 6.1.3 (a) (2) "
          "does not."},
    Entry{"an intermediate authority is not valid yet", "NSS", false,
          "NSS allows for clocks that are a day apart (CERT_GetSlopTime); RFC 5280, 6.1.3 (a) (2) "
          "does not."},
    Entry{"the certificate has an RSA key of 1024 bits", "NSS", false,
          "NSS takes RSA keys of 1024 bits; Signet refuses those below 2048 (RFC 8550, 4.3)."},
    Entry{"an authority has an RSA key of 1024 bits", "NSS", false,
          "NSS takes RSA keys of 1024 bits; Signet refuses those below 2048 (RFC 8550, 4.3)."},
    Entry{"an extension stands there twice", "NSS", false,
          "RFC 5280, 4.2: \"A certificate MUST NOT include more than one instance of a particular "
          "extension\"; NSS takes the first one."},
    Entry{"version 1 with extensions", "OpenSSL", false,
          "RFC 5280, 4.1.2.9: extensions only in version 3; OpenSSL minds only when it is strict."},
    Entry{"version 1 with extensions", "NSS", false,
          "RFC 5280, 4.1.2.9: extensions only in version 3; NSS does not mind."},
    Entry{"a list of no extensions", "OpenSSL", false,
          "RFC 5280, 4.1: SEQUENCE SIZE (1..MAX); OpenSSL does not mind."},
    Entry{"a list of no extensions", "NSS", false,
          "RFC 5280, 4.1: SEQUENCE SIZE (1..MAX); NSS does not mind."},
    Entry{"an extension is cut short", "NSS", false,
          "NSS goes on without an extension that it cannot decode; for Signet the certificate is "
          "malformed."},
    Entry{"the length is not minimal (BER)", "OpenSSL", false,
          "Certificates are DER (RFC 5280, 4.1); OpenSSL reads BER."},
    Entry{"the trusted authority is of version 1", "NSS", true,
          "NSS wants basic constraints of a trusted authority, too; RFC 5280, 6.1.1 (d) takes its "
          "name and key only, and whoever trusts it has said so."},
    Entry{"the certificate is an authority", "NSS", true,
          "NSS takes a certificate with cA for an authority's and not for a person's; RFC 8550 has "
          "no such rule."},
    Entry{"the issuer's name is in capitals", "NSS", true,
          "Names are compared without regard to case and repeated spaces (RFC 5280, 7.1); NSS "
          "looks for the issuer by the octets of its name."},
    Entry{"the issuer's name is of another string type", "NSS", true,
          "Names are compared whatever their string types are (RFC 5280, 7.1); NSS looks for the "
          "issuer by the octets of its name."},
    Entry{"the authority key identifier is another one", "OpenSSL", true,
          "The identifier helps in finding the issuer and is no rule of validation (RFC 5280, 6.1; "
          "RFC 4158, 3.5.12); for OpenSSL it excludes."},
    Entry{"the authority key identifier is another one", "NSS", true,
          "The identifier helps in finding the issuer and is no rule of validation (RFC 5280, 6.1; "
          "RFC 4158, 3.5.12); for NSS it excludes."},
    Entry{"two authorities of one name, one with another key", "OpenSSL", true,
          "OpenSSL follows one way only: where it takes the other authority, the signature does "
          "not fit, and it does not try the next."},
    Entry{"the certificate is for anything", "OpenSSL", true,
          "RFC 8550, 4.4.4: anyExtendedKeyUsage serves for mail, too; OpenSSL wants "
          "emailProtection."},
    Entry{"the certificate is for anything", "NSS", true,
          "RFC 8550, 4.4.4: anyExtendedKeyUsage serves for mail, too; NSS wants emailProtection."},
};

}  // namespace

std::string_view Explanation(std::string_view rule, std::string_view witness, bool signet_valid) {
  const auto* const found = std::ranges::find_if(kEntries, [&](const Entry& entry) {
    return entry.rule == rule && entry.witness == witness && entry.signet_valid == signet_valid;
  });
  return found == kEntries.end() ? std::string_view() : found->why;
}

}  // namespace signet::differential

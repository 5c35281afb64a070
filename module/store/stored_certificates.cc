#include "store/stored_certificates.h"

#include <pk11pub.h>

#include <algorithm>
#include <map>
#include <utility>

#include "nss/certificate_object.h"
#include "nss/owners.h"
#include "nss/token.h"

namespace signet::store {

std::vector<StoredCertificate> StoredCertificates(BuiltIn built_in) {
  std::vector<StoredCertificate> stored;
  std::map<std::string, std::size_t> places;  // by fingerprint
  for (const nss::UniqueSlot& slot : nss::AllTokens()) {
    const bool roots = PK11_HasRootCerts(slot.get()) == PR_TRUE;
    if (roots && built_in == BuiltIn::kLeaveOut) {
      continue;
    }
    for (const nss::TokenCertificate& element : nss::FindCertificates(slot.get())) {
      auto certificate = pkix::Certificate::Parse(element.der);
      if (!certificate) {
        continue;
      }
      const auto [place, added] = places.try_emplace((*certificate)->sha256(), stored.size());
      if (added) {
        stored.push_back({.certificate = *std::move(certificate), .own = false, .tokens = {}});
      }
      StoredCertificate& entry = stored[place->second];
      entry.built_in = entry.built_in || roots;
      entry.own = entry.own || element.own;
      const std::string token = nss::TokenName(slot.get());
      if (entry.tokens.empty() || entry.tokens.back() != token) {
        entry.tokens.push_back(token);
      }
    }
  }
  return stored;
}

bool IsStored(const pkix::Certificate& certificate) {
  return std::ranges::any_of(nss::AllTokens(), [&](const nss::UniqueSlot& token) {
    return nss::HasCertificate(token.get(), certificate.der());
  });
}

}  // namespace signet::store

#include "store/stored_certificates.h"

#include <cert.h>
#include <pk11pub.h>

#include <map>
#include <utility>

#include "nss/owners.h"
#include "nss/token.h"
#include "store/nss_certificates.h"

namespace signet::store {

std::vector<StoredCertificate> StoredCertificates(BuiltIn built_in) {
  std::vector<StoredCertificate> stored;
  std::map<std::string, std::size_t> places;  // by fingerprint
  for (const nss::UniqueSlot& slot : nss::AllTokens()) {
    const bool roots = PK11_HasRootCerts(slot.get()) == PR_TRUE;
    if (roots && built_in == BuiltIn::kLeaveOut) {
      continue;
    }
    const nss::UniqueCertificateList list(PK11_ListCertsInSlot(slot.get()));
    for (CERTCertificate* element : Elements(list.get())) {
      auto certificate = FromNss(*element);
      if (!certificate) {
        continue;
      }
      const auto [place, added] = places.try_emplace((*certificate)->sha256(), stored.size());
      if (added) {
        stored.push_back({.certificate = *std::move(certificate), .own = false, .tokens = {}});
      }
      StoredCertificate& entry = stored[place->second];
      entry.built_in = entry.built_in || roots;
      entry.own = entry.own || CERT_IsUserCert(element) == PR_TRUE;
      const std::string token = nss::TokenName(slot.get());
      if (entry.tokens.empty() || entry.tokens.back() != token) {
        entry.tokens.push_back(token);
      }
    }
  }
  return stored;
}

bool IsStored(const pkix::Certificate& certificate) {
  const nss::UniqueCertificate known = FindStored(certificate);
  return known != nullptr &&
         nss::UniqueSlotList(PK11_GetAllSlotsForCert(known.get(), nullptr)) != nullptr;
}

}  // namespace signet::store

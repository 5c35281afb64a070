#include "store/collection.h"

#include <utility>

#include "nss/owners.h"
#include "nss/token.h"
#include "store/announced_capabilities.h"
#include "store/import.h"

namespace signet::store {

Result<void> Collect(const Collectable& collectable) {
  SIGNET_ASSIGN(const nss::UniqueSlot token, nss::InternalKeySlot());
  std::vector<pkix::CertificatePtr> wanted = collectable.authorities;
  wanted.push_back(collectable.certificate);
  SIGNET_ASSIGN(const ImportReport report, ImportCertificates(wanted, token.get()));
  for (const Imported& entry : report.entries) {
    if (entry.outcome == Imported::Outcome::kFailed) {
      return std::unexpected(entry.reasons.front());
    }
  }
  if (!collectable.capabilities.empty()) {
    SIGNET_TRY(SaveCapabilities(*collectable.certificate, collectable.capabilities,
                                collectable.announced_at));
  }
  return {};
}

}  // namespace signet::store

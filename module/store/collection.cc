#include "store/collection.h"

#include <cert.h>
#include <pk11pub.h>

#include <string>
#include <utility>

#include "cms/capabilities.h"
#include "nss/error.h"
#include "nss/owners.h"
#include "nss/quick_der.h"
#include "nss/token.h"
#include "store/import.h"
#include "store/nss_certificates.h"

namespace signet::store {
namespace {

// The content of a UTCTime, as NSS keeps the time of a profile: "261127150000Z".
std::string UtcTime(Time time) {
  std::string text;
  for (const char c : FormatRfc3339(time).substr(2)) {
    if (c != '-' && c != ':' && c != 'T') {
      text.push_back(c);
    }
  }
  return text;
}

Result<void> SaveCapabilities(PK11SlotInfo* token, const Collectable& collectable) {
  SIGNET_ASSIGN(const nss::UniqueCertificate found, ToNss(*collectable.certificate));
  const Bytes encoded = cms::EncodeCapabilities(collectable.capabilities);
  const std::string text = UtcTime(collectable.announced_at);
  SECItem profile = nss::Borrow(encoded);
  SECItem time = nss::Borrow(AsBytes(text));
  // Compares the times itself and keeps the later one.
  if (CERT_SaveSMimeProfile(found.get(), &profile, &time) != SECSuccess) {
    return MakeReason(ReasonCode::kStoringFailed)
        .With("token", nss::TokenName(token))
        .Because(nss::Failure("CERT_SaveSMimeProfile"));
  }
  return {};
}

}  // namespace

Result<Collected> Collect(const Collectable& collectable) {
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
    SIGNET_TRY(SaveCapabilities(token.get(), collectable));
  }
  return Collected{.is_new = report.entries.back().outcome == Imported::Outcome::kStored};
}

std::optional<std::vector<cms::SMimeCapability>> KnownCapabilities(
    const pkix::Certificate& certificate) {
  const auto found = ToNss(certificate);
  if (!found) {
    return std::nullopt;
  }
  const nss::UniqueItem profile(CERT_FindSMimeProfile(found->get()));
  if (profile == nullptr || profile->len == 0) {
    return std::nullopt;
  }
  return cms::ReadCapabilityList(nss::View(*profile));
}

}  // namespace signet::store

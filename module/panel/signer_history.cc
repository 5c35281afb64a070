#include "panel/signer_history.h"

#include <cstddef>
#include <string>
#include <vector>

#include "pkix/address.h"

namespace signet::panel {
namespace {

store::Sighting SightingOf(const smime::SignerFindings& signer, const smime::Findings& findings) {
  store::Sighting sighting{
      .signature = signer.signature, .certificate = signer.certificate->sha256(), .address = {}};
  if (findings.address && pkix::HasAddress(*signer.certificate, *findings.address)) {
    sighting.address = *findings.address;
  }
  return sighting;
}

}  // namespace

void RememberIn(store::Sightings& seen, const smime::Findings& findings, Time now) {
  if (findings.signature != smime::SignatureVerdict::kValid) {
    return;
  }
  std::vector<store::Sighting> sightings;
  for (const smime::SignerFindings& signer : findings.signers) {
    if (signer.valid && !signer.signature.empty()) {
      sightings.push_back(SightingOf(signer, findings));
    }
  }
  seen.Keep(sightings, now);
}

void AddHistory(store::Sightings* seen, const smime::Findings& findings,
                idl::MessageSecurityView& view) {
  if (seen == nullptr || (findings.signature != smime::SignatureVerdict::kValid &&
                          findings.signature != smime::SignatureVerdict::kExpiredSince)) {
    return;
  }
  for (std::size_t i = 0; i < findings.signers.size() && i < view.signers.size(); ++i) {
    const smime::SignerFindings& signer = findings.signers[i];
    if (signer.certificate == nullptr) {
      continue;
    }
    const store::Sighting sighting = SightingOf(signer, findings);
    const auto known = seen->Know(sighting);
    if (!known) {
      continue;
    }
    idl::SignerHistory& history = view.signers[i].history.emplace();
    history.address = sighting.address;
    history.since = ToMilliseconds(known->since);
    history.state = !known->is_first  ? idl::SignerHistoryState::kKnown
                    : known->previous ? idl::SignerHistoryState::kChanged
                                      : idl::SignerHistoryState::kFirstTime;
    if (known->previous) {
      history.previous = known->previous;
      history.previous_used = ToMilliseconds(known->previous_used);
    }
  }
}

}  // namespace signet::panel

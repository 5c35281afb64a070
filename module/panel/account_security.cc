#include "panel/account_security.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "panel/certificate_summary.h"
#include "panel/reasons.h"
#include "store/database_key.h"

namespace signet::panel {
namespace {

using pkix::Purpose;
using store::CertificateState;
using store::Identities;
using store::Identity;

// The person is told so long before an own certificate expires.
constexpr std::chrono::days kExpirySaid{30};

Purpose OtherThan(Purpose purpose) {
  return purpose == Purpose::kSigning ? Purpose::kEncryption : Purpose::kSigning;
}

std::vector<idl::Reason> StateReasons(const Identity& identity, Purpose purpose, Time at) {
  const CertificateState& state = identity.For(purpose);
  std::vector<idl::Reason> reasons;
  reasons.reserve(state.reasons.size());
  for (const Reason& reason : state.reasons) {
    reasons.push_back(ViewOf(reason, idl::Severity::kError));
  }
  if (!state.usable()) {
    return reasons;
  }
  if (identity.certificate->not_after() - at <= kExpirySaid) {
    reasons.push_back(ViewOf(identity.certificate->About(ReasonCode::kCertificateExpiresSoon)
                                 .With("notAfter", identity.certificate->not_after()),
                             idl::Severity::kWarning));
  }
  for (const Reason& warning : state.warnings) {
    reasons.push_back(ViewOf(warning, idl::Severity::kWarning));
  }
  return reasons;
}

idl::OwnCertificateView ViewOfOne(const Identities& identities, const Identity& identity,
                                  Purpose purpose, Time at) {
  idl::OwnCertificateView view;
  view.certificate = SummaryOf(*identity.certificate);
  view.database_key = store::DatabaseKey(*identity.certificate);
  view.tokens = identity.tokens;
  view.locked = identity.locked;
  view.usable = identity.For(purpose).usable();
  view.reasons = StateReasons(identity, purpose, at);
  if (const auto partner =
          store::ProposedPartner(identities, *identity.certificate, OtherThan(purpose))) {
    view.partner = store::DatabaseKey(*identities.all[*partner].certificate);
  }
  return view;
}

idl::CertificateUseView DescribeUse(const Identities& identities, const std::string& chosen_key,
                                    Purpose purpose, Time at) {
  idl::CertificateUseView view;
  view.chosen = !chosen_key.empty();
  for (const Identity& identity : identities.all) {
    view.certificates.push_back(ViewOfOne(identities, identity, purpose, at));
  }
  // `all` is in the order for both uses together; stable, so the newest stay first.
  std::ranges::stable_partition(view.certificates, &idl::OwnCertificateView::usable);
  const auto& proposed =
      purpose == Purpose::kSigning ? identities.proposed_signing : identities.proposed_encryption;
  if (proposed) {
    view.proposed = store::DatabaseKey(*identities.all[*proposed].certificate);
  }
  if (!view.chosen) {
    const auto& reasons =
        purpose == Purpose::kSigning ? identities.signing_reasons : identities.encryption_reasons;
    for (const Reason& reason : reasons) {
      view.reasons.push_back(ViewOf(reason, idl::Severity::kInformation));
    }
    return view;
  }
  const auto found =
      std::ranges::find(view.certificates, chosen_key, &idl::OwnCertificateView::database_key);
  if (found == view.certificates.end()) {
    view.reasons = {
        ViewOf(MakeReason(ReasonCode::kOwnCertificateMissing).With("address", identities.address),
               idl::Severity::kError)};
    return view;
  }
  view.certificate = *found;
  view.reasons = found->reasons;
  return view;
}

}  // namespace

idl::AccountSecurityView DescribeAccount(const Identities& identities,
                                         const idl::IdentityChoices& choices, Time at) {
  return {.signing = DescribeUse(identities, choices.signing_key, Purpose::kSigning, at),
          .encryption = DescribeUse(identities, choices.encryption_key, Purpose::kEncryption, at)};
}

Result<idl::AccountSecurityView> AccountSecurity::View(const idl::IdentityChoices& choices,
                                                       double time,
                                                       const idl::CallContext& /*context*/) {
  const Time at = FromMilliseconds(time);
  const store::JudgeContext judging = profile_->Judging(at);
  const auto own = profile_->own_keys().List();
  return DescribeAccount(store::JudgeIdentities(own, choices.address, judging), choices, at);
}

}  // namespace signet::panel

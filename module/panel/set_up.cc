#include "panel/set_up.h"

#include <algorithm>
#include <utility>

#include "panel/account_security.h"

namespace signet::panel {
namespace {

idl::SetUpUseView UseOf(const idl::CertificateUseView& use) {
  idl::SetUpUseView view;
  if (use.certificate && use.certificate->usable) {
    view.state = idl::SetUpState::kChosen;
    view.certificate = use.certificate->certificate;
    view.database_key = use.certificate->database_key;
    view.reasons = use.reasons;
    return view;
  }
  // Where something is proposed, that nothing is chosen needs no words; that what is chosen cannot
  // be used does.
  view.state = use.proposed ? idl::SetUpState::kProposed : idl::SetUpState::kMissing;
  if (use.chosen || !use.proposed) {
    view.reasons = use.reasons;
  }
  if (use.proposed) {
    const auto found =
        std::ranges::find(use.certificates, *use.proposed, &idl::OwnCertificateView::database_key);
    if (found != use.certificates.end()) {
      view.certificate = found->certificate;
      view.database_key = found->database_key;
    }
  }
  return view;
}

}  // namespace

idl::SetUpIdentityView DescribeSetUp(const std::string& address,
                                     const idl::AccountSecurityView& account) {
  return {.address = address,
          .signing = UseOf(account.signing),
          .encryption = UseOf(account.encryption)};
}

bool IsOfUse(std::span<const idl::SetUpIdentityView> identities) {
  const auto either = [&](idl::SetUpState state) {
    return std::ranges::any_of(identities, [&](const idl::SetUpIdentityView& identity) {
      return identity.signing.state == state || identity.encryption.state == state;
    });
  };
  return either(idl::SetUpState::kProposed) ||
         (!identities.empty() && !either(idl::SetUpState::kChosen));
}

Result<idl::SetUpView> SetUp::View(const std::vector<idl::IdentityChoices>& identities, double time,
                                   const idl::CallContext& /*context*/) {
  const Time at = FromMilliseconds(time);
  const store::JudgeContext judging = profile_->Judging(at);
  const auto own = profile_->own_keys().List();
  idl::SetUpView view;
  for (const idl::IdentityChoices& choices : identities) {
    const auto judged = store::JudgeIdentities(own, choices.address, judging);
    view.identities.push_back(DescribeSetUp(choices.address, DescribeAccount(judged, choices, at)));
  }
  view.is_of_use = IsOfUse(view.identities);
  return view;
}

}  // namespace signet::panel

#include "panel/compose_security.h"

#include "panel/reasons.h"

namespace signet::panel {

Result<idl::ComposeSecurityView> ComposeSecurity::View(const idl::ComposeChoices& choices,
                                                       const idl::CallContext& /*context*/) {
  const bool encrypt = choices.encryption == idl::EncryptionChoice::kRequired;
  idl::ComposeSecurityView view;
  view.sign_checked = choices.sign;
  view.encryption = choices.encryption;
  view.sign_icon_shown = choices.sign;
  view.encrypt_icon_shown = encrypt;
  view.may_send = !choices.sign && !encrypt;
  if (!view.may_send) {
    view.reasons.push_back(
        ViewOf(MakeReason(ReasonCode::kProtectionNotAvailable), idl::Severity::kError));
  }
  return view;
}

}  // namespace signet::panel

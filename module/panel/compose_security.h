// The view model of the compose window: Security menu, status icons, whether to send, and sending.
#ifndef SIGNET_PANEL_COMPOSE_SECURITY_H_
#define SIGNET_PANEL_COMPOSE_SECURITY_H_

#include "idl/compose_security.h"
#include "panel/compose_judgement.h"
#include "panel/profile.h"

namespace signet::panel {

// ViewOf gives a judgement the form that the compose window shows.
[[nodiscard]] idl::ComposeSecurityView ViewOf(const ComposeJudgement& judgement);

// ComposeSecurity judges what is written with a profile's certificates and keys, each time anew,
// and protects it: nothing leaves weaker than it looks. Thread-safe.
class ComposeSecurity final : public idl::ComposeSecurity {
 public:
  // The profile outlives the panel.
  explicit ComposeSecurity(Profile& profile) : profile_(&profile) {}

  [[nodiscard]] Result<idl::ComposeSecurityView> View(const idl::ComposeMessage& message,
                                                      const idl::CallContext& context) override;
  // Reasons: those of store::ProfileKeys::PrivateKey, protection-changed (it cannot be signed).
  [[nodiscard]] Result<void> Unlock(const idl::ComposeMessage& message,
                                    const idl::CallContext& context) override;
  // Reasons: protection-changed, those of store::ProfileKeys::PrivateKey and smime::Compose.
  [[nodiscard]] Result<idl::ProtectedMessage> Protect(const idl::ComposeMessage& message,
                                                      const idl::ComposeSecurityView& shown,
                                                      const idl::MessageToProtect& written,
                                                      const idl::CallContext& context) override;

 private:
  Profile* profile_;
};

}  // namespace signet::panel

#endif  // SIGNET_PANEL_COMPOSE_SECURITY_H_

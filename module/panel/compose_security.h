// The view model of the compose window: Security menu, status icons, and whether to send.
#ifndef SIGNET_PANEL_COMPOSE_SECURITY_H_
#define SIGNET_PANEL_COMPOSE_SECURITY_H_

#include "idl/compose_security.h"

namespace signet::panel {

// ComposeSecurity decides from the person's choices alone. While the module cannot protect outgoing
// messages, a message with any protection chosen may not be sent: nothing leaves weaker than it
// looks. Stateless; thread-safe.
class ComposeSecurity final : public idl::ComposeSecurity {
 public:
  [[nodiscard]] Result<idl::ComposeSecurityView> View(const idl::ComposeChoices& choices,
                                                      const idl::CallContext& context) override;
};

}  // namespace signet::panel

#endif  // SIGNET_PANEL_COMPOSE_SECURITY_H_

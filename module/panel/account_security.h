// The view model of an identity's Security page: the certificates that are chosen, their state, and
// what could be chosen.
#ifndef SIGNET_PANEL_ACCOUNT_SECURITY_H_
#define SIGNET_PANEL_ACCOUNT_SECURITY_H_

#include "idl/account_security.h"
#include "panel/profile.h"
#include "store/identities.h"

namespace signet::panel {

// DescribeAccount decides what the page shows; pure. Reasons beside those of store/identities.h:
// own-certificate-missing also if the chosen certificate is not among the person's own, and, for
// one that can be used, certificate-expires-soon.
[[nodiscard]] idl::AccountSecurityView DescribeAccount(const store::Identities& identities,
                                                       const idl::IdentityChoices& choices,
                                                       Time at);

// AccountSecurity answers from the profile. Thread-safe as the profile is.
class AccountSecurity final : public idl::AccountSecurity {
 public:
  // The profile is not owned and outlives the panel.
  explicit AccountSecurity(Profile& profile) : profile_(&profile) {}

  [[nodiscard]] Result<idl::AccountSecurityView> View(const idl::IdentityChoices& choices,
                                                      double time,
                                                      const idl::CallContext& context) override;

 private:
  Profile* profile_;
};

}  // namespace signet::panel

#endif  // SIGNET_PANEL_ACCOUNT_SECURITY_H_

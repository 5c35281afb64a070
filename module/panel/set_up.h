// The view model of the first start's window: what each identity has, and what is proposed.
#ifndef SIGNET_PANEL_SET_UP_H_
#define SIGNET_PANEL_SET_UP_H_

#include <span>
#include <string>
#include <vector>

#include "idl/account_security.h"
#include "idl/set_up.h"
#include "panel/profile.h"

namespace signet::panel {

// DescribeSetUp says of an identity what its Security page would show and propose; pure. The
// proposals are those of that page.
[[nodiscard]] idl::SetUpIdentityView DescribeSetUp(const std::string& address,
                                                   const idl::AccountSecurityView& account);

// IsOfUse decides whether the window opens by itself; see SetUpView.isOfUse. Pure.
[[nodiscard]] bool IsOfUse(std::span<const idl::SetUpIdentityView> identities);

// SetUp answers from the profile. Thread-safe as the profile is.
class SetUp final : public idl::SetUp {
 public:
  // The profile is not owned and outlives the panel.
  explicit SetUp(Profile& profile) : profile_(&profile) {}

  [[nodiscard]] Result<idl::SetUpView> View(const std::vector<idl::IdentityChoices>& identities,
                                            double time, const idl::CallContext& context) override;

 private:
  Profile* profile_;
};

}  // namespace signet::panel

#endif  // SIGNET_PANEL_SET_UP_H_

// Looking for recipients' certificates in a directory: what to ask, what came of it, and storing
// what was used.
#ifndef SIGNET_PANEL_DIRECTORY_LOOKUP_H_
#define SIGNET_PANEL_DIRECTORY_LOOKUP_H_

#include <string>
#include <vector>

#include "base/time.h"
#include "idl/directory_lookup.h"
#include "panel/compose_judgement.h"
#include "panel/profile.h"

namespace signet::panel {

// DirectoryLookup puts what directories answer among the finds of a profile, where the compose
// window looks. Thread-safe.
class DirectoryLookup final : public idl::DirectoryLookup {
 public:
  // The profile outlives the panel.
  explicit DirectoryLookup(Profile& profile) : profile_(&profile) {}

  [[nodiscard]] Result<std::vector<idl::DirectorySearch>> Searches(
      const idl::DirectoryPlace& place, const std::vector<std::string>& addresses, bool one_by_one,
      const idl::CallContext& context) override;
  [[nodiscard]] Result<std::vector<std::string>> Take(const std::string& host,
                                                      const idl::DirectorySearch& search,
                                                      const idl::DirectoryOutcome& outcome,
                                                      const idl::CallContext& context) override;

 private:
  Profile* profile_;
};

// KeepUsed stores the certificates of a directory that a message was encrypted with, the
// authorities in between and what the owners have announced, like those that a signed message
// brings (store/collection.h). What cannot be stored is no reason to withhold the message. `now` is
// the clock.
void KeepUsed(const ComposeJudgement& judgement, Time now, Profile& profile);

}  // namespace signet::panel

#endif  // SIGNET_PANEL_DIRECTORY_LOOKUP_H_

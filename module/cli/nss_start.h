// Starting NSS for a subcommand.
#ifndef SIGNET_CLI_NSS_START_H_
#define SIGNET_CLI_NSS_START_H_

#include <memory>
#include <string>

#include "base/result.h"
#include "cli/passwords.h"
#include "nss/startup.h"

namespace signet::cli {

// StartNss opens NSS with a profile, or without one where the path is empty. `passwords` may be
// null: no token is unlocked then. Reasons: those of nss::Runtime::Open.
[[nodiscard]] Result<std::shared_ptr<const nss::Runtime>> StartNss(
    const std::string& profile, const std::shared_ptr<Passwords>& passwords, bool writable = false);

}  // namespace signet::cli

#endif  // SIGNET_CLI_NSS_START_H_

#include "cli/nss_start.h"

namespace signet::cli {

Result<std::shared_ptr<const nss::Runtime>> StartNss(const std::string& profile,
                                                     const std::shared_ptr<Passwords>& passwords,
                                                     bool writable) {
  nss::StartupOptions startup;
  startup.profile = profile;
  startup.writable = writable;
  // In Thunderbird the host loads the built-in roots; the same profile must judge the same here.
  startup.builtin_roots = !profile.empty();
  if (passwords) {
    startup.password = [passwords](const std::string& token, bool again) {
      return passwords->ForToken(token, again);
    };
  }
  return nss::Runtime::Open(startup);
}

}  // namespace signet::cli

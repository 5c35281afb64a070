// What may be said of a message while something about its certificates is being fetched.
#ifndef SIGNET_PANEL_PENDING_FINDINGS_H_
#define SIGNET_PANEL_PENDING_FINDINGS_H_

#include <vector>

#include "base/result.h"
#include "pkix/fetch.h"
#include "smime/findings.h"

namespace signet::panel {

// SayPending makes a reason that the fetches may do away with "being checked" or "being fetched".
// False: they have nothing to do with it.
bool SayPending(Reason& reason, const std::vector<pkix::Fetch>& fetches);

// WhilePending puts "being checked" and "being fetched" in the place of findings that the fetches
// may do away with, so that what is not known yet is neither good nor bad: a verdict that is bad
// for nothing else is unknown. What is wrong whatever they bring stays as it is.
[[nodiscard]] smime::Findings WhilePending(smime::Findings findings,
                                           const std::vector<pkix::Fetch>& fetches);

}  // namespace signet::panel

#endif  // SIGNET_PANEL_PENDING_FINDINGS_H_

// What this machine remembers of signers (store/sightings.h), and what it says to a person.
#ifndef SIGNET_PANEL_SIGNER_HISTORY_H_
#define SIGNET_PANEL_SIGNER_HISTORY_H_

#include "base/time.h"
#include "idl/message_security.h"
#include "smime/findings.h"
#include "store/sightings.h"

namespace signet::panel {

// RememberIn keeps the signatures of a message that is validly signed at `now`, the clock; of any
// other, nothing: what has expired was seen too late, and what is wrong is worth nothing.
void RememberIn(store::Sightings& seen, const smime::Findings& findings, Time now);

// AddHistory says in the view of a message that is, or was, validly signed since when its signers
// are known with the sender's address. `seen` may be null.
void AddHistory(store::Sightings* seen, const smime::Findings& findings,
                idl::MessageSecurityView& view);

}  // namespace signet::panel

#endif  // SIGNET_PANEL_SIGNER_HISTORY_H_

// Remedies: what a person can do with one button about what was found in a message.
#ifndef SIGNET_PANEL_REMEDIES_H_
#define SIGNET_PANEL_REMEDIES_H_

#include <optional>
#include <vector>

#include "idl/message_security.h"
#include "panel/profile.h"
#include "smime/findings.h"

namespace signet::panel {

// RemediesFor lists them, each once, in the order of the findings. What no button can mend has
// none: a message that was altered, a certificate that was revoked. To trust a certificate is
// offered only where nothing but trust is missing, so that no button makes anything good that was
// forged.
[[nodiscard]] std::vector<idl::RemedyOffer> RemediesFor(const smime::Findings& findings);

// SavingFor offers to store the sender's certificate: where the signature is valid, the certificate
// can be encrypted for, and it is not in the profile. NSS must run.
[[nodiscard]] std::optional<idl::RemedyOffer> SavingFor(const smime::Findings& findings,
                                                        const store::JudgeContext& context);

}  // namespace signet::panel

#endif  // SIGNET_PANEL_REMEDIES_H_

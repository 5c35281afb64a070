// Reasons on their way to a window: the dictionary of the contract from the module's own values.
#ifndef SIGNET_PANEL_REASONS_H_
#define SIGNET_PANEL_REASONS_H_

#include <vector>

#include "base/result.h"
#include "idl/reasons.h"
#include "smime/findings.h"

namespace signet::panel {

// ViewOf gives a reason the form of the contract. Text that is not UTF-8 (names from certificates
// and headers are made UTF-8 where they are read) would fail later, when it is written as JSON.
[[nodiscard]] idl::Reason ViewOf(const Reason& reason, idl::Severity severity);
[[nodiscard]] std::vector<idl::Reason> ViewOf(const std::vector<smime::Finding>& findings);

// ReasonOf is the way back, for the command line's words.
[[nodiscard]] Reason ReasonOf(const idl::Reason& view);

}  // namespace signet::panel

#endif  // SIGNET_PANEL_REASONS_H_

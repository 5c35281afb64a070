// How the command line shows a verdict: for people, or as JSON, one object a line.
#ifndef SIGNET_CLI_VERDICT_OUTPUT_H_
#define SIGNET_CLI_VERDICT_OUTPUT_H_

#include <string>

#include "base/result.h"
#include "idl/message_security.h"

namespace signet::cli {

// VerdictLine is one JSON object with a line end. Its members:
//   file        the message's name
//   signature   "none", "valid", "invalid", "unknown", "expired-since" (good when it was signed, as
//               far as the reason says, and not valid now)
//   encryption  "none", "decrypted", "failed"
//   address     the address that was compared, or null
//   signers     subject, addresses, sha256, revocation (for each certificate of the chain but the
//               authority: certificate, state, evidence, revoked_at, this_update, next_update,
//               problems), algorithm, signing_time (RFC 3339 or null), time_stamps (those beside a
//               signature that holds: valid, time, authority, sha256, algorithm, revocation,
//               reasons; what is not known is null), valid, reasons; subject and sha256 are
//               null where the certificate is missing. With what was seen before, also
//               history: null, or state ("first-time", "changed", "known"), address, since,
//               previous (SHA-256 fingerprint or null), previous_used
//   layers      kind, whole_message, part, algorithm; outermost first. Encrypted ones also
//               recipient_count and recipients (the first hundred): certificate, algorithm, state
//               ("opened", "not-ours", "not-tried", "failed", "unusable"), reason or null
//   reasons     code, severity, text, remedy, and oid, where, certificate, diagnostic if there are
//               any
[[nodiscard]] std::string VerdictLine(const std::string& file, const idl::MessageSecurityView& view,
                                      bool with_history = false);

// VerdictText is a few lines for people, with a line end.
[[nodiscard]] std::string VerdictText(const std::string& file,
                                      const idl::MessageSecurityView& view);

// FailureText is one line about what could not be done at all, with a line end.
[[nodiscard]] std::string FailureText(const std::string& about, const Reason& reason);

}  // namespace signet::cli

#endif  // SIGNET_CLI_VERDICT_OUTPUT_H_

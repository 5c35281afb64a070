// How `signet cert validate` shows an answer: for people, or as JSON.
#ifndef SIGNET_CLI_VALIDATE_OUTPUT_H_
#define SIGNET_CLI_VALIDATE_OUTPUT_H_

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "cli/validate_question.h"

namespace signet::cli {

// AnswerJson has the members:
//   valid       true, false
//   chain       the best path, certificate first: subject, issuer, sha256
//   policies    dotted object identifiers that hold for it; 2.5.29.32.0 stands for any
//   revocation  one for each certificate of `chain` but the trusted authority: certificate,
//               state ("good", "revoked", "unknown", "not-checked"), evidence ("none", "crl",
//               "ocsp"), revoked_at, reason, this_update, next_update (RFC 3339 or null), problems
//   reasons     why it is not valid, the most useful first: code, certificate, text, remedy, and
//               where, diagnostic if there are any; empty: it is valid
//   warnings    the same of what does not make it invalid
//   paths       every way that was tried, best first: anchored, valid, chain, reasons, warnings
//   fetches     what could be, or was, fetched: kind ("issuer", "ocsp", "crl"), method, url,
//               content_type and body (base64) with POST, most_octets, certificate (whom it is
//               for), outcome ("not-made", "answered", "failed"), reason where it failed
//   work        signature_checks and steps that it took
[[nodiscard]] nlohmann::ordered_json AnswerJson(const ValidateAnswer& answer);

// AnswerText is a few lines for people, with a line end.
[[nodiscard]] std::string AnswerText(const std::string& name, const ValidateAnswer& answer);

// ErrorJson is the answer to a request that could not be asked: a member `error`.
[[nodiscard]] nlohmann::ordered_json ErrorJson(const Reason& reason);
[[nodiscard]] nlohmann::ordered_json ErrorJson(const std::string& usage);

}  // namespace signet::cli

#endif  // SIGNET_CLI_VALIDATE_OUTPUT_H_

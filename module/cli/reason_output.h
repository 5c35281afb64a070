// Reasons and revocation as JSON, the same in every command's output.
#ifndef SIGNET_CLI_REASON_OUTPUT_H_
#define SIGNET_CLI_REASON_OUTPUT_H_

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/result.h"
#include "pkix/path.h"

namespace signet::cli {

// JsonLine gives JSON as one line, with a line end. A file's name may be any octets: what is not
// UTF-8 is replaced rather than refused.
[[nodiscard]] std::string JsonLine(const nlohmann::ordered_json& json);

// ForWords completes a reason with what its sentence may name (reasons.ftl: $where).
[[nodiscard]] Reason ForWords(Reason reason);

// ReasonJson: code, certificate (fingerprint or null), text, remedy, and where, diagnostic if there
// are any.
[[nodiscard]] nlohmann::ordered_json ReasonJson(const Reason& reason);
[[nodiscard]] nlohmann::ordered_json ReasonsJson(const std::vector<Reason>& reasons);

// RevocationJson has an entry for each certificate of a path but the trusted authority:
// certificate, state, evidence, revoked_at, reason, this_update, next_update, problems. Where
// revocation was not asked, the state is "not-checked".
[[nodiscard]] nlohmann::ordered_json RevocationJson(const pkix::Path& path);

}  // namespace signet::cli

#endif  // SIGNET_CLI_REASON_OUTPUT_H_

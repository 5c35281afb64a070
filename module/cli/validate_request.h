// One question of `signet cert validate`, from options or from a line of JSON.
#ifndef SIGNET_CLI_VALIDATE_REQUEST_H_
#define SIGNET_CLI_VALIDATE_REQUEST_H_

#include <cstddef>
#include <expected>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace signet::cli {

enum class RevocationMode { kOff, kLocal, kOnline };

// Everything that names a file may also hold the PEM text itself.
struct ValidateRequest {
  std::string certificate;
  // "signing", "encryption" or "any".
  std::string purpose = "any";
  std::vector<std::string> anchors;
  std::vector<std::string> certificates;
  std::vector<std::string> crls;
  std::vector<std::string> ocsp_responses;
  std::optional<Time> at;
  std::optional<std::string> address;
  // Dotted object identifiers.
  std::vector<std::string> policies;
  bool require_policy = false;
  bool inhibit_mapping = false;
  bool inhibit_any_policy = false;
  bool allow_weak = false;
  RevocationMode revocation = RevocationMode::kLocal;
  bool require_revocation = false;
  // Most steps, and most signature checks.
  std::optional<std::size_t> max_work;
};

// The three words of --revocation; nothing: it is none of them.
[[nodiscard]] std::optional<RevocationMode> ParseRevocationMode(std::string_view word);

// ReadRequest reads the members of a JSON object over `defaults`. They are called as the options
// are, without "--" (hyphens and underscores alike); the certificate is `certificate`. Lists of
// files may be one text instead of an array. A member `id` is not looked at. The failure says what
// is wrong, for the person who wrote the line.
[[nodiscard]] std::expected<ValidateRequest, std::string> ReadRequest(
    const nlohmann::ordered_json& line, const ValidateRequest& defaults);

// CheckRequest says what is missing or wrong in a complete request; empty: nothing.
[[nodiscard]] std::string CheckRequest(const ValidateRequest& request);

}  // namespace signet::cli

#endif  // SIGNET_CLI_VALIDATE_REQUEST_H_

#include "cli/fetch_options.h"

#include <chrono>

namespace signet::cli {

RevocationMode FetchOptions::mode() const {
  return ParseRevocationMode(revocation).value_or(RevocationMode::kLocal);
}

HttpLimits FetchOptions::limits() const {
  HttpLimits limits;
  limits.time =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::duration<double>(seconds));
  limits.allow_private_addresses = allow_private_addresses;
  return limits;
}

void AddFetchOptions(CLI::App& command, FetchOptions& options) {
  constexpr double kShortest = 0.001;
  constexpr double kLongest = 600;
  command
      .add_option("--revocation", options.revocation,
                  "Whether certificates were revoked: off, do not ask; local, use what is at hand; "
                  "online, ask the authorities, and fetch missing issuers")
      ->check(CLI::IsMember({"off", "local", "online"}))
      ->capture_default_str();
  command.add_flag("--require-revocation", options.require_revocation,
                   "Not valid unless every certificate is known not to be revoked");
  command.add_flag("--allow-private-addresses", options.allow_private_addresses,
                   "Also ask servers in private networks and on this computer");
  command
      .add_option("--fetch-time", options.seconds,
                  "Seconds that one answer over the network may take")
      ->type_name("SECONDS")
      ->check(CLI::Range(kShortest, kLongest))
      ->capture_default_str();
}

}  // namespace signet::cli

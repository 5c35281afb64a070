// The options about revocation and fetching that several commands share.
#ifndef SIGNET_CLI_FETCH_OPTIONS_H_
#define SIGNET_CLI_FETCH_OPTIONS_H_

#include <CLI/CLI.hpp>
#include <string>

#include "cli/http_client.h"
#include "cli/validate_request.h"

namespace signet::cli {

struct FetchOptions {
  std::string revocation = "local";
  bool require_revocation = false;
  bool allow_private_addresses = false;
  double seconds = 10;

  [[nodiscard]] RevocationMode mode() const;
  [[nodiscard]] HttpLimits limits() const;
};

// AddFetchOptions adds --revocation, --require-revocation, --allow-private-addresses and
// --fetch-time; the options outlive the application.
void AddFetchOptions(CLI::App& command, FetchOptions& options);

}  // namespace signet::cli

#endif  // SIGNET_CLI_FETCH_OPTIONS_H_

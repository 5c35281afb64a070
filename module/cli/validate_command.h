// `signet cert validate`: may this certificate be used, and if not, exactly why not.
#ifndef SIGNET_CLI_VALIDATE_COMMAND_H_
#define SIGNET_CLI_VALIDATE_COMMAND_H_

#include <istream>
#include <ostream>
#include <string>

#include "base/time.h"
#include "cli/fetch_options.h"
#include "cli/validate_request.h"

namespace signet::cli {

struct ValidateArguments {
  // Folder of an NSS database; empty: none.
  std::string profile;
  // The one question; with `jsonl` what lines do not say.
  ValidateRequest request;
  // The time of requests that name none.
  Time now;
  // For what is asked online.
  FetchOptions fetch;
  bool json = false;
  // Requests come from `in`, a JSON object a line, and are answered a line each.
  bool jsonl = false;
};

// RunValidate prints the answers to `out` and failures to `err`. Gives the exit status: 0, valid;
// 1, not valid; 2, usage, or something could not be read. With `jsonl` the worst of all lines.
[[nodiscard]] int RunValidate(const ValidateArguments& arguments, std::istream& in,
                              std::ostream& out, std::ostream& err);

}  // namespace signet::cli

#endif  // SIGNET_CLI_VALIDATE_COMMAND_H_

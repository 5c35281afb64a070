// The options of `signet cert`.
#ifndef SIGNET_CLI_CERT_OPTIONS_H_
#define SIGNET_CLI_CERT_OPTIONS_H_

#include <string>
#include <vector>

#include "cli/fetch_options.h"
#include "cli/options.h"
#include "cli/validate_command.h"

namespace signet::cli {

// What the options are read into, before it is made of the right types.
struct CertOptions {
  ValidateArguments validate;
  std::string at;
  std::string address;
  std::size_t max_work = 0;
  FetchOptions fetch;
  Command command;
  Command validate_command;
};

// AddCert adds the subcommand and its `validate`; the options outlive the application.
void AddCert(const Command& app, CertOptions& options);

// ArgumentsOf gives what was read, after parsing. `now`: the clock.
[[nodiscard]] ValidateArguments ArgumentsOf(const CertOptions& options, Time now);

// SpreadLists repeats the name of an option that takes one of many (--cert A B becomes --cert A
// --cert B), as long as a word is left over for the certificate itself: both ways of writing lists
// are understood.
[[nodiscard]] std::vector<std::string> SpreadLists(const std::vector<std::string>& arguments);

}  // namespace signet::cli

#endif  // SIGNET_CLI_CERT_OPTIONS_H_

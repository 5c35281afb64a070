// `signet verify`: judges messages and prints a verdict for each.
#ifndef SIGNET_CLI_VERIFY_COMMAND_H_
#define SIGNET_CLI_VERIFY_COMMAND_H_

#include <ostream>
#include <string>

#include "cli/judging_options.h"
#include "cli/key_options.h"
#include "cli/message_run.h"
#include "cli/options.h"

namespace signet::cli {

struct VerifyArguments {
  // The profile, and the keys that open encrypted layers.
  KeyOptions keys;
  JudgingOptions judging;
  MessageOptions options;
  bool no_address_check = false;
  // File of what was seen before (store/sightings.h); empty: that of the profile, where there is
  // one.
  std::string seen;
  // File of the content of detached signatures that are CMS objects of their own; empty: none.
  std::string content;
  Command command;
};

// AddVerify adds the subcommand; the arguments outlive the application.
void AddVerify(const Command& app, VerifyArguments& arguments);

// RunVerify prints verdicts to `out` and failures to `err`. Gives the exit status: 0, every message
// is validly signed; 1, some message is not; 2, something could not be read.
[[nodiscard]] int RunVerify(const VerifyArguments& arguments, std::ostream& out, std::ostream& err);

}  // namespace signet::cli

#endif  // SIGNET_CLI_VERIFY_COMMAND_H_

// `signet inspect`: prints the structure of messages and CMS objects as a tree.
#ifndef SIGNET_CLI_INSPECT_COMMAND_H_
#define SIGNET_CLI_INSPECT_COMMAND_H_

#include <ostream>

#include "cli/key_options.h"
#include "cli/message_run.h"
#include "cli/options.h"

namespace signet::cli {

struct InspectArguments {
  // Encrypted layers are opened where one of these keys fits.
  KeyOptions keys;
  MessageOptions options;
  Command command;
};

// AddInspect adds the subcommand; the arguments outlive the application.
void AddInspect(const Command& app, InspectArguments& arguments);

// RunInspect gives the exit status: 0, every input was shown; 1, something was damaged and shown as
// far as it goes; 2, something could not be read.
[[nodiscard]] int RunInspect(const InspectArguments& arguments, std::ostream& out,
                             std::ostream& err);

}  // namespace signet::cli

#endif  // SIGNET_CLI_INSPECT_COMMAND_H_

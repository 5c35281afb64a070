// The command line as a whole: options, subcommands, help.
#ifndef SIGNET_CLI_APPLICATION_H_
#define SIGNET_CLI_APPLICATION_H_

#include <ostream>

namespace signet::cli {

// Run reads the arguments and runs the subcommand. Gives the exit status: that of the subcommand, 0
// for help and version, 2 for wrong usage and where `out` could not be written.
[[nodiscard]] int Run(int argc, char** argv, std::ostream& out, std::ostream& err);

}  // namespace signet::cli

#endif  // SIGNET_CLI_APPLICATION_H_

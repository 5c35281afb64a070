// `signet sign`: signs a message with one of the person's own keys.
#ifndef SIGNET_CLI_SIGN_COMMAND_H_
#define SIGNET_CLI_SIGN_COMMAND_H_

#include <ostream>
#include <string>

#include "base/time.h"
#include "cli/protection.h"

namespace signet::cli {

struct SignArguments {
  ProtectionOptions options;
  // Address or fingerprint; empty: the address in From.
  std::string signer;
  bool opaque = false;
  bool pss = false;
  // "sha256", "sha384", "sha512"; empty: what fits the key.
  std::string digest;
};

// AddSign adds the subcommand; the arguments outlive the application.
void AddSign(CLI::App& app, SignArguments& arguments);

// RunSign writes the signed message. Gives the exit status: 0, it was signed; 1, it could not be
// signed with what was given; 2, something could not be read or written.
[[nodiscard]] int RunSign(const SignArguments& arguments, Time at, std::ostream& out,
                          std::ostream& err);

}  // namespace signet::cli

#endif  // SIGNET_CLI_SIGN_COMMAND_H_

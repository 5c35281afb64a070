// `signet sign`: signs messages with one of the person's own keys.
#ifndef SIGNET_CLI_SIGN_COMMAND_H_
#define SIGNET_CLI_SIGN_COMMAND_H_

#include <ostream>
#include <string>

#include "cli/options.h"
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
void AddSign(const Command& app, SignArguments& arguments);

// RunSign writes the signed messages. Gives the exit status: 0, all were signed; 1, some could not
// be signed with what was given; 2, something could not be read or written.
[[nodiscard]] int RunSign(const SignArguments& arguments, std::ostream& out, std::ostream& err);

}  // namespace signet::cli

#endif  // SIGNET_CLI_SIGN_COMMAND_H_

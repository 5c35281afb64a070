// `signet decrypt`: takes the encryption off messages and CMS objects.
#ifndef SIGNET_CLI_DECRYPT_COMMAND_H_
#define SIGNET_CLI_DECRYPT_COMMAND_H_

#include <ostream>
#include <string>

#include "cli/key_options.h"
#include "cli/message_run.h"
#include "cli/options.h"

namespace signet::cli {

struct DecryptArguments {
  KeyOptions keys;
  MessageOptions options;
  // A file, or a folder for several messages; empty: standard output.
  std::string output;
  Command command;
};

// AddDecrypt adds the subcommand; the arguments outlive the application.
void AddDecrypt(const Command& app, DecryptArguments& arguments);

// RunDecrypt writes what is inside of the encryption; with --json it prints for each message, a
// line, an object with: file, output (null: none), encryption ("none", "decrypted", "failed"),
// cipher (null: not encrypted), authenticated, octets, recipient_count, recipients (the first
// hundred: certificate, algorithm, state, reason), reasons. Gives the exit status: 0, every message
// was decrypted; 1, some message was not; 2, something could not be read or written.
[[nodiscard]] int RunDecrypt(const DecryptArguments& arguments, std::ostream& out,
                             std::ostream& err);

}  // namespace signet::cli

#endif  // SIGNET_CLI_DECRYPT_COMMAND_H_

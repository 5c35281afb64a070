// `signet encrypt`: encrypts messages for their recipients and its sender.
#ifndef SIGNET_CLI_ENCRYPT_COMMAND_H_
#define SIGNET_CLI_ENCRYPT_COMMAND_H_

#include <ostream>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/protection.h"

namespace signet::cli {

struct EncryptArguments {
  ProtectionOptions options;
  // Addresses, and files of certificates; empty: the addresses in To and Cc.
  std::vector<std::string> to;
  // Address or fingerprint of the sender's own certificate; empty: the address in From.
  std::string self;
  bool no_self = false;
  // "auto", "gcm" or "cbc".
  std::string cipher = "auto";
  // "auto", "oaep" or "pkcs1".
  std::string rsa = "auto";
};

// AddEncrypt adds the subcommand; the arguments outlive the application.
void AddEncrypt(const Command& app, EncryptArguments& arguments);

// RunEncrypt writes the encrypted messages. Gives the exit status: 0, all were encrypted, for every
// recipient; 1, some recipient has no certificate that serves; 2, something could not be read or
// written.
[[nodiscard]] int RunEncrypt(const EncryptArguments& arguments, std::ostream& out,
                             std::ostream& err);

}  // namespace signet::cli

#endif  // SIGNET_CLI_ENCRYPT_COMMAND_H_

// The person's terminal: typing a password without echo.
#ifndef SIGNET_CLI_TERMINAL_H_
#define SIGNET_CLI_TERMINAL_H_

#include <optional>
#include <string>

#include "nss/secret_bytes.h"

namespace signet::cli {

// ReadSecret writes `prompt` to the controlling terminal, wherever standard input and output lead,
// and reads a line from it without showing it. Nothing: there is no terminal, or the input ended
// before the line did. An interrupt (Ctrl+C) ends the program, with the terminal put back as it
// was.
[[nodiscard]] std::optional<nss::SecretBytes> ReadSecret(const std::string& prompt);

}  // namespace signet::cli

#endif  // SIGNET_CLI_TERMINAL_H_

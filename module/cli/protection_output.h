// How the command line shows what became of protecting a message.
#ifndef SIGNET_CLI_PROTECTION_OUTPUT_H_
#define SIGNET_CLI_PROTECTION_OUTPUT_H_

#include <string>
#include <vector>

#include "cli/protection.h"
#include "smime/composer.h"

namespace signet::cli {

// ObstacleText is a line for each, for people.
[[nodiscard]] std::string ObstacleText(const std::vector<Obstacle>& obstacles);

// ProtectionLine is one JSON object with a line end: what was written. Its members:
//   file        the message's name
//   output      the file it was written to, or null for standard output
//   signature   null, or algorithm, digest, opaque, signer (subject, addresses, sha256)
//   encryption  null, or cipher, recipients (subject, addresses, sha256, self, vouched_for,
//               algorithm, reasons), reasons
//   reasons     what is worth saying: about, code, certificate, text, remedy
[[nodiscard]] std::string ProtectionLine(const std::string& file, const std::string& output,
                                         const Preparation& prepared,
                                         const smime::ComposeChoice& choice);

// RefusalLine is the same for a message that was not written; signature and encryption are null.
[[nodiscard]] std::string RefusalLine(const std::string& file,
                                      const std::vector<Obstacle>& obstacles);

}  // namespace signet::cli

#endif  // SIGNET_CLI_PROTECTION_OUTPUT_H_

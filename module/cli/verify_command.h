// `signet verify`: judges messages and prints a verdict for each.
#ifndef SIGNET_CLI_VERIFY_COMMAND_H_
#define SIGNET_CLI_VERIFY_COMMAND_H_

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "base/time.h"
#include "cli/fetch_options.h"
#include "cli/key_options.h"

namespace signet::cli {

struct VerifyArguments {
  // The profile, and the keys that open encrypted layers.
  KeyOptions keys;
  // Files of certificates that are trusted to vouch for e-mail addresses.
  std::vector<std::string> anchors;
  // Files of certificates that messages may need but not bring.
  std::vector<std::string> certificates;
  // Files of CRLs and OCSP responses.
  std::vector<std::string> crls;
  std::vector<std::string> ocsp_responses;
  // How revocation is asked.
  FetchOptions fetch;
  // The clock, and the time to judge at.
  Time now;
  Time at;
  bool check_address = true;
  // File of the content of detached signatures that are CMS objects of their own; empty: none.
  std::string content;
  // Threads that work at the same time.
  std::size_t jobs = 1;
  bool json = false;
  std::vector<std::string> messages;
};

// RunVerify prints verdicts to `out` and failures to `err`. Gives the exit status: 0, every message
// is validly signed; 1, some message is not; 2, something could not be read.
[[nodiscard]] int RunVerify(const VerifyArguments& arguments, std::ostream& out, std::ostream& err);

}  // namespace signet::cli

#endif  // SIGNET_CLI_VERIFY_COMMAND_H_

// What every command on messages does alike: it goes through files, folders, mailboxes and standard
// input, works on several messages at the same time, prints in their order, and draws a progress
// bar.
#ifndef SIGNET_CLI_MESSAGE_RUN_H_
#define SIGNET_CLI_MESSAGE_RUN_H_

#include <cstddef>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/messages.h"
#include "cli/options.h"

namespace signet::cli {

// Exit statuses.
inline constexpr int kAllGood = 0;
inline constexpr int kSomeFellShort = 1;
inline constexpr int kFailed = 2;

struct MessageOptions {
  std::vector<std::string> messages;
  // Threads that work at the same time.
  std::size_t jobs = 1;
  bool json = false;
};

// AddMessageOptions adds FILE, --jobs and --json; `help` says what a FILE may be. The options
// outlive the application. Gives the option --json.
Option AddMessageOptions(const Command& command, MessageOptions& options, const std::string& help,
                         const std::string& json_help);

// What became of one message.
struct MessageReport {
  int status = kAllGood;
  // For standard output and standard error, with line ends.
  std::string out = {};
  std::string err = {};
};

// Works on one message, on any thread.
using MessageWork = std::function<MessageReport()>;
// Called for each message in order, on the thread that called RunMessages.
using BeginMessage = std::function<MessageWork(Input input)>;

// RunMessages gives the worst status; a file that cannot be read, and no message at all, are
// kFailed.
[[nodiscard]] int RunMessages(const MessageOptions& options, const BeginMessage& begin,
                              std::ostream& out, std::ostream& err);

}  // namespace signet::cli

#endif  // SIGNET_CLI_MESSAGE_RUN_H_

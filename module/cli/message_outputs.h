// Where the commands that write messages write them.
#ifndef SIGNET_CLI_MESSAGE_OUTPUTS_H_
#define SIGNET_CLI_MESSAGE_OUTPUTS_H_

#include <cstddef>
#include <functional>
#include <memory>
#include <ostream>
#include <set>
#include <string>

#include "base/result.h"
#include "cli/message_run.h"
#include "cli/messages.h"
#include "cli/output_file.h"

namespace signet::cli {

// MessageOutputs gives each message of a run a file: the one that the person named, or one of its
// own in the folder that he named. One thread at a time.
class MessageOutputs {
 public:
  // `output`: a file, a folder that is there already, or empty for standard output. `command` is
  // what the words about a missing folder call it.
  MessageOutputs(std::string output, std::string command);

  struct Output {
    // What became of opening it. Reasons: file-unwritable.
    Result<OutputFile> file;
    // Empty: standard output.
    std::string path;
  };

  // Next begins the file of the next message. Null: there is a message already, and no folder;
  // NoFolder has the words, once.
  [[nodiscard]] std::shared_ptr<Output> Next(const Input& input);
  [[nodiscard]] std::string NoFolder();

 private:
  [[nodiscard]] std::string TargetOf(const Input& input);

  std::string output_;
  std::string command_;
  bool into_folder_;
  std::set<std::string> names_;
  std::size_t messages_ = 0;
};

// Works on one message and writes its output, on any thread.
using OutputWork = std::function<MessageReport(const Input& input, MessageOutputs::Output& output)>;

// WriteMessages is RunMessages for a command that writes each message to one of `outputs`; several
// messages and no folder are kFailed.
[[nodiscard]] int WriteMessages(const MessageOptions& options, MessageOutputs outputs,
                                const OutputWork& work, std::ostream& out, std::ostream& err);

}  // namespace signet::cli

#endif  // SIGNET_CLI_MESSAGE_OUTPUTS_H_

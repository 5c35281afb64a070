#include "cli/message_outputs.h"

#include <filesystem>
#include <system_error>
#include <utility>

namespace signet::cli {
namespace {

namespace fs = std::filesystem;

bool IsFolder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

}  // namespace

MessageOutputs::MessageOutputs(std::string output, std::string command)
    : output_(std::move(output)), command_(std::move(command)), into_folder_(IsFolder(output_)) {}

std::shared_ptr<MessageOutputs::Output> MessageOutputs::Next(const Input& input) {
  ++messages_;
  if (messages_ > 1 && !into_folder_) {
    return nullptr;
  }
  std::string path = into_folder_ ? TargetOf(input) : output_;
  auto file = OutputFile::Create(path);
  return std::make_shared<Output>(Output{std::move(file), path == "-" ? "" : std::move(path)});
}

std::string MessageOutputs::NoFolder() {
  return messages_ == 2 ? "signet: several messages need a folder: " + command_ + " -o FOLDER\n"
                        : std::string();
}

// A name in the folder that no other message of this run has.
std::string MessageOutputs::TargetOf(const Input& input) {
  std::string name = input.name == "-" ? "message" : fs::path(input.name).filename().string();
  if (const std::size_t number = name.rfind('#'); number != std::string::npos) {
    name[number] = '-';
  }
  fs::path stem = name;
  const std::string extension = input.is_object ? "" : ".eml";
  if (stem.extension() == ".eml" || input.is_object) {
    stem = stem.stem();
  }
  std::string candidate = stem.string() + extension;
  for (int copy = 2; !names_.insert(candidate).second; ++copy) {
    candidate = stem.string() + "-" + std::to_string(copy) + extension;
  }
  return (fs::path(output_) / candidate).string();
}

int WriteMessages(const MessageOptions& options, MessageOutputs outputs, const OutputWork& work,
                  std::ostream& out, std::ostream& err) {
  return RunMessages(
      options,
      [&](Input input) -> MessageWork {
        auto output = outputs.Next(input);
        if (!output) {
          return
              [text = outputs.NoFolder()] { return MessageReport{.status = kFailed, .err = text}; };
        }
        return [&work, input = std::move(input), output] { return work(input, *output); };
      },
      out, err);
}

}  // namespace signet::cli

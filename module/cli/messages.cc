#include "cli/messages.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/mapped_file.h"
#include "mime/mailbox_file.h"

namespace signet::cli {
namespace {

namespace fs = std::filesystem;

void Deliver(const std::string& name, ByteView file, const OnMessage& on_message) {
  if (!mime::LooksLikeMbox(file)) {
    on_message(name, mime::WithoutStorePrefix(file));
    return;
  }
  mime::MboxReader reader(file);
  auto message = reader.Next();
  std::size_t number = 1;
  while (message) {
    auto next = reader.Next();
    const bool only = number == 1 && !next;
    on_message(only ? name : name + "#" + std::to_string(number),
               mime::WithoutStorePrefix(*message));
    message = next;
    ++number;
  }
}

void DeliverFile(const fs::path& path, const OnMessage& on_message,
                 const OnUnreadable& on_unreadable) {
  const auto file = MappedFile::Open(path);
  if (!file) {
    on_unreadable(path.string(), file.error());
    return;
  }
  Deliver(path.string(), file->octets(), on_message);
}

// The files of a folder in the order of their names, so that two runs print the same.
std::vector<fs::path> FilesOf(const fs::path& folder, std::error_code& error) {
  std::vector<fs::path> files;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied,
                                         error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    const bool maildir_tmp = name == "tmp" && entry->is_directory() &&
                             fs::is_directory(entry->path().parent_path() / "cur");
    if (name.starts_with(".") || maildir_tmp) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file(error)) {
      files.push_back(entry->path());
    }
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

void ForEachMessage(const std::vector<std::string>& arguments, const OnMessage& on_message,
                    const OnUnreadable& on_unreadable) {
  for (const std::string& argument : arguments) {
    if (argument == "-") {
      const auto input = MappedFile::ReadStandardInput();
      if (input) {
        Deliver("-", input->octets(), on_message);
      } else {
        on_unreadable("-", input.error());
      }
      continue;
    }
    std::error_code error;
    if (!fs::is_directory(argument, error)) {
      DeliverFile(argument, on_message, on_unreadable);
      continue;
    }
    const auto files = FilesOf(argument, error);
    if (error) {
      on_unreadable(
          argument,
          MakeReason(ReasonCode::kFileUnreadable).With("path", argument).Because(error.message()));
    }
    for (const fs::path& file : files) {
      DeliverFile(file, on_message, on_unreadable);
    }
  }
}

}  // namespace signet::cli

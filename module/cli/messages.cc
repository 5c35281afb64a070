#include "cli/messages.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "mime/header.h"
#include "mime/mailbox_file.h"

namespace signet::cli {
namespace {

namespace fs = std::filesystem;

// The first octet of a CMS object, a SEQUENCE, is the letter "0"; its length begins with an octet
// above ASCII in every object of more than 127 octets, and no header field or mbox line does.
constexpr std::uint8_t kSequence = 0x30;
constexpr std::uint8_t kLongLength = 0x80;
// In a shorter one the tag of its object identifier follows, which is no printable character.
constexpr std::uint8_t kObjectIdentifier = 0x06;

constexpr std::array<std::string_view, 3> kPemLabels = {"CMS", "PKCS7", "PKCS #7 SIGNED DATA"};
constexpr std::array<std::string_view, 5> kObjectNames = {".p7m", ".p7s", ".p7c", ".p7b", ".p7z"};

bool IsPem(std::string_view text) {
  return std::ranges::any_of(kPemLabels, [text](std::string_view label) {
    return text.starts_with("-----BEGIN " + std::string(label) + "-----");
  });
}

void Deliver(const std::string& name, std::shared_ptr<const MappedFile> file,
             const OnInput& on_input) {
  const ByteView octets = file->octets();
  const std::uint64_t size = octets.size();
  if (IsObject(name, octets)) {
    on_input({name, octets, std::move(file), true, size});
    return;
  }
  if (!mime::LooksLikeMbox(octets)) {
    on_input({name, mime::WithoutStorePrefix(octets), std::move(file), false, size});
    return;
  }
  mime::MboxReader reader(octets);
  auto message = reader.Next();
  std::size_t number = 1;
  while (message) {
    auto next = reader.Next();
    const bool only = number == 1 && !next;
    on_input({only ? name : name + "#" + std::to_string(number), mime::WithoutStorePrefix(*message),
              file, false, number == 1 ? size : 0});
    message = next;
    ++number;
  }
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

std::uint64_t SizeOf(const fs::path& file) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(file, error);
  return error ? 0 : size;
}

}  // namespace

bool IsObject(const std::string& name, ByteView octets) {
  if (octets.size() > 2 && octets[0] == kSequence &&
      (octets[1] >= kLongLength || octets[2] == kObjectIdentifier)) {
    return true;
  }
  if (IsPem(AsText(octets.first(std::min<std::size_t>(octets.size(), 64))))) {
    return true;
  }
  const std::string lower = mime::LowerCase(name);
  return std::ranges::any_of(kObjectNames,
                             [&](std::string_view end) { return lower.ends_with(end); });
}

InputList InputList::Of(const std::vector<std::string>& arguments) {
  InputList list;
  for (const std::string& argument : arguments) {
    list.Add(argument);
  }
  return list;
}

void InputList::Add(const std::string& argument) {
  std::error_code error;
  if (argument == "-" || !fs::is_directory(argument, error)) {
    const std::uint64_t size = argument == "-" ? 0 : SizeOf(argument);
    entries_.push_back({argument, size, {}});
    octets_ += size;
    return;
  }
  const auto files = FilesOf(argument, error);
  if (error) {
    entries_.push_back({argument, 0, error.message()});
  }
  for (const fs::path& file : files) {
    const std::uint64_t size = SizeOf(file);
    entries_.push_back({file.string(), size, {}});
    octets_ += size;
  }
}

void InputList::ForEach(const OnInput& on_input, const OnUnreadable& on_unreadable) const {
  for (const Entry& entry : entries_) {
    if (!entry.error.empty()) {
      on_unreadable(
          entry.path,
          MakeReason(ReasonCode::kFileUnreadable).With("path", entry.path).Because(entry.error));
      continue;
    }
    auto file = entry.path == "-" ? MappedFile::ReadStandardInput() : MappedFile::Open(entry.path);
    if (!file) {
      on_unreadable(entry.path, file.error());
      continue;
    }
    Deliver(entry.path, std::make_shared<const MappedFile>(std::move(*file)), on_input);
  }
}

}  // namespace signet::cli

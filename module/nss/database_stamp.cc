#include "nss/database_stamp.h"

#include <fcntl.h>
#include <pk11pub.h>
#include <secmod.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <string_view>

#include "nss/owners.h"
#include "nss/token.h"

namespace signet::nss {
namespace {

// The folder of the database, from what the software token was started with: configdir='sql:DIR'
// with quotes and backslashes in DIR escaped by a backslash.
std::optional<std::filesystem::path> DatabaseFolder() {
  constexpr std::string_view kKey = "configdir='sql:";
  const SECMODModule* const module = SECMOD_GetInternalModule();
  if (module == nullptr || module->libraryParams == nullptr) {
    return std::nullopt;
  }
  const std::string_view parameters = module->libraryParams;
  const std::size_t start = parameters.find(kKey);
  if (start == std::string_view::npos) {
    return std::nullopt;
  }
  std::string folder;
  for (std::size_t i = start + kKey.size(); i < parameters.size() && parameters[i] != '\''; ++i) {
    if (parameters[i] == '\\' && i + 1 < parameters.size()) {
      ++i;
    }
    folder.push_back(parameters[i]);
  }
  return folder;
}

// Nothing: it is not there.
bool AppendFile(const std::filesystem::path& file, std::string& stamp) {
  constexpr off_t kChangeCounter = 24;  // "The SQLite Database File Format", section 1.3.7
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return false;
  }
  struct stat status = {};
  std::array<char, 4> counter = {};
  const bool read = fstat(descriptor, &status) == 0 &&
                    pread(descriptor, counter.data(), counter.size(), kChangeCounter) >= 0;
  close(descriptor);
  if (!read) {
    return false;
  }
  stamp.append(counter.data(), counter.size());
  for (const auto number :
       {static_cast<long>(status.st_ino), static_cast<long>(status.st_size),
        static_cast<long>(status.st_mtim.tv_sec), static_cast<long>(status.st_mtim.tv_nsec)}) {
    stamp += std::to_string(number) + ' ';
  }
  return true;
}

void AppendTokens(std::string& stamp) {
  for (const UniqueSlot& slot : AllTokens()) {
    stamp += std::to_string(PK11_GetModuleID(slot.get())) + '.' +
             std::to_string(PK11_GetSlotID(slot.get())) + '.' +
             std::to_string(PK11_GetSlotSeries(slot.get())) +
             (IsLocked(slot.get()) ? "locked " : "open ");
  }
}

}  // namespace

std::optional<std::string> DatabaseStamp() {
  const auto folder = DatabaseFolder();
  std::string stamp;
  if (!folder || !AppendFile(*folder / "cert9.db", stamp) ||
      !AppendFile(*folder / "key4.db", stamp)) {
    return std::nullopt;
  }
  AppendTokens(stamp);
  return stamp;
}

}  // namespace signet::nss

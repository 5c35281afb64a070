#include "cli/output_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

namespace signet::cli {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kPrivate = S_IRUSR | S_IWUSR;
// Names that are tried for a file on its way to its target's name.
constexpr int kNames = 100;

Reason Unwritable(const std::string& path, int error) {
  return MakeReason(ReasonCode::kFileUnwritable)
      .With("path", path.empty() ? "-" : path)
      .Because(std::generic_category().message(error));
}

Result<void> WriteAll(int descriptor, ByteView octets, const std::string& path) {
  while (!octets.empty()) {
    const ssize_t written = write(descriptor, octets.data(), octets.size());
    if (written < 0 && errno == EINTR) {
      continue;
    }
    if (written < 0) {
      return Unwritable(path, errno);
    }
    octets = octets.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

std::string FolderOf(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return folder.empty() ? "." : folder.string();
}

}  // namespace

Result<OutputFile> OutputFile::Create(const std::string& path) {
  OutputFile file;
  file.path_ = path == "-" ? std::string() : path;
  std::error_code error;
  if (fs::is_directory(file.path_, error)) {
    return Unwritable(path, EISDIR);
  }
  const std::string folder =
      file.path_.empty() ? fs::temp_directory_path(error).string() : FolderOf(file.path_);
  SIGNET_TRY(file.Open(folder));
  return file;
}

Result<void> OutputFile::Open(const std::string& folder) {
  descriptor_ = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, kPrivate);
  if (descriptor_ >= 0) {
    return {};
  }
  // Not every file system has files without a name.
  temporary_ = folder + "/.signet-XXXXXX";
  descriptor_ = mkostemp(temporary_.data(), O_CLOEXEC);
  if (descriptor_ < 0) {
    temporary_.clear();
    return Unwritable(path_, errno);
  }
  if (path_.empty()) {
    unlink(temporary_.c_str());
    temporary_.clear();
  }
  return {};
}

Result<void> OutputFile::Write(ByteView octets) {
  return WriteAll(descriptor_, octets, path_);
}

Result<void> OutputFile::Commit() {
  if (path_.empty()) {
    return CopyToStandardOutput();
  }
  struct stat old{};
  if (stat(path_.c_str(), &old) == 0 && fchmod(descriptor_, old.st_mode & ALLPERMS) != 0) {
    return Unwritable(path_, errno);
  }
  SIGNET_TRY(TakeName());
  if (rename(temporary_.c_str(), path_.c_str()) != 0) {
    return Unwritable(path_, errno);
  }
  temporary_.clear();
  return {};
}

// A file without a name cannot replace another one directly.
Result<void> OutputFile::TakeName() {
  if (!temporary_.empty()) {
    return {};
  }
  const std::string self = "/proc/self/fd/" + std::to_string(descriptor_);
  const std::string stem = FolderOf(path_) + "/.signet-" + std::to_string(getpid()) + "-";
  for (int number = 0; number < kNames; ++number) {
    const std::string name = stem + std::to_string(number);
    if (linkat(AT_FDCWD, self.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0) {
      temporary_ = name;
      return {};
    }
    if (errno != EEXIST) {
      break;
    }
  }
  return Unwritable(path_, errno);
}

Result<void> OutputFile::CopyToStandardOutput() const {
  if (lseek(descriptor_, 0, SEEK_SET) != 0) {
    return Unwritable(path_, errno);
  }
  std::array<std::uint8_t, std::size_t{1} << 16U> buffer{};
  while (true) {
    const ssize_t count = read(descriptor_, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count < 0) {
      return Unwritable(path_, errno);
    }
    if (count == 0) {
      return {};
    }
    SIGNET_TRY(
        WriteAll(STDOUT_FILENO, ByteView(buffer.data(), static_cast<std::size_t>(count)), path_));
  }
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
  if (this != &other) {
    Abandon();
    path_ = std::move(other.path_);
    temporary_ = std::exchange(other.temporary_, {});
    descriptor_ = std::exchange(other.descriptor_, -1);
  }
  return *this;
}

OutputFile::~OutputFile() {
  Abandon();
}

void OutputFile::Abandon() {
  if (!temporary_.empty()) {
    unlink(temporary_.c_str());
    temporary_.clear();
  }
  if (descriptor_ >= 0) {
    close(descriptor_);
    descriptor_ = -1;
  }
}

}  // namespace signet::cli

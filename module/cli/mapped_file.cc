#include "cli/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace signet::cli {
namespace {

Reason Unreadable(const std::filesystem::path& path, int error) {
  return MakeReason(ReasonCode::kFileUnreadable)
      .With("path", path.string())
      .Because(std::generic_category().message(error));
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (number_ > STDERR_FILENO) {
      close(number_);
    }
  }
  [[nodiscard]] int get() const { return number_; }

 private:
  int number_;
};

Result<LargeBuffer> ReadAll(int descriptor, const std::filesystem::path& path) {
  LargeBuffer all;
  std::array<std::uint8_t, 65536> buffer{};
  while (true) {
    const ssize_t count = read(descriptor, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count < 0) {
      return Unreadable(path, errno);
    }
    if (count == 0) {
      return all;
    }
    SIGNET_TRY(all.Append(ByteView(buffer).first(static_cast<std::size_t>(count))));
  }
}

// Of a file of `size` octets: what is appended meanwhile is left out.
Result<Bytes> ReadSmall(int descriptor, std::size_t size, const std::filesystem::path& path) {
  Bytes all(size);
  std::size_t done = 0;
  while (done < size) {
    const ssize_t count = read(descriptor, &all[done], size - done);
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count < 0) {
      return Unreadable(path, errno);
    }
    if (count == 0) {
      break;
    }
    done += static_cast<std::size_t>(count);
  }
  all.resize(done);
  return all;
}

}  // namespace

Result<MappedFile> MappedFile::Open(const std::filesystem::path& path) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): open is the system's own interface.
  const Descriptor descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (descriptor.get() < 0) {
    return Unreadable(path, errno);
  }
  return Of(descriptor.get(), path);
}

Result<MappedFile> MappedFile::ReadStandardInput() {
  return Of(STDIN_FILENO, "-");
}

Result<MappedFile> MappedFile::Of(int descriptor, const std::filesystem::path& path) {
  struct stat status{};
  if (fstat(descriptor, &status) != 0) {
    return Unreadable(path, errno);
  }
  MappedFile file;
  // Of a file that somebody has begun to read, only the rest is meant.
  const bool at_start = S_ISREG(status.st_mode) && lseek(descriptor, 0, SEEK_CUR) == 0;
  if (at_start && status.st_size > 0) {
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size <= kReadOctets) {
      SIGNET_ASSIGN(file.small_, ReadSmall(descriptor, size, path));
      return file;
    }
    void* const address = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (address != MAP_FAILED) {
      madvise(address, size, MADV_SEQUENTIAL);
      file.address_ = address;
      file.size_ = size;
      return file;
    }
  }
  SIGNET_ASSIGN(file.copy_, ReadAll(descriptor, path));
  return file;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : address_(std::exchange(other.address_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      small_(std::move(other.small_)),
      copy_(std::move(other.copy_)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  if (this != &other) {
    Release();
    address_ = std::exchange(other.address_, nullptr);
    size_ = std::exchange(other.size_, 0);
    small_ = std::move(other.small_);
    copy_ = std::move(other.copy_);
  }
  return *this;
}

MappedFile::~MappedFile() {
  Release();
}

ByteView MappedFile::octets() const {
  if (address_ != nullptr) {
    return {static_cast<const std::uint8_t*>(address_), size_};
  }
  return small_.empty() ? copy_.view() : ByteView(small_);
}

void MappedFile::Release() {
  if (address_ != nullptr) {
    munmap(address_, size_);
    address_ = nullptr;
  }
}

}  // namespace signet::cli

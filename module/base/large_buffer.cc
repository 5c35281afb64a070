#include "base/large_buffer.h"

#include <string.h>  // explicit_bzero
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <utility>

namespace signet {
namespace {

// Up to here octets lie on the heap.
constexpr std::size_t kSmallOctets = std::size_t{1} << 20U;

Reason OutOfMemory(const char* function) {
  return MakeReason(ReasonCode::kOutOfMemory)
      .Because(std::string(function) + ": error " + std::to_string(errno));
}

void Wipe(Bytes& octets) {
  if (!octets.empty()) {
    explicit_bzero(octets.data(), octets.size());
  }
  octets.clear();
}

}  // namespace

LargeBuffer::LargeBuffer(LargeBuffer&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      capacity_(std::exchange(other.capacity_, 0)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      small_(std::exchange(other.small_, {})) {}

LargeBuffer& LargeBuffer::operator=(LargeBuffer&& other) noexcept {
  if (this != &other) {
    Release();
    data_ = std::exchange(other.data_, nullptr);
    size_ = std::exchange(other.size_, 0);
    capacity_ = std::exchange(other.capacity_, 0);
    descriptor_ = std::exchange(other.descriptor_, -1);
    small_ = std::exchange(other.small_, {});
  }
  return *this;
}

LargeBuffer::~LargeBuffer() {
  Release();
}

Result<void> LargeBuffer::Append(ByteView octets) {
  if (octets.size() > capacity_ - size_) {
    SIGNET_TRY(Reserve(std::max(size_ + octets.size(), 2 * capacity_)));
  }
  std::ranges::copy(octets, data_ + size_);
  size_ += octets.size();
  return {};
}

Result<void> LargeBuffer::Resize(std::size_t size) {
  if (size > capacity_) {
    SIGNET_TRY(Reserve(size));
  }
  if (size > size_) {
    std::fill(data_ + size_, data_ + size, std::uint8_t{0});
  }
  size_ = size;
  return {};
}

Result<void> LargeBuffer::Reserve(std::size_t capacity) {
  if (descriptor_ < 0 && capacity <= kSmallOctets) {
    Bytes larger(capacity);
    std::copy(data_, data_ + size_, larger.data());
    Wipe(small_);
    small_ = std::move(larger);
    data_ = small_.data();
    capacity_ = capacity;
    return {};
  }
  const int descriptor = descriptor_ >= 0 ? descriptor_ : memfd_create("signet", MFD_CLOEXEC);
  if (descriptor < 0) {
    return OutOfMemory("memfd_create");
  }
  void* mapping = MAP_FAILED;
  if (ftruncate(descriptor, static_cast<off_t>(capacity)) == 0) {
    mapping = descriptor_ >= 0
                  ? mremap(data_, capacity_, capacity, MREMAP_MAYMOVE)
                  : mmap(nullptr, capacity, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  }
  if (mapping == MAP_FAILED) {
    Reason reason = OutOfMemory("mmap");
    if (descriptor_ < 0) {
      close(descriptor);
    }
    return std::unexpected(std::move(reason));
  }
  auto* const octets = static_cast<std::uint8_t*>(mapping);
  if (descriptor_ < 0) {
    std::copy(data_, data_ + size_, octets);
    Wipe(small_);
    descriptor_ = descriptor;
  }
  data_ = octets;
  capacity_ = capacity;
  return {};
}

void LargeBuffer::Release() noexcept {
  if (descriptor_ >= 0) {
    // The pages go back to the system, which clears them before anybody else gets them.
    munmap(data_, capacity_);
    close(descriptor_);
    descriptor_ = -1;
  } else {
    Wipe(small_);
  }
  data_ = nullptr;
  size_ = 0;
  capacity_ = 0;
}

}  // namespace signet

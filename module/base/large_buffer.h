// LargeBuffer: octets that must be held in one piece although they may be many, such as a content
// whose tag has to be checked before any of it is used.
//
// Small ones lie on the heap. Large ones lie in shared memory that is given back to the system at
// once when they are done with; nothing is ever written to a file. The octets are wiped.
#ifndef SIGNET_BASE_LARGE_BUFFER_H_
#define SIGNET_BASE_LARGE_BUFFER_H_

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/bytes.h"
#include "base/result.h"

namespace signet {

// LargeBuffer grows at its end. Movable, not copyable; one thread at a time.
class LargeBuffer {
 public:
  LargeBuffer() = default;
  LargeBuffer(const LargeBuffer&) = delete;
  LargeBuffer& operator=(const LargeBuffer&) = delete;
  LargeBuffer(LargeBuffer&& other) noexcept;
  LargeBuffer& operator=(LargeBuffer&& other) noexcept;
  ~LargeBuffer();

  // Append copies octets to the end. Reason: out-of-memory.
  [[nodiscard]] Result<void> Append(ByteView octets);
  // Resize makes the buffer this long; new octets are 0.
  [[nodiscard]] Result<void> Resize(std::size_t size);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] ByteView view() const { return {data_, size_}; }
  [[nodiscard]] std::span<std::uint8_t> span() { return {data_, size_}; }

 private:
  [[nodiscard]] Result<void> Reserve(std::size_t capacity);
  void Release() noexcept;

  // Of the mapping where descriptor_ is open, of small_ otherwise.
  std::uint8_t* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
  int descriptor_ = -1;
  Bytes small_;
};

}  // namespace signet

#endif  // SIGNET_BASE_LARGE_BUFFER_H_

// SecretBytes: octets that are wiped when they are no longer needed: keys, and plaintext in
// passing.
#ifndef SIGNET_NSS_SECRET_BYTES_H_
#define SIGNET_NSS_SECRET_BYTES_H_

#include <string.h>  // explicit_bzero, which the compiler may not leave out

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "base/bytes.h"

namespace signet::nss {

// SecretBytes owns a buffer of a size chosen once; growing makes a new one and wipes the old.
class SecretBytes {
 public:
  SecretBytes() = default;
  explicit SecretBytes(std::size_t size) : octets_(size) {}
  SecretBytes(const SecretBytes&) = delete;
  SecretBytes& operator=(const SecretBytes&) = delete;
  SecretBytes(SecretBytes&& other) noexcept : octets_(std::exchange(other.octets_, {})) {}
  SecretBytes& operator=(SecretBytes&& other) noexcept {
    Wipe();
    octets_ = std::exchange(other.octets_, {});
    return *this;
  }
  ~SecretBytes() { Wipe(); }

  [[nodiscard]] std::size_t size() const { return octets_.size(); }
  [[nodiscard]] std::uint8_t* data() { return octets_.data(); }
  [[nodiscard]] ByteView view() const { return octets_; }
  [[nodiscard]] std::span<std::uint8_t> span() { return octets_; }

  // Shrinks, wiping what is cut off; never moves the octets.
  void Truncate(std::size_t size) {
    if (size < octets_.size()) {
      explicit_bzero(octets_.data() + size, octets_.size() - size);
      octets_.resize(size);
    }
  }

 private:
  void Wipe() {
    if (!octets_.empty()) {
      explicit_bzero(octets_.data(), octets_.size());
    }
  }

  Bytes octets_;
};

}  // namespace signet::nss

#endif  // SIGNET_NSS_SECRET_BYTES_H_

// Buffer: an ArrayBuffer of the IDL inside a dictionary, a sequence or a result.
//
// Octets cross the border beside the JSON and are copied nowhere on the way. Those of an argument
// stay the caller's: the Buffer views them and is valid for the duration of the call, as every
// argument is. Those of a result are moved into the Buffer, which then owns them.
#ifndef SIGNET_IDL_BUFFER_H_
#define SIGNET_IDL_BUFFER_H_

#include <memory>
#include <utility>

#include "base/bytes.h"

namespace signet::idl {

// Buffer is a value: copies share the octets, which never change.
class Buffer {
 public:
  // An empty buffer.
  Buffer() = default;

  // Takes the octets over. Implicit, so that an implementation can return Bytes.
  // NOLINTNEXTLINE(google-explicit-constructor): see above.
  Buffer(Bytes bytes) : owned_(std::make_shared<const Bytes>(std::move(bytes))) {}

  // Borrow views octets that somebody else keeps alive for as long as any copy is used.
  [[nodiscard]] static Buffer Borrow(ByteView view) {
    Buffer buffer;
    buffer.borrowed_ = view;
    return buffer;
  }

  // View is valid while this buffer, or a copy of it, lives (and what it borrows from).
  [[nodiscard]] ByteView View() const { return owned_ ? ByteView(*owned_) : borrowed_; }

  bool operator==(const Buffer& other) const { return Equal(View(), other.View()); }

 private:
  std::shared_ptr<const Bytes> owned_;
  ByteView borrowed_;
};

}  // namespace signet::idl

#endif  // SIGNET_IDL_BUFFER_H_

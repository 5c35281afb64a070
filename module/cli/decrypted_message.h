// DecryptedMessage: what is inside of an encrypted message, as a message of its own.
#ifndef SIGNET_CLI_DECRYPTED_MESSAGE_H_
#define SIGNET_CLI_DECRYPTED_MESSAGE_H_

#include <functional>

#include "base/bytes.h"
#include "base/result.h"
#include "mime/header.h"

namespace signet::cli {

// DecryptedMessage puts the received message's own header fields (From, To, Subject, …) before the
// decrypted entity, so that the result is read and judged like the message that it came from.
// Fields that the entity brings itself, and those that describe the encrypted body, are left out.
class DecryptedMessage {
 public:
  using Sink = std::function<Result<void>(ByteView)>;

  // The header and the sink outlive the object.
  DecryptedMessage(const mime::Header& received, Sink sink)
      : received_(&received), sink_(std::move(sink)) {}

  // Write takes the next octets of the entity.
  [[nodiscard]] Result<void> Write(ByteView octets);
  // Finish writes what is still held back: an entity that is nothing but a header.
  [[nodiscard]] Result<void> Finish();

 private:
  [[nodiscard]] Result<void> WriteHead();

  const mime::Header* received_;
  Sink sink_;
  // The entity's beginning, until its header is complete.
  Bytes head_;
  bool head_written_ = false;
};

}  // namespace signet::cli

#endif  // SIGNET_CLI_DECRYPTED_MESSAGE_H_

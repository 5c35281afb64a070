// Unarmor: finds the CMS object in octets as files and mail bodies carry it: plain BER, PEM (RFC
// 7468, section 9), or base64 that nobody declared.
//
// Files named .p7m, .p7s, .p7c and bodies of application/pkcs7-mime are BER by their standards and
// any of the three in practice; what they are shows in their first octets, because every CMS object
// is a SEQUENCE.
#ifndef SIGNET_CMS_ARMOR_H_
#define SIGNET_CMS_ARMOR_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>

#include "base/bytes.h"
#include "base/result.h"
#include "mime/transfer.h"

namespace signet::cms {

// Armor is what the octets are.
enum class Armor : std::uint8_t { kNone, kPem, kBase64 };

// Unarmor is pushed octets in pieces of any size, and passes the object on. One thread at a time.
class Unarmor {
 public:
  using Sink = std::function<Result<void>(ByteView)>;

  explicit Unarmor(Sink sink) : sink_(std::move(sink)) {}

  // Push reads the next octets. Errors are the sink's own. What is neither of the three passes as
  // it is, and whoever reads it says that it is no CMS object.
  [[nodiscard]] Result<void> Push(ByteView octets);
  // Finish passes on what is left.
  [[nodiscard]] Result<void> Finish();

  // What the octets are, once it is known.
  [[nodiscard]] std::optional<Armor> armor() const { return armor_; }

 private:
  [[nodiscard]] bool Detect(bool is_end);
  [[nodiscard]] Result<void> Decode(ByteView octets);

  Sink sink_;
  std::optional<Armor> armor_;
  // The first octets, until it is known what they are.
  Bytes head_;
  mime::Base64Decoder base64_;
  // The line that ends PEM was met.
  bool ended_ = false;
};

// UnarmorAll gives the object in octets in memory.
[[nodiscard]] Result<Bytes> UnarmorAll(ByteView octets);

}  // namespace signet::cms

#endif  // SIGNET_CMS_ARMOR_H_

// Transfer encodings (RFC 2045, section 6), streamed both ways.
#ifndef SIGNET_MIME_TRANSFER_H_
#define SIGNET_MIME_TRANSFER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "mime/content_type.h"
#include "mime/line_ends.h"

namespace signet::mime {

// Base64Decoder decodes base64 in pieces of any size. Characters outside the alphabet are skipped
// (RFC 2045, section 6.8); a padding character ends the data and what follows it is not decoded.
class Base64Decoder {
 public:
  // Update appends the octets that `text` completes to `out`.
  void Update(ByteView text, Bytes& out);
  // Finish appends the last, partial group, if the data ended without padding.
  void Finish(Bytes& out);

  // Characters skipped that are neither of the alphabet nor white space.
  [[nodiscard]] std::size_t skipped() const { return skipped_; }
  // Says whether the alphabet went on after padding.
  [[nodiscard]] bool data_after_end() const { return data_after_end_; }

 private:
  std::size_t TakePartial(std::uint8_t* out);

  std::uint32_t group_ = 0;
  unsigned group_size_ = 0;
  bool ended_ = false;
  bool data_after_end_ = false;
  std::size_t skipped_ = 0;
};

// DecodeBody decodes the body of an entity into `sink`, in large pieces; 7bit, 8bit, binary and
// unknown encodings pass as they are, without copying. Errors are the sink's own: every octet
// string decodes to something.
[[nodiscard]] Result<void> DecodeBody(TransferEncoding encoding, ByteView body, const Sink& sink);

// DecodedBody collects DecodeBody, up to `limit` octets. Reason: limit-exceeded, with that limit's
// name.
[[nodiscard]] Result<Bytes> DecodedBody(TransferEncoding encoding, ByteView body, std::size_t limit,
                                        std::string_view limit_name);

// Base64Encoder writes base64 in lines of 76 characters that end with CRLF, in pieces of any size.
class Base64Encoder {
 public:
  void Update(ByteView octets, std::string& out);
  // Finish writes the last group and ends the last line.
  void Finish(std::string& out);

 private:
  std::array<std::uint8_t, 57> line_{};  // 57 octets make a line of 76 characters
  std::size_t line_size_ = 0;
};

// EncodeBase64 is all of `octets` at once, in such lines.
[[nodiscard]] std::string EncodeBase64(ByteView octets);

// EncodeQuotedPrintable encodes text whose lines end with CRLF or LF (section 6.7): lines of at
// most 76 characters, no white space at a line's end, and "From " and "." at its start encoded, so
// that no mail transport needs to change what was signed (RFC 8551, section 3.1.3).
[[nodiscard]] std::string EncodeQuotedPrintable(ByteView text);

}  // namespace signet::mime

#endif  // SIGNET_MIME_TRANSFER_H_

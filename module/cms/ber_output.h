// BerOutput: writes BER (ITU-T X.690) whose content is not known in advance, as streaming CMS
// writers do: indefinite lengths outside, and an octet string in segments.
#ifndef SIGNET_CMS_BER_OUTPUT_H_
#define SIGNET_CMS_BER_OUTPUT_H_

#include <cstddef>
#include <utility>

#include "asn1/tags.h"
#include "base/bytes.h"
#include "base/result.h"
#include "mime/line_ends.h"

namespace signet::cms {

// BerOutput passes what it writes to a sink. One thread at a time. Errors are the sink's own.
class BerOutput {
 public:
  explicit BerOutput(mime::Sink sink) : sink_(std::move(sink)) {}

  // Open begins a constructed value of indefinite length, Close ends the innermost one.
  [[nodiscard]] Result<void> Open(asn1::Tag tag);
  [[nodiscard]] Result<void> Close();
  [[nodiscard]] Result<void> CloseAll();
  // Write passes complete values on.
  [[nodiscard]] Result<void> Write(ByteView der) { return sink_(der); }
  // Segment writes the next octets of a constructed octet string that was opened, in segments of at
  // most 64 KiB; none for no octets.
  [[nodiscard]] Result<void> Segment(ByteView octets);

 private:
  mime::Sink sink_;
  std::size_t depth_ = 0;
};

}  // namespace signet::cms

#endif  // SIGNET_CMS_BER_OUTPUT_H_

// ContentKeeper: the sink of an opaque layer. It keeps the content while that may be needed to look
// inside, and lets a large one go that is no S/MIME, so that memory does not grow with the message.
// What is to be shown is kept whole.
#ifndef SIGNET_SMIME_CONTENT_KEEPER_H_
#define SIGNET_SMIME_CONTENT_KEEPER_H_

#include <optional>

#include "base/bytes.h"
#include "base/large_buffer.h"
#include "base/result.h"
#include "cms/decoder.h"

namespace signet::smime {

// Keeps up to limits::kLayerKeptOctets of any content, and up to limits::kNestedLayerOctets of one
// whose MIME header says that it is S/MIME again; more than that is limit-exceeded.
class ContentKeeper : public cms::ContentSink {
 public:
  // `all`: content of any kind is kept as one that is S/MIME again.
  explicit ContentKeeper(bool all = false) : nested_(all) {}

  Result<void> OnContentType(ByteView content_type) override;
  Result<void> OnContent(ByteView octets) override;

  // Take gives the content, or nothing where it was let go. Once, after the decoder finished.
  [[nodiscard]] std::optional<LargeBuffer> Take();

 private:
  LargeBuffer octets_;
  bool let_go_ = false;
  bool nested_;
};

}  // namespace signet::smime

#endif  // SIGNET_SMIME_CONTENT_KEEPER_H_

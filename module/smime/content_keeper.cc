#include "smime/content_keeper.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "mime/message.h"
#include "mime/smime_part.h"

namespace signet::smime {
namespace {

// Whether the entity that begins with these octets is S/MIME, by its own header.
bool BeginsAsSmime(ByteView head) {
  // The header is all that is looked at; a cut multipart below it does not matter.
  const auto message =
      mime::Message::Parse(head.first(std::min(head.size(), limits::kMimeHeaderOctets)));
  return message && mime::Classify(*message, 0).form != mime::SmimeForm::kNone;
}

}  // namespace

Result<void> ContentKeeper::OnContentType(ByteView /*content_type*/) {
  return {};
}

Result<void> ContentKeeper::OnContent(ByteView octets) {
  if (let_go_) {
    return {};
  }
  const std::size_t size = octets_.size() + octets.size();
  if (size > limits::kNestedLayerOctets) {
    return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kNestedLayerOctets");
  }
  if (size > limits::kLayerKeptOctets && !nested_) {
    nested_ = BeginsAsSmime(octets_.size() == 0 ? octets : octets_.view());
    if (!nested_) {
      let_go_ = true;
      octets_ = {};
      return {};
    }
  }
  return octets_.Append(octets);
}

std::optional<LargeBuffer> ContentKeeper::Take() {
  if (let_go_) {
    return std::nullopt;
  }
  return std::move(octets_);
}

}  // namespace signet::smime

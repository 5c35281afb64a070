#include "smime/decrypt.h"

#include <cstddef>
#include <deque>
#include <utility>

#include "base/large_buffer.h"
#include "base/limits.h"
#include "cms/armor.h"
#include "mime/smime_part.h"
#include "mime/transfer.h"
#include "smime/content_keeper.h"

namespace signet::smime {
namespace {

// The content of an encrypted object goes to its taker; that of any other is kept, because the
// encrypted one may be in it.
class LayerSink final : public cms::ContentSink {
 public:
  explicit LayerSink(const PlaintextSink& sink) : sink_(&sink) {}

  void Belongs(const cms::Decoder& decoder) { decoder_ = &decoder; }

  Result<void> OnContentType(ByteView content_type) override {
    return keeper_.OnContentType(content_type);
  }
  Result<void> OnContent(ByteView octets) override {
    return decoder_->Encrypted() != nullptr ? (*sink_)(octets) : keeper_.OnContent(octets);
  }

  [[nodiscard]] std::optional<LargeBuffer> Take() { return keeper_.Take(); }

 private:
  const PlaintextSink* sink_;
  const cms::Decoder* decoder_ = nullptr;
  ContentKeeper keeper_;
};

Reason NotEncrypted() {
  return MakeReason(ReasonCode::kNotEncrypted);
}

class Decryption {
 public:
  Decryption(cms::KeySource& keys, const PlaintextSink& sink, const CancelFlag* cancel)
      : keys_(&keys), sink_(&sink), cancel_(cancel) {}

  DecryptOutcome Message(const mime::Message& message) {
    if (auto result = Walk(message); !result) {
      outcome_.failure = std::move(result).error();
    }
    return std::move(outcome_);
  }

  DecryptOutcome Object(ByteView object) {
    const auto feed = [object](const cms::Unarmor::Sink& sink) -> Result<void> {
      cms::Unarmor unarmor(sink);
      SIGNET_TRY(unarmor.Push(object));
      return unarmor.Finish();
    };
    Result<bool> done = Layer(feed, "object");
    Result<void> result;
    if (!done) {
      result = std::unexpected(std::move(done).error());
    } else if (!*done) {
      result = Walk(*opened_.back().message);
    }
    if (!result) {
      outcome_.failure = std::move(result).error();
    }
    return std::move(outcome_);
  }

 private:
  // An opened layer and the message in it, at a stable address.
  struct Opened {
    LargeBuffer octets;
    std::optional<mime::Message> message;
  };

  Result<void> Walk(const mime::Message& received) {
    const mime::Message* message = &received;
    std::size_t index = 0;
    while (layers_ <= limits::kCmsLayers) {
      const mime::SmimePart part = mime::Classify(*message, index);
      const mime::Entity& entity = message->entities()[index];
      if (part.form == mime::SmimeForm::kClearSigned) {
        SIGNET_ASSIGN(const mime::ClearSigned halves, mime::SplitClearSigned(*message, index));
        index = halves.content_index;
        ++layers_;
        continue;
      }
      if (part.form != mime::SmimeForm::kPkcs7Mime) {
        return NotEncrypted();
      }
      SIGNET_ASSIGN(const bool done, Layer(
                                         [&entity](const mime::Sink& sink) {
                                           return mime::DecodeBody(entity.encoding, entity.body,
                                                                   sink);
                                         },
                                         "part " + entity.path));
      if (done) {
        return {};
      }
      message = &*opened_.back().message;
      index = 0;
    }
    return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kCmsLayers");
  }

  // Reads one CMS object. True: it was the encrypted one; false: the message in it is in opened_.
  template <typename Feed>
  Result<bool> Layer(const Feed& feed, const std::string& where) {
    ++layers_;
    LayerSink sink(*sink_);
    cms::DecodeOptions options;
    options.keys = keys_;
    options.cancel = cancel_;
    cms::Decoder decoder(sink, options);
    sink.Belongs(decoder);
    const Result<void> pushed =
        feed([&decoder](ByteView piece) -> Result<void> { return decoder.Push(piece); });
    auto decoded =
        pushed ? decoder.Finish() : Result<cms::Decoded>(std::unexpected(pushed.error()));
    if (const cms::EnvelopedData* enveloped = decoder.Encrypted(); enveloped != nullptr) {
      outcome_.enveloped = *enveloped;
    }
    if (!decoded) {
      return std::unexpected(std::move(decoded).error());
    }
    if (decoded->trailing_octets != 0) {
      return Malformed(where, "octets follow the CMS object");
    }
    if (auto* enveloped = std::get_if<cms::EnvelopedData>(&decoded->object)) {
      outcome_.enveloped = std::move(*enveloped);
      return true;
    }
    auto content = sink.Take();
    if (!content) {
      return NotEncrypted();
    }
    Opened& opened = opened_.emplace_back();
    opened.octets = std::move(*content);
    SIGNET_ASSIGN(opened.message, mime::Message::Parse(opened.octets.view()));
    return false;
  }

  cms::KeySource* keys_;
  const PlaintextSink* sink_;
  const CancelFlag* cancel_;
  DecryptOutcome outcome_;
  std::deque<Opened> opened_;
  std::size_t layers_ = 0;
};

}  // namespace

DecryptOutcome DecryptMessage(const mime::Message& message, cms::KeySource& keys,
                              const PlaintextSink& sink, const CancelFlag* cancel) {
  return Decryption(keys, sink, cancel).Message(message);
}

DecryptOutcome DecryptObject(ByteView object, cms::KeySource& keys, const PlaintextSink& sink,
                             const CancelFlag* cancel) {
  return Decryption(keys, sink, cancel).Object(object);
}

}  // namespace signet::smime

#include "cms/decoder.h"

#include <utility>

#include "asn1/ber_reader.h"
#include "asn1/oids.h"
#include "cms/type_reader.h"

namespace signet::cms {

// ContentInfo ::= SEQUENCE { contentType, content [0] EXPLICIT ANY } (RFC 5652, 3), or the type
// alone.
class Decoder::Impl final : private asn1::BerHandler {
 public:
  Impl(ContentSink& sink, DecodeOptions options)
      : sink_(&sink), options_(std::move(options)), reader_(*this) {}

  Result<void> Push(ByteView octets) {
    if (failure_) {
      return std::unexpected(*failure_);
    }
    Result<void> result = PushUnlessFailed(octets);
    if (!result) {
      failure_ = result.error();
    }
    return result;
  }

  Result<Decoded> Finish() {
    if (failure_) {
      return std::unexpected(*failure_);
    }
    SIGNET_TRY(reader_.Finish());
    if (!type_reader_) {
      return Malformed({}, "ContentInfo without content");
    }
    SIGNET_ASSIGN(Decoded decoded, type_reader_->Finish());
    decoded.trailing_octets = reader_.TrailingOctets();
    return decoded;
  }

  [[nodiscard]] const EnvelopedData* Encrypted() const {
    return type_reader_ ? type_reader_->Encrypted() : nullptr;
  }

 private:
  // The depth of the content in a ContentInfo.
  static constexpr std::size_t kContentDepth = 2;

  Result<void> PushUnlessFailed(ByteView octets) {
    if (options_.cancel != nullptr && options_.cancel->IsCancelled()) {
      return MakeReason(ReasonCode::kCancelled);
    }
    if (!type_reader_ && !options_.bare_type.empty()) {
      SIGNET_ASSIGN(type_reader_, MakeTypeReader(options_.bare_type, 0, *sink_, options_));
    }
    return reader_.Push(octets);
  }

  [[nodiscard]] bool IsOfType(const asn1::BerElement& element) const {
    return !options_.bare_type.empty() || element.depth >= kContentDepth;
  }

  Result<asn1::BerTake> OnElement(const asn1::BerElement& element) override {
    if (!IsOfType(element)) {
      return OnContentInfo(element);
    }
    if (options_.bare_type.empty() && element.depth == kContentDepth &&
        std::exchange(has_content_, true)) {
      return Malformed("byte " + std::to_string(element.offset), "more than one content");
    }
    return type_reader_->OnElement(element);
  }

  Result<asn1::BerTake> OnContentInfo(const asn1::BerElement& element) {
    if (element.depth == 0 && element.IsUniversal(kSequenceNumber)) {
      return asn1::BerTake::kEnter;
    }
    if (element.depth == 1 && !type_reader_ && element.IsUniversal(kObjectIdentifierNumber)) {
      return asn1::BerTake::kCollect;
    }
    if (element.depth == 1 && type_reader_ && element.IsContext(0)) {
      return asn1::BerTake::kEnter;
    }
    return Malformed("byte " + std::to_string(element.offset), "no ContentInfo");
  }

  Result<void> OnValue(const asn1::BerElement& element, ByteView octets) override {
    if (IsOfType(element)) {
      return type_reader_->OnValue(element, octets);
    }
    SIGNET_ASSIGN(const Bytes type, ReadSmallOid(octets));
    SIGNET_ASSIGN(type_reader_, MakeTypeReader(type, kContentDepth, *sink_, options_));
    return {};
  }

  Result<void> OnChunk(const asn1::BerElement& element, ByteView octets) override {
    return type_reader_->OnChunk(element, octets);
  }

  Result<void> OnEnd(const asn1::BerElement& element) override {
    if (IsOfType(element)) {
      return type_reader_->OnEnd(element);
    }
    if (element.depth == 0 && !has_content_) {
      return Malformed("byte " + std::to_string(element.offset), "ContentInfo without content");
    }
    return {};
  }

  ContentSink* sink_;
  DecodeOptions options_;
  asn1::BerReader reader_;
  std::unique_ptr<TypeReader> type_reader_;
  bool has_content_ = false;
  std::optional<Reason> failure_;
};

Decoder::Decoder(ContentSink& sink, DecodeOptions options)
    : impl_(std::make_unique<Impl>(sink, std::move(options))) {}
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;
Decoder::~Decoder() = default;

Result<void> Decoder::Push(ByteView octets) {
  return impl_->Push(octets);
}
Result<Decoded> Decoder::Finish() {
  return impl_->Finish();
}
const EnvelopedData* Decoder::Encrypted() const {
  return impl_->Encrypted();
}

namespace {

class NoSink final : public ContentSink {
 public:
  Result<void> OnContentType(ByteView /*content_type*/) override { return {}; }
  Result<void> OnContent(ByteView /*octets*/) override { return {}; }
};

}  // namespace

Result<SignedData> DecodeSignature(ByteView octets) {
  NoSink sink;
  Decoder decoder(sink);
  SIGNET_TRY(decoder.Push(octets));
  SIGNET_ASSIGN(Decoded decoded, decoder.Finish());
  if (auto* signed_data = std::get_if<SignedData>(&decoded.object)) {
    return std::move(*signed_data);
  }
  return MakeReason(ReasonCode::kContentTypeUnsupported)
      .With("type", DottedText(decoded.type))
      .With("oid", DottedText(decoded.type))
      .Because("no SignedData");
}

}  // namespace signet::cms

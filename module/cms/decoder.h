// Decoder: reads one CMS object (RFC 5652) that arrives in pieces.
//
// What the object carries beside its content is collected, within limits; the content goes through
// to a sink as it comes. One decoder takes off one layer: what is inside (a MIME entity, or another
// CMS type) is read by whoever owns the sink, so that nothing recurses and the caller counts the
// layers.
//
// Content that reaches the sink before Finish succeeded is not yet known to be whole, and content
// of a CBC-encrypted object is never known to be unaltered; only authenticated-encrypted content
// reaches the sink after its check.
//
//   cms::Decoder decoder(sink, {});
//   SIGNET_TRY(decoder.Push(piece));  // any number of times
//   SIGNET_ASSIGN(const cms::Decoded decoded, decoder.Finish());
#ifndef SIGNET_CMS_DECODER_H_
#define SIGNET_CMS_DECODER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>

#include "base/bytes.h"
#include "base/cancel.h"
#include "base/result.h"
#include "cms/enveloped_data.h"
#include "cms/signed_data.h"

namespace signet::cms {

// ContentSink takes the content of a layer.
class ContentSink {
 public:
  ContentSink() = default;
  ContentSink(const ContentSink&) = delete;
  ContentSink& operator=(const ContentSink&) = delete;
  ContentSink(ContentSink&&) = delete;
  ContentSink& operator=(ContentSink&&) = delete;
  virtual ~ContentSink() = default;

  // OnContentType is called once before the content, or not at all where there is none: the type
  // of the content (eContentType, contentType), content octets of the object identifier.
  virtual Result<void> OnContentType(ByteView content_type) = 0;
  // OnContent takes the next octets of the content, valid during the call. An error ends the
  // decoding.
  virtual Result<void> OnContent(ByteView octets) = 0;
};

// Data (RFC 5652, 4): content without any protection.
struct Data {};

// CompressedData (RFC 3274). The content that the sink got is decompressed.
struct CompressedData {
  Bytes content_type;
  std::uint64_t octets = 0;
};

// What Decoder::Finish gives.
struct Decoded {
  // Content octets of the type of the object.
  Bytes type;
  std::variant<Data, SignedData, EnvelopedData, CompressedData> object;
  // Octets that followed the object and were not read.
  std::uint64_t trailing_octets = 0;
};

struct DecodeOptions {
  // Where private keys are; none: encrypted objects are parsed, and `no-matching-key` tells.
  KeySource* keys = nullptr;
  // Looked at with every Push; none: not cancellable.
  const CancelFlag* cancel = nullptr;
  // Empty: the octets are a ContentInfo. Otherwise they are of this type without a ContentInfo
  // around them, which is how CMS nests its types directly (RFC 5652, 5.2: eContentType names it).
  Bytes bare_type;
};

// Decoder reads one object. One thread at a time. NSS must run.
//
// Failures: malformed, limit-exceeded, cancelled, content-type-unsupported (texts `type`, `oid`)
// for what is not for mail (DigestedData, EncryptedData) or unknown, and for encrypted objects
// those of enveloped_data.h. What a signer did wrong is no failure here: VerifySigner tells.
class Decoder {
 public:
  // The sink, and what the options point to, are not owned and outlive the decoder.
  explicit Decoder(ContentSink& sink, DecodeOptions options = {});
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  Decoder(Decoder&&) noexcept;
  Decoder& operator=(Decoder&&) noexcept;
  ~Decoder();

  // Push reads the next octets. After an error every further call returns the same error.
  [[nodiscard]] Result<void> Push(ByteView octets);
  // Finish ends the input.
  [[nodiscard]] Result<Decoded> Finish();

  // What is known of an encrypted object when decoding it failed: its recipients and algorithm, for
  // the words about the missing key. Nothing where it is not encrypted or its head was not read
  // yet.
  [[nodiscard]] const EnvelopedData* Encrypted() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

// DecodeSignature decodes a whole .p7s or .p7c in memory: SignedData whose content, if it has any,
// is hashed and dropped. Fails as Decoder does, and with content-type-unsupported for anything
// else.
[[nodiscard]] Result<SignedData> DecodeSignature(ByteView octets);

}  // namespace signet::cms

#endif  // SIGNET_CMS_DECODER_H_

// TypeReader: the part of the decoder that reads one CMS content type. Used by Decoder only.
#ifndef SIGNET_CMS_TYPE_READER_H_
#define SIGNET_CMS_TYPE_READER_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "asn1/ber_reader.h"
#include "base/oid.h"
#include "base/result.h"
#include "cms/decoder.h"

namespace signet::cms {

// Tag numbers of universal types that the readers meet (X.680, 8.4).
inline constexpr std::uint32_t kIntegerNumber = 2;
inline constexpr std::uint32_t kOctetStringNumber = 4;
inline constexpr std::uint32_t kObjectIdentifierNumber = 6;
inline constexpr std::uint32_t kSequenceNumber = 16;
inline constexpr std::uint32_t kSetNumber = 17;

// TypeReader gets the events of the element that the content type is, with the depth counted from
// it: Depth() of the outermost element is 0.
class TypeReader : public asn1::BerHandler {
 public:
  // `base_depth` is the depth of the outermost element of the type in the whole input.
  explicit TypeReader(std::size_t base_depth) : base_depth_(base_depth) {}

  // Finish is called once the input has ended well.
  [[nodiscard]] virtual Result<Decoded> Finish() = 0;
  // See Decoder::Encrypted.
  [[nodiscard]] virtual const EnvelopedData* Encrypted() const { return nullptr; }

  // Most elements are never streamed or collected; readers override what they need.
  Result<void> OnValue(const asn1::BerElement& element, ByteView octets) override;
  Result<void> OnChunk(const asn1::BerElement& element, ByteView octets) override;
  Result<void> OnEnd(const asn1::BerElement& element) override;

 protected:
  [[nodiscard]] std::size_t Depth(const asn1::BerElement& element) const {
    return element.depth - base_depth_;
  }
  // Fail is `malformed` at this element.
  [[nodiscard]] static Reason Fail(const asn1::BerElement& element, std::string diagnostic);

 private:
  std::size_t base_depth_;
};

// Readers of the types; the sink and what the options point to outlive them.
[[nodiscard]] std::unique_ptr<TypeReader> MakeDataReader(std::size_t base_depth, ContentSink& sink);
[[nodiscard]] std::unique_ptr<TypeReader> MakeSignedDataReader(std::size_t base_depth,
                                                               ContentSink& sink);
[[nodiscard]] std::unique_ptr<TypeReader> MakeEnvelopedDataReader(std::size_t base_depth,
                                                                  bool authenticated,
                                                                  ContentSink& sink,
                                                                  KeySource* keys);
[[nodiscard]] std::unique_ptr<TypeReader> MakeCompressedDataReader(std::size_t base_depth,
                                                                   ContentSink& sink);

// MakeTypeReader finds the reader for a type (content octets of the object identifier). Reason:
// content-type-unsupported.
[[nodiscard]] Result<std::unique_ptr<TypeReader>> MakeTypeReader(ByteView type,
                                                                 std::size_t base_depth,
                                                                 ContentSink& sink,
                                                                 const DecodeOptions& options);

// ReadSmallOid reads a collected OBJECT IDENTIFIER, header included.
[[nodiscard]] Result<Bytes> ReadSmallOid(ByteView octets);
// ReadSmallUnsigned reads a collected INTEGER, header included.
[[nodiscard]] Result<std::uint64_t> ReadSmallUnsigned(ByteView octets);

}  // namespace signet::cms

#endif  // SIGNET_CMS_TYPE_READER_H_

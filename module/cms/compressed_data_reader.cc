// Reads CompressedData (RFC 3274, 1.1) as it arrives and hands the decompressed content on.
#include <optional>
#include <utility>

#include "asn1/ber_to_der.h"
#include "asn1/der_reader.h"
#include "asn1/oids.h"
#include "cms/gather.h"
#include "cms/inflate.h"
#include "cms/type_reader.h"

namespace signet::cms {
namespace {

namespace oid = asn1::oid;

// CompressedData ::= SEQUENCE { version, compressionAlgorithm, encapContentInfo }
class CompressedDataReader final : public TypeReader {
 public:
  CompressedDataReader(std::size_t base_depth, ContentSink& sink)
      : TypeReader(base_depth), sink_(&sink) {}

  Result<asn1::BerTake> OnElement(const asn1::BerElement& element) override {
    const std::size_t depth = Depth(element);
    if (depth == 0 && element.IsUniversal(kSequenceNumber)) {
      return asn1::BerTake::kEnter;
    }
    if (depth == 1) {
      return OnMember(element);
    }
    if (depth == 2 && data_.content_type.empty() && element.IsUniversal(kObjectIdentifierNumber)) {
      return asn1::BerTake::kCollect;
    }
    if (depth == 2 && !data_.content_type.empty() && element.IsContext(0) && !has_content_) {
      return asn1::BerTake::kEnter;
    }
    if (depth == 3 && element.IsUniversal(kOctetStringNumber) &&
        !std::exchange(has_content_, true)) {
      SIGNET_TRY(sink_->OnContentType(data_.content_type));
      SIGNET_ASSIGN(inflate_, Inflate::Begin([sink = sink_](ByteView octets) {
                      return sink->OnContent(octets);
                    }));
      return asn1::BerTake::kStream;
    }
    return Unexpected(element);
  }

  Result<void> OnValue(const asn1::BerElement& element, ByteView octets) override {
    if (Depth(element) == 2) {
      SIGNET_ASSIGN(data_.content_type, ReadSmallOid(octets));
      return {};
    }
    return members_ == 2 ? CheckAlgorithm(octets) : Result<void>{};
  }

  Result<void> OnChunk(const asn1::BerElement& /*element*/, ByteView octets) override {
    return gather_.Push(octets, [this](ByteView piece) { return inflate_->Push(piece); });
  }

  Result<void> OnEnd(const asn1::BerElement& element) override {
    if (Depth(element) == 3) {
      SIGNET_TRY(gather_.Flush([this](ByteView piece) { return inflate_->Push(piece); }));
      SIGNET_TRY(inflate_->Finish());
      data_.octets = inflate_->octets();
    } else if (Depth(element) == 0 && !has_content_) {
      return Fail(element, "CompressedData without content");
    }
    return {};
  }

  Result<Decoded> Finish() override {
    return Decoded{ToBytes(oid::kCompressedData.bytes()), std::move(data_), 0};
  }

 private:
  static Reason Unexpected(const asn1::BerElement& element) {
    return Fail(element, "an element of another type than CompressedData has here");
  }

  Result<asn1::BerTake> OnMember(const asn1::BerElement& element) {
    ++members_;
    if (members_ == 1 && element.IsUniversal(kIntegerNumber)) {
      return asn1::BerTake::kCollect;
    }
    if (members_ == 2 && element.IsUniversal(kSequenceNumber)) {
      return asn1::BerTake::kCollect;
    }
    if (members_ == 3 && element.IsUniversal(kSequenceNumber)) {
      return asn1::BerTake::kEnter;
    }
    return Unexpected(element);
  }

  static Result<void> CheckAlgorithm(ByteView octets) {
    SIGNET_ASSIGN(const Bytes der, asn1::BerToDer(octets));
    asn1::DerReader reader(der);
    SIGNET_ASSIGN(const AlgorithmIdentifier algorithm, ReadAlgorithmIdentifier(reader));
    if (ByteView(algorithm.oid) != oid::kZlibCompress) {
      return MakeReason(ReasonCode::kAlgorithmUnsupported)
          .With("algorithm", DottedText(algorithm.oid))
          .With("oid", DottedText(algorithm.oid));
    }
    return {};
  }

  ContentSink* sink_;
  CompressedData data_;
  std::size_t members_ = 0;
  bool has_content_ = false;
  std::optional<Inflate> inflate_;
  Gather gather_;
};

}  // namespace

std::unique_ptr<TypeReader> MakeCompressedDataReader(std::size_t base_depth, ContentSink& sink) {
  return std::make_unique<CompressedDataReader>(base_depth, sink);
}

}  // namespace signet::cms

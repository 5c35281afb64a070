#include "cms/type_reader.h"

#include <array>
#include <string_view>
#include <utility>

#include "asn1/ber_to_der.h"
#include "asn1/der_reader.h"
#include "asn1/oids.h"

namespace signet::cms {
namespace {

namespace oid = asn1::oid;

// Data (RFC 5652, 4): an OCTET STRING.
class DataReader final : public TypeReader {
 public:
  DataReader(std::size_t base_depth, ContentSink& sink) : TypeReader(base_depth), sink_(&sink) {}

  Result<asn1::BerTake> OnElement(const asn1::BerElement& element) override {
    if (!element.IsUniversal(kOctetStringNumber)) {
      return Fail(element, "Data that is no OCTET STRING");
    }
    SIGNET_TRY(sink_->OnContentType(oid::kData.bytes()));
    return asn1::BerTake::kStream;
  }

  Result<void> OnChunk(const asn1::BerElement& /*element*/, ByteView octets) override {
    return sink_->OnContent(octets);
  }

  Result<Decoded> Finish() override { return Decoded{ToBytes(oid::kData.bytes()), Data{}, 0}; }

 private:
  ContentSink* sink_;
};

struct UnsupportedType {
  Oid oid;
  std::string_view name;
};

// Types that CMS has and mail has no use for.
constexpr std::array kUnsupported = {
    UnsupportedType{oid::kDigestedData, "DigestedData"},
    UnsupportedType{oid::kEncryptedData, "EncryptedData"},
    UnsupportedType{oid::kAuthenticatedData, "AuthenticatedData"},
    UnsupportedType{oid::kTstInfo, "TSTInfo"},
    UnsupportedType{oid::kReceipt, "Receipt"},
};

}  // namespace

Reason TypeReader::Fail(const asn1::BerElement& element, std::string diagnostic) {
  return Malformed("byte " + std::to_string(element.offset), std::move(diagnostic));
}

Result<void> TypeReader::OnValue(const asn1::BerElement& /*element*/, ByteView /*octets*/) {
  return {};
}

Result<void> TypeReader::OnChunk(const asn1::BerElement& /*element*/, ByteView /*octets*/) {
  return {};
}

Result<void> TypeReader::OnEnd(const asn1::BerElement& /*element*/) {
  return {};
}

std::unique_ptr<TypeReader> MakeDataReader(std::size_t base_depth, ContentSink& sink) {
  return std::make_unique<DataReader>(base_depth, sink);
}

Result<std::unique_ptr<TypeReader>> MakeTypeReader(ByteView type, std::size_t base_depth,
                                                   ContentSink& sink,
                                                   const DecodeOptions& options) {
  if (type == oid::kData) {
    return MakeDataReader(base_depth, sink);
  }
  if (type == oid::kSignedData) {
    return MakeSignedDataReader(base_depth, sink);
  }
  if (type == oid::kEnvelopedData || type == oid::kAuthEnvelopedData) {
    return MakeEnvelopedDataReader(base_depth, type == oid::kAuthEnvelopedData, sink, options.keys);
  }
  if (type == oid::kCompressedData) {
    return MakeCompressedDataReader(base_depth, sink);
  }
  std::string name = DottedText(type);
  for (const UnsupportedType& unsupported : kUnsupported) {
    if (type == unsupported.oid) {
      name = unsupported.name;
    }
  }
  return MakeReason(ReasonCode::kContentTypeUnsupported)
      .With("type", std::move(name))
      .With("oid", DottedText(type));
}

Result<Bytes> ReadSmallOid(ByteView octets) {
  SIGNET_ASSIGN(const Bytes der, asn1::BerToDer(octets));
  asn1::DerReader reader(der);
  SIGNET_ASSIGN(const ByteView content, reader.ReadOid());
  return ToBytes(content);
}

Result<std::uint64_t> ReadSmallUnsigned(ByteView octets) {
  SIGNET_ASSIGN(const Bytes der, asn1::BerToDer(octets));
  asn1::DerReader reader(der);
  return reader.ReadUnsigned();
}

}  // namespace signet::cms

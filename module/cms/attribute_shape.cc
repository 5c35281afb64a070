#include "cms/attribute_shape.h"

namespace signet::cms {
namespace {

constexpr std::uint32_t kObjectIdentifierNumber = 6;
constexpr std::uint32_t kSequenceNumber = 16;
constexpr std::uint32_t kSetNumber = 17;

}  // namespace

void AttributeShape::Push(ByteView octets) {
  if (!differs_ && !reader_.Push(octets)) {
    differs_ = true;
  }
}

bool AttributeShape::Matches() const {
  return !differs_ && reader_.IsComplete() && reader_.TrailingOctets() == 0 && attributes_ > 0;
}

Result<asn1::BerTake> AttributeShape::OnElement(const asn1::BerElement& element) {
  switch (element.depth) {
    case 0:
      if (element.IsUniversal(kSetNumber)) {
        return asn1::BerTake::kEnter;
      }
      break;
    case 1:
      if (element.IsUniversal(kSequenceNumber)) {
        members_ = 0;
        return asn1::BerTake::kEnter;
      }
      break;
    default:
      ++members_;
      if ((members_ == 1 && element.IsUniversal(kObjectIdentifierNumber)) ||
          (members_ == 2 && element.IsUniversal(kSetNumber))) {
        return asn1::BerTake::kSkip;
      }
  }
  return Malformed({}, "no attribute");
}

Result<void> AttributeShape::OnEnd(const asn1::BerElement& element) {
  if (element.depth == 1) {
    if (members_ != 2) {
      return Malformed({}, "no attribute");
    }
    ++attributes_;
  }
  return {};
}

Result<void> AttributeShape::OnValue(const asn1::BerElement& /*element*/, ByteView /*octets*/) {
  return {};
}

Result<void> AttributeShape::OnChunk(const asn1::BerElement& /*element*/, ByteView /*octets*/) {
  return {};
}

}  // namespace signet::cms

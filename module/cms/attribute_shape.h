// AttributeShape: recognises content that is the signed attributes of another signature.
//
// A signature without signed attributes is over the content itself, one with them over the DER of a
// SET OF Attribute. Whoever takes the attributes of a genuine signature as content, and drops them
// from the signer, has a message that its victim never wrote with a signature that verifies
// (draft-ietf-lamps-cms-euf-cma-signeddata). The two are told apart by what the content looks like.
#ifndef SIGNET_CMS_ATTRIBUTE_SHAPE_H_
#define SIGNET_CMS_ATTRIBUTE_SHAPE_H_

#include <cstddef>

#include "asn1/ber_reader.h"

namespace signet::cms {

// AttributeShape is pushed the content, in pieces of any size, and keeps nothing of it.
class AttributeShape final : private asn1::BerHandler {
 public:
  AttributeShape() : reader_(*this) {}

  void Push(ByteView octets);

  // Matches tells whether the content was exactly one SET of SEQUENCEs of an OBJECT IDENTIFIER and
  // a SET each.
  [[nodiscard]] bool Matches() const;

 private:
  Result<asn1::BerTake> OnElement(const asn1::BerElement& element) override;
  Result<void> OnValue(const asn1::BerElement& element, ByteView octets) override;
  Result<void> OnChunk(const asn1::BerElement& element, ByteView octets) override;
  Result<void> OnEnd(const asn1::BerElement& element) override;

  asn1::BerReader reader_;
  bool differs_ = false;
  // Members of the attribute that is being read, and attributes read.
  std::size_t members_ = 0;
  std::size_t attributes_ = 0;
};

}  // namespace signet::cms

#endif  // SIGNET_CMS_ATTRIBUTE_SHAPE_H_

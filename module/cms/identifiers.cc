#include "cms/identifiers.h"

namespace signet::cms {

Result<IssuerAndSerial> ReadIssuerAndSerial(asn1::DerReader& reader, asn1::Tag tag) {
  SIGNET_ASSIGN(asn1::DerReader sequence, reader.Enter(tag));
  SIGNET_ASSIGN(const asn1::Element issuer, sequence.ReadElement(asn1::kSequence));
  SIGNET_ASSIGN(const ByteView serial, sequence.Read(asn1::kInteger));
  SIGNET_TRY(sequence.Finish());
  return IssuerAndSerial{ToBytes(issuer.der), ToBytes(serial)};
}

Result<Bytes> ReadImplicitOctetString(asn1::DerReader& reader, unsigned number) {
  if (!reader.NextIs(asn1::ContextConstructedTag(number))) {
    SIGNET_ASSIGN(const ByteView octets, reader.Read(asn1::ContextTag(number)));
    return ToBytes(octets);
  }
  // Segments that are segmented themselves were joined by BerToDer, which knows their tag.
  SIGNET_ASSIGN(asn1::DerReader segments, reader.Enter(asn1::ContextConstructedTag(number)));
  Bytes joined;
  while (!segments.AtEnd()) {
    SIGNET_ASSIGN(const ByteView segment, segments.ReadOctetString());
    joined.insert(joined.end(), segment.begin(), segment.end());
  }
  return joined;
}

}  // namespace signet::cms

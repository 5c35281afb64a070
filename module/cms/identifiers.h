// Small types that several CMS structures share: IssuerAndSerialNumber and key identifiers
// (RFC 5652, 10.2.4 and 6.2.1).
#ifndef SIGNET_CMS_IDENTIFIERS_H_
#define SIGNET_CMS_IDENTIFIERS_H_

#include "asn1/der_reader.h"
#include "base/bytes.h"
#include "base/result.h"

namespace signet::cms {

// IssuerAndSerialNumber (RFC 5652, 10.2.4).
struct IssuerAndSerial {
  // Name, DER with tag and length.
  Bytes issuer;
  // Content octets of the INTEGER.
  Bytes serial;

  bool operator==(const IssuerAndSerial&) const = default;
};

// ReadIssuerAndSerial reads the next element of `reader`, which has the given tag.
[[nodiscard]] Result<IssuerAndSerial> ReadIssuerAndSerial(asn1::DerReader& reader,
                                                          asn1::Tag tag = asn1::kSequence);

// ReadImplicitOctetString reads [number] IMPLICIT OCTET STRING. BerToDer cannot know that it is a
// string, so segments (X.690, 8.7.3) are joined here.
[[nodiscard]] Result<Bytes> ReadImplicitOctetString(asn1::DerReader& reader, unsigned number);

}  // namespace signet::cms

#endif  // SIGNET_CMS_IDENTIFIERS_H_

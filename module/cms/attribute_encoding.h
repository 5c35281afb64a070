// Encodes attributes of a signer (RFC 5652, 11; RFC 5035; RFC 6211; RFC 8551, 2.5).
#ifndef SIGNET_CMS_ATTRIBUTE_ENCODING_H_
#define SIGNET_CMS_ATTRIBUTE_ENCODING_H_

#include "asn1/der_writer.h"
#include "base/bytes.h"
#include "base/oid.h"
#include "base/result.h"
#include "cms/certificate_fields.h"

namespace signet::cms {

// EncodeAttribute is an Attribute with one value (a complete DER value).
[[nodiscard]] Bytes EncodeAttribute(const Oid& type, ByteView value);

// EncodeIssuerAndSerial names a certificate (RFC 5652, 10.2.4), with another tag where it is
// IMPLICIT.
[[nodiscard]] Bytes EncodeIssuerAndSerial(const CertificateFields& certificate,
                                          asn1::Tag tag = asn1::kSequence);

// EncodeSigningCertificateV2 is the value for a certificate in DER (RFC 5035, 3), by SHA-256.
[[nodiscard]] Result<Bytes> EncodeSigningCertificateV2(ByteView certificate,
                                                       const CertificateFields& fields);

// EncodeAlgorithmProtection is the value for a SignerInfo's two identifiers (DER).
[[nodiscard]] Bytes EncodeAlgorithmProtection(ByteView digest_algorithm,
                                              ByteView signature_algorithm);

}  // namespace signet::cms

#endif  // SIGNET_CMS_ATTRIBUTE_ENCODING_H_

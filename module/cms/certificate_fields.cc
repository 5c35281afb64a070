#include "cms/certificate_fields.h"

#include "asn1/der_reader.h"
#include "asn1/oids.h"

namespace signet::cms {
namespace {

// Extensions ::= SEQUENCE OF SEQUENCE { extnID, critical DEFAULT FALSE, extnValue OCTET STRING }
Result<std::optional<ByteView>> FindSubjectKeyIdentifier(asn1::DerReader& wrapped) {
  SIGNET_ASSIGN(asn1::DerReader extensions, wrapped.ReadSequence());
  while (!extensions.AtEnd()) {
    SIGNET_ASSIGN(asn1::DerReader extension, extensions.ReadSequence());
    SIGNET_ASSIGN(const ByteView oid, extension.ReadOid());
    SIGNET_TRY(extension.ReadOptional(asn1::kBoolean));
    SIGNET_ASSIGN(const ByteView value, extension.ReadOctetString());
    if (oid == asn1::oid::kSubjectKeyIdentifier) {
      asn1::DerReader inner(value);
      SIGNET_ASSIGN(const ByteView identifier, inner.ReadOctetString());
      return std::optional<ByteView>{identifier};
    }
  }
  return std::optional<ByteView>{};
}

}  // namespace

Result<CertificateFields> ReadCertificateFields(ByteView certificate) {
  asn1::DerReader outer(certificate);
  SIGNET_ASSIGN(asn1::DerReader signed_certificate, outer.ReadSequence());
  SIGNET_ASSIGN(asn1::DerReader tbs, signed_certificate.ReadSequence());
  CertificateFields fields;
  SIGNET_TRY(tbs.ReadOptional(asn1::ContextConstructedTag(0)));  // version
  SIGNET_ASSIGN(fields.serial, tbs.Read(asn1::kInteger));
  SIGNET_TRY(tbs.ReadElement(asn1::kSequence));  // signature
  SIGNET_ASSIGN(const asn1::Element issuer, tbs.ReadElement(asn1::kSequence));
  fields.issuer = issuer.der;
  SIGNET_TRY(tbs.ReadElement(asn1::kSequence));  // validity
  SIGNET_TRY(tbs.ReadElement(asn1::kSequence));  // subject
  SIGNET_ASSIGN(const asn1::Element key, tbs.ReadElement(asn1::kSequence));
  fields.public_key_info = key.der;
  SIGNET_TRY(tbs.ReadOptional(asn1::ContextTag(1)));  // issuerUniqueID
  SIGNET_TRY(tbs.ReadOptional(asn1::ContextTag(2)));  // subjectUniqueID
  if (tbs.NextIs(asn1::ContextConstructedTag(3))) {
    SIGNET_ASSIGN(asn1::DerReader wrapped, tbs.Enter(asn1::ContextConstructedTag(3)));
    SIGNET_ASSIGN(fields.subject_key_identifier, FindSubjectKeyIdentifier(wrapped));
  }
  return fields;
}

}  // namespace signet::cms

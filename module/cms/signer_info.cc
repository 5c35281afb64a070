#include "cms/signer_info.h"

#include <algorithm>

#include "asn1/ber_to_der.h"
#include "asn1/der_reader.h"
#include "asn1/oids.h"

namespace signet::cms {
namespace {

Result<SignerId> ReadSignerId(asn1::DerReader& reader) {
  SignerId id;
  if (reader.NextIs(asn1::kSequence)) {
    SIGNET_ASSIGN(id.issuer_and_serial, ReadIssuerAndSerial(reader));
  } else {
    SIGNET_ASSIGN(id.key_identifier, ReadImplicitOctetString(reader, 0));
  }
  return id;
}

bool HasAttribute(const std::vector<Attribute>& attributes, const Oid& type) {
  return std::ranges::any_of(
      attributes, [&](const Attribute& attribute) { return ByteView(attribute.type) == type; });
}

}  // namespace

Result<SignerInfo> ReadSignerInfo(ByteView ber) {
  SIGNET_ASSIGN(const Bytes der, asn1::BerToDer(ber));
  asn1::DerReader outer(der);
  SIGNET_ASSIGN(asn1::DerReader reader, outer.ReadSequence());
  SignerInfo signer;
  SIGNET_ASSIGN(signer.version, reader.ReadUnsigned());
  SIGNET_ASSIGN(signer.id, ReadSignerId(reader));
  SIGNET_ASSIGN(signer.digest_algorithm, ReadAlgorithmIdentifier(reader));
  SIGNET_ASSIGN(const std::optional<asn1::Element> signed_attributes,
                reader.ReadOptional(asn1::ContextConstructedTag(0)));
  if (signed_attributes) {
    SIGNET_ASSIGN(signer.signed_attributes, ReadSignedAttributes(signed_attributes->der));
  }
  SIGNET_ASSIGN(signer.signature_algorithm, ReadAlgorithmIdentifier(reader));
  SIGNET_ASSIGN(const ByteView signature, reader.ReadOctetString());
  signer.signature = ToBytes(signature);
  SIGNET_ASSIGN(const std::optional<asn1::Element> unsigned_attributes,
                reader.ReadOptional(asn1::ContextConstructedTag(1)));
  if (unsigned_attributes) {
    SIGNET_ASSIGN(signer.unsigned_attributes, ReadAttributes(unsigned_attributes->der));
    signer.has_countersignature =
        HasAttribute(signer.unsigned_attributes, asn1::oid::kCountersignature);
  }
  SIGNET_TRY(reader.Finish());
  return signer;
}

}  // namespace signet::cms

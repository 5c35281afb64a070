#include "cms/attribute_encoding.h"

#include <utility>

#include "asn1/der_reader.h"
#include "nss/digest.h"

namespace signet::cms {

Bytes EncodeAttribute(const Oid& type, ByteView value) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& attribute) {
    attribute.Oid(type);
    attribute.Value(asn1::kSet, value);
  });
  return std::move(writer).Take();
}

Bytes EncodeIssuerAndSerial(const CertificateFields& certificate, asn1::Tag tag) {
  asn1::DerWriter writer;
  writer.Constructed(tag, [&](asn1::DerWriter& sequence) {
    sequence.Raw(certificate.issuer);
    sequence.Value(asn1::kInteger, certificate.serial);
  });
  return std::move(writer).Take();
}

// SigningCertificateV2 ::= SEQUENCE { certs SEQUENCE OF ESSCertIDv2 }; ESSCertIDv2 ::= SEQUENCE {
// hashAlgorithm DEFAULT SHA-256, certHash OCTET STRING, issuerSerial SEQUENCE { GeneralNames,
// serialNumber } OPTIONAL }
Result<Bytes> EncodeSigningCertificateV2(ByteView certificate, const CertificateFields& fields) {
  SIGNET_ASSIGN(const Bytes hash, nss::ComputeDigest(nss::DigestAlgorithm::kSha256, certificate));
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& signing_certificate) {
    signing_certificate.Sequence([&](asn1::DerWriter& certificates) {
      certificates.Sequence([&](asn1::DerWriter& id) {
        id.OctetString(hash);
        id.Sequence([&](asn1::DerWriter& issuer_serial) {
          issuer_serial.Sequence([&](asn1::DerWriter& names) {
            names.Value(asn1::ContextConstructedTag(4), fields.issuer);  // directoryName
          });
          issuer_serial.Value(asn1::kInteger, fields.serial);
        });
      });
    });
  });
  return std::move(writer).Take();
}

// CMSAlgorithmProtection ::= SEQUENCE { digestAlgorithm, signatureAlgorithm [1] IMPLICIT }
Bytes EncodeAlgorithmProtection(ByteView digest_algorithm, ByteView signature_algorithm) {
  asn1::DerReader reader(signature_algorithm);
  const auto element = reader.ReadElement(asn1::kSequence);
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& protection) {
    protection.Raw(digest_algorithm);
    if (element) {
      protection.Value(asn1::ContextConstructedTag(1), element->content);
    }
  });
  return std::move(writer).Take();
}

}  // namespace signet::cms

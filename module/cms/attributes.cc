#include "cms/attributes.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "asn1/der_reader.h"
#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "base/limits.h"
#include "cms/capabilities.h"
#include "cms/identifiers.h"

namespace signet::cms {
namespace {

namespace oid = asn1::oid;

Reason TooMany() {
  return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kCmsAttributes");
}

// The one value of the one attribute of this type (RFC 5652, 11: they "MUST NOT include multiple
// instances" and "MUST have a single attribute value").
struct Single {
  bool is_present = false;
  // Nothing where there is more or less than one.
  std::optional<ByteView> value;
};

Single FindSingle(const std::vector<Attribute>& attributes, const Oid& type) {
  Single single;
  std::size_t values = 0;
  for (const Attribute& attribute : attributes) {
    if (ByteView(attribute.type) != type) {
      continue;
    }
    // An attribute without values counts like one too many.
    values += std::max<std::size_t>(attribute.values.size(), attribute.values.empty() ? 2 : 1);
    single.is_present = true;
    if (!attribute.values.empty()) {
      single.value = attribute.values.front();
    }
  }
  if (values != 1) {
    single.value.reset();
  }
  return single;
}

Result<Bytes> ReadContentType(ByteView value) {
  asn1::DerReader reader(value);
  SIGNET_ASSIGN(const ByteView type, reader.ReadOid());
  SIGNET_TRY(reader.Finish());
  return ToBytes(type);
}

Result<Bytes> ReadMessageDigest(ByteView value) {
  asn1::DerReader reader(value);
  SIGNET_ASSIGN(const ByteView digest, reader.ReadOctetString());
  SIGNET_TRY(reader.Finish());
  return ToBytes(digest);
}

Result<Time> ReadSigningTime(ByteView value) {
  asn1::DerReader reader(value);
  SIGNET_ASSIGN(const Time time, reader.ReadTime());
  SIGNET_TRY(reader.Finish());
  return time;
}

// IssuerSerial ::= SEQUENCE { issuer GeneralNames, serialNumber INTEGER } (RFC 5035, 4). Only one
// directoryName can be compared with a certificate.
Result<std::optional<IssuerAndSerial>> ReadIssuerSerial(asn1::DerReader& reader) {
  SIGNET_ASSIGN(asn1::DerReader sequence, reader.ReadSequence());
  SIGNET_ASSIGN(asn1::DerReader names, sequence.ReadSequence());
  SIGNET_ASSIGN(const ByteView serial, sequence.Read(asn1::kInteger));
  if (!names.NextIs(asn1::ContextConstructedTag(4))) {
    return std::optional<IssuerAndSerial>{};
  }
  SIGNET_ASSIGN(asn1::DerReader directory_name, names.Enter(asn1::ContextConstructedTag(4)));
  SIGNET_ASSIGN(const asn1::Element name, directory_name.ReadElement(asn1::kSequence));
  if (!names.AtEnd()) {
    return std::optional<IssuerAndSerial>{};
  }
  return std::optional<IssuerAndSerial>{IssuerAndSerial{ToBytes(name.der), ToBytes(serial)}};
}

// SigningCertificate and SigningCertificateV2 differ in the digest, which version 1 does not name.
Result<std::vector<EssCertificateId>> ReadSigningCertificate(ByteView value, bool is_version_2) {
  asn1::DerReader reader(value);
  SIGNET_ASSIGN(asn1::DerReader signing_certificate, reader.ReadSequence());
  SIGNET_TRY(reader.Finish());
  SIGNET_ASSIGN(asn1::DerReader certificates, signing_certificate.ReadSequence());
  std::vector<EssCertificateId> ids;
  while (!certificates.AtEnd()) {
    if (ids.size() == limits::kCmsCertificates) {
      return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kCmsCertificates");
    }
    SIGNET_ASSIGN(asn1::DerReader certificate, certificates.ReadSequence());
    EssCertificateId id;
    id.digest_oid = ToBytes((is_version_2 ? oid::kSha256 : oid::kSha1).bytes());
    if (is_version_2 && certificate.NextIs(asn1::kSequence)) {
      SIGNET_ASSIGN(const AlgorithmIdentifier digest, ReadAlgorithmIdentifier(certificate));
      id.digest_oid = digest.oid;
    }
    SIGNET_ASSIGN(const ByteView hash, certificate.ReadOctetString());
    id.hash = ToBytes(hash);
    if (!certificate.AtEnd()) {
      SIGNET_ASSIGN(id.issuer_and_serial, ReadIssuerSerial(certificate));
    }
    ids.push_back(std::move(id));
  }
  if (ids.empty()) {
    return signing_certificate.Fail("a signing certificate attribute without certificate");
  }
  return ids;
}

// CMSAlgorithmProtection ::= SEQUENCE { digestAlgorithm, [1] signatureAlgorithm, [2] macAlgorithm }
Result<AlgorithmProtection> ReadAlgorithmProtection(ByteView value) {
  asn1::DerReader reader(value);
  SIGNET_ASSIGN(asn1::DerReader sequence, reader.ReadSequence());
  SIGNET_TRY(reader.Finish());
  AlgorithmProtection protection;
  SIGNET_ASSIGN(protection.digest_algorithm, ReadAlgorithmIdentifier(sequence));
  if (sequence.NextIs(asn1::ContextConstructedTag(1))) {
    SIGNET_ASSIGN(protection.signature_algorithm,
                  ReadAlgorithmIdentifier(sequence, asn1::ContextConstructedTag(1)));
  }
  return protection;
}

Result<std::vector<SMimeCapability>> ReadCapabilities(ByteView value) {
  auto capabilities = ReadCapabilityList(value);
  if (!capabilities) {
    return Malformed({}, "not SMIMECapabilities");
  }
  return std::move(*capabilities);
}

// SMIMEEncryptionKeyPreference ::= CHOICE { [0] IssuerAndSerialNumber, [1] RecipientKeyIdentifier,
// [2] SubjectKeyIdentifier }, all IMPLICIT; Microsoft's is an IssuerAndSerialNumber.
Result<EncryptionKeyPreference> ReadKeyPreference(ByteView value) {
  asn1::DerReader reader(value);
  EncryptionKeyPreference preference;
  if (reader.NextIs(asn1::kSequence) || reader.NextIs(asn1::ContextConstructedTag(0))) {
    SIGNET_ASSIGN(preference.issuer_and_serial, ReadIssuerAndSerial(reader, value.front()));
  } else if (reader.NextIs(asn1::ContextConstructedTag(1))) {
    SIGNET_ASSIGN(asn1::DerReader identifier, reader.Enter(asn1::ContextConstructedTag(1)));
    SIGNET_ASSIGN(const ByteView octets, identifier.ReadOctetString());
    preference.key_identifier = ToBytes(octets);
  } else {
    SIGNET_ASSIGN(preference.key_identifier, ReadImplicitOctetString(reader, 2));
  }
  SIGNET_TRY(reader.Finish());
  return preference;
}

// Reads attributes one after the other into SignedAttributes, noting faults.
class Interpreter {
 public:
  explicit Interpreter(SignedAttributes& attributes) : attributes_(&attributes) {}

  void Run() {
    Required(oid::kContentType, "content type", ReadContentType, attributes_->content_type);
    Required(oid::kMessageDigest, "message digest", ReadMessageDigest, attributes_->message_digest);
    Optional(oid::kSigningTime, "signing time", ReadSigningTime, attributes_->signing_time);
    Optional(
        oid::kSigningCertificate, "signing certificate",
        [](ByteView value) { return ReadSigningCertificate(value, false); },
        attributes_->signing_certificate);
    Optional(
        oid::kSigningCertificateV2, "signing certificate",
        [](ByteView value) { return ReadSigningCertificate(value, true); },
        attributes_->signing_certificate_v2);
    Optional(oid::kCmsAlgorithmProtection, "algorithm protection", ReadAlgorithmProtection,
             attributes_->algorithm_protection);
    // Hints for replies: an unreadable one is not there. It does not weaken the signature.
    Hint(oid::kSmimeCapabilities, ReadCapabilities, attributes_->capabilities);
    Hint(oid::kMicrosoftEncryptionKeyPreference, ReadKeyPreference,
         attributes_->encryption_key_preference);
    Hint(oid::kEncryptionKeyPreference, ReadKeyPreference, attributes_->encryption_key_preference);
  }

 private:
  void Fault(std::string_view name, std::string diagnostic) {
    attributes_->faults.push_back(MakeReason(ReasonCode::kSignedAttributeInvalid)
                                      .With("attribute", std::string(name))
                                      .Because(std::move(diagnostic)));
  }

  template <typename Read, typename Out>
  void Required(const Oid& type, std::string_view name, Read read, Out& out) {
    if (!FindSingle(attributes_->all, type).is_present) {
      Fault(name, "the attribute is missing");
      return;
    }
    Optional(type, name, read, out);
  }

  template <typename Read, typename Out>
  void Optional(const Oid& type, std::string_view name, Read read, Out& out) {
    const Single single = FindSingle(attributes_->all, type);
    if (!single.is_present) {
      return;
    }
    if (!single.value) {
      Fault(name, "there must be one attribute with one value");
      return;
    }
    auto result = read(*single.value);
    if (!result) {
      Fault(name, result.error().diagnostic);
      return;
    }
    out = std::move(*result);
  }

  template <typename Read, typename Out>
  void Hint(const Oid& type, Read read, Out& out) {
    const Single single = FindSingle(attributes_->all, type);
    if (!single.value) {
      return;
    }
    if (auto result = read(*single.value)) {
      out = std::move(*result);
    }
  }

  SignedAttributes* attributes_;
};

// X.690, 11.6: ascending order of the encodings, the shorter one padded with zeros.
bool IsBefore(ByteView a, ByteView b) {
  return std::ranges::lexicographical_compare(a, b);
}

}  // namespace

Result<std::vector<Attribute>> ReadAttributes(ByteView set) {
  asn1::DerReader outer(set);
  SIGNET_ASSIGN(const asn1::Element element, outer.ReadAny());
  SIGNET_TRY(outer.Finish());
  asn1::DerReader reader(element);
  std::vector<Attribute> attributes;
  std::size_t values = 0;
  while (!reader.AtEnd()) {
    SIGNET_ASSIGN(asn1::DerReader sequence, reader.ReadSequence());
    Attribute attribute;
    SIGNET_ASSIGN(const ByteView type, sequence.ReadOid());
    attribute.type = ToBytes(type);
    SIGNET_ASSIGN(asn1::DerReader value_set, sequence.ReadSet());
    SIGNET_TRY(sequence.Finish());
    while (!value_set.AtEnd()) {
      SIGNET_ASSIGN(const asn1::Element value, value_set.ReadAny());
      attribute.values.push_back(ToBytes(value.der));
      if (++values > limits::kCmsAttributes) {
        return TooMany();
      }
    }
    attributes.push_back(std::move(attribute));
    if (attributes.size() > limits::kCmsAttributes) {
      return TooMany();
    }
  }
  return attributes;
}

Result<SignedAttributes> ReadSignedAttributes(ByteView set) {
  SignedAttributes attributes;
  SIGNET_ASSIGN(attributes.all, ReadAttributes(set));
  // RFC 5652, 5.4: "an EXPLICIT SET OF tag is used" for the digest, "rather than [0]".
  attributes.der = ToBytes(set);
  attributes.der.front() = asn1::kSet;

  asn1::DerReader outer(attributes.der);
  SIGNET_ASSIGN(asn1::DerReader reader, outer.ReadSet());
  std::vector<Bytes> encodings;
  while (!reader.AtEnd()) {
    SIGNET_ASSIGN(const asn1::Element element, reader.ReadAny());
    encodings.push_back(ToBytes(element.der));
  }
  if (!std::ranges::is_sorted(encodings, IsBefore)) {
    asn1::DerWriter writer;
    writer.SetOf(std::move(encodings));
    attributes.sorted_der = std::move(writer).Take();
  }
  Interpreter(attributes).Run();
  return attributes;
}

}  // namespace signet::cms

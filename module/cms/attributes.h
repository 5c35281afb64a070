// Attributes of a signer (RFC 5652, 5.3 and 11): the signed ones, which the verification depends
// on, and the unsigned ones, which are reported.
//
// Reading never fails for one bad attribute: what is wrong is kept as a fault, because the verdict
// has to name it, and the rest of the message is still worth showing.
#ifndef SIGNET_CMS_ATTRIBUTES_H_
#define SIGNET_CMS_ATTRIBUTES_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"
#include "cms/algorithm_identifier.h"
#include "cms/identifiers.h"

namespace signet::cms {

// Attribute ::= SEQUENCE { attrType OBJECT IDENTIFIER, attrValues SET OF AttributeValue }
struct Attribute {
  // Content octets of the object identifier.
  Bytes type;
  // Each value: tag, length and content.
  std::vector<Bytes> values;

  bool operator==(const Attribute&) const = default;
};

// One of the sender's claims about what it can read, in order of preference (RFC 8551, 2.5.2).
struct SMimeCapability {
  // Content octets of the object identifier.
  Bytes oid;
  // Tag, length and content; empty where there are none.
  Bytes parameters;

  bool operator==(const SMimeCapability&) const = default;
};

// Which certificate the signer wants to be encrypted to (RFC 8551, 2.5.3 and Microsoft's form,
// 1.3.6.1.4.1.311.16.4, which is always issuer and serial number).
struct EncryptionKeyPreference {
  // Exactly one of these two is set.
  std::optional<IssuerAndSerial> issuer_and_serial;
  // Subject key identifier: of a RecipientKeyIdentifier or SubjectKeyIdentifier.
  std::optional<Bytes> key_identifier;

  bool operator==(const EncryptionKeyPreference&) const = default;
};

// ESSCertID or ESSCertIDv2 (RFC 5035, 4 and 5.4.1).
struct EssCertificateId {
  // Content octets of the digest's object identifier (SHA-1 for version 1).
  Bytes digest_oid;
  Bytes hash;
  // Only where the sender gave it, and gave exactly one directoryName.
  std::optional<IssuerAndSerial> issuer_and_serial;

  bool operator==(const EssCertificateId&) const = default;
};

// CMSAlgorithmProtection (RFC 6211, 2).
struct AlgorithmProtection {
  AlgorithmIdentifier digest_algorithm;
  // Absent where the attribute protects a MAC instead.
  std::optional<AlgorithmIdentifier> signature_algorithm;

  bool operator==(const AlgorithmProtection&) const = default;
};

// SignedAttributes are what the signer signed beside the content.
struct SignedAttributes {
  // The SET OF as it was received, in DER lengths, with the SET tag: what is signed (RFC
  // 5652, 5.4).
  Bytes der;
  // The same in DER's order, where the sender used another one; empty otherwise.
  Bytes sorted_der;
  // All of them, in the order received.
  std::vector<Attribute> all;

  // Content octets of the content type; nothing where absent or faulty.
  std::optional<Bytes> content_type;
  std::optional<Bytes> message_digest;
  // The signer's own claim (RFC 5652, 11.3).
  std::optional<Time> signing_time;
  // ESS signing certificate, version 1 (RFC 2634, 5.4) and version 2 (RFC 5035): the first of each
  // is the signer's own. Empty list: the attribute is absent.
  std::vector<EssCertificateId> signing_certificate;
  std::vector<EssCertificateId> signing_certificate_v2;
  std::optional<AlgorithmProtection> algorithm_protection;
  std::vector<SMimeCapability> capabilities;
  // RFC 8551's form if there is one, else Microsoft's.
  std::optional<EncryptionKeyPreference> encryption_key_preference;

  // What is wrong with them: `signed-attribute-invalid` with the text `attribute`. Not empty: the
  // signature cannot be valid.
  std::vector<Reason> faults;
};

// ReadSignedAttributes reads the content of SignedAttributes: `set` is tag ([0] or SET), length and
// content, DER lengths. Fails (malformed, limit-exceeded) only where it is no SET OF Attribute.
[[nodiscard]] Result<SignedAttributes> ReadSignedAttributes(ByteView set);

// ReadAttributes reads any SET OF Attribute, whatever its tag, in the order received.
[[nodiscard]] Result<std::vector<Attribute>> ReadAttributes(ByteView set);

}  // namespace signet::cms

#endif  // SIGNET_CMS_ATTRIBUTES_H_

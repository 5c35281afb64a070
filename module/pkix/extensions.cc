#include "pkix/extensions.h"

#include <algorithm>
#include <array>

#include "asn1/oids.h"
#include "base/limits.h"

namespace signet::pkix {
namespace {

namespace oid = asn1::oid;
using asn1::ContextConstructedTag;
using asn1::ContextTag;
using asn1::DerReader;
using asn1::Element;

// 4.2.1.3.
Result<void> ReadKeyUsage(DerReader reader, Extensions& out) {
  SIGNET_ASSIGN(const asn1::BitString bits, reader.ReadBitString());
  SIGNET_TRY(reader.Finish());
  out.key_usage = KeyUsage{bits};
  return {};
}

// 4.2.1.12.
Result<void> ReadExtendedKeyUsage(DerReader reader, Extensions& out) {
  SIGNET_ASSIGN(DerReader list, reader.ReadSequence());
  SIGNET_TRY(reader.Finish());
  if (list.AtEnd()) {
    return list.Fail("an extended key usage without a purpose");
  }
  out.extended_key_usage.emplace();
  while (!list.AtEnd()) {
    SIGNET_ASSIGN(const ByteView purpose, list.ReadOid());
    out.extended_key_usage->push_back(purpose);
  }
  return {};
}

// 4.2.1.9.
Result<void> ReadBasicConstraints(DerReader reader, Extensions& out) {
  SIGNET_ASSIGN(DerReader sequence, reader.ReadSequence());
  SIGNET_TRY(reader.Finish());
  BasicConstraints constraints;
  SIGNET_ASSIGN(constraints.authority, sequence.ReadBooleanDefaultFalse());
  if (!sequence.AtEnd()) {
    SIGNET_ASSIGN(constraints.path_length, sequence.ReadUnsigned());
  }
  SIGNET_TRY(sequence.Finish());
  out.basic_constraints = constraints;
  return {};
}

// 4.2.1.2.
Result<void> ReadSubjectKeyIdentifier(DerReader reader, Extensions& out) {
  SIGNET_ASSIGN(out.subject_key_identifier, reader.ReadOctetString());
  return reader.Finish();
}

// 4.2.1.1.
Result<void> ReadAuthorityKeyIdentifier(DerReader reader, Extensions& out) {
  SIGNET_ASSIGN(out.authority_key_identifier, ReadKeyIdentifierOfAuthority(reader));
  return {};
}

// 4.2.1.6.
Result<void> ReadSubjectAltName(DerReader reader, Extensions& out) {
  SIGNET_ASSIGN(const DerReader names, reader.ReadSequence());
  SIGNET_TRY(reader.Finish());
  SIGNET_ASSIGN(out.subject_alt_names, ReadGeneralNames(names));
  return {};
}

Result<std::vector<GeneralName>> ReadSubtrees(DerReader subtrees) {
  if (subtrees.AtEnd()) {
    return subtrees.Fail("GeneralSubtrees without a name");
  }
  std::vector<GeneralName> list;
  while (!subtrees.AtEnd()) {
    SIGNET_ASSIGN(DerReader subtree, subtrees.ReadSequence());
    SIGNET_ASSIGN(GeneralName base, ReadGeneralName(subtree));
    // minimum [0] DEFAULT 0; other values, and any maximum, are not for the Internet (4.2.1.10).
    if (subtree.NextIs(ContextTag(0))) {
      SIGNET_ASSIGN(const std::uint64_t minimum, subtree.ReadUnsigned(ContextTag(0)));
      if (minimum != 0) {
        return subtree.Fail("a GeneralSubtree with a minimum");
      }
    }
    SIGNET_TRY(subtree.Finish());
    list.push_back(std::move(base));
  }
  return list;
}

// 4.2.1.10.
Result<void> ReadNameConstraints(DerReader reader, Extensions& out) {
  SIGNET_ASSIGN(DerReader sequence, reader.ReadSequence());
  SIGNET_TRY(reader.Finish());
  if (sequence.AtEnd()) {
    return sequence.Fail("name constraints without a subtree");
  }
  NameConstraints constraints;
  SIGNET_ASSIGN(const auto permitted, sequence.ReadOptional(ContextConstructedTag(0)));
  if (permitted) {
    SIGNET_ASSIGN(constraints.permitted, ReadSubtrees(DerReader(*permitted)));
  }
  SIGNET_ASSIGN(const auto excluded, sequence.ReadOptional(ContextConstructedTag(1)));
  if (excluded) {
    SIGNET_ASSIGN(constraints.excluded, ReadSubtrees(DerReader(*excluded)));
  }
  SIGNET_TRY(sequence.Finish());
  out.name_constraints = std::move(constraints);
  return {};
}

// 4.2.1.4.
Result<void> ReadPolicies(DerReader reader, Extensions& out) {
  SIGNET_ASSIGN(DerReader list, reader.ReadSequence());
  SIGNET_TRY(reader.Finish());
  if (list.AtEnd()) {
    return list.Fail("certificate policies without a policy");
  }
  out.policies.emplace();
  while (!list.AtEnd()) {
    SIGNET_ASSIGN(DerReader information, list.ReadSequence());
    PolicyInformation policy;
    SIGNET_ASSIGN(policy.policy, information.ReadOid());
    SIGNET_ASSIGN(const auto qualifiers, information.ReadOptional(asn1::kSequence));
    if (qualifiers) {
      policy.qualifiers = qualifiers->content;
    }
    SIGNET_TRY(information.Finish());
    out.policies->push_back(policy);
  }
  // "A certificate policy OID MUST NOT appear more than once".
  std::vector<ByteView> seen;
  for (const PolicyInformation& policy : *out.policies) {
    seen.push_back(policy.policy);
  }
  std::ranges::sort(seen, std::ranges::lexicographical_compare);
  if (std::ranges::adjacent_find(seen, Equal) != seen.end()) {
    return list.Fail("a certificate policy that appears twice");
  }
  return {};
}

// 4.2.1.5.
Result<void> ReadPolicyMappings(DerReader reader, Extensions& out) {
  SIGNET_ASSIGN(DerReader list, reader.ReadSequence());
  SIGNET_TRY(reader.Finish());
  if (list.AtEnd()) {
    return list.Fail("policy mappings without a mapping");
  }
  while (!list.AtEnd()) {
    SIGNET_ASSIGN(DerReader pair, list.ReadSequence());
    PolicyMapping mapping;
    SIGNET_ASSIGN(mapping.issuer_policy, pair.ReadOid());
    SIGNET_ASSIGN(mapping.subject_policy, pair.ReadOid());
    SIGNET_TRY(pair.Finish());
    out.policy_mappings.push_back(mapping);
  }
  return {};
}

// 4.2.1.11.
Result<void> ReadPolicyConstraints(DerReader reader, Extensions& out) {
  SIGNET_ASSIGN(DerReader sequence, reader.ReadSequence());
  SIGNET_TRY(reader.Finish());
  if (sequence.AtEnd()) {
    return sequence.Fail("policy constraints without a constraint");
  }
  if (sequence.NextIs(ContextTag(0))) {
    SIGNET_ASSIGN(out.policy_constraints.require_explicit_policy,
                  sequence.ReadUnsigned(ContextTag(0)));
  }
  if (sequence.NextIs(ContextTag(1))) {
    SIGNET_ASSIGN(out.policy_constraints.inhibit_policy_mapping,
                  sequence.ReadUnsigned(ContextTag(1)));
  }
  return sequence.Finish();
}

// 4.2.1.14.
Result<void> ReadInhibitAnyPolicy(DerReader reader, Extensions& out) {
  SIGNET_ASSIGN(out.inhibit_any_policy, reader.ReadUnsigned());
  return reader.Finish();
}

// 4.2.1.13.
Result<void> ReadCrlDistributionPoints(DerReader reader, Extensions& out) {
  SIGNET_ASSIGN(out.crl_distribution_points, ReadDistributionPoints(reader));
  return {};
}

// 4.2.1.15.
Result<void> ReadFreshestCrl(DerReader reader, Extensions& out) {
  SIGNET_ASSIGN(out.freshest_crl, ReadDistributionPoints(reader));
  return {};
}

// 4.2.2.1.
Result<void> ReadAuthorityInformationAccess(DerReader reader, Extensions& out) {
  SIGNET_ASSIGN(DerReader list, reader.ReadSequence());
  SIGNET_TRY(reader.Finish());
  while (!list.AtEnd()) {
    SIGNET_ASSIGN(DerReader description, list.ReadSequence());
    AccessDescription access;
    SIGNET_ASSIGN(access.method, description.ReadOid());
    SIGNET_ASSIGN(access.location, ReadGeneralName(description));
    SIGNET_TRY(description.Finish());
    out.authority_information_access.push_back(std::move(access));
  }
  return {};
}

// RFC 6960, 4.2.2.2.1: NULL. The content says nothing and is not looked at.
// NOLINTNEXTLINE(performance-unnecessary-value-param): the signature of all readers.
Result<void> ReadOcspNoCheck(DerReader /*reader*/, Extensions& out) {
  out.ocsp_no_check = true;
  return {};
}

struct Known {
  Oid oid;
  Result<void> (*read)(DerReader reader, Extensions& out);
};

constexpr std::array<Known, 15> kKnown{{
    {oid::kKeyUsage, ReadKeyUsage},
    {oid::kExtendedKeyUsage, ReadExtendedKeyUsage},
    {oid::kBasicConstraints, ReadBasicConstraints},
    {oid::kSubjectKeyIdentifier, ReadSubjectKeyIdentifier},
    {oid::kAuthorityKeyIdentifier, ReadAuthorityKeyIdentifier},
    {oid::kSubjectAltName, ReadSubjectAltName},
    {oid::kNameConstraints, ReadNameConstraints},
    {oid::kCertificatePolicies, ReadPolicies},
    {oid::kPolicyMappings, ReadPolicyMappings},
    {oid::kPolicyConstraints, ReadPolicyConstraints},
    {oid::kInhibitAnyPolicy, ReadInhibitAnyPolicy},
    {oid::kCrlDistributionPoints, ReadCrlDistributionPoints},
    {oid::kFreshestCrl, ReadFreshestCrl},
    {oid::kAuthorityInformationAccess, ReadAuthorityInformationAccess},
    {oid::kOcspNoCheck, ReadOcspNoCheck},
}};

}  // namespace

const Extension* Extensions::Find(const Oid& wanted) const {
  for (const Extension& extension : all) {
    if (extension.oid == wanted) {
      return &extension;
    }
  }
  return nullptr;
}

Result<std::vector<Extension>> ReadExtensionList(DerReader& reader) {
  SIGNET_ASSIGN(DerReader list, reader.ReadSequence());
  if (list.AtEnd()) {
    return list.Fail("Extensions without an extension");
  }
  std::vector<Extension> extensions;
  while (!list.AtEnd()) {
    if (extensions.size() >= limits::kCertificateExtensions) {
      return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kCertificateExtensions");
    }
    const DerReader start = list;
    SIGNET_ASSIGN(DerReader sequence, list.ReadSequence());
    Extension extension;
    SIGNET_ASSIGN(extension.oid, sequence.ReadOid());
    SIGNET_ASSIGN(extension.critical, sequence.ReadBooleanDefaultFalse());
    SIGNET_ASSIGN(const Element value, sequence.ReadElement(asn1::kOctetString));
    SIGNET_TRY(sequence.Finish());
    extension.value = value.content;
    extension.offset = DerReader(value).Offset();
    // 4.2: "A certificate MUST NOT include more than one instance of a particular extension."
    for (const Extension& other : extensions) {
      if (Equal(other.oid, extension.oid)) {
        return start.Fail("an extension that appears twice");
      }
    }
    extensions.push_back(extension);
  }
  return extensions;
}

Result<AuthorityKeyIdentifier> ReadKeyIdentifierOfAuthority(DerReader reader) {
  SIGNET_ASSIGN(DerReader sequence, reader.ReadSequence());
  SIGNET_TRY(reader.Finish());
  AuthorityKeyIdentifier identifier;
  SIGNET_ASSIGN(const auto key, sequence.ReadOptional(ContextTag(0)));
  if (key) {
    identifier.key_identifier = key->content;
  }
  SIGNET_ASSIGN(const auto issuer, sequence.ReadOptional(ContextConstructedTag(1)));
  if (issuer) {
    SIGNET_ASSIGN(identifier.issuer, ReadGeneralNames(DerReader(*issuer)));
  }
  SIGNET_ASSIGN(const auto serial, sequence.ReadOptional(ContextTag(2)));
  if (serial) {
    if (!asn1::IsMinimalInteger(serial->content)) {
      return sequence.Fail("a serial number that is not in its shortest form");
    }
    identifier.serial = serial->content;
  }
  SIGNET_TRY(sequence.Finish());
  return identifier;
}

Result<std::vector<DistributionPoint>> ReadDistributionPoints(DerReader reader) {
  SIGNET_ASSIGN(DerReader list, reader.ReadSequence());
  SIGNET_TRY(reader.Finish());
  if (list.AtEnd()) {
    return list.Fail("distribution points without a point");
  }
  std::vector<DistributionPoint> points;
  while (!list.AtEnd()) {
    SIGNET_ASSIGN(DerReader sequence, list.ReadSequence());
    DistributionPoint point;
    SIGNET_ASSIGN(const auto name, sequence.ReadOptional(ContextConstructedTag(0)));
    if (name) {
      SIGNET_TRY(ReadDistributionPointName(DerReader(*name), point));
    }
    if (sequence.NextIs(ContextTag(1))) {
      SIGNET_ASSIGN(point.reasons, sequence.ReadBitString(ContextTag(1)));
    }
    SIGNET_ASSIGN(const auto issuer, sequence.ReadOptional(ContextConstructedTag(2)));
    if (issuer) {
      SIGNET_ASSIGN(point.crl_issuer, ReadGeneralNames(DerReader(*issuer)));
    }
    SIGNET_TRY(sequence.Finish());
    points.push_back(std::move(point));
  }
  return points;
}

Result<void> ReadDistributionPointName(DerReader reader, DistributionPoint& point) {
  if (reader.NextIs(ContextConstructedTag(0))) {
    SIGNET_ASSIGN(const DerReader names, reader.Enter(ContextConstructedTag(0)));
    SIGNET_ASSIGN(point.full_name, ReadGeneralNames(names));
  } else {
    SIGNET_ASSIGN(const Element relative, reader.ReadElement(ContextConstructedTag(1)));
    point.relative_name = relative;
  }
  return reader.Finish();
}

Result<Extensions> ParseExtensions(DerReader reader) {
  Extensions extensions;
  SIGNET_ASSIGN(extensions.all, ReadExtensionList(reader));
  SIGNET_TRY(reader.Finish());
  for (const Extension& extension : extensions.all) {
    bool known = false;
    for (const Known& candidate : kKnown) {
      if (extension.oid == candidate.oid) {
        known = true;
        SIGNET_TRY(candidate.read(DerReader(extension.value, extension.offset), extensions));
      }
    }
    if (!known && extension.critical) {
      extensions.unknown_critical.push_back(DottedText(extension.oid));
    }
  }
  return extensions;
}

}  // namespace signet::pkix

// Extensions of certificates (RFC 5280, 4.2; RFC 6960, 4.2.2.2.1), decoded.
//
// Every view leads into the certificate's own octets.
#ifndef SIGNET_PKIX_EXTENSIONS_H_
#define SIGNET_PKIX_EXTENSIONS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "asn1/der_reader.h"
#include "base/bytes.h"
#include "base/result.h"
#include "pkix/general_name.h"

namespace signet::pkix {

// One extension as it came.
struct Extension {
  ByteView oid;
  bool critical = false;
  ByteView value;          // content of extnValue: the DER of the extension's own type
  std::size_t offset = 0;  // of that value in the certificate
};

// 4.2.1.3. The bits of KeyUsage by their numbers.
enum class KeyUsageBit : std::uint8_t {
  kDigitalSignature = 0,
  kNonRepudiation = 1,
  kKeyEncipherment = 2,
  kDataEncipherment = 3,
  kKeyAgreement = 4,
  kKeyCertSign = 5,
  kCrlSign = 6,
  kEncipherOnly = 7,
  kDecipherOnly = 8,
};

struct KeyUsage {
  asn1::BitString bits;
  [[nodiscard]] bool Has(KeyUsageBit bit) const { return bits.Bit(static_cast<std::size_t>(bit)); }
};

// 4.2.1.9.
struct BasicConstraints {
  bool authority = false;
  std::optional<std::uint64_t> path_length;
};

// 4.2.1.1.
struct AuthorityKeyIdentifier {
  std::optional<ByteView> key_identifier;
  std::vector<GeneralName> issuer;
  std::optional<ByteView> serial;
};

// 4.2.1.4. Qualifiers are kept unread.
struct PolicyInformation {
  ByteView policy;
  ByteView qualifiers;
};

// 4.2.1.5.
struct PolicyMapping {
  ByteView issuer_policy;
  ByteView subject_policy;
};

// 4.2.1.11.
struct PolicyConstraints {
  std::optional<std::uint64_t> require_explicit_policy;
  std::optional<std::uint64_t> inhibit_policy_mapping;
};

// 4.2.1.10. minimum is 0 and maximum absent, as the profile demands; other values are malformed.
struct NameConstraints {
  std::vector<GeneralName> permitted;
  std::vector<GeneralName> excluded;
};

// 4.2.1.13 (and 5.2.5, where `only…` belong).
struct DistributionPoint {
  // fullName; empty if the point has another form of name or none.
  std::vector<GeneralName> full_name;
  // nameRelativeToCRLIssuer: the content of the SET, to be appended to the CRL issuer's name.
  std::optional<asn1::Element> relative_name;
  // ReasonFlags; nothing: all reasons.
  std::optional<asn1::BitString> reasons;
  std::vector<GeneralName> crl_issuer;
};

// 4.2.2.1.
struct AccessDescription {
  ByteView method;
  GeneralName location;
};

// All extensions of one certificate. Absent ones are nothing or empty.
struct Extensions {
  std::vector<Extension> all;
  std::optional<KeyUsage> key_usage;
  std::optional<std::vector<ByteView>> extended_key_usage;
  std::optional<BasicConstraints> basic_constraints;
  std::optional<ByteView> subject_key_identifier;
  std::optional<AuthorityKeyIdentifier> authority_key_identifier;
  std::vector<GeneralName> subject_alt_names;
  std::optional<NameConstraints> name_constraints;
  std::optional<std::vector<PolicyInformation>> policies;
  std::vector<PolicyMapping> policy_mappings;
  PolicyConstraints policy_constraints;
  std::optional<std::uint64_t> inhibit_any_policy;
  std::vector<DistributionPoint> crl_distribution_points;
  std::vector<DistributionPoint> freshest_crl;
  std::vector<AccessDescription> authority_information_access;
  // id-pkix-ocsp-nocheck.
  bool ocsp_no_check = false;
  // Critical ones that Signet does not process (4.2: the certificate must be refused), dotted.
  std::vector<std::string> unknown_critical;

  [[nodiscard]] const Extension* Find(const Oid& oid) const;
};

// ParseExtensions reads the content of the [3] of a TBSCertificate: a SEQUENCE OF Extension. Each
// may occur once. Reason: malformed.
[[nodiscard]] Result<Extensions> ParseExtensions(asn1::DerReader reader);

// ReadExtensionList reads a SEQUENCE OF Extension and its framing only (also for CRLs and OCSP).
[[nodiscard]] Result<std::vector<Extension>> ReadExtensionList(asn1::DerReader& reader);

// ReadKeyIdentifierOfAuthority reads an AuthorityKeyIdentifier, ReadDistributionPoints a
// CRLDistributionPoints: extensions that CRLs have, too.
[[nodiscard]] Result<AuthorityKeyIdentifier> ReadKeyIdentifierOfAuthority(asn1::DerReader reader);
[[nodiscard]] Result<std::vector<DistributionPoint>> ReadDistributionPoints(asn1::DerReader reader);

// ReadDistributionPointName reads the content of DistributionPointName's explicit tag into a point.
[[nodiscard]] Result<void> ReadDistributionPointName(asn1::DerReader reader,
                                                     DistributionPoint& point);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_EXTENSIONS_H_

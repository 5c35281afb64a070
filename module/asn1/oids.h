// Object identifiers of content types, attributes, extensions, names, purposes and access methods.
// Those of algorithms lie in nss/oids.h and are brought along: `asn1::oid::kSha256` works too.
#ifndef SIGNET_ASN1_OIDS_H_
#define SIGNET_ASN1_OIDS_H_

#include "base/oid.h"
#include "nss/oids.h"

namespace signet::asn1::oid {

using namespace nss::oid;  // NOLINT(google-build-using-namespace): one list of constants in two
                           // files

// CMS content types (RFC 5652, RFC 5083, RFC 3274, RFC 3161, RFC 2634).
inline constexpr Oid kData{"1.2.840.113549.1.7.1"};
inline constexpr Oid kSignedData{"1.2.840.113549.1.7.2"};
inline constexpr Oid kEnvelopedData{"1.2.840.113549.1.7.3"};
inline constexpr Oid kDigestedData{"1.2.840.113549.1.7.5"};
inline constexpr Oid kEncryptedData{"1.2.840.113549.1.7.6"};
inline constexpr Oid kAuthenticatedData{"1.2.840.113549.1.9.16.1.2"};
inline constexpr Oid kCompressedData{"1.2.840.113549.1.9.16.1.9"};
inline constexpr Oid kAuthEnvelopedData{"1.2.840.113549.1.9.16.1.23"};
inline constexpr Oid kTstInfo{"1.2.840.113549.1.9.16.1.4"};
inline constexpr Oid kReceipt{"1.2.840.113549.1.9.16.1.1"};
inline constexpr Oid kZlibCompress{"1.2.840.113549.1.9.16.3.8"};

// CMS attributes (RFC 5652, section 11; RFC 8551; RFC 5035; RFC 6211; RFC 2985).
inline constexpr Oid kContentType{"1.2.840.113549.1.9.3"};
inline constexpr Oid kMessageDigest{"1.2.840.113549.1.9.4"};
inline constexpr Oid kSigningTime{"1.2.840.113549.1.9.5"};
inline constexpr Oid kCountersignature{"1.2.840.113549.1.9.6"};
inline constexpr Oid kChallengePassword{"1.2.840.113549.1.9.7"};
inline constexpr Oid kExtensionRequest{"1.2.840.113549.1.9.14"};
inline constexpr Oid kSmimeCapabilities{"1.2.840.113549.1.9.15"};
inline constexpr Oid kReceiptRequest{"1.2.840.113549.1.9.16.2.1"};
inline constexpr Oid kEssSecurityLabel{"1.2.840.113549.1.9.16.2.2"};
inline constexpr Oid kMlExpansionHistory{"1.2.840.113549.1.9.16.2.3"};
inline constexpr Oid kContentHint{"1.2.840.113549.1.9.16.2.4"};
inline constexpr Oid kMsgSigDigest{"1.2.840.113549.1.9.16.2.5"};
inline constexpr Oid kContentIdentifier{"1.2.840.113549.1.9.16.2.7"};
inline constexpr Oid kEncryptionKeyPreference{"1.2.840.113549.1.9.16.2.11"};
inline constexpr Oid kSigningCertificate{"1.2.840.113549.1.9.16.2.12"};
inline constexpr Oid kTimeStampToken{"1.2.840.113549.1.9.16.2.14"};
inline constexpr Oid kSigningCertificateV2{"1.2.840.113549.1.9.16.2.47"};
inline constexpr Oid kCmsAlgorithmProtection{"1.2.840.113549.1.9.52"};
inline constexpr Oid kMicrosoftEncryptionKeyPreference{"1.3.6.1.4.1.311.16.4"};

// CMS recipients and revocation information of other kinds (RFC 5940, RFC 9629).
inline constexpr Oid kRevocationInfoOcsp{"1.3.6.1.5.5.7.16.2"};
inline constexpr Oid kRecipientInfoKem{"1.2.840.113549.1.9.16.13.3"};

// Attribute types of names (RFC 5280, appendix A; RFC 4519; RFC 2985).
inline constexpr Oid kCommonName{"2.5.4.3"};
inline constexpr Oid kSurname{"2.5.4.4"};
inline constexpr Oid kSerialNumber{"2.5.4.5"};
inline constexpr Oid kCountry{"2.5.4.6"};
inline constexpr Oid kLocality{"2.5.4.7"};
inline constexpr Oid kStateOrProvince{"2.5.4.8"};
inline constexpr Oid kStreet{"2.5.4.9"};
inline constexpr Oid kOrganization{"2.5.4.10"};
inline constexpr Oid kOrganizationalUnit{"2.5.4.11"};
inline constexpr Oid kTitle{"2.5.4.12"};
inline constexpr Oid kPostalCode{"2.5.4.17"};
inline constexpr Oid kGivenName{"2.5.4.42"};
inline constexpr Oid kInitials{"2.5.4.43"};
inline constexpr Oid kGenerationQualifier{"2.5.4.44"};
inline constexpr Oid kDnQualifier{"2.5.4.46"};
inline constexpr Oid kPseudonym{"2.5.4.65"};
inline constexpr Oid kOrganizationIdentifier{"2.5.4.97"};
inline constexpr Oid kUserId{"0.9.2342.19200300.100.1.1"};
inline constexpr Oid kDomainComponent{"0.9.2342.19200300.100.1.25"};
inline constexpr Oid kEmailAddress{"1.2.840.113549.1.9.1"};

// Certificate extensions (RFC 5280, 4.2; RFC 6960, 4.2.2.2.1).
inline constexpr Oid kSubjectDirectoryAttributes{"2.5.29.9"};
inline constexpr Oid kSubjectKeyIdentifier{"2.5.29.14"};
inline constexpr Oid kKeyUsage{"2.5.29.15"};
inline constexpr Oid kPrivateKeyUsagePeriod{"2.5.29.16"};
inline constexpr Oid kSubjectAltName{"2.5.29.17"};
inline constexpr Oid kIssuerAltName{"2.5.29.18"};
inline constexpr Oid kBasicConstraints{"2.5.29.19"};
inline constexpr Oid kNameConstraints{"2.5.29.30"};
inline constexpr Oid kCrlDistributionPoints{"2.5.29.31"};
inline constexpr Oid kCertificatePolicies{"2.5.29.32"};
inline constexpr Oid kAnyPolicy{"2.5.29.32.0"};
inline constexpr Oid kPolicyMappings{"2.5.29.33"};
inline constexpr Oid kAuthorityKeyIdentifier{"2.5.29.35"};
inline constexpr Oid kPolicyConstraints{"2.5.29.36"};
inline constexpr Oid kExtendedKeyUsage{"2.5.29.37"};
inline constexpr Oid kFreshestCrl{"2.5.29.46"};
inline constexpr Oid kInhibitAnyPolicy{"2.5.29.54"};
inline constexpr Oid kAuthorityInformationAccess{"1.3.6.1.5.5.7.1.1"};
inline constexpr Oid kQcStatements{"1.3.6.1.5.5.7.1.3"};
inline constexpr Oid kSubjectInformationAccess{"1.3.6.1.5.5.7.1.11"};
inline constexpr Oid kNetscapeCertType{"2.16.840.1.113730.1.1"};

// CRL and CRL entry extensions (RFC 5280, 5.2 and 5.3).
inline constexpr Oid kCrlNumber{"2.5.29.20"};
inline constexpr Oid kReasonCode{"2.5.29.21"};
inline constexpr Oid kHoldInstruction{"2.5.29.23"};
inline constexpr Oid kInvalidityDate{"2.5.29.24"};
inline constexpr Oid kDeltaCrlIndicator{"2.5.29.27"};
inline constexpr Oid kIssuingDistributionPoint{"2.5.29.28"};
inline constexpr Oid kCertificateIssuer{"2.5.29.29"};

// Extended key usages (RFC 5280, 4.2.1.12).
inline constexpr Oid kAnyExtendedKeyUsage{"2.5.29.37.0"};
inline constexpr Oid kServerAuth{"1.3.6.1.5.5.7.3.1"};
inline constexpr Oid kClientAuth{"1.3.6.1.5.5.7.3.2"};
inline constexpr Oid kCodeSigning{"1.3.6.1.5.5.7.3.3"};
inline constexpr Oid kEmailProtection{"1.3.6.1.5.5.7.3.4"};
inline constexpr Oid kTimeStamping{"1.3.6.1.5.5.7.3.8"};
inline constexpr Oid kOcspSigning{"1.3.6.1.5.5.7.3.9"};

// Access methods (RFC 5280, 4.2.2), other names (RFC 9598) and OCSP (RFC 6960, RFC 9654).
inline constexpr Oid kAccessOcsp{"1.3.6.1.5.5.7.48.1"};
inline constexpr Oid kAccessCaIssuers{"1.3.6.1.5.5.7.48.2"};
inline constexpr Oid kOnSmtpUtf8Mailbox{"1.3.6.1.5.5.7.8.9"};
inline constexpr Oid kOnUserPrincipalName{"1.3.6.1.4.1.311.20.2.3"};
inline constexpr Oid kOcspBasic{"1.3.6.1.5.5.7.48.1.1"};
inline constexpr Oid kOcspNonce{"1.3.6.1.5.5.7.48.1.2"};
inline constexpr Oid kOcspTransparency{"1.3.6.1.4.1.11129.2.4.5"};
inline constexpr Oid kOcspNoCheck{"1.3.6.1.5.5.7.48.1.5"};

}  // namespace signet::asn1::oid

#endif  // SIGNET_ASN1_OIDS_H_

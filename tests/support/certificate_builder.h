// Certificates for tests, with every field settable and one thing wrong at a time.
//
//   const CertificateAuthority ca("Test CA");
//   const Certificate alice = ca.Issue(PersonCertificate("alice@example.com"));
//   const Bytes broken =
//   CertificateBuilder(alice_builder).Damage(Damage::kSignatureBit).Build(...);
//
// Default times: valid from 2026-01-01 to 2036-01-01; verify at kTestTime. Nothing here reads a
// clock.
#ifndef SIGNET_TESTS_SUPPORT_CERTIFICATE_BUILDER_H_
#define SIGNET_TESTS_SUPPORT_CERTIFICATE_BUILDER_H_

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/oid.h"
#include "base/time.h"
#include "support/keys.h"

namespace signet::testing {

// 2026-06-01T12:00:00Z, the time at which tests verify.
inline constexpr Time kTestTime{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1} +
                                std::chrono::hours{12}};
inline constexpr Time kDefaultNotBefore{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
inline constexpr Time kDefaultNotAfter{std::chrono::sys_days{std::chrono::year{2036} / 1 / 1}};

// One attribute of a name.
struct NameAttribute {
  Oid type;
  std::string value;
  // Tag of the value's string type; UTF8String by default.
  std::uint8_t tag = 0x0c;
};

// Name is a distinguished name (DER), one attribute a relative name.
[[nodiscard]] Bytes Name(const std::vector<NameAttribute>& attributes);
// CommonName is a name with that only.
[[nodiscard]] Bytes CommonName(std::string_view common_name);

// KeyUsage bits (RFC 5280, 4.2.1.3), bit 0 the highest, as DerWriter::NamedBits takes them.
enum KeyUsageBits : std::uint16_t {
  kDigitalSignature = 0x8000,
  kNonRepudiation = 0x4000,
  kKeyEncipherment = 0x2000,
  kDataEncipherment = 0x1000,
  kKeyAgreement = 0x0800,
  kKeyCertSign = 0x0400,
  kCrlSign = 0x0200,
  kEncipherOnly = 0x0100,
  kDecipherOnly = 0x0080,
};

// GeneralName values (DER), for alternative names and constraints.
[[nodiscard]] Bytes Rfc822Name(std::string_view address);
[[nodiscard]] Bytes DnsName(std::string_view name);
[[nodiscard]] Bytes UriName(std::string_view uri);
[[nodiscard]] Bytes DirectoryName(ByteView name);
[[nodiscard]] Bytes SmtpUtf8Mailbox(std::string_view address);

// What goes wrong in a certificate, one thing at a time.
enum class CertificateDamage {
  kNone,
  kSignatureBit,          // one bit of the signature value
  kSignatureEmpty,        // no signature octets
  kChangedAfterSigning,   // a bit of the serial number, after signing
  kAlgorithmsDiffer,      // the outer algorithm is not the signed one
  kTrailingOctets,        // something after the certificate
  kTruncated,             // the last octet is missing
  kNegativeSerial,        //
  kZeroSerial,            //
  kEmptyValidity,         // notAfter before notBefore
  kRepeatedExtension,     // the first extension twice
  kUnknownCritical,       // a critical extension that nobody knows
  kExtensionsInVersion1,  // extensions, but no version
  kEmptyExtensions,       // an extensions field with none
  kMalformedExtension,    // the first extension's value is cut
  kMalformedKey,          // the SubjectPublicKeyInfo's key is cut
  kNonMinimalLength,      // BER length of the outermost SEQUENCE
};

// CertificateBuilder collects fields; Build signs them. Copyable: keep a good one and damage
// copies.
class CertificateBuilder {
 public:
  CertificateBuilder();

  // 1, 2 or 3.
  CertificateBuilder& Version(int version);
  // Magnitude of a positive number, big-endian; by default one that no other builder of the process
  // has.
  CertificateBuilder& Serial(ByteView magnitude);
  CertificateBuilder& Serial(std::uint64_t number);
  CertificateBuilder& Issuer(ByteView name);
  CertificateBuilder& Subject(ByteView name);
  CertificateBuilder& NotBefore(Time time);
  CertificateBuilder& NotAfter(Time time);
  CertificateBuilder& Key(const KeyPair& key);
  // Another SubjectPublicKeyInfo (DER) than the key's.
  CertificateBuilder& SubjectPublicKeyInfo(ByteView der);

  // Extensions; setting one again replaces it where it stands.
  CertificateBuilder& Extension(const Oid& oid, bool critical, ByteView value_der);
  CertificateBuilder& Without(const Oid& oid);
  CertificateBuilder& BasicConstraints(bool authority, std::optional<unsigned> path_length = {});
  CertificateBuilder& KeyUsage(unsigned bits, bool critical = true);
  CertificateBuilder& ExtendedKeyUsage(const std::vector<Oid>& purposes, bool critical = false);
  // GeneralName values.
  CertificateBuilder& SubjectAltName(const std::vector<Bytes>& names, bool critical = false);
  // GeneralName values; those that are wanted without a bound are the subtrees' bases.
  CertificateBuilder& NameConstraints(const std::vector<Bytes>& permitted,
                                      const std::vector<Bytes>& excluded, bool critical = true);
  CertificateBuilder& CertificatePolicies(const std::vector<Oid>& policies, bool critical = false);
  CertificateBuilder& SubjectKeyIdentifier(ByteView identifier);
  CertificateBuilder& AuthorityKeyIdentifier(ByteView identifier);
  CertificateBuilder& CrlDistributionPoint(std::string_view uri);
  CertificateBuilder& AuthorityInformationAccess(const Oid& method, std::string_view uri);

  CertificateBuilder& Damage(CertificateDamage damage);

  // The key set by Key, or null.
  [[nodiscard]] const KeyPair* key() const { return key_; }
  [[nodiscard]] const Bytes& subject() const { return subject_; }
  // Empty until Issuer.
  [[nodiscard]] const Bytes& issuer() const { return issuer_; }
  // Content octets of the INTEGER.
  [[nodiscard]] const Bytes& serial() const { return serial_; }
  [[nodiscard]] bool Has(const Oid& extension) const;

  // TbsCertificate is what is signed.
  [[nodiscard]] Bytes TbsCertificate(Scheme scheme) const;
  // Build signs with the issuer's key and gives the certificate in DER (or what the damage left of
  // it).
  [[nodiscard]] Bytes Build(const KeyPair& issuer_key, Scheme scheme = Scheme::kDefault) const;

 private:
  struct ExtensionField {
    Bytes oid;
    bool critical = false;
    Bytes value;
  };

  int version_ = 3;
  Bytes serial_;
  Bytes issuer_;
  Bytes subject_;
  Time not_before_ = kDefaultNotBefore;
  Time not_after_ = kDefaultNotAfter;
  const KeyPair* key_ = nullptr;
  Bytes subject_public_key_info_;
  std::vector<ExtensionField> extensions_;
  CertificateDamage damage_ = CertificateDamage::kNone;
};

// Certificate is an issued certificate with its key.
struct Certificate {
  Bytes der;
  Bytes issuer;  // DER
  Bytes subject;
  Bytes serial;  // content octets of the INTEGER
  const KeyPair* key = nullptr;

  [[nodiscard]] std::string Sha256Hex() const;
};

// PersonCertificate prepares an end entity for e-mail: subject CN=<local part>, the address as
// alternative name, key usage that fits the key, extended key usage e-mail protection. P-256 key
// `number`; distinct people want distinct numbers.
[[nodiscard]] CertificateBuilder PersonCertificate(std::string_view address,
                                                   KeyKind kind = KeyKind::kP256, int number = 1);

// CertificateAuthority is a self-signed root or, from Subordinate, an intermediate.
class CertificateAuthority {
 public:
  // A root CN=<name>. Its key is P-256 number `key_number`; distinct authorities want distinct
  // numbers.
  explicit CertificateAuthority(std::string_view name, KeyKind kind = KeyKind::kP256,
                                int key_number = 1000);
  // A root as the builder says (issuer is set to the subject).
  explicit CertificateAuthority(const CertificateBuilder& builder);

  // Prepared is the builder of an authority: basic constraints, key usage, key identifier.
  [[nodiscard]] static CertificateBuilder Prepared(std::string_view name,
                                                   KeyKind kind = KeyKind::kP256,
                                                   int key_number = 1000);

  // Issue sets issuer and authority key identifier (unless the builder's are set) and signs.
  [[nodiscard]] Certificate Issue(CertificateBuilder builder,
                                  Scheme scheme = Scheme::kDefault) const;
  [[nodiscard]] CertificateAuthority Subordinate(std::string_view name, int key_number) const;
  [[nodiscard]] CertificateAuthority Subordinate(const CertificateBuilder& builder) const;

  [[nodiscard]] const Certificate& certificate() const { return certificate_; }
  [[nodiscard]] const Bytes& der() const { return certificate_.der; }
  [[nodiscard]] const Bytes& name() const { return certificate_.subject; }
  [[nodiscard]] const KeyPair& key() const { return *certificate_.key; }

 private:
  explicit CertificateAuthority(Certificate certificate) : certificate_(std::move(certificate)) {}

  Certificate certificate_;
};

// Pem wraps DER: Pem("CERTIFICATE", der).
[[nodiscard]] std::string Pem(std::string_view label, ByteView der);

}  // namespace signet::testing

#endif  // SIGNET_TESTS_SUPPORT_CERTIFICATE_BUILDER_H_

// Certificate: an X.509 certificate (RFC 5280, section 4), read once and strictly.
//
// Parsing checks the form: DER, every field and every extension that Signet knows. It judges
// nothing; whether the certificate may be trusted, and for what, is decided by pkix/path.h.
#ifndef SIGNET_PKIX_CERTIFICATE_H_
#define SIGNET_PKIX_CERTIFICATE_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"
#include "nss/public_key.h"
#include "nss/signature.h"
#include "pkix/extensions.h"
#include "pkix/name.h"

namespace signet::pkix {

class Certificate;
// How certificates are passed around: shared, immutable, from any thread.
using CertificatePtr = std::shared_ptr<const Certificate>;

// DisplayText is what people call the holder of a name: its common name, or else an address, or
// else the whole name; escaped for display.
[[nodiscard]] std::string DisplayText(const Name& name);

class Certificate {
 public:
  // Parses a complete DER certificate; the octets are copied. NSS must run (for the fingerprint).
  // Reasons: malformed (where: "byte N"), limit-exceeded (`limit`).
  [[nodiscard]] static Result<CertificatePtr> Parse(ByteView der);

  // Use Parse. The certificate does not move: its members view into its octets.
  Certificate(const Certificate&) = delete;
  Certificate& operator=(const Certificate&) = delete;
  Certificate(Certificate&&) = delete;
  Certificate& operator=(Certificate&&) = delete;
  ~Certificate() = default;

  // The octets as they came, and parts of them, alive as long as the certificate.
  [[nodiscard]] ByteView der() const { return der_; }
  [[nodiscard]] ByteView tbs() const { return tbs_; }  // what is signed
  [[nodiscard]] ByteView signature_algorithm() const { return signature_algorithm_; }
  [[nodiscard]] ByteView signature() const { return signature_; }  // octets of the BIT STRING
  [[nodiscard]] ByteView spki() const { return spki_; }            // SubjectPublicKeyInfo

  // SHA-256 of der(), lower-case hexadecimal: how reasons and people point at a certificate.
  [[nodiscard]] const std::string& sha256() const { return sha256_; }

  // 1, 2 or 3.
  [[nodiscard]] int version() const { return version_; }
  // Content octets of the INTEGER serialNumber, as they came; may be negative.
  [[nodiscard]] ByteView serial() const { return serial_; }
  [[nodiscard]] std::string SerialHex() const { return ToHex(serial_); }
  [[nodiscard]] const Name& subject() const { return subject_; }
  [[nodiscard]] const Name& issuer() const { return issuer_; }
  [[nodiscard]] Time not_before() const { return not_before_; }
  [[nodiscard]] Time not_after() const { return not_after_; }
  // The key, or what is wrong with it: a certificate with an absurd key can still be shown.
  [[nodiscard]] const Result<nss::PublicKey>& public_key() const { return public_key_; }
  // The algorithm of its signature, or why it cannot be used.
  [[nodiscard]] const Result<nss::SignatureAlgorithm>& signature_scheme() const {
    return signature_scheme_;
  }
  [[nodiscard]] const Extensions& extensions() const { return extensions_; }

  // Subject and issuer are the same name (RFC 5280, 3.2: self-issued). Says nothing of signatures.
  [[nodiscard]] bool IsSelfIssued() const { return subject_ == issuer_; }
  // basicConstraints says that it is an authority.
  [[nodiscard]] bool IsAuthority() const;

  // The last common name of the subject, UTF-8, escaped for display.
  [[nodiscard]] std::optional<std::string> CommonName() const;
  // Common name, or else the first address, or else the whole subject, or else the serial number:
  // what reasons call `subject`.
  [[nodiscard]] std::string DisplayName() const;
  // The same of the issuer's name: what reasons call `issuer`.
  [[nodiscard]] std::string IssuerDisplayName() const;

  // Every e-mail address it vouches for, UTF-8, in this order, each once: rfc822Name and
  // SmtpUTF8Mailbox (RFC 9598) of subjectAltName, emailAddress of the subject (RFC 8550, section
  // 3). Compare with pkix/address.h only.
  [[nodiscard]] const std::vector<std::string>& addresses() const { return addresses_; }

  // Reasons about this certificate: `subject`, `issuer` and its fingerprint filled in.
  [[nodiscard]] Reason About(ReasonCode code) const;

  friend bool operator==(const Certificate& a, const Certificate& b) { return a.der_ == b.der_; }

 private:
  explicit Certificate(ByteView der) : der_(ToBytes(der)) {}
  [[nodiscard]] Result<void> Read();
  [[nodiscard]] Result<void> ReadTbs(asn1::DerReader tbs);
  void CollectAddresses();

  Bytes der_;
  ByteView tbs_;
  ByteView signature_algorithm_;
  ByteView signature_;
  ByteView spki_;
  std::string sha256_;
  int version_ = 1;
  ByteView serial_;
  Name issuer_;
  Name subject_;
  Time not_before_;
  Time not_after_;
  Result<nss::PublicKey> public_key_ = std::unexpected(Reason{});
  Result<nss::SignatureAlgorithm> signature_scheme_ = std::unexpected(Reason{});
  Extensions extensions_;
  std::vector<std::string> addresses_;
};

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_CERTIFICATE_H_

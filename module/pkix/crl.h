// Crl: a certificate revocation list (RFC 5280, section 5): complete, delta, indirect, partitioned.
//
// Parsing checks the form; whether a CRL may be believed, and about whom, is decided in
// pkix/crl_check.h.
#ifndef SIGNET_PKIX_CRL_H_
#define SIGNET_PKIX_CRL_H_

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"
#include "nss/public_key.h"
#include "nss/signature.h"
#include "pkix/crl_entries.h"
#include "pkix/extensions.h"
#include "pkix/name.h"

namespace signet::pkix {

// 5.2.5.
struct IssuingDistributionPoint {
  DistributionPoint point;  // names and reasons
  bool only_user_certificates = false;
  bool only_authority_certificates = false;
  bool only_attribute_certificates = false;
  bool indirect = false;
};

class Crl;
using CrlPtr = std::shared_ptr<const Crl>;

class Crl {
 public:
  // Parses a complete DER CertificateList. `owner` keeps the octets (a mapped file, a buffer) and
  // is held as long as the CRL. Reasons: malformed (where: "byte N"), limit-exceeded (`limit`).
  [[nodiscard]] static Result<CrlPtr> Parse(ByteView der, std::shared_ptr<const void> owner);
  // The same with octets of its own.
  [[nodiscard]] static Result<CrlPtr> Parse(Bytes der);

  // Use Parse.
  Crl(const Crl&) = delete;
  Crl& operator=(const Crl&) = delete;
  Crl(Crl&&) = delete;
  Crl& operator=(Crl&&) = delete;
  ~Crl() = default;

  [[nodiscard]] ByteView der() const { return der_; }
  [[nodiscard]] const Name& issuer() const { return issuer_; }
  [[nodiscard]] Time this_update() const { return this_update_; }
  [[nodiscard]] const std::optional<Time>& next_update() const { return next_update_; }
  [[nodiscard]] const CrlEntries& entries() const { return entries_; }
  [[nodiscard]] const std::optional<AuthorityKeyIdentifier>& authority_key_identifier() const {
    return authority_key_identifier_;
  }
  // Content octets of the INTEGERs (5.2.3, 5.2.4), not negative.
  [[nodiscard]] const std::optional<ByteView>& number() const { return number_; }
  [[nodiscard]] const std::optional<ByteView>& base_number() const { return base_number_; }
  [[nodiscard]] bool is_delta() const { return base_number_.has_value(); }
  [[nodiscard]] const std::optional<IssuingDistributionPoint>& issuing_point() const {
    return issuing_point_;
  }
  // The extension's value as it came, for comparison; empty: absent.
  [[nodiscard]] ByteView issuing_point_der() const { return issuing_point_der_; }
  [[nodiscard]] const std::vector<DistributionPoint>& freshest_crl() const { return freshest_crl_; }
  // A critical extension of the CRL or of an entry that Signet does not process, dotted: it must
  // not be used (5.2, 5.3). Empty: none.
  [[nodiscard]] const std::string& unknown_critical() const;
  // The algorithm of its signature, or why it cannot be used.
  [[nodiscard]] const Result<nss::SignatureAlgorithm>& signature_scheme() const {
    return signature_scheme_;
  }

  // Whether this key signed it. The outcome is remembered inside, by key: a CRL of many megabytes
  // is digested once. Thread-safe. Reasons: as nss::VerifyData.
  [[nodiscard]] Result<void> VerifySignature(const nss::PublicKey& key) const;

 private:
  Crl(ByteView der, std::shared_ptr<const void> owner) : owner_(std::move(owner)), der_(der) {}
  [[nodiscard]] Result<void> Read();
  [[nodiscard]] Result<void> ReadTbs(asn1::DerReader tbs);
  [[nodiscard]] Result<void> ReadExtensions(asn1::DerReader reader);
  [[nodiscard]] Result<void> ReadExtension(const Extension& extension);

  std::shared_ptr<const void> owner_;
  ByteView der_;
  ByteView tbs_;
  ByteView algorithm_;
  ByteView signature_;
  Result<nss::SignatureAlgorithm> signature_scheme_ = std::unexpected(Reason{});
  Name issuer_;
  Time this_update_;
  std::optional<Time> next_update_;
  CrlEntries entries_;
  std::optional<AuthorityKeyIdentifier> authority_key_identifier_;
  std::optional<ByteView> number_;
  std::optional<ByteView> base_number_;
  std::optional<IssuingDistributionPoint> issuing_point_;
  ByteView issuing_point_der_;
  std::vector<DistributionPoint> freshest_crl_;
  std::string unknown_critical_;
  mutable std::mutex mutex_;
  mutable std::map<Bytes, Result<void>> outcomes_;  // by SubjectPublicKeyInfo
};

// CompareNumbers orders two CRL numbers by their content octets.
[[nodiscard]] std::strong_ordering CompareNumbers(ByteView a, ByteView b);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_CRL_H_

// OcspResponse: an answer of an OCSP responder (RFC 6960, 4.2), read once and strictly.
//
// Parsing checks the form; whether the answer may be believed is decided in pkix/ocsp_check.h.
#ifndef SIGNET_PKIX_OCSP_RESPONSE_H_
#define SIGNET_PKIX_OCSP_RESPONSE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "asn1/der_reader.h"
#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"
#include "nss/digest.h"
#include "nss/signature.h"
#include "pkix/certificate.h"
#include "pkix/crl_entries.h"

namespace signet::pkix {

// OCSPResponseStatus (4.2.1).
enum class OcspResponseStatus : std::uint8_t {
  kSuccessful = 0,
  kMalformedRequest = 1,
  kInternalError = 2,
  kTryLater = 3,
  kSignatureRequired = 5,
  kUnauthorized = 6,
};

// CertID (4.1.1): which certificate is meant. Views into the response.
struct OcspCertificateId {
  // Nothing: a digest that Signet does not have; such statements match nothing.
  std::optional<nss::DigestAlgorithm> digest;
  ByteView issuer_name_hash;
  ByteView issuer_key_hash;
  ByteView serial;  // content octets of the INTEGER
};

enum class OcspCertificateStatus : std::uint8_t { kGood, kRevoked, kUnknown };

// SingleResponse (4.2.1).
struct OcspStatement {
  OcspCertificateId id;
  OcspCertificateStatus status = OcspCertificateStatus::kUnknown;
  Time revoked_at;                             // revoked only
  CrlReason reason = CrlReason::kUnspecified;  // revoked only
  Time this_update;
  std::optional<Time> next_update;
  bool has_unknown_critical = false;
};

class OcspResponse;
using OcspResponsePtr = std::shared_ptr<const OcspResponse>;

class OcspResponse {
 public:
  // Parses a complete DER OCSPResponse; the octets are copied. NSS must run. Reasons: malformed
  // (where: "byte N"), limit-exceeded (`limit`).
  [[nodiscard]] static Result<OcspResponsePtr> Parse(ByteView der);

  // Use Parse.
  OcspResponse(const OcspResponse&) = delete;
  OcspResponse& operator=(const OcspResponse&) = delete;
  OcspResponse(OcspResponse&&) = delete;
  OcspResponse& operator=(OcspResponse&&) = delete;
  ~OcspResponse() = default;

  [[nodiscard]] ByteView der() const { return der_; }
  [[nodiscard]] OcspResponseStatus status() const { return status_; }

  // All others are of successful responses only.
  // ResponderID: one of the two.
  [[nodiscard]] const std::optional<Name>& responder_name() const { return responder_name_; }
  [[nodiscard]] const std::optional<ByteView>& responder_key_hash() const {
    return responder_key_hash_;
  }
  [[nodiscard]] Time produced_at() const { return produced_at_; }
  [[nodiscard]] const std::vector<OcspStatement>& statements() const { return statements_; }
  // Certificates that came along, those that could be read.
  [[nodiscard]] const std::vector<CertificatePtr>& certificates() const { return certificates_; }
  // Content of the nonce extension's OCTET STRING (RFC 9654); nothing: absent.
  [[nodiscard]] const std::optional<ByteView>& nonce() const { return nonce_; }
  [[nodiscard]] bool has_unknown_critical() const { return has_unknown_critical_; }
  // What is signed, and how.
  [[nodiscard]] ByteView tbs() const { return tbs_; }
  [[nodiscard]] ByteView signature() const { return signature_; }
  [[nodiscard]] const Result<nss::SignatureAlgorithm>& signature_scheme() const {
    return signature_scheme_;
  }

 private:
  explicit OcspResponse(ByteView der) : der_(ToBytes(der)) {}
  [[nodiscard]] Result<void> Read();
  [[nodiscard]] Result<void> ReadBasic(asn1::DerReader basic);
  [[nodiscard]] Result<void> ReadData(asn1::DerReader data);
  [[nodiscard]] Result<void> ReadResponder(asn1::DerReader& data);
  [[nodiscard]] Result<void> ReadCertificates(asn1::DerReader list);
  [[nodiscard]] Result<void> ReadResponseExtensions(asn1::DerReader reader);

  Bytes der_;
  OcspResponseStatus status_ = OcspResponseStatus::kInternalError;
  std::optional<Name> responder_name_;
  std::optional<ByteView> responder_key_hash_;
  Time produced_at_;
  std::vector<OcspStatement> statements_;
  std::vector<CertificatePtr> certificates_;
  std::optional<ByteView> nonce_;
  bool has_unknown_critical_ = false;
  ByteView tbs_;
  ByteView signature_;
  Result<nss::SignatureAlgorithm> signature_scheme_ = std::unexpected(Reason{});
};

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_OCSP_RESPONSE_H_

// Revocation: what is known of a certificate having been revoked, from CRLs and OCSP responses that
// the caller supplies (RFC 5280, 6.3; RFC 6960). Nothing is fetched here; what could be fetched is
// said as values of pkix/fetch.h.
#ifndef SIGNET_PKIX_REVOCATION_H_
#define SIGNET_PKIX_REVOCATION_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "pkix/crl.h"
#include "pkix/ocsp_response.h"

namespace signet::pkix {

// An OCSP response at hand.
struct SuppliedOcspResponse {
  OcspResponsePtr response;
  // Fingerprint of the certificate that it was fetched for; empty: not known, it may be about any.
  std::string certificate;
  // The nonce that was sent with the question (RFC 9654); empty: none.
  Bytes nonce;
};

// Revocation data at hand: out of the message (RFC 5940), the cache, files, fetched. Unchecked;
// nothing is believed of it that was not verified. Immutable while a question runs.
struct RevocationData {
  std::vector<CrlPtr> crls;
  std::vector<SuppliedOcspResponse> ocsp_responses;
};

struct RevocationSettings {
  enum class Mode : std::uint8_t {
    kOff,      // not asked
    kCheck,    // what is at hand is used; what stays unknown is a warning
    kRequire,  // what stays unknown makes a path bad
  };
  Mode mode = Mode::kOff;
  bool use_ocsp = true;
  bool use_crls = true;
  // The clock. Answers are judged for freshness by it; nothing: the request's time. (For something
  // signed earlier the request's time is in the past, while answers are of today.)
  std::optional<Time> now;
  // How far clocks may differ.
  std::chrono::seconds clock_skew{300};
  // How old an answer may be that does not say when the next one comes (RFC 6960, 4.2.2.1).
  std::chrono::seconds longest_age{std::chrono::days{7}};
  // Responders that the person has chosen and trusts for answers about any certificate (RFC
  // 6960, 4.2.2.2, item 1).
  std::vector<CertificatePtr> trusted_responders;
  const RevocationData* data = nullptr;  // not owned; may be null
  // Fingerprints of CRL issuers whose own status is being found. Their word is taken meanwhile,
  // since it may be themselves who say it. For the use of pkix/crl_check.cc.
  std::vector<std::string> assumed;
};

enum class RevocationState : std::uint8_t {
  kNotChecked,  // not asked
  kGood,
  kRevoked,
  kUnknown,  // asked, and no acceptable answer
};

enum class RevocationEvidence : std::uint8_t { kNone, kCrl, kOcsp };

// What was found about one certificate.
struct RevocationStatus {
  RevocationState state = RevocationState::kNotChecked;
  RevocationEvidence evidence = RevocationEvidence::kNone;
  std::string certificate;  // fingerprint
  // Revoked only.
  std::optional<Time> revoked_at;
  CrlReason reason = CrlReason::kUnspecified;
  // Of the answer that decided.
  std::optional<Time> this_update;
  std::optional<Time> next_update;
  // The answers that decided: one response, or the CRLs, a delta included. Empty: none did.
  OcspResponsePtr ocsp_response;
  std::vector<CrlPtr> crls;
  // Why answers that were at hand could not be used: revocation-answer-… .
  std::vector<Reason> problems;
};

// Whether a revocation at `revoked_at` counts for something of the time `at`. What was revoked
// later was good then, unless the reason is that somebody else may have had the key (5.3.1): then
// the date is only when it was noticed.
[[nodiscard]] bool CountsAsRevoked(Time revoked_at, CrlReason reason, Time at);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_REVOCATION_H_

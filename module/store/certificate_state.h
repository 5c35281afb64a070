// Whether a certificate can be used now, for one purpose, and if not, why not.
#ifndef SIGNET_STORE_CERTIFICATE_STATE_H_
#define SIGNET_STORE_CERTIFICATE_STATE_H_

#include <functional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "pkix/evidence.h"
#include "pkix/fetch.h"
#include "pkix/path.h"

namespace signet::store {

// What certificates are judged with. Pointers are not owned and outlive the call.
//
// With `evidence`, revocation is asked as `revocation` says, whose data are the evidence's.
struct JudgeContext {
  // Where issuers are looked for, best source first.
  std::vector<const pkix::CertificateSource*> authorities;
  // Never null.
  const pkix::TrustSource* trust = nullptr;
  // Remembers signature checks over many questions; may be null.
  pkix::SignatureCache* cache = nullptr;
  // The time to judge at.
  Time at;
  pkix::RevocationSettings revocation;
  pkix::PathOptions options;
  // What is at hand of revocation and further issuers; may be null.
  const pkix::Evidence* evidence = nullptr;
  // With evidence: what could be fetched to know more is proposed within these settings.
  pkix::FetchSettings fetches;
  // Is told of each judgement with evidence; may be empty.
  std::function<void(const pkix::PathResult&)> judged;
};

// Value type.
struct CertificateState {
  // Why it cannot be used, the most useful reason first; empty: it can.
  std::vector<Reason> reasons;
  // What does not forbid its use but is worth saying.
  std::vector<Reason> warnings;
  // The certificate first; its trusted authority, or the last issuer that was found, last.
  std::vector<pkix::CertificatePtr> chain;
  // With evidence: what could be fetched to know more.
  std::vector<pkix::Fetch> fetches = {};

  [[nodiscard]] bool usable() const { return reasons.empty(); }
};

// StateOf judges a certificate for a purpose by pkix::ValidatePath, whose reasons it gives. NSS
// must run; thread-safe if the sources are.
[[nodiscard]] CertificateState StateOf(const pkix::CertificatePtr& certificate,
                                       pkix::Purpose purpose, const JudgeContext& context);

// CheckAddress says why a certificate is none for an address (pkix/address.h); nothing: it is one.
// Reasons: certificate-for-other-address, certificate-without-address.
[[nodiscard]] std::vector<Reason> CheckAddress(const pkix::Certificate& certificate,
                                               std::string_view address);

}  // namespace signet::store

#endif  // SIGNET_STORE_CERTIFICATE_STATE_H_

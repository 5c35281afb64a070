// Which certificate a message is encrypted with for each of its recipients.
//
// Every certificate that names a recipient's address is judged and ranked; a bad one never hides a
// good one, and each that was not chosen says why.
#ifndef SIGNET_STORE_RECIPIENT_CERTIFICATES_H_
#define SIGNET_STORE_RECIPIENT_CERTIFICATES_H_

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/certificate_state.h"

namespace signet::store {

// AddressLookup gives every certificate that a source has for an address, in any order; the same
// one may come twice. store::ProfileCertificates::FindByAddress is one; answers of a directory are
// another.
using AddressLookup = std::function<std::vector<pkix::CertificatePtr>(std::string_view address)>;

// One certificate that names the recipient's address.
struct RecipientCandidate {
  pkix::CertificatePtr certificate;
  // For encryption.
  CertificateState state;
  // The person trusts this very certificate (pkix::Trust::Level::kPeer).
  bool pinned = false;
  // Why another one was chosen: what makes it unusable, or newer-certificate-preferred. Empty for
  // the chosen one.
  std::vector<Reason> not_chosen;
};

// What was found for one address.
struct RecipientCertificates {
  // As it was asked for.
  std::string address;
  // Best first: usable ones before others, then those that the person trusts by themselves, then
  // end certificates before authorities, then the newest (latest notBefore, then latest notAfter).
  // Unusable ones follow in the same order.
  std::vector<RecipientCandidate> candidates;
  // Why there is none to encrypt with, the most useful first; empty: there is.
  // recipient-certificate-missing without candidates, else the reasons of the best one.
  // limit-exceeded (kAddressCandidates) comes last if some were not looked at.
  std::vector<Reason> reasons;

  // Prefer makes a usable candidate the chosen one, because the person wants it; the others then
  // have no reason but what makes them unusable. False: there is no such candidate.
  bool Prefer(std::string_view sha256);

  // The one to encrypt with; null: none.
  [[nodiscard]] const RecipientCandidate* chosen() const {
    return !candidates.empty() && candidates.front().state.usable() ? &candidates.front() : nullptr;
  }
};

// FindRecipientCertificates answers for each address in its order (UTF-8, without display name), of
// all sources together. Beyond limits::kAddressCandidates for one address only the newest are
// judged. NSS must run; thread-safe if the sources are.
[[nodiscard]] std::vector<RecipientCertificates> FindRecipientCertificates(
    std::span<const std::string> addresses, std::span<const AddressLookup> sources,
    const JudgeContext& context);

}  // namespace signet::store

#endif  // SIGNET_STORE_RECIPIENT_CERTIFICATES_H_

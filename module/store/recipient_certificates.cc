#include "store/recipient_certificates.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "base/limits.h"
#include "pkix/address.h"

namespace signet::store {
namespace {

// Larger is newer; the fingerprint makes the order the same each time.
auto Newness(const pkix::Certificate& certificate) {
  return std::tuple(certificate.not_before(), certificate.not_after(), certificate.sha256());
}

// The certificates of all sources that are for the address, each once, the newest first.
std::vector<pkix::CertificatePtr> Collect(std::string_view address,
                                          std::span<const AddressLookup> sources) {
  std::vector<pkix::CertificatePtr> found;
  std::set<std::string_view> seen;
  for (const AddressLookup& lookup : sources) {
    for (pkix::CertificatePtr& certificate : lookup(address)) {
      // A directory may answer with anybody's.
      if (pkix::HasAddress(*certificate, address) && seen.insert(certificate->sha256()).second) {
        found.push_back(std::move(certificate));
      }
    }
  }
  std::ranges::sort(found, [](const pkix::CertificatePtr& a, const pkix::CertificatePtr& b) {
    return Newness(*a) > Newness(*b);
  });
  return found;
}

RecipientCertificates FindOne(const std::string& address, std::span<const AddressLookup> sources,
                              const JudgeContext& context) {
  RecipientCertificates answer;
  answer.address = address;
  std::vector<pkix::CertificatePtr> found = Collect(address, sources);
  const bool too_many = found.size() > limits::kAddressCandidates;
  if (too_many) {
    found.resize(limits::kAddressCandidates);
  }
  for (const pkix::CertificatePtr& certificate : found) {
    RecipientCandidate candidate;
    candidate.certificate = certificate;
    candidate.state = StateOf(certificate, pkix::Purpose::kEncryption, context);
    candidate.pinned = context.trust->EmailTrust(*certificate).level == pkix::Trust::Level::kPeer;
    answer.candidates.push_back(std::move(candidate));
  }
  // Stable: the newest stay first among equals.
  std::ranges::stable_sort(answer.candidates, {}, [](const RecipientCandidate& candidate) {
    return std::tuple(!candidate.state.usable(), !candidate.pinned,
                      candidate.certificate->IsAuthority());
  });
  const RecipientCandidate* const chosen = answer.chosen();
  for (RecipientCandidate& candidate : answer.candidates) {
    if (&candidate == chosen) {
      continue;
    }
    candidate.not_chosen = candidate.state.reasons;
    if (candidate.state.usable()) {
      candidate.not_chosen = {candidate.certificate->About(ReasonCode::kNewerCertificatePreferred)
                                  .With("notAfter", chosen->certificate->not_after())};
    }
  }
  if (answer.candidates.empty()) {
    answer.reasons = {
        MakeReason(ReasonCode::kRecipientCertificateMissing).With("address", address)};
  } else if (chosen == nullptr) {
    answer.reasons = answer.candidates.front().state.reasons;
    if (too_many) {
      answer.reasons.push_back(
          MakeReason(ReasonCode::kLimitExceeded).With("limit", "kAddressCandidates"));
    }
  }
  return answer;
}

}  // namespace

bool RecipientCertificates::Prefer(std::string_view sha256) {
  const auto wanted = std::ranges::find_if(candidates, [sha256](const auto& candidate) {
    return candidate.state.usable() && candidate.certificate->sha256() == sha256;
  });
  if (wanted == candidates.end()) {
    return false;
  }
  std::rotate(candidates.begin(), wanted, std::next(wanted));
  for (RecipientCandidate& candidate : candidates) {
    candidate.not_chosen = candidate.state.reasons;
  }
  return true;
}

std::vector<RecipientCertificates> FindRecipientCertificates(std::span<const std::string> addresses,
                                                             std::span<const AddressLookup> sources,
                                                             const JudgeContext& context) {
  std::vector<RecipientCertificates> answers;
  answers.reserve(addresses.size());
  for (const std::string& address : addresses) {
    answers.push_back(FindOne(address, sources, context));
  }
  return answers;
}

}  // namespace signet::store

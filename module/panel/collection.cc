#include "panel/collection.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cms/certificate_fields.h"
#include "panel/certificate_summary.h"
#include "pkix/address.h"

namespace signet::panel {
namespace {

// The signer of the content whom the verdict is about: valid, and vouched for as the sender. The
// innermost one, if there are several.
const smime::SignerFindings* SenderOf(const smime::Findings& findings) {
  if (findings.signature != smime::SignatureVerdict::kValid || !findings.address) {
    return nullptr;
  }
  const smime::SignerFindings* sender = nullptr;
  for (const smime::SignerFindings& signer : findings.signers) {
    if (signer.valid && pkix::HasAddress(*signer.certificate, *findings.address)) {
      sender = &signer;
    }
  }
  return sender;
}

bool IsPreferred(const pkix::Certificate& certificate,
                 const std::optional<cms::EncryptionKeyPreference>& preference) {
  if (!preference) {
    return false;
  }
  const auto fields = cms::ReadCertificateFields(certificate.der());
  if (!fields) {
    return false;
  }
  if (preference->issuer_and_serial) {
    return ToBytes(fields->issuer) == preference->issuer_and_serial->issuer &&
           ToBytes(fields->serial) == preference->issuer_and_serial->serial;
  }
  return fields->subject_key_identifier &&
         ToBytes(*fields->subject_key_identifier) == preference->key_identifier;
}

// Smaller is better; nothing: not the signer's.
std::optional<int> RankOf(const pkix::CertificatePtr& certificate,
                          const smime::SignerFindings& sender) {
  if (IsPreferred(*certificate, sender.encryption_key_preference)) {
    return 0;
  }
  if (*certificate == *sender.certificate) {
    return 1;
  }
  return certificate->subject() == sender.certificate->subject() ? std::optional(2) : std::nullopt;
}

// Candidates, best first.
std::vector<pkix::CertificatePtr> Candidates(const smime::Findings& findings,
                                             const smime::SignerFindings& sender) {
  std::vector<std::pair<int, pkix::CertificatePtr>> ranked;
  std::vector<pkix::CertificatePtr> all = findings.certificates;
  all.push_back(sender.certificate);  // known here, where the message does not bring it
  for (pkix::CertificatePtr& certificate : all) {
    const std::optional<int> rank = RankOf(certificate, sender);
    if (rank && pkix::HasAddress(*certificate, *findings.address)) {
      ranked.emplace_back(*rank, std::move(certificate));
    }
  }
  std::ranges::stable_sort(ranked, {}, [](const auto& entry) { return entry.first; });
  std::vector<pkix::CertificatePtr> candidates;
  candidates.reserve(ranked.size());
  for (auto& [rank, certificate] : ranked) {
    candidates.push_back(std::move(certificate));
  }
  return candidates;
}

}  // namespace

std::optional<store::Collectable> CollectableFrom(const smime::Findings& findings,
                                                  const store::JudgeContext& context) {
  const smime::SignerFindings* const sender = SenderOf(findings);
  if (sender == nullptr) {
    return std::nullopt;
  }
  const pkix::CertificatePool message_certificates(findings.certificates);
  store::JudgeContext judging = context;
  judging.authorities.insert(judging.authorities.begin(), &message_certificates);
  for (const pkix::CertificatePtr& candidate : Candidates(findings, *sender)) {
    const store::CertificateState state =
        store::StateOf(candidate, pkix::Purpose::kEncryption, judging);
    if (!state.usable()) {
      continue;
    }
    store::Collectable collectable;
    collectable.certificate = candidate;
    for (const pkix::CertificatePtr& authority : state.chain) {
      const bool between = authority->IsAuthority() && !authority->IsSelfIssued();
      if (between && *authority != *candidate) {
        collectable.authorities.push_back(authority);
      }
    }
    collectable.capabilities = sender->capabilities;
    // The sender's clock may be ahead: what was announced now must not outlast what comes later.
    collectable.announced_at = std::min(sender->signing_time.value_or(context.at), context.at);
    return collectable;
  }
  return std::nullopt;
}

Collector::Known Collector::KnownBefore(const smime::Opened& opened) const {
  Known known;
  if (const auto address = smime::SenderAddress(opened.originator)) {
    for (const pkix::CertificatePtr& certificate : profile_->FindByAddress(*address)) {
      known.insert(certificate->sha256());
    }
  }
  return known;
}

std::optional<idl::CollectedCertificate> Collector::CollectFrom(const smime::Findings& findings,
                                                                const Known& known,
                                                                const idl::JudgeOptions& options) {
  const auto collectable =
      CollectableFrom(findings, profile_->Judging(FromMilliseconds(options.time)));
  if (!collectable) {
    return std::nullopt;
  }
  const std::string& sha256 = collectable->certificate->sha256();
  if (std::ranges::find(options.never_collect, sha256) != options.never_collect.end()) {
    return std::nullopt;
  }
  if (!profile_->Change([&] { return store::Collect(*collectable); })) {
    return std::nullopt;
  }
  const std::scoped_lock lock(mutex_);
  if (!known.contains(sha256)) {
    if (stored_.size() >= kRemembered) {
      stored_.clear();
    }
    stored_.insert(sha256);
  }
  if (!stored_.contains(sha256)) {
    return std::nullopt;
  }
  return idl::CollectedCertificate{.certificate = SummaryOf(*collectable->certificate),
                                   .address = *findings.address};
}

}  // namespace signet::panel

#include "store/identities.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "pkix/address.h"

namespace signet::store {
namespace {

bool IsForAddress(const Identity& identity, std::string_view address) {
  return address.empty() || pkix::HasAddress(*identity.certificate, address);
}

// What is wrong with a certificate reads differently for its owner: nobody else is to be asked for
// a better one.
ReasonCode OwnCode(ReasonCode code) {
  switch (code) {
    case ReasonCode::kCertificateExpired:
      return ReasonCode::kOwnCertificateExpired;
    case ReasonCode::kCertificateRevoked:
      return ReasonCode::kOwnCertificateRevoked;
    case ReasonCode::kNotForEmail:
      return ReasonCode::kOwnNotForEmail;
    case ReasonCode::kNotForSigning:
      return ReasonCode::kOwnNotForSigning;
    case ReasonCode::kNotForEncryption:
      return ReasonCode::kOwnNotForEncryption;
    case ReasonCode::kWeakKey:
      return ReasonCode::kOwnKeyWeak;
    default:
      return code;
  }
}

// A certificate for somebody else's address says so first: nothing else about it matters here.
CertificateState Judge(const pkix::CertificatePtr& certificate, pkix::Purpose purpose,
                       std::string_view address, const JudgeContext& context) {
  CertificateState state = StateOf(certificate, purpose, context);
  for (Reason& reason : state.reasons) {
    if (reason.certificate == certificate->sha256()) {  // and not of an authority above it
      reason.code = OwnCode(reason.code);
    }
  }
  if (!address.empty()) {
    const std::vector<Reason> reasons = CheckAddress(*certificate, address);
    state.reasons.insert(state.reasons.begin(), reasons.begin(), reasons.end());
  }
  return state;
}

auto Newness(const pkix::Certificate& certificate) {
  return std::tuple(certificate.not_before(), certificate.not_after(), certificate.sha256());
}

// Smaller comes first.
int Group(const Identity& identity, std::string_view address) {
  if (identity.signing.usable()) {
    return identity.encryption.usable() ? 0 : 1;
  }
  if (identity.encryption.usable()) {
    return 2;
  }
  return IsForAddress(identity, address) ? 3 : 4;
}

// The certificates on several tokens become one each.
std::vector<Identity> Merge(std::span<const OwnCertificate> own) {
  std::vector<Identity> merged;
  std::map<std::string, std::size_t> places;  // by fingerprint
  for (const OwnCertificate& one : own) {
    const auto [place, added] = places.try_emplace(one.certificate->sha256(), merged.size());
    if (added) {
      merged.push_back({.certificate = one.certificate,
                        .tokens = {one.token},
                        .locked = one.locked,
                        .signing = {},
                        .encryption = {}});
    } else {
      Identity& known = merged[place->second];
      known.tokens.push_back(one.token);
      known.locked = known.locked && one.locked;
    }
  }
  return merged;
}

// The best of those that can be used for a purpose: larger rank is better.
template <typename Rank>
std::optional<std::size_t> Best(const std::vector<Identity>& all, pkix::Purpose purpose,
                                Rank rank) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].For(purpose).usable() &&
        (!best || rank(*all[i].certificate) > rank(*all[*best].certificate))) {
      best = i;
    }
  }
  return best;
}

std::vector<Reason> WhyNone(const Identities& identities, pkix::Purpose purpose) {
  // `all` has those that are for the address before the others.
  for (const Identity& identity : identities.all) {
    if (IsForAddress(identity, identities.address)) {
      return identity.For(purpose).reasons;
    }
  }
  return {MakeReason(ReasonCode::kOwnCertificateMissing).With("address", identities.address)};
}

}  // namespace

const Identity* Identities::Find(std::string_view sha256) const {
  const auto found = std::ranges::find_if(
      all, [&](const Identity& identity) { return identity.certificate->sha256() == sha256; });
  return found == all.end() ? nullptr : &*found;
}

Identities JudgeIdentities(std::span<const OwnCertificate> own, std::string_view address,
                           const JudgeContext& context) {
  Identities identities;
  identities.address = address;
  identities.all = Merge(own);
  for (Identity& identity : identities.all) {
    identity.signing = Judge(identity.certificate, pkix::Purpose::kSigning, address, context);
    identity.encryption = Judge(identity.certificate, pkix::Purpose::kEncryption, address, context);
  }
  std::ranges::sort(identities.all, [&](const Identity& a, const Identity& b) {
    const int group_a = Group(a, address);
    const int group_b = Group(b, address);
    return group_a != group_b ? group_a < group_b
                              : Newness(*a.certificate) > Newness(*b.certificate);
  });
  identities.proposed_signing =
      Best(identities.all, pkix::Purpose::kSigning,
           [](const pkix::Certificate& certificate) { return Newness(certificate); });
  const pkix::Certificate* const signing =
      identities.proposed_signing ? identities.all[*identities.proposed_signing].certificate.get()
                                  : nullptr;
  identities.proposed_encryption =
      Best(identities.all, pkix::Purpose::kEncryption, [&](const pkix::Certificate& certificate) {
        const bool together = signing != nullptr && certificate.issuer() == signing->issuer();
        return std::tuple(together, certificate.not_before(), certificate.not_after(),
                          &certificate == signing, certificate.sha256());
      });
  if (!identities.proposed_signing) {
    identities.signing_reasons = WhyNone(identities, pkix::Purpose::kSigning);
  }
  if (!identities.proposed_encryption) {
    identities.encryption_reasons = WhyNone(identities, pkix::Purpose::kEncryption);
  }
  return identities;
}

std::optional<std::size_t> ProposedPartner(const Identities& identities,
                                           const pkix::Certificate& chosen, pkix::Purpose purpose) {
  return Best(identities.all, purpose, [&](const pkix::Certificate& certificate) {
    return std::tuple(certificate == chosen, certificate.issuer() == chosen.issuer(),
                      certificate.not_before(), certificate.not_after(), certificate.sha256());
  });
}

}  // namespace signet::store

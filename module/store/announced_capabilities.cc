#include "store/announced_capabilities.h"

#include <string_view>
#include <utility>

#include "cms/capabilities.h"
#include "mime/header.h"
#include "nss/smime_profile.h"
#include "pkix/address.h"

namespace signet::store {
namespace {

// The content of a UTCTime, as NSS keeps the time of a profile: "261127150000Z".
std::string UtcTime(Time time) {
  std::string text;
  for (const char c : FormatRfc3339(time).substr(2)) {
    if (c != '-' && c != ':' && c != 'T') {
      text.push_back(c);
    }
  }
  return text;
}

// Texts of times compare with their century only (RFC 5280, 4.1.2.5.1).
std::string WithCentury(std::string_view utc_time) {
  if (utc_time.empty()) {
    return {};
  }
  return (utc_time.front() < '5' ? "20" : "19") + std::string(utc_time);
}

// The latest for the addresses of a certificate.
std::optional<nss::SMimeProfile> LatestProfile(const pkix::Certificate& certificate) {
  std::optional<nss::SMimeProfile> latest;
  for (nss::SMimeProfile& profile : nss::FindSMimeProfiles(certificate.subject().der())) {
    if (profile.capabilities.empty() || !pkix::HasAddress(certificate, profile.address)) {
      continue;
    }
    if (!latest || WithCentury(latest->announced_at) < WithCentury(profile.announced_at)) {
      latest = std::move(profile);
    }
  }
  return latest;
}

}  // namespace

Result<void> SaveCapabilities(const pkix::Certificate& certificate,
                              std::span<const cms::SMimeCapability> capabilities,
                              Time announced_at) {
  const std::string text = UtcTime(announced_at);
  const auto latest = LatestProfile(certificate);
  if (latest && WithCentury(latest->announced_at) >= WithCentury(text)) {
    return {};
  }
  const Bytes encoded = cms::EncodeCapabilities(capabilities);
  for (const std::string& address : certificate.addresses()) {
    SIGNET_TRY(nss::StoreSMimeProfile(
        certificate.subject().der(),
        {.address = mime::LowerCase(address), .capabilities = encoded, .announced_at = text}));
  }
  return {};
}

std::optional<Capabilities> KnownCapabilities(const pkix::Certificate& certificate) {
  const auto latest = LatestProfile(certificate);
  return latest ? cms::ReadCapabilityList(latest->capabilities) : std::nullopt;
}

std::optional<Capabilities> CapabilityMemory::Of(const pkix::Certificate& certificate) {
  const std::string& key = certificate.sha256();
  std::uint64_t round = 0;
  {
    const std::scoped_lock lock(mutex_);
    if (const auto known = known_.find(key); known != known_.end()) {
      return known->second;
    }
    round = round_;
  }
  auto found = KnownCapabilities(certificate);
  const std::scoped_lock lock(mutex_);
  if (round == round_) {  // else it may be from before a change
    known_.insert_or_assign(key, found);
  }
  return found;
}

void CapabilityMemory::Forget() {
  const std::scoped_lock lock(mutex_);
  known_.clear();
  ++round_;
}

}  // namespace signet::store

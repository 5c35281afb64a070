#include "panel/profile.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "cms/verify_signer.h"
#include "nss/database_stamp.h"
#include "pkix/address.h"

namespace signet::panel {

Profile::Profile(std::shared_ptr<const nss::Runtime> runtime)
    : trust_(runtime),
      certificates_(runtime),
      own_keys_(std::move(runtime)),
      combined_trust_(added_anchors_, trust_) {}

void Profile::AddAnchor(const pkix::CertificatePtr& certificate) {
  added_anchors_.Add(*certificate, {pkix::Trust::Level::kAnchor, std::nullopt});
  AddCertificate(certificate);
}

void Profile::AddCertificate(const pkix::CertificatePtr& certificate) {
  added_pool_.Add(certificate);
  added_.push_back(certificate);
}

smime::ReaderSources Profile::Sources() {
  smime::ReaderSources sources;
  sources.authorities = {&added_pool_, &certificates_};
  sources.trust = &combined_trust_;
  sources.find_signer = [this](const cms::SignerId& id) { return FindSigner(id); };
  sources.keys = keys_;
  sources.cache = &cache_;
  sources.read_certificates = &read_certificates_;
  return sources;
}

store::JudgeContext Profile::Judging(Time at) {
  BeginAt(at);
  store::JudgeContext context;
  context.authorities = {&added_pool_, &certificates_, &directory_};
  context.trust = &combined_trust_;
  context.cache = &cache_;
  context.at = at;
  return context;
}

std::vector<pkix::CertificatePtr> Profile::FindByAddress(std::string_view address) const {
  std::vector<pkix::CertificatePtr> found = certificates_.FindByAddress(address);
  std::ranges::copy_if(added_, std::back_inserter(found), [&](const auto& certificate) {
    return pkix::HasAddress(*certificate, address);
  });
  return found;
}

void Profile::Changed() {
  const std::scoped_lock lock(mutex_);
  Forget();
}

void Profile::BeginAt(Time time) {
  std::optional<std::string> stamp = nss::DatabaseStamp();
  const std::scoped_lock lock(mutex_);
  if (stamp != stamp_ || (!stamp && begun_at_ != time)) {
    stamp_ = std::move(stamp);
    Forget();
  }
  begun_at_ = time;
}

std::uint64_t Profile::Generation() {
  std::optional<std::string> stamp = nss::DatabaseStamp();
  const std::scoped_lock lock(mutex_);
  if (stamp && stamp != stamp_) {
    stamp_ = std::move(stamp);
    Forget();
  }
  return generation_;
}

void Profile::Forget() {
  ++generation_;
  trust_.Refresh();
  certificates_.Refresh();
  own_keys_.Refresh();
  capabilities_.Forget();
}

std::vector<pkix::CertificatePtr> Profile::FindSigner(const cms::SignerId& id) const {
  std::vector<pkix::CertificatePtr> found;
  for (const pkix::CertificatePtr& certificate : added_) {
    if (cms::MatchesSigner(id, certificate->der())) {
      found.push_back(certificate);
    }
  }
  if (!found.empty()) {
    return found;
  }
  if (id.issuer_and_serial) {
    return certificates_.FindByIssuerAndSerial(id.issuer_and_serial->issuer,
                                               id.issuer_and_serial->serial);
  }
  return id.key_identifier ? certificates_.FindByKeyIdentifier(*id.key_identifier)
                           : std::vector<pkix::CertificatePtr>();
}

}  // namespace signet::panel

#include "store/profile_certificates.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "cms/certificate_fields.h"
#include "nss/certificate_object.h"
#include "nss/owners.h"
#include "nss/token.h"
#include "pkix/address.h"

namespace signet::store {
namespace {

// Issuers asked for by strangers' messages: beyond so many the answers are forgotten.
constexpr std::size_t kRememberedSubjects = 10000;

// What tokens have; what cannot be read (profiles hold old oddities) is left out.
std::vector<pkix::CertificatePtr> Find(const nss::CertificateQuery& query) {
  std::vector<pkix::CertificatePtr> found;
  for (const nss::UniqueSlot& slot : nss::AllTokens()) {
    for (const nss::TokenCertificate& element : nss::FindCertificates(slot.get(), query)) {
      auto certificate = pkix::Certificate::Parse(element.der);
      if (certificate && std::ranges::none_of(found, [&](const pkix::CertificatePtr& other) {
            return other->sha256() == (*certificate)->sha256();
          })) {
        found.push_back(*std::move(certificate));
      }
    }
  }
  return found;
}

// One string of the comparable form; no local part contains a NUL.
std::string AddressKey(const pkix::MailAddress& address) {
  return address.local + '\0' + address.domain;
}

}  // namespace

std::vector<pkix::CertificatePtr> ProfileCertificates::FindBySubject(
    const pkix::Name& subject) const {
  if (subject.empty()) {
    return {};
  }
  const std::string exact(AsText(subject.der()));
  {
    const std::lock_guard lock(mutex_);
    const auto known = by_exact_subject_.find(exact);
    if (known != by_exact_subject_.end()) {
      return known->second;
    }
  }
  std::vector<pkix::CertificatePtr> found = Find({.subject = subject.der()});
  if (found.empty()) {
    const auto index = TheIndex();
    const auto [first, last] = index->by_subject.equal_range(subject.key());
    for (auto match = first; match != last; ++match) {
      found.push_back(match->second);
    }
  }
  const std::lock_guard lock(mutex_);
  if (by_exact_subject_.size() >= kRememberedSubjects) {
    by_exact_subject_.clear();
  }
  by_exact_subject_.insert_or_assign(exact, found);
  return found;
}

std::vector<pkix::CertificatePtr> ProfileCertificates::FindByAddress(
    std::string_view address) const {
  std::vector<pkix::CertificatePtr> found;
  const std::optional<pkix::MailAddress> wanted = pkix::ParseAddress(address);
  if (!wanted) {
    return found;
  }
  const auto index = TheIndex();
  const auto [first, last] = index->by_address.equal_range(AddressKey(*wanted));
  for (auto match = first; match != last; ++match) {
    found.push_back(match->second);
  }
  return found;
}

std::vector<pkix::CertificatePtr> ProfileCertificates::FindByIssuerAndSerial(
    ByteView issuer, ByteView serial) const {
  return Find({.issuer = issuer, .serial = serial});
}

std::vector<pkix::CertificatePtr> ProfileCertificates::FindByKeyIdentifier(
    ByteView identifier) const {
  std::vector<pkix::CertificatePtr> found;
  const auto index = TheIndex();
  const auto [first, last] = index->by_key_identifier.equal_range(ToBytes(identifier));
  for (auto match = first; match != last; ++match) {
    found.push_back(match->second);
  }
  return found;
}

void ProfileCertificates::Refresh() {
  const std::lock_guard lock(mutex_);
  by_exact_subject_.clear();
  index_.reset();
}

std::shared_ptr<const ProfileCertificates::Index> ProfileCertificates::TheIndex() const {
  {
    const std::lock_guard lock(mutex_);
    if (index_ != nullptr) {
      return index_;
    }
  }
  // Built without the lock: a slow card delays only whoever needs the index.
  auto index = std::make_shared<Index>();
  std::map<std::string, bool> seen;  // a certificate may be on several tokens
  for (const nss::UniqueSlot& slot : nss::AllTokens()) {
    for (const nss::TokenCertificate& element : nss::FindCertificates(slot.get())) {
      auto readable = pkix::Certificate::Parse(element.der);
      if (!readable || !seen.emplace((*readable)->sha256(), true).second) {
        continue;
      }
      pkix::CertificatePtr certificate = *std::move(readable);
      for (const std::string& address : certificate->addresses()) {
        if (const auto comparable = pkix::ParseAddress(address)) {
          index->by_address.emplace(AddressKey(*comparable), certificate);
        }
      }
      const auto fields = cms::ReadCertificateFields(certificate->der());
      if (fields && fields->subject_key_identifier) {
        index->by_key_identifier.emplace(ToBytes(*fields->subject_key_identifier), certificate);
      }
      std::string subject = certificate->subject().key();
      index->by_subject.emplace(std::move(subject), std::move(certificate));
    }
  }
  const std::lock_guard lock(mutex_);
  if (index_ == nullptr) {
    index_ = std::move(index);
  }
  return index_;
}

}  // namespace signet::store

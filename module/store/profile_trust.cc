#include "store/profile_trust.h"

#include <cert.h>
#include <certdb.h>
#include <certt.h>

#include <optional>

#include "asn1/der_reader.h"
#include "asn1/der_writer.h"
#include "asn1/tags.h"
#include "nss/owners.h"
#include "store/nss_certificates.h"

namespace signet::store {
namespace {

// CKA_NSS_EMAIL_DISTRUST_AFTER is the content of a UTCTime, or one zero octet for "never".
std::optional<Time> DistrustAfter(const CERTCertificate& certificate) {
  if (certificate.distrust == nullptr) {
    return std::nullopt;
  }
  const SECItem& date = certificate.distrust->emailDistrustAfter;
  if (date.data == nullptr || date.len <= 1) {
    return std::nullopt;
  }
  const Bytes der = asn1::EncodeValue(asn1::kUtcTime, {date.data, date.len});
  const auto time = asn1::DerReader(der).ReadTime();
  return time ? std::optional<Time>(*time) : std::nullopt;
}

pkix::Trust Ask(const pkix::Certificate& certificate) {
  pkix::Trust trust;
  // Tokens keep trust with the certificate.
  const nss::UniqueCertificate found = FindStored(certificate);
  CERTCertTrust flags = {};
  if (found == nullptr || CERT_GetCertTrust(found.get(), &flags) != SECSuccess) {
    return trust;  // no trust record
  }
  if ((flags.emailFlags & CERTDB_TRUSTED_CA) != 0) {
    trust.level = pkix::Trust::Level::kAnchor;
    trust.distrust_after = DistrustAfter(*found);
  } else if ((flags.emailFlags & CERTDB_TERMINAL_RECORD) != 0) {
    const bool trusted = (flags.emailFlags & CERTDB_TRUSTED) != 0;
    trust.level = trusted ? pkix::Trust::Level::kPeer : pkix::Trust::Level::kDistrusted;
  }
  return trust;
}

}  // namespace

pkix::Trust ProfileTrust::EmailTrust(const pkix::Certificate& certificate) const {
  // As for subjects: strangers' certificates are asked about too.
  constexpr std::size_t kRemembered = 10000;
  {
    const std::lock_guard lock(mutex_);
    const auto known = answers_.find(certificate.sha256());
    if (known != answers_.end()) {
      return known->second;
    }
  }
  const pkix::Trust trust = Ask(certificate);
  const std::lock_guard lock(mutex_);
  if (answers_.size() >= kRemembered) {
    answers_.clear();
  }
  answers_.insert_or_assign(certificate.sha256(), trust);
  return trust;
}

void ProfileTrust::Refresh() {
  const std::lock_guard lock(mutex_);
  answers_.clear();
}

}  // namespace signet::store

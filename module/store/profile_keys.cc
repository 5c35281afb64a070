#include "store/profile_keys.h"

#include <pk11pub.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "cms/certificate_fields.h"
#include "nss/certificate_object.h"
#include "nss/error.h"
#include "nss/quick_der.h"
#include "nss/token.h"

namespace signet::store {
namespace {

Reason About(const pkix::Certificate& certificate, Reason reason) {
  for (const auto& [name, value] : certificate.About(reason.code).texts) {
    reason.texts.emplace(name, value);
  }
  reason.certificate = certificate.sha256();
  return reason;
}

}  // namespace

std::vector<OwnCertificate> ProfileKeys::List() const {
  std::vector<OwnCertificate> own;
  for (const nss::UniqueSlot& slot : nss::AllTokens()) {
    if (PK11_HasRootCerts(slot.get()) == PR_TRUE) {
      continue;  // the built-in list has no keys
    }
    for (const nss::TokenCertificate& element : nss::FindCertificates(slot.get(), {.own = true})) {
      if (auto certificate = pkix::Certificate::Parse(element.der)) {
        own.push_back(
            {*std::move(certificate), nss::TokenName(slot.get()), nss::IsLocked(slot.get())});
      }
    }
  }
  return own;
}

Result<nss::UniquePrivateKey> ProfileKeys::PrivateKey(const pkix::Certificate& certificate) const {
  const std::vector<Place> places = PlacesOf({.der = certificate.der()});
  if (places.empty()) {
    return certificate.About(ReasonCode::kPrivateKeyMissing).Because("it is on no token");
  }
  return KeyAt(places, true);
}

bool ProfileKeys::Owns(const cms::RecipientId& id) {
  return !Matches(id).empty();
}

Result<nss::UniquePrivateKey> ProfileKeys::Find(const cms::RecipientId& id) {
  return FindKey(id, true);
}

Result<nss::UniquePrivateKey> ProfileKeys::FindKey(const cms::RecipientId& id, bool may_ask) {
  const std::vector<Place> places = Matches(id);
  if (places.empty()) {
    return nss::UniquePrivateKey();
  }
  return KeyAt(places, may_ask);
}

void ProfileKeys::Refresh() {
  const std::lock_guard lock(mutex_);
  key_identifiers_.reset();
}

std::vector<ProfileKeys::Place> ProfileKeys::PlacesOf(const nss::CertificateQuery& query) {
  std::vector<Place> places;
  for (const nss::UniqueSlot& slot : nss::AllTokens()) {
    if (PK11_HasRootCerts(slot.get()) == PR_TRUE) {
      continue;  // the built-in list has no keys
    }
    for (nss::TokenCertificate& element : nss::FindCertificates(slot.get(), query)) {
      if (auto certificate = pkix::Certificate::Parse(element.der)) {
        places.push_back({.certificate = *std::move(certificate),
                          .token = nss::UniqueSlot(PK11_ReferenceSlot(slot.get())),
                          .key_id = std::move(element.id)});
      }
    }
  }
  std::ranges::stable_partition(
      places, [](const Place& place) { return !nss::IsLocked(place.token.get()); });
  return places;
}

std::vector<ProfileKeys::Place> ProfileKeys::Matches(const cms::RecipientId& id) const {
  std::vector<Place> matches;
  if (id.issuer_and_serial) {
    return PlacesOf({.issuer = id.issuer_and_serial->issuer,
                     .serial = id.issuer_and_serial->serial,
                     .own = true});
  }
  if (id.key_identifier) {
    const auto identifiers = KeyIdentifiers();
    const auto [first, last] = identifiers->equal_range(*id.key_identifier);
    for (auto match = first; match != last; ++match) {
      std::ranges::move(PlacesOf({.der = match->second->der(), .own = true}),
                        std::back_inserter(matches));
    }
  }
  return matches;
}

Result<nss::UniquePrivateKey> ProfileKeys::KeyAt(const Place& place, bool may_ask) {
  PK11SlotInfo* const token = place.token.get();
  if (!may_ask && nss::IsLocked(token)) {
    return nss::WithToken(MakeReason(ReasonCode::kPasswordNeeded), token);
  }
  SIGNET_TRY(nss::Unlock(token));
  SECItem id = nss::Borrow(place.key_id);
  nss::UniquePrivateKey key(PK11_FindKeyByKeyID(token, &id, nullptr));
  if (key == nullptr) {
    return MakeReason(ReasonCode::kPrivateKeyMissing).Because(nss::Failure("PK11_FindKeyByKeyID"));
  }
  return key;
}

// The first key that can be had, else why the last one cannot.
Result<nss::UniquePrivateKey> ProfileKeys::KeyAt(const std::vector<Place>& places, bool may_ask) {
  std::optional<Reason> reason;
  for (const Place& place : places) {
    auto key = KeyAt(place, may_ask);
    if (key) {
      return key;
    }
    reason = About(*place.certificate, std::move(key).error());
  }
  return std::unexpected(reason.value_or(MakeReason(ReasonCode::kPrivateKeyMissing)));
}

std::shared_ptr<const ProfileKeys::ByKeyIdentifier> ProfileKeys::KeyIdentifiers() const {
  {
    const std::lock_guard lock(mutex_);
    if (key_identifiers_ != nullptr) {
      return key_identifiers_;
    }
  }
  auto identifiers = std::make_shared<ByKeyIdentifier>();
  for (const OwnCertificate& own : List()) {
    const auto fields = cms::ReadCertificateFields(own.certificate->der());
    if (fields && fields->subject_key_identifier) {
      identifiers->emplace(ToBytes(*fields->subject_key_identifier), own.certificate);
    }
  }
  const std::lock_guard lock(mutex_);
  if (key_identifiers_ == nullptr) {
    key_identifiers_ = std::move(identifiers);
  }
  return key_identifiers_;
}

}  // namespace signet::store

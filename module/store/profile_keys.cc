#include "store/profile_keys.h"

#include <cert.h>
#include <pk11pub.h>

#include <algorithm>
#include <optional>

#include "cms/certificate_fields.h"
#include "nss/certificate_object.h"
#include "nss/error.h"
#include "nss/quick_der.h"
#include "nss/token.h"
#include "store/nss_certificates.h"

namespace signet::store {
namespace {

// NSS marks a certificate as the person's own if its token has the private key, or while the token
// is locked the public key, which tokens keep with it.
bool IsOwn(CERTCertificate* certificate) {
  return CERT_IsUserCert(certificate) == PR_TRUE;
}

// The tokens that hold this certificate, those that need no password first: a copy on a card must
// not make the person type a password for the card.
std::vector<nss::UniqueSlot> TokensOf(CERTCertificate* certificate) {
  std::vector<nss::UniqueSlot> tokens;
  const nss::UniqueSlotList list(PK11_GetAllSlotsForCert(certificate, nullptr));
  if (list == nullptr) {
    return tokens;
  }
  for (PK11SlotListElement* element = PK11_GetFirstSafe(list.get()); element != nullptr;
       element = PK11_GetNextSafe(list.get(), element, PR_FALSE)) {
    tokens.emplace_back(PK11_ReferenceSlot(element->slot));
  }
  std::ranges::stable_partition(
      tokens, [](const nss::UniqueSlot& token) { return !nss::IsLocked(token.get()); });
  return tokens;
}

Result<nss::UniquePrivateKey> KeyOf(CERTCertificate* certificate, bool may_ask) {
  Reason reason =
      MakeReason(ReasonCode::kPrivateKeyMissing).Because("no token has the certificate");
  for (const nss::UniqueSlot& token : TokensOf(certificate)) {
    if (!may_ask && nss::IsLocked(token.get())) {
      reason = nss::WithToken(MakeReason(ReasonCode::kPasswordNeeded), token.get());
      continue;
    }
    if (auto unlocked = nss::Unlock(token.get()); !unlocked) {
      reason = std::move(unlocked).error();
      continue;
    }
    nss::UniquePrivateKey key(PK11_FindPrivateKeyFromCert(token.get(), certificate, nullptr));
    if (key != nullptr) {
      return key;
    }
    reason = MakeReason(ReasonCode::kPrivateKeyMissing)
                 .Because(nss::Failure("PK11_FindPrivateKeyFromCert"));
  }
  return std::unexpected(std::move(reason));
}

Reason About(const CERTCertificate& certificate, Reason reason) {
  const auto readable = FromNss(certificate);
  if (!readable) {
    return reason;
  }
  for (const auto& [name, value] : (*readable)->About(reason.code).texts) {
    reason.texts.emplace(name, value);
  }
  reason.certificate = (*readable)->sha256();
  return reason;
}

}  // namespace

std::vector<OwnCertificate> ProfileKeys::List() const {
  std::vector<OwnCertificate> own;
  for (const nss::UniqueSlot& slot : nss::AllTokens()) {
    if (PK11_HasRootCerts(slot.get()) == PR_TRUE) {
      continue;  // the built-in list has no keys
    }
    for (const nss::TokenCertificate& element : nss::ListCertificates(slot.get())) {
      if (!element.own) {
        continue;
      }
      if (auto certificate = pkix::Certificate::Parse(element.der)) {
        own.push_back(
            {*std::move(certificate), nss::TokenName(slot.get()), nss::IsLocked(slot.get())});
      }
    }
  }
  return own;
}

Result<nss::UniquePrivateKey> ProfileKeys::PrivateKey(const pkix::Certificate& certificate) const {
  const nss::UniqueCertificate found = FindStored(certificate);
  if (found == nullptr) {
    return certificate.About(ReasonCode::kPrivateKeyMissing).Because("it is on no token");
  }
  auto key = KeyOf(found.get(), true);
  if (!key) {
    return std::unexpected(About(*found, std::move(key).error()));
  }
  return key;
}

bool ProfileKeys::Owns(const cms::RecipientId& id) {
  return !Matches(id).empty();
}

Result<nss::UniquePrivateKey> ProfileKeys::Find(const cms::RecipientId& id) {
  return FindKey(id, true);
}

Result<nss::UniquePrivateKey> ProfileKeys::FindKey(const cms::RecipientId& id, bool may_ask) {
  std::optional<Reason> reason;
  for (const nss::UniqueCertificate& certificate : Matches(id)) {
    auto key = KeyOf(certificate.get(), may_ask);
    if (key) {
      return key;
    }
    reason = About(*certificate, std::move(key).error());
  }
  if (reason) {
    return std::unexpected(*std::move(reason));
  }
  return nss::UniquePrivateKey();
}

void ProfileKeys::Refresh() {
  const std::lock_guard lock(mutex_);
  key_identifiers_.reset();
}

std::vector<nss::UniqueCertificate> ProfileKeys::Matches(const cms::RecipientId& id) const {
  std::vector<nss::UniqueCertificate> matches;
  if (id.issuer_and_serial) {
    CERTIssuerAndSN wanted = {};
    wanted.derIssuer = nss::Borrow(id.issuer_and_serial->issuer);
    wanted.serialNumber = nss::Borrow(id.issuer_and_serial->serial);
    nss::UniqueCertificate found(CERT_FindCertByIssuerAndSN(CERT_GetDefaultCertDB(), &wanted));
    if (found != nullptr && IsOwn(found.get())) {
      matches.push_back(std::move(found));
    }
  } else if (id.key_identifier) {
    const auto identifiers = KeyIdentifiers();
    const auto [first, last] = identifiers->equal_range(*id.key_identifier);
    for (auto match = first; match != last; ++match) {
      if (nss::UniqueCertificate found = FindStored(*match->second)) {
        matches.push_back(std::move(found));
      }
    }
  }
  return matches;
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

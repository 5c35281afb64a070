#include "store/memory_keys.h"

#include <keyhi.h>

#include <optional>

#include "cms/certificate_fields.h"

namespace signet::store {
namespace {

bool Matches(const pkix::Certificate& certificate, const cms::RecipientId& id) {
  const auto fields = cms::ReadCertificateFields(certificate.der());
  if (!fields) {
    return false;
  }
  if (id.issuer_and_serial) {
    return Equal(fields->issuer, id.issuer_and_serial->issuer) &&
           Equal(fields->serial, id.issuer_and_serial->serial);
  }
  return id.key_identifier && fields->subject_key_identifier &&
         Equal(*fields->subject_key_identifier, *id.key_identifier);
}

Result<nss::UniquePrivateKey> KeyOf(const Pkcs12Key& entry) {
  if (entry.key == nullptr) {
    if (!entry.unusable.empty()) {
      return std::unexpected(entry.unusable.front());
    }
    return entry.certificate->About(ReasonCode::kPrivateKeyMissing);
  }
  return nss::UniquePrivateKey(SECKEY_CopyPrivateKey(entry.key.get()));
}

}  // namespace

void MemoryKeys::Add(Pkcs12Contents contents) {
  for (Pkcs12Key& key : contents.keys) {
    if (key.certificate != nullptr) {
      keys_.push_back(std::move(key));
    }
  }
}

const Pkcs12Key* MemoryKeys::Match(const cms::RecipientId& id) const {
  const Pkcs12Key* match = nullptr;
  for (const Pkcs12Key& key : keys_) {
    if (Matches(*key.certificate, id) && (match == nullptr || match->key == nullptr)) {
      match = &key;
    }
  }
  return match;
}

bool MemoryKeys::Owns(const cms::RecipientId& id) {
  return Match(id) != nullptr;
}

Result<nss::UniquePrivateKey> MemoryKeys::Find(const cms::RecipientId& id) {
  const Pkcs12Key* match = Match(id);
  if (match == nullptr) {
    return nss::UniquePrivateKey();
  }
  return KeyOf(*match);
}

Result<nss::UniquePrivateKey> MemoryKeys::PrivateKey(const pkix::Certificate& certificate) const {
  for (const Pkcs12Key& key : keys_) {
    if (*key.certificate == certificate) {
      return KeyOf(key);
    }
  }
  return certificate.About(ReasonCode::kPrivateKeyMissing);
}

bool KeyRing::Owns(const cms::RecipientId& id) {
  for (cms::KeySource* source : sources_) {
    if (source->Owns(id)) {
      return true;
    }
  }
  return false;
}

Result<nss::UniquePrivateKey> KeyRing::Find(const cms::RecipientId& id) {
  std::optional<Reason> reason;
  for (cms::KeySource* source : sources_) {
    auto key = source->Find(id);
    if (key && *key != nullptr) {
      return key;
    }
    if (!key && !reason) {
      reason = std::move(key).error();
    }
  }
  if (reason) {
    return std::unexpected(*std::move(reason));
  }
  return nss::UniquePrivateKey();
}

}  // namespace signet::store

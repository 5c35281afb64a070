// The person's own certificates and their private keys, on whatever token they are.
//
// Only the token that holds the wanted key is ever unlocked, and only when its key is wanted; cards
// and other tokens are left alone.
#ifndef SIGNET_STORE_PROFILE_KEYS_H_
#define SIGNET_STORE_PROFILE_KEYS_H_

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cms/enveloped_data.h"
#include "nss/certificate_object.h"
#include "nss/owners.h"
#include "nss/startup.h"
#include "pkix/certificate.h"

namespace signet::store {

// One certificate of the person's own.
struct OwnCertificate {
  pkix::CertificatePtr certificate;
  // The token that has it and its key (nss::TokenName).
  std::string token;
  // Using the key asks for a password first.
  bool locked = false;
};

// ProfileKeys is thread-safe; Find and PrivateKey may wait for a person who types a password.
class ProfileKeys final : public cms::KeySource {
 public:
  explicit ProfileKeys(std::shared_ptr<const nss::Runtime> runtime)
      : runtime_(std::move(runtime)), quiet_(*this) {}

  // List gives the own certificates of all tokens, without asking for a password.
  [[nodiscard]] std::vector<OwnCertificate> List() const;

  // PrivateKey gives the key of a certificate, its token unlocked. Reasons: private-key-missing
  // (also where the certificate is not there), password-needed, password-wrong, token-unavailable.
  [[nodiscard]] Result<nss::UniquePrivateKey> PrivateKey(
      const pkix::Certificate& certificate) const;

  [[nodiscard]] bool Owns(const cms::RecipientId& id) override;
  [[nodiscard]] Result<nss::UniquePrivateKey> Find(const cms::RecipientId& id) override;

  // Quiet are the same keys for work that no person waits for: where a password would have to be
  // asked, Find gives password-needed and asks nobody.
  [[nodiscard]] cms::KeySource& Quiet() { return quiet_; }

  // Refresh forgets the key identifiers, after certificates were added or a card was changed.
  void Refresh();

 private:
  class QuietKeys final : public cms::KeySource {
   public:
    explicit QuietKeys(ProfileKeys& keys) : keys_(&keys) {}
    [[nodiscard]] bool Owns(const cms::RecipientId& id) override { return keys_->Owns(id); }
    [[nodiscard]] Result<nss::UniquePrivateKey> Find(const cms::RecipientId& id) override {
      return keys_->FindKey(id, false);
    }

   private:
    ProfileKeys* keys_;
  };

  [[nodiscard]] Result<nss::UniquePrivateKey> FindKey(const cms::RecipientId& id, bool may_ask);

  using ByKeyIdentifier = std::multimap<Bytes, pkix::CertificatePtr>;

  // One copy of a certificate.
  struct Place {
    pkix::CertificatePtr certificate;
    nss::UniqueSlot token;
    Bytes key_id;
  };

  // Where own certificates with this identifier are, those that need no password first: a copy on
  // a card must not make the person type a password for the card.
  [[nodiscard]] std::vector<Place> Matches(const cms::RecipientId& id) const;
  [[nodiscard]] static std::vector<Place> PlacesOf(const nss::CertificateQuery& query);
  [[nodiscard]] static Result<nss::UniquePrivateKey> KeyAt(const Place& place, bool may_ask);
  [[nodiscard]] static Result<nss::UniquePrivateKey> KeyAt(const std::vector<Place>& places,
                                                           bool may_ask);
  [[nodiscard]] std::shared_ptr<const ByKeyIdentifier> KeyIdentifiers() const;

  std::shared_ptr<const nss::Runtime> runtime_;
  QuietKeys quiet_;
  mutable std::mutex mutex_;
  mutable std::shared_ptr<const ByKeyIdentifier> key_identifiers_;
};

}  // namespace signet::store

#endif  // SIGNET_STORE_PROFILE_KEYS_H_

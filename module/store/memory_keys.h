// Keys that are in memory (from PKCS #12 files), and several sources of keys as one.
#ifndef SIGNET_STORE_MEMORY_KEYS_H_
#define SIGNET_STORE_MEMORY_KEYS_H_

#include <utility>
#include <vector>

#include "base/result.h"
#include "cms/enveloped_data.h"
#include "nss/owners.h"
#include "store/pkcs12.h"

namespace signet::store {

// MemoryKeys answers from keys with certificates. Fill it first; then it is thread-safe.
class MemoryKeys final : public cms::KeySource {
 public:
  MemoryKeys() = default;

  // Add takes over the keys that have a certificate.
  void Add(Pkcs12Contents contents);

  // In the order in which they were added; each has its certificate.
  [[nodiscard]] const std::vector<Pkcs12Key>& keys() const { return keys_; }

  // PrivateKey gives the key of a certificate. Reasons: private-key-missing (also where the
  // certificate is not there), or why the key is unusable.
  [[nodiscard]] Result<nss::UniquePrivateKey> PrivateKey(
      const pkix::Certificate& certificate) const;

  [[nodiscard]] bool Owns(const cms::RecipientId& id) override;
  // Reasons: private-key-missing, or why the key is unusable.
  [[nodiscard]] Result<nss::UniquePrivateKey> Find(const cms::RecipientId& id) override;

 private:
  [[nodiscard]] const Pkcs12Key* Match(const cms::RecipientId& id) const;

  std::vector<Pkcs12Key> keys_;
};

// KeyRing asks several sources in their order; the first that has a usable key wins. Does not own
// them.
class KeyRing final : public cms::KeySource {
 public:
  explicit KeyRing(std::vector<cms::KeySource*> sources) : sources_(std::move(sources)) {}

  [[nodiscard]] bool Owns(const cms::RecipientId& id) override;
  [[nodiscard]] Result<nss::UniquePrivateKey> Find(const cms::RecipientId& id) override;

 private:
  std::vector<cms::KeySource*> sources_;
};

}  // namespace signet::store

#endif  // SIGNET_STORE_MEMORY_KEYS_H_

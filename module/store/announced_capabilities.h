// What the owners of certificates have announced that their mail programs read (RFC 8551, 2.5.2),
// as the profile remembers it.
//
// It is kept as NSS's S/MIME profile of the owner and the address, the host's own way: what Signet
// stores the host uses, and the other way round.
#ifndef SIGNET_STORE_ANNOUNCED_CAPABILITIES_H_
#define SIGNET_STORE_ANNOUNCED_CAPABILITIES_H_

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "cms/attributes.h"
#include "pkix/certificate.h"

namespace signet::store {

using Capabilities = std::vector<cms::SMimeCapability>;

// SaveCapabilities remembers what the owner of a certificate announced at a time, for all addresses
// in it, unless something of the same time or later is remembered. Asks for no password. Not
// thread-safe with other changes of the same database. Reasons: storing-failed, token-unavailable.
[[nodiscard]] Result<void> SaveCapabilities(const pkix::Certificate& certificate,
                                            std::span<const cms::SMimeCapability> capabilities,
                                            Time announced_at);

// KnownCapabilities gives the latest that the owner of a certificate has announced for one of its
// addresses; nothing: not known. A look into the database: NSS must run; thread-safe.
[[nodiscard]] std::optional<Capabilities> KnownCapabilities(const pkix::Certificate& certificate);

// CapabilityMemory remembers answers of KnownCapabilities until Forget: a message to hundreds is
// judged at each key that is pressed. Thread-safe.
class CapabilityMemory {
 public:
  [[nodiscard]] std::optional<Capabilities> Of(const pkix::Certificate& certificate);

  // After the database was changed.
  void Forget();

 private:
  std::mutex mutex_;
  std::map<std::string, std::optional<Capabilities>> known_;  // by fingerprint
  std::uint64_t round_ = 0;
};

}  // namespace signet::store

#endif  // SIGNET_STORE_ANNOUNCED_CAPABILITIES_H_

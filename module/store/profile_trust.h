// What the profile trusts for e-mail: its own trust flags and distrust records, and those of the
// built-in roots with their dates.
#ifndef SIGNET_STORE_PROFILE_TRUST_H_
#define SIGNET_STORE_PROFILE_TRUST_H_

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "nss/startup.h"
#include "pkix/path.h"

namespace signet::store {

// ProfileTrust reads NSS's trust records, which the host and its certificate manager write.
// Thread-safe; remembers each answer until Refresh.
//
// NSS's flags for e-mail mean: trusted authority ("C"), an anchor; trusted peer ("P"), this
// certificate alone; explicitly distrusted ("p"), refused; anything else, nothing. An anchor of the
// built-in list may carry CKA_NSS_EMAIL_DISTRUST_AFTER, which becomes Trust::distrust_after.
class ProfileTrust final : public pkix::TrustSource {
 public:
  explicit ProfileTrust(std::shared_ptr<const nss::Runtime> runtime)
      : runtime_(std::move(runtime)) {}

  [[nodiscard]] pkix::Trust EmailTrust(const pkix::Certificate& certificate) const override;

  // Refresh forgets the answers, after trust was changed.
  void Refresh();

 private:
  std::shared_ptr<const nss::Runtime> runtime_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, pkix::Trust> answers_;  // by fingerprint
};

}  // namespace signet::store

#endif  // SIGNET_STORE_PROFILE_TRUST_H_

// LayeredTrust: trust that a person or a command line adds, over what the profile says.
#ifndef SIGNET_PKIX_LAYERED_TRUST_H_
#define SIGNET_PKIX_LAYERED_TRUST_H_

#include "pkix/path.h"

namespace signet::pkix {

// The added trust counts before the base's, except that distrust of the base always wins.
class LayeredTrust final : public TrustSource {
 public:
  // Not owned; both outlive it.
  LayeredTrust(const TrustSource& added, const TrustSource& base) : added_(&added), base_(&base) {}

  [[nodiscard]] Trust EmailTrust(const Certificate& certificate) const override {
    Trust trust = base_->EmailTrust(certificate);
    if (trust.level == Trust::Level::kDistrusted) {
      return trust;
    }
    const Trust added = added_->EmailTrust(certificate);
    return added.level == Trust::Level::kNone ? trust : added;
  }

 private:
  const TrustSource* added_;
  const TrustSource* base_;
};

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_LAYERED_TRUST_H_

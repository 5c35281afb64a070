// AskingKeys: the person's keys for one message that they want to read.
#ifndef SIGNET_PANEL_ASKING_KEYS_H_
#define SIGNET_PANEL_ASKING_KEYS_H_

#include <utility>

#include "base/result.h"
#include "cms/enveloped_data.h"
#include "nss/owners.h"
#include "store/profile_keys.h"

namespace signet::panel {

// AskingKeys asks for a password where a key needs one, if it may, but a person who declines once
// is left alone for the rest of the message: password-cancelled. One thread at a time.
class AskingKeys final : public cms::KeySource {
 public:
  // The keys outlive this.
  AskingKeys(store::ProfileKeys& keys, bool may_ask) : keys_(&keys), may_ask_(may_ask) {}

  [[nodiscard]] bool Owns(const cms::RecipientId& id) override { return keys_->Owns(id); }

  [[nodiscard]] Result<nss::UniquePrivateKey> Find(const cms::RecipientId& id) override {
    auto key = may_ask_ && !declined_ ? keys_->Find(id) : keys_->Quiet().Find(id);
    if (!key && may_ask_ && key.error().code == ReasonCode::kPasswordNeeded) {
      declined_ = true;
      Reason reason = std::move(key).error();
      reason.code = ReasonCode::kPasswordCancelled;
      return std::unexpected(std::move(reason));
    }
    return key;
  }

 private:
  store::ProfileKeys* keys_;
  bool may_ask_;
  bool declined_ = false;
};

}  // namespace signet::panel

#endif  // SIGNET_PANEL_ASKING_KEYS_H_

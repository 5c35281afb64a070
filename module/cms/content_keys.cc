#include "cms/content_keys.h"

#include <optional>
#include <utility>

#include "base/limits.h"

namespace signet::cms {
namespace {

void Fail(Recipient& recipient, Reason reason) {
  recipient.state = RecipientState::kFailed;
  recipient.reason = std::move(reason);
}

// The reason of a recipient that is ours, or that there is none.
Reason NoKey(const std::vector<Recipient>& recipients) {
  for (const Recipient& recipient : recipients) {
    if (recipient.state == RecipientState::kFailed && recipient.reason) {
      return *recipient.reason;
    }
  }
  return MakeReason(ReasonCode::kNoMatchingKey);
}

}  // namespace

Result<std::vector<CandidateKey>> FindContentKeys(KeySource* keys,
                                                  const ContentEncryption& encryption,
                                                  const std::vector<RecipientMethod>& methods,
                                                  std::vector<Recipient>& recipients) {
  std::vector<CandidateKey> candidates;
  const nss::KeyUse use = ContentKeyUse(encryption);
  std::size_t attempts = 0;
  for (std::size_t i = 0; i < recipients.size() && keys != nullptr; ++i) {
    Recipient& recipient = recipients[i];
    const bool is_done = !candidates.empty() && candidates.back().is_certain;
    if (is_done || attempts == limits::kCmsKeyAttempts) {
      if (recipient.state != RecipientState::kUnusable) {
        recipient.state = RecipientState::kNotTried;
      }
      continue;
    }
    if (recipient.state == RecipientState::kUnusable) {
      if (keys->Owns(recipient.id)) {
        recipient.state = RecipientState::kFailed;
      }
      continue;
    }
    auto key = keys->Find(recipient.id);
    if (!key) {
      if (key.error().code == ReasonCode::kCancelled) {
        return std::unexpected(std::move(key).error());
      }
      Fail(recipient, std::move(key).error());
      continue;
    }
    if (!*key) {
      continue;  // kNotOurs
    }
    ++attempts;
    auto unwrapped = UnwrapContentKey(methods[i], key->get(), use);
    if (unwrapped) {
      auto derived = DeriveContentKey(encryption, std::move(unwrapped->key));
      if (derived) {
        recipient.state = RecipientState::kNotTried;
        candidates.push_back({i, std::move(*derived), unwrapped->is_certain});
        continue;
      }
      Fail(recipient, std::move(derived).error());
      continue;
    }
    Fail(recipient, std::move(unwrapped).error());
  }
  if (candidates.empty()) {
    return std::unexpected(NoKey(recipients));
  }
  return candidates;
}

}  // namespace signet::cms

// The view model of the validation window: the answers about certificates that are stored.
#ifndef SIGNET_PANEL_VALIDATION_H_
#define SIGNET_PANEL_VALIDATION_H_

#include <optional>
#include <string>
#include <vector>

#include "idl/validation.h"
#include "store/answer_cache.h"

namespace signet::panel {

// Validation answers from the cache. Thread-safe.
class Validation final : public idl::Validation {
 public:
  // The cache is not owned and outlives the panel; null: nothing is stored.
  explicit Validation(store::AnswerCache* cache) : cache_(cache) {}

  [[nodiscard]] Result<std::vector<idl::StoredAnswerView>> Answers(
      const idl::CallContext& context) override;
  [[nodiscard]] Result<void> Remove(idl::FetchKind kind, const std::string& key,
                                    const idl::CallContext& context) override;
  [[nodiscard]] Result<std::optional<idl::FetchRequest>> Renewal(
      idl::FetchKind kind, const std::string& key, const idl::CallContext& context) override;
  [[nodiscard]] Result<std::optional<idl::Reason>> Renew(idl::FetchKind kind,
                                                         const std::string& key,
                                                         const idl::FetchOutcome& outcome,
                                                         double time,
                                                         const idl::CallContext& context) override;
  [[nodiscard]] Result<bool> ArePublic(const std::vector<std::string>& addresses,
                                       const idl::CallContext& context) override;

 private:
  store::AnswerCache* cache_;
};

}  // namespace signet::panel

#endif  // SIGNET_PANEL_VALIDATION_H_

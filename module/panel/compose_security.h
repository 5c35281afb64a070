// The view model of the compose window: Security menu, status icons, whether to send, and sending.
#ifndef SIGNET_PANEL_COMPOSE_SECURITY_H_
#define SIGNET_PANEL_COMPOSE_SECURITY_H_

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "idl/compose_security.h"
#include "panel/compose_judgement.h"
#include "panel/profile.h"
#include "panel/question.h"
#include "pkix/fetch.h"
#include "store/answer_cache.h"

namespace signet::panel {

// ViewOf gives a judgement the form that the compose window shows.
[[nodiscard]] idl::ComposeSecurityView ViewOf(const ComposeJudgement& judgement);

// ComposeSecurity judges what is written with a profile's certificates and keys, each time anew,
// and protects it: nothing leaves weaker than it looks. Thread-safe.
class ComposeSecurity final : public idl::ComposeSecurity {
 public:
  // The profile outlives the panel, as does the cache of fetched answers; it may be null.
  explicit ComposeSecurity(Profile& profile, store::AnswerCache* answers = nullptr)
      : profile_(&profile), answers_(answers) {}

  [[nodiscard]] Result<idl::ComposeSecurityView> View(const idl::ComposeMessage& message,
                                                      const idl::CallContext& context) override;
  [[nodiscard]] Result<idl::ComposeSecurityView> Refine(
      std::uint64_t question, const std::vector<idl::FetchOutcome>& outcomes, bool last,
      const idl::CallContext& context) override;
  // Reasons: those of store::ProfileKeys::PrivateKey, protection-changed (it cannot be signed).
  [[nodiscard]] Result<void> Unlock(const idl::ComposeMessage& message,
                                    const idl::CallContext& context) override;
  // Reasons: protection-changed, those of store::ProfileKeys::PrivateKey and smime::Compose.
  [[nodiscard]] Result<idl::ProtectedMessage> Protect(const idl::ComposeMessage& message,
                                                      const idl::ComposeSecurityView& shown,
                                                      const idl::MessageToProtect& written,
                                                      const idl::CallContext& context) override;

 private:
  // A message whose judgement may go on.
  struct OpenMessage {
    idl::ComposeMessage message;
    Question question;
  };
  // Judges with all that the question knows by now, and says what to fetch.
  [[nodiscard]] ComposeJudgement JudgeWith(const idl::ComposeMessage& message, Question& question,
                                           std::vector<pkix::Fetch>& next);
  // Judges with what is on this machine.
  [[nodiscard]] Result<ComposeJudgement> JudgeHere(const idl::ComposeMessage& message);
  // The view; what waits for answers is kept for Refine.
  [[nodiscard]] idl::ComposeSecurityView GoOn(std::unique_ptr<OpenMessage> open);

  Profile* profile_;
  store::AnswerCache* answers_;
  std::mutex mutex_;
  std::map<std::uint64_t, std::unique_ptr<OpenMessage>> open_;  // the oldest first
  std::uint64_t last_question_ = 0;
};

}  // namespace signet::panel

#endif  // SIGNET_PANEL_COMPOSE_SECURITY_H_

// The view model of received mail: header icons and the Message Security window.
#ifndef SIGNET_PANEL_MESSAGE_SECURITY_H_
#define SIGNET_PANEL_MESSAGE_SECURITY_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "idl/message_security.h"
#include "panel/collection.h"
#include "panel/profile.h"
#include "panel/question.h"
#include "panel/revocation.h"
#include "pkix/certificate.h"
#include "smime/findings.h"
#include "smime/reader.h"
#include "store/answer_cache.h"
#include "store/sightings.h"

namespace signet::panel {

// ViewOf gives findings the form in which windows and the command line show them.
[[nodiscard]] idl::MessageSecurityView ViewOf(const smime::Findings& findings);

// MessageSecurity judges messages with a profile's certificates and trust, and remembers the
// certificates that its answers named, so that a window can ask for one. Thread-safe.
class MessageSecurity final : public idl::MessageSecurity {
 public:
  // The profile outlives the panel, as does the cache of fetched answers; it may be null.
  explicit MessageSecurity(Profile& profile, store::AnswerCache* answers = nullptr)
      : profile_(&profile), answers_(answers), collector_(profile) {}

  // UseRevocation says how revocation is asked where JudgeOptions::validation does not; without it,
  // it is not. Before the first question.
  void UseRevocation(RevocationSupport support) { revocation_ = std::move(support); }

  // UseMemory says what was seen before (store/sightings.h); not owned, outlives the panel, null:
  // nothing is known. `remember`: what is found valid is added, which is right only where the time
  // to judge at is the clock's. Before the first question.
  void UseMemory(store::Sightings* seen, bool remember) {
    seen_ = seen;
    remember_ = remember;
  }

  [[nodiscard]] Result<idl::MessageSecurityView> Judge(const idl::JudgeOptions& options,
                                                       ByteView message,
                                                       const idl::CallContext& context) override;
  [[nodiscard]] Result<idl::OpenedMessage> Open(const idl::JudgeOptions& options, bool may_ask,
                                                ByteView message,
                                                const idl::CallContext& context) override;
  [[nodiscard]] Result<idl::MessageSecurityView> Refine(
      std::uint64_t question, const std::vector<idl::FetchOutcome>& outcomes, bool last,
      const idl::CallContext& context) override;
  // JudgeObject judges a CMS object that is not in a message, with the content of a detached
  // signature (smime::OpenObject). For the command line.
  [[nodiscard]] Result<idl::MessageSecurityView> JudgeObject(const idl::JudgeOptions& options,
                                                             ByteView object,
                                                             const std::optional<ByteView>& content,
                                                             const idl::CallContext& context);
  [[nodiscard]] Result<std::optional<idl::Buffer>> Certificate(
      const std::string& sha256, const idl::CallContext& context) override;

 private:
  // A person looks at certificates of the last few messages; a mailbox stepped through must not
  // grow the memory.
  static constexpr std::size_t kRemembered = 500;

  using OpenWith = std::function<Result<smime::Opened>(const smime::ReaderSources&)>;
  // Opens, and judges as long as something more about certificates is to be had.
  [[nodiscard]] Result<smime::Findings> AskOn(const OpenWith& open,
                                              const smime::ReadOptions& options);
  // A message whose judgement may go on.
  struct OpenJudgement {
    smime::Opened opened;
    smime::ReadOptions options;
    Question question;
    idl::JudgeOptions asked;
    Collector::Known known;
  };
  // Opens and judges: as the settings say where there are some, otherwise by UseRevocation.
  [[nodiscard]] Result<idl::MessageSecurityView> View(const OpenWith& open,
                                                      const smime::ReadOptions& options,
                                                      const idl::JudgeOptions& asked);
  // What a judgement is made with, but for revocation.
  [[nodiscard]] smime::ReaderSources Sources();
  // The view of a judgement that nothing more is to come for: only then is anything collected or
  // remembered.
  [[nodiscard]] idl::MessageSecurityView Concluded(const smime::Findings& findings,
                                                   const Collector::Known& known,
                                                   const idl::JudgeOptions& asked);
  // Judges with all that is known by now; what waits for answers is kept for Refine.
  [[nodiscard]] idl::MessageSecurityView GoOn(std::unique_ptr<OpenJudgement> judgement);

  void Remember(const smime::Findings& findings);
  void Remember(const pkix::CertificatePtr& certificate);

  Profile* profile_;
  store::AnswerCache* answers_;
  Collector collector_;
  RevocationSupport revocation_;
  store::Sightings* seen_ = nullptr;
  bool remember_ = false;
  std::mutex mutex_;
  std::map<std::uint64_t, std::unique_ptr<OpenJudgement>> open_;  // the oldest first
  std::uint64_t last_question_ = 0;
  std::map<std::string, pkix::CertificatePtr> certificates_;
  std::list<std::string> oldest_first_;
};

}  // namespace signet::panel

#endif  // SIGNET_PANEL_MESSAGE_SECURITY_H_

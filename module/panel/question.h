// Question: one judgement that goes on while answers come from the network. What is stored is used
// first; only what it leaves open is worth asking for.
#ifndef SIGNET_PANEL_QUESTION_H_
#define SIGNET_PANEL_QUESTION_H_

#include <functional>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"
#include "idl/validation.h"
#include "pkix/evidence.h"
#include "pkix/fetch.h"
#include "pkix/path.h"
#include "pkix/revocation.h"
#include "store/answer_cache.h"

namespace signet::panel {

// Move-only; one thread at a time.
class Question {
 public:
  // Begin reads the person's settings. `cache` is not owned, outlives the question and may be null;
  // `now` is the clock. Reason: internal.
  [[nodiscard]] static Result<Question> Begin(const idl::ValidationSettings& settings,
                                              store::AnswerCache* cache, Time now);

  // What a judgement is made with; valid as long as the question stays where it is.
  [[nodiscard]] const pkix::RevocationSettings& revocation() const { return revocation_; }
  // Everything that could tell more, whether the settings allow it or not: what nobody asked is
  // "not checked".
  [[nodiscard]] const pkix::FetchSettings& fetches() const { return fetches_; }
  [[nodiscard]] const pkix::Evidence& evidence() const { return evidence_; }
  // What in the settings cannot be used: responder-unusable.
  [[nodiscard]] const std::vector<Reason>& problems() const { return problems_; }

  // GoOn takes what a judgement could use, asks again as long as the cache has some of it, and
  // gives what should be fetched now. Empty: the judgement is final.
  [[nodiscard]] std::vector<pkix::Fetch> GoOn(std::vector<pkix::Fetch> wanted,
                                              const std::function<std::vector<pkix::Fetch>()>& ask);
  // Supply takes the outcomes of what GoOn gave last, in its order; those that are missing count as
  // not answered. `last`: nothing more is to be fetched.
  void Supply(const std::vector<idl::FetchOutcome>& outcomes, bool last);
  // Keep stores what was fetched and decided.
  void Keep(const pkix::PathResult& result);

 private:
  Question() = default;
  [[nodiscard]] bool Allows(const pkix::Fetch& fetch) const;
  void UseResponder(const idl::ValidationSettings& settings);

  pkix::RevocationSettings revocation_;
  pkix::FetchSettings fetches_;
  pkix::FetchSettings allowed_;
  bool online_ = false;
  pkix::Evidence evidence_;
  std::vector<pkix::Fetch> under_way_;
  std::vector<Reason> problems_;
  store::AnswerCache* cache_ = nullptr;
  Time now_;
};

// KindOf gives a kind of fetch the form of the contract.
[[nodiscard]] idl::FetchKind KindOf(pkix::FetchKind kind);

// ViewOf gives a fetch the form of the contract.
[[nodiscard]] idl::FetchRequest ViewOf(const pkix::Fetch& fetch);

// ProblemOf is why a fetch brought nothing; a code that is not about fetching counts as
// fetch-no-answer. Texts `host`, `status`.
[[nodiscard]] Reason ProblemOf(const idl::FetchOutcome& outcome, const pkix::Fetch& fetch);

}  // namespace signet::panel

#endif  // SIGNET_PANEL_QUESTION_H_

#include "cli/online.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace signet::cli {
namespace {

using Ask = std::function<std::vector<pkix::Fetch>()>;

// Asks again as long as the cache has something of these kinds that helps.
void UseStored(const AskOnOptions& options, const std::vector<pkix::FetchKind>& kinds,
               std::vector<pkix::Fetch>& wanted, pkix::Evidence& evidence, const Ask& ask) {
  while (options.cache != nullptr && options.cache->Fill(wanted, kinds, options.now, evidence)) {
    wanted = ask();
  }
}

using Clock = std::chrono::steady_clock;

// Makes the fetches, within the time that is left for all.
void Fetch(const AskOnOptions& options, const std::vector<pkix::Fetch>& fetches,
           Clock::time_point end, pkix::Evidence& evidence) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
  if (left.count() <= 0) {
    for (const pkix::Fetch& fetch : fetches) {
      evidence.Fail(fetch, MakeReason(ReasonCode::kFetchTooSlow)
                               .With("host", pkix::HostOf(fetch.url))
                               .Because(fetch.url + ": the time for all fetches together is over"));
    }
    return;
  }
  HttpLimits limits = options.http;
  limits.time = std::min(limits.time, left);
  std::vector<Result<Bytes>> answers =
      options.memo->Perform(fetches, limits, options.cache, limits.time < options.http.time);
  for (std::size_t i = 0; i < fetches.size(); ++i) {
    if (answers[i]) {
      evidence.Supply(fetches[i], *std::move(answers[i]), options.nonce);
    } else {
      evidence.Fail(fetches[i], std::move(answers[i]).error());
    }
  }
}

std::string KeyOf(const pkix::Fetch& fetch) {
  return fetch.url + "\n" + std::string{AsText(fetch.body)};
}

}  // namespace

std::vector<Result<Bytes>> FetchMemo::Perform(const std::vector<pkix::Fetch>& fetches,
                                              const HttpLimits& limits, store::AnswerCache* cache,
                                              bool in_haste) {
  std::map<std::string, Result<Bytes>> outcomes;
  std::vector<pkix::Fetch> missing;
  {
    const std::scoped_lock lock(mutex_);
    for (const pkix::Fetch& fetch : fetches) {
      const std::string key = KeyOf(fetch);
      if (const auto known = outcomes_.find(key); known != outcomes_.end()) {
        outcomes.insert(*known);
      } else {
        missing.push_back(fetch);
      }
    }
  }
  std::vector<store::StoredCopy> copies(missing.size());
  std::vector<store::HttpValidators> conditions(missing.size());
  for (std::size_t i = 0; i < missing.size() && cache != nullptr; ++i) {
    copies[i] = cache->Copy(missing[i]).value_or(store::StoredCopy{});
    conditions[i] = copies[i].validators;
  }
  std::vector<Result<HttpAnswer>> fetched = cli::Perform(missing, limits, conditions);
  const std::scoped_lock lock(mutex_);
  for (std::size_t i = 0; i < missing.size(); ++i) {
    const std::string key = KeyOf(missing[i]);
    if (!fetched[i]) {
      outcomes.insert_or_assign(key, std::unexpected(fetched[i].error()));
    } else if (fetched[i]->not_modified) {
      // It is stored anew, as if it had come.
      to_note_.push_back({missing[i], std::move(copies[i].validators)});
      outcomes.insert_or_assign(key, std::move(copies[i].answer));
    } else {
      if (!fetched[i]->validators.empty() && missing[i].kind == pkix::FetchKind::kCrl) {
        to_note_.push_back({missing[i], std::move(fetched[i]->validators)});
      }
      outcomes.insert_or_assign(key, std::move(fetched[i]->octets));
    }
    if (fetched[i] || !in_haste) {
      outcomes_.insert_or_assign(key, outcomes.at(key));
    }
  }
  std::vector<Result<Bytes>> answers;
  answers.reserve(fetches.size());
  for (const pkix::Fetch& fetch : fetches) {
    answers.push_back(outcomes.at(KeyOf(fetch)));
  }
  return answers;
}

void FetchMemo::NoteValidators(store::AnswerCache& cache) {
  const std::scoped_lock lock(mutex_);
  for (const Fetched& each : to_note_) {
    if (const auto found = outcomes_.find(KeyOf(each.fetch));
        found != outcomes_.end() && found->second) {
      cache.NoteValidators(each.fetch, *found->second, each.validators);
    }
  }
  to_note_.clear();
}

void AskOn(const AskOnOptions& options, std::vector<pkix::Fetch> wanted, pkix::Evidence& evidence,
           const Ask& ask) {
  UseStored(options, {pkix::FetchKind::kIssuer}, wanted, evidence, ask);
  const Clock::time_point end = Clock::now() + options.http.together;
  while (options.online) {
    const std::vector<pkix::Fetch> next = evidence.Next(wanted);
    if (next.empty()) {
      break;
    }
    Fetch(options, next, end, evidence);
    wanted = ask();
  }
  UseStored(options, {pkix::FetchKind::kOcsp, pkix::FetchKind::kCrl}, wanted, evidence, ask);
}

}  // namespace signet::cli

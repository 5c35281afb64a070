#include "cli/online.h"

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

void Fetch(const AskOnOptions& options, const std::vector<pkix::Fetch>& fetches,
           pkix::Evidence& evidence) {
  std::vector<Result<Bytes>> answers = options.memo != nullptr
                                           ? options.memo->Perform(fetches, options.http)
                                           : Perform(fetches, options.http);
  for (std::size_t i = 0; i < fetches.size(); ++i) {
    if (answers[i]) {
      evidence.Supply(fetches[i], *std::move(answers[i]), options.nonce);
    } else {
      evidence.Fail(fetches[i], std::move(answers[i]).error());
    }
  }
}

}  // namespace

std::vector<Result<Bytes>> FetchMemo::Perform(const std::vector<pkix::Fetch>& fetches,
                                              const HttpLimits& limits) {
  const auto key_of = [](const pkix::Fetch& fetch) {
    return fetch.url + "\n" + std::string{AsText(fetch.body)};
  };
  std::vector<pkix::Fetch> missing;
  {
    const std::scoped_lock lock(mutex_);
    for (const pkix::Fetch& fetch : fetches) {
      if (!outcomes_.contains(key_of(fetch))) {
        missing.push_back(fetch);
      }
    }
  }
  std::vector<Result<Bytes>> fetched = cli::Perform(missing, limits);
  const std::scoped_lock lock(mutex_);
  for (std::size_t i = 0; i < missing.size(); ++i) {
    outcomes_.insert_or_assign(key_of(missing[i]), std::move(fetched[i]));
  }
  std::vector<Result<Bytes>> answers;
  answers.reserve(fetches.size());
  for (const pkix::Fetch& fetch : fetches) {
    answers.push_back(outcomes_.at(key_of(fetch)));
  }
  return answers;
}

void AskOn(const AskOnOptions& options, std::vector<pkix::Fetch> wanted, pkix::Evidence& evidence,
           const Ask& ask) {
  UseStored(options, {pkix::FetchKind::kIssuer}, wanted, evidence, ask);
  while (options.online) {
    const std::vector<pkix::Fetch> next = evidence.Next(wanted);
    if (next.empty()) {
      break;
    }
    Fetch(options, next, evidence);
    wanted = ask();
  }
  UseStored(options, {pkix::FetchKind::kOcsp, pkix::FetchKind::kCrl}, wanted, evidence, ask);
}

}  // namespace signet::cli

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
  std::vector<Result<Bytes>> answers = Perform(fetches, options.http);
  for (std::size_t i = 0; i < fetches.size(); ++i) {
    if (answers[i]) {
      evidence.Supply(fetches[i], *std::move(answers[i]), options.nonce);
    } else {
      evidence.Fail(fetches[i], std::move(answers[i]).error());
    }
  }
}

}  // namespace

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

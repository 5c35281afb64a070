#include "cli/online.h"

#include <utility>

namespace signet::cli {

void FetchAndAskAgain(std::vector<pkix::Fetch> wanted, pkix::Evidence& evidence, ByteView nonce,
                      const HttpLimits& limits,
                      const std::function<std::vector<pkix::Fetch>()>& ask) {
  while (true) {
    const std::vector<pkix::Fetch> next = evidence.Next(wanted);
    if (next.empty()) {
      return;
    }
    std::vector<Result<Bytes>> answers = Perform(next, limits);
    for (std::size_t i = 0; i < next.size(); ++i) {
      if (answers[i]) {
        evidence.Supply(next[i], *std::move(answers[i]), nonce);
      } else {
        evidence.Fail(next[i], std::move(answers[i]).error());
      }
    }
    wanted = ask();
  }
}

}  // namespace signet::cli

// The round of asking, fetching and asking again (pkix/evidence.h), for every command that may.
#ifndef SIGNET_CLI_ONLINE_H_
#define SIGNET_CLI_ONLINE_H_

#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"
#include "cli/http_client.h"
#include "pkix/evidence.h"
#include "pkix/fetch.h"
#include "store/answer_cache.h"

namespace signet::cli {

// RFC 9654, 2.1.
inline constexpr std::size_t kNonceOctets = 32;

// FetchMemo keeps the outcomes of one run, so that a thousand messages of one sender ask once.
// Thread-safe.
class FetchMemo {
 public:
  // Answers for fetches as Perform gives them; only what was not fetched before is. Of a CRL that
  // the cache has, the server is asked only whether it has changed; the cache may be null.
  // `in_haste`: there was less time than usual, so that a failure is not the server's and may end
  // otherwise next time.
  [[nodiscard]] std::vector<Result<Bytes>> Perform(const std::vector<pkix::Fetch>& fetches,
                                                   const HttpLimits& limits,
                                                   store::AnswerCache* cache, bool in_haste);

  // NoteValidators tells the cache what servers gave with the answers that it stores by now.
  void NoteValidators(store::AnswerCache& cache);

 private:
  struct Fetched {
    pkix::Fetch fetch;
    store::HttpValidators validators;
  };

  std::mutex mutex_;
  std::map<std::string, Result<Bytes>> outcomes_;  // by URL and body
  std::vector<Fetched> to_note_;
};

struct AskOnOptions {
  // False: only what is stored is used.
  bool online = false;
  // That of OCSP questions.
  Bytes nonce;
  HttpLimits http;
  // Not owned; may be null.
  store::AnswerCache* cache = nullptr;
  FetchMemo* memo = nullptr;  // never null
  // The clock.
  Time now;
};

// AskOn goes on with a question that was asked once, with the outcome `wanted`: as long as
// something could be fetched, and there is time, fetches it and asks again. Whoever is not asked
// any more in time was too slow (fetch-too-slow). `ask` asks with what is at hand and gives
// what could be fetched. Stored issuers are used first; stored answers about revocation only where
// the network has none, since "online" means to ask now.
void AskOn(const AskOnOptions& options, std::vector<pkix::Fetch> wanted, pkix::Evidence& evidence,
           const std::function<std::vector<pkix::Fetch>()>& ask);

}  // namespace signet::cli

#endif  // SIGNET_CLI_ONLINE_H_

// The round of asking, fetching and asking again (pkix/evidence.h), for every command that may.
#ifndef SIGNET_CLI_ONLINE_H_
#define SIGNET_CLI_ONLINE_H_

#include <functional>
#include <vector>

#include "base/bytes.h"
#include "base/time.h"
#include "cli/http_client.h"
#include "pkix/evidence.h"
#include "pkix/fetch.h"
#include "store/answer_cache.h"

namespace signet::cli {

struct AskOnOptions {
  // False: only what is stored is used.
  bool online = false;
  // That of OCSP questions.
  Bytes nonce;
  HttpLimits http;
  // Not owned; may be null.
  store::AnswerCache* cache = nullptr;
  // The clock.
  Time now;
};

// AskOn goes on with a question that was asked once, with the outcome `wanted`: as long as
// something could be fetched, fetches it and asks again. `ask` asks with what is at hand and gives
// what could be fetched. Stored issuers are used first; stored answers about revocation only where
// the network has none, since "online" means to ask now.
void AskOn(const AskOnOptions& options, std::vector<pkix::Fetch> wanted, pkix::Evidence& evidence,
           const std::function<std::vector<pkix::Fetch>()>& ask);

}  // namespace signet::cli

#endif  // SIGNET_CLI_ONLINE_H_

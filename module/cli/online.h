// The round of asking, fetching and asking again (pkix/evidence.h), for every command that may.
#ifndef SIGNET_CLI_ONLINE_H_
#define SIGNET_CLI_ONLINE_H_

#include <functional>
#include <vector>

#include "base/bytes.h"
#include "cli/http_client.h"
#include "pkix/evidence.h"
#include "pkix/fetch.h"

namespace signet::cli {

// FetchAndAskAgain makes fetches as long as there are any. `ask` asks the question with what is at
// hand and gives what could be fetched; it has been asked once, with the outcome `wanted`. `nonce`:
// that of OCSP questions.
void FetchAndAskAgain(std::vector<pkix::Fetch> wanted, pkix::Evidence& evidence, ByteView nonce,
                      const HttpLimits& limits,
                      const std::function<std::vector<pkix::Fetch>()>& ask);

}  // namespace signet::cli

#endif  // SIGNET_CLI_ONLINE_H_

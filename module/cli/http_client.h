// HttpClient performs fetches (pkix/fetch.h) with libcurl: http and https only, without cookies,
// passwords or a name for itself, and with a bound on everything.
//
// The addresses that names resolve to are looked at when the connection is opened, so that neither
// a redirect nor a name server leads into a private network. Behind a proxy of the environment
// (http_proxy, https_proxy, all_proxy) it is the proxy that resolves names; then only addresses
// written in the URL are looked at.
#ifndef SIGNET_CLI_HTTP_CLIENT_H_
#define SIGNET_CLI_HTTP_CLIENT_H_

#include <chrono>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "pkix/fetch.h"
#include "store/answer_cache.h"

namespace signet::cli {

struct HttpLimits {
  // For one fetch, everything included.
  std::chrono::milliseconds time{10000};
  // For all fetches of one question, whose rounds follow each other (cli/online.h).
  std::chrono::milliseconds together{30000};
  long redirects = 5;
  // Loopback and private networks may be asked.
  bool allow_private_addresses = false;
};

// An answer, and what its server gave to ask again with.
struct HttpAnswer {
  Bytes octets;
  store::HttpValidators validators;
  // The server says that what the condition's validators came with has not changed; no octets.
  bool not_modified = false;
};

// Perform makes the fetches, all at the same time, and waits for them. Gives an answer for each, in
// their order; at most Fetch::most_octets. `conditions`: empty, or for each fetch the validators of
// a copy that is at hand (empty ones: there is none). Reasons (text `host`): fetch-no-answer,
// fetch-too-slow, fetch-cut-short, fetch-too-large, fetch-refused (text `status`),
// fetch-redirected-too-often, fetch-address-refused, fetch-not-secure, fetch-answer-not-expected.
// Nothing is read from the wall clock. One thread at a time.
[[nodiscard]] std::vector<Result<HttpAnswer>> Perform(
    const std::vector<pkix::Fetch>& fetches, const HttpLimits& limits,
    const std::vector<store::HttpValidators>& conditions = {});

}  // namespace signet::cli

#endif  // SIGNET_CLI_HTTP_CLIENT_H_

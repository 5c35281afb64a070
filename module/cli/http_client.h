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

namespace signet::cli {

struct HttpLimits {
  // For one fetch, everything included.
  std::chrono::milliseconds time{10000};
  long redirects = 5;
  // Loopback and private networks may be asked.
  bool allow_private_addresses = false;
};

// Perform makes the fetches, all at the same time, and waits for them. Gives an answer for each, in
// their order; at most Fetch::most_octets. Reasons (text `host`): fetch-no-answer, fetch-too-slow,
// fetch-cut-short, fetch-too-large, fetch-refused (text `status`), fetch-redirected-too-often,
// fetch-address-refused, fetch-not-secure, fetch-answer-not-expected. Nothing is read from the wall
// clock. One thread at a time.
[[nodiscard]] std::vector<Result<Bytes>> Perform(const std::vector<pkix::Fetch>& fetches,
                                                 const HttpLimits& limits);

}  // namespace signet::cli

#endif  // SIGNET_CLI_HTTP_CLIENT_H_

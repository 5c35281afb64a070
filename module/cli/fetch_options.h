// The options about revocation and fetching that several commands share.
#ifndef SIGNET_CLI_FETCH_OPTIONS_H_
#define SIGNET_CLI_FETCH_OPTIONS_H_

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/http_client.h"
#include "cli/options.h"
#include "cli/validate_request.h"
#include "pkix/certificate.h"
#include "store/answer_cache.h"

namespace signet::cli {

// DefaultCache is $XDG_CACHE_HOME/signet/answers.sqlite, by default below ~/.cache; empty where the
// environment names neither.
[[nodiscard]] std::string DefaultCache();

// The one service that is asked about every certificate, where the person has chosen one.
struct Responder {
  std::string url;  // empty: the service that each certificate names
  // With whose keys it signs its answers, whoever issued the certificate in question.
  std::vector<pkix::CertificatePtr> signers;
};

struct FetchOptions {
  std::string revocation = "local";
  bool require_revocation = false;
  bool allow_private_addresses = false;
  double seconds = 10;
  double seconds_together = 30;
  // See Responder; the second is a file of certificates.
  std::string responder;
  std::string responder_certificate;
  // File of stored answers; empty: none.
  std::string cache = DefaultCache();

  [[nodiscard]] RevocationMode mode() const;
  [[nodiscard]] HttpLimits limits() const;
  // Reasons: those of ReadCertificates.
  [[nodiscard]] Result<Responder> ReadResponder() const;
  // The cache, if it can be had; it is made only by a command that asks online.
  [[nodiscard]] std::unique_ptr<store::AnswerCache> OpenCache() const;
};

// AddFetchOptions adds --revocation, --require-revocation, --allow-private-addresses,
// --fetch-time, --fetch-time-together, --responder, --responder-cert and --cache; the options
// outlive the application.
void AddFetchOptions(const Command& command, FetchOptions& options);

}  // namespace signet::cli

#endif  // SIGNET_CLI_FETCH_OPTIONS_H_

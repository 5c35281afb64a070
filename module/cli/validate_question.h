// Asks one question of `signet cert validate`: reads the files, validates, and, where that is
// allowed, fetches and validates again.
#ifndef SIGNET_CLI_VALIDATE_QUESTION_H_
#define SIGNET_CLI_VALIDATE_QUESTION_H_

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "cli/fetch_options.h"
#include "cli/http_client.h"
#include "cli/online.h"
#include "cli/validate_request.h"
#include "nss/startup.h"
#include "pkix/evidence.h"
#include "pkix/fetch.h"
#include "pkix/path.h"
#include "pkix/signature_cache.h"
#include "store/answer_cache.h"
#include "store/profile_certificates.h"
#include "store/profile_trust.h"

namespace signet::cli {

// The answer to one request.
struct ValidateAnswer {
  bool valid = false;
  // Null where the certificate cannot be read; `reasons` says why.
  pkix::CertificatePtr certificate;
  pkix::PathResult result;  // without paths where there is no certificate
  // Everything that is wrong with the best path and the address, the most useful first.
  std::vector<Reason> reasons;
  std::vector<Reason> warnings;
  // What could still be used or was tried, and what became of it.
  std::vector<pkix::Fetch> wanted;
  pkix::Evidence evidence;
};

// Asks many questions with the same profile; signature checks are remembered between them. One
// thread at a time.
class Validator {
 public:
  // `now`: the clock, and the time of requests that name none. `http`: for requests that are asked
  // online. `cache` may be null, and outlives this.
  Validator(std::shared_ptr<const nss::Runtime> runtime, Time now, HttpLimits http,
            Responder responder, store::AnswerCache* cache);

  // Ask answers a request that CheckRequest is content with. A certificate that is damaged is an
  // answer. Reason: file-unreadable.
  [[nodiscard]] Result<ValidateAnswer> Ask(const ValidateRequest& request);

 private:
  store::ProfileTrust profile_trust_;
  store::ProfileCertificates profile_certificates_;
  pkix::SignatureCache cache_;
  Time now_;
  HttpLimits http_;
  Responder responder_;
  store::AnswerCache* answers_;
  FetchMemo memo_;
};

}  // namespace signet::cli

#endif  // SIGNET_CLI_VALIDATE_QUESTION_H_

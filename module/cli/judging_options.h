// What certificates are judged with on the command line, the same for every command on messages:
// --anchor, --cert, --crl, --ocsp, --at, and how revocation is asked.
#ifndef SIGNET_CLI_JUDGING_OPTIONS_H_
#define SIGNET_CLI_JUDGING_OPTIONS_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "cli/fetch_options.h"
#include "cli/online.h"
#include "cli/options.h"
#include "panel/profile.h"
#include "panel/revocation.h"
#include "pkix/path.h"
#include "store/answer_cache.h"

namespace signet::cli {

struct JudgingOptions {
  // Files of certificates that are trusted to vouch for e-mail addresses.
  std::vector<std::string> anchors;
  // Files of certificates that are offered, not trusted: authorities, signers, recipients.
  std::vector<std::string> certificates;
  // Files of CRLs and OCSP responses.
  std::vector<std::string> crls;
  std::vector<std::string> ocsp_responses;
  // How revocation is asked.
  FetchOptions fetch;
  // RFC 3339; empty: now.
  std::string at_text;
  // The clock, once the program has read it.
  Time now;

  // The time to judge at.
  [[nodiscard]] Time at() const;
};

// CheckTime is what CLI11 asks of the text of --at: empty if it is a time, otherwise why not.
[[nodiscard]] std::string CheckTime(const std::string& text);

// AddJudgingOptions adds the options; `certificate_help` and `at_help` say what --cert and --at are
// for here. The options outlive the application.
void AddJudgingOptions(const Command& command, JudgingOptions& options,
                       const std::string& certificate_help, const std::string& at_help);

// AddFiles offers what the files of certificates hold to the profile, and trusts the anchors.
// Reasons: those of ReadCertificates.
[[nodiscard]] Result<void> AddFiles(const JudgingOptions& options, panel::Profile& profile);

// RevocationRun asks about revocation in one run of the program: what is at hand, fetched and
// stored. Thread-safe after Open.
class RevocationRun {
 public:
  // `options` is not owned and outlives the run. NSS must run. Reasons: file-unreadable, malformed.
  [[nodiscard]] static Result<std::unique_ptr<RevocationRun>> Open(const JudgingOptions& options);

  // For the panels; its functions use this object, which outlives them.
  [[nodiscard]] panel::RevocationSupport Support();

 private:
  explicit RevocationRun(const JudgingOptions& options);
  [[nodiscard]] Result<void> ReadFiles();

  const JudgingOptions* options_;
  std::unique_ptr<store::AnswerCache> cache_;
  FetchMemo memo_;
  panel::RevocationSupport support_;
};

// CertificateJudge judges certificates before they are used to protect a message. Thread-safe.
class CertificateJudge {
 public:
  // Nothing is owned; all outlive the judge.
  CertificateJudge(const JudgingOptions& options, panel::Profile& profile, RevocationRun& run)
      : options_(&options), profile_(&profile), support_(run.Support()) {}

  struct Verdict {
    // Why it must not be used; nothing: it may.
    std::optional<Reason> reason = std::nullopt;
    // Whether a trusted authority vouches for it.
    bool vouched_for = false;
    // The certificate first, towards the authority.
    std::vector<pkix::CertificatePtr> chain = {};
  };

  // Judge asks everything: trust, usage, dates, strength, revocation.
  [[nodiscard]] Verdict Judge(const pkix::CertificatePtr& certificate, pkix::Purpose purpose) const;

  // JudgeNamed is about a certificate that the person named: his own, or one in a file. It is
  // trusted by that, as far as nobody says that it was revoked and the person has not distrusted
  // it. With --require-revocation an authority must have said that it was not.
  [[nodiscard]] Verdict JudgeNamed(const pkix::CertificatePtr& certificate,
                                   pkix::Purpose purpose) const;

 private:
  [[nodiscard]] pkix::PathResult Validate(const pkix::CertificatePtr& certificate,
                                          pkix::Purpose purpose) const;

  const JudgingOptions* options_;
  panel::Profile* profile_;
  panel::RevocationSupport support_;
};

// CheckUsable says why a certificate does not serve a purpose at a time by itself: its usage, its
// dates, its key.
[[nodiscard]] std::optional<Reason> CheckUsable(const pkix::CertificatePtr& certificate,
                                                pkix::Purpose purpose, Time at);

}  // namespace signet::cli

#endif  // SIGNET_CLI_JUDGING_OPTIONS_H_

// What `signet sign` and `signet encrypt` have in common: the messages, the person's own
// certificates, judging certificates before they are used, and the output.
#ifndef SIGNET_CLI_PROTECTION_H_
#define SIGNET_CLI_PROTECTION_H_

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "cli/judging_options.h"
#include "cli/key_options.h"
#include "cli/message_run.h"
#include "cli/options.h"
#include "panel/profile.h"
#include "pkix/path.h"
#include "smime/composer.h"

namespace signet::cli {

// The options that both have.
struct ProtectionOptions {
  KeyOptions keys;
  JudgingOptions judging;
  MessageOptions options;
  // A file, or a folder for several messages; empty: standard output.
  std::string output;
  Command command;
};

// AddProtectionOptions adds them to a subcommand.
void AddProtectionOptions(const Command& command, ProtectionOptions& options);

// FromOf gives the one address in From; empty where there is none, or several.
[[nodiscard]] std::string FromOf(ByteView message);
// ReceiversOf gives the addresses in To and Cc, each once.
[[nodiscard]] std::vector<std::string> ReceiversOf(ByteView message);

// What stands in the way of protecting a message, or is worth saying.
struct Obstacle {
  // The message, or the recipient.
  std::string about;
  Reason reason;
  // kAllGood: it is only said.
  int status = kSomeFellShort;
  // Words instead of the reason's; empty: the reason's.
  std::string text = {};
};

// A message that is ready to be protected, or not.
struct Preparation {
  smime::ComposeRequest request = {};
  // The signer's, while the request lends it.
  nss::UniquePrivateKey key = nullptr;
  std::vector<Obstacle> obstacles = {};
  // Fingerprints of the certificates that no trusted authority vouches for, but the person.
  std::vector<std::string> named_only = {};
};

// Protection is what one run of a command works with. Thread-safe.
class Protection {
 public:
  // Open starts NSS and reads all files but the messages. Null after it has said on `err` what
  // failed. `options` outlives it.
  [[nodiscard]] static std::unique_ptr<Protection> Open(const ProtectionOptions& options,
                                                        std::ostream& err);

  [[nodiscard]] const Keys& keys() const { return *keys_; }
  [[nodiscard]] panel::Profile& profile() { return *profile_; }
  [[nodiscard]] const CertificateJudge& judge() const { return *judge_; }
  [[nodiscard]] Time at() const { return options_->judging.at(); }

  struct Own {
    pkix::CertificatePtr certificate;
    // It first, towards the authority.
    std::vector<pkix::CertificatePtr> chain;
  };
  // OwnCertificate gives the newest of the person's certificates that serves a purpose: that of
  // this address, or with this SHA-256 fingerprint (or the beginning of it). Reasons:
  // own-certificate-missing, or why the newest one does not serve.
  [[nodiscard]] Result<Own> OwnCertificate(std::string_view wanted, pkix::Purpose purpose) const;

  // Run protects every message, as `prepare` wants it, on any thread. Gives the exit status.
  [[nodiscard]] int Run(const std::function<Preparation(const Input&)>& prepare, std::ostream& out,
                        std::ostream& err) const;

 private:
  explicit Protection(const ProtectionOptions& options) : options_(&options) {}

  const ProtectionOptions* options_;
  std::unique_ptr<Keys> keys_;
  std::unique_ptr<panel::Profile> profile_;
  std::unique_ptr<RevocationRun> revocation_;
  std::unique_ptr<CertificateJudge> judge_;
};

}  // namespace signet::cli

#endif  // SIGNET_CLI_PROTECTION_H_

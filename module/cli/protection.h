// What `signet sign` and `signet encrypt` have in common: the message, the person's own
// certificates, and the output.
#ifndef SIGNET_CLI_PROTECTION_H_
#define SIGNET_CLI_PROTECTION_H_

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "cli/key_options.h"
#include "cli/mapped_file.h"
#include "panel/profile.h"
#include "pkix/path.h"
#include "smime/composer.h"

namespace signet::cli {

// Exit statuses of both commands.
inline constexpr int kProtected = 0;
inline constexpr int kNotProtected = 1;
inline constexpr int kProtectionFailed = 2;

// The options that both have.
struct ProtectionOptions {
  KeyOptions keys;
  // Files of certificates: of authorities, and of recipients.
  std::vector<std::string> certificates;
  // A file; empty: standard output.
  std::string output;
  bool json = false;
  // A file, or "-".
  std::string message;
  CLI::App* command = nullptr;
};

// AddProtectionOptions adds them to a subcommand.
void AddProtectionOptions(CLI::App& command, ProtectionOptions& options);

// MessageFile is the message to be protected, without what a store put before it.
class MessageFile {
 public:
  // Open reads a file, or standard input for "-". Reason: file-unreadable.
  [[nodiscard]] static Result<MessageFile> Open(const std::string& path);

  [[nodiscard]] ByteView octets() const { return octets_; }
  // The one address in From; empty where there is none, or several.
  [[nodiscard]] std::string From() const;
  // The addresses in To and Cc, each once.
  [[nodiscard]] std::vector<std::string> Receivers() const;

 private:
  explicit MessageFile(MappedFile file);

  MappedFile file_;
  ByteView octets_;
};

// OwnCertificate gives the newest of the person's certificates that serves a purpose now: that of
// this address, or with this SHA-256 fingerprint (or the beginning of it). Trust is not asked: it
// is the person's own. Reasons: own-certificate-missing, or why the best one does not serve.
[[nodiscard]] Result<pkix::CertificatePtr> OwnCertificate(const Keys& keys, std::string_view wanted,
                                                          pkix::Purpose purpose, Time at);

// CheckUsable says why a certificate that the person named does not serve a purpose at a time: its
// usage, its dates, its key. Trust is not asked.
[[nodiscard]] std::optional<Reason> CheckUsable(const pkix::CertificatePtr& certificate,
                                                pkix::Purpose purpose, Time at);

// AddCertificates offers the certificates of the files, and of the keys, to the profile.
[[nodiscard]] Result<void> AddCertificates(const ProtectionOptions& options, const Keys& keys,
                                           panel::Profile& profile);

// Protect composes the message into the output and reports what was chosen: with --json on `out`, a
// line. Gives the exit status; a failure is said on `err` and leaves no file behind.
[[nodiscard]] int Protect(const ProtectionOptions& options, const smime::ComposeRequest& request,
                          std::ostream& out, std::ostream& err);

}  // namespace signet::cli

#endif  // SIGNET_CLI_PROTECTION_H_

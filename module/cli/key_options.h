// Private keys on the command line: `--profile`, `--p12`, `--password-file`, and what they give.
#ifndef SIGNET_CLI_KEY_OPTIONS_H_
#define SIGNET_CLI_KEY_OPTIONS_H_

#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/options.h"
#include "cli/passwords.h"
#include "nss/owners.h"
#include "nss/startup.h"
#include "pkix/certificate.h"
#include "store/memory_keys.h"
#include "store/profile_keys.h"

namespace signet::cli {

struct KeyOptions {
  // Folder of an NSS database; empty: none.
  std::string profile;
  // PKCS #12 files.
  std::vector<std::string> pkcs12;
  // File of passwords; empty: none.
  std::string password_file;
};

// AddKeyOptions adds the three options to a subcommand.
void AddKeyOptions(const Command& command, KeyOptions& options);

// Keys are what the options give: NSS, started on the profile, and the person's certificates with
// their private keys. Keys of PKCS #12 files are session objects of NSS and written nowhere; a
// token's password is asked for when its key is wanted first. Thread-safe.
class Keys {
 public:
  // One certificate that has its private key here.
  struct Own {
    pkix::CertificatePtr certificate;
    // For people: the PKCS #12 file or the token.
    std::string from;
  };

  // Open starts NSS and reads the PKCS #12 files. Null after it has said on `err` what failed.
  [[nodiscard]] static std::unique_ptr<Keys> Open(const KeyOptions& options, std::ostream& err);

  [[nodiscard]] const std::shared_ptr<const nss::Runtime>& runtime() const { return runtime_; }

  // Source answers the decoder: files first, in the order given, then the profile.
  [[nodiscard]] cms::KeySource& source() { return *ring_; }

  // List gives the own certificates in the same order, without asking for a password.
  [[nodiscard]] std::vector<Own> List() const;

  // PrivateKey gives the key of a certificate of List. Reasons: those of store::ProfileKeys, and
  // algorithm-unsupported where NSS could not take a file's key.
  [[nodiscard]] Result<nss::UniquePrivateKey> PrivateKey(
      const pkix::Certificate& certificate) const;

  // Every certificate of the PKCS #12 files, authorities included: offered, not trusted.
  [[nodiscard]] const std::vector<pkix::CertificatePtr>& certificates() const {
    return certificates_;
  }

 private:
  struct File {
    std::string path;
    store::MemoryKeys keys;
  };

  explicit Keys(std::shared_ptr<const nss::Runtime> runtime) : runtime_(std::move(runtime)) {}
  void Add(const std::string& path, store::Pkcs12Contents contents);

  std::shared_ptr<const nss::Runtime> runtime_;
  std::vector<std::unique_ptr<File>> files_;
  std::vector<pkix::CertificatePtr> certificates_;
  std::optional<store::ProfileKeys> profile_keys_;
  std::optional<store::KeyRing> ring_;
};

}  // namespace signet::cli

#endif  // SIGNET_CLI_KEY_OPTIONS_H_

// What the verbs of `signet cert` that work on a profile share: its options, opening it, naming
// certificates, and the output.
#ifndef SIGNET_CLI_CERT_STORE_H_
#define SIGNET_CLI_CERT_STORE_H_

#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "base/time.h"
#include "cli/options.h"
#include "cli/passwords.h"
#include "nss/startup.h"
#include "panel/profile.h"
#include "store/stored_certificates.h"

namespace signet::cli {

// What a verb runs in.
struct Surroundings {
  Time now;
  std::ostream& out;
  std::ostream& err;
};

// What was chosen on the command line; gives the exit status.
using CertAction = std::function<int(const Surroundings&)>;

// Exit statuses of the verbs.
inline constexpr int kCertDone = 0;
inline constexpr int kCertNotDone = 1;  // the file or the certificate is not as it must be
inline constexpr int kCertFailed = 2;   // usage, or something could not be read

// Options that every verb has.
struct StoreOptions {
  std::string profile;
  std::string password_file;
  bool json = false;
};
void AddStoreOptions(const Command& verb, StoreOptions& options);

// CertStore is an opened profile. One thread at a time.
class CertStore {
 public:
  // Null after it has said on `err` what failed. `writable`: the profile is going to be changed.
  [[nodiscard]] static std::unique_ptr<CertStore> Open(const StoreOptions& options, bool writable,
                                                       std::ostream& err);

  [[nodiscard]] panel::Profile& profile() { return profile_; }
  [[nodiscard]] const Passwords& passwords() const { return *passwords_; }

  // Find gives the certificates that a name stands for: the beginning of a fingerprint (eight
  // digits at least), an e-mail address, or the owner's name.
  [[nodiscard]] static std::vector<store::StoredCertificate> Find(const std::string& name);

 private:
  CertStore(std::shared_ptr<const nss::Runtime> runtime, std::shared_ptr<Passwords> passwords)
      : passwords_(std::move(passwords)), profile_(std::move(runtime)) {}

  std::shared_ptr<Passwords> passwords_;
  panel::Profile profile_;
};

// FindOne is Find for a verb that works on one certificate; null after it has said on `err` that
// there is none or that there are several.
[[nodiscard]] std::unique_ptr<store::StoredCertificate> FindOne(const std::string& name,
                                                                std::ostream& err);

// CertificateJson has the members sha256, kind ("own", "authority", "person"), name, addresses,
// subject, issuer, serial, not_before, not_after, public_key, tokens, trust ("none", "trusted",
// "peer", "distrusted"), signing and encryption: for each `usable` and `reasons` (code, text,
// remedy).
[[nodiscard]] nlohmann::ordered_json CertificateJson(const store::StoredCertificate& stored,
                                                     const store::JudgeContext& judging);

// CertificateLines is the same for people: one line, and the reasons if `details`.
[[nodiscard]] std::string CertificateLines(const store::StoredCertificate& stored,
                                           const store::JudgeContext& judging, bool details);

// ReasonsOf is the JSON of reasons: code, text, remedy.
[[nodiscard]] nlohmann::ordered_json CertReasonsJson(const std::vector<Reason>& reasons);

// The verbs, one file each. `chosen` is set when the verb was given.
void AddCertList(const Command& cert, CertAction& chosen);
void AddCertShow(const Command& cert, CertAction& chosen);
void AddCertImport(const Command& cert, CertAction& chosen);
void AddCertRequest(const Command& cert, CertAction& chosen);
void AddCertExport(const Command& cert, CertAction& chosen);
void AddCertBackup(const Command& cert, CertAction& chosen);
void AddCertTrust(const Command& cert, CertAction& chosen);
void AddCertDelete(const Command& cert, CertAction& chosen);

// AddCertStoreVerbs adds them all to `signet cert`.
void AddCertStoreVerbs(const Command& cert, CertAction& chosen);

}  // namespace signet::cli

#endif  // SIGNET_CLI_CERT_STORE_H_

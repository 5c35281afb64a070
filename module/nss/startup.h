// Start-up: NSS is one per process, and Signet meets it in two ways.
//
//  - Open: the command line and the tests start it, on a profile's own NSS database or on none. It
//    ends when the last Runtime is gone.
//  - Join: inside a host that has started it already (Thunderbird). Signet uses the host's NSS,
//  with
//    its tokens, its trust and its password prompts, and never configures it or shuts it down.
//
// Both are thread-safe. Every NSS handle of nss/owners.h must be gone before its Runtime.
#ifndef SIGNET_NSS_STARTUP_H_
#define SIGNET_NSS_STARTUP_H_

#include <pk11pub.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"

namespace signet::nss {

// Asked for the password of a token, by its name (TokenName of nss/token.h). `again` says that the
// answer to the last question was wrong. No answer: the token stays locked. Called on the thread
// that needs the key, possibly from several at once.
using PasswordSource =
    std::function<std::optional<std::string>(const std::string& token, bool again)>;

// What Open starts.
struct StartupOptions {
  // Folder of an NSS database in SQLite form (cert9.db, key4.db). Empty: no database at all.
  std::filesystem::path profile = {};
  // Opens the database for writing. Otherwise nothing in the folder is changed.
  bool writable = false;
  // Loads the module of built-in root certificates (libnssckbi), which in Thunderbird's own process
  // belongs to the host and is not written in the profile. Only then, because it costs start-up
  // time.
  bool builtin_roots = false;
  // Where builtin_roots finds the module; empty: next to NSS itself, by the loader's rules.
  std::filesystem::path builtin_roots_module = {};
  // Without one nobody is ever asked and locked tokens stay locked.
  PasswordSource password = {};
};

// Runtime keeps NSS running. Obtained from Open or Join, shared by all who need NSS.
class Runtime {
 public:
  // Opens NSS, or gives the running one if it was opened with the same profile by this function;
  // its other options stay then, but built-in roots are loaded if they were not yet. Reasons:
  // profile-unusable (texts: `path`, the folder; `problem`, one of `missing`, `not-a-database`,
  // `old-format`, `locked`, `unreadable`, `roots-missing`, `other`), and invalid-request if NSS
  // already runs with another profile or belongs to a host.
  [[nodiscard]] static Result<std::shared_ptr<const Runtime>> Open(const StartupOptions& options);

  // Joins the NSS that this process's host has started. Reason: profile-unusable (`problem`:
  // `not-started`) if it has not.
  [[nodiscard]] static Result<std::shared_ptr<const Runtime>> Join();

  Runtime(const Runtime&) = delete;
  Runtime& operator=(const Runtime&) = delete;
  Runtime(Runtime&&) = delete;
  Runtime& operator=(Runtime&&) = delete;
  ~Runtime();

  // Says whether NSS belongs to a host (Join).
  [[nodiscard]] bool hosted() const { return hosted_; }
  // The folder that Open was given; empty without one and in a host.
  [[nodiscard]] const std::filesystem::path& profile() const { return profile_; }

 private:
  Runtime(bool hosted, std::filesystem::path profile, PasswordSource password);
  [[nodiscard]] Result<void> Initialize(const StartupOptions& options);
  [[nodiscard]] static char* AskPassword(PK11SlotInfo* slot, int retry, void* context);

  bool hosted_;
  bool initialized_ = false;
  std::filesystem::path profile_;
  PasswordSource password_;
};

// PasswordWasRefused says whether, on this thread and since the last call, a PasswordSource was
// told that its answer was wrong: NSS itself does not tell a wrong password from none. For
// nss/token.h.
[[nodiscard]] bool PasswordWasRefused();

// Version gives the version of the NSS library that is loaded, "3.87.1", not of the headers.
[[nodiscard]] std::string Version();

}  // namespace signet::nss

#endif  // SIGNET_NSS_STARTUP_H_

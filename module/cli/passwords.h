// Passwords: what the command line answers when a PKCS #12 file or a token wants a password, from
// `--password-file` or from the person at the terminal.
#ifndef SIGNET_CLI_PASSWORDS_H_
#define SIGNET_CLI_PASSWORDS_H_

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "nss/secret_bytes.h"
#include "nss/startup.h"

namespace signet::cli {

// Passwords are wiped with their owner. Thread-safe.
//
// Each line of the file is one password. They are tried in their order on PKCS #12 files and on the
// profile's own database, which do not mind a wrong one. Cards and other devices lock themselves
// after a few wrong answers, so their passwords come from the person only.
class Passwords {
 public:
  // Read takes the passwords of a file; an empty name is no file. Reason: file-unreadable.
  [[nodiscard]] static Result<std::shared_ptr<Passwords>> Read(const std::string& file);

  // Those of the file.
  [[nodiscard]] const std::vector<nss::SecretBytes>& lines() const { return lines_; }

  // ForToken answers NSS (nss::PasswordSource).
  [[nodiscard]] std::optional<std::string> ForToken(const std::string& token, bool again);

  // Ask asks the person at the terminal, without echo; nothing where there is no terminal or the
  // answer was an end of input. `again`: the last answer was wrong.
  [[nodiscard]] static std::optional<nss::SecretBytes> Ask(const std::string& about, bool again);

 private:
  [[nodiscard]] std::optional<std::string> Typed(const std::string& token, bool again);

  std::vector<nss::SecretBytes> lines_;
  std::mutex mutex_;
  // The last answer typed for a token, for the other threads that want it, and how many were.
  std::map<std::string, nss::SecretBytes> typed_;
  std::map<std::string, std::size_t> typed_count_;
  // Tokens whose password nobody gave: not asked for again with every message.
  std::set<std::string> given_up_;
};

}  // namespace signet::cli

#endif  // SIGNET_CLI_PASSWORDS_H_

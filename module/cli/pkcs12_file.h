// Opening PKCS #12 files on the command line.
#ifndef SIGNET_CLI_PKCS12_FILE_H_
#define SIGNET_CLI_PKCS12_FILE_H_

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/passwords.h"
#include "store/pkcs12.h"

namespace signet::cli {

// Reads the file with this password (UTF-8).
using Pkcs12Reader = std::function<Result<store::Pkcs12Contents>(std::string_view password)>;

// UnlockPkcs12 calls `read` with the passwords of the password file in their order, then with none
// at all, then with what the person types, until the password is not wrong. `path` is what the
// person is asked about. Reasons: those of `read`; password-needed if nobody gave one.
[[nodiscard]] Result<store::Pkcs12Contents> UnlockPkcs12(const std::string& path,
                                                         const Passwords& passwords,
                                                         const Pkcs12Reader& read);

}  // namespace signet::cli

#endif  // SIGNET_CLI_PKCS12_FILE_H_

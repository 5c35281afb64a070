// Noticing that certificates, keys or trust were changed, by whoever: the host's certificate
// manager, another program, a card that was inserted.
#ifndef SIGNET_NSS_DATABASE_STAMP_H_
#define SIGNET_NSS_DATABASE_STAMP_H_

#include <optional>
#include <string>

namespace signet::nss {

// DatabaseStamp gives a value that is another one after each change of the profile's database (NSS
// keeps no count of its own, but SQLite does: the change counter in the file's header) and after a
// token was inserted, removed, unlocked or locked. Costs some tens of microseconds. Nothing: there
// is no database, or it cannot be told. NSS must run; thread-safe.
[[nodiscard]] std::optional<std::string> DatabaseStamp();

}  // namespace signet::nss

#endif  // SIGNET_NSS_DATABASE_STAMP_H_

// LdapClient makes searches (directory/search.h) with libldap: TLS where it is asked for, simple
// bind, no referrals, and a bound on everything.
#ifndef SIGNET_CLI_LDAP_CLIENT_H_
#define SIGNET_CLI_LDAP_CLIENT_H_

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "directory/finds.h"
#include "directory/search.h"
#include "nss/secret_bytes.h"

namespace signet::cli {

struct LdapServer {
  // "ldap://host:port" or "ldaps://host:port".
  std::string url;
  // For words.
  std::string host;
  bool tls_from_start = false;
  // StartTLS (RFC 4511, 4.14) before anything else is said.
  bool start_tls = false;
  // File of authorities for the server's certificate (PEM); empty: those of the system.
  std::string authorities;
  // Distinguished name to log in with; empty: nobody.
  std::string bind_name;
  nss::SecretBytes password;
  // Where people are in there.
  directory::Place place;

  // Whether what is said can be read on the way: there is no TLS, and it leaves this computer.
  [[nodiscard]] bool IsOpen() const;
};

// ParseLdapUrl reads an LDAP URL (RFC 4516): server, base, scope, which is a subtree unless it is
// named (the standard's own would be the base alone, where nobody is), and filter; attributes are
// ignored. Nothing: it is none, has critical extensions, or libldap is not there.
[[nodiscard]] std::optional<LdapServer> ParseLdapUrl(const std::string& url);

// LookUp asks for the addresses and puts what comes among the finds: several addresses in one
// search, several searches at the same time, all within `time`. What did not work is noted there,
// too. Blocks; reads the monotonic clock. NSS must run.
void LookUp(const LdapServer& server, const std::vector<std::string>& addresses,
            std::chrono::milliseconds time, directory::Finds& finds);

}  // namespace signet::cli

#endif  // SIGNET_CLI_LDAP_CLIENT_H_

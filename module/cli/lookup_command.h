// `signet lookup`: asks a directory for people's certificates and says which can be used.
#ifndef SIGNET_CLI_LOOKUP_COMMAND_H_
#define SIGNET_CLI_LOOKUP_COMMAND_H_

#include "cli/cert_store.h"
#include "cli/options.h"

namespace signet::cli {

// AddLookup adds the subcommand; `chosen` is set when it was given. Exit statuses: 0, everybody has
// a certificate that can be used; 1, somebody has none; 2, usage, or something could not be read or
// written.
//
// With --json it prints an object for each address, a line each: address; certificate (fingerprint
// of the one to use, or null); reasons why there is none, or what went wrong (code, text, remedy);
// candidates, best first: sha256, subject, issuer, addresses, not_before, not_after (RFC 3339),
// capabilities (dotted object identifiers that the owner has announced by a signature), usable,
// reasons (why it cannot be used, or why another one is used).
void AddLookup(const Command& program, CertAction& chosen);

}  // namespace signet::cli

#endif  // SIGNET_CLI_LOOKUP_COMMAND_H_

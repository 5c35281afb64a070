// Addresses in header fields (RFC 5322, section 3.4) and who a message says that it is from.
#ifndef SIGNET_MIME_ADDRESS_H_
#define SIGNET_MIME_ADDRESS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "mime/header.h"

namespace signet::mime {

// Mailbox is one address with the name shown for it.
struct Mailbox {
  // Display name as UTF-8, encoded words decoded; may be empty. Chosen by the sender: proves
  // nothing.
  std::string name;
  // "local@domain" as written, comments and white space removed; "local" alone if there is no
  // domain.
  std::string address;
  // Name of the group it is listed in, or empty.
  std::string group;

  bool operator==(const Mailbox&) const = default;
};

// ParseMailboxes reads the mailboxes of an address-list, those inside groups included, in order.
// What cannot be read is left out; nothing readable gives an empty list.
[[nodiscard]] std::vector<Mailbox> ParseMailboxes(std::string_view unfolded_value);

// Originator is who a message claims as its author, and the oddities that mislead a reader about
// it.
struct Originator {
  // Mailboxes of every From field (From may legally list several; the field may not be repeated).
  std::vector<Mailbox> from;
  // Mailboxes of every Sender field.
  std::vector<Mailbox> sender;
  // The Date field, if it can be read.
  std::optional<Time> date;
  // no-from-address; several-from-addresses (several mailboxes, or several From fields);
  // display-name-misleads (texts `displayName`, `address`: the name contains another address).
  std::vector<Reason> findings;
};

// ReadOriginator never fails: a message without a readable From has the finding no-from-address.
[[nodiscard]] Originator ReadOriginator(const Header& header);

// AddressInName finds an e-mail address in a display name that differs from the real one, or
// nothing. A name is compared as it would look: full-width forms of "@" and "." count, case does
// not.
[[nodiscard]] std::optional<std::string> AddressInName(const Mailbox& mailbox);

}  // namespace signet::mime

#endif  // SIGNET_MIME_ADDRESS_H_

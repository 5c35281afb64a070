// Which addresses of the network belong to nobody else: this computer, private networks, and what
// leads to them.
//
// A certificate in a message names servers to ask. Unless the person's settings allow it, none of
// these are asked: a stranger's message must not make a mail program knock on doors behind the
// firewall.
#ifndef SIGNET_PKIX_NETWORK_ADDRESS_H_
#define SIGNET_PKIX_NETWORK_ADDRESS_H_

#include <optional>
#include <string>

#include "base/bytes.h"

namespace signet::pkix {

// IsPrivateAddress judges an address of 4 or 16 octets, in network order: everything that is not
// globally reachable unicast (IANA's registries of special-purpose addresses, RFC 6890), also
// inside of IPv6 (mapped, NAT64, 6to4). Anything of another length is private.
[[nodiscard]] bool IsPrivateAddress(ByteView address);

// ParseNetworkAddress reads "192.0.2.1" or "2001:db8::1" into 4 or 16 octets. Nothing: it is a
// name.
[[nodiscard]] std::optional<Bytes> ParseNetworkAddress(const std::string& text);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_NETWORK_ADDRESS_H_

// Names that NSS has for object identifiers.
#ifndef SIGNET_NSS_OID_NAMES_H_
#define SIGNET_NSS_OID_NAMES_H_

#include <string>

#include "base/bytes.h"

namespace signet::nss {

// OidName gives NSS's description of an object identifier (content octets), in English, for
// experts; empty where NSS does not know it. NSS must run.
[[nodiscard]] std::string OidName(ByteView oid);

}  // namespace signet::nss

#endif  // SIGNET_NSS_OID_NAMES_H_

#include "nss/oid_names.h"

#include <secoid.h>

#include "nss/quick_der.h"

namespace signet::nss {

std::string OidName(ByteView oid) {
  if (oid.empty()) {
    return {};  // NSS takes its own entries without an identifier for it
  }
  const SECItem item = Borrow(oid);
  const SECOidTag tag = SECOID_FindOIDTag(&item);
  if (tag == SEC_OID_UNKNOWN) {
    return {};
  }
  const char* const name = SECOID_FindOIDTagDescription(tag);
  return name == nullptr ? std::string() : name;
}

}  // namespace signet::nss

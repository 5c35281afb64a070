// The name by which the host's preferences point at a certificate.
#ifndef SIGNET_STORE_DATABASE_KEY_H_
#define SIGNET_STORE_DATABASE_KEY_H_

#include <string>
#include <string_view>

#include "pkix/certificate.h"

namespace signet::store {

// DatabaseKey is Gecko's nsIX509Cert.dbKey, which the preferences signing_cert_dbkey and
// encryption_cert_dbkey of a Thunderbird identity hold: base64 of eight zero octets, the lengths of
// serial number and issuer (32 bits each, big-endian), the content octets of the serial number and
// the issuer in DER.
[[nodiscard]] std::string DatabaseKey(const pkix::Certificate& certificate);

}  // namespace signet::store

#endif  // SIGNET_STORE_DATABASE_KEY_H_

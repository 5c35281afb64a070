// Keeping what a signed message tells about its sender: the certificate to encrypt for, the
// authorities in between, and what the sender's mail program can read.
//
// All of it goes to the profile's NSS database, the host's own way: certificates without trust,
// capabilities as announced_capabilities.h says, so that other programs on the same profile use
// them, too.
#ifndef SIGNET_STORE_COLLECTION_H_
#define SIGNET_STORE_COLLECTION_H_

#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "cms/attributes.h"
#include "pkix/certificate.h"

namespace signet::store {

// What is worth keeping. Value type.
struct Collectable {
  // Never null.
  pkix::CertificatePtr certificate;
  // Authorities between it and its anchor.
  std::vector<pkix::CertificatePtr> authorities;
  // RFC 8551, 2.5.2; empty: nothing was announced.
  std::vector<cms::SMimeCapability> capabilities;
  // When they were announced: the time of signing.
  Time announced_at;
};

// Collect stores it. Capabilities replace those of an earlier time, never those of a later one; a
// message that announces nothing leaves them as they are. Asks for no password. Not thread-safe
// with other changes of the same database. Reasons: storing-failed, token-unavailable,
// certificate-malformed.
[[nodiscard]] Result<void> Collect(const Collectable& collectable);

}  // namespace signet::store

#endif  // SIGNET_STORE_COLLECTION_H_

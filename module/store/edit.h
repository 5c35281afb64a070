// Changing what the profile holds: e-mail trust, and taking certificates out.
#ifndef SIGNET_STORE_EDIT_H_
#define SIGNET_STORE_EDIT_H_

#include <pk11pub.h>

#include "base/result.h"
#include "pkix/certificate.h"
#include "pkix/path.h"

namespace signet::store {

// SetEmailTrust writes what profile_trust.h reads; trust for other purposes stays. The certificate
// is stored first if it is not there. Unlocks the database, asking once. Trust::distrust_after is
// not looked at. Reasons: storing-failed, those of nss::Unlock.
[[nodiscard]] Result<void> SetEmailTrust(const pkix::Certificate& certificate,
                                         pkix::Trust::Level level);

// DeleteCertificate takes a certificate out of the database, and with `with_key` its private key,
// too, for good: what was encrypted for it can then be read no more. Without it a key stays and
// finds its certificate again when that is imported. Unlocks the database if a key is deleted.
// A key that is gone already is no failure. Reasons: storing-failed, those of nss::Unlock.
[[nodiscard]] Result<void> DeleteCertificate(const pkix::Certificate& certificate, bool with_key);

}  // namespace signet::store

#endif  // SIGNET_STORE_EDIT_H_

// Which token has the private key to a certificate, before anybody is asked for a password.
#ifndef SIGNET_STORE_KEY_HOLDER_H_
#define SIGNET_STORE_KEY_HOLDER_H_

#include <cert.h>
#include <pk11pub.h>

#include <span>

#include "base/result.h"
#include "nss/owners.h"
#include "pkix/certificate.h"

namespace signet::store {

// KeyHolder gives the token with the key to a certificate; null: none has it. While a token is
// locked its public keys tell, which tokens keep beside the private ones. Asks for no password:
// PK11_KeyForCertExists would ask for that of every card.
[[nodiscard]] nss::UniqueSlot KeyHolder(const pkix::Certificate& certificate);

// HasPublicKey says whether a token has the public key of a certificate, for which it asks for no
// password.
[[nodiscard]] bool HasPublicKey(PK11SlotInfo* slot, const pkix::Certificate& certificate);

// FindPrivateKey gives the private key to a certificate that need not be on the token; null: the
// token has none. It is unlocked.
[[nodiscard]] nss::UniquePrivateKey FindPrivateKey(PK11SlotInfo* slot,
                                                   const pkix::Certificate& certificate);

// UnlockHolders unlocks the cards that have a key to one of these certificates, each once, so that
// they take the certificate as well (store/import.h); not the profile's own database, which takes
// it locked. Reasons: those of nss::Unlock.
[[nodiscard]] Result<void> UnlockHolders(std::span<const pkix::CertificatePtr> certificates);

}  // namespace signet::store

#endif  // SIGNET_STORE_KEY_HOLDER_H_

// Elliptic-curve key agreement with a key on a card. Cards give the agreed secret as it is and
// derive no keys from it: that is done here.
#ifndef SIGNET_NSS_CARD_AGREEMENT_H_
#define SIGNET_NSS_CARD_AGREEMENT_H_

#include <keyhi.h>

#include "base/bytes.h"
#include "base/result.h"
#include "nss/digest.h"
#include "nss/public_key.h"
#include "nss/secret_bytes.h"

namespace signet::nss {

// IsOnCard says whether a key is on another token than NSS's own.
[[nodiscard]] bool IsOnCard(SECKEYPrivateKey* key);

// AgreeOnCard gives the secret that the card and the originator agree on (SEC 1, 3.3.1). Reasons:
// token-unavailable, decryption-failed.
[[nodiscard]] Result<SecretBytes> AgreeOnCard(SECKEYPrivateKey* key, const PublicKey& originator);

// DeriveX963 is the key derivation function of ANSI X9.63 (SEC 1, 3.6.1).
[[nodiscard]] Result<SecretBytes> DeriveX963(ByteView secret, DigestAlgorithm digest,
                                             ByteView shared_info, std::size_t octets);

}  // namespace signet::nss

#endif  // SIGNET_NSS_CARD_AGREEMENT_H_

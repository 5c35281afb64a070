// HKDF (RFC 5869) on NSS, as CMS uses it (RFC 8418, RFC 9629, RFC 9709).
#ifndef SIGNET_NSS_KEY_DERIVATION_H_
#define SIGNET_NSS_KEY_DERIVATION_H_

#include "base/bytes.h"
#include "base/result.h"
#include "nss/cipher.h"
#include "nss/digest.h"
#include "nss/owners.h"

namespace signet::nss {

// UseForHkdf is the use of a key that HkdfDerive is given.
[[nodiscard]] KeyUse UseForHkdf(std::size_t octets);

// HkdfDerive extracts and expands: `secret` is a key with UseForHkdf, an empty `salt` is none.
// Gives a key for `use`. Reasons: algorithm-unsupported, decryption-failed.
[[nodiscard]] Result<UniqueSymmetricKey> HkdfDerive(PK11SymKey* secret, DigestAlgorithm digest,
                                                    ByteView salt, ByteView info,
                                                    const KeyUse& use);

}  // namespace signet::nss

#endif  // SIGNET_NSS_KEY_DERIVATION_H_

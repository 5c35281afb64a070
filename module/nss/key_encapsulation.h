// ML-KEM (FIPS 203; RFC 9935, RFC 9936) on NSS, where it has it: encapsulating and decapsulating a
// shared secret.
#ifndef SIGNET_NSS_KEY_ENCAPSULATION_H_
#define SIGNET_NSS_KEY_ENCAPSULATION_H_

#include "base/bytes.h"
#include "base/result.h"
#include "nss/owners.h"
#include "nss/public_key.h"

namespace signet::nss {

// HasKeyEncapsulation tells whether the NSS that runs can do it (3.87 cannot).
[[nodiscard]] bool HasKeyEncapsulation();

// Decapsulate gives the shared secret, a key with UseForHkdf. Reasons: algorithm-unsupported (text
// `algorithm`); decryption-failed for a ciphertext of the wrong length (a wrong one of the right
// length gives a random secret: FIPS 203, 6.3).
[[nodiscard]] Result<UniqueSymmetricKey> Decapsulate(SECKEYPrivateKey* key, ByteView ciphertext);

// Encapsulated is a fresh secret (a key with UseForHkdf) and what its recipient makes it from.
struct Encapsulated {
  UniqueSymmetricKey secret;
  Bytes ciphertext;
};

// Encapsulate makes a secret for the owner of an ML-KEM key. Reasons: algorithm-unsupported (text
// `algorithm`), encryption-failed.
[[nodiscard]] Result<Encapsulated> Encapsulate(const PublicKey& recipient);

}  // namespace signet::nss

#endif  // SIGNET_NSS_KEY_ENCAPSULATION_H_

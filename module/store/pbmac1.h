// PBMAC1 (RFC 8018, section 7.1; RFC 9579): the MAC of newer PKCS #12 files, with a key by PBKDF2.
#ifndef SIGNET_STORE_PBMAC1_H_
#define SIGNET_STORE_PBMAC1_H_

#include "base/bytes.h"
#include "base/result.h"

namespace signet::store {

// ComputePbmac1 gives the value over the authenticated octets. `parameters` are the PBMAC1-params
// (DER), `password` is UTF-8. HMAC with SHA-1 and SHA-2. NSS must run. Reasons: malformed (also
// where the length of the key is not told, RFC 9579, section 4), algorithm-unsupported (text
// `algorithm`), limit-exceeded (kPkcs12Iterations), internal.
[[nodiscard]] Result<Bytes> ComputePbmac1(ByteView parameters, ByteView authenticated,
                                          ByteView password);

}  // namespace signet::store

#endif  // SIGNET_STORE_PBMAC1_H_

// ContentEncryption: what contentEncryptionAlgorithm says (RFC 3370, 5; RFC 3565; RFC 5084; RFC
// 8103; RFC 9709).
#ifndef SIGNET_CMS_CONTENT_ENCRYPTION_H_
#define SIGNET_CMS_CONTENT_ENCRYPTION_H_

#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/result.h"
#include "cms/algorithm_identifier.h"
#include "nss/cipher.h"

namespace signet::cms {

// ContentEncryption is a content cipher, and whether its key is the one that was sent or derived
// from it. Value type.
struct ContentEncryption {
  nss::ContentCipher cipher;
  // RFC 9709: the key is derived from the one sent with this information, the DER of the cipher's
  // AlgorithmIdentifier. That keeps an attacker from passing a GCM message off as a CBC one.
  std::optional<Bytes> derivation_info;

  // "AES-256-GCM".
  [[nodiscard]] std::string Name() const;
};

// ReadContentEncryption reads it. Reasons: algorithm-unsupported (texts `algorithm`, `oid`),
// malformed.
[[nodiscard]] Result<ContentEncryption> ReadContentEncryption(const AlgorithmIdentifier& algorithm);

// ContentKeyUse is what the key that was sent is for.
[[nodiscard]] nss::KeyUse ContentKeyUse(const ContentEncryption& encryption);

// DeriveContentKey makes the content key from the one that was sent, if it is not that one.
[[nodiscard]] Result<nss::UniqueSymmetricKey> DeriveContentKey(const ContentEncryption& encryption,
                                                               nss::UniqueSymmetricKey sent);

}  // namespace signet::cms

#endif  // SIGNET_CMS_CONTENT_ENCRYPTION_H_

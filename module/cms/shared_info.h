// What a key-encryption key is derived from beside the secret, the same on both sides.
#ifndef SIGNET_CMS_SHARED_INFO_H_
#define SIGNET_CMS_SHARED_INFO_H_

#include <cstdint>
#include <optional>

#include "base/bytes.h"
#include "nss/key_wrap.h"

namespace signet::cms {

// EccSharedInfo is ECC-CMS-SharedInfo (RFC 5753, 7.2) for a key agreement. `wrap_algorithm` is the
// AlgorithmIdentifier of the key wrap as it stands in the message.
[[nodiscard]] Bytes EccSharedInfo(ByteView wrap_algorithm, nss::KeyWrap wrap,
                                  const std::optional<Bytes>& user_keying_material);

// KemOtherInfo is CMSORIforKEMOtherInfo (RFC 9629, 5) for a key encapsulation.
[[nodiscard]] Bytes KemOtherInfo(ByteView wrap_algorithm, std::uint64_t kek_octets,
                                 const std::optional<Bytes>& user_keying_material);

}  // namespace signet::cms

#endif  // SIGNET_CMS_SHARED_INFO_H_

// ReadSignerInfo: one SignerInfo (RFC 5652, 5.3) from its collected octets.
#ifndef SIGNET_CMS_SIGNER_INFO_H_
#define SIGNET_CMS_SIGNER_INFO_H_

#include "base/bytes.h"
#include "base/result.h"
#include "cms/signed_data.h"

namespace signet::cms {

// ReadSignerInfo reads BER. Reasons: malformed, limit-exceeded. What a verdict has to name (an
// attribute missing, an algorithm unknown) is kept in the value instead.
[[nodiscard]] Result<SignerInfo> ReadSignerInfo(ByteView ber);

}  // namespace signet::cms

#endif  // SIGNET_CMS_SIGNER_INFO_H_

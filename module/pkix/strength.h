// Which keys and signature algorithms are strong enough (RFC 8550, 4.3; RFC 8551, 2.1, 2.2 and 2.7;
// the CA/Browser Forum's S/MIME requirements, 6.1.5 and 7.1.3).
//
//  - RSA: 2048 bits and more; 1024 to 2047 are weak; fewer are refused whatever is allowed.
//  - EC: curves of 224 bits and more that NSS has (P-256, P-384, P-521).
//  - SHA-1: weak, whatever the date. It was good until 2016, but a date in a certificate or message
//    is what its maker says, and collisions are sold today; for archives there is allow_weak.
//  - MD5, MD2: refused (by nss/signature.h). DSA: historic, weak.
//
// Weak ones are errors, or warnings where the caller allows them.
#ifndef SIGNET_PKIX_STRENGTH_H_
#define SIGNET_PKIX_STRENGTH_H_

#include <optional>

#include "base/result.h"
#include "nss/public_key.h"
#include "nss/signature.h"

namespace signet::pkix {

enum class Weakness : std::uint8_t { kWeak, kRefused };

struct StrengthFinding {
  Weakness weakness = Weakness::kWeak;
  // weak-key or weak-digest or algorithm-refused, with the text `algorithm`.
  Reason reason;
};

// CheckKeyStrength judges a key; nothing: strong enough, or of a kind that nothing is known
// against.
[[nodiscard]] std::optional<StrengthFinding> CheckKeyStrength(const nss::PublicKey& key);

// CheckSignatureStrength judges the digest and scheme of a signature.
[[nodiscard]] std::optional<StrengthFinding> CheckSignatureStrength(
    const nss::SignatureAlgorithm& algorithm);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_STRENGTH_H_

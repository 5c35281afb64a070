// Decodes the small DER structures that belong to algorithms and keys with NSS's QuickDER decoder.
//
// This room lies below `asn1`, and NSS has a strict decoder for fixed structures: definite and
// shortest lengths, nothing after the end. What QuickDER lets pass (integers with surplus leading
// zeros, negative ones) is checked by those who use the fields.
#ifndef SIGNET_NSS_QUICK_DER_H_
#define SIGNET_NSS_QUICK_DER_H_

#include <secasn1.h>
#include <secitem.h>

#include <optional>

#include "base/bytes.h"
#include "nss/owners.h"

namespace signet::nss {

// Borrow lends octets to NSS for a call; NSS takes SECItem without const but does not write there.
[[nodiscard]] inline SECItem Borrow(ByteView octets) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): see above.
  return {siBuffer, const_cast<unsigned char*>(octets.data()),
          static_cast<unsigned int>(octets.size())};
}

// View looks at what a SECItem points to.
[[nodiscard]] inline ByteView View(const SECItem& item) {
  return {item.data, item.len};
}

// QuickDerDecode reads `der` by a template into a T, a plain struct of SECItem members that point
// into `der`. Absent optional members have no data. Nothing: not of that structure.
template <typename T>
[[nodiscard]] std::optional<T> QuickDerDecode(const SEC_ASN1Template* shape, ByteView der) {
  const UniqueArena arena{PORT_NewArena(DER_DEFAULT_CHUNKSIZE)};
  const SECItem source = Borrow(der);
  T value{};
  if (!arena || der.empty() ||
      SEC_QuickDERDecodeItem(arena.get(), &value, shape, &source) != SECSuccess) {
    return std::nullopt;
  }
  return value;
}

// AlgorithmIdentifier (RFC 5280, 4.1.1.2).
struct AlgorithmIdentifier {
  SECItem oid;         // content octets
  SECItem parameters;  // complete DER value; no data: absent
};

// DecodeAlgorithm reads one.
[[nodiscard]] std::optional<AlgorithmIdentifier> DecodeAlgorithm(ByteView der);

// HasNullOrNoParameters: parameters are absent or NULL.
[[nodiscard]] bool HasNullOrNoParameters(const AlgorithmIdentifier& algorithm);

// Two INTEGERs in a SEQUENCE: an RSA public key (RFC 8017, A.1.1), a DSA or ECDSA signature
// (RFC 3279, 2.2.2 and 2.2.3). Content octets as they stand.
struct IntegerPair {
  SECItem first;
  SECItem second;
};
[[nodiscard]] std::optional<IntegerPair> DecodeIntegerPair(ByteView der);

// PositiveMagnitude gives the octets of a positive INTEGER without leading zeros; nothing for zero,
// negative numbers and encodings that are not the shortest (X.690, 8.3.2).
[[nodiscard]] std::optional<ByteView> PositiveMagnitude(ByteView integer);

}  // namespace signet::nss

#endif  // SIGNET_NSS_QUICK_DER_H_

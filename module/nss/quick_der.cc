#include "nss/quick_der.h"

#include <array>
#include <cstddef>

namespace signet::nss {
namespace {

constexpr std::array<SEC_ASN1Template, 4> kAlgorithmShape{{
    {SEC_ASN1_SEQUENCE, 0, nullptr, sizeof(AlgorithmIdentifier)},
    {SEC_ASN1_OBJECT_ID, offsetof(AlgorithmIdentifier, oid), nullptr, 0},
    {SEC_ASN1_OPTIONAL | SEC_ASN1_ANY, offsetof(AlgorithmIdentifier, parameters), nullptr, 0},
    {0, 0, nullptr, 0},
}};

constexpr std::array<SEC_ASN1Template, 4> kIntegerPairShape{{
    {SEC_ASN1_SEQUENCE, 0, nullptr, sizeof(IntegerPair)},
    {SEC_ASN1_INTEGER, offsetof(IntegerPair, first), nullptr, 0},
    {SEC_ASN1_INTEGER, offsetof(IntegerPair, second), nullptr, 0},
    {0, 0, nullptr, 0},
}};

}  // namespace

std::optional<AlgorithmIdentifier> DecodeAlgorithm(ByteView der) {
  return QuickDerDecode<AlgorithmIdentifier>(kAlgorithmShape.data(), der);
}

bool HasNullOrNoParameters(const AlgorithmIdentifier& algorithm) {
  const ByteView parameters = View(algorithm.parameters);
  return parameters.empty() ||
         (parameters.size() == 2 && parameters[0] == 0x05 && parameters[1] == 0x00);
}

std::optional<IntegerPair> DecodeIntegerPair(ByteView der) {
  return QuickDerDecode<IntegerPair>(kIntegerPairShape.data(), der);
}

std::optional<ByteView> PositiveMagnitude(ByteView integer) {
  if (integer.empty() || (integer[0] & 0x80U) != 0) {
    return std::nullopt;
  }
  if (integer[0] != 0) {
    return integer;
  }
  if (integer.size() == 1 || (integer[1] & 0x80U) == 0) {
    return std::nullopt;  // zero, or a surplus zero in front
  }
  return integer.subspan(1);
}

}  // namespace signet::nss

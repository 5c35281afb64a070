#include "pkix/strength.h"

#include "base/limits.h"

namespace signet::pkix {
namespace {

StrengthFinding Finding(Weakness weakness, ReasonCode code, std::string algorithm) {
  return {.weakness = weakness, .reason = MakeReason(code).With("algorithm", std::move(algorithm))};
}

}  // namespace

std::optional<StrengthFinding> CheckKeyStrength(const nss::PublicKey& key) {
  switch (key.type()) {
    case nss::KeyType::kRsa:
    case nss::KeyType::kRsaPss:
      if (key.bits() < limits::kRsaBitsLeast) {
        return Finding(Weakness::kRefused, ReasonCode::kWeakKey, key.Name());
      }
      if (key.bits() < limits::kRsaBitsStrong) {
        return Finding(Weakness::kWeak, ReasonCode::kWeakKey, key.Name());
      }
      return std::nullopt;
    case nss::KeyType::kDsa:
      return Finding(Weakness::kWeak, ReasonCode::kWeakKey, key.Name());
    default:
      return std::nullopt;
  }
}

std::optional<StrengthFinding> CheckSignatureStrength(const nss::SignatureAlgorithm& algorithm) {
  if (algorithm.digest && nss::IsWeakDigest(*algorithm.digest)) {
    return Finding(Weakness::kWeak, ReasonCode::kWeakDigest, algorithm.Name());
  }
  if (algorithm.scheme == nss::SignatureScheme::kDsa) {
    return Finding(Weakness::kWeak, ReasonCode::kAlgorithmRefused, algorithm.Name());
  }
  return std::nullopt;
}

}  // namespace signet::pkix

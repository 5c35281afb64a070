#include "panel/algorithm_demands.h"

#include <optional>

namespace signet::panel {
namespace {

using smime::AlgorithmPolicy;

AlgorithmPolicy::Content ContentOf(idl::ContentDemand demand) {
  switch (demand) {
    case idl::ContentDemand::kAes256Gcm:
      return AlgorithmPolicy::Content::kGcm;
    case idl::ContentDemand::kAes256Cbc:
      return AlgorithmPolicy::Content::kCbc;
    case idl::ContentDemand::kAutomatic:
      break;
  }
  return AlgorithmPolicy::Content::kAutomatic;
}

AlgorithmPolicy::Transport TransportOf(idl::TransportDemand demand) {
  switch (demand) {
    case idl::TransportDemand::kOaep:
      return AlgorithmPolicy::Transport::kOaep;
    case idl::TransportDemand::kPkcs1:
      return AlgorithmPolicy::Transport::kPkcs1;
    case idl::TransportDemand::kAutomatic:
      break;
  }
  return AlgorithmPolicy::Transport::kAutomatic;
}

std::optional<nss::DigestAlgorithm> DigestOf(idl::DigestDemand demand) {
  switch (demand) {
    case idl::DigestDemand::kSha256:
      return nss::DigestAlgorithm::kSha256;
    case idl::DigestDemand::kSha384:
      return nss::DigestAlgorithm::kSha384;
    case idl::DigestDemand::kSha512:
      return nss::DigestAlgorithm::kSha512;
    case idl::DigestDemand::kAutomatic:
      break;
  }
  return std::nullopt;
}

}  // namespace

smime::AlgorithmPolicy PolicyOf(const idl::AlgorithmDemands& demands) {
  return {.content = ContentOf(demands.content),
          .transport = TransportOf(demands.transport),
          .pss = demands.pss,
          .digest = DigestOf(demands.digest)};
}

}  // namespace signet::panel

#include "cms/signed_data.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "cms/attribute_shape.h"
#include "cms/gather.h"

namespace signet::cms {
namespace {

// Each digest is fed this much before the next one, so that it is still in the processor's cache.
constexpr std::size_t kDigestPieceOctets = std::size_t{256} << 10U;

}  // namespace

std::vector<nss::DigestAlgorithm> NeededDigests(const SignedData& signed_data) {
  std::vector<nss::DigestAlgorithm> needed;
  for (const SignerInfo& signer : signed_data.signers) {
    const auto algorithm = nss::DigestFromOid(signer.digest_algorithm.oid);
    if (algorithm && std::ranges::find(needed, *algorithm) == needed.end()) {
      needed.push_back(*algorithm);
    }
  }
  return needed;
}

struct ContentDigester::State {
  std::vector<nss::Digest> digests;
  ContentDigests result;
  AttributeShape shape;
  Gather gather;

  Result<void> Consume(ByteView octets) {
    while (!octets.empty()) {
      const ByteView piece = octets.first(std::min(octets.size(), kDigestPieceOctets));
      octets = octets.subspan(piece.size());
      for (nss::Digest& digest : digests) {
        SIGNET_TRY(digest.Update(piece));
      }
    }
    return {};
  }

  void Keep(ByteView octets) {
    if (!result.kept) {
      return;
    }
    if (octets.size() > limits::kCmsKeptContentOctets - result.kept->size()) {
      result.kept.reset();
      return;
    }
    result.kept->insert(result.kept->end(), octets.begin(), octets.end());
  }
};

ContentDigester::ContentDigester(std::unique_ptr<State> state) : state_(std::move(state)) {}
ContentDigester::ContentDigester(ContentDigester&&) noexcept = default;
ContentDigester& ContentDigester::operator=(ContentDigester&&) noexcept = default;
ContentDigester::~ContentDigester() = default;

Result<ContentDigester> ContentDigester::ForDetached(const SignedData& signed_data) {
  SIGNET_ASSIGN(ContentDigester digester, ForEmbedded(NeededDigests(signed_data)));
  digester.state_->result.detached = true;
  return digester;
}

Result<ContentDigester> ContentDigester::ForEmbedded(
    std::span<const nss::DigestAlgorithm> algorithms) {
  auto state = std::make_unique<State>();
  state->result.kept.emplace();
  for (const nss::DigestAlgorithm algorithm : algorithms) {
    if (nss::IsAvailable(algorithm)) {
      SIGNET_ASSIGN(nss::Digest digest, nss::Digest::Begin(algorithm));
      state->digests.push_back(std::move(digest));
    }
  }
  return ContentDigester(std::move(state));
}

Result<void> ContentDigester::Update(ByteView octets) {
  State& state = *state_;
  state.result.octets += octets.size();
  state.shape.Push(octets);
  state.Keep(octets);
  return state.gather.Push(octets, [&](ByteView piece) { return state.Consume(piece); });
}

Result<ContentDigests> ContentDigester::Finish() {
  State& state = *state_;
  SIGNET_TRY(state.gather.Flush([&](ByteView piece) { return state.Consume(piece); }));
  for (nss::Digest& digest : state.digests) {
    SIGNET_ASSIGN(Bytes value, digest.Finish());
    state.result.digests.emplace(digest.algorithm(), std::move(value));
  }
  state.result.is_signed_attributes = state.shape.Matches();
  return std::move(state.result);
}

}  // namespace signet::cms

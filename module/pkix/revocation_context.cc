#include "pkix/revocation_context.h"

namespace signet::pkix {

std::optional<nss::PublicKey> KeyOfChain(const std::vector<CertificatePtr>& chain,
                                         std::size_t index) {
  // The first one at or above that has parameters of its own, then down again.
  std::size_t top = index;
  while (top < chain.size() && chain[top]->public_key() &&
         chain[top]->public_key()->InheritsParameters()) {
    ++top;
  }
  if (top >= chain.size() || !chain[top]->public_key()) {
    return std::nullopt;
  }
  std::optional<nss::PublicKey> key = *chain[top]->public_key();
  for (std::size_t i = top; i > index; --i) {
    auto below = chain[i - 1]->public_key()->WithParametersOf(*key);
    if (!below) {
      return std::nullopt;
    }
    key = *std::move(below);
  }
  return key;
}

Result<void> CheckFreshness(const RevocationContext& context, const Certificate& certificate,
                            Time this_update, const std::optional<Time>& next_update) {
  const RevocationSettings& settings = context.request.revocation;
  const Time now = context.now();
  if (this_update > now + settings.clock_skew) {
    return certificate.About(ReasonCode::kRevocationAnswerFromFuture)
        .Because("thisUpdate " + FormatRfc3339(this_update));
  }
  const Time until = next_update.value_or(this_update + settings.longest_age);
  if (now > until + settings.clock_skew) {
    return certificate.About(ReasonCode::kRevocationAnswerOutdated)
        .With("nextUpdate", until)
        .Because("nextUpdate " + FormatRfc3339(until));
  }
  return {};
}

}  // namespace signet::pkix

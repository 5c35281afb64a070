#include "pkix/ranking.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace signet::pkix {
namespace {

// The most useful first.
constexpr std::array kOrder{
    ReasonCode::kCertificateDistrusted,
    ReasonCode::kCertificateSignatureInvalid,
    ReasonCode::kCertificateRevoked,
    ReasonCode::kKeyInvalid,
    ReasonCode::kCertificateMalformed,
    ReasonCode::kAlgorithmRefused,
    ReasonCode::kAlgorithmUnsupported,
    ReasonCode::kWeakDigest,
    ReasonCode::kWeakKey,
    ReasonCode::kIssuerNotAuthority,
    ReasonCode::kPathTooLong,
    ReasonCode::kNameNotPermitted,
    ReasonCode::kNameConstraintUnsupported,
    ReasonCode::kCriticalExtensionUnknown,
    ReasonCode::kPolicyNotSatisfied,
    ReasonCode::kNotForEmail,
    ReasonCode::kNotForSigning,
    ReasonCode::kNotForEncryption,
    ReasonCode::kNotForTimeStamping,
    ReasonCode::kCertificateExpired,
    ReasonCode::kCertificateNotYetValid,
    ReasonCode::kRevocationUnknown,
    ReasonCode::kRevocationAnswerInvalid,
    ReasonCode::kRevocationAnswerUnauthorized,
    ReasonCode::kRevocationAnswerMismatched,
    ReasonCode::kRevocationAnswerReplayed,
    ReasonCode::kRevocationAnswerOutdated,
    ReasonCode::kRevocationAnswerFromFuture,
    ReasonCode::kRevocationAnswerUnsupported,
    ReasonCode::kRevocationResponderFailed,
    ReasonCode::kRevocationNotChecked,
    ReasonCode::kFetchAddressRefused,
    ReasonCode::kFetchAnswerNotExpected,
    ReasonCode::kFetchAnswerDamaged,
    ReasonCode::kFetchTooLarge,
    ReasonCode::kFetchCutShort,
    ReasonCode::kFetchTooSlow,
    ReasonCode::kFetchRedirectedTooOften,
    ReasonCode::kFetchRefused,
    ReasonCode::kFetchNotSecure,
    ReasonCode::kFetchNoAnswer,
    ReasonCode::kPathBudgetExhausted,
    ReasonCode::kIssuerNotTrusted,
    ReasonCode::kSelfSigned,
    ReasonCode::kIssuerUnknown,
};

// 0 is the most useful.
std::size_t RankOf(ReasonCode code) {
  const auto* const found = std::ranges::find(kOrder, code);
  return static_cast<std::size_t>(found - kOrder.begin());
}

bool HasBadLink(const Path& path) {
  return std::ranges::any_of(path.reasons, [](const Reason& reason) {
    return reason.code == ReasonCode::kCertificateSignatureInvalid;
  });
}

// Whether the search was given up before this could be known; then nothing else counts for much.
bool IsUnfinished(const Path& path) {
  return std::ranges::any_of(path.reasons, [](const Reason& reason) {
    return reason.code == ReasonCode::kPathBudgetExhausted;
  });
}

// Smaller is nearer to a good path.
auto KeyOf(const Path& path) {
  const std::size_t worst = path.reasons.empty() ? 0 : RankOf(path.reasons.front().code);
  return std::tuple{!path.valid(),    !path.anchored,      IsUnfinished(path),
                    HasBadLink(path), path.reasons.size(), kOrder.size() - worst,
                    path.chain.size()};
}

}  // namespace

void SortReasons(std::vector<Reason>& reasons) {
  std::ranges::stable_sort(reasons, {}, [](const Reason& reason) { return RankOf(reason.code); });
  const auto end =
      std::ranges::unique(reasons, [](const Reason& a, const Reason& b) {
        return a.code == b.code && a.certificate == b.certificate && a.texts == b.texts;
      }).begin();
  reasons.erase(end, reasons.end());
}

void SortPaths(std::vector<Path>& paths) {
  std::ranges::stable_sort(paths, {}, KeyOf);
}

}  // namespace signet::pkix

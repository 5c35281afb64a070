#include "smime/findings.h"

#include <algorithm>
#include <array>

namespace signet::smime {
namespace {

using enum ReasonCode;

// Most useful first. What a message is comes before whose certificate it has, because a changed
// message makes everything else unimportant; among certificates a forged one comes before an old
// one, and an old one before one that nobody here has heard of, since an expired certificate of an
// unknown issuer is mended by renewing it first.
constexpr std::array kOrder{
    kMalformed,
    kLimitExceeded,
    kContentTypeUnsupported,
    kContentNotAvailable,
    kAltered,
    kEmbeddedContent,
    kSignedAttributesAsContent,
    kSignatureMismatch,
    kSigningCertificateMismatch,
    kSignedAttributesMissing,
    kSignedAttributeInvalid,
    kAlgorithmProtectionMismatch,
    kNoSigner,
    kPartlySigned,
    kSignedOutsideEncryption,
    kSignerCertificateMissing,
    kAlgorithmRefused,
    kAlgorithmUnsupported,
    kKeyInvalid,
    kWeakKey,
    kWeakDigest,
    kDecryptionFailed,
    kNoMatchingKey,
    kPrivateKeyMissing,
    kPasswordWrong,
    kPasswordNeeded,
    kPasswordCancelled,
    kTokenUnavailable,
    kCertificateMalformed,
    kCertificateSignatureInvalid,
    kCertificateDistrusted,
    kCertificateRevoked,
    kCertificateExpired,
    kExpiredSinceClaimed,
    kExpiredSinceSeen,
    kExpiredSinceStamped,
    kCertificateNotYetValid,
    kNotForEmail,
    kNotForSigning,
    kNotForEncryption,
    kIssuerNotAuthority,
    kPathTooLong,
    kNameNotPermitted,
    kNameConstraintUnsupported,
    kCriticalExtensionUnknown,
    kPolicyNotSatisfied,
    kPathBudgetExhausted,
    kRevocationUnknown,
    kRevocationAnswerInvalid,
    kRevocationAnswerUnauthorized,
    kRevocationAnswerMismatched,
    kRevocationAnswerReplayed,
    kRevocationAnswerOutdated,
    kRevocationAnswerFromFuture,
    kRevocationAnswerUnsupported,
    kRevocationResponderFailed,
    kFetchAddressRefused,
    kFetchAnswerNotExpected,
    kFetchAnswerDamaged,
    kFetchTooLarge,
    kFetchCutShort,
    kFetchTooSlow,
    kFetchRedirectedTooOften,
    kFetchRefused,
    kFetchNotSecure,
    kFetchNoAnswer,
    kSelfSigned,
    kIssuerUnknown,
    kIssuerNotTrusted,
    kAddressMismatch,
    kNoAddressInCertificate,
    kNoFromAddress,
    kSeveralFromAddresses,
    kDateMismatch,
    kTimeStampMismatched,
    kTimeStampInvalid,
    kTimeStampMethodRefused,
    kTimeStampFromFuture,
    kTimeStampMalformed,
    kTimeStampNotTrusted,
    kTimeStampExpired,
};

}  // namespace

Severity SeverityOf(ReasonCode code) {
  switch (code) {
    case kValid:
    case kNotSigned:
    case kNotEncrypted:
    case kEncryptionNotAuthenticated:
    // Most authorities for time-stamping are not known here, and every stamp outlives its authority
    // some day: no fault of the message.
    case kTimeStampNotTrusted:
    case kTimeStampExpired:
      return Severity::kInformation;
    case kPartlySigned:
    case kSignedOutsideEncryption:
    case kEncryptedInPart:
    case kDisplayNameMisleads:
    case kProtectedHeaderDiffers:
    case kWeakCipher:
    case kExpiredSinceClaimed:
    case kExpiredSinceSeen:
    case kExpiredSinceStamped:
    case kTimeStampMismatched:
    case kTimeStampInvalid:
    case kTimeStampMethodRefused:
    case kTimeStampFromFuture:
    case kTimeStampMalformed:
      return Severity::kWarning;
    default:
      return Severity::kError;
  }
}

int Rank(const Finding& finding) {
  const auto* const place = std::ranges::find(kOrder, finding.reason.code);
  const auto rank = static_cast<int>(place - kOrder.begin());
  constexpr int kSeverityStep = 1000;
  switch (finding.severity) {
    case Severity::kError:
      return rank;
    case Severity::kWarning:
      return rank + (2 * kSeverityStep);
    case Severity::kInformation:
      break;
  }
  // "The message was signed by …" stands before the remarks that go with it.
  return finding.reason.code == kValid ? kSeverityStep : rank + (3 * kSeverityStep);
}

void SortAndMerge(std::vector<Finding>& findings) {
  std::vector<Finding> merged;
  for (Finding& finding : findings) {
    const bool repeated = std::ranges::any_of(merged, [&finding](const Finding& other) {
      return other.reason == finding.reason && other.severity == finding.severity;
    });
    if (!repeated) {
      merged.push_back(std::move(finding));
    }
  }
  std::ranges::stable_sort(merged, {}, Rank);
  findings = std::move(merged);
}

}  // namespace signet::smime

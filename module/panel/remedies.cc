#include "panel/remedies.h"

#include <algorithm>
#include <string>
#include <utility>

#include "panel/certificate_summary.h"
#include "panel/collection.h"
#include "store/stored_certificates.h"

namespace signet::panel {
namespace {

using enum ReasonCode;
using idl::RemedyAction;

bool IsError(const smime::Finding& finding) {
  return finding.severity == smime::Severity::kError;
}

// What goes away, or is said again for itself, once the certificate is trusted.
bool IsAboutTrust(const smime::Finding& finding) {
  switch (finding.reason.code) {
    case kIssuerNotTrusted:
    case kSelfSigned:
    case kIssuerUnknown:
      return true;
    default:
      return false;
  }
}

// Null: there is no such certificate on the signer's path.
pkix::CertificatePtr OnPath(const smime::SignerFindings& signer, const std::string& sha256) {
  const auto found =
      std::ranges::find_if(signer.chain, [&sha256](const pkix::CertificatePtr& certificate) {
        return certificate->sha256() == sha256;
      });
  return found == signer.chain.end() ? nullptr : *found;
}

idl::RemedyOffer About(RemedyAction action, const pkix::Certificate& certificate) {
  return {.action = action,
          .certificate = SummaryOf(certificate),
          .authority = certificate.IsAuthority()};
}

std::optional<idl::RemedyOffer> OfSigner(const smime::SignerFindings& signer,
                                         const Reason& reason) {
  const pkix::CertificatePtr certificate = OnPath(signer, reason.certificate);
  if (certificate == nullptr) {
    return std::nullopt;
  }
  switch (reason.code) {
    case kCertificateDistrusted:
      return About(RemedyAction::kChangeTrust, *certificate);
    case kIssuerNotTrusted:
    case kSelfSigned: {
      const bool trust_is_all = std::ranges::none_of(
          signer.findings, [](const auto& each) { return IsError(each) && !IsAboutTrust(each); });
      // One that is trusted for older certificates only is not made better by trusting it.
      const bool may_be_trusted = !signer.path.paths.empty() && !signer.path.best().anchored;
      return trust_is_all && may_be_trusted
                 ? std::optional(About(RemedyAction::kTrust, *certificate))
                 : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

std::optional<RemedyAction> ActionFor(ReasonCode code) {
  switch (code) {
    case kIssuerUnknown:
    case kSignerCertificateMissing:
      return RemedyAction::kImport;
    case kNoMatchingKey:
    case kPrivateKeyMissing:
      return RemedyAction::kImportBackup;
    case kPasswordNeeded:
    case kPasswordCancelled:
    case kPasswordWrong:
      return RemedyAction::kEnterPassword;
    case kTokenUnavailable:
      return RemedyAction::kTryAgain;
    case kContentNotAvailable:
      return RemedyAction::kDownload;
    // Not revocation-unknown by itself: where no server failed to answer, there is none to ask.
    case kRevocationAnswerInvalid:
    case kRevocationAnswerUnauthorized:
    case kRevocationAnswerMismatched:
    case kRevocationAnswerReplayed:
    case kRevocationAnswerOutdated:
    case kRevocationAnswerFromFuture:
    case kRevocationResponderFailed:
    case kFetchNoAnswer:
    case kFetchTooSlow:
    case kFetchCutShort:
    case kFetchTooLarge:
    case kFetchRefused:
    case kFetchRedirectedTooOften:
    case kFetchAnswerNotExpected:
    case kFetchAnswerDamaged:
      return RemedyAction::kCheckAgain;
    default:
      return std::nullopt;
  }
}

void Offer(std::vector<idl::RemedyOffer>& offers, idl::RemedyOffer offer) {
  const bool repeated = std::ranges::any_of(offers, [&offer](const idl::RemedyOffer& other) {
    const auto name = [](const idl::RemedyOffer& each) {
      return each.certificate ? each.certificate->sha256 : std::string();
    };
    return other.action == offer.action && name(other) == name(offer);
  });
  if (!repeated) {
    offers.push_back(std::move(offer));
  }
}

}  // namespace

std::vector<idl::RemedyOffer> RemediesFor(const smime::Findings& findings) {
  std::vector<idl::RemedyOffer> offers;
  for (const smime::Finding& finding : findings.findings) {
    if (const auto action = ActionFor(finding.reason.code)) {
      Offer(offers, {.action = *action, .certificate = std::nullopt, .authority = false});
    }
  }
  for (const smime::SignerFindings& signer : findings.signers) {
    for (const smime::Finding& finding : signer.findings) {
      if (auto offer = OfSigner(signer, finding.reason)) {
        Offer(offers, *std::move(offer));
      }
    }
  }
  return offers;
}

std::optional<idl::RemedyOffer> SavingFor(const smime::Findings& findings,
                                          const store::JudgeContext& context) {
  const auto collectable = CollectableFrom(findings, context);
  if (!collectable || store::IsStored(*collectable->certificate)) {
    return std::nullopt;
  }
  return About(RemedyAction::kSave, *collectable->certificate);
}

}  // namespace signet::panel

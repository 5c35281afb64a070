#include "panel/pending_findings.h"

#include <algorithm>
#include <optional>

namespace signet::panel {
namespace {

using pkix::FetchKind;

bool IsAsked(const std::vector<pkix::Fetch>& fetches, bool issuers, const std::string& sha256) {
  return std::ranges::any_of(fetches, [&](const pkix::Fetch& fetch) {
    return (fetch.kind == FetchKind::kIssuer) == issuers && fetch.certificate == sha256;
  });
}

std::optional<ReasonCode> InPlaceOf(const Reason& reason, const std::vector<pkix::Fetch>& fetches) {
  switch (reason.code) {
    case ReasonCode::kRevocationUnknown:
    case ReasonCode::kRevocationNotChecked:
      return IsAsked(fetches, /*issuers=*/false, reason.certificate)
                 ? std::optional(ReasonCode::kRevocationBeingChecked)
                 : std::nullopt;
    case ReasonCode::kIssuerUnknown:
      return IsAsked(fetches, /*issuers=*/true, reason.certificate)
                 ? std::optional(ReasonCode::kIssuerBeingFetched)
                 : std::nullopt;
    default:
      return std::nullopt;
  }
}

void Replace(std::vector<smime::Finding>& findings, const std::vector<pkix::Fetch>& fetches) {
  for (smime::Finding& finding : findings) {
    if (SayPending(finding.reason, fetches)) {
      finding.severity = smime::Severity::kInformation;
    }
  }
  smime::SortAndMerge(findings);
}

}  // namespace

bool SayPending(Reason& reason, const std::vector<pkix::Fetch>& fetches) {
  const std::optional<ReasonCode> code = InPlaceOf(reason, fetches);
  if (code) {
    reason.code = *code;
  }
  return code.has_value();
}

smime::Findings WhilePending(smime::Findings findings, const std::vector<pkix::Fetch>& fetches) {
  Replace(findings.findings, fetches);
  for (smime::SignerFindings& signer : findings.signers) {
    Replace(signer.findings, fetches);
  }
  const bool bad = std::ranges::any_of(findings.findings, [](const smime::Finding& finding) {
    return finding.severity == smime::Severity::kError;
  });
  if (findings.signature == smime::SignatureVerdict::kInvalid && !bad) {
    findings.signature = smime::SignatureVerdict::kUnknown;
  }
  return findings;
}

}  // namespace signet::panel

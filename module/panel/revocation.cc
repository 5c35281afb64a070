#include "panel/revocation.h"

#include <optional>

#include "base/time.h"
#include "panel/reasons.h"

namespace signet::panel {
namespace {

idl::RevocationState StateOf(pkix::RevocationState state) {
  switch (state) {
    case pkix::RevocationState::kGood:
      return idl::RevocationState::kGood;
    case pkix::RevocationState::kRevoked:
      return idl::RevocationState::kRevoked;
    case pkix::RevocationState::kUnknown:
      return idl::RevocationState::kUnknown;
    case pkix::RevocationState::kNotChecked:
      break;
  }
  return idl::RevocationState::kNotChecked;
}

idl::RevocationEvidence EvidenceOf(pkix::RevocationEvidence evidence) {
  switch (evidence) {
    case pkix::RevocationEvidence::kCrl:
      return idl::RevocationEvidence::kCrl;
    case pkix::RevocationEvidence::kOcsp:
      return idl::RevocationEvidence::kOcsp;
    case pkix::RevocationEvidence::kNone:
      break;
  }
  return idl::RevocationEvidence::kNone;
}

std::optional<double> Milliseconds(const std::optional<Time>& time) {
  return time ? std::optional(ToMilliseconds(*time)) : std::nullopt;
}

}  // namespace

pkix::Evidence RevocationSupport::BeginEvidence() const {
  pkix::Evidence evidence;
  for (const pkix::CrlPtr& crl : at_hand.crls) {
    evidence.Add(crl);
  }
  for (const pkix::SuppliedOcspResponse& response : at_hand.ocsp_responses) {
    evidence.Add(response);
  }
  return evidence;
}

std::vector<idl::RevocationView> ViewOfRevocation(const pkix::Path& path) {
  std::vector<idl::RevocationView> views;
  for (const pkix::RevocationStatus& status : path.revocation) {
    idl::RevocationView& view = views.emplace_back();
    view.certificate = status.certificate;
    view.state = StateOf(status.state);
    view.evidence = EvidenceOf(status.evidence);
    view.revoked_at = Milliseconds(status.revoked_at);
    view.this_update = Milliseconds(status.this_update);
    view.next_update = Milliseconds(status.next_update);
    for (const Reason& problem : status.problems) {
      view.problems.push_back(ViewOf(problem, idl::Severity::kWarning));
    }
  }
  return views;
}

}  // namespace signet::panel

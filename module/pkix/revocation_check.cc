#include "pkix/revocation_check.h"

#include <algorithm>

#include "pkix/crl_check.h"
#include "pkix/ocsp_check.h"
#include "pkix/ranking.h"

namespace signet::pkix {
namespace {

// Revoked by either is revoked; good by either is good; of two unknowns all problems are kept.
RevocationStatus Combine(RevocationStatus first, RevocationStatus second) {
  const auto weight = [](const RevocationStatus& status) {
    switch (status.state) {
      case RevocationState::kRevoked:
        return 3;
      case RevocationState::kGood:
        return 2;
      case RevocationState::kUnknown:
        return 1;
      case RevocationState::kNotChecked:
        break;
    }
    return 0;
  };
  RevocationStatus& stronger = weight(second) > weight(first) ? second : first;
  RevocationStatus& weaker = &stronger == &first ? second : first;
  std::ranges::move(weaker.problems, std::back_inserter(stronger.problems));
  return std::move(stronger);
}

RevocationStatus CheckOne(const RevocationContext& context, std::size_t index) {
  const RevocationSettings& settings = context.request.revocation;
  RevocationStatus status;
  status.certificate = context.chain[index]->sha256();
  status.state = RevocationState::kUnknown;
  if (settings.use_ocsp) {
    status = Combine(std::move(status), CheckOcsp(context, index));
  }
  if (settings.use_crls && status.state != RevocationState::kRevoked) {
    status = Combine(std::move(status), CheckCrls(context, index));
  }
  return status;
}

}  // namespace

void CheckRevocation(const PathRequest& request, SignatureChecker& signatures, Path& path) {
  const RevocationContext context{request, signatures, path.chain};
  for (std::size_t i = 0; i + 1 < path.chain.size(); ++i) {
    const Certificate& certificate = *path.chain[i];
    RevocationStatus status = CheckOne(context, i);
    if (status.state == RevocationState::kRevoked) {
      path.reasons.push_back(
          certificate.About(ReasonCode::kCertificateRevoked).With("revokedAt", *status.revoked_at));
    }
    const bool required = request.revocation.mode == RevocationSettings::Mode::kRequire;
    const bool unknown = status.state == RevocationState::kUnknown;
    // Why it is not known belongs to what makes the path bad; why one answer of several could not
    // be used is only worth a remark.
    std::vector<Reason>& reasons = required && unknown ? path.reasons : path.warnings;
    if (unknown) {
      reasons.push_back(certificate.About(ReasonCode::kRevocationUnknown));
    }
    std::ranges::copy(status.problems, std::back_inserter(reasons));
    path.revocation.push_back(std::move(status));
  }
  SortReasons(path.reasons);
  SortReasons(path.warnings);
}

}  // namespace signet::pkix

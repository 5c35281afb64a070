#include "pkix/path.h"

#include <algorithm>
#include <utility>

#include "pkix/path_builder.h"
#include "pkix/path_validator.h"
#include "pkix/ranking.h"
#include "pkix/revocation_check.h"
#include "pkix/signature_checker.h"

namespace signet::pkix {
namespace {

bool IsExhausted(const Path& path) {
  return std::ranges::any_of(path.reasons, [](const Reason& reason) {
    return reason.code == ReasonCode::kPathBudgetExhausted;
  });
}

// A path whose links hold is worth asking about revocation, whatever else is wrong with it:
// "revoked" says more than "expired".
bool HoldsTogether(const Path& path) {
  return path.anchored && std::ranges::none_of(path.reasons, [](const Reason& reason) {
           return reason.code == ReasonCode::kCertificateSignatureInvalid ||
                  reason.code == ReasonCode::kPathBudgetExhausted;
         });
}

bool FailsByExpiryOnly(const Path& path) {
  return !path.valid() && std::ranges::all_of(path.reasons, [](const Reason& reason) {
    return reason.code == ReasonCode::kCertificateExpired;
  });
}

}  // namespace

CertificatePool::CertificatePool(const std::vector<CertificatePtr>& certificates) {
  for (const CertificatePtr& certificate : certificates) {
    Add(certificate);
  }
}

void CertificatePool::Add(CertificatePtr certificate) {
  const std::string key = certificate->subject().key();
  certificates_.emplace(key, std::move(certificate));
}

std::vector<CertificatePtr> CertificatePool::FindBySubject(const Name& subject) const {
  std::vector<CertificatePtr> found;
  const auto [begin, end] = certificates_.equal_range(subject.key());
  for (auto entry = begin; entry != end; ++entry) {
    found.push_back(entry->second);
  }
  return found;
}

AnchorSet::AnchorSet(const std::vector<CertificatePtr>& anchors) {
  for (const CertificatePtr& anchor : anchors) {
    Add(*anchor, Trust{.level = Trust::Level::kAnchor, .distrust_after = std::nullopt});
  }
}

void AnchorSet::Add(const Certificate& certificate, Trust trust) {
  trust_.insert_or_assign(certificate.sha256(), trust);
}

Trust AnchorSet::EmailTrust(const Certificate& certificate) const {
  const auto found = trust_.find(certificate.sha256());
  return found == trust_.end() ? Trust{} : found->second;
}

PathResult ValidatePath(const PathRequest& request) {
  PathResult result;
  SignatureChecker signatures(request.cache, request.options.budget.signature_checks);
  PathBuilder builder(request);
  // Ways that end nowhere are judged only if no other is good.
  std::vector<CandidatePath> incomplete;
  bool exhausted = false;
  while (!exhausted) {
    auto candidate = builder.Next();
    if (!candidate) {
      break;
    }
    if (candidate->end != PathEnd::kAnchor) {
      if (incomplete.size() < limits::kPathsReported) {
        incomplete.push_back(*std::move(candidate));
      }
      continue;
    }
    Path path = ApplyRules(request, *candidate, signatures);
    if (request.revocation.mode != RevocationSettings::Mode::kOff && HoldsTogether(path)) {
      CheckRevocation(request, signatures, path);
    }
    const bool valid = path.valid();
    exhausted = IsExhausted(path);
    if (valid || result.paths.size() < limits::kPathsReported) {
      result.paths.push_back(std::move(path));
    }
    if (valid) {
      incomplete.clear();
      break;
    }
  }
  exhausted = exhausted || builder.exhausted();
  for (const CandidatePath& candidate : incomplete) {
    result.paths.push_back(ApplyRules(request, candidate, signatures));
  }
  if (result.paths.empty()) {
    // The budget was spent before any way ended.
    Path path;
    path.chain = {request.target};
    path.reasons = {request.target->About(ReasonCode::kPathBudgetExhausted)};
    result.paths.push_back(std::move(path));
  }
  SortPaths(result.paths);
  if (exhausted && !result.valid() && !IsExhausted(result.best())) {
    // Whatever was found says little, since not everything was looked at.
    result.paths.front().reasons.insert(
        result.paths.front().reasons.begin(),
        request.target->About(ReasonCode::kPathBudgetExhausted).Because("kPathSteps"));
  }
  result.signature_checks = signatures.used();
  result.steps = builder.steps();
  return result;
}

SignedPathResult ValidateSignedPath(const PathRequest& request, std::optional<Time> signed_at) {
  SignedPathResult result;
  result.now = ValidatePath(request);
  if (result.now.valid()) {
    result.verdict = SignedPathResult::Verdict::kValid;
    return result;
  }
  const bool expired = std::ranges::any_of(result.now.paths, FailsByExpiryOnly);
  if (!expired || !signed_at || *signed_at > request.at) {
    return result;
  }
  PathRequest earlier = request;
  earlier.at = *signed_at;
  // Answers about revocation are of today all the same.
  earlier.revocation.now = request.revocation.now.value_or(request.at);
  result.then = ValidatePath(earlier);
  if (result.then->valid()) {
    result.verdict = SignedPathResult::Verdict::kValidThen;
  }
  return result;
}

}  // namespace signet::pkix

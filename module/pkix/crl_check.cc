#include "pkix/crl_check.h"

#include <algorithm>

#include "base/limits.h"
#include "pkix/crl_scope.h"
#include "pkix/usage.h"

namespace signet::pkix {
namespace {

// How many CRLs deep the issuers of CRLs are themselves looked up.
constexpr std::size_t kIssuersOfIssuers = 3;
// Steps of the search for an issuer's path.
constexpr std::size_t kStepsToIssuer = 500;

// Trusts one authority only, and refuses what is refused anyway: the path of a CRL's issuer ends
// where the certificate's path does (6.3.3 (f)).
class OneAnchor final : public TrustSource {
 public:
  OneAnchor(const Certificate& anchor, const TrustSource* others)
      : anchor_(anchor), others_(others) {}

  [[nodiscard]] Trust EmailTrust(const Certificate& certificate) const override {
    const Trust trust = others_ != nullptr ? others_->EmailTrust(certificate) : Trust{};
    if (trust.level == Trust::Level::kDistrusted) {
      return trust;
    }
    return certificate == anchor_ ? trust : Trust{};
  }

 private:
  const Certificate& anchor_;
  const TrustSource* others_;
};

class CrlCheck {
 public:
  CrlCheck(const RevocationContext& context, std::size_t index)
      : context_(context), index_(index), certificate_(*context.chain[index]) {
    status_.certificate = certificate_.sha256();
    status_.state = RevocationState::kUnknown;
  }

  [[nodiscard]] RevocationStatus Run();

 private:
  // Whoever signed a CRL.
  struct Signer {
    CertificatePtr certificate;
    nss::PublicKey key;
  };

  void ProcessPoint(const DistributionPoint& point);
  void TryCrl(const DistributionPoint& point, const CrlPtr& complete);
  [[nodiscard]] bool IsUsable(const Crl& crl);
  [[nodiscard]] std::optional<Signer> FindSigner(const Crl& crl);
  [[nodiscard]] std::vector<CertificatePtr> SignerCandidates(const Crl& crl) const;
  [[nodiscard]] bool MaySign(const CertificatePtr& candidate) const;
  [[nodiscard]] CrlPtr FindDelta(const Crl& complete, const Signer& signer);
  // Reads an entry into the status. False: the CRL is not well formed there.
  [[nodiscard]] bool LookUp(const Crl& crl, std::optional<CrlEntry>& entry);
  void Decide(const Crl& crl, const std::optional<CrlEntry>& entry);
  void AddProblem(ReasonCode code, std::string diagnostic) {
    status_.problems.push_back(certificate_.About(code).Because(std::move(diagnostic)));
  }
  [[nodiscard]] bool Decided() const {
    return status_.state == RevocationState::kRevoked || reasons_ == kAllReasons;
  }

  const RevocationContext& context_;
  std::size_t index_;
  const Certificate& certificate_;
  RevocationStatus status_;
  ReasonMask reasons_ = 0;  // reasons_mask: what is known not to be the case
  std::size_t tried_ = 0;
};

RevocationStatus CrlCheck::Run() {
  if (context_.request.revocation.data == nullptr) {
    return std::move(status_);
  }
  for (const DistributionPoint& point : certificate_.extensions().crl_distribution_points) {
    if (!Decided()) {
      ProcessPoint(point);
    }
  }
  // "If the revocation status has not been determined, repeat the process with any available CRLs
  // not specified in a distribution point but issued by the certificate issuer."
  if (!Decided()) {
    ProcessPoint(IssuersOwnPoint(certificate_));
  }
  if (status_.state != RevocationState::kRevoked && reasons_ == kAllReasons) {
    status_.state = RevocationState::kGood;
  }
  return std::move(status_);
}

void CrlCheck::ProcessPoint(const DistributionPoint& point) {
  for (const CrlPtr& crl : context_.request.revocation.data->crls) {
    if (Decided()) {
      return;
    }
    if (!crl->is_delta()) {
      TryCrl(point, crl);
    }
  }
}

void CrlCheck::TryCrl(const DistributionPoint& point, const CrlPtr& complete) {
  const Crl& crl = *complete;
  const ReasonMask covered = CoveredReasons(point, crl);
  if (!IsFromRightIssuer(certificate_, point, crl) ||
      !CoversCertificate(certificate_, point, crl) || (covered & ~reasons_) == 0) {
    return;  // (b), (d), (e): about other certificates or reasons
  }
  if (++tried_ > limits::kCrlsTried) {
    return;
  }
  if (!IsUsable(crl)) {
    return;
  }
  const auto signer = FindSigner(crl);  // (f), (g)
  if (!signer) {
    return;
  }
  const CrlPtr delta = FindDelta(crl, *signer);  // (c), (h)
  std::optional<CrlEntry> entry;
  if (delta != nullptr && !LookUp(*delta, entry)) {  // (i)
    return;
  }
  const bool from_delta = entry.has_value();
  if (!from_delta && !LookUp(crl, entry)) {  // (j)
    return;
  }
  if (entry && entry->reason == CrlReason::kRemoveFromCrl) {  // (k)
    entry.reset();
  }
  reasons_ = static_cast<ReasonMask>(reasons_ | covered);  // (l)
  status_.crls.push_back(complete);
  if (delta != nullptr) {
    status_.crls.push_back(delta);
  }
  Decide(from_delta ? *delta : crl, entry);
}

// (a), and 5.2, 5.3: fresh, and without anything critical that is not understood.
bool CrlCheck::IsUsable(const Crl& crl) {
  if (!crl.unknown_critical().empty()) {
    AddProblem(ReasonCode::kRevocationAnswerUnsupported,
               "critical extension " + crl.unknown_critical());
    return false;
  }
  if (auto fresh = CheckFreshness(context_, certificate_, crl.this_update(), crl.next_update());
      !fresh) {
    status_.problems.push_back(std::move(fresh).error());
    return false;
  }
  return true;
}

std::vector<CertificatePtr> CrlCheck::SignerCandidates(const Crl& crl) const {
  std::vector<CertificatePtr> candidates;
  const auto add = [&](const CertificatePtr& candidate) {
    const bool known = std::ranges::any_of(
        candidates, [&](const CertificatePtr& other) { return *other == *candidate; });
    if (!known && candidate->subject() == crl.issuer() && candidates.size() < limits::kCrlsTried) {
      candidates.push_back(candidate);
    }
  };
  for (const CertificatePtr& above : std::span{context_.chain}.subspan(index_ + 1)) {
    add(above);
  }
  for (const CertificateSource* source : context_.request.sources) {
    for (const CertificatePtr& found : source->FindBySubject(crl.issuer())) {
      add(found);
    }
  }
  // Those with the key that the CRL points to come first; a pointer is no proof.
  const auto& pointer = crl.authority_key_identifier();
  if (pointer && pointer->key_identifier) {
    std::ranges::stable_partition(candidates, [&](const CertificatePtr& candidate) {
      const auto& identifier = candidate->extensions().subject_key_identifier;
      return identifier && Equal(*identifier, *pointer->key_identifier);
    });
  }
  return candidates;
}

std::optional<CrlCheck::Signer> CrlCheck::FindSigner(const Crl& crl) {
  bool signed_by_somebody = false;
  for (const CertificatePtr& candidate : SignerCandidates(crl)) {
    const auto in_chain = std::ranges::find(context_.chain, candidate);
    const auto key = in_chain != context_.chain.end()
                         ? KeyOfChain(context_.chain,
                                      static_cast<std::size_t>(in_chain - context_.chain.begin()))
                         : KeyOfChain({candidate}, 0);
    if (!key || !context_.signatures.Spend() || !crl.VerifySignature(*key)) {
      continue;
    }
    signed_by_somebody = true;
    if (MaySign(candidate)) {
      return Signer{.certificate = candidate, .key = *key};
    }
  }
  AddProblem(signed_by_somebody ? ReasonCode::kRevocationAnswerUnauthorized
                                : ReasonCode::kRevocationAnswerInvalid,
             "CRL of " + crl.issuer().ToText());
  return std::nullopt;
}

// (f): it may sign CRLs, and its own path is good and ends at the same authority.
bool CrlCheck::MaySign(const CertificatePtr& candidate) const {
  if (!CheckUsage(*candidate, Purpose::kCrlSigning).empty()) {
    return false;
  }
  if (std::ranges::any_of(std::span{context_.chain}.subspan(index_ + 1),
                          [&](const CertificatePtr& above) { return *above == *candidate; })) {
    return true;  // an authority of the path itself
  }
  const RevocationSettings& settings = context_.request.revocation;
  if (std::ranges::find(settings.assumed, candidate->sha256()) != settings.assumed.end()) {
    return true;
  }
  const OneAnchor anchor(*context_.chain.back(), context_.request.trust);
  const CertificatePool chain(context_.chain);
  PathRequest request = context_.request;
  request.target = candidate;
  request.trust = &anchor;
  request.sources.push_back(&chain);
  request.purpose = Purpose::kCrlSigning;
  request.policy = {};
  // A revoked issuer of CRLs is none; one of whom nothing is known is. The question may lead to
  // further issuers of CRLs, but not far.
  request.revocation.mode = settings.assumed.size() < kIssuersOfIssuers
                                ? RevocationSettings::Mode::kCheck
                                : RevocationSettings::Mode::kOff;
  request.revocation.assumed.push_back(candidate->sha256());
  // All of it is one question with one budget; an issuer of CRLs is never far from its authority.
  request.options.budget.signature_checks = context_.signatures.left();
  request.options.budget.steps = std::min(request.options.budget.steps, kStepsToIssuer);
  const PathResult result = ValidatePath(request);
  context_.signatures.SpendAll(result.signature_checks);
  return result.valid();
}

// (c) and 5.2.4: a delta of the same issuer, key and scope, whose base is not newer than the
// complete CRL and which is itself newer.
CrlPtr CrlCheck::FindDelta(const Crl& complete, const Signer& signer) {
  CrlPtr best;
  for (const CrlPtr& delta : context_.request.revocation.data->crls) {
    if (!delta->is_delta() || !delta->number() || !complete.number() ||
        !(delta->issuer() == complete.issuer()) ||
        !Equal(delta->issuing_point_der(), complete.issuing_point_der()) ||
        CompareNumbers(*complete.number(), *delta->base_number()) < 0 ||
        CompareNumbers(*complete.number(), *delta->number()) >= 0) {
      continue;
    }
    if (best != nullptr && CompareNumbers(*delta->number(), *best->number()) <= 0) {
      continue;
    }
    if (++tried_ <= limits::kCrlsTried && IsUsable(*delta) && context_.signatures.Spend() &&
        delta->VerifySignature(signer.key)) {
      best = delta;
    }
  }
  return best;
}

bool CrlCheck::LookUp(const Crl& crl, std::optional<CrlEntry>& entry) {
  auto found = crl.entries().Find(certificate_.serial(), certificate_.issuer(), crl.issuer());
  if (!found) {
    AddProblem(ReasonCode::kRevocationAnswerInvalid, found.error().where);
    return false;
  }
  entry = *found;
  return true;
}

void CrlCheck::Decide(const Crl& crl, const std::optional<CrlEntry>& entry) {
  status_.evidence = RevocationEvidence::kCrl;
  status_.this_update = crl.this_update();
  status_.next_update = crl.next_update();
  if (entry && CountsAsRevoked(entry->revoked_at, entry->reason, context_.request.at)) {
    status_.state = RevocationState::kRevoked;
    status_.revoked_at = entry->revoked_at;
    status_.reason = entry->reason;
  }
}

}  // namespace

RevocationStatus CheckCrls(const RevocationContext& context, std::size_t index) {
  return CrlCheck(context, index).Run();
}

}  // namespace signet::pkix

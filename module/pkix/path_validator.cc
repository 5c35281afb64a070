#include "pkix/path_validator.h"

#include <algorithm>
#include <limits>

#include "asn1/oids.h"
#include "pkix/name_constraints.h"
#include "pkix/policy_graph.h"
#include "pkix/ranking.h"
#include "pkix/strength.h"
#include "pkix/usage.h"

namespace signet::pkix {
namespace {

// The state variables of RFC 5280, 6.1.2, and what is done with them.
class Validator {
 public:
  Validator(const PathRequest& request, const CandidatePath& candidate,
            SignatureChecker& signatures);

  [[nodiscard]] Path Run();

 private:
  void ProcessAnchor(const Certificate& anchor);
  void ProcessCertificate(std::size_t index);
  void CheckSignature(const Certificate& certificate);
  void CheckForm(const Certificate& certificate);
  void CheckValidity(const Certificate& certificate);
  void CheckStrength(const Certificate& certificate, bool with_signature);
  void CheckPolicies(const Certificate& certificate);
  void CheckAuthority(const Certificate& authority);
  void ConstrainLength(const Certificate& authority);
  void ConstrainPolicies(const Certificate& authority);
  void PrepareForNext(const Certificate& authority);
  void WrapUp(const Certificate& target);
  void AddKey(const Certificate& certificate);
  void AddEndReason();

  void Add(Reason reason) { path_.reasons.push_back(std::move(reason)); }
  void Add(std::vector<Reason> reasons) {
    std::ranges::move(reasons, std::back_inserter(path_.reasons));
  }
  void AddStrength(const Certificate& certificate, StrengthFinding finding);

  const PathRequest& request_;
  const CandidatePath& candidate_;
  SignatureChecker& signatures_;
  Path path_;
  // Certificates to process: all but the anchor.
  std::size_t count_;
  NameConstraintSet constraints_;
  PolicyGraph policies_;
  bool policy_failed_ = false;
  std::size_t explicit_policy_;
  std::size_t policy_mapping_;
  std::size_t inhibit_any_;
  // max_path_length, and the authority that set it.
  std::uint64_t length_left_ = std::numeric_limits<std::uint64_t>::max();
  const Certificate* length_limiter_ = nullptr;
  // working_public_key, and whose it is; none above the first certificate of an incomplete path.
  const Certificate* issuer_ = nullptr;
  std::optional<nss::PublicKey> issuer_key_;
};

Validator::Validator(const PathRequest& request, const CandidatePath& candidate,
                     SignatureChecker& signatures)
    : request_(request), candidate_(candidate), signatures_(signatures) {
  path_.chain = candidate.chain;
  path_.anchored = candidate.end == PathEnd::kAnchor;
  const bool has_anchor = path_.anchored && candidate.chain.size() > 1;
  count_ = candidate.chain.size() - (has_anchor ? 1 : 0);
  // 6.1.2 (d) to (f).
  explicit_policy_ = request.policy.require_explicit ? 0 : count_ + 1;
  policy_mapping_ = request.policy.inhibit_mapping ? 0 : count_ + 1;
  inhibit_any_ = request.policy.inhibit_any ? 0 : count_ + 1;
  if (request.options.most_intermediates) {
    length_left_ = *request.options.most_intermediates;
  }
}

Path Validator::Run() {
  if (count_ < candidate_.chain.size()) {
    ProcessAnchor(*candidate_.chain.back());
  }
  for (std::size_t i = count_; i > 0; --i) {
    ProcessCertificate(i - 1);
  }
  WrapUp(*candidate_.chain.front());
  AddEndReason();
  SortReasons(path_.reasons);
  SortReasons(path_.warnings);
  return std::move(path_);
}

// RFC 5280 takes of an anchor its name and key only. When it comes as a certificate, what that says
// of itself is held against it too (RFC 5937): its owner would not want it otherwise.
void Validator::ProcessAnchor(const Certificate& anchor) {
  CheckForm(anchor);
  CheckValidity(anchor);
  CheckStrength(anchor, /*with_signature=*/false);
  // Anchors of versions 1 and 2 have no extensions to say that they are authorities; whoever trusts
  // them has said so.
  if (anchor.version() == 3) {
    CheckAuthority(anchor);
  }
  constraints_.Add(anchor);
  ConstrainLength(anchor);
  Add(CheckAuthorityUsage(anchor, request_.purpose));
  // Built-in authorities may be trusted for certificates up to a date only.
  const Certificate& target = *candidate_.chain.front();
  if (candidate_.trust.distrust_after && target.not_before() > *candidate_.trust.distrust_after) {
    Add(MakeReason(ReasonCode::kIssuerNotTrusted)
            .With("subject", target.DisplayName())
            .With("issuer", anchor.DisplayName())
            .Because("trusted for certificates issued until " +
                     FormatRfc3339(*candidate_.trust.distrust_after) + " only")
            .About(anchor.sha256()));
  }
  AddKey(anchor);
}

// 6.1.3, then 6.1.4 or 6.1.5.
void Validator::ProcessCertificate(std::size_t index) {
  const Certificate& certificate = *candidate_.chain[index];
  const bool last = index == 0;
  CheckSignature(certificate);  // (a) (1)
  CheckForm(certificate);       // 6.1.4 (o), 6.1.5 (f)
  CheckValidity(certificate);   // (a) (2)
  CheckStrength(certificate, /*with_signature=*/true);
  if (last || !certificate.IsSelfIssued()) {  // (b), (c)
    Add(constraints_.Check(certificate));
  }
  CheckPolicies(certificate);  // (d) to (f)
  if (!last) {
    PrepareForNext(certificate);
  }
}

// 6.1.3 (a) (1).
void Validator::CheckSignature(const Certificate& certificate) {
  if (issuer_ == nullptr) {
    return;  // the first of an incomplete path: nobody to ask
  }
  if (!issuer_key_) {
    return;  // the issuer's key is no key; said when it was processed
  }
  auto outcome = signatures_.Check(certificate, *issuer_, *issuer_key_);
  if (outcome) {
    return;
  }
  Reason reason = std::move(outcome).error();
  switch (reason.code) {
    case ReasonCode::kSignatureMismatch:
      Add(certificate.About(ReasonCode::kCertificateSignatureInvalid).Because(reason.diagnostic));
      break;
    case ReasonCode::kKeyInvalid:
      Add(issuer_->About(ReasonCode::kKeyInvalid).Because(reason.diagnostic));
      break;
    case ReasonCode::kMalformed:
      Add(certificate.About(ReasonCode::kCertificateMalformed).Because(reason.diagnostic));
      break;
    case ReasonCode::kPathBudgetExhausted:
      Add(candidate_.chain.front()
              ->About(ReasonCode::kPathBudgetExhausted)
              .Because(reason.diagnostic));
      break;
    default:
      // An algorithm, by name.
      Add(std::move(reason).With("subject", certificate.DisplayName()).About(certificate.sha256()));
  }
}

// Critical extensions (6.1.4 (o), 6.1.5 (f)), and where the profile says that one must, or must
// not, be critical and a deviation changes what others make of the certificate.
void Validator::CheckForm(const Certificate& certificate) {
  const Extensions& extensions = certificate.extensions();
  for (const std::string& oid : extensions.unknown_critical) {
    Add(certificate.About(ReasonCode::kCriticalExtensionUnknown).With("extension", oid));
  }
  namespace oid = asn1::oid;
  // 4.2.1.1, 4.2.1.2, 4.2.2.1: "MUST mark this extension as non-critical".
  for (const Oid& extension : {oid::kAuthorityKeyIdentifier, oid::kSubjectKeyIdentifier,
                               oid::kAuthorityInformationAccess}) {
    const Extension* found = extensions.Find(extension);
    if (found != nullptr && found->critical) {
      Add(certificate.About(ReasonCode::kCertificateMalformed)
              .Because("critical where it must not be: " + DottedText(found->oid)));
    }
  }
}

// 6.1.3 (a) (2); 4.1.2.5: both ends belong to the period.
void Validator::CheckValidity(const Certificate& certificate) {
  if (request_.at < certificate.not_before()) {
    Add(certificate.About(ReasonCode::kCertificateNotYetValid)
            .With("notBefore", certificate.not_before()));
  }
  if (request_.at > certificate.not_after()) {
    Add(certificate.About(ReasonCode::kCertificateExpired)
            .With("notAfter", certificate.not_after()));
  }
}

void Validator::AddStrength(const Certificate& certificate, StrengthFinding finding) {
  Reason reason = std::move(finding.reason)
                      .With("subject", certificate.DisplayName())
                      .About(certificate.sha256());
  if (request_.options.allow_weak && finding.weakness == Weakness::kWeak) {
    path_.warnings.push_back(std::move(reason));
  } else {
    Add(std::move(reason));
  }
}

void Validator::CheckStrength(const Certificate& certificate, bool with_signature) {
  if (!certificate.public_key()) {
    Add(certificate.About(ReasonCode::kKeyInvalid)
            .Because(certificate.public_key().error().diagnostic));
  } else if (auto finding = CheckKeyStrength(*certificate.public_key())) {
    AddStrength(certificate, *std::move(finding));
  }
  if (with_signature && certificate.signature_scheme()) {
    if (auto finding = CheckSignatureStrength(*certificate.signature_scheme())) {
      AddStrength(certificate, *std::move(finding));
    }
  }
}

// 6.1.3 (d) to (f).
void Validator::CheckPolicies(const Certificate& certificate) {
  const bool last = &certificate == candidate_.chain.front().get();
  policies_.AddCertificate(certificate.extensions(),
                           inhibit_any_ > 0 || (!last && certificate.IsSelfIssued()));
  if (explicit_policy_ == 0 && policies_.empty() && !policy_failed_) {
    policy_failed_ = true;
    Add(certificate.About(ReasonCode::kPolicyNotSatisfied));
  }
}

// 6.1.4: from one certificate to the next.
void Validator::PrepareForNext(const Certificate& authority) {
  const Extensions& extensions = authority.extensions();
  if (HasAnyPolicyMapping(extensions)) {  // (a)
    policy_failed_ = true;
    Add(authority.About(ReasonCode::kPolicyNotSatisfied).Because("a mapping of anyPolicy"));
  }
  policies_.MapPolicies(extensions, policy_mapping_ > 0);  // (b)
  AddKey(authority);                                       // (c) to (f)
  constraints_.Add(authority);                             // (g)
  ConstrainPolicies(authority);                            // (h) to (j)
  CheckAuthority(authority);                               // (k), (n)
  if (!authority.IsSelfIssued()) {                         // (l)
    if (length_left_ == 0) {
      const Certificate& limiter = length_limiter_ != nullptr ? *length_limiter_ : authority;
      Add(MakeReason(ReasonCode::kPathTooLong)
              .With("subject", candidate_.chain.front()->DisplayName())
              .With("issuer", limiter.DisplayName())
              .About(authority.sha256()));
    } else {
      --length_left_;
    }
  }
  ConstrainLength(authority);  // (m)
  Add(CheckAuthorityUsage(authority, request_.purpose));
}

// 6.1.4 (k) and (n): it may issue certificates.
void Validator::CheckAuthority(const Certificate& authority) {
  const auto& usage = authority.extensions().key_usage;
  std::string problem;
  if (authority.version() != 3) {
    problem = "a certificate of version " + std::to_string(authority.version());
  } else if (!authority.IsAuthority()) {
    problem = "basicConstraints does not say cA";
  } else if (usage && !usage->Has(KeyUsageBit::kKeyCertSign)) {
    problem = "keyUsage does not say keyCertSign";
  } else if (authority.subject().empty()) {
    problem = "an authority without a name";  // 4.1.2.6
  }
  if (problem.empty()) {
    return;
  }
  // The reason speaks of what it issued: the certificate below it in the path.
  const auto below = std::ranges::find_if(
      candidate_.chain, [&](const CertificatePtr& other) { return other.get() == &authority; });
  const CertificatePtr& issued = below == candidate_.chain.begin() ? *below : *std::prev(below);
  Add(MakeReason(ReasonCode::kIssuerNotAuthority)
          .With("subject", issued->DisplayName())
          .With("issuer", authority.DisplayName())
          .Because(problem)
          .About(authority.sha256()));
}

// 6.1.4 (m).
void Validator::ConstrainLength(const Certificate& authority) {
  const auto& constraints = authority.extensions().basic_constraints;
  if (constraints && constraints->authority && constraints->path_length &&
      *constraints->path_length < length_left_) {
    length_left_ = *constraints->path_length;
    length_limiter_ = &authority;
  }
}

// 6.1.4 (h) to (j).
void Validator::ConstrainPolicies(const Certificate& authority) {
  const auto lower = [](std::size_t& variable, const std::optional<std::uint64_t>& value) {
    if (value && *value < variable) {
      variable = static_cast<std::size_t>(*value);
    }
  };
  if (!authority.IsSelfIssued()) {
    for (std::size_t* variable : {&explicit_policy_, &policy_mapping_, &inhibit_any_}) {
      *variable -= *variable > 0 ? 1 : 0;
    }
  }
  const Extensions& extensions = authority.extensions();
  lower(explicit_policy_, extensions.policy_constraints.require_explicit_policy);
  lower(policy_mapping_, extensions.policy_constraints.inhibit_policy_mapping);
  lower(inhibit_any_, extensions.inhibit_any_policy);
}

// 6.1.4 (c) to (f): the key that signs the next one.
void Validator::AddKey(const Certificate& certificate) {
  const std::optional<nss::PublicKey> above = std::move(issuer_key_);
  issuer_ = &certificate;
  issuer_key_.reset();
  if (!certificate.public_key()) {
    return;
  }
  if (!certificate.public_key()->InheritsParameters()) {
    issuer_key_ = *certificate.public_key();
  } else if (above) {
    if (auto key = certificate.public_key()->WithParametersOf(*above)) {
      issuer_key_ = *std::move(key);
    }
  }
}

// 6.1.5, and what the certificate is to be used for.
void Validator::WrapUp(const Certificate& target) {
  const auto& constraints = target.extensions().policy_constraints;
  explicit_policy_ -= explicit_policy_ > 0 ? 1 : 0;  // (a)
  if (constraints.require_explicit_policy == 0U) {   // (b)
    explicit_policy_ = 0;
  }
  path_.policies = policies_.Policies(request_.policy.acceptable);  // (g)
  if (explicit_policy_ == 0 && path_.policies.empty() && !policy_failed_) {
    Add(target.About(ReasonCode::kPolicyNotSatisfied));
  }
  Add(CheckUsage(target, request_.purpose));
}

// Why a way that did not reach a trusted authority ended.
void Validator::AddEndReason() {
  const Certificate& top = *candidate_.chain.back();
  const Certificate& target = *candidate_.chain.front();
  switch (candidate_.end) {
    case PathEnd::kAnchor:
      return;
    case PathEnd::kDistrusted:
      Add(top.About(ReasonCode::kCertificateDistrusted));
      return;
    case PathEnd::kTooLong:
      Add(target.About(ReasonCode::kPathBudgetExhausted).Because("kPathLength"));
      return;
    case PathEnd::kNoIssuer:
      break;
  }
  const bool self_signed = top.IsSelfIssued() && top.public_key() &&
                           signatures_.Check(top, top, *top.public_key()).has_value();
  if (!self_signed) {
    Add(top.About(ReasonCode::kIssuerUnknown));
  } else if (&top == &target) {
    Add(top.About(ReasonCode::kSelfSigned));
  } else {
    Add(MakeReason(ReasonCode::kIssuerNotTrusted)
            .With("subject", target.DisplayName())
            .With("issuer", top.DisplayName())
            .About(top.sha256()));
  }
}

}  // namespace

Path ApplyRules(const PathRequest& request, const CandidatePath& candidate,
                SignatureChecker& signatures) {
  return Validator(request, candidate, signatures).Run();
}

}  // namespace signet::pkix

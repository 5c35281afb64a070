#include "panel/compose_security.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "nss/owners.h"
#include "panel/algorithm_demands.h"
#include "panel/certificate_summary.h"
#include "panel/directory_lookup.h"
#include "panel/pending_findings.h"
#include "panel/reasons.h"
#include "smime/composer.h"
#include "smime/header_protection.h"

namespace signet::panel {
namespace {

// A window that names hundreds of people says nothing.
constexpr std::size_t kMethodReasons = 2;

idl::StatusIcon IconOf(idl::Protection protection, bool stops) {
  switch (protection) {
    case idl::Protection::kYes:
      return idl::StatusIcon::kShown;
    case idl::Protection::kNotPossible:
      return stops ? idl::StatusIcon::kStruckOut : idl::StatusIcon::kAbsent;
    case idl::Protection::kNo:
      break;
  }
  return idl::StatusIcon::kAbsent;
}

std::vector<idl::Reason> ViewOf(const std::vector<Reason>& reasons, idl::Severity severity) {
  std::vector<idl::Reason> views;
  views.reserve(reasons.size());
  for (const Reason& reason : reasons) {
    views.push_back(panel::ViewOf(reason, severity));
  }
  return views;
}

std::optional<idl::CertificateSummary> SummaryOf(const pkix::CertificatePtr& certificate) {
  return certificate ? std::optional(panel::SummaryOf(*certificate)) : std::nullopt;
}

idl::RecipientCertificateSource SourceOf(const store::RecipientCandidate& candidate,
                                         const ComposeJudgement& judgement) {
  return judgement.from_directory.contains(candidate.certificate->sha256())
             ? idl::RecipientCertificateSource::kDirectory
             : idl::RecipientCertificateSource::kStored;
}

idl::ComposeRecipientView ViewOf(const store::RecipientCertificates& recipient,
                                 const ComposeJudgement& judgement) {
  idl::ComposeRecipientView view;
  view.address = recipient.address;
  const store::RecipientCandidate* const chosen = recipient.chosen();
  if (chosen != nullptr) {
    view.certificate = panel::SummaryOf(*chosen->certificate);
    view.source = SourceOf(*chosen, judgement);
  }
  view.reasons = ViewOf(recipient.reasons, idl::Severity::kError);
  view.picked = judgement.picked.contains(recipient.address);
  for (const store::RecipientCandidate& candidate : recipient.candidates) {
    if (&candidate != chosen) {
      view.others.push_back(
          {.certificate = panel::SummaryOf(*candidate.certificate),
           .source = SourceOf(candidate, judgement),
           .usable = candidate.state.usable(),
           .reasons =
               ViewOf(candidate.not_chosen, candidate.state.usable() ? idl::Severity::kInformation
                                                                     : idl::Severity::kError)});
    }
  }
  return view;
}

bool SameCertificate(const std::optional<idl::CertificateSummary>& a,
                     const std::optional<idl::CertificateSummary>& b) {
  return a.has_value() == b.has_value() && (!a || a->sha256 == b->sha256);
}

// SameProtection: a message that leaves as `now` is what a person expects who was shown `shown`.
bool SameProtection(const idl::ComposeSecurityView& shown, const idl::ComposeSecurityView& now) {
  if (shown.signature != now.signature || shown.encryption != now.encryption ||
      !SameCertificate(shown.signing_certificate, now.signing_certificate) ||
      !SameCertificate(shown.encryption_certificate, now.encryption_certificate) ||
      shown.recipients.size() != now.recipients.size()) {
    return false;
  }
  for (std::size_t index = 0; index < now.recipients.size(); ++index) {
    if (shown.recipients[index].address != now.recipients[index].address ||
        !SameCertificate(shown.recipients[index].certificate, now.recipients[index].certificate)) {
      return false;
    }
  }
  return true;
}

// What is not known yet is said to be asked; it keeps the message from being protected all the
// same.
void SayPending(ComposeJudgement& judgement, const std::vector<pkix::Fetch>& fetches) {
  const auto replace = [&fetches](std::vector<Reason>& reasons) {
    for (Reason& reason : reasons) {
      panel::SayPending(reason, fetches);
    }
  };
  replace(judgement.signature_reasons);
  replace(judgement.encryption_reasons);
  for (store::RecipientCertificates& recipient : judgement.recipients) {
    replace(recipient.reasons);
  }
}

}  // namespace

idl::ComposeSecurityView ViewOf(const ComposeJudgement& judgement) {
  idl::ComposeSecurityView view;
  view.choices = judgement.choices;
  view.signature = judgement.signed_as;
  view.encryption = judgement.encrypted_as;
  view.sign_icon = IconOf(judgement.signed_as, true);
  view.encrypt_icon = IconOf(judgement.encrypted_as,
                             judgement.choices.encryption == idl::EncryptionChoice::kRequired);
  view.may_send = judgement.may_send;
  view.signing_certificate = SummaryOf(judgement.signing.certificate);
  view.encryption_certificate = SummaryOf(judgement.encryption.certificate);
  for (const store::RecipientCertificates& recipient : judgement.recipients) {
    view.recipients.push_back(ViewOf(recipient, judgement));
  }
  view.signature_reasons = ViewOf(judgement.signature_reasons, idl::Severity::kError);
  view.encryption_reasons = ViewOf(judgement.encryption_reasons, idl::Severity::kError);
  const std::size_t told = std::min(judgement.method.size(), kMethodReasons);
  view.method = ViewOf(
      {judgement.method.begin(), judgement.method.begin() + static_cast<std::ptrdiff_t>(told)},
      idl::Severity::kInformation);
  view.method_others = static_cast<std::uint32_t>(judgement.method.size() - told);
  return view;
}

ComposeJudgement ComposeSecurity::JudgeWith(const idl::ComposeMessage& message, Question& question,
                                            std::vector<pkix::Fetch>& next) {
  ComposeSources sources = SourcesOf(*profile_, FromMilliseconds(message.time));
  sources.context.revocation = question.revocation();
  sources.context.fetches = question.fetches();
  sources.context.evidence = &question.evidence();
  std::vector<pkix::PathResult> results;
  sources.context.judged = [&results](const pkix::PathResult& result) {
    results.push_back(result);
  };
  ComposeJudgement judgement = JudgeCompose(message, sources);
  next = question.GoOn(judgement.fetches, [&] {
    results.clear();
    judgement = JudgeCompose(message, sources);
    return judgement.fetches;
  });
  for (const pkix::PathResult& result : results) {
    question.Keep(result);
  }
  return judgement;
}

Result<ComposeJudgement> ComposeSecurity::JudgeHere(const idl::ComposeMessage& message) {
  const Time time = FromMilliseconds(message.time);
  if (!message.validation) {
    return JudgeCompose(message, SourcesOf(*profile_, time));
  }
  idl::ValidationSettings settings = *message.validation;
  settings.online = false;
  SIGNET_ASSIGN(Question question, Question::Begin(settings, answers_, time));
  std::vector<pkix::Fetch> none;
  return JudgeWith(message, question, none);
}

idl::ComposeSecurityView ComposeSecurity::GoOn(std::unique_ptr<OpenMessage> open) {
  std::vector<pkix::Fetch> next;
  ComposeJudgement judgement = JudgeWith(open->message, open->question, next);
  if (next.empty()) {
    return ViewOf(judgement);
  }
  SayPending(judgement, next);
  idl::ComposeSecurityView view = ViewOf(judgement);
  idl::PendingFetches& pending = view.pending.emplace();
  for (const pkix::Fetch& fetch : next) {
    pending.fetches.push_back(panel::ViewOf(fetch));
  }
  const std::scoped_lock lock(mutex_);
  pending.question = ++last_question_;
  open_.emplace(last_question_, std::move(open));
  if (open_.size() > limits::kOpenQuestions) {
    open_.erase(open_.begin());
  }
  return view;
}

Result<idl::ComposeSecurityView> ComposeSecurity::View(const idl::ComposeMessage& message,
                                                       const idl::CallContext& /*context*/) {
  const Time time = FromMilliseconds(message.time);
  if (!message.validation) {
    return ViewOf(JudgeCompose(message, SourcesOf(*profile_, time)));
  }
  SIGNET_ASSIGN(Question question, Question::Begin(*message.validation, answers_, time));
  return GoOn(std::make_unique<OpenMessage>(message, std::move(question)));
}

Result<idl::ComposeSecurityView> ComposeSecurity::Refine(
    std::uint64_t question, const std::vector<idl::FetchOutcome>& outcomes, bool last,
    const idl::CallContext& /*context*/) {
  std::unique_ptr<OpenMessage> open;
  {
    const std::scoped_lock lock(mutex_);
    auto found = open_.extract(question);
    if (found.empty()) {
      return MakeReason(ReasonCode::kInvalidRequest).Because("there is no such question");
    }
    open = std::move(found.mapped());
  }
  open->question.Supply(outcomes, last);
  return GoOn(std::move(open));
}

Result<void> ComposeSecurity::Unlock(const idl::ComposeMessage& message,
                                     const idl::CallContext& /*context*/) {
  if (!message.choices.sign) {
    return {};
  }
  SIGNET_ASSIGN(const ComposeJudgement judgement, JudgeHere(message));
  if (judgement.signed_as != idl::Protection::kYes) {
    return MakeReason(ReasonCode::kProtectionChanged);
  }
  SIGNET_TRY(profile_->own_keys().PrivateKey(*judgement.signing.certificate));
  return {};
}

Result<idl::ProtectedMessage> ComposeSecurity::Protect(const idl::ComposeMessage& message,
                                                       const idl::ComposeSecurityView& shown,
                                                       const idl::MessageToProtect& written,
                                                       const idl::CallContext& context) {
  SIGNET_ASSIGN(const ComposeJudgement judgement, JudgeHere(message));
  const bool protects = judgement.signed_as == idl::Protection::kYes ||
                        judgement.encrypted_as == idl::Protection::kYes;
  if (!judgement.may_send || !protects || !SameProtection(shown, ViewOf(judgement))) {
    return MakeReason(ReasonCode::kProtectionChanged);
  }
  smime::ComposeRequest request = judgement.Request();
  nss::UniquePrivateKey key;
  if (request.signer) {
    SIGNET_ASSIGN(key, profile_->own_keys().PrivateKey(*request.signer->certificate));
    request.signer->key = key.get();
  }
  smime::ProtectedParts parts;
  request.message = written.entity.View();
  if (!written.header.empty()) {
    SIGNET_ASSIGN(parts, smime::ProtectHeader(
                             {.fields = written.header,
                              .entity = written.entity.View(),
                              .encrypted = judgement.encrypted_as == idl::Protection::kYes}));
    request.message = parts.payload;
    request.payload = true;
  }
  if (written.algorithms) {
    request.policy = PolicyOf(*written.algorithms);
    request.opaque = written.algorithms->opaque;
  }
  request.time = FromMilliseconds(message.time);
  request.cancel = &context.cancel;
  Bytes protected_entity;
  SIGNET_TRY(smime::Compose(request, [&protected_entity](ByteView piece) -> Result<void> {
    protected_entity.insert(protected_entity.end(), piece.begin(), piece.end());
    return {};
  }));
  KeepUsed(judgement, request.time, *profile_);
  idl::ProtectedMessage result;
  result.entity = idl::Buffer(std::move(protected_entity));
  result.header = std::move(parts.fields);
  return result;
}

}  // namespace signet::panel

#include "panel/compose_security.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "nss/owners.h"
#include "panel/certificate_summary.h"
#include "panel/directory_lookup.h"
#include "panel/reasons.h"
#include "smime/composer.h"
#include "smime/header_protection.h"

namespace signet::panel {
namespace {

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

idl::ComposeRecipientView ViewOf(const store::RecipientCertificates& recipient,
                                 const ComposeJudgement& judgement) {
  idl::ComposeRecipientView view;
  view.address = recipient.address;
  if (const store::RecipientCandidate* chosen = recipient.chosen()) {
    view.certificate = panel::SummaryOf(*chosen->certificate);
    view.source = judgement.from_directory.contains(chosen->certificate->sha256())
                      ? idl::RecipientCertificateSource::kDirectory
                      : idl::RecipientCertificateSource::kStored;
  }
  view.reasons = ViewOf(recipient.reasons, idl::Severity::kError);
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
  return view;
}

Result<idl::ComposeSecurityView> ComposeSecurity::View(const idl::ComposeMessage& message,
                                                       const idl::CallContext& /*context*/) {
  return ViewOf(JudgeCompose(message, *profile_));
}

Result<void> ComposeSecurity::Unlock(const idl::ComposeMessage& message,
                                     const idl::CallContext& /*context*/) {
  if (!message.choices.sign) {
    return {};
  }
  const ComposeJudgement judgement = JudgeCompose(message, *profile_);
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
  const ComposeJudgement judgement = JudgeCompose(message, *profile_);
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

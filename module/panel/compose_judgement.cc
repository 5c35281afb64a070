#include "panel/compose_judgement.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/limits.h"
#include "base/time.h"
#include "pkix/address.h"
#include "store/identities.h"

namespace signet::panel {
namespace {

OwnChoice ChoiceOf(const store::Identity& identity, pkix::Purpose purpose) {
  const store::CertificateState& state = identity.For(purpose);
  OwnChoice choice;
  choice.reasons = state.reasons;
  if (state.usable()) {
    choice.certificate = identity.certificate;
    choice.chain = state.chain;
  }
  choice.fetches = state.fetches;
  return choice;
}

// OwnFor takes the certificate that the person has chosen, and no other: one that cannot be used
// is to be told of, not replaced.
OwnChoice OwnFor(const store::Identities& identities, const std::optional<std::string>& chosen,
                 pkix::Purpose purpose) {
  if (chosen) {
    if (const store::Identity* identity = identities.Find(*chosen)) {
      return ChoiceOf(*identity, purpose);
    }
    return {.certificate = nullptr,
            .chain = {},
            .reasons = {MakeReason(ReasonCode::kOwnCertificateMissing)
                            .With("address", identities.address)
                            .About(*chosen)}};
  }
  const bool signing = purpose == pkix::Purpose::kSigning;
  const std::optional<std::size_t>& proposed =
      signing ? identities.proposed_signing : identities.proposed_encryption;
  if (proposed) {
    return ChoiceOf(identities.all[*proposed], purpose);
  }
  return {.certificate = nullptr,
          .chain = {},
          .reasons = signing ? identities.signing_reasons : identities.encryption_reasons};
}

// Once keeps the first of equal addresses.
std::vector<std::string> Once(const std::vector<std::string>& addresses) {
  std::set<std::string_view> seen;
  std::vector<std::string> once;
  for (const std::string& address : addresses) {
    if (seen.insert(address).second) {
      once.push_back(address);
    }
  }
  return once;
}

void Append(std::vector<Reason>& reasons, const std::vector<Reason>& more) {
  for (const Reason& reason : more) {
    if (std::ranges::find(reasons, reason) == reasons.end()) {
      reasons.push_back(reason);
    }
  }
}

std::vector<Reason> WhyNotEncrypted(const ComposeJudgement& judgement) {
  std::vector<Reason> reasons;
  if (judgement.recipients.empty()) {
    reasons.push_back(MakeReason(ReasonCode::kNoRecipients));
  }
  for (const store::RecipientCertificates& recipient : judgement.recipients) {
    Append(reasons, recipient.reasons);
  }
  Append(reasons, judgement.encryption.reasons);
  return reasons;
}

// NoteDirectory tells which certificates are a directory's, and for whom one was asked in vain.
void NoteDirectory(const ComposeSources& sources, ComposeJudgement& judgement) {
  if (sources.directory == nullptr) {
    return;
  }
  for (store::RecipientCertificates& recipient : judgement.recipients) {
    if (recipient.chosen() == nullptr) {
      if (auto why = sources.directory->WhyNot(recipient.address)) {
        recipient.reasons.push_back(*std::move(why));
      }
    }
    const auto stored = sources.recipients(recipient.address);
    for (const store::RecipientCandidate& candidate : recipient.candidates) {
      const pkix::Certificate& certificate = *candidate.certificate;
      auto found = sources.directory->Find(certificate);
      if (found &&
          std::ranges::none_of(stored, [&](const auto& each) { return *each == certificate; })) {
        judgement.from_directory.emplace(certificate.sha256(), *std::move(found));
      }
    }
  }
}

// Pick prefers what the person wants.
void Pick(const std::vector<idl::PickedCertificate>& wanted, ComposeJudgement& judgement) {
  for (const idl::PickedCertificate& picked : wanted) {
    for (store::RecipientCertificates& recipient : judgement.recipients) {
      if (recipient.address == picked.address && recipient.Prefer(picked.sha256)) {
        judgement.picked.insert(recipient.address);
      }
    }
  }
}

// SpeakOfUnreachable: who has no address cannot be asked for a certificate, and what everybody
// reads cannot be encrypted.
void SpeakOfUnreachable(const std::vector<std::string>& newsgroups,
                        std::vector<store::RecipientCertificates>& recipients) {
  for (store::RecipientCertificates& recipient : recipients) {
    const bool newsgroup = std::ranges::find(newsgroups, recipient.address) != newsgroups.end();
    if (newsgroup || !pkix::ParseAddress(recipient.address)) {
      recipient.candidates.clear();
      recipient.reasons = {MakeReason(newsgroup ? ReasonCode::kRecipientNewsgroup
                                                : ReasonCode::kRecipientWithoutAddress)
                               .With("address", recipient.address)};
    }
  }
}

// SpeakToOwner: of the sender's own address among the recipients it is said what is said of the
// sender's certificates, not that somebody should be asked for theirs.
void SpeakToOwner(const std::string& sender, const OwnChoice& own,
                  std::vector<store::RecipientCertificates>& recipients) {
  const std::optional<pkix::MailAddress> address = pkix::ParseAddress(sender);
  for (store::RecipientCertificates& recipient : recipients) {
    if (recipient.reasons.empty() || !address || pkix::ParseAddress(recipient.address) != address) {
      continue;
    }
    recipient.reasons =
        own.reasons.empty()
            ? std::vector{MakeReason(ReasonCode::kOwnCertificateMissing).With("address", sender)}
            : own.reasons;
  }
}

std::vector<smime::Recipient> EncryptFor(const ComposeJudgement& judgement,
                                         const ComposeSources& sources) {
  std::vector<smime::Recipient> encrypt_for;
  for (const store::RecipientCertificates& recipient : judgement.recipients) {
    const store::RecipientCandidate* const chosen = recipient.chosen();
    if (chosen == nullptr) {
      continue;
    }
    smime::Recipient& added = encrypt_for.emplace_back(chosen->certificate);
    if (sources.capabilities) {
      added.capabilities = sources.capabilities(*chosen->certificate);
    }
    const auto found = judgement.from_directory.find(chosen->certificate->sha256());
    if (!added.capabilities && found != judgement.from_directory.end() &&
        !found->second.capabilities.empty()) {
      added.capabilities = found->second.capabilities;
    }
  }
  return encrypt_for;
}

store::JudgeContext OwnContext(store::JudgeContext context) {
  using Mode = pkix::RevocationSettings::Mode;
  if (context.revocation.mode == Mode::kRequire) {
    context.revocation.mode = Mode::kCheck;
  }
  return context;
}

// Whether an answer about revocation, or an issuer, is all that keeps it from being used.
bool MayBecomeUsable(const store::CertificateState& state) {
  return std::ranges::any_of(state.reasons, [](const Reason& reason) {
    return reason.code == ReasonCode::kRevocationUnknown ||
           reason.code == ReasonCode::kRevocationNotChecked ||
           reason.code == ReasonCode::kIssuerUnknown;
  });
}

// Of what is used, and of what could be if more were known of it.
std::vector<pkix::Fetch> FetchesOf(const ComposeJudgement& judgement) {
  std::vector<pkix::Fetch> fetches;
  const auto add = [&fetches](const std::vector<pkix::Fetch>& more) {
    for (const pkix::Fetch& fetch : more) {
      if (fetches.size() < limits::kComposeFetches &&
          std::ranges::find(fetches, fetch) == fetches.end()) {
        fetches.push_back(fetch);
      }
    }
  };
  add(judgement.signing.fetches);
  add(judgement.encryption.fetches);
  for (const store::RecipientCertificates& recipient : judgement.recipients) {
    if (const store::RecipientCandidate* const chosen = recipient.chosen()) {
      add(chosen->state.fetches);
      continue;
    }
    for (const store::RecipientCandidate& candidate : recipient.candidates) {
      if (MayBecomeUsable(candidate.state)) {
        add(candidate.state.fetches);
      }
    }
  }
  return fetches;
}

// AskComposer finds what only the keys themselves tell, for one kind of protection.
smime::ComposeChoice AskComposer(const smime::ComposeRequest& request,
                                 std::vector<Reason>& reasons) {
  Result<smime::ComposeChoice> choice = smime::Choose(request);
  if (!choice) {
    Append(reasons, {choice.error()});
    return {};
  }
  return *std::move(choice);
}

}  // namespace

smime::ComposeRequest ComposeJudgement::Request() const {
  smime::ComposeRequest request;
  if (signed_as == idl::Protection::kYes) {
    request.signer = smime::SigningIdentity{
        .certificate = signing.certificate, .key = nullptr, .chain = signing.chain};
  }
  if (encrypted_as == idl::Protection::kYes) {
    request.recipients = encrypt_for;
  }
  request.own_encryption = encryption.certificate;
  return request;
}

ComposeJudgement JudgeCompose(const idl::ComposeMessage& message, const ComposeSources& sources) {
  using Choice = idl::EncryptionChoice;
  using Protection = idl::Protection;
  ComposeJudgement judgement;
  judgement.choices = message.choices;
  const bool encrypt = message.choices.encryption != Choice::kNever;
  if (!message.choices.sign && !encrypt) {
    return judgement;
  }
  const store::Identities identities =
      store::JudgeIdentities(sources.own, message.sender, OwnContext(sources.context));
  judgement.encryption =
      OwnFor(identities, message.encryption_certificate, pkix::Purpose::kEncryption);
  if (message.choices.sign) {
    judgement.signing = OwnFor(identities, message.signing_certificate, pkix::Purpose::kSigning);
    judgement.signature_reasons = judgement.signing.reasons;
    judgement.signed_as = Protection::kYes;
    if (judgement.signature_reasons.empty()) {
      smime::ComposeRequest request = judgement.Request();
      request.own_encryption = nullptr;
      AskComposer(request, judgement.signature_reasons);
    }
    if (!judgement.signature_reasons.empty()) {
      judgement.signed_as = Protection::kNotPossible;
      judgement.may_send = false;
    }
  }
  if (encrypt) {
    const std::array<store::AddressLookup, 2> lookups = {
        sources.recipients, [&sources](std::string_view address) {
          return sources.directory != nullptr ? sources.directory->FindByAddress(address)
                                              : std::vector<pkix::CertificatePtr>();
        }};
    judgement.recipients =
        store::FindRecipientCertificates(Once(message.recipients), lookups, sources.context);
    SpeakOfUnreachable(message.newsgroups, judgement.recipients);
    Pick(message.picked, judgement);
    NoteDirectory(sources, judgement);
    SpeakToOwner(message.sender, judgement.encryption, judgement.recipients);
    judgement.encryption_reasons = WhyNotEncrypted(judgement);
    judgement.encrypted_as = Protection::kYes;
    if (judgement.encryption_reasons.empty()) {
      judgement.encrypt_for = EncryptFor(judgement, sources);
      smime::ComposeRequest request = judgement.Request();
      request.signer = std::nullopt;
      smime::ComposeChoice choice = AskComposer(request, judgement.encryption_reasons);
      if (choice.encryption) {
        judgement.method = std::move(choice.encryption->because);
      }
    }
    if (!judgement.encryption_reasons.empty()) {
      judgement.encrypted_as = Protection::kNotPossible;
      judgement.may_send = judgement.may_send && message.choices.encryption != Choice::kRequired;
    }
  }
  judgement.fetches = FetchesOf(judgement);
  return judgement;
}

ComposeSources SourcesOf(Profile& profile, Time at) {
  // First of all: it forgets what was known of the profile before this time.
  store::JudgeContext context = profile.Judging(at);
  return {
      .own = profile.own_keys().List(),
      .recipients = [&profile](std::string_view address) { return profile.FindByAddress(address); },
      .capabilities =
          [&profile](const pkix::Certificate& certificate) {
            return profile.Capabilities(certificate);
          },
      .directory = &profile.directory(),
      .context = std::move(context)};
}

}  // namespace signet::panel

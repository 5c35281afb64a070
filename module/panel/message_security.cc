#include "panel/message_security.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "mime/mailbox_file.h"
#include "panel/asking_keys.h"
#include "panel/certificate_summary.h"
#include "panel/pending_findings.h"
#include "panel/reasons.h"
#include "panel/remedies.h"
#include "panel/signer_history.h"
#include "smime/main_body.h"
#include "smime/opened_content.h"
#include "smime/reader.h"

namespace signet::panel {
namespace {

// What the sender alone says about the time cannot be checked, as a message that is not wholly here
// cannot be: its icon is the same.
idl::SignatureIcon IconOf(const smime::Findings& findings) {
  switch (findings.signature) {
    case idl::SignatureVerdict::kExpiredSince:
      return std::ranges::any_of(findings.findings,
                                 [](const smime::Finding& finding) {
                                   return finding.reason.code == ReasonCode::kExpiredSinceClaimed;
                                 })
                 ? idl::SignatureIcon::kQuestionPen
                 : idl::SignatureIcon::kClockPen;
    case idl::SignatureVerdict::kValid:
      return idl::SignatureIcon::kPen;
    case idl::SignatureVerdict::kInvalid:
      return idl::SignatureIcon::kBrokenPen;
    case idl::SignatureVerdict::kUnknown:
      return idl::SignatureIcon::kQuestionPen;
    case idl::SignatureVerdict::kNone:
      break;
  }
  return idl::SignatureIcon::kNone;
}

idl::EncryptionIcon IconOf(idl::EncryptionVerdict verdict) {
  switch (verdict) {
    case idl::EncryptionVerdict::kDecrypted:
      return idl::EncryptionIcon::kKey;
    case idl::EncryptionVerdict::kFailed:
      return idl::EncryptionIcon::kBrokenKey;
    case idl::EncryptionVerdict::kNone:
      break;
  }
  return idl::EncryptionIcon::kNone;
}

idl::TimeStampView ViewOfTimeStamp(const smime::TimeStampFindings& stamp) {
  idl::TimeStampView view;
  view.valid = stamp.valid;
  if (stamp.time) {
    view.time = ToMilliseconds(*stamp.time);
  }
  if (stamp.certificate) {
    view.certificate = SummaryOf(*stamp.certificate);
  }
  for (const pkix::CertificatePtr& certificate : stamp.chain) {
    view.chain.push_back(SummaryOf(*certificate));
  }
  if (!stamp.path.paths.empty()) {
    view.revocation = ViewOfRevocation(stamp.path.best());
  }
  view.algorithm = stamp.algorithm;
  for (const Reason& reason : stamp.reasons) {
    view.reasons.push_back(ViewOf(reason, smime::SeverityOf(reason.code)));
  }
  return view;
}

idl::SignerView ViewOfSigner(const smime::SignerFindings& signer) {
  idl::SignerView view;
  view.valid = signer.valid;
  if (signer.certificate) {
    view.certificate = SummaryOf(*signer.certificate);
  }
  for (const pkix::CertificatePtr& certificate : signer.chain) {
    view.chain.push_back(SummaryOf(*certificate));
  }
  view.algorithm = signer.algorithm;
  if (signer.signing_time) {
    view.signing_time = ToMilliseconds(*signer.signing_time);
  }
  if (!signer.path.paths.empty()) {
    view.revocation = ViewOfRevocation(signer.path.best());
  }
  for (const smime::TimeStampFindings& stamp : signer.time_stamps) {
    view.time_stamps.push_back(ViewOfTimeStamp(stamp));
  }
  view.reasons = ViewOf(signer.findings);
  return view;
}

smime::ReadOptions ReadOptionsOf(const idl::JudgeOptions& options,
                                 const idl::CallContext& context) {
  smime::ReadOptions read_options;
  read_options.time = FromMilliseconds(options.time);
  read_options.check_address = options.check_address;
  read_options.incomplete = options.incomplete;
  read_options.own_addresses = options.own_addresses;
  read_options.cancel = &context.cancel;
  return read_options;
}

idl::LayerView ViewOfLayer(const smime::Layer& layer) {
  idl::LayerView view;
  view.kind = layer.kind;
  view.whole_message = layer.whole_message;
  view.part = layer.part;
  view.algorithm = layer.algorithm;
  view.recipient_count = static_cast<std::uint32_t>(layer.recipient_count);
  for (const smime::RecipientFindings& recipient : layer.recipients) {
    idl::RecipientView& entry = view.recipients.emplace_back();
    entry.certificate = recipient.certificate;
    entry.algorithm = recipient.algorithm;
    entry.state = recipient.state;
    if (recipient.known != nullptr) {
      entry.known = SummaryOf(*recipient.known);
    }
    if (recipient.reason) {
      entry.reason = ViewOf(*recipient.reason, smime::SeverityOf(recipient.reason->code));
    }
  }
  return view;
}

std::vector<pkix::Fetch> FetchesOf(const smime::Findings& findings) {
  std::vector<pkix::Fetch> fetches;
  for (const smime::SignerFindings& signer : findings.signers) {
    fetches.insert(fetches.end(), signer.fetches.begin(), signer.fetches.end());
  }
  return fetches;
}

// Of signers and of the authorities of their time-stamps, as far as there are any.
std::vector<const pkix::PathResult*> PathsOf(const smime::Findings& findings) {
  std::vector<const pkix::PathResult*> paths;
  const auto add = [&paths](const pkix::PathResult& path) {
    if (!path.paths.empty()) {
      paths.push_back(&path);
    }
  };
  for (const smime::SignerFindings& signer : findings.signers) {
    add(signer.path);
    for (const smime::TimeStampFindings& stamp : signer.time_stamps) {
      add(stamp.path);
    }
  }
  return paths;
}

}  // namespace

idl::MessageSecurityView ViewOf(const smime::Findings& findings) {
  idl::MessageSecurityView view;
  view.signature = findings.signature;
  view.encryption = findings.encryption;
  view.signature_icon = IconOf(findings);
  view.encryption_icon = IconOf(findings.encryption);
  view.address = findings.address;
  view.protected_subject = findings.protected_subject;
  for (const smime::SignerFindings& signer : findings.signers) {
    view.signers.push_back(ViewOfSigner(signer));
  }
  for (const smime::Layer& layer : findings.layers) {
    view.layers.push_back(ViewOfLayer(layer));
  }
  view.reasons = ViewOf(findings.findings);
  view.remedies = RemediesFor(findings);
  return view;
}

smime::ReaderSources MessageSecurity::Sources() {
  smime::ReaderSources sources = profile_->Sources();
  if (seen_ != nullptr) {
    sources.first_seen = [this](const std::string& name) { return seen_->FirstSeen(name); };
  }
  return sources;
}

Result<smime::Findings> MessageSecurity::AskOn(const OpenWith& open,
                                               const smime::ReadOptions& options) {
  smime::ReaderSources sources = Sources();
  pkix::Evidence evidence = revocation_.BeginEvidence();
  sources.revocation = revocation_.settings;
  sources.fetches = revocation_.fetches;
  sources.evidence = &evidence;
  SIGNET_ASSIGN(const smime::Opened opened, open(sources));
  smime::Findings findings = smime::Judge(opened, sources, options);
  if (revocation_.go_on) {
    revocation_.go_on(FetchesOf(findings), evidence, [&] {
      findings = smime::Judge(opened, sources, options);
      return FetchesOf(findings);
    });
  }
  if (revocation_.keep) {
    for (const pkix::PathResult* path : PathsOf(findings)) {
      revocation_.keep(evidence, *path);
    }
  }
  return findings;
}

Result<idl::MessageSecurityView> MessageSecurity::View(const OpenWith& open,
                                                       const smime::ReadOptions& options,
                                                       const idl::JudgeOptions& asked) {
  profile_->BeginAt(options.time);
  Collector::Known known;
  const OpenWith open_first = [&](const smime::ReaderSources& sources) -> Result<smime::Opened> {
    SIGNET_ASSIGN(smime::Opened opened, open(sources));
    if (asked.collect) {
      known = collector_.KnownBefore(opened);
    }
    return opened;
  };
  if (!asked.validation) {
    SIGNET_ASSIGN(const smime::Findings findings, AskOn(open_first, options));
    Remember(findings);
    return Concluded(findings, known, asked);
  }
  SIGNET_ASSIGN(Question question, Question::Begin(*asked.validation, answers_, options.time));
  SIGNET_ASSIGN(smime::Opened opened, open_first(Sources()));
  auto judgement = std::make_unique<OpenJudgement>(std::move(opened), options, std::move(question),
                                                   asked, std::move(known));
  judgement->options.cancel = nullptr;  // belongs to this call
  return GoOn(std::move(judgement));
}

idl::MessageSecurityView MessageSecurity::Concluded(const smime::Findings& findings,
                                                    const Collector::Known& known,
                                                    const idl::JudgeOptions& asked) {
  if (seen_ != nullptr && remember_) {
    RememberIn(*seen_, findings, FromMilliseconds(asked.time));
  }
  idl::MessageSecurityView view = ViewOf(findings);
  AddHistory(seen_, findings, view);
  if (asked.collect) {
    view.collected = collector_.CollectFrom(findings, known, asked);
  }
  // Otherwise it is stored by now.
  if (asked.offer_saving && (!asked.collect || !asked.never_collect.empty())) {
    if (auto saving = SavingFor(findings, profile_->Judging(FromMilliseconds(asked.time)))) {
      view.remedies.push_back(*std::move(saving));
    }
  }
  return view;
}

idl::MessageSecurityView MessageSecurity::GoOn(std::unique_ptr<OpenJudgement> judgement) {
  Question& question = judgement->question;
  smime::ReaderSources sources = Sources();
  sources.revocation = question.revocation();
  sources.fetches = question.fetches();
  sources.evidence = &question.evidence();
  smime::Findings findings = smime::Judge(judgement->opened, sources, judgement->options);
  const std::vector<pkix::Fetch> next = question.GoOn(FetchesOf(findings), [&] {
    findings = smime::Judge(judgement->opened, sources, judgement->options);
    return FetchesOf(findings);
  });
  Remember(findings);
  if (!findings.signers.empty()) {
    for (const Reason& problem : question.problems()) {
      findings.findings.push_back({problem, smime::Severity::kWarning});
    }
    smime::SortAndMerge(findings.findings);
  }
  if (next.empty()) {
    for (const pkix::PathResult* path : PathsOf(findings)) {
      question.Keep(*path);
    }
    return Concluded(findings, judgement->known, judgement->asked);
  }
  const smime::Findings pending_findings = WhilePending(std::move(findings), next);
  idl::MessageSecurityView view = ViewOf(pending_findings);
  AddHistory(seen_, pending_findings, view);
  idl::PendingFetches& pending = view.pending.emplace();
  for (const pkix::Fetch& fetch : next) {
    pending.fetches.push_back(ViewOf(fetch));
  }
  const std::scoped_lock lock(mutex_);
  pending.question = ++last_question_;
  open_.emplace(last_question_, std::move(judgement));
  if (open_.size() > limits::kOpenQuestions) {
    open_.erase(open_.begin());
  }
  return view;
}

Result<idl::MessageSecurityView> MessageSecurity::Refine(
    std::uint64_t question, const std::vector<idl::FetchOutcome>& outcomes, bool last,
    const idl::CallContext& /*context*/) {
  std::unique_ptr<OpenJudgement> judgement;
  {
    const std::scoped_lock lock(mutex_);
    auto found = open_.extract(question);
    if (found.empty()) {
      return MakeReason(ReasonCode::kInvalidRequest).Because("there is no such question");
    }
    judgement = std::move(found.mapped());
  }
  judgement->question.Supply(outcomes, last);
  return GoOn(std::move(judgement));
}

Result<idl::MessageSecurityView> MessageSecurity::Judge(const idl::JudgeOptions& options,
                                                        ByteView message,
                                                        const idl::CallContext& context) {
  const smime::ReadOptions read_options = ReadOptionsOf(options, context);
  const OpenWith open = [&](smime::ReaderSources sources) {
    sources.keys = options.decrypt ? sources.keys : nullptr;
    return smime::Open(mime::WithoutStorePrefix(message), sources, read_options);
  };
  return View(open, read_options, options);
}

Result<idl::OpenedMessage> MessageSecurity::Open(const idl::JudgeOptions& options, bool may_ask,
                                                 ByteView message,
                                                 const idl::CallContext& context) {
  smime::ReadOptions read_options = ReadOptionsOf(options, context);
  read_options.keep_content = true;
  AskingKeys keys(profile_->own_keys(), may_ask);
  std::optional<Bytes> content;
  bool shows_subject = false;
  idl::OpenedMessage opened;
  const OpenWith open = [&](smime::ReaderSources sources) -> Result<smime::Opened> {
    sources.keys = options.decrypt ? &keys : nullptr;
    SIGNET_ASSIGN(smime::Opened taken_apart,
                  smime::Open(mime::WithoutStorePrefix(message), sources, read_options));
    content = std::exchange(taken_apart.peeled.content, std::nullopt);
    opened.part = taken_apart.peeled.opaque_part;
    shows_subject = taken_apart.peeled.protected_header.has_value();
    return taken_apart;
  };
  SIGNET_ASSIGN(opened.view, View(open, read_options, options));
  opened.authenticated = std::ranges::none_of(opened.view.reasons, [](const idl::Reason& reason) {
    return reason.code == ReasonCode::kEncryptionNotAuthenticated;
  });
  if (content) {
    content = smime::ReadyToShow(*std::move(content));
    if (shows_subject) {
      content = smime::HideFieldsInBody(*std::move(content));
    }
    opened.loads_remote_content = smime::LoadsRemoteContent(*content);
    opened.content = idl::Buffer(*std::move(content));
  }
  return opened;
}

Result<idl::MessageSecurityView> MessageSecurity::JudgeObject(
    const idl::JudgeOptions& options, ByteView object, const std::optional<ByteView>& content,
    const idl::CallContext& context) {
  const smime::ReadOptions read_options = ReadOptionsOf(options, context);
  const OpenWith open = [&](const smime::ReaderSources& sources) {
    return smime::OpenObject(object, content, sources, read_options);
  };
  return View(open, read_options, options);
}

Result<std::optional<idl::Buffer>> MessageSecurity::Certificate(
    const std::string& sha256, const idl::CallContext& /*context*/) {
  const std::scoped_lock lock(mutex_);
  const auto found = certificates_.find(sha256);
  if (found == certificates_.end()) {
    return std::optional<idl::Buffer>();
  }
  return std::optional<idl::Buffer>(ToBytes(found->second->der()));
}

void MessageSecurity::Remember(const smime::Findings& findings) {
  const std::scoped_lock lock(mutex_);
  for (const smime::Layer& layer : findings.layers) {
    for (const smime::RecipientFindings& recipient : layer.recipients) {
      if (recipient.known != nullptr) {
        Remember(recipient.known);
      }
    }
  }
  for (const smime::SignerFindings& signer : findings.signers) {
    if (signer.certificate) {
      Remember(signer.certificate);
    }
    for (const pkix::CertificatePtr& certificate : signer.chain) {
      Remember(certificate);
    }
    for (const smime::TimeStampFindings& stamp : signer.time_stamps) {
      for (const pkix::CertificatePtr& certificate : stamp.chain) {
        Remember(certificate);
      }
    }
  }
}

void MessageSecurity::Remember(const pkix::CertificatePtr& certificate) {
  if (!certificates_.emplace(certificate->sha256(), certificate).second) {
    return;
  }
  oldest_first_.push_back(certificate->sha256());
  if (oldest_first_.size() > kRemembered) {
    certificates_.erase(oldest_first_.front());
    oldest_first_.pop_front();
  }
}

}  // namespace signet::panel

// What the Certificates window changes: importing, backing up, trust, deleting.
#include <algorithm>
#include <span>
#include <utility>

#include "base/limits.h"
#include "nss/token.h"
#include "panel/certificate_summary.h"
#include "panel/certificates.h"
#include "panel/reasons.h"
#include "store/backup.h"
#include "store/edit.h"
#include "store/import.h"
#include "store/key_holder.h"

namespace signet::panel {
namespace {

idl::ImportOutcome OutcomeOf(store::Imported::Outcome outcome) {
  switch (outcome) {
    case store::Imported::Outcome::kStored:
      return idl::ImportOutcome::kStored;
    case store::Imported::Outcome::kAlreadyThere:
      return idl::ImportOutcome::kAlreadyThere;
    case store::Imported::Outcome::kFailed:
      break;
  }
  return idl::ImportOutcome::kFailed;
}

idl::ImportView ViewOf(const store::ImportReport& report) {
  idl::ImportView view;
  view.password_needed = false;
  for (const store::Imported& entry : report.entries) {
    idl::ImportedCertificate& shown = view.certificates.emplace_back();
    shown.certificate = SummaryOf(*entry.certificate);
    shown.with_key = entry.with_key;
    shown.outcome = OutcomeOf(entry.outcome);
    const bool failed = entry.outcome == store::Imported::Outcome::kFailed;
    for (const Reason& reason : entry.reasons) {
      shown.reasons.push_back(
          panel::ViewOf(reason, failed ? idl::Severity::kError : idl::Severity::kInformation));
    }
  }
  for (const Reason& warning : report.warnings) {
    view.warnings.push_back(panel::ViewOf(warning, idl::Severity::kWarning));
  }
  view.total = view.done = view.certificates.size();
  return view;
}

// Cards are not written to: they are brought into being where their keys are.
Result<nss::UniqueSlot> UnlockedProfile() {
  SIGNET_ASSIGN(nss::UniqueSlot token, nss::InternalKeySlot());
  SIGNET_TRY(nss::Unlock(token.get()));
  return token;
}

pkix::Trust::Level LevelOf(idl::EmailTrust trust, bool authority) {
  switch (trust) {
    case idl::EmailTrust::kTrusted:
      return authority ? pkix::Trust::Level::kAnchor : pkix::Trust::Level::kPeer;
    case idl::EmailTrust::kDistrusted:
      return pkix::Trust::Level::kDistrusted;
    case idl::EmailTrust::kNone:
      break;
  }
  return pkix::Trust::Level::kNone;
}

}  // namespace

Result<idl::ImportView> Certificates::ImportFile(const std::string& name, ByteView file,
                                                 const std::optional<ByteView>& password,
                                                 std::uint64_t from,
                                                 const idl::CallContext& /*context*/) {
  if (!store::IsPkcs12(file)) {
    SIGNET_ASSIGN(const auto certificates, store::ReadCertificatesToImport(file, name));
    const std::size_t begin = std::min<std::uint64_t>(from, certificates.size());
    const std::size_t count =
        std::min(limits::kCertificatesImportedAtOnce, certificates.size() - begin);
    const auto some = std::span(certificates).subspan(begin, count);
    SIGNET_ASSIGN(const nss::UniqueSlot token, nss::InternalKeySlot());
    SIGNET_TRY(store::UnlockHolders(some));
    SIGNET_ASSIGN(const store::ImportReport report,
                  profile_->Change([&] { return store::ImportCertificates(some, token.get()); }));
    idl::ImportView view = ViewOf(report);
    view.total = certificates.size();
    view.done = begin + count;
    return view;
  }
  const auto contents =
      store::ReadPkcs12ToImport(file, AsText(password.value_or(ByteView())), name);
  if (!contents) {
    if (!password && contents.error().code == ReasonCode::kPasswordWrong) {
      idl::ImportView view;
      view.password_needed = true;
      return view;
    }
    return std::unexpected(contents.error());
  }
  SIGNET_ASSIGN(const nss::UniqueSlot token, UnlockedProfile());
  SIGNET_ASSIGN(const store::ImportReport report,
                profile_->Change([&] { return store::Import(*contents, token.get(), name); }));
  return ViewOf(report);
}

Result<idl::Buffer> Certificates::BackUp(const std::vector<std::string>& sha256s, ByteView password,
                                         double time, const idl::CallContext& /*context*/) {
  const store::JudgeContext judging = profile_->Judging(FromMilliseconds(time));
  std::vector<store::BackupEntry> entries;
  std::vector<pkix::CertificatePtr> chain;
  for (const store::StoredCertificate& stored : Named(sha256s)) {
    SIGNET_ASSIGN(nss::UniquePrivateKey key, profile_->own_keys().PrivateKey(*stored.certificate));
    entries.push_back({.key = std::move(key),
                       .certificate = stored.certificate,
                       .name = stored.certificate->DisplayName()});
    const auto state = store::StateOf(stored.certificate, pkix::Purpose::kAny, judging);
    chain.insert(chain.end(), state.chain.begin(), state.chain.end());
  }
  if (entries.empty()) {
    return MakeReason(ReasonCode::kInvalidRequest).Because("no such certificate");
  }
  SIGNET_ASSIGN(Bytes file, store::WriteBackup(entries, chain, AsText(password)));
  return idl::Buffer(std::move(file));
}

Result<void> Certificates::SetTrust(const std::string& sha256, idl::EmailTrust trust,
                                    const idl::CallContext& /*context*/) {
  const std::vector<store::StoredCertificate> named = Named({sha256});
  if (named.empty()) {
    return MakeReason(ReasonCode::kInvalidRequest).Because("no such certificate");
  }
  const pkix::Certificate& certificate = *named.front().certificate;
  SIGNET_TRY(UnlockedProfile());
  return profile_->Change(
      [&] { return store::SetEmailTrust(certificate, LevelOf(trust, certificate.IsAuthority())); });
}

Result<void> Certificates::Remove(const std::vector<std::string>& sha256s,
                                  const idl::CallContext& /*context*/) {
  const std::vector<store::StoredCertificate> named = Named(sha256s);
  if (std::ranges::any_of(named, &store::StoredCertificate::own)) {
    SIGNET_TRY(UnlockedProfile());
  }
  return profile_->Change([&]() -> Result<void> {
    for (const store::StoredCertificate& each : named) {
      SIGNET_TRY(store::DeleteCertificate(*each.certificate, each.own));
    }
    return {};
  });
}

}  // namespace signet::panel

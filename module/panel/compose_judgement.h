// What becomes of a message that is written: which certificates sign it and encrypt it, and why
// not.
#ifndef SIGNET_PANEL_COMPOSE_JUDGEMENT_H_
#define SIGNET_PANEL_COMPOSE_JUDGEMENT_H_

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "directory/finds.h"
#include "idl/compose_security.h"
#include "panel/profile.h"
#include "pkix/certificate.h"
#include "pkix/fetch.h"
#include "smime/composer.h"
#include "store/announced_capabilities.h"
#include "store/certificate_state.h"
#include "store/profile_keys.h"
#include "store/recipient_certificates.h"

namespace signet::panel {

// One certificate of the sender's own.
struct OwnChoice {
  // What is to be used; null: nothing can.
  pkix::CertificatePtr certificate;
  // From the certificate to its authority.
  std::vector<pkix::CertificatePtr> chain;
  // Why there is none; empty: there is.
  std::vector<Reason> reasons;
  // What could be fetched to know more of it.
  std::vector<pkix::Fetch> fetches = {};
};

// ComposeJudgement is a value; certificates in it outlive it.
struct ComposeJudgement {
  idl::ComposeChoices choices;
  OwnChoice signing;
  // Looked for whenever anything is chosen: a signature brings it along if there is one.
  OwnChoice encryption;
  // Empty unless encryption is chosen.
  std::vector<store::RecipientCertificates> recipients;
  // Whom the message is encrypted for; empty unless it can be.
  std::vector<smime::Recipient> encrypt_for;
  // Of the recipients those for whom the person has picked the certificate.
  std::set<std::string> picked;
  // Of the recipients' certificates, chosen or not, those that a directory brought and that are not
  // stored yet, by fingerprint.
  std::map<std::string, directory::Candidate> from_directory;
  idl::Protection signed_as = idl::Protection::kNo;
  idl::Protection encrypted_as = idl::Protection::kNo;
  std::vector<Reason> signature_reasons;
  std::vector<Reason> encryption_reasons;
  // smime::EncryptionChoice::because; empty unless it is encrypted.
  std::vector<Reason> method;
  bool may_send = true;
  // What could be fetched to know more of what is chosen, each once, limits::kComposeFetches at
  // most. With evidence only.
  std::vector<pkix::Fetch> fetches;

  // What the composer is asked for. The key, the message, the time and the cancel flag are the
  // caller's to add.
  [[nodiscard]] smime::ComposeRequest Request() const;
};

// What a message is judged with.
struct ComposeSources {
  // The sender's own certificates (store::ProfileKeys::List).
  std::vector<store::OwnCertificate> own;
  // Where recipients' certificates are looked for.
  store::AddressLookup recipients;
  // What they have announced that they read (store/announced_capabilities.h); may be empty.
  std::function<std::optional<store::Capabilities>(const pkix::Certificate&)> capabilities;
  // What directories have brought; may be null.
  const directory::Finds* directory = nullptr;
  // Revocation that is not known does not keep the sender's own certificates from being used,
  // whatever the context says; revocation that is known does.
  store::JudgeContext context;
};

// JudgeCompose: NSS must run; asks for no password. Thread-safe if the sources are.
[[nodiscard]] ComposeJudgement JudgeCompose(const idl::ComposeMessage& message,
                                            const ComposeSources& sources);
// What a profile has to judge with at a time; valid as long as the profile. Revocation is not
// asked.
[[nodiscard]] ComposeSources SourcesOf(Profile& profile, Time at);

}  // namespace signet::panel

#endif  // SIGNET_PANEL_COMPOSE_JUDGEMENT_H_

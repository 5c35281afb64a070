// JudgeSigner: everything about one signer of one layer: is it their signature over this content,
// whose certificate is it, and may it be used for this (RFC 5652, 5.6; RFC 8550, sections 2.3, 3,
// 4).
//
// A certificate that has expired since. An old message does not become a forgery on the day on
// which its signer's certificate ends; but whoever has the key of an expired certificate, which no
// authority watches any more, can sign today with any date. So such a signer is never `valid`, and
// what stands for it never looks like what stands for a signature that is good now. It is
// `valid_then` if nothing but expiry is wrong and all was good at the time of signing, which is
//  1. a time-stamp (RFC 3161) that holds, by its latest possible time: expired-since-stamped. An
//     authority confirms to everybody that the signature existed then (smime/time_stamp.h says
//     which one is believed);
//  2. otherwise when this machine first judged this very signature valid (ReaderSources::
//     first_seen): expired-since-seen. No key can make a signature that was seen before its
//     certificate expired;
//  3. otherwise what the signer claims (the signing-time attribute, RFC 5652, 11.3; "no
//     requirement is imposed concerning the correctness of the signing time"): expired-since-
//     claimed. It excuses nothing else, and a Date field that does not fit remains an error.
// Revocation is asked as of today: a revoked certificate makes no signature good. Only the signer's
// own certificate is excused alone or with its authorities; an authority that ends before the
// certificates that it issued is a mistake of its own (certificate-expired). A time-stamp that does
// not hold is a remark and changes no verdict.
#ifndef SIGNET_SMIME_SIGNER_H_
#define SIGNET_SMIME_SIGNER_H_

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "cms/signed_data.h"
#include "mime/address.h"
#include "pkix/certificate_cache.h"
#include "pkix/evidence.h"
#include "pkix/fetch.h"
#include "pkix/path.h"
#include "pkix/revocation.h"
#include "smime/findings.h"
#include "smime/layers.h"

namespace signet::smime {

// Where a judgement gets certificates, trust and keys from. Pointers are not owned and outlive the
// Reader; all are called on the judging thread.
struct ReaderSources {
  // Authorities, best source first; the message's own certificates are looked at before them.
  std::vector<const pkix::CertificateSource*> authorities;
  // Never null.
  const pkix::TrustSource* trust = nullptr;
  // Signer certificates that a message names but does not bring; may be empty.
  std::function<std::vector<pkix::CertificatePtr>(const cms::SignerId&)> find_signer;
  // Private keys for encrypted layers; null: they are described, not opened.
  cms::KeySource* keys = nullptr;
  // When a signature (SignerFindings::signature) was first judged valid on this machine; may be
  // empty. Called on the judging thread.
  std::function<std::optional<Time>(const std::string& signature)> first_seen = {};
  // Remember signature checks, and certificates that were read, over many messages; may be null.
  pkix::SignatureCache* cache = nullptr;
  pkix::CertificateCache* read_certificates = nullptr;
  // How revocation is asked; off by default. `data` is not looked at.
  pkix::RevocationSettings revocation;
  // What could be fetched to know more is proposed within these settings.
  pkix::FetchSettings fetches;
  // CRLs, OCSP responses and issuers that are at hand, and what became of fetches; may be null.
  const pkix::Evidence* evidence = nullptr;
};

// ReadCertificate reads one that came with a message. Reasons: those of Certificate::Parse.
[[nodiscard]] Result<pkix::CertificatePtr> ReadCertificate(ByteView der,
                                                           const ReaderSources& sources);

// What the signer is held against.
struct SignerContext {
  const ReaderSources* sources = nullptr;
  // The certificates of all layers of the message.
  const pkix::CertificateSource* message_certificates = nullptr;
  // CRLs and OCSP responses out of the message (RFC 5940) and of the sources' evidence.
  const pkix::RevocationData* revocation_data = nullptr;
  const mime::Originator* originator = nullptr;
  Time time;
  bool check_address = true;
};

// JudgeSigner judges signer `index` of a signed layer. `where` names the signer in its reasons.
[[nodiscard]] SignerFindings JudgeSigner(const PeeledLayer& layer, std::size_t index,
                                         const SignerContext& context);

// Weigh concludes from the findings of a signer, whose certificate is known: `valid`, `valid_then`.
void Weigh(SignerFindings& signer);

// ComparedMailboxes are those that a certificate must vouch for: From, or Sender where there is no
// From (RFC 8550, section 3).
[[nodiscard]] const std::vector<mime::Mailbox>& ComparedMailboxes(
    const mime::Originator& originator);

// SenderAddress is the first address among them; nothing: there is none.
[[nodiscard]] std::optional<std::string> SenderAddress(const mime::Originator& originator);

}  // namespace signet::smime

#endif  // SIGNET_SMIME_SIGNER_H_

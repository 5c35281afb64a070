// Findings: what the Reader knows of one received message, before it becomes words.
//
// The vocabulary is RFC 9787's: a message has a cryptographic envelope, the layers that cover it
// whole from the outside in, and may have errant layers, signed or encrypted parts inside of
// something else. Only the envelope makes a verdict; an errant layer is mentioned.
//
// Value types; they own what they hold.
#ifndef SIGNET_SMIME_FINDINGS_H_
#define SIGNET_SMIME_FINDINGS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "cms/attributes.h"
#include "idl/message_security.h"
#include "pkix/certificate.h"
#include "pkix/fetch.h"
#include "pkix/path.h"

namespace signet::smime {

// The words of the contract serve inside as well.
//  - SignatureVerdict: kNone, no signature covers the whole message; kValid, every rule holds for
//    every signer, now; kExpiredSince, every rule held when it was signed, and certificates have
//    expired since (smime/signer.h says what that rests on); kInvalid, there is one and something
//    is wrong; kUnknown, the message is not wholly here, so nothing can be said.
//  - EncryptionVerdict: kNone, kDecrypted, kFailed.
using idl::EncryptionVerdict;
using idl::LayerKind;
using idl::Severity;
using idl::SignatureVerdict;

// Recipients of one layer that are listed: nobody reads more, and a message may have thousands.
inline constexpr std::size_t kRecipientsListed = 100;

// Finding is a reason with its weight in this place: the same code can be fatal for a signature and
// a remark elsewhere.
struct Finding {
  Reason reason;
  Severity severity = Severity::kError;
};

// RecipientFindings are about one who can open an encrypted layer.
struct RecipientFindings {
  using State = idl::RecipientState;
  // For people: the certificate's owner, its issuer and serial number, as far as they are known;
  // empty for a recipient without a certificate (a password).
  std::string certificate;
  // For people: "RSA-OAEP with SHA-256".
  std::string algorithm;
  State state = State::kNotOurs;
  // Why it did not or cannot open the layer.
  std::optional<Reason> reason;
  // The certificate itself, where it is known here; null otherwise.
  pkix::CertificatePtr known = nullptr;
};

// Layer is one protection, in or outside of the envelope.
struct Layer {
  LayerKind kind = LayerKind::kSigned;
  // It belongs to the envelope: it covers the whole displayed message.
  bool whole_message = false;
  // MIME part number of the entity that carries it, within its own layer; "1" is that layer's root.
  std::string part;
  // For people: the signature's or cipher's algorithm; empty where it is not known.
  std::string algorithm;
  // Encrypted layers only: in the order of the message, at most kRecipientsListed of them, and how
  // many there are.
  std::vector<RecipientFindings> recipients = {};
  std::size_t recipient_count = 0;
};

// TimeStampFindings are about one time-stamp beside a signature (smime/time_stamp.h).
struct TimeStampFindings {
  // It is about this signature, and its authority is to be believed.
  bool valid = false;
  // What it says, and the latest time that this may mean; nothing where it cannot be read. Worth
  // something only if valid.
  std::optional<Time> time;
  Time latest;
  // For people: how the authority signed it.
  std::string algorithm;
  // The authority's; null where it is not known or was not looked for.
  pkix::CertificatePtr certificate;
  std::vector<pkix::CertificatePtr> chain;
  // How that certificate was judged; without paths where it was not.
  pkix::PathResult path;
  // What could be fetched to know more.
  std::vector<pkix::Fetch> fetches;
  // Why not: one of time-stamp-… first, what it comes from after it. Empty: valid.
  std::vector<Reason> reasons;
};

// SignerFindings are about one signer of one layer.
struct SignerFindings {
  // No finding of severity error, and the certificate has not expired.
  bool valid = false;
  // No finding of severity error, and the certificate has expired since this was signed; a finding
  // says what the time of signing rests on. Never together with `valid`.
  bool valid_then = false;
  // The name of this signature here: SHA-256 over certificate and signature, lower-case
  // hexadecimal. Empty where it is not a signature of the certificate's key over this content.
  std::string signature;
  // Index into Findings::layers.
  std::size_t layer = 0;
  // Null where no certificate of the signer could be found or read.
  pkix::CertificatePtr certificate;
  // The signer's certificate first, towards the anchor as far as a path was found.
  std::vector<pkix::CertificatePtr> chain;
  // How the certificate was judged, what is known of revocation included; without paths where there
  // is no certificate.
  pkix::PathResult path;
  // What could be fetched to know more.
  std::vector<pkix::Fetch> fetches;
  // For people: "RSA-PSS with SHA-256".
  std::string algorithm;
  // The signer's own claim.
  std::optional<Time> signing_time;
  // What the signer announces (RFC 8551, 2.5.2 and 2.5.3): what can be read there, and which
  // certificate to encrypt for.
  std::vector<cms::SMimeCapability> capabilities;
  std::optional<cms::EncryptionKeyPreference> encryption_key_preference;
  // Of a signature that holds: the time-stamps beside it, in their order.
  std::vector<TimeStampFindings> time_stamps;
  // Most useful first; empty only where the signer is valid without a remark.
  std::vector<Finding> findings;
};

// Findings are the judgement of one message.
struct Findings {
  SignatureVerdict signature = SignatureVerdict::kNone;
  EncryptionVerdict encryption = EncryptionVerdict::kNone;
  // The address that was compared with the certificates: From, or Sender where there is no From.
  std::optional<std::string> address;
  // The subject that the sender protected inside of the layers (RFC 9788), where there is one.
  std::optional<std::string> protected_subject;
  // Outermost layer first.
  std::vector<SignerFindings> signers;
  // The envelope from the outside in, then errant layers.
  std::vector<Layer> layers;
  // All of it, most useful first; never empty.
  std::vector<Finding> findings;
  // Every certificate that the message brings and that can be read, believed or not.
  std::vector<pkix::CertificatePtr> certificates;
};

// SeverityOf gives the weight that a code has unless its place says otherwise.
[[nodiscard]] Severity SeverityOf(ReasonCode code);

// Rank orders findings for people, lower first: what is wrong with the message before what is wrong
// with the certificate before remarks; within a path, what explains most comes first.
[[nodiscard]] int Rank(const Finding& finding);

// SortAndMerge puts findings in the order of Rank and drops repetitions. Stable.
void SortAndMerge(std::vector<Finding>& findings);

}  // namespace signet::smime

#endif  // SIGNET_SMIME_FINDINGS_H_

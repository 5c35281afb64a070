// Composer: protects one message that is written: message octets and choices in, protected message
// octets out (RFC 8551, section 3). The counterpart of smime/reader.h.
//
// Whether a recipient's certificate may be used at all (trust, dates, revocation) is not asked
// here: the caller has validated what it passes (pkix/path.h). What is asked is what a key can do.
#ifndef SIGNET_SMIME_COMPOSER_H_
#define SIGNET_SMIME_COMPOSER_H_

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/cancel.h"
#include "base/result.h"
#include "base/time.h"
#include "mime/line_ends.h"
#include "nss/owners.h"
#include "pkix/certificate.h"
#include "smime/algorithm_choice.h"

namespace signet::smime {

// Who signs.
struct SigningIdentity {
  pkix::CertificatePtr certificate;
  // Lent; its token is unlocked (store/profile_keys.h, store/pkcs12.h).
  SECKEYPrivateKey* key = nullptr;
  // The authorities above the certificate, in any order; roots among them are not sent.
  std::vector<pkix::CertificatePtr> chain = {};
};

// What shall become of a message. Everything it points to outlives the call.
struct ComposeRequest {
  // A MIME entity (its Content- fields, an empty line, its body), or a whole message: then its
  // other fields stay outside. Any line ends.
  ByteView message;
  // The message is a payload with protected fields (smime/header_protection.h): none of them stays
  // outside.
  bool payload = false;
  // Nothing: the message is not signed.
  std::optional<SigningIdentity> signer = std::nullopt;
  // Signs as application/pkcs7-mime, which mail gateways cannot alter unnoticed and programs
  // without S/MIME cannot show, rather than as multipart/signed.
  bool opaque = false;
  // Empty: the message is not encrypted. Otherwise all of them, or the message is not made.
  std::vector<Recipient> recipients = {};
  // The sender's own certificate for encryption: sent along with a signature, so that others can
  // answer encrypted, and a recipient of what is encrypted, so that the sender can read it again.
  // May be null.
  pkix::CertificatePtr own_encryption = nullptr;
  AlgorithmPolicy policy = {};
  // The time of signing.
  Time time;
  const CancelFlag* cancel = nullptr;
};

// What was chosen, and why.
struct ComposeChoice {
  // Nothing: not signed, not encrypted.
  std::optional<SignatureChoice> signature;
  std::optional<EncryptionChoice> encryption;
};

// Choose tells what Compose would do, without any key. Reasons: those of ChooseSignature and
// ChooseEncryption, invalid-request (neither is asked for).
[[nodiscard]] Result<ComposeChoice> Choose(const ComposeRequest& request);

// Compose gives the protected message to `sink`: the outer fields, MIME-Version if there are any,
// and a multipart/signed or application/pkcs7-mime; 7-bit, lines with CRLF. First signed, then
// encrypted. What came out before a failure is of no use.
//
// Memory does not grow with the message, except where AES-GCM needs it in one piece. Reasons: those
// of Choose, signing-failed, encryption-failed, limit-exceeded, out-of-memory, cancelled; the
// sink's. NSS must run.
[[nodiscard]] Result<ComposeChoice> Compose(const ComposeRequest& request, const mime::Sink& sink);

}  // namespace signet::smime

#endif  // SIGNET_SMIME_COMPOSER_H_

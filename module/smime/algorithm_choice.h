// Which algorithms protect a message, and why (RFC 8551, 2.1 to 2.7 and 2.7.1): decided from the
// certificates, from what the recipients' mail programs have announced, and from the person's
// policy. Nothing is encrypted or signed here.
#ifndef SIGNET_SMIME_ALGORITHM_CHOICE_H_
#define SIGNET_SMIME_ALGORITHM_CHOICE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cms/attributes.h"
#include "cms/recipient_encoding.h"
#include "nss/cipher.h"
#include "nss/digest.h"
#include "nss/signature.h"
#include "pkix/certificate.h"

namespace signet::smime {

// What the person, or an organisation, demands. The defaults choose by what is known.
struct AlgorithmPolicy {
  enum class Content : std::uint8_t {
    kAutomatic,  // AES-256-GCM if everybody is known to read it, AES-256-CBC otherwise
    kGcm,
    kCbc,
  };
  enum class Transport : std::uint8_t {
    kAutomatic,  // RSA-OAEP for those who are known to read it, PKCS #1 v1.5 otherwise
    kOaep,       // always, with SHA-256
    kPkcs1,
  };
  Content content = Content::kAutomatic;
  Transport transport = Transport::kAutomatic;
  // RSA keys sign with PSS rather than PKCS #1 v1.5.
  bool pss = false;
  // SHA-256, SHA-384 or SHA-512; nothing: what fits the key.
  std::optional<nss::DigestAlgorithm> digest;
};

// How a key signs.
struct SignatureChoice {
  nss::SignatureAlgorithm algorithm;
  // Of the content.
  nss::DigestAlgorithm digest = nss::DigestAlgorithm::kSha256;
};

// ChooseSignature: reasons signing-key-unsupported (texts `subject`, `algorithm`), key-invalid.
[[nodiscard]] Result<SignatureChoice> ChooseSignature(const pkix::Certificate& certificate,
                                                      const AlgorithmPolicy& policy);

// Somebody who shall be able to open a message.
struct Recipient {
  pkix::CertificatePtr certificate;
  // What their mail program has announced (cms::SignedAttributes::capabilities of the last message
  // they signed); nothing: not known. The certificate's own extension (RFC 4262) then serves.
  std::optional<std::vector<cms::SMimeCapability>> capabilities = std::nullopt;
  // The sender: that Signet reads AES-256-GCM is known. (Whether the sender's card has RSA-OAEP is
  // not.)
  bool self = false;
};

// How one recipient gets the key.
struct RecipientChoice {
  pkix::CertificatePtr certificate;
  cms::KeyMethod method;
  // For people: "RSA-OAEP with SHA-256".
  std::string name;
  // method-announced, method-usual, method-of-key or method-by-policy.
  Reason because;
  bool self = false;
};

// How the content is encrypted.
struct EncryptionChoice {
  nss::Cipher cipher = nss::Cipher::kAes256Cbc;
  // cipher-announced, cipher-by-policy, or cipher-not-announced once for each recipient on whose
  // account it is not the better one.
  std::vector<Reason> because;
  // In the order given; a certificate that was given twice is there once.
  std::vector<RecipientChoice> recipients;
};

// ChooseEncryption: reasons no-recipients, recipient-key-unsupported (texts `subject`,
// `algorithm`), key-invalid, each about its certificate.
[[nodiscard]] Result<EncryptionChoice> ChooseEncryption(const std::vector<Recipient>& recipients,
                                                        const AlgorithmPolicy& policy);

}  // namespace signet::smime

#endif  // SIGNET_SMIME_ALGORITHM_CHOICE_H_

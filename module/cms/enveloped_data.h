// EnvelopedData (RFC 5652, section 6) and AuthEnvelopedData (RFC 5083): the value that decoding
// gives, and where private keys come from.
//
// A message is usually encrypted for several people in several ways. Each recipient is read on its
// own: one that Signet cannot use, or not even parse, is skipped and says why; the others still
// open the message.
//
// What must not be told apart from outside: a wrong key, a wrong v1.5 padding and a wrong CBC
// padding are all `decryption-failed`, without any detail, after the same work. With v1.5 a wrong
// padding goes on with a random key of the right length (RFC 3218, 2.3).
#ifndef SIGNET_CMS_ENVELOPED_DATA_H_
#define SIGNET_CMS_ENVELOPED_DATA_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "cms/algorithm_identifier.h"
#include "cms/attributes.h"
#include "nss/owners.h"

namespace signet::cms {

// RecipientId names the certificate that a message was encrypted for: exactly one of the two is
// set.
struct RecipientId {
  std::optional<IssuerAndSerial> issuer_and_serial;
  // Subject key identifier.
  std::optional<Bytes> key_identifier;

  bool operator==(const RecipientId&) const = default;
};

// KeySource finds private keys. Implemented above (profile, PKCS#12 files, tests).
class KeySource {
 public:
  KeySource() = default;
  KeySource(const KeySource&) = delete;
  KeySource& operator=(const KeySource&) = delete;
  KeySource(KeySource&&) = delete;
  KeySource& operator=(KeySource&&) = delete;
  virtual ~KeySource() = default;

  // Owns tells whether a certificate with this identifier is ours, without asking for any password
  // or touching its key: a recipient whose algorithm Signet lacks may still be the reader.
  [[nodiscard]] virtual bool Owns(const RecipientId& id) = 0;

  // Find gives the private key of the certificate with this identifier, ready for use (its token is
  // unlocked), or null where the certificate is not ours. Reasons where it is ours but its key
  // cannot be had: private-key-missing, password-needed, password-wrong, token-unavailable,
  // cancelled. Called once for each recipient of a message, in their order, until one of them
  // opened it.
  virtual Result<nss::UniquePrivateKey> Find(const RecipientId& id) = 0;
};

// How the content key was sent (RFC 5652, 6.2; RFC 9629).
enum class RecipientKind : std::uint8_t {
  kKeyTransport,      // RSA
  kKeyAgreement,      // ECDH, X25519
  kKeyEncapsulation,  // ML-KEM
  kSharedKey,         // KEKRecipientInfo
  kPassword,
  kOther,
};

// What became of a recipient.
enum class RecipientState : std::uint8_t {
  // Not tried: somebody else's, or the message was open already.
  kNotOurs,
  kNotTried,
  // Its key opened the message.
  kOpened,
  // Ours, but it did not open the message: `reason` says why.
  kFailed,
  // Whoever's it is, Signet cannot use it: `reason` says why.
  kUnusable,
};

// Recipient is one who can open the message. A KeyAgreeRecipientInfo for several keys gives
// several.
struct Recipient {
  RecipientKind kind = RecipientKind::kOther;
  RecipientId id;
  // RSA, key agreement with its KDF, or the KEM; empty where it could not be read.
  AlgorithmIdentifier key_encryption_algorithm;
  // For people: "RSA-OAEP with SHA-256", "ECDH P-256 with SHA-256 and AES-128 key wrap".
  std::string algorithm;
  RecipientState state = RecipientState::kNotOurs;
  std::optional<Reason> reason;
};

// Reasons that Decoder::Finish fails with when no recipient opened the message, the first that
// applies: that of a recipient of ours (private-key-missing, password-needed, decryption-failed,
// algorithm-unsupported with texts `algorithm` and `oid`, …), and no-matching-key where none is
// ours.

// EnvelopedData, without its content.
struct EnvelopedData {
  std::uint64_t version = 0;
  // AuthEnvelopedData: nobody could alter the content without being noticed.
  bool authenticated = false;
  // Content octets of the type of the content.
  Bytes content_type;
  AlgorithmIdentifier content_encryption_algorithm;
  // For people: "AES-256-GCM"; an unknown one is its dotted object identifier.
  std::string cipher;
  std::vector<Recipient> recipients;
  // Index of the recipient whose key opened the message.
  std::optional<std::size_t> opened_by;
  // Octets of the decrypted content.
  std::uint64_t octets = 0;
  // OriginatorInfo: certificates as received (for encrypting replies, never for trust).
  std::vector<Bytes> certificates;
  std::vector<Bytes> crls;
  // AuthEnvelopedData's authAttrs, which are authenticated.
  std::vector<Attribute> authenticated_attributes;
  // Anyone could have written these.
  std::vector<Attribute> unprotected_attributes;
  // `weak-cipher` (text `algorithm`) or nothing.
  std::vector<Reason> findings;
};

}  // namespace signet::cms

#endif  // SIGNET_CMS_ENVELOPED_DATA_H_

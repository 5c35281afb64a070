// Encodes RecipientInfos (RFC 5652, 6.2; RFC 3560; RFC 5753; RFC 8418; RFC 9629): the content key,
// encrypted for the owner of one certificate.
#ifndef SIGNET_CMS_RECIPIENT_ENCODING_H_
#define SIGNET_CMS_RECIPIENT_ENCODING_H_

#include <optional>
#include <string>
#include <variant>

#include "base/bytes.h"
#include "base/result.h"
#include "nss/key_agreement.h"
#include "nss/key_transport.h"
#include "nss/key_wrap.h"
#include "nss/owners.h"
#include "nss/public_key.h"

namespace signet::cms {

// How the content key is encrypted.
struct RsaTransport {
  // Nothing: PKCS #1 v1.5.
  std::optional<nss::OaepParameters> oaep;
};
// ECDH and X25519, with an ephemeral key for each recipient.
struct EphemeralAgreement {
  nss::AgreementScheme scheme;
  nss::KeyWrap wrap = nss::KeyWrap::kAes256;
};
// ML-KEM with HKDF-SHA-256 and AES-256 key wrap (RFC 9936).
struct Encapsulation {};
using KeyMethod = std::variant<RsaTransport, EphemeralAgreement, Encapsulation>;

// UsualMethod is the method that goes with a key where nothing else is known: PKCS #1 v1.5 for RSA,
// and for the others the only one, with a strength that fits the curve. `content_key_octets` is the
// length of the content key: the key wrap is not weaker. Reason: recipient-key-unsupported (text
// `algorithm`) for keys that cannot be encrypted to with the NSS that runs.
[[nodiscard]] Result<KeyMethod> UsualMethod(const nss::PublicKey& key,
                                            std::size_t content_key_octets);

// MethodName is what people call it: "RSA-OAEP with SHA-256", "ECDH P-256 with SHA-256 and AES-256
// key wrap".
[[nodiscard]] std::string MethodName(const KeyMethod& method, const nss::PublicKey& key);

// NewRecipient is somebody who shall be able to open a message.
struct NewRecipient {
  // DER.
  Bytes certificate;
  KeyMethod method;
};

// EncodeRecipientInfo encrypts the content key for one recipient. Reasons: certificate-malformed,
// recipient-key-unsupported, key-invalid, encryption-failed.
[[nodiscard]] Result<Bytes> EncodeRecipientInfo(const NewRecipient& recipient,
                                                PK11SymKey* content_key);

}  // namespace signet::cms

#endif  // SIGNET_CMS_RECIPIENT_ENCODING_H_

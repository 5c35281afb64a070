// RecipientInfo (RFC 5652, 6.2; RFC 9629): reading one, and getting the content key out of it.
#ifndef SIGNET_CMS_RECIPIENT_INFO_H_
#define SIGNET_CMS_RECIPIENT_INFO_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "cms/algorithm_identifier.h"
#include "cms/enveloped_data.h"
#include "nss/key_agreement.h"
#include "nss/key_transport.h"
#include "nss/key_wrap.h"

namespace signet::cms {

// RSA (RFC 3370, 4.2.1; RFC 3560).
struct KeyTransport {
  // Nothing: PKCS #1 v1.5.
  std::optional<nss::OaepParameters> oaep;
};

// ECDH and X25519 (RFC 5753, RFC 8418).
struct KeyAgreement {
  nss::AgreementScheme scheme;
  nss::KeyWrap wrap = nss::KeyWrap::kAes128;
  // As received: it is part of what the key is derived from.
  Bytes wrap_algorithm;
  std::optional<Bytes> user_keying_material;
  // The originator's ephemeral key.
  AlgorithmIdentifier originator_algorithm;
  Bytes originator_key;
};

// ML-KEM (RFC 9629, RFC 9936).
struct KeyEncapsulation {
  Bytes ciphertext;
  nss::DigestAlgorithm digest = nss::DigestAlgorithm::kSha256;
  nss::KeyWrap wrap = nss::KeyWrap::kAes256;
  Bytes wrap_algorithm;
  std::uint64_t kek_octets = 0;
  std::optional<Bytes> user_keying_material;
};

// How one recipient's content key is unwrapped. Recipients of one KeyAgreeRecipientInfo share what
// they have in common.
struct RecipientMethod {
  std::variant<std::monostate, KeyTransport, std::shared_ptr<const KeyAgreement>, KeyEncapsulation>
      method;
  Bytes encrypted_key;
};

// A recipient as shown and as used.
struct ReadRecipient {
  Recipient recipient;
  // Empty (monostate) where the recipient is kUnusable.
  RecipientMethod method;
};

// ReadRecipientInfo reads one RecipientInfo (BER). One that cannot be read or used gives a
// recipient that says why: it must not make the message unreadable for the others. Fails only with
// limit-exceeded, for more recipients than `most`.
[[nodiscard]] Result<std::vector<ReadRecipient>> ReadRecipientInfo(ByteView ber, std::size_t most);

// UnwrappedKey is a content key, or what may be one.
struct UnwrappedKey {
  nss::UniqueSymmetricKey key;
  // Whether a wrong key would have been noticed. Not so with PKCS #1 v1.5.
  bool is_certain = false;
};

// UnwrapContentKey unwraps with our private key. Reasons: decryption-failed, key-invalid (the
// private key is of another kind), algorithm-unsupported.
[[nodiscard]] Result<UnwrappedKey> UnwrapContentKey(const RecipientMethod& method,
                                                    SECKEYPrivateKey* key, const nss::KeyUse& use);

}  // namespace signet::cms

#endif  // SIGNET_CMS_RECIPIENT_INFO_H_

// UnwrapContentKey: the three ways from a private key to the content key.
#include <string>
#include <utility>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "cms/recipient_info.h"
#include "cms/shared_info.h"
#include "nss/key_derivation.h"
#include "nss/key_encapsulation.h"
#include "nss/public_key.h"

namespace signet::cms {
namespace {

Reason OtherKind() {
  return MakeReason(ReasonCode::kKeyInvalid).Because("the private key is of another kind");
}

Result<UnwrappedKey> Unwrap(const KeyTransport& transport, ByteView encrypted,
                            SECKEYPrivateKey* key, const nss::KeyUse& use) {
  if (!nss::IsRsa(key)) {
    return OtherKind();
  }
  UnwrappedKey unwrapped;
  if (transport.oaep) {
    SIGNET_ASSIGN(unwrapped.key, nss::UnwrapRsaOaep(key, *transport.oaep, encrypted, use));
    unwrapped.is_certain = true;
  } else {
    SIGNET_ASSIGN(unwrapped.key, nss::UnwrapRsaPkcs1(key, encrypted, use));
  }
  return unwrapped;
}

// The originator's SubjectPublicKeyInfo. RFC 5753, 3.1.1: its parameters are absent or NULL, or
// those of the recipient's curve, which it shares.
Result<nss::PublicKey> OriginatorKey(const KeyAgreement& agreement, ByteView curve) {
  const AlgorithmIdentifier& algorithm = agreement.originator_algorithm;
  const bool has_none =
      algorithm.parameters.empty() || algorithm.parameters == Bytes{asn1::kNull, 0};
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& info) {
    info.Sequence([&](asn1::DerWriter& inner) {
      inner.Oid(ByteView(algorithm.oid));
      inner.Raw(has_none ? curve : ByteView(algorithm.parameters));
    });
    info.BitString(agreement.originator_key);
  });
  return nss::PublicKey::FromSpki(writer.octets());
}

Result<UnwrappedKey> Unwrap(const KeyAgreement& agreement, ByteView encrypted,
                            SECKEYPrivateKey* key, const nss::KeyUse& use) {
  if (!nss::CanAgree(key)) {
    return OtherKind();
  }
  SIGNET_ASSIGN(const Bytes curve, nss::CurveOf(key));
  SIGNET_ASSIGN(const nss::PublicKey originator, OriginatorKey(agreement, curve));
  SIGNET_ASSIGN(
      const nss::UniqueSymmetricKey kek,
      nss::Agree(
          key, originator, agreement.scheme,
          EccSharedInfo(agreement.wrap_algorithm, agreement.wrap, agreement.user_keying_material),
          agreement.user_keying_material.value_or(Bytes{}), nss::UseFor(agreement.wrap)));
  UnwrappedKey unwrapped;
  SIGNET_ASSIGN(unwrapped.key, nss::UnwrapKey(agreement.wrap, kek.get(), encrypted, use));
  unwrapped.is_certain = true;
  return unwrapped;
}

Result<UnwrappedKey> Unwrap(const KeyEncapsulation& encapsulation, ByteView encrypted,
                            SECKEYPrivateKey* key, const nss::KeyUse& use) {
  SIGNET_ASSIGN(const nss::UniqueSymmetricKey secret,
                nss::Decapsulate(key, encapsulation.ciphertext));
  SIGNET_ASSIGN(const nss::UniqueSymmetricKey kek,
                nss::HkdfDerive(secret.get(), encapsulation.digest, {},
                                KemOtherInfo(encapsulation.wrap_algorithm, encapsulation.kek_octets,
                                             encapsulation.user_keying_material),
                                nss::UseFor(encapsulation.wrap)));
  UnwrappedKey unwrapped;
  SIGNET_ASSIGN(unwrapped.key, nss::UnwrapKey(encapsulation.wrap, kek.get(), encrypted, use));
  unwrapped.is_certain = true;
  return unwrapped;
}

}  // namespace

Result<UnwrappedKey> UnwrapContentKey(const RecipientMethod& method, SECKEYPrivateKey* key,
                                      const nss::KeyUse& use) {
  if (const auto* transport = std::get_if<KeyTransport>(&method.method)) {
    return Unwrap(*transport, method.encrypted_key, key, use);
  }
  if (const auto* agreement = std::get_if<std::shared_ptr<const KeyAgreement>>(&method.method)) {
    return Unwrap(**agreement, method.encrypted_key, key, use);
  }
  if (const auto* encapsulation = std::get_if<KeyEncapsulation>(&method.method)) {
    return Unwrap(*encapsulation, method.encrypted_key, key, use);
  }
  return MakeReason(ReasonCode::kInternal).Because("a recipient without a method");
}

}  // namespace signet::cms

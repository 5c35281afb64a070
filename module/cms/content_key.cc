// UnwrapContentKey: the three ways from a private key to the content key.
#include <string>
#include <utility>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "cms/recipient_info.h"
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

// ECC-CMS-SharedInfo ::= SEQUENCE { keyInfo AlgorithmIdentifier, entityUInfo [0] EXPLICIT OCTET
// STRING OPTIONAL, suppPubInfo [2] EXPLICIT OCTET STRING } (RFC 5753, 7.2); suppPubInfo is the
// length of the key-encryption key in bits, four octets.
Bytes SharedInfo(const KeyAgreement& agreement) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& sequence) {
    sequence.Raw(agreement.wrap_algorithm);
    if (agreement.user_keying_material) {
      sequence.Constructed(asn1::ContextConstructedTag(0), [&](asn1::DerWriter& info) {
        info.OctetString(*agreement.user_keying_material);
      });
    }
    sequence.Constructed(asn1::ContextConstructedTag(2), [&](asn1::DerWriter& info) {
      const std::size_t bits = nss::KeyWrapOctets(agreement.wrap) * 8;
      const Bytes octets = {0, 0, static_cast<std::uint8_t>(bits >> 8U),
                            static_cast<std::uint8_t>(bits)};
      info.OctetString(octets);
    });
  });
  return std::move(writer).Take();
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
      nss::Agree(key, originator, agreement.scheme, SharedInfo(agreement),
                 agreement.user_keying_material.value_or(Bytes{}), nss::UseFor(agreement.wrap)));
  UnwrappedKey unwrapped;
  SIGNET_ASSIGN(unwrapped.key, nss::UnwrapKey(agreement.wrap, kek.get(), encrypted, use));
  unwrapped.is_certain = true;
  return unwrapped;
}

// CMSORIforKEMOtherInfo ::= SEQUENCE { wrap, kekLength INTEGER, ukm [0] EXPLICIT OCTET STRING
// OPTIONAL } (RFC 9629, 5).
Bytes OtherInfo(const KeyEncapsulation& encapsulation) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& sequence) {
    sequence.Raw(encapsulation.wrap_algorithm);
    sequence.Integer(static_cast<std::int64_t>(encapsulation.kek_octets));
    if (encapsulation.user_keying_material) {
      sequence.Constructed(asn1::ContextConstructedTag(0), [&](asn1::DerWriter& info) {
        info.OctetString(*encapsulation.user_keying_material);
      });
    }
  });
  return std::move(writer).Take();
}

Result<UnwrappedKey> Unwrap(const KeyEncapsulation& encapsulation, ByteView encrypted,
                            SECKEYPrivateKey* key, const nss::KeyUse& use) {
  SIGNET_ASSIGN(const nss::UniqueSymmetricKey secret,
                nss::Decapsulate(key, encapsulation.ciphertext));
  SIGNET_ASSIGN(const nss::UniqueSymmetricKey kek,
                nss::HkdfDerive(secret.get(), encapsulation.digest, {}, OtherInfo(encapsulation),
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

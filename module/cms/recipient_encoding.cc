#include "cms/recipient_encoding.h"

#include <utility>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "cms/algorithm_encoding.h"
#include "cms/attribute_encoding.h"
#include "cms/certificate_fields.h"
#include "cms/shared_info.h"
#include "nss/key_derivation.h"
#include "nss/key_encapsulation.h"

namespace signet::cms {
namespace {

namespace oid = asn1::oid;

constexpr std::uint64_t kKemKekOctets = 32;

Reason KeyUnsupported(const nss::PublicKey& key) {
  return MakeReason(ReasonCode::kRecipientKeyUnsupported).With("algorithm", key.Name());
}

// Agreeing and wrapping report what went wrong as for reading.
Reason EncryptionFailed(const Reason& cause) {
  return MakeReason(ReasonCode::kEncryptionFailed)
      .Because(std::string(idl::ToString(cause.code)) + ": " + cause.diagnostic);
}

// RFC 5753, 7.1.4 and RFC 8551, 2.3: a digest as strong as the curve.
nss::DigestAlgorithm DigestFor(const nss::PublicKey& key) {
  constexpr std::size_t kP256Bits = 256;
  constexpr std::size_t kP384Bits = 384;
  if (key.bits() <= kP256Bits) {
    return nss::DigestAlgorithm::kSha256;
  }
  return key.bits() <= kP384Bits ? nss::DigestAlgorithm::kSha384 : nss::DigestAlgorithm::kSha512;
}

nss::KeyWrap WrapFor(std::size_t content_key_octets) {
  constexpr std::size_t kAes128Octets = 16;
  constexpr std::size_t kAes192Octets = 24;
  if (content_key_octets <= kAes128Octets) {
    return nss::KeyWrap::kAes128;
  }
  return content_key_octets <= kAes192Octets ? nss::KeyWrap::kAes192 : nss::KeyWrap::kAes256;
}

Bytes KeyTransportInfo(const CertificateFields& fields, ByteView algorithm,
                       ByteView encrypted_key) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& info) {
    info.Integer(0);
    info.Raw(EncodeIssuerAndSerial(fields));
    info.Raw(algorithm);
    info.OctetString(encrypted_key);
  });
  return std::move(writer).Take();
}

Result<Bytes> Encode(const RsaTransport& transport, const CertificateFields& fields,
                     const nss::PublicKey& key, PK11SymKey* content_key) {
  if (transport.oaep) {
    SIGNET_ASSIGN(const Bytes encrypted, nss::WrapRsaOaep(key, *transport.oaep, content_key));
    return KeyTransportInfo(fields, EncodeOaep(*transport.oaep), encrypted);
  }
  SIGNET_ASSIGN(const Bytes encrypted, nss::WrapRsaPkcs1(key, content_key));
  const Bytes null = {asn1::kNull, 0};
  return KeyTransportInfo(fields, EncodeAlgorithm(oid::kRsaEncryption, null), encrypted);
}

// KeyAgreeRecipientInfo ::= [1] SEQUENCE { version 3, originator [0] EXPLICIT, ukm [1] OPTIONAL,
// keyEncryptionAlgorithm, recipientEncryptedKeys }
Result<Bytes> Encode(const EphemeralAgreement& agreement, const CertificateFields& fields,
                     const nss::PublicKey& key, PK11SymKey* content_key) {
  SIGNET_ASSIGN(const nss::EphemeralKey ephemeral, nss::NewEphemeralKey(key));
  // RFC 3565, 2.3.2: absent parameters.
  const Bytes wrap_algorithm = EncodeAlgorithm(nss::KeyWrapOid(agreement.wrap));
  const auto kek = nss::Agree(ephemeral.private_key.get(), key, agreement.scheme,
                              EccSharedInfo(wrap_algorithm, agreement.wrap, std::nullopt), {},
                              nss::UseForWrapping(agreement.wrap));
  if (!kek) {
    return EncryptionFailed(kek.error());
  }
  SIGNET_ASSIGN(const Bytes wrapped, nss::WrapKey(agreement.wrap, kek->get(), content_key));
  asn1::DerWriter writer;
  writer.Constructed(asn1::ContextConstructedTag(1), [&](asn1::DerWriter& info) {
    info.Integer(3);
    info.Constructed(asn1::ContextConstructedTag(0), [&](asn1::DerWriter& originator) {
      originator.Constructed(asn1::ContextConstructedTag(1), [&](asn1::DerWriter& public_key) {
        // RFC 5753, 3.1.1 and RFC 8418, 2.1: the curve is the recipient's.
        const bool montgomery = key.type() == nss::KeyType::kX25519;
        public_key.Raw(EncodeAlgorithm(montgomery ? oid::kX25519 : oid::kEcPublicKey));
        public_key.BitString(ephemeral.public_octets);
      });
    });
    info.Raw(EncodeAlgorithm(nss::AgreementSchemeOid(agreement.scheme), wrap_algorithm));
    info.Sequence([&](asn1::DerWriter& keys) {
      keys.Sequence([&](asn1::DerWriter& entry) {
        entry.Raw(EncodeIssuerAndSerial(fields));
        entry.OctetString(wrapped);
      });
    });
  });
  return std::move(writer).Take();
}

Oid KemOid(const nss::PublicKey& key) {
  if (key.parameter_set() == "ML-KEM-512") {
    return oid::kMlKem512;
  }
  return key.parameter_set() == "ML-KEM-768" ? oid::kMlKem768 : oid::kMlKem1024;
}

// OtherRecipientInfo ::= [4] SEQUENCE { oriType, KEMRecipientInfo } (RFC 9629, 3).
Result<Bytes> Encode(const Encapsulation& /*encapsulation*/, const CertificateFields& fields,
                     const nss::PublicKey& key, PK11SymKey* content_key) {
  SIGNET_ASSIGN(const nss::Encapsulated encapsulated, nss::Encapsulate(key));
  constexpr nss::KeyWrap kWrap = nss::KeyWrap::kAes256;
  const Bytes wrap_algorithm = EncodeAlgorithm(nss::KeyWrapOid(kWrap));
  const auto kek = nss::HkdfDerive(encapsulated.secret.get(), nss::DigestAlgorithm::kSha256, {},
                                   KemOtherInfo(wrap_algorithm, kKemKekOctets, std::nullopt),
                                   nss::UseForWrapping(kWrap));
  if (!kek) {
    return EncryptionFailed(kek.error());
  }
  SIGNET_ASSIGN(const Bytes wrapped, nss::WrapKey(kWrap, kek->get(), content_key));
  asn1::DerWriter writer;
  writer.Constructed(asn1::ContextConstructedTag(4), [&](asn1::DerWriter& other) {
    other.Oid(oid::kRecipientInfoKem);
    other.Sequence([&](asn1::DerWriter& info) {
      info.Integer(0);
      info.Raw(EncodeIssuerAndSerial(fields));
      info.Raw(EncodeAlgorithm(KemOid(key)));
      info.OctetString(encapsulated.ciphertext);
      info.Raw(EncodeAlgorithm(oid::kHkdfWithSha256));
      info.Integer(static_cast<std::int64_t>(kKemKekOctets));
      info.Raw(wrap_algorithm);
      info.OctetString(wrapped);
    });
  });
  return std::move(writer).Take();
}

}  // namespace

Result<KeyMethod> UsualMethod(const nss::PublicKey& key, std::size_t content_key_octets) {
  switch (key.type()) {
    case nss::KeyType::kRsa:
      return RsaTransport{};
    case nss::KeyType::kEc:
    case nss::KeyType::kX25519: {
      // Whether the NSS that runs has such keys.
      if (!key.Import()) {
        return KeyUnsupported(key);
      }
      const bool montgomery = key.type() == nss::KeyType::kX25519;
      return EphemeralAgreement{
          .scheme = {montgomery ? nss::KeyDerivation::kHkdf : nss::KeyDerivation::kX963,
                     DigestFor(key), false},
          .wrap = WrapFor(content_key_octets)};
    }
    case nss::KeyType::kMlKem:
      if (!nss::HasKeyEncapsulation() || !key.Import()) {
        return KeyUnsupported(key);
      }
      return Encapsulation{};
    default:
      return KeyUnsupported(key);
  }
}

std::string MethodName(const KeyMethod& method, const nss::PublicKey& key) {
  if (const auto* transport = std::get_if<RsaTransport>(&method)) {
    return transport->oaep
               ? "RSA-OAEP with " + std::string(nss::DigestName(transport->oaep->digest))
               : "RSA";
  }
  if (const auto* agreement = std::get_if<EphemeralAgreement>(&method)) {
    const std::string curve =
        key.type() == nss::KeyType::kX25519 ? key.Name() : "ECDH " + key.parameter_set();
    return curve + " with " + agreement->scheme.Name() + " and " +
           std::string(nss::KeyWrapName(agreement->wrap));
  }
  return key.Name() + " with " + std::string(nss::KeyWrapName(nss::KeyWrap::kAes256));
}

Result<Bytes> EncodeRecipientInfo(const NewRecipient& recipient, PK11SymKey* content_key) {
  const auto fields = ReadCertificateFields(recipient.certificate);
  const auto key = fields ? nss::PublicKey::FromSpki(fields->public_key_info)
                          : Result<nss::PublicKey>(std::unexpected(fields.error()));
  if (!key) {
    return MakeReason(ReasonCode::kCertificateMalformed).Because(key.error().diagnostic);
  }
  return std::visit([&](const auto& method) { return Encode(method, *fields, *key, content_key); },
                    recipient.method);
}

}  // namespace signet::cms

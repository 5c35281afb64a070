// Encrypted objects that OpenSSL's command line cannot make: written with the DER writer, encrypted
// with OpenSSL where it has the primitive, so that encryption and decryption do not share a
// mistake.
#ifndef SIGNET_TESTS_UNIT_CMS_ENVELOPED_BUILDER_H_
#define SIGNET_TESTS_UNIT_CMS_ENVELOPED_BUILDER_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "base/bytes.h"
#include "support/certificate_builder.h"
#include "unit/cms/key_store.h"

namespace signet::cms {

// FromHex reads hexadecimal digits, whatever stands between them.
inline Bytes FromHex(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits),
                       [](unsigned char c) { return std::isxdigit(c) != 0; });
  Bytes octets;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    octets.push_back(static_cast<std::uint8_t>(std::stoi(digits.substr(i, 2), nullptr, 16)));
  }
  return octets;
}

// Algorithm is an AlgorithmIdentifier with these parameters (a complete value) or none.
inline Bytes Algorithm(const Oid& oid, ByteView parameters = {}) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& sequence) {
    sequence.Oid(oid);
    sequence.Raw(parameters);
  });
  return std::move(writer).Take();
}

// OctetStringDer is one value.
inline Bytes OctetStringDer(ByteView octets) {
  return asn1::EncodeValue(asn1::kOctetString, octets);
}

// GcmParameters is GCMParameters with a tag of 16 octets.
inline Bytes GcmParameters(ByteView nonce, int tag_octets = 16) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& sequence) {
    sequence.OctetString(nonce);
    if (tag_octets != 12) {
      sequence.Integer(tag_octets);
    }
  });
  return std::move(writer).Take();
}

// IssuerAndSerialDer names a certificate.
inline Bytes IssuerAndSerialDer(const testing::Certificate& certificate) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& sequence) {
    sequence.Raw(certificate.issuer);
    sequence.Value(asn1::kInteger, certificate.serial);
  });
  return std::move(writer).Take();
}

// What an encrypted object is made of.
struct EncryptedObject {
  // Complete RecipientInfo values.
  std::vector<Bytes> recipients = {};
  Bytes content_type = ToBytes(asn1::oid::kData.bytes());
  // Complete AlgorithmIdentifier.
  Bytes algorithm = {};
  // Nothing: no encryptedContent at all.
  std::optional<Bytes> ciphertext = {};
  // A set of complete Attribute values under [1].
  std::vector<Bytes> attributes = {};
  // Present: AuthEnvelopedData.
  std::optional<Bytes> mac = {};
};

// Build gives the ContentInfo.
inline Bytes Build(const EncryptedObject& object) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& info) {
    info.Oid(object.mac ? asn1::oid::kAuthEnvelopedData : asn1::oid::kEnvelopedData);
    info.Constructed(asn1::ContextConstructedTag(0), [&](asn1::DerWriter& content) {
      content.Sequence([&](asn1::DerWriter& data) {
        data.Integer(0);
        data.SetOf(object.recipients);
        data.Sequence([&](asn1::DerWriter& encrypted) {
          encrypted.Oid(ByteView(object.content_type));
          encrypted.Raw(object.algorithm);
          if (object.ciphertext) {
            encrypted.Value(asn1::ContextTag(0), *object.ciphertext);
          }
        });
        if (!object.attributes.empty()) {
          data.SetOf(object.attributes, asn1::ContextConstructedTag(1));
        }
        if (object.mac) {
          data.OctetString(*object.mac);
        }
      });
    });
  });
  return std::move(writer).Take();
}

// KeyTransportDer is a KeyTransRecipientInfo.
inline Bytes KeyTransportDer(ByteView id, ByteView algorithm, ByteView encrypted_key) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& recipient) {
    recipient.Integer(0);
    recipient.Raw(id);
    recipient.Raw(algorithm);
    recipient.OctetString(encrypted_key);
  });
  return std::move(writer).Take();
}

// EncryptRsaPkcs1 wraps a content key with PKCS #1 v1.5 padding.
inline Bytes EncryptRsaPkcs1(const testing::KeyPair& key, ByteView content_key) {
  Bytes encrypted(static_cast<std::size_t>(SECKEY_PublicKeyStrength(key.public_key.get())));
  Bytes copy = ToBytes(content_key);
  EXPECT_EQ(PK11_PubEncryptPKCS1(key.public_key.get(), encrypted.data(), copy.data(),
                                 static_cast<unsigned>(copy.size()), nullptr),
            SECSuccess);
  return encrypted;
}

// EncryptAuthenticated gives ciphertext and tag of an authenticated cipher.
inline std::pair<Bytes, Bytes> EncryptAuthenticated(CK_MECHANISM_TYPE mechanism, ByteView key,
                                                    ByteView nonce, ByteView additional,
                                                    ByteView plain, unsigned tag_octets = 16) {
  const nss::UniqueSlot slot(PK11_GetBestSlot(mechanism, nullptr));
  SECItem key_item = nss::Borrow(key);
  const nss::UniqueSymmetricKey symmetric(
      PK11_ImportSymKey(slot.get(), mechanism, PK11_OriginUnwrap, CKA_ENCRYPT, &key_item, nullptr));
  const SECItem iv = nss::Borrow(nonce);
  const SECItem aad = nss::Borrow(additional);
  CK_NSS_GCM_PARAMS gcm = {iv.data, iv.len, aad.data, aad.len, 8UL * tag_octets};
  CK_SALSA20_CHACHA20_POLY1305_PARAMS chacha = {iv.data, iv.len, aad.data, aad.len};
  SECItem parameter = {siBuffer, reinterpret_cast<unsigned char*>(&gcm), sizeof(gcm)};
  if (mechanism == CKM_CHACHA20_POLY1305) {
    parameter = {siBuffer, reinterpret_cast<unsigned char*>(&chacha), sizeof(chacha)};
  }
  Bytes sealed(plain.size() + tag_octets);
  unsigned length = 0;
  EXPECT_EQ(PK11_Encrypt(symmetric.get(), mechanism, &parameter, sealed.data(), &length,
                         static_cast<unsigned>(sealed.size()), plain.data(),
                         static_cast<unsigned>(plain.size())),
            SECSuccess);
  Bytes mac(sealed.end() - tag_octets, sealed.end());
  sealed.resize(sealed.size() - tag_octets);
  return {std::move(sealed), std::move(mac)};
}

}  // namespace signet::cms

#endif  // SIGNET_TESTS_UNIT_CMS_ENVELOPED_BUILDER_H_

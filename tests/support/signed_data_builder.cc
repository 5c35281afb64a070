#include "support/signed_data_builder.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "asn1/tags.h"

namespace signet::testing {
namespace {

namespace oid = asn1::oid;
using asn1::ContextConstructedTag;
using asn1::ContextTag;
using asn1::DerWriter;

constexpr std::uint8_t kIndefinite = 0x80;

// One constructed value, in the definite form or the indefinite one.
template <typename Fill>
void Container(DerWriter& writer, bool indefinite, asn1::Tag tag, Fill fill) {
  if (!indefinite) {
    writer.Constructed(tag, fill);
    return;
  }
  writer.Raw(Bytes{tag, kIndefinite});
  fill(writer);
  writer.Raw(Bytes{0, 0});
}

Bytes WithBitChanged(Bytes octets) {
  octets.at(octets.size() / 2) ^= 1U;
  return octets;
}

Bytes MessageDigestAttribute(const std::vector<Bytes>& digests) {
  std::vector<Bytes> values;
  values.reserve(digests.size());
  for (const Bytes& digest : digests) {
    values.push_back(asn1::EncodeValue(asn1::kOctetString, digest));
  }
  return AttributeDer(oid::kMessageDigest, values);
}

Bytes ContentTypeAttribute(ByteView type) {
  return AttributeDer(oid::kContentType, {asn1::EncodeValue(asn1::kObjectIdentifier, type)});
}

// RFC 5035: ESSCertIDv2 with the default digest, SHA-256.
Bytes SigningCertificateAttribute(const Bytes& hash) {
  DerWriter value;
  value.Sequence([&](DerWriter& signing_certificate) {
    signing_certificate.Sequence([&](DerWriter& certificates) {
      certificates.Sequence([&](DerWriter& id) { id.OctetString(hash); });
    });
  });
  return AttributeDer(oid::kSigningCertificateV2, {value.octets()});
}

// RFC 6211.
Bytes AlgorithmProtectionAttribute(ByteView digest_algorithm, ByteView signature_algorithm) {
  DerWriter value;
  value.Sequence([&](DerWriter& protection) {
    protection.Raw(digest_algorithm);
    DerWriter algorithm;
    algorithm.Raw(signature_algorithm);
    Bytes tagged = algorithm.octets();
    tagged.front() = ContextConstructedTag(1);
    protection.Raw(tagged);
  });
  return AttributeDer(oid::kCmsAlgorithmProtection, {value.octets()});
}

Bytes SetOf(std::vector<Bytes> values) {
  DerWriter writer;
  writer.SetOf(std::move(values));
  return std::move(writer).Take();
}

// The attributes of a signer in no particular order.
std::vector<Bytes> SignedAttributes(const SignerSpec& signer, Scheme scheme, ByteView content_type,
                                    ByteView content, ByteView digest_algorithm) {
  std::vector<Bytes> attributes;
  const Bytes digest = DigestOf(scheme, content);
  switch (signer.damage) {
    case SignedDataDamage::kMessageDigestMissing:
      break;
    case SignedDataDamage::kMessageDigestWrong:
      attributes.push_back(MessageDigestAttribute({WithBitChanged(digest)}));
      break;
    case SignedDataDamage::kMessageDigestTwoValues:
      attributes.push_back(MessageDigestAttribute({digest, WithBitChanged(digest)}));
      break;
    case SignedDataDamage::kMessageDigestTwice:
      attributes.push_back(MessageDigestAttribute({WithBitChanged(digest)}));
      attributes.push_back(MessageDigestAttribute({digest}));
      break;
    default:
      attributes.push_back(MessageDigestAttribute({digest}));
  }
  if (signer.damage == SignedDataDamage::kContentTypeWrong) {
    attributes.push_back(ContentTypeAttribute(oid::kEnvelopedData.bytes()));
  } else if (signer.damage != SignedDataDamage::kContentTypeMissing) {
    attributes.push_back(ContentTypeAttribute(content_type));
    if (signer.damage == SignedDataDamage::kContentTypeTwice) {
      attributes.push_back(ContentTypeAttribute(content_type));
    }
  }
  if (signer.signing_time) {
    DerWriter time;
    time.Time(*signer.signing_time);
    attributes.push_back(AttributeDer(oid::kSigningTime, {time.octets()}));
  }
  if (signer.signing_certificate_v2 ||
      signer.damage == SignedDataDamage::kSigningCertificateWrong) {
    Bytes hash = Sha256(signer.certificate->der);
    if (signer.damage == SignedDataDamage::kSigningCertificateWrong) {
      hash = WithBitChanged(hash);
    }
    attributes.push_back(SigningCertificateAttribute(hash));
  }
  if (signer.damage == SignedDataDamage::kAlgorithmProtectionWrong) {
    attributes.push_back(AlgorithmProtectionAttribute(
        digest_algorithm, SignatureAlgorithm(scheme == Scheme::kRsaSha512 ? Scheme::kRsaSha256
                                                                          : Scheme::kRsaSha512)));
  } else if (signer.algorithm_protection) {
    attributes.push_back(
        AlgorithmProtectionAttribute(digest_algorithm, SignatureAlgorithm(scheme)));
  }
  attributes.insert(attributes.end(), signer.signed_attributes_more.begin(),
                    signer.signed_attributes_more.end());
  return attributes;
}

void WriteSignerId(DerWriter& writer, const SignerSpec& signer) {
  if (signer.by_key_identifier) {
    writer.Value(ContextTag(0), Sha1(signer.certificate->key->subject_public_key_info));
    return;
  }
  Bytes serial = signer.certificate->serial;
  if (signer.damage == SignedDataDamage::kSerialOther) {
    serial.back() ^= 1U;
  }
  writer.Sequence([&](DerWriter& issuer_and_serial) {
    issuer_and_serial.Raw(signer.certificate->issuer);
    issuer_and_serial.Value(asn1::kInteger, serial);
  });
}

}  // namespace

Bytes AttributeDer(const Oid& type, const std::vector<Bytes>& values) {
  DerWriter writer;
  writer.Sequence([&](DerWriter& attribute) {
    attribute.Oid(type);
    attribute.SetOf(values);
  });
  return std::move(writer).Take();
}

SignedDataBuilder& SignedDataBuilder::Content(ByteView octets) {
  content_ = ToBytes(octets);
  return *this;
}

SignedDataBuilder& SignedDataBuilder::ContentType(const Oid& type) {
  content_type_ = ToBytes(type.bytes());
  return *this;
}

SignedDataBuilder& SignedDataBuilder::Detached(bool detached) {
  detached_ = detached;
  return *this;
}

SignedDataBuilder& SignedDataBuilder::Signer(const SignerSpec& signer) {
  signers_.push_back(signer);
  return *this;
}

SignedDataBuilder& SignedDataBuilder::Signer(const Certificate& certificate, Scheme scheme) {
  SignerSpec signer;
  signer.certificate = &certificate;
  signer.scheme = scheme;
  return Signer(signer);
}

SignedDataBuilder& SignedDataBuilder::AddCertificate(ByteView der) {
  certificates_.push_back(ToBytes(der));
  return *this;
}

SignedDataBuilder& SignedDataBuilder::WithoutSignerCertificates() {
  signer_certificates_ = false;
  return *this;
}

SignedDataBuilder& SignedDataBuilder::AddCrl(ByteView der) {
  crls_.push_back(ToBytes(der));
  return *this;
}

SignedDataBuilder& SignedDataBuilder::Indefinite(std::size_t segment) {
  segment_ = segment;
  return *this;
}

SignedDataBuilder& SignedDataBuilder::Damage(SignedDataDamage damage) {
  damage_ = damage;
  return *this;
}

Bytes SignedDataBuilder::SignerInfo(const SignerSpec& signer) const {
  const KeyPair& key = *signer.certificate->key;
  const Scheme scheme = Resolve(signer.scheme, key);
  const Scheme named_digest =
      signer.damage == SignedDataDamage::kDigestAlgorithmOther
          ? (scheme == Scheme::kRsaSha384 ? Scheme::kRsaSha512 : Scheme::kRsaSha384)
          : scheme;
  const Bytes digest_algorithm = DigestAlgorithmOf(named_digest);
  const ByteView content_type =
      content_type_.empty() ? oid::kData.bytes() : ByteView(content_type_);
  std::vector<Bytes> attributes;
  if (signer.damage != SignedDataDamage::kAttributesEmpty) {
    attributes = SignedAttributes(signer, scheme, content_type, content_, digest_algorithm);
  }
  const Bytes signed_octets = signer.signed_attributes ? SetOf(attributes) : content_;
  Bytes signature;
  if (signer.damage == SignedDataDamage::kSignatureOfOtherKey) {
    signature = Sign(Key(key.kind, 9999), scheme, signed_octets);
  } else {
    signature = Sign(key, scheme, signed_octets);
  }
  if (signer.damage == SignedDataDamage::kSignatureBit) {
    signature = WithBitChanged(signature);
  } else if (signer.damage == SignedDataDamage::kSignatureEmpty) {
    signature.clear();
  }
  DerWriter writer;
  writer.Sequence([&](DerWriter& info) {
    info.Integer(signer.by_key_identifier ? 3 : 1);
    WriteSignerId(info, signer);
    info.Raw(digest_algorithm);
    if (signer.signed_attributes) {
      if (signer.damage == SignedDataDamage::kAttributesUnsorted) {
        std::ranges::sort(attributes, std::ranges::greater());
        info.Constructed(ContextConstructedTag(0), [&](DerWriter& set) {
          for (const Bytes& attribute : attributes) {
            set.Raw(attribute);
          }
        });
      } else {
        info.SetOf(attributes, ContextConstructedTag(0));
      }
    }
    info.Raw(SignatureAlgorithm(scheme));
    info.OctetString(signature);
    std::vector<Bytes> beside = signer.unsigned_attributes;
    if (signer.attributes_of_signature) {
      std::ranges::move(signer.attributes_of_signature(signature), std::back_inserter(beside));
    }
    if (!beside.empty()) {
      info.SetOf(beside, ContextConstructedTag(1));
    }
  });
  return std::move(writer).Take();
}

Bytes SignedDataBuilder::Build() const {
  const bool indefinite = segment_ != 0;
  const ByteView content_type =
      content_type_.empty() ? oid::kData.bytes() : ByteView(content_type_);
  std::vector<Bytes> digest_algorithms;
  std::vector<Bytes> signer_infos;
  std::vector<Bytes> certificates = certificates_;
  bool has_key_identifier = false;
  for (const SignerSpec& signer : signers_) {
    digest_algorithms.push_back(
        DigestAlgorithmOf(Resolve(signer.scheme, *signer.certificate->key)));
    signer_infos.push_back(SignerInfo(signer));
    if (signer_certificates_) {
      certificates.push_back(signer.certificate->der);
    }
    has_key_identifier = has_key_identifier || signer.by_key_identifier;
  }
  std::ranges::sort(digest_algorithms);
  const auto repeated = std::ranges::unique(digest_algorithms);
  digest_algorithms.erase(repeated.begin(), repeated.end());
  if (damage_ == SignedDataDamage::kDigestAlgorithmsMissing) {
    digest_algorithms.clear();
  }
  if (damage_ == SignedDataDamage::kNoSignerInfos) {
    signer_infos.clear();
  }
  const bool is_data = content_type_.empty() || Equal(content_type_, oid::kData.bytes());

  DerWriter writer;
  Container(writer, indefinite, asn1::kSequence, [&](DerWriter& info) {
    info.Oid(oid::kSignedData);
    Container(info, indefinite, ContextConstructedTag(0), [&](DerWriter& outer) {
      Container(outer, indefinite, asn1::kSequence, [&](DerWriter& data) {
        data.Integer(has_key_identifier || !is_data ? 3 : 1);
        data.SetOf(digest_algorithms);
        Container(data, indefinite, asn1::kSequence, [&](DerWriter& encapsulated) {
          encapsulated.Oid(content_type);
          if (detached_) {
            return;
          }
          Container(encapsulated, indefinite, ContextConstructedTag(0), [&](DerWriter& tagged) {
            if (!indefinite) {
              tagged.OctetString(content_);
              return;
            }
            Container(
                tagged, true, asn1::kOctetString | asn1::kConstructedBit, [&](DerWriter& string) {
                  for (std::size_t at = 0; at < content_.size(); at += segment_) {
                    string.OctetString(
                        ByteView(content_).subspan(at, std::min(segment_, content_.size() - at)));
                  }
                });
          });
        });
        if (!certificates.empty()) {
          data.SetOf(certificates, ContextConstructedTag(0));
        }
        if (!crls_.empty()) {
          data.SetOf(crls_, ContextConstructedTag(1));
        }
        data.SetOf(signer_infos);
      });
    });
  });
  Bytes der = std::move(writer).Take();
  if (damage_ == SignedDataDamage::kTrailingOctets) {
    der.insert(der.end(), {0x05, 0x00});
  } else if (damage_ == SignedDataDamage::kTruncated) {
    der.pop_back();
  }
  return der;
}

}  // namespace signet::testing

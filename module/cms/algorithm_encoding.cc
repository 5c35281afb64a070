#include "cms/algorithm_encoding.h"

#include <array>
#include <utility>

#include "asn1/der_writer.h"
#include "asn1/oids.h"

namespace signet::cms {
namespace {

namespace oid = asn1::oid;

constexpr std::array<std::uint8_t, 2> kNull = {asn1::kNull, 0};

// RFC 4055, 2.1: within the parameters of PSS and OAEP a digest has NULL.
Bytes DigestWithNull(nss::DigestAlgorithm digest) {
  return EncodeAlgorithm(nss::DigestOid(digest), kNull);
}

// HashAlgorithm [0] and MaskGenAlgorithm [1], each unless it is the default, SHA-1.
void WriteDigestAndMask(asn1::DerWriter& writer, nss::DigestAlgorithm digest,
                        nss::DigestAlgorithm mask_digest) {
  if (digest != nss::DigestAlgorithm::kSha1) {
    writer.Value(asn1::ContextConstructedTag(0), DigestWithNull(digest));
  }
  if (mask_digest != nss::DigestAlgorithm::kSha1) {
    writer.Value(asn1::ContextConstructedTag(1),
                 EncodeAlgorithm(oid::kMgf1, DigestWithNull(mask_digest)));
  }
}

Bytes PssParameters(const nss::SignatureAlgorithm& algorithm) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& parameters) {
    WriteDigestAndMask(parameters, algorithm.digest.value_or(nss::DigestAlgorithm::kSha1),
                       algorithm.mask_digest);
    constexpr std::size_t kDefaultSalt = 20;
    if (algorithm.salt_octets != kDefaultSalt) {
      parameters.Constructed(asn1::ContextConstructedTag(2), [&](asn1::DerWriter& salt) {
        salt.Integer(static_cast<std::int64_t>(algorithm.salt_octets));
      });
    }
  });
  return std::move(writer).Take();
}

Oid EcdsaOid(nss::DigestAlgorithm digest) {
  switch (digest) {
    case nss::DigestAlgorithm::kSha224:
      return oid::kEcdsaWithSha224;
    case nss::DigestAlgorithm::kSha384:
      return oid::kEcdsaWithSha384;
    case nss::DigestAlgorithm::kSha512:
      return oid::kEcdsaWithSha512;
    default:
      return oid::kEcdsaWithSha256;
  }
}

Oid MlDsaOid(std::string_view parameter_set) {
  if (parameter_set == "ML-DSA-44") {
    return oid::kMlDsa44;
  }
  return parameter_set == "ML-DSA-65" ? oid::kMlDsa65 : oid::kMlDsa87;
}

}  // namespace

Bytes EncodeAlgorithm(const Oid& oid, ByteView parameters) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& sequence) {
    sequence.Oid(oid);
    sequence.Raw(parameters);
  });
  return std::move(writer).Take();
}

Bytes EncodeDigestAlgorithm(nss::DigestAlgorithm digest) {
  return EncodeAlgorithm(nss::DigestOid(digest));
}

Bytes EncodeSignatureAlgorithm(const nss::SignatureAlgorithm& algorithm) {
  const nss::DigestAlgorithm digest = algorithm.digest.value_or(nss::DigestAlgorithm::kSha256);
  switch (algorithm.scheme) {
    case nss::SignatureScheme::kRsaPkcs1:
      return EncodeAlgorithm(oid::kRsaEncryption, kNull);
    case nss::SignatureScheme::kRsaPss:
      return EncodeAlgorithm(oid::kRsassaPss, PssParameters(algorithm));
    case nss::SignatureScheme::kEcdsa:
      return EncodeAlgorithm(EcdsaOid(digest));
    case nss::SignatureScheme::kDsa:
      return EncodeAlgorithm(oid::kDsaWithSha256);
    case nss::SignatureScheme::kEd25519:
      return EncodeAlgorithm(oid::kEd25519);
    case nss::SignatureScheme::kMlDsa:
      return EncodeAlgorithm(MlDsaOid(algorithm.parameter_set));
  }
  return {};
}

Bytes EncodeContentEncryption(const nss::ContentCipher& cipher) {
  asn1::DerWriter parameters;
  if (nss::IsAuthenticated(cipher.cipher)) {
    parameters.Sequence([&](asn1::DerWriter& gcm) {
      gcm.OctetString(cipher.iv);
      constexpr std::size_t kDefaultTag = 12;
      if (cipher.tag_octets != kDefaultTag) {
        gcm.Integer(static_cast<std::int64_t>(cipher.tag_octets));
      }
    });
  } else {
    parameters.OctetString(cipher.iv);
  }
  return EncodeAlgorithm(nss::CipherOid(cipher.cipher), parameters.octets());
}

Bytes EncodeOaep(const nss::OaepParameters& parameters) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& oaep) {
    WriteDigestAndMask(oaep, parameters.digest, parameters.mask_digest);
    if (!parameters.label.empty()) {
      oaep.Value(asn1::ContextConstructedTag(2),
                 EncodeAlgorithm(oid::kPSpecified,
                                 asn1::EncodeValue(asn1::kOctetString, parameters.label)));
    }
  });
  return EncodeAlgorithm(oid::kRsaesOaep, writer.octets());
}

}  // namespace signet::cms

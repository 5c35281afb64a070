// Reading of AlgorithmIdentifiers of signatures.
#include <array>
#include <cstddef>

#include "base/oid.h"
#include "nss/oids.h"
#include "nss/quick_der.h"
#include "nss/signature.h"

namespace signet::nss {
namespace {

// Identifiers that say scheme and digest.
struct Known {
  Oid oid;
  SignatureScheme scheme;
  std::optional<DigestAlgorithm> digest;
  std::string_view parameter_set = {};
};

constexpr std::array<Known, 22> kKnown{{
    {oid::kSha1WithRsa, SignatureScheme::kRsaPkcs1, DigestAlgorithm::kSha1},
    {oid::kSha1WithRsaOiw, SignatureScheme::kRsaPkcs1, DigestAlgorithm::kSha1},
    {oid::kSha224WithRsa, SignatureScheme::kRsaPkcs1, DigestAlgorithm::kSha224},
    {oid::kSha256WithRsa, SignatureScheme::kRsaPkcs1, DigestAlgorithm::kSha256},
    {oid::kSha384WithRsa, SignatureScheme::kRsaPkcs1, DigestAlgorithm::kSha384},
    {oid::kSha512WithRsa, SignatureScheme::kRsaPkcs1, DigestAlgorithm::kSha512},
    {oid::kSha3_224WithRsa, SignatureScheme::kRsaPkcs1, DigestAlgorithm::kSha3_224},
    {oid::kSha3_256WithRsa, SignatureScheme::kRsaPkcs1, DigestAlgorithm::kSha3_256},
    {oid::kSha3_384WithRsa, SignatureScheme::kRsaPkcs1, DigestAlgorithm::kSha3_384},
    {oid::kSha3_512WithRsa, SignatureScheme::kRsaPkcs1, DigestAlgorithm::kSha3_512},
    {oid::kEcdsaWithSha1, SignatureScheme::kEcdsa, DigestAlgorithm::kSha1},
    {oid::kEcdsaWithSha224, SignatureScheme::kEcdsa, DigestAlgorithm::kSha224},
    {oid::kEcdsaWithSha256, SignatureScheme::kEcdsa, DigestAlgorithm::kSha256},
    {oid::kEcdsaWithSha384, SignatureScheme::kEcdsa, DigestAlgorithm::kSha384},
    {oid::kEcdsaWithSha512, SignatureScheme::kEcdsa, DigestAlgorithm::kSha512},
    {oid::kDsaWithSha1, SignatureScheme::kDsa, DigestAlgorithm::kSha1},
    {oid::kDsaWithSha224, SignatureScheme::kDsa, DigestAlgorithm::kSha224},
    {oid::kDsaWithSha256, SignatureScheme::kDsa, DigestAlgorithm::kSha256},
    {oid::kEd25519, SignatureScheme::kEd25519, std::nullopt},
    {oid::kMlDsa44, SignatureScheme::kMlDsa, std::nullopt, "ML-DSA-44"},
    {oid::kMlDsa65, SignatureScheme::kMlDsa, std::nullopt, "ML-DSA-65"},
    {oid::kMlDsa87, SignatureScheme::kMlDsa, std::nullopt, "ML-DSA-87"},
}};

// Identifiers of keys, which CMS uses for signatures too; the digest is said elsewhere.
struct KeyIdentifier {
  Oid oid;
  SignatureScheme scheme;
};

constexpr std::array<KeyIdentifier, 3> kKeyIdentifiers{{
    {oid::kRsaEncryption, SignatureScheme::kRsaPkcs1},
    {oid::kEcPublicKey, SignatureScheme::kEcdsa},
    {oid::kDsa, SignatureScheme::kDsa},
}};

struct Named {
  Oid oid;
  std::string_view name;
};

constexpr std::array<Named, 2> kRefused{{
    {oid::kMd2WithRsa, "RSA with MD2"},
    {oid::kMd5WithRsa, "RSA with MD5"},
}};

// RSASSA-PSS-params (RFC 4055, 3.1), each member the value inside of its explicit tag.
struct PssParameters {
  SECItem digest;
  SECItem mask;
  SECItem salt;
  SECItem trailer;
};

constexpr std::array<SEC_ASN1Template, 1> kAny{{{SEC_ASN1_ANY, 0, nullptr, sizeof(SECItem)}}};
constexpr std::array<SEC_ASN1Template, 1> kInteger{
    {{SEC_ASN1_INTEGER, 0, nullptr, sizeof(SECItem)}}};

constexpr unsigned long kExplicit =
    SEC_ASN1_OPTIONAL | SEC_ASN1_CONSTRUCTED | SEC_ASN1_EXPLICIT | SEC_ASN1_CONTEXT_SPECIFIC;

constexpr std::array<SEC_ASN1Template, 6> kPssShape{{
    {SEC_ASN1_SEQUENCE, 0, nullptr, sizeof(PssParameters)},
    {kExplicit | 0, offsetof(PssParameters, digest), kAny.data(), 0},
    {kExplicit | 1, offsetof(PssParameters, mask), kAny.data(), 0},
    {kExplicit | 2, offsetof(PssParameters, salt), kInteger.data(), 0},
    {kExplicit | 3, offsetof(PssParameters, trailer), kInteger.data(), 0},
    {0, 0, nullptr, 0},
}};

Reason Unsupported(std::string algorithm) {
  return MakeReason(ReasonCode::kAlgorithmUnsupported).With("algorithm", std::move(algorithm));
}

Reason BadParameters(std::string diagnostic) {
  return Malformed("signature algorithm", std::move(diagnostic));
}

// A digest's AlgorithmIdentifier within PSS parameters.
Result<DigestAlgorithm> ReadDigest(ByteView der) {
  const auto identifier = DecodeAlgorithm(der);
  if (!identifier || !HasNullOrNoParameters(*identifier)) {
    return BadParameters("not the identifier of a digest");
  }
  const ByteView oid = View(identifier->oid);
  if (const auto name = RefusedDigestName(oid); !name.empty()) {
    return MakeReason(ReasonCode::kAlgorithmRefused)
        .With("algorithm", "RSA-PSS with " + std::string{name});
  }
  const auto digest = DigestFromOid(oid);
  if (!digest) {
    return Unsupported("RSA-PSS with " + DottedText(oid));
  }
  return *digest;
}

// A small non-negative INTEGER.
std::optional<std::size_t> ReadSize(ByteView content) {
  if (content.size() == 1 && content[0] == 0) {
    return 0;
  }
  const auto magnitude = PositiveMagnitude(content);
  if (!magnitude || magnitude->size() > 2) {
    return std::nullopt;
  }
  std::size_t value = 0;
  for (const std::uint8_t octet : *magnitude) {
    value = (value << 8U) | octet;
  }
  return value;
}

}  // namespace

Result<SignatureAlgorithm> ParsePssParameters(ByteView der) {
  const auto parameters = QuickDerDecode<PssParameters>(kPssShape.data(), der);
  if (!parameters) {
    return BadParameters("not RSASSA-PSS-params");
  }
  SignatureAlgorithm algorithm{.scheme = SignatureScheme::kRsaPss,
                               .digest = DigestAlgorithm::kSha1,
                               .mask_digest = DigestAlgorithm::kSha1,
                               .salt_octets = 20};
  if (parameters->digest.data != nullptr) {
    SIGNET_ASSIGN(algorithm.digest, ReadDigest(View(parameters->digest)));
  }
  if (parameters->mask.data != nullptr) {
    const auto mask = DecodeAlgorithm(View(parameters->mask));
    if (!mask) {
      return BadParameters("not the identifier of a mask generation function");
    }
    if (View(mask->oid) != oid::kMgf1) {
      return Unsupported("RSA-PSS with mask " + DottedText(View(mask->oid)));
    }
    SIGNET_ASSIGN(algorithm.mask_digest, ReadDigest(View(mask->parameters)));
  }
  if (parameters->salt.data != nullptr) {
    const auto salt = ReadSize(View(parameters->salt));
    if (!salt) {
      return BadParameters("a salt length out of range");
    }
    algorithm.salt_octets = *salt;
  }
  if (parameters->trailer.data != nullptr && ReadSize(View(parameters->trailer)) != 1U) {
    // RFC 4055, 3.1: only trailerFieldBC.
    return BadParameters("a trailer field other than 1");
  }
  return algorithm;
}

Result<SignatureAlgorithm> ParseSignatureAlgorithm(
    ByteView algorithm_identifier, std::optional<DigestAlgorithm> digest_elsewhere) {
  const auto identifier = DecodeAlgorithm(algorithm_identifier);
  if (!identifier) {
    return BadParameters("not an AlgorithmIdentifier");
  }
  const ByteView oid = View(identifier->oid);
  if (oid == oid::kRsassaPss) {
    return ParsePssParameters(View(identifier->parameters));
  }
  for (const Known& known : kKnown) {
    if (oid != known.oid) {
      continue;
    }
    // RFC 4055, section 5: NULL for RSA. RFC 5758 and RFC 8410: absent for the others; NULL is seen
    // in the wild with ECDSA and harms nobody, but never where parameters could matter.
    const bool strict = !known.digest.has_value();
    if (strict ? identifier->parameters.data != nullptr : !HasNullOrNoParameters(*identifier)) {
      return BadParameters("parameters where none may be");
    }
    return SignatureAlgorithm{
        .scheme = known.scheme, .digest = known.digest, .parameter_set = known.parameter_set};
  }
  for (const Named& refused : kRefused) {
    if (oid == refused.oid) {
      return MakeReason(ReasonCode::kAlgorithmRefused).With("algorithm", std::string{refused.name});
    }
  }
  for (const KeyIdentifier& key : kKeyIdentifiers) {
    if (oid == key.oid && digest_elsewhere) {
      return SignatureAlgorithm{.scheme = key.scheme, .digest = digest_elsewhere};
    }
  }
  return Unsupported(oid == oid::kEd448 ? "Ed448" : DottedText(oid));
}

std::string SignatureName(ByteView signature_oid, ByteView digest_oid) {
  for (const Known& known : kKnown) {
    if (signature_oid == known.oid) {
      return SignatureAlgorithm{
          .scheme = known.scheme, .digest = known.digest, .parameter_set = known.parameter_set}
          .Name();
    }
  }
  for (const Named& refused : kRefused) {
    if (signature_oid == refused.oid) {
      return std::string{refused.name};
    }
  }
  for (const KeyIdentifier& key : kKeyIdentifiers) {
    if (signature_oid == key.oid) {
      const SignatureAlgorithm algorithm = {.scheme = key.scheme,
                                            .digest = DigestFromOid(digest_oid)};
      const std::string_view refused = RefusedDigestName(digest_oid);
      return algorithm.Name() + (refused.empty() ? "" : " with " + std::string{refused});
    }
  }
  if (signature_oid == oid::kRsassaPss) {
    return "RSA-PSS";
  }
  return signature_oid == oid::kEd448 ? "Ed448" : DottedText(signature_oid);
}

Result<SignatureAlgorithm> PssParametersOf(const PublicKey& key) {
  return ParsePssParameters(key.parameters());
}

std::string SignatureAlgorithm::Name() const {
  const std::string with = digest ? " with " + std::string{DigestName(*digest)} : "";
  switch (scheme) {
    case SignatureScheme::kRsaPkcs1:
      return "RSA" + with;
    case SignatureScheme::kRsaPss:
      return "RSA-PSS" + with;
    case SignatureScheme::kEcdsa:
      return "ECDSA" + with;
    case SignatureScheme::kDsa:
      return "DSA" + with;
    case SignatureScheme::kEd25519:
      return "Ed25519";
    case SignatureScheme::kMlDsa:
      return std::string{parameter_set};
  }
  return {};
}

bool IsWeakDigest(DigestAlgorithm digest) {
  return digest == DigestAlgorithm::kSha1;
}

}  // namespace signet::nss

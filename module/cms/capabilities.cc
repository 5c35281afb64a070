#include "cms/capabilities.h"

#include <algorithm>
#include <array>
#include <utility>

#include "asn1/der_reader.h"
#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "base/limits.h"
#include "cms/algorithm_encoding.h"
#include "nss/key_agreement.h"
#include "nss/key_wrap.h"

namespace signet::cms {
namespace {

namespace oid = asn1::oid;

constexpr std::array kCiphers = {nss::Cipher::kAes256Gcm, nss::Cipher::kAes192Gcm,
                                 nss::Cipher::kAes128Gcm, nss::Cipher::kAes256Cbc,
                                 nss::Cipher::kAes192Cbc, nss::Cipher::kAes128Cbc};

// RFC 8551, 2.5.2: a capability is an AlgorithmIdentifier.
SMimeCapability FromAlgorithm(ByteView der) {
  asn1::DerReader reader(der);
  const auto algorithm = ReadAlgorithmIdentifier(reader);
  return algorithm ? SMimeCapability{algorithm->oid, algorithm->parameters} : SMimeCapability{};
}

// RFC 5753, 8: the key agreement with the key wrap as its parameters.
void AddAgreements(std::vector<SMimeCapability>& capabilities, nss::KeyDerivation derivation) {
  using enum nss::DigestAlgorithm;
  for (const nss::DigestAlgorithm digest : {kSha256, kSha384, kSha512}) {
    for (const nss::KeyWrap wrap : {nss::KeyWrap::kAes256, nss::KeyWrap::kAes128}) {
      const nss::AgreementScheme scheme{derivation, digest, false};
      capabilities.push_back(FromAlgorithm(EncodeAlgorithm(
          nss::AgreementSchemeOid(scheme), EncodeAlgorithm(nss::KeyWrapOid(wrap)))));
    }
  }
}

}  // namespace

std::vector<SMimeCapability> OwnCapabilities(const nss::PublicKey* encryption_key) {
  std::vector<SMimeCapability> capabilities;
  for (const nss::Cipher cipher : kCiphers) {
    if (nss::IsAvailable(cipher)) {
      capabilities.push_back({ToBytes(nss::CipherOid(cipher).bytes()), {}});
    }
  }
  if (encryption_key == nullptr) {
    return capabilities;
  }
  switch (encryption_key->type()) {
    case nss::KeyType::kRsa:
      for (const nss::DigestAlgorithm digest :
           {nss::DigestAlgorithm::kSha256, nss::DigestAlgorithm::kSha384,
            nss::DigestAlgorithm::kSha512}) {
        capabilities.push_back(FromAlgorithm(EncodeOaep({digest, digest, {}})));
      }
      capabilities.push_back({ToBytes(oid::kRsaEncryption.bytes()), {}});
      break;
    case nss::KeyType::kEc:
      AddAgreements(capabilities, nss::KeyDerivation::kX963);
      break;
    case nss::KeyType::kX25519:
      AddAgreements(capabilities, nss::KeyDerivation::kHkdf);
      break;
    default:
      break;
  }
  return capabilities;
}

Bytes EncodeCapabilities(std::span<const SMimeCapability> capabilities) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& sequence) {
    for (const SMimeCapability& capability : capabilities) {
      sequence.Sequence([&](asn1::DerWriter& entry) {
        entry.Oid(ByteView(capability.oid));
        entry.Raw(capability.parameters);
      });
    }
  });
  return std::move(writer).Take();
}

std::optional<std::vector<SMimeCapability>> ReadCapabilityList(ByteView value) {
  asn1::DerReader reader(value);
  auto sequence = reader.ReadSequence();
  if (!sequence || !reader.AtEnd()) {
    return std::nullopt;
  }
  std::vector<SMimeCapability> capabilities;
  while (!sequence->AtEnd()) {
    auto capability = ReadAlgorithmIdentifier(*sequence);
    if (!capability || capabilities.size() == limits::kCmsAttributes) {
      return std::nullopt;
    }
    capabilities.push_back({std::move(capability->oid), std::move(capability->parameters)});
  }
  return capabilities;
}

bool Announces(std::span<const SMimeCapability> capabilities, nss::Cipher cipher) {
  const Oid wanted = nss::CipherOid(cipher);
  return std::ranges::any_of(capabilities, [&](const SMimeCapability& capability) {
    return ByteView(capability.oid) == wanted;
  });
}

std::optional<nss::OaepParameters> AnnouncedOaep(std::span<const SMimeCapability> capabilities) {
  using enum nss::DigestAlgorithm;
  // What Signet writes is few; comparing encodings needs no reading of what others may say.
  for (const SMimeCapability& capability : capabilities) {
    for (const nss::DigestAlgorithm digest : {kSha256, kSha384, kSha512}) {
      nss::OaepParameters parameters{digest, digest, {}};
      if (capability == FromAlgorithm(EncodeOaep(parameters))) {
        return parameters;
      }
    }
  }
  return std::nullopt;
}

}  // namespace signet::cms

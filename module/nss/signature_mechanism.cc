#include "nss/signature_mechanism.h"

#include <pk11pub.h>

#include <string>
#include <utility>

#include "nss/owners.h"
#include "nss/rsa_mechanisms.h"

namespace signet::nss {
namespace {

// CKM_ML_DSA of PKCS #11 3.2, which the headers of NSS 3.87 lack.
constexpr CK_MECHANISM_TYPE kCkmMlDsa = 0x1d;

Reason Unsupported(std::string algorithm, std::string diagnostic) {
  return MakeReason(ReasonCode::kAlgorithmUnsupported)
      .With("algorithm", std::move(algorithm))
      .Because(std::move(diagnostic));
}

bool TokenHas(CK_MECHANISM_TYPE mechanism) {
  const UniqueSlot slot{PK11_GetInternalSlot()};
  return slot && PK11_DoesMechanism(slot.get(), mechanism) == PR_TRUE;
}

// RFC 4055, 1.2 and 3.3: parameters in the key bind the signature: the same digests, and a salt at
// least as long.
Result<void> CheckPssKey(const PublicKey& key, const SignatureAlgorithm& algorithm) {
  if (key.type() != KeyType::kRsaPss || key.parameters().empty()) {
    return {};
  }
  SIGNET_ASSIGN(const SignatureAlgorithm allowed, ParsePssParameters(key.parameters()));
  if (allowed.digest != algorithm.digest || allowed.mask_digest != algorithm.mask_digest ||
      algorithm.salt_octets < allowed.salt_octets) {
    return MakeReason(ReasonCode::kAlgorithmRefused)
        .With("algorithm", algorithm.Name())
        .Because("PSS parameters that the key does not allow");
  }
  return {};
}

// Whether such a key makes such signatures.
bool Fits(const PublicKey& key, const SignatureAlgorithm& algorithm) {
  const KeyType type = key.type();
  switch (algorithm.scheme) {
    case SignatureScheme::kRsaPkcs1:
      return type == KeyType::kRsa;
    case SignatureScheme::kRsaPss:
      return type == KeyType::kRsa || type == KeyType::kRsaPss;
    case SignatureScheme::kEcdsa:
      return type == KeyType::kEc;
    case SignatureScheme::kDsa:
      return type == KeyType::kDsa;
    case SignatureScheme::kEd25519:
      return type == KeyType::kEd25519;
    case SignatureScheme::kMlDsa:
      return type == KeyType::kMlDsa && key.parameter_set() == algorithm.parameter_set;
  }
  return false;
}

}  // namespace

// DigestInfo (RFC 8017, 9.2): every length in it is below 128.
Bytes DigestInfo(DigestAlgorithm algorithm, ByteView digest) {
  const Oid identifier = DigestOid(algorithm);
  const ByteView oid = identifier.bytes();
  const auto octet = [](std::size_t value) { return static_cast<std::uint8_t>(value); };
  Bytes info{0x30, octet(8 + oid.size() + digest.size()),
             0x30, octet(4 + oid.size()),
             0x06, octet(oid.size())};
  info.insert(info.end(), oid.begin(), oid.end());
  info.insert(info.end(), {0x05, 0x00, 0x04, octet(digest.size())});
  info.insert(info.end(), digest.begin(), digest.end());
  return info;
}

Result<CK_RSA_PKCS_PSS_PARAMS> PssMechanism(const PublicKey& key,
                                            const SignatureAlgorithm& algorithm) {
  SIGNET_TRY(CheckPssKey(key, algorithm));
  // RFC 8017, 9.1.2, step 3.
  const std::size_t message_octets = (key.bits() - 1 + 7) / 8;
  if (message_octets < DigestOctets(*algorithm.digest) + algorithm.salt_octets + 2) {
    return MakeReason(ReasonCode::kSignatureMismatch).Because("a salt that does not fit the key");
  }
  if (!IsAvailable(algorithm.mask_digest)) {
    return Unsupported("RSA-PSS with " + std::string{DigestName(algorithm.mask_digest)}, "mask");
  }
  return CK_RSA_PKCS_PSS_PARAMS{.hashAlg = RsaMechanismsOf(*algorithm.digest).digest,
                                .mgf = RsaMechanismsOf(algorithm.mask_digest).mask,
                                .sLen = algorithm.salt_octets};
}

Result<CK_MECHANISM_TYPE> PureMechanism(const PublicKey& key, const SignatureAlgorithm& algorithm) {
  const CK_MECHANISM_TYPE mechanism =
      algorithm.scheme == SignatureScheme::kEd25519 ? CK_MECHANISM_TYPE{CKM_EDDSA} : kCkmMlDsa;
  if (!TokenHas(mechanism)) {
    return Unsupported(key.Name(), "the token has no such mechanism");
  }
  return mechanism;
}

std::size_t PureSignatureOctets(const PublicKey& key) {
  if (key.type() == KeyType::kEd25519) {
    return 64;
  }
  if (key.parameter_set() == "ML-DSA-44") {  // FIPS 204, table 2
    return 2420;
  }
  if (key.parameter_set() == "ML-DSA-65") {
    return 3309;
  }
  return key.parameter_set() == "ML-DSA-87" ? 4627 : 0;
}

Result<void> CheckFits(const PublicKey& key, const SignatureAlgorithm& algorithm) {
  if (!Fits(key, algorithm)) {
    return MakeReason(ReasonCode::kAlgorithmRefused)
        .With("algorithm", algorithm.Name())
        .Because("a key of type " + key.Name());
  }
  return {};
}

}  // namespace signet::nss

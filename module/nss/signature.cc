#include "nss/signature.h"

#include <pk11pub.h>
#include <secerr.h>

#include <algorithm>
#include <array>
#include <limits>

#include "nss/error.h"
#include "nss/oids.h"
#include "nss/quick_der.h"

namespace signet::nss {
namespace {

// CKM_ML_DSA of PKCS #11 3.2, which the headers of NSS 3.87 lack.
constexpr CK_MECHANISM_TYPE kCkmMlDsa = 0x1d;

Reason Unsupported(std::string algorithm, std::string diagnostic) {
  return MakeReason(ReasonCode::kAlgorithmUnsupported)
      .With("algorithm", std::move(algorithm))
      .Because(std::move(diagnostic));
}

Reason Refused(const SignatureAlgorithm& algorithm, const PublicKey& key) {
  return MakeReason(ReasonCode::kAlgorithmRefused)
      .With("algorithm", algorithm.Name())
      .Because("a key of type " + key.Name());
}

Reason Mismatch(std::string diagnostic) {
  return MakeReason(ReasonCode::kSignatureMismatch).Because(std::move(diagnostic));
}

// What PKCS #11 calls a digest, in PSS parameters.
struct PssNames {
  CK_MECHANISM_TYPE digest;
  CK_RSA_PKCS_MGF_TYPE mask;
};

// The values of SHA-3 (PKCS #11 3.0) are written out: the headers of NSS 3.87 lack some.
PssNames NamesOf(DigestAlgorithm digest) {
  switch (digest) {
    case DigestAlgorithm::kSha1:
      return {CKM_SHA_1, CKG_MGF1_SHA1};
    case DigestAlgorithm::kSha224:
      return {CKM_SHA224, CKG_MGF1_SHA224};
    case DigestAlgorithm::kSha256:
      return {CKM_SHA256, CKG_MGF1_SHA256};
    case DigestAlgorithm::kSha384:
      return {CKM_SHA384, CKG_MGF1_SHA384};
    case DigestAlgorithm::kSha512:
      return {CKM_SHA512, CKG_MGF1_SHA512};
    case DigestAlgorithm::kSha3_224:
      return {0x2b5, 6};
    case DigestAlgorithm::kSha3_256:
      return {0x2b0, 7};
    case DigestAlgorithm::kSha3_384:
      return {0x2c0, 8};
    case DigestAlgorithm::kSha3_512:
      return {0x2d0, 9};
  }
  return {CKM_SHA256, CKG_MGF1_SHA256};
}

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

// Puts a magnitude at the right end of a field.
bool PutNumber(ByteView magnitude, std::span<std::uint8_t> field) {
  if (magnitude.size() > field.size()) {
    return false;
  }
  std::ranges::copy(magnitude,
                    field.begin() + static_cast<std::ptrdiff_t>(field.size() - magnitude.size()));
  return true;
}

// A DER signature of two numbers (RFC 3279, 2.2.2 and 2.2.3) as PKCS #11 wants it: both in full
// length, side by side. Only the one DER form is accepted, so that a signature has one encoding.
std::optional<Bytes> FlattenPair(ByteView signature, std::size_t number_octets) {
  // Two numbers with a leading zero each, their headers and the outer header.
  if (signature.size() > (2 * (number_octets + 1 + 3)) + 4) {
    return std::nullopt;
  }
  const auto pair = DecodeIntegerPair(signature);
  const auto first = pair ? PositiveMagnitude(View(pair->first)) : std::nullopt;
  const auto second = pair ? PositiveMagnitude(View(pair->second)) : std::nullopt;
  Bytes flat(2 * number_octets);
  const std::span<std::uint8_t> whole{flat};
  if (!first || !second || !PutNumber(*first, whole.first(number_octets)) ||
      !PutNumber(*second, whole.last(number_octets))) {
    return std::nullopt;
  }
  return flat;
}

// Octets of each of the two numbers of an ECDSA or DSA signature.
std::size_t NumberOctets(const PublicKey& key, const SECKEYPublicKey& handle) {
  if (key.type() == KeyType::kEc) {
    return (key.bits() + 7) / 8;
  }
  // The subprime was checked to have 160 bits or more; NSS may have kept a leading zero.
  const ByteView subprime = View(handle.u.dsa.params.subPrime);
  return subprime.size() - (!subprime.empty() && subprime.front() == 0 ? 1 : 0);
}

bool TokenHas(CK_MECHANISM_TYPE mechanism) {
  const UniqueSlot slot{PK11_GetInternalSlot()};
  return slot && PK11_DoesMechanism(slot.get(), mechanism) == PR_TRUE;
}

// Asks the token. `parameters` may be null.
Result<void> Ask(const SignatureAlgorithm& algorithm, SECKEYPublicKey& key,
                 CK_MECHANISM_TYPE mechanism, const SECItem* parameters, ByteView input,
                 ByteView signature) {
  const SECItem input_item = Borrow(input);
  const SECItem signature_item = Borrow(signature);
  if (PK11_VerifyWithMechanism(&key, mechanism, parameters, &signature_item, &input_item,
                               nullptr) == SECSuccess) {
    return {};
  }
  const std::string failure = Failure("PK11_VerifyWithMechanism");
  switch (PORT_GetError()) {
    case SEC_ERROR_INVALID_KEY:
    case SEC_ERROR_BAD_KEY:
    case SEC_ERROR_UNSUPPORTED_KEYALG:
      return MakeReason(ReasonCode::kKeyInvalid).Because(failure);
    case SEC_ERROR_INVALID_ALGORITHM:
    case SEC_ERROR_NO_MODULE:
    case SEC_ERROR_NO_TOKEN:
    case SEC_ERROR_UNSUPPORTED_ELLIPTIC_CURVE:
      return Unsupported(algorithm.Name(), failure);
    default:
      return Mismatch(failure);
  }
}

}  // namespace

// In signature_algorithm.cc.
Result<SignatureAlgorithm> ParsePssParameters(ByteView der);

namespace {

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

Result<void> VerifyRsa(const PublicKey& key, const SignatureAlgorithm& algorithm, ByteView digest,
                       ByteView signature) {
  // RFC 8017, 8.1.2 and 8.2.2, step 1.
  if (signature.size() != key.modulus_octets()) {
    return Mismatch("a signature of " + std::to_string(signature.size()) + " octets");
  }
  SIGNET_ASSIGN(const UniquePublicKey handle, key.Import());
  if (algorithm.scheme == SignatureScheme::kRsaPkcs1) {
    return Ask(algorithm, *handle, CKM_RSA_PKCS, nullptr, DigestInfo(*algorithm.digest, digest),
               signature);
  }
  SIGNET_TRY(CheckPssKey(key, algorithm));
  // RFC 8017, 9.1.2, step 3.
  const std::size_t message_octets = (key.bits() - 1 + 7) / 8;
  if (message_octets < digest.size() + algorithm.salt_octets + 2) {
    return Mismatch("a salt that does not fit the key");
  }
  const PssNames digest_names = NamesOf(*algorithm.digest);
  const PssNames mask_names = NamesOf(algorithm.mask_digest);
  CK_RSA_PKCS_PSS_PARAMS parameters{
      .hashAlg = digest_names.digest, .mgf = mask_names.mask, .sLen = algorithm.salt_octets};
  const SECItem parameters_item{siBuffer, reinterpret_cast<unsigned char*>(&parameters),
                                sizeof(parameters)};
  if (!IsAvailable(algorithm.mask_digest)) {
    return Unsupported("RSA-PSS with " + std::string{DigestName(algorithm.mask_digest)}, "mask");
  }
  return Ask(algorithm, *handle, CKM_RSA_PKCS_PSS, &parameters_item, digest, signature);
}

Result<void> VerifyPair(const PublicKey& key, const SignatureAlgorithm& algorithm, ByteView digest,
                        ByteView signature) {
  if (key.InheritsParameters()) {
    return MakeReason(ReasonCode::kKeyInvalid).Because("a DSA key without parameters");
  }
  if (key.type() == KeyType::kEc && key.bits() == 0) {
    return Unsupported(key.Name(), "unknown curve");
  }
  SIGNET_ASSIGN(const UniquePublicKey handle, key.Import());
  const std::size_t number_octets = NumberOctets(key, *handle);
  const auto flat = FlattenPair(signature, number_octets);
  if (!flat) {
    return Mismatch("not the DER encoding of two numbers of the right size");
  }
  // FIPS 186-5, 6.4.2: the leftmost bits of the digest. NSS cuts for EC itself, for DSA it does
  // not.
  if (algorithm.scheme == SignatureScheme::kDsa) {
    digest = digest.first(std::min(digest.size(), number_octets));
  }
  return Ask(algorithm, *handle, algorithm.scheme == SignatureScheme::kDsa ? CKM_DSA : CKM_ECDSA,
             nullptr, digest, *flat);
}

// Octets of a signature over the message itself; 0 for other schemes.
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

Result<void> VerifyPure(const PublicKey& key, const SignatureAlgorithm& algorithm, ByteView data,
                        ByteView signature) {
  if (signature.size() != PureSignatureOctets(key)) {
    return Mismatch("a signature of " + std::to_string(signature.size()) + " octets");
  }
  const CK_MECHANISM_TYPE mechanism =
      algorithm.scheme == SignatureScheme::kEd25519 ? CK_MECHANISM_TYPE{CKM_EDDSA} : kCkmMlDsa;
  if (!TokenHas(mechanism)) {
    return Unsupported(key.Name(), "the token has no such mechanism");
  }
  if (data.size() > std::numeric_limits<unsigned int>::max()) {
    return MakeReason(ReasonCode::kLimitExceeded).With("limit", "signed-octets");
  }
  SIGNET_ASSIGN(const UniquePublicKey handle, key.Import());
  return Ask(algorithm, *handle, mechanism, nullptr, data, signature);
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

Result<void> VerifyDigest(const PublicKey& key, const SignatureAlgorithm& algorithm,
                          ByteView digest, ByteView signature) {
  if (!algorithm.digest || digest.size() != DigestOctets(*algorithm.digest)) {
    return MakeReason(ReasonCode::kInvalidRequest).Because("a digest of another algorithm");
  }
  if (!Fits(key, algorithm)) {
    return Refused(algorithm, key);
  }
  const bool rsa = algorithm.scheme == SignatureScheme::kRsaPkcs1 ||
                   algorithm.scheme == SignatureScheme::kRsaPss;
  return rsa ? VerifyRsa(key, algorithm, digest, signature)
             : VerifyPair(key, algorithm, digest, signature);
}

Result<void> VerifyData(const PublicKey& key, const SignatureAlgorithm& algorithm, ByteView data,
                        ByteView signature) {
  if (!Fits(key, algorithm)) {
    return Refused(algorithm, key);
  }
  if (!algorithm.digest) {
    return VerifyPure(key, algorithm, data, signature);
  }
  SIGNET_ASSIGN(const Bytes digest, ComputeDigest(*algorithm.digest, data));
  return VerifyDigest(key, algorithm, digest, signature);
}

}  // namespace signet::nss

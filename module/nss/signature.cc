#include "nss/signature.h"

#include <pk11pub.h>
#include <secerr.h>

#include <algorithm>
#include <array>
#include <limits>

#include "nss/error.h"
#include "nss/oids.h"
#include "nss/quick_der.h"
#include "nss/signature_mechanism.h"

namespace signet::nss {
namespace {

Reason Unsupported(std::string algorithm, std::string diagnostic) {
  return MakeReason(ReasonCode::kAlgorithmUnsupported)
      .With("algorithm", std::move(algorithm))
      .Because(std::move(diagnostic));
}

Reason Mismatch(std::string diagnostic) {
  return MakeReason(ReasonCode::kSignatureMismatch).Because(std::move(diagnostic));
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
  SIGNET_ASSIGN(CK_RSA_PKCS_PSS_PARAMS parameters, PssMechanism(key, algorithm));
  const SECItem parameters_item{siBuffer, reinterpret_cast<unsigned char*>(&parameters),
                                sizeof(parameters)};
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

Result<void> VerifyPure(const PublicKey& key, const SignatureAlgorithm& algorithm, ByteView data,
                        ByteView signature) {
  if (signature.size() != PureSignatureOctets(key)) {
    return Mismatch("a signature of " + std::to_string(signature.size()) + " octets");
  }
  SIGNET_ASSIGN(const CK_MECHANISM_TYPE mechanism, PureMechanism(key, algorithm));
  if (data.size() > std::numeric_limits<unsigned int>::max()) {
    return MakeReason(ReasonCode::kLimitExceeded).With("limit", "signed-octets");
  }
  SIGNET_ASSIGN(const UniquePublicKey handle, key.Import());
  return Ask(algorithm, *handle, mechanism, nullptr, data, signature);
}

}  // namespace

Result<void> VerifyDigest(const PublicKey& key, const SignatureAlgorithm& algorithm,
                          ByteView digest, ByteView signature) {
  if (!algorithm.digest || digest.size() != DigestOctets(*algorithm.digest)) {
    return MakeReason(ReasonCode::kInvalidRequest).Because("a digest of another algorithm");
  }
  SIGNET_TRY(CheckFits(key, algorithm));
  const bool rsa = algorithm.scheme == SignatureScheme::kRsaPkcs1 ||
                   algorithm.scheme == SignatureScheme::kRsaPss;
  return rsa ? VerifyRsa(key, algorithm, digest, signature)
             : VerifyPair(key, algorithm, digest, signature);
}

Result<void> VerifyData(const PublicKey& key, const SignatureAlgorithm& algorithm, ByteView data,
                        ByteView signature) {
  SIGNET_TRY(CheckFits(key, algorithm));
  if (!algorithm.digest) {
    return VerifyPure(key, algorithm, data, signature);
  }
  SIGNET_ASSIGN(const Bytes digest, ComputeDigest(*algorithm.digest, data));
  return VerifyDigest(key, algorithm, digest, signature);
}

}  // namespace signet::nss

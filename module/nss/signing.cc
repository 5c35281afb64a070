#include "nss/signing.h"

#include <cryptohi.h>
#include <pk11pub.h>
#include <secerr.h>

#include <limits>
#include <string>
#include <utility>

#include "nss/error.h"
#include "nss/quick_der.h"
#include "nss/signature_mechanism.h"
#include "nss/token.h"

namespace signet::nss {
namespace {

Reason Failed(SECKEYPrivateKey* key) {
  const std::string failure = Failure("PK11_SignWithMechanism");
  const auto error = PORT_GetError();
  if (auto gone = WhyOutOfReach(key)) {
    return *std::move(gone);
  }
  switch (error) {
    case SEC_ERROR_INVALID_ALGORITHM:
    case SEC_ERROR_NO_MODULE:
    case SEC_ERROR_UNSUPPORTED_ELLIPTIC_CURVE:
      return MakeReason(ReasonCode::kAlgorithmUnsupported).Because(failure);
    default:
      return MakeReason(ReasonCode::kSigningFailed).Because(failure);
  }
}

// Asks the key's token for a signature of at most `octets`. `parameters` may be null.
Result<Bytes> Ask(const SignatureAlgorithm& algorithm, SECKEYPrivateKey* key,
                  CK_MECHANISM_TYPE mechanism, const SECItem* parameters, ByteView input,
                  std::size_t octets) {
  Bytes signature(octets);
  SECItem signature_item = {siBuffer, signature.data(), static_cast<unsigned>(signature.size())};
  const SECItem input_item = Borrow(input);
  if (PK11_SignWithMechanism(key, mechanism, parameters, &signature_item, &input_item) !=
      SECSuccess) {
    return Failed(key).With("algorithm", algorithm.Name());
  }
  signature.resize(signature_item.len);
  return signature;
}

Result<Bytes> SignRsa(SECKEYPrivateKey* key, const PublicKey& public_key,
                      const SignatureAlgorithm& algorithm, ByteView digest) {
  const std::size_t octets = public_key.modulus_octets();
  Result<Bytes> signature = Bytes{};
  if (algorithm.scheme == SignatureScheme::kRsaPkcs1) {
    signature =
        Ask(algorithm, key, CKM_RSA_PKCS, nullptr, DigestInfo(*algorithm.digest, digest), octets);
  } else {
    SIGNET_ASSIGN(CK_RSA_PKCS_PSS_PARAMS parameters, PssMechanism(public_key, algorithm));
    const SECItem item{siBuffer, reinterpret_cast<unsigned char*>(&parameters), sizeof(parameters)};
    signature = Ask(algorithm, key, CKM_RSA_PKCS_PSS, &item, digest, octets);
  }
  if (signature && signature->size() != octets) {
    return MakeReason(ReasonCode::kSigningFailed).Because("a signature of another length");
  }
  return signature;
}

Result<Bytes> SignEc(SECKEYPrivateKey* key, const PublicKey& public_key,
                     const SignatureAlgorithm& algorithm, ByteView digest) {
  const std::size_t octets = 2 * ((public_key.bits() + 7) / 8);
  SIGNET_ASSIGN(const Bytes flat, Ask(algorithm, key, CKM_ECDSA, nullptr, digest, octets));
  if (flat.size() != octets) {
    return MakeReason(ReasonCode::kSigningFailed).Because("a signature of another length");
  }
  SECItem flat_item = Borrow(flat);
  const UniqueItem der(SECITEM_AllocItem(nullptr, nullptr, 0));
  if (!der || DSAU_EncodeDerSigWithLen(der.get(), &flat_item, static_cast<unsigned>(octets)) !=
                  SECSuccess) {
    return MakeReason(ReasonCode::kInternal).Because(Failure("DSAU_EncodeDerSigWithLen"));
  }
  return ToBytes(View(*der));
}

Result<void> CheckWritten(const PublicKey& key, const SignatureAlgorithm& algorithm) {
  SIGNET_TRY(CheckFits(key, algorithm));
  if (algorithm.scheme == SignatureScheme::kDsa ||
      (algorithm.digest && IsWeakDigest(*algorithm.digest))) {
    return MakeReason(ReasonCode::kAlgorithmRefused).With("algorithm", algorithm.Name());
  }
  if (algorithm.digest && !IsAvailable(*algorithm.digest)) {
    return MakeReason(ReasonCode::kAlgorithmUnsupported).With("algorithm", algorithm.Name());
  }
  return {};
}

}  // namespace

Result<Bytes> SignDigest(SECKEYPrivateKey* key, const PublicKey& public_key,
                         const SignatureAlgorithm& algorithm, ByteView digest) {
  if (!algorithm.digest || digest.size() != DigestOctets(*algorithm.digest)) {
    return MakeReason(ReasonCode::kInvalidRequest).Because("a digest of another algorithm");
  }
  SIGNET_TRY(CheckWritten(public_key, algorithm));
  return algorithm.scheme == SignatureScheme::kEcdsa ? SignEc(key, public_key, algorithm, digest)
                                                     : SignRsa(key, public_key, algorithm, digest);
}

Result<Bytes> SignData(SECKEYPrivateKey* key, const PublicKey& public_key,
                       const SignatureAlgorithm& algorithm, ByteView data) {
  SIGNET_TRY(CheckWritten(public_key, algorithm));
  if (algorithm.digest) {
    SIGNET_ASSIGN(const Bytes digest, ComputeDigest(*algorithm.digest, data));
    return SignDigest(key, public_key, algorithm, digest);
  }
  SIGNET_ASSIGN(const CK_MECHANISM_TYPE mechanism, PureMechanism(public_key, algorithm));
  if (data.size() > std::numeric_limits<unsigned>::max()) {
    return MakeReason(ReasonCode::kLimitExceeded).With("limit", "signed-octets");
  }
  return Ask(algorithm, key, mechanism, nullptr, data, PureSignatureOctets(public_key));
}

}  // namespace signet::nss

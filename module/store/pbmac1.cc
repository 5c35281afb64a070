#include "store/pbmac1.h"

#include <pk11pub.h>
#include <secoid.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "asn1/der_reader.h"
#include "asn1/oids.h"
#include "base/limits.h"
#include "base/oid.h"
#include "nss/error.h"
#include "nss/owners.h"
#include "nss/quick_der.h"

namespace signet::store {
namespace {

namespace oid = asn1::oid;
using asn1::DerReader;

// How NSS calls a hash function as the one of PBKDF2 and of HMAC.
struct Hash {
  Oid hmac_oid;
  SECOidTag derivation;
  CK_MECHANISM_TYPE hmac;
  std::size_t octets;
};
constexpr std::array<Hash, 5> kHashes = {{
    {oid::kHmacSha1, SEC_OID_HMAC_SHA1, CKM_SHA_1_HMAC, 20},
    {oid::kHmacSha224, SEC_OID_HMAC_SHA224, CKM_SHA224_HMAC, 28},
    {oid::kHmacSha256, SEC_OID_HMAC_SHA256, CKM_SHA256_HMAC, 32},
    {oid::kHmacSha384, SEC_OID_HMAC_SHA384, CKM_SHA384_HMAC, 48},
    {oid::kHmacSha512, SEC_OID_HMAC_SHA512, CKM_SHA512_HMAC, 64},
}};

// The hash function of an AlgorithmIdentifier whose parameters are NULL or absent.
Result<const Hash*> ReadHash(DerReader identifier) {
  SIGNET_ASSIGN(const ByteView algorithm, identifier.ReadOid());
  const auto* const hash =
      std::ranges::find_if(kHashes, [&](const Hash& known) { return algorithm == known.hmac_oid; });
  if (hash == kHashes.end()) {
    return MakeReason(ReasonCode::kAlgorithmUnsupported)
        .With("algorithm", "PBMAC1, " + DottedText(algorithm))
        .With("oid", DottedText(algorithm));
  }
  return hash;
}

struct Parameters {
  ByteView salt;
  std::uint64_t iterations = 0;
  std::uint64_t key_octets = 0;
  const Hash* derivation = kHashes.data();  // HMAC with SHA-1 is the default
  const Hash* mac = nullptr;
};

// PBKDF2-params (RFC 8018, appendix A.2).
Result<void> ReadDerivation(DerReader identifier, Parameters& result) {
  constexpr std::uint64_t kLeastKeyOctets = 20;  // RFC 9579, section 9
  SIGNET_ASSIGN(const ByteView function, identifier.ReadOid());
  if (!(function == oid::kPbkdf2)) {
    return MakeReason(ReasonCode::kAlgorithmUnsupported)
        .With("algorithm", "PBMAC1, " + DottedText(function))
        .With("oid", DottedText(function));
  }
  SIGNET_ASSIGN(DerReader parameters, identifier.ReadSequence());
  SIGNET_ASSIGN(result.salt, parameters.ReadOctetString());
  SIGNET_ASSIGN(result.iterations, parameters.ReadUnsigned());
  SIGNET_ASSIGN(result.key_octets, parameters.ReadUnsigned());
  if (!parameters.AtEnd()) {
    SIGNET_ASSIGN(result.derivation, ReadHash(*parameters.ReadSequence()));
  }
  if (result.iterations == 0 || result.key_octets < kLeastKeyOctets ||
      result.key_octets > kHashes.back().octets) {
    return Malformed("", "the parameters of PBMAC1");
  }
  if (result.iterations > limits::kPkcs12Iterations) {
    return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kPkcs12Iterations");
  }
  return {};
}

Result<Parameters> ReadParameters(ByteView der) {
  Parameters parameters;
  DerReader outer(der);
  SIGNET_ASSIGN(DerReader sequence, outer.ReadSequence());
  SIGNET_ASSIGN(const DerReader derivation, sequence.ReadSequence());
  SIGNET_TRY(ReadDerivation(derivation, parameters));
  SIGNET_ASSIGN(const DerReader mac, sequence.ReadSequence());
  SIGNET_ASSIGN(parameters.mac, ReadHash(mac));
  return parameters;
}

Result<nss::UniqueSymmetricKey> DeriveKey(const Parameters& parameters, ByteView password) {
  SECItem salt = nss::Borrow(parameters.salt);
  SECItem secret = nss::Borrow(password);
  // PBKDF2 by itself gives no key that authenticates; softoken makes one of PBMAC1 only.
  const nss::UniqueAlgorithm algorithm(PK11_CreatePBEV2AlgorithmID(
      SEC_OID_PKCS5_PBMAC1, parameters.mac->derivation, parameters.derivation->derivation,
      static_cast<int>(parameters.key_octets), static_cast<int>(parameters.iterations), &salt));
  const nss::UniqueSlot slot(PK11_GetInternalSlot());
  nss::UniqueSymmetricKey key(
      slot == nullptr || algorithm == nullptr
          ? nullptr
          : PK11_PBEKeyGen(slot.get(), algorithm.get(), &secret, PR_FALSE, nullptr));
  if (key == nullptr) {
    return MakeReason(ReasonCode::kInternal).Because(nss::Failure("PK11_PBEKeyGen"));
  }
  return key;
}

}  // namespace

Result<Bytes> ComputePbmac1(ByteView parameters, ByteView authenticated, ByteView password) {
  SIGNET_ASSIGN(const Parameters read, ReadParameters(parameters));
  SIGNET_ASSIGN(const nss::UniqueSymmetricKey key, DeriveKey(read, password));
  const SECItem none = {siBuffer, nullptr, 0};
  const nss::UniqueContext context(
      PK11_CreateContextBySymKey(read.mac->hmac, CKA_SIGN, key.get(), &none));
  Bytes value(read.mac->octets);
  unsigned length = 0;
  if (context == nullptr || PK11_DigestBegin(context.get()) != SECSuccess ||
      PK11_DigestOp(context.get(), authenticated.data(),
                    static_cast<unsigned>(authenticated.size())) != SECSuccess ||
      PK11_DigestFinal(context.get(), value.data(), &length, static_cast<unsigned>(value.size())) !=
          SECSuccess) {
    return MakeReason(ReasonCode::kInternal).Because(nss::Failure("HMAC"));
  }
  value.resize(length);
  return value;
}

}  // namespace signet::store

#include "nss/rsa_mechanisms.h"

namespace signet::nss {
namespace {

// SHA-3 (PKCS #11 3.0): NSS 3.87's headers have the digests but not these.
constexpr CK_RSA_PKCS_MGF_TYPE kMgf1Sha3_224 = 0x06;
constexpr CK_RSA_PKCS_MGF_TYPE kMgf1Sha3_256 = 0x07;
constexpr CK_RSA_PKCS_MGF_TYPE kMgf1Sha3_384 = 0x08;
constexpr CK_RSA_PKCS_MGF_TYPE kMgf1Sha3_512 = 0x09;

}  // namespace

RsaMechanisms RsaMechanismsOf(DigestAlgorithm digest) {
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
      return {CKM_SHA3_224, kMgf1Sha3_224};
    case DigestAlgorithm::kSha3_256:
      return {CKM_SHA3_256, kMgf1Sha3_256};
    case DigestAlgorithm::kSha3_384:
      return {CKM_SHA3_384, kMgf1Sha3_384};
    case DigestAlgorithm::kSha3_512:
      return {CKM_SHA3_512, kMgf1Sha3_512};
  }
  return {CKM_INVALID_MECHANISM, 0};
}

}  // namespace signet::nss

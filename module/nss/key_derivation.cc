#include "nss/key_derivation.h"

#include <pk11pub.h>

#include <string>

#include "nss/quick_der.h"

namespace signet::nss {
namespace {

// The mechanism of the digest alone, which HKDF takes as its hash.
CK_MECHANISM_TYPE DigestMechanism(DigestAlgorithm digest) {
  switch (digest) {
    case DigestAlgorithm::kSha1:
      return CKM_SHA_1;
    case DigestAlgorithm::kSha224:
      return CKM_SHA224;
    case DigestAlgorithm::kSha256:
      return CKM_SHA256;
    case DigestAlgorithm::kSha384:
      return CKM_SHA384;
    case DigestAlgorithm::kSha512:
      return CKM_SHA512;
    default:
      return CKM_INVALID_MECHANISM;
  }
}

}  // namespace

KeyUse UseForHkdf(std::size_t octets) {
  return {CKM_HKDF_DERIVE, CKA_DERIVE, octets};
}

Result<UniqueSymmetricKey> HkdfDerive(PK11SymKey* secret, DigestAlgorithm digest, ByteView salt,
                                      ByteView info, const KeyUse& use) {
  const CK_MECHANISM_TYPE hash = DigestMechanism(digest);
  if (hash == CKM_INVALID_MECHANISM || PK11_TokenExists(CKM_HKDF_DERIVE) != PR_TRUE) {
    return MakeReason(ReasonCode::kAlgorithmUnsupported)
        .With("algorithm", "HKDF with " + std::string(DigestName(digest)));
  }
  const SECItem salt_item = Borrow(salt);
  const SECItem info_item = Borrow(info);
  CK_HKDF_PARAMS parameters = {};
  parameters.bExtract = CK_TRUE;
  parameters.bExpand = CK_TRUE;
  parameters.prfHashMechanism = hash;
  parameters.ulSaltType = salt.empty() ? CKF_HKDF_SALT_NULL : CKF_HKDF_SALT_DATA;
  parameters.pSalt = salt_item.data;
  parameters.ulSaltLen = salt_item.len;
  parameters.pInfo = info_item.data;
  parameters.ulInfoLen = info_item.len;
  SECItem item = {siBuffer, reinterpret_cast<unsigned char*>(&parameters), sizeof(parameters)};
  UniqueSymmetricKey key(PK11_Derive(secret, CKM_HKDF_DERIVE, &item, use.mechanism, use.operation,
                                     static_cast<int>(use.octets)));
  if (!key) {
    return MakeReason(ReasonCode::kDecryptionFailed);
  }
  return key;
}

}  // namespace signet::nss

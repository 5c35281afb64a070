#include "nss/key_encapsulation.h"

#include <dlfcn.h>
#include <pk11pub.h>

#include "nss/error.h"
#include "nss/quick_der.h"

namespace signet::nss {
namespace {

// PK11_Decapsulate came after NSS 3.87, whose headers Signet is compiled with.
using DecapsulateFunction = SECStatus (*)(SECKEYPrivateKey* key, const SECItem* ciphertext,
                                          CK_MECHANISM_TYPE target, PK11AttrFlags attributes,
                                          CK_FLAGS operations, PK11SymKey** secret);

using EncapsulateFunction = SECStatus (*)(SECKEYPublicKey* key, CK_MECHANISM_TYPE target,
                                          PK11AttrFlags attributes, CK_FLAGS operations,
                                          PK11SymKey** secret, SECItem** ciphertext);

DecapsulateFunction FindDecapsulate() {
  static const auto kFunction =
      reinterpret_cast<DecapsulateFunction>(dlsym(RTLD_DEFAULT, "PK11_Decapsulate"));
  return kFunction;
}

}  // namespace

bool HasKeyEncapsulation() {
  return FindDecapsulate() != nullptr;
}

Result<UniqueSymmetricKey> Decapsulate(SECKEYPrivateKey* key, ByteView ciphertext) {
  const DecapsulateFunction decapsulate = FindDecapsulate();
  if (decapsulate == nullptr) {
    return MakeReason(ReasonCode::kAlgorithmUnsupported).With("algorithm", "ML-KEM");
  }
  const SECItem item = Borrow(ciphertext);
  PK11SymKey* secret = nullptr;
  if (decapsulate(key, &item, CKM_HKDF_DERIVE, PK11_ATTR_INSENSITIVE, CKF_DERIVE, &secret) !=
      SECSuccess) {
    return MakeReason(ReasonCode::kDecryptionFailed);
  }
  return UniqueSymmetricKey(secret);
}

Result<Encapsulated> Encapsulate(const PublicKey& recipient) {
  static const auto kEncapsulate =
      reinterpret_cast<EncapsulateFunction>(dlsym(RTLD_DEFAULT, "PK11_Encapsulate"));
  if (kEncapsulate == nullptr) {
    return MakeReason(ReasonCode::kAlgorithmUnsupported).With("algorithm", recipient.Name());
  }
  SIGNET_ASSIGN(const UniquePublicKey handle, recipient.Import());
  // PK11_Encapsulate takes the key where it is, and crashes if it is on no token yet.
  const UniqueSlot slot(PK11_GetInternalSlot());
  if (PK11_ImportPublicKey(slot.get(), handle.get(), PR_FALSE) == CK_INVALID_HANDLE) {
    return MakeReason(ReasonCode::kEncryptionFailed).Because(Failure("PK11_ImportPublicKey"));
  }
  PK11SymKey* secret = nullptr;
  SECItem* ciphertext = nullptr;
  if (kEncapsulate(handle.get(), CKM_HKDF_DERIVE, PK11_ATTR_INSENSITIVE, CKF_DERIVE, &secret,
                   &ciphertext) != SECSuccess) {
    return MakeReason(ReasonCode::kEncryptionFailed).Because(Failure("PK11_Encapsulate"));
  }
  const UniqueItem owner(ciphertext);
  return Encapsulated{UniqueSymmetricKey(secret), ToBytes(View(*owner))};
}

}  // namespace signet::nss

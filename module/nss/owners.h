// Owners (RAII) for every NSS and NSPR handle that Signet holds.
//
// NSS hands out reference-counted pointers that the caller must give back with the right function.
// No room keeps such a pointer bare: it takes it into one of these owners in the same statement
// that received it. Passing `T*` (from get()) to a function lends it for the call.
//
// Threading: the handles themselves may be used from several threads as NSS says; an owner is an
// ordinary value and is not shared between threads without a lock.
#ifndef SIGNET_NSS_OWNERS_H_
#define SIGNET_NSS_OWNERS_H_

#include <cert.h>
#include <certdb.h>
#include <certt.h>
#include <keyhi.h>
#include <pk11pub.h>
#include <prmem.h>
#include <sechash.h>
#include <secitem.h>
#include <secmod.h>
#include <secport.h>

#include <memory>

namespace signet::nss {

// Calls one NSS function on a handle, whatever it returns.
template <auto kFunction>
struct Release {
  template <typename T>
  void operator()(T* handle) const noexcept {
    static_cast<void>(kFunction(handle));
  }
};

// Release functions that need a second argument. Zeroing ones are used wherever a secret can be.
inline void FreeArena(PLArenaPool* arena) {
  PORT_FreeArena(arena, PR_FALSE);
}
inline void FreeSecretArena(PLArenaPool* arena) {
  PORT_FreeArena(arena, PR_TRUE);
}
inline void FreeItem(SECItem* item) {
  SECITEM_FreeItem(item, PR_TRUE);
}
inline void FreeSecretItem(SECItem* item) {
  SECITEM_ZfreeItem(item, PR_TRUE);
}
inline void FreeContext(PK11Context* context) {
  PK11_DestroyContext(context, PR_TRUE);
}
inline void FreeAlgorithm(SECAlgorithmID* algorithm) {
  SECOID_DestroyAlgorithmID(algorithm, PR_TRUE);
}
inline void FreePort(void* memory) {
  PORT_Free(memory);
}
inline void FreeModule(SECMODModule* module) {
  SECMOD_DestroyModule(module);
}

// Certificates.
using UniqueCertificate = std::unique_ptr<CERTCertificate, Release<CERT_DestroyCertificate>>;
using UniqueCertificateList = std::unique_ptr<CERTCertList, Release<CERT_DestroyCertList>>;
using UniqueCertificateRequest =
    std::unique_ptr<CERTCertificateRequest, Release<CERT_DestroyCertificateRequest>>;
using UniqueName = std::unique_ptr<CERTName, Release<CERT_DestroyName>>;
using UniqueSignedCrl = std::unique_ptr<CERTSignedCrl, Release<SEC_DestroyCrl>>;

// Keys.
using UniquePublicKey = std::unique_ptr<SECKEYPublicKey, Release<SECKEY_DestroyPublicKey>>;
using UniquePrivateKey = std::unique_ptr<SECKEYPrivateKey, Release<SECKEY_DestroyPrivateKey>>;
using UniquePrivateKeyList =
    std::unique_ptr<SECKEYPrivateKeyList, Release<SECKEY_DestroyPrivateKeyList>>;
using UniqueSymmetricKey = std::unique_ptr<PK11SymKey, Release<PK11_FreeSymKey>>;
using UniqueSubjectPublicKeyInfo =
    std::unique_ptr<CERTSubjectPublicKeyInfo, Release<SECKEY_DestroySubjectPublicKeyInfo>>;

// Tokens and what runs on them.
using UniqueSlot = std::unique_ptr<PK11SlotInfo, Release<PK11_FreeSlot>>;
using UniqueSlotList = std::unique_ptr<PK11SlotList, Release<PK11_FreeSlotList>>;
using UniqueContext = std::unique_ptr<PK11Context, Release<FreeContext>>;
using UniqueHash = std::unique_ptr<HASHContext, Release<HASH_Destroy>>;
using UniqueModule = std::unique_ptr<SECMODModule, Release<FreeModule>>;
using UniqueGenericObjects =
    std::unique_ptr<PK11GenericObject, Release<PK11_DestroyGenericObjects>>;
using UniqueGenericObject = std::unique_ptr<PK11GenericObject, Release<PK11_DestroyGenericObject>>;

// Memory. UniqueItem owns the SECItem and its data, both from NSS's allocator.
using UniqueArena = std::unique_ptr<PLArenaPool, Release<FreeArena>>;
using UniqueSecretArena = std::unique_ptr<PLArenaPool, Release<FreeSecretArena>>;
using UniqueItem = std::unique_ptr<SECItem, Release<FreeItem>>;
using UniqueSecretItem = std::unique_ptr<SECItem, Release<FreeSecretItem>>;
using UniqueAlgorithm = std::unique_ptr<SECAlgorithmID, Release<FreeAlgorithm>>;
// A string allocated by NSS or NSPR (PORT_Alloc and PR_Malloc are the same heap).
using UniqueText = std::unique_ptr<char, Release<FreePort>>;

}  // namespace signet::nss

#endif  // SIGNET_NSS_OWNERS_H_

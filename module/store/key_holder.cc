#include "store/key_holder.h"

#include <keyhi.h>

#include <algorithm>
#include <memory>

#include "nss/certificate_object.h"
#include "nss/quick_der.h"
#include "nss/token.h"

namespace signet::store {
namespace {

using UniquePublicKeyList =
    std::unique_ptr<SECKEYPublicKeyList, nss::Release<SECKEY_DestroyPublicKeyList>>;

bool Holds(PK11SlotInfo* slot, const pkix::Certificate& certificate) {
  return nss::IsLocked(slot) ? HasPublicKey(slot, certificate)
                             : FindPrivateKey(slot, certificate) != nullptr;
}

}  // namespace

bool HasPublicKey(PK11SlotInfo* slot, const pkix::Certificate& certificate) {
  const ByteView wanted = certificate.spki();
  const UniquePublicKeyList list(PK11_ListPublicKeysInSlot(slot, nullptr));
  if (list == nullptr) {
    return false;
  }
  for (const PRCList* link = list->list.next; link != &list->list; link = link->next) {
    // NSS's lists begin their nodes with the link.
    const auto* node = reinterpret_cast<const SECKEYPublicKeyListNode*>(link);  // NOLINT
    const nss::UniqueItem spki(SECKEY_EncodeDERSubjectPublicKeyInfo(node->key));
    if (spki != nullptr && Equal(nss::View(*spki), wanted)) {
      return true;
    }
  }
  return false;
}

nss::UniquePrivateKey FindPrivateKey(PK11SlotInfo* slot, const pkix::Certificate& certificate) {
  const auto with_id = [slot](const Bytes& id) {
    SECItem item = nss::Borrow(id);
    return nss::UniquePrivateKey(PK11_FindKeyByKeyID(slot, &item, nullptr));
  };
  // Cards number keys as they like, and the certificate beside the key has the same number.
  for (const nss::TokenCertificate& found :
       nss::FindCertificates(slot, {.der = certificate.der()})) {
    if (nss::UniquePrivateKey key = with_id(found.id); key != nullptr) {
      return key;
    }
  }
  if (!certificate.public_key()) {
    return nullptr;
  }
  const auto public_key = certificate.public_key()->Import();
  if (!public_key) {
    return nullptr;
  }
  return with_id(nss::KeyId(**public_key));
}

nss::UniqueSlot KeyHolder(const pkix::Certificate& certificate) {
  for (nss::UniqueSlot& slot : nss::AllTokens()) {
    if (PK11_HasRootCerts(slot.get()) == PR_FALSE && Holds(slot.get(), certificate)) {
      return std::move(slot);
    }
  }
  return nullptr;
}

Result<void> UnlockHolders(std::span<const pkix::CertificatePtr> certificates) {
  const auto is_locked_card = [](const nss::UniqueSlot& slot) {
    return PK11_IsInternal(slot.get()) == PR_FALSE && nss::IsLocked(slot.get());
  };
  if (!std::ranges::any_of(nss::AllTokens(), is_locked_card)) {
    return {};
  }
  for (const pkix::CertificatePtr& certificate : certificates) {
    const nss::UniqueSlot holder = KeyHolder(*certificate);
    if (holder != nullptr && is_locked_card(holder)) {
      SIGNET_TRY(nss::Unlock(holder.get()));
    }
  }
  return {};
}

}  // namespace signet::store

#include "nss/certificate_object.h"

#include <array>
#include <cstddef>
#include <set>
#include <span>
#include <utility>

#include "nss/owners.h"
#include "nss/pkcs11_session.h"
#include "nss/quick_der.h"
#include "nss/token.h"

namespace signet::nss {
namespace {

// PKCS #11 takes its inputs through the same type that it writes outputs to.
CK_ATTRIBUTE Attribute(CK_ATTRIBUTE_TYPE type, ByteView value) {
  return Session::Attribute(type, const_cast<std::uint8_t*>(value.data()), value.size());  // NOLINT
}

// All objects of a token like this.
std::vector<CK_OBJECT_HANDLE> FindObjects(const Session& session, std::span<CK_ATTRIBUTE> wanted) {
  constexpr std::size_t kAtOnce = 256;
  std::vector<CK_OBJECT_HANDLE> objects;
  const CK_FUNCTION_LIST& functions = session.functions();
  if (functions.C_FindObjectsInit(session.handle(), wanted.data(), wanted.size()) != CKR_OK) {
    return objects;
  }
  CK_ULONG count = 0;
  do {
    const std::size_t before = objects.size();
    objects.resize(before + kAtOnce);
    count = 0;
    if (functions.C_FindObjects(session.handle(), &objects[before], kAtOnce, &count) != CKR_OK) {
      count = 0;
    }
    objects.resize(before + count);
  } while (count > 0);
  functions.C_FindObjectsFinal(session.handle());
  return objects;
}

// CKA_ID of all keys of a class.
std::set<Bytes> KeyIds(const Session& session, CK_OBJECT_CLASS kind) {
  std::array wanted = {Session::Attribute(CKA_CLASS, &kind, sizeof kind)};
  std::set<Bytes> ids;
  for (const CK_OBJECT_HANDLE key : FindObjects(session, wanted)) {
    if (Bytes id; session.Read(key, CKA_ID, id) && !id.empty()) {
      ids.insert(std::move(id));
    }
  }
  return ids;
}

// Modules that do not lock by themselves are called under NSS's locks only.
bool LocksItself(PK11SlotInfo* token) {
  const SECMODModule* const module = PK11_GetModule(token);
  return module != nullptr && module->isThreadSafe == PR_TRUE;
}

std::vector<TokenCertificate> ListThroughNss(PK11SlotInfo* token) {
  std::vector<TokenCertificate> certificates;
  const UniqueCertificateList list(PK11_ListCertsInSlot(token));
  for (CERTCertificate* element : Elements(list.get())) {
    certificates.push_back(
        {.der = ToBytes(View(element->derCert)), .own = CERT_IsUserCert(element) == PR_TRUE});
  }
  return certificates;
}

}  // namespace

std::vector<CERTCertificate*> Elements(const CERTCertList* list) {
  std::vector<CERTCertificate*> elements;
  if (list == nullptr) {
    return elements;
  }
  for (const PRCList* link = list->list.next; link != &list->list; link = link->next) {
    // NSS's lists begin their nodes with the link.
    elements.push_back(reinterpret_cast<const CERTCertListNode*>(link)->cert);  // NOLINT
  }
  return elements;
}

std::vector<TokenCertificate> ListCertificates(PK11SlotInfo* token) {
  if (!LocksItself(token)) {
    return ListThroughNss(token);
  }
  std::vector<TokenCertificate> certificates;
  const Session session(token);
  if (!session.IsOpen()) {
    return certificates;
  }
  CK_OBJECT_CLASS kind = CKO_CERTIFICATE;
  CK_BBOOL stored = CK_TRUE;
  std::array wanted = {Session::Attribute(CKA_CLASS, &kind, sizeof kind),
                       Session::Attribute(CKA_TOKEN, &stored, sizeof stored)};
  const std::set<Bytes> keys = KeyIds(session, IsLocked(token) ? CKO_PUBLIC_KEY : CKO_PRIVATE_KEY);
  for (const CK_OBJECT_HANDLE object : FindObjects(session, wanted)) {
    TokenCertificate certificate;
    if (session.Read(object, CKA_VALUE, certificate.der)) {
      Bytes id;
      certificate.own = !keys.empty() && session.Read(object, CKA_ID, id) && keys.contains(id);
      certificates.push_back(std::move(certificate));
    }
  }
  return certificates;
}

Bytes KeyId(const SECKEYPublicKey& key) {
  const bool rsa = key.keyType == rsaKey || key.keyType == rsaPssKey;
  SECItem index = rsa ? key.u.rsa.modulus : key.u.ec.publicValue;
  // The token makes its number of an RSA key from the modulus without the sign octet of its DER.
  while (rsa && index.len > 0 && *index.data == 0) {
    ++index.data;
    --index.len;
  }
  const UniqueItem id(PK11_MakeIDFromPubKey(&index));
  return id == nullptr ? Bytes() : ToBytes(View(*id));
}

bool HasCertificate(PK11SlotInfo* token, ByteView der) {
  const Session session(token);
  if (!session.IsOpen()) {
    return false;
  }
  CK_OBJECT_CLASS kind = CKO_CERTIFICATE;
  CK_BBOOL stored = CK_TRUE;
  std::array wanted = {Session::Attribute(CKA_CLASS, &kind, sizeof kind),
                       Session::Attribute(CKA_TOKEN, &stored, sizeof stored),
                       Attribute(CKA_VALUE, der)};
  return !FindObjects(session, wanted).empty();
}

CK_RV CreateCertificate(PK11SlotInfo* token, const CertificateObject& certificate) {
  const Session session(token, CKF_RW_SESSION);
  if (!session.IsOpen()) {
    return CKR_TOKEN_WRITE_PROTECTED;
  }
  const bool with_address = PK11_IsInternal(token) == PR_TRUE && !certificate.address.empty();
  CK_OBJECT_CLASS kind = CKO_CERTIFICATE;
  CK_CERTIFICATE_TYPE type = CKC_X_509;
  CK_BBOOL stored = CK_TRUE;
  // The address last: not every certificate has one, and cards do not know this attribute of NSS's.
  std::array wanted = {Session::Attribute(CKA_CLASS, &kind, sizeof kind),
                       Session::Attribute(CKA_TOKEN, &stored, sizeof stored),
                       Session::Attribute(CKA_CERTIFICATE_TYPE, &type, sizeof type),
                       Attribute(CKA_ID, certificate.key_id),
                       Attribute(CKA_LABEL, AsBytes(certificate.nickname)),
                       Attribute(CKA_VALUE, certificate.der),
                       Attribute(CKA_ISSUER, certificate.issuer),
                       Attribute(CKA_SUBJECT, certificate.subject),
                       Attribute(CKA_SERIAL_NUMBER, certificate.serial),
                       Attribute(CKA_NSS_EMAIL, AsBytes(certificate.address))};
  const std::size_t count = wanted.size() - (with_address ? 0 : 1);
  CK_OBJECT_HANDLE made = CK_INVALID_HANDLE;
  return session.functions().C_CreateObject(session.handle(), wanted.data(), count, &made);
}

}  // namespace signet::nss

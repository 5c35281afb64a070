#include "nss/certificate_object.h"

#include <algorithm>
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

// PKCS #11 takes its inputs through the same type that it writes outputs to.
CK_ATTRIBUTE Attribute(CK_ATTRIBUTE_TYPE type, ByteView value) {
  return Session::Attribute(type, const_cast<std::uint8_t*>(value.data()), value.size());  // NOLINT
}

// The number of a key by its modulus or point. The token makes that of an RSA key from the modulus
// without the sign octet of its DER.
Bytes KeyId(ByteView number, bool is_rsa) {
  while (is_rsa && !number.empty() && number.front() == 0) {
    number = number.subspan(1);
  }
  SECItem index = Borrow(number);
  const UniqueItem id(PK11_MakeIDFromPubKey(&index));
  return id == nullptr ? Bytes() : ToBytes(View(*id));
}

// A point stands in an OCTET STRING, on most tokens.
ByteView PointIn(ByteView value) {
  constexpr std::uint8_t kOctetString = 0x04;
  constexpr std::size_t kHeader = 2;
  const bool wrapped =
      value.size() > kHeader && value[0] == kOctetString && value[1] == value.size() - kHeader;
  return wrapped ? value.subspan(kHeader) : value;
}

// CKA_ID of the keys of a token. While it is locked only the public ones are seen, which may have
// another one than their private keys have: then what it would be.
std::set<Bytes> KeyIds(const Session& session, bool locked) {
  CK_OBJECT_CLASS kind = locked ? CKO_PUBLIC_KEY : CKO_PRIVATE_KEY;
  std::array wanted = {Session::Attribute(CKA_CLASS, &kind, sizeof kind)};
  std::set<Bytes> ids;
  for (const CK_OBJECT_HANDLE key : session.Find(wanted)) {
    Bytes value;
    if (session.Read(key, CKA_ID, value) && !value.empty()) {
      ids.insert(value);
    }
    if (locked && session.Read(key, CKA_MODULUS, value)) {
      ids.insert(KeyId(value, true));
    } else if (locked && session.Read(key, CKA_EC_POINT, value)) {
      ids.insert(KeyId(PointIn(value), false));
    }
  }
  return ids;
}

// Modules that do not lock by themselves are called under NSS's locks only.
bool LocksItself(PK11SlotInfo* token) {
  const SECMODModule* const module = PK11_GetModule(token);
  return module != nullptr && module->isThreadSafe == PR_TRUE;
}

// CKA_SERIAL_NUMBER has tag and length, which some cards leave away; so does NSS's own field.
bool IsSerial(ByteView stored, ByteView serial) {
  constexpr std::size_t kHeader = 2;
  return std::ranges::equal(stored, serial) ||
         (stored.size() == serial.size() + kHeader &&
          std::ranges::equal(stored.subspan(kHeader), serial));
}

bool IsAskedFor(const CERTCertificate& certificate, const CertificateQuery& query) {
  const auto fits = [](const SECItem& stored, ByteView wanted) {
    return wanted.empty() || std::ranges::equal(View(stored), wanted);
  };
  return fits(certificate.derCert, query.der) && fits(certificate.derSubject, query.subject) &&
         fits(certificate.derIssuer, query.issuer) &&
         (query.serial.empty() || IsSerial(View(certificate.serialNumber), query.serial));
}

std::vector<TokenCertificate> FindThroughNss(PK11SlotInfo* token, const CertificateQuery& query) {
  std::vector<TokenCertificate> certificates;
  const UniqueCertificateList list(PK11_ListCertsInSlot(token));
  for (CERTCertificate* element : Elements(list.get())) {
    const bool own = CERT_IsUserCert(element) == PR_TRUE;
    if (IsAskedFor(*element, query) && (own || !query.own)) {
      const UniqueItem id(PK11_GetLowLevelKeyIDForCert(token, element, nullptr));
      certificates.push_back({.der = ToBytes(View(element->derCert)),
                              .id = id == nullptr ? Bytes() : ToBytes(View(*id)),
                              .own = own});
    }
  }
  return certificates;
}

// The serial number is compared afterwards: tokens write it in two ways.
// `ids`: of the keys, for certificates of which only one's own are asked for.
std::vector<CK_OBJECT_HANDLE> FindObjects(const Session& session, const CertificateQuery& query,
                                          const std::set<Bytes>& ids) {
  CK_OBJECT_CLASS kind = CKO_CERTIFICATE;
  CK_BBOOL stored = CK_TRUE;
  std::vector<CK_ATTRIBUTE> wanted = {Session::Attribute(CKA_CLASS, &kind, sizeof kind),
                                      Session::Attribute(CKA_TOKEN, &stored, sizeof stored)};
  const auto add = [&](CK_ATTRIBUTE_TYPE type, ByteView value) {
    if (!value.empty()) {
      wanted.push_back(Attribute(type, value));
    }
  };
  add(CKA_VALUE, query.der);
  add(CKA_SUBJECT, query.subject);
  add(CKA_ISSUER, query.issuer);
  if (!query.own) {
    return session.Find(wanted);
  }
  std::vector<CK_OBJECT_HANDLE> objects;
  for (const Bytes& id : ids) {
    wanted.push_back(Attribute(CKA_ID, id));
    const std::vector<CK_OBJECT_HANDLE> found = session.Find(wanted);
    objects.insert(objects.end(), found.begin(), found.end());
    wanted.pop_back();
  }
  return objects;
}

}  // namespace

std::vector<TokenCertificate> FindCertificates(PK11SlotInfo* token, const CertificateQuery& query) {
  if (!LocksItself(token)) {
    return FindThroughNss(token, query);
  }
  std::vector<TokenCertificate> certificates;
  const Session session(token);
  if (!session.IsOpen()) {
    return certificates;
  }
  // The keys first where only what belongs to them is asked for: they are few, and certificates may
  // be very many.
  const std::set<Bytes> own = query.own ? KeyIds(session, IsLocked(token)) : std::set<Bytes>();
  for (const CK_OBJECT_HANDLE object : FindObjects(session, query, own)) {
    if (Bytes serial; !query.serial.empty() && (!session.Read(object, CKA_SERIAL_NUMBER, serial) ||
                                                !IsSerial(serial, query.serial))) {
      continue;
    }
    TokenCertificate certificate;
    if (session.Read(object, CKA_VALUE, certificate.der)) {
      static_cast<void>(session.Read(object, CKA_ID, certificate.id));
      certificates.push_back(std::move(certificate));
    }
  }
  if (!certificates.empty()) {
    const std::set<Bytes> keys = query.own ? own : KeyIds(session, IsLocked(token));
    for (TokenCertificate& certificate : certificates) {
      certificate.own = keys.contains(certificate.id);
    }
  }
  return certificates;
}

Bytes KeyId(const SECKEYPublicKey& key) {
  const bool rsa = key.keyType == rsaKey || key.keyType == rsaPssKey;
  return KeyId(View(rsa ? key.u.rsa.modulus : key.u.ec.publicValue), rsa);
}

bool HasCertificate(PK11SlotInfo* token, ByteView der) {
  const CertificateQuery query = {.der = der};
  if (!LocksItself(token)) {
    return !FindThroughNss(token, query).empty();
  }
  const Session session(token);
  return session.IsOpen() && !FindObjects(session, query, {}).empty();
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

#include "nss/certificate_object.h"

#include <array>
#include <cstddef>

#include "nss/owners.h"
#include "nss/pkcs11_session.h"
#include "nss/quick_der.h"

namespace signet::nss {
namespace {

// PKCS #11 takes its inputs through the same type that it writes outputs to.
CK_ATTRIBUTE Attribute(CK_ATTRIBUTE_TYPE type, ByteView value) {
  return Session::Attribute(type, const_cast<std::uint8_t*>(value.data()), value.size());  // NOLINT
}

}  // namespace

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
  const CK_FUNCTION_LIST& functions = session.functions();
  if (functions.C_FindObjectsInit(session.handle(), wanted.data(), wanted.size()) != CKR_OK) {
    return false;
  }
  CK_OBJECT_HANDLE found = CK_INVALID_HANDLE;
  CK_ULONG count = 0;
  const CK_RV status = functions.C_FindObjects(session.handle(), &found, 1, &count);
  functions.C_FindObjectsFinal(session.handle());
  return status == CKR_OK && count > 0;
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

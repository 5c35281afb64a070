// Certificates as objects of a PKCS #11 token.
//
// PK11_ImportCert and what else takes a CERTCertificate turns NSS's own, shared object for the
// certificate from a temporary one into a stored one. If another thread holds or asks for the same
// certificate at that moment the program can crash, and the mail program's threads store the
// certificates of the very messages that Signet judges. So Signet writes to the token itself.
#ifndef SIGNET_NSS_CERTIFICATE_OBJECT_H_
#define SIGNET_NSS_CERTIFICATE_OBJECT_H_

#include <cert.h>
#include <keyhi.h>
#include <pk11pub.h>

#include <string>
#include <vector>

#include "base/bytes.h"

namespace signet::nss {

// What a token keeps with a certificate: the attributes that PK11_ImportCert gives it. Not owned.
struct CertificateObject {
  ByteView der;
  // Names and serial number with tag and length.
  ByteView issuer;
  ByteView subject;
  ByteView serial;
  // KeyId of its key.
  ByteView key_id;
  // In lower case, by which the mail program finds it; empty: none. Only NSS's own token keeps it.
  std::string address;
  // For people, UTF-8.
  std::string nickname;
};

// KeyId gives CKA_ID, by which NSS finds the keys to a certificate and the certificates to a key.
// Empty where NSS cannot.
[[nodiscard]] Bytes KeyId(const SECKEYPublicKey& key);

// A certificate that is on a token.
struct TokenCertificate {
  Bytes der;
  // CKA_ID, by which PK11_FindKeyByKeyID finds its key.
  Bytes id;
  // The token has the private key, or while it is locked the public one, which tokens keep with it.
  bool own = false;
};

// What to look for; what is empty may be anything. Not owned.
struct CertificateQuery {
  ByteView der = {};
  // Names with tag and length.
  ByteView subject = {};
  ByteView issuer = {};
  // Without tag and length.
  ByteView serial = {};
  // Only those with `own`: found by their keys, without reading all others.
  bool own = false;
};

// FindCertificates reads the certificates of a token, all of them by default; of a locked one those
// that it shows. Asks for no password. (NSS's own functions give shared objects, see above.)
// Thread-safe.
[[nodiscard]] std::vector<TokenCertificate> FindCertificates(PK11SlotInfo* token,
                                                             const CertificateQuery& query = {});

// HasCertificate says whether a token has exactly this certificate. Asks for no password.
// Thread-safe.
[[nodiscard]] bool HasCertificate(PK11SlotInfo* token, ByteView der);

// CreateCertificate writes a certificate to a token, and gives what PKCS #11 answered: CKR_OK, or
// why the token refused it; some refuse what they have already. Thread-safe.
[[nodiscard]] CK_RV CreateCertificate(PK11SlotInfo* token, const CertificateObject& certificate);

}  // namespace signet::nss

#endif  // SIGNET_NSS_CERTIFICATE_OBJECT_H_

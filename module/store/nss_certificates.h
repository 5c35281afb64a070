// From Signet's certificates to NSS's, for the few things that NSS does with its own ones only.
#ifndef SIGNET_STORE_NSS_CERTIFICATES_H_
#define SIGNET_STORE_NSS_CERTIFICATES_H_

#include "nss/owners.h"
#include "pkix/certificate.h"

namespace signet::store {

// FindStored gives NSS's object for a certificate that is on a token or in the database; null where
// it is on none. (Never a temporary one, which CERT_NewTempCertificate would make: nss/
// certificate_object.h says why.)
[[nodiscard]] nss::UniqueCertificate FindStored(const pkix::Certificate& certificate);

}  // namespace signet::store

#endif  // SIGNET_STORE_NSS_CERTIFICATES_H_

// From NSS's certificates to Signet's, and back.
#ifndef SIGNET_STORE_NSS_CERTIFICATES_H_
#define SIGNET_STORE_NSS_CERTIFICATES_H_

#include <vector>

#include "base/result.h"
#include "nss/owners.h"
#include "pkix/certificate.h"

namespace signet::store {

// FromNss reads the octets of an NSS certificate. Reasons: those of pkix::Certificate::Parse.
[[nodiscard]] Result<pkix::CertificatePtr> FromNss(const CERTCertificate& certificate);

// FromNss reads every certificate of a list; what cannot be read (profiles hold old oddities) is
// left out. Null gives nothing.
[[nodiscard]] std::vector<pkix::CertificatePtr> FromNss(const CERTCertList* list);

// FindStored gives NSS's object for a certificate that is on a token or in the database; null where
// it is on none. (Never a temporary one, which CERT_NewTempCertificate would make: nss/
// certificate_object.h says why.)
[[nodiscard]] nss::UniqueCertificate FindStored(const pkix::Certificate& certificate);

}  // namespace signet::store

#endif  // SIGNET_STORE_NSS_CERTIFICATES_H_

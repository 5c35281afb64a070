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

// Elements lists the certificates of an NSS list, which go on belonging to it. Null gives nothing.
[[nodiscard]] std::vector<CERTCertificate*> Elements(const CERTCertList* list);

// FromNss reads every certificate of a list; what cannot be read (profiles hold old oddities) is
// left out. Null gives nothing.
[[nodiscard]] std::vector<pkix::CertificatePtr> FromNss(const CERTCertList* list);

// ToNss gives NSS's own object for a certificate: the one of a token or of the database if it is
// there, else a temporary one that NSS forgets with its last owner. Reason: certificate-malformed,
// if NSS cannot read it.
[[nodiscard]] Result<nss::UniqueCertificate> ToNss(const pkix::Certificate& certificate);

}  // namespace signet::store

#endif  // SIGNET_STORE_NSS_CERTIFICATES_H_

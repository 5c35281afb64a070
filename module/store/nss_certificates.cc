#include "store/nss_certificates.h"

#include <cert.h>

#include "nss/certificate_object.h"
#include "nss/quick_der.h"

namespace signet::store {

Result<pkix::CertificatePtr> FromNss(const CERTCertificate& certificate) {
  return pkix::Certificate::Parse({certificate.derCert.data, certificate.derCert.len});
}

std::vector<pkix::CertificatePtr> FromNss(const CERTCertList* list) {
  std::vector<pkix::CertificatePtr> certificates;
  for (const CERTCertificate* element : nss::Elements(list)) {
    if (auto certificate = FromNss(*element)) {
      certificates.push_back(*std::move(certificate));
    }
  }
  return certificates;
}

nss::UniqueCertificate FindStored(const pkix::Certificate& certificate) {
  SECItem item = nss::Borrow(certificate.der());
  return nss::UniqueCertificate(CERT_FindCertByDERCert(CERT_GetDefaultCertDB(), &item));
}

}  // namespace signet::store

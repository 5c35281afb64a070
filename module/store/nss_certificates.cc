#include "store/nss_certificates.h"

#include <cert.h>

#include "nss/quick_der.h"

namespace signet::store {

nss::UniqueCertificate FindStored(const pkix::Certificate& certificate) {
  SECItem item = nss::Borrow(certificate.der());
  return nss::UniqueCertificate(CERT_FindCertByDERCert(CERT_GetDefaultCertDB(), &item));
}

}  // namespace signet::store

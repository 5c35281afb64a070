// The certificates of a profile in the order in which people look for them, and searching them.
#ifndef SIGNET_PANEL_CERTIFICATE_LIST_H_
#define SIGNET_PANEL_CERTIFICATE_LIST_H_

#include <string>
#include <string_view>
#include <vector>

#include "idl/certificates.h"
#include "store/stored_certificates.h"

namespace signet::panel {

[[nodiscard]] idl::CertificateGroup GroupOf(const store::StoredCertificate& stored);

// CertificateList is immutable; thread-safe. Ten thousand certificates are searched in a few
// milliseconds.
class CertificateList {
 public:
  explicit CertificateList(std::vector<store::StoredCertificate> stored);

  // Search gives those of a group in which every word of the text occurs, whatever its case: in
  // name, addresses, issuer's name, serial number or fingerprint. By name, the newest of one name
  // first. Valid as long as the list.
  [[nodiscard]] std::vector<const store::StoredCertificate*> Search(idl::CertificateGroup group,
                                                                    std::string_view text) const;

  // Null: it is not there.
  [[nodiscard]] const store::StoredCertificate* Find(std::string_view sha256) const;

  [[nodiscard]] const std::vector<store::StoredCertificate>& all() const { return stored_; }

 private:
  std::vector<store::StoredCertificate> stored_;  // in order
  std::vector<std::string> haystacks_;            // of each of them
};

}  // namespace signet::panel

#endif  // SIGNET_PANEL_CERTIFICATE_LIST_H_

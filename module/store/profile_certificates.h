// The certificates that NSS knows: the profile's database, the built-in roots, cards and other
// tokens.
//
// Works on the NSS of a host and on our own alike (nss/startup.h), and only reads. Lookups by
// subject ask NSS's own index for the exact name; everything else is answered from an index that is
// built at the first question that needs it and kept until Refresh, so that no message costs a
// scan.
#ifndef SIGNET_STORE_PROFILE_CERTIFICATES_H_
#define SIGNET_STORE_PROFILE_CERTIFICATES_H_

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "nss/startup.h"
#include "pkix/certificate.h"
#include "pkix/path.h"

namespace signet::store {

// ProfileCertificates is thread-safe.
class ProfileCertificates final : public pkix::CertificateSource {
 public:
  explicit ProfileCertificates(std::shared_ptr<const nss::Runtime> runtime)
      : runtime_(std::move(runtime)) {}

  // FindBySubject gives the certificates with this subject; first by its exact octets, and if there
  // is none, by the comparison of RFC 5280, 7.1 (authorities that changed a string's encoding).
  [[nodiscard]] std::vector<pkix::CertificatePtr> FindBySubject(
      const pkix::Name& subject) const override;

  // FindByAddress gives every certificate that vouches for this address (pkix/address.h), valid or
  // not.
  [[nodiscard]] std::vector<pkix::CertificatePtr> FindByAddress(std::string_view address) const;

  // FindByIssuerAndSerial gives the certificate that is named so (RFC 5652, 10.2.4): the name with
  // tag and length, the content octets of the INTEGER.
  [[nodiscard]] std::vector<pkix::CertificatePtr> FindByIssuerAndSerial(ByteView issuer,
                                                                        ByteView serial) const;

  // FindByKeyIdentifier gives the certificates with this subject key identifier.
  [[nodiscard]] std::vector<pkix::CertificatePtr> FindByKeyIdentifier(ByteView identifier) const;

  // Refresh forgets what is remembered, after certificates were added, deleted or a card was
  // changed.
  void Refresh();

 private:
  struct Index {
    std::multimap<std::string, pkix::CertificatePtr> by_subject;  // key of the name
    std::multimap<std::string, pkix::CertificatePtr> by_address;  // comparable form
    std::multimap<Bytes, pkix::CertificatePtr> by_key_identifier;
  };
  [[nodiscard]] std::shared_ptr<const Index> TheIndex() const;

  std::shared_ptr<const nss::Runtime> runtime_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::vector<pkix::CertificatePtr>> by_exact_subject_;
  mutable std::shared_ptr<const Index> index_;
};

}  // namespace signet::store

#endif  // SIGNET_STORE_PROFILE_CERTIFICATES_H_

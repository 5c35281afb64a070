// Profile: what the panels take certificates, trust and keys from, with what was given beside the
// profile (anchors of the command line).
#ifndef SIGNET_PANEL_PROFILE_H_
#define SIGNET_PANEL_PROFILE_H_

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "directory/finds.h"
#include "nss/startup.h"
#include "pkix/certificate_cache.h"
#include "pkix/layered_trust.h"
#include "pkix/path.h"
#include "pkix/signature_cache.h"
#include "smime/signer.h"
#include "store/announced_capabilities.h"
#include "store/certificate_state.h"
#include "store/profile_certificates.h"
#include "store/profile_keys.h"
#include "store/profile_trust.h"

namespace signet::panel {

// Profile is shared by all panels of a session and outlives them. Thread-safe after the Add calls
// and UseKeys.
class Profile {
 public:
  explicit Profile(std::shared_ptr<const nss::Runtime> runtime);

  // AddAnchor trusts a certificate to vouch for addresses, besides the profile's own trust.
  void AddAnchor(const pkix::CertificatePtr& certificate);
  // AddCertificate offers a certificate, without trusting it.
  void AddCertificate(const pkix::CertificatePtr& certificate);

  // UseKeys gives the private keys that open encrypted layers; without them those are described
  // only. Not owned; outlives the profile.
  void UseKeys(cms::KeySource& keys) { keys_ = &keys; }

  // Sources are what the Reader needs; valid as long as the profile.
  [[nodiscard]] smime::ReaderSources Sources();

  // Judging is what certificates are judged with at a time; valid as long as the profile. Begins a
  // judgement (BeginAt).
  [[nodiscard]] store::JudgeContext Judging(Time at);

  // FindByAddress gives the certificates for an address, those that were added and those of the
  // profile: a store::AddressLookup.
  [[nodiscard]] std::vector<pkix::CertificatePtr> FindByAddress(std::string_view address) const;

  // Capabilities gives what the owner of a certificate has announced; nothing: not known.
  [[nodiscard]] std::optional<store::Capabilities> Capabilities(
      const pkix::Certificate& certificate) {
    return capabilities_.Of(certificate);
  }

  // What directories have answered: certificates that are not stored, and are offered without being
  // trusted.
  [[nodiscard]] directory::Finds& directory() { return directory_; }

  // The person's own keys.
  [[nodiscard]] store::ProfileKeys& own_keys() { return own_keys_; }

  // Change carries out a change of certificates, keys or trust, one at a time; the next judgement
  // sees it. `change` asks for no password (nss::Unlock before it).
  template <typename Function>
  auto Change(const Function& change) {
    const std::scoped_lock lock(changing_);
    return change();
  }

  // Changed tells that certificates, keys or trust were changed: nothing is remembered of before.
  void Changed();

  // Generation is another number after each time that something was forgotten.
  [[nodiscard]] std::uint64_t Generation();

  // BeginAt tells that a judgement begins at this time. Trust and certificates may have been edited
  // since the last one, by anybody: what NSS answered is remembered until its database or a token
  // changes (nss/database_stamp.h); where that cannot be told, within the same second only.
  void BeginAt(Time time);

 private:
  // The added certificates first, then the profile's.
  [[nodiscard]] std::vector<pkix::CertificatePtr> FindSigner(const cms::SignerId& id) const;

  void Forget();

  store::ProfileTrust trust_;
  store::ProfileCertificates certificates_;
  store::ProfileKeys own_keys_;
  store::CapabilityMemory capabilities_;
  pkix::AnchorSet added_anchors_;
  pkix::CertificatePool added_pool_;
  std::vector<pkix::CertificatePtr> added_;
  pkix::LayeredTrust combined_trust_;
  directory::Finds directory_;
  cms::KeySource* keys_ = nullptr;
  pkix::SignatureCache cache_;
  pkix::CertificateCache read_certificates_;
  std::mutex changing_;
  std::mutex mutex_;
  std::optional<Time> begun_at_;
  std::optional<std::string> stamp_;
  std::uint64_t generation_ = 0;
};

}  // namespace signet::panel

#endif  // SIGNET_PANEL_PROFILE_H_

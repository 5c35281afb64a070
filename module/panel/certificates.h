// The view model of the Certificates window.
#ifndef SIGNET_PANEL_CERTIFICATES_H_
#define SIGNET_PANEL_CERTIFICATES_H_

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "idl/certificates.h"
#include "panel/certificate_list.h"
#include "panel/profile.h"

namespace signet::panel {

// Certificates answers from the profile and changes it. Remembers the list until something changes.
// Thread-safe as the profile is.
class Certificates final : public idl::Certificates {
 public:
  // The profile is not owned and outlives the panel.
  explicit Certificates(Profile& profile) : profile_(&profile) {}

  [[nodiscard]] Result<idl::CertificatePage> List(const idl::CertificateQuery& query,
                                                  const idl::CallContext& context) override;
  [[nodiscard]] Result<std::optional<idl::CertificateDetails>> Details(
      const std::string& sha256, double time, const idl::CallContext& context) override;
  [[nodiscard]] Result<std::vector<idl::Buffer>> Chain(const std::string& sha256, double time,
                                                       const idl::CallContext& context) override;
  [[nodiscard]] Result<idl::ImportView> ImportFile(const std::string& name, ByteView file,
                                                   const std::optional<ByteView>& password,
                                                   std::uint64_t from,
                                                   const idl::CallContext& context) override;
  [[nodiscard]] Result<idl::Buffer> ExportFile(const std::vector<std::string>& sha256s,
                                               idl::CertificateFormat format,
                                               const idl::CallContext& context) override;
  [[nodiscard]] Result<idl::Buffer> BackUp(const std::vector<std::string>& sha256s,
                                           ByteView password, double time,
                                           const idl::CallContext& context) override;
  [[nodiscard]] Result<std::vector<std::string>> Tokens(const idl::CallContext& context) override;
  [[nodiscard]] Result<idl::Buffer> Request(const idl::CertificateRequest& request,
                                            const idl::CallContext& context) override;
  [[nodiscard]] Result<idl::CertificateSummary> MakeTryout(
      const std::string& name, const std::string& address, double time,
      const idl::CallContext& context) override;
  [[nodiscard]] Result<std::uint32_t> Dependents(const std::string& sha256,
                                                 const idl::CallContext& context) override;
  [[nodiscard]] Result<void> SetTrust(const std::string& sha256, idl::EmailTrust trust,
                                      const idl::CallContext& context) override;
  [[nodiscard]] Result<void> Remove(const std::vector<std::string>& sha256s,
                                    const idl::CallContext& context) override;

 private:
  [[nodiscard]] std::shared_ptr<const CertificateList> TheList();
  // Those of the stored certificates that are named, in the order of the names.
  [[nodiscard]] std::vector<store::StoredCertificate> Named(
      const std::vector<std::string>& sha256s);

  Profile* profile_;
  std::mutex mutex_;
  std::shared_ptr<const CertificateList> list_;
  std::uint64_t generation_ = 0;
};

}  // namespace signet::panel

#endif  // SIGNET_PANEL_CERTIFICATES_H_

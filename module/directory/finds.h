// Finds: what directories have answered, for as long as the program runs. Nothing of it is stored
// until it is used (store/collection.h).
#ifndef SIGNET_DIRECTORY_FINDS_H_
#define SIGNET_DIRECTORY_FINDS_H_

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "directory/answer.h"
#include "pkix/certificate.h"
#include "pkix/path.h"

namespace signet::directory {

// Finds is a source of issuers, too: of the authorities that came along. Thread-safe. Beyond
// limits::kDirectoryKept certificates or addresses everything is forgotten: what is still wanted is
// asked for again.
class Finds final : public pkix::CertificateSource {
 public:
  // Add takes what was found.
  void Add(const Answer& answer);
  // Explain notes why a search for an address brought nothing to use; the last one counts.
  void Explain(const std::string& address, Reason why);
  // Clear forgets why an address was not found, because it is asked for again.
  void Clear(const std::string& address);

  // FindByAddress gives the certificates for an address: a store::AddressLookup.
  [[nodiscard]] std::vector<pkix::CertificatePtr> FindByAddress(std::string_view address) const;
  // Find gives what was found with a certificate.
  [[nodiscard]] std::optional<Candidate> Find(const pkix::Certificate& certificate) const;
  // What Explain noted.
  [[nodiscard]] std::optional<Reason> WhyNot(const std::string& address) const;
  // The authorities that came along.
  [[nodiscard]] std::vector<pkix::CertificatePtr> FindBySubject(
      const pkix::Name& subject) const override;

 private:
  mutable std::mutex mutex_;
  std::map<std::string, Candidate, std::less<>> candidates_;  // by fingerprint
  std::map<std::string, Reason, std::less<>> reasons_;        // by address
  std::unique_ptr<pkix::CertificatePool> authorities_ = std::make_unique<pkix::CertificatePool>();
};

}  // namespace signet::directory

#endif  // SIGNET_DIRECTORY_FINDS_H_

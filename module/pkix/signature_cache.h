// SignatureCache remembers which certificate was found to be signed by which issuer's key. That
// never changes, whatever the time or the purpose, so that a chain seen once costs no arithmetic
// again.
#ifndef SIGNET_PKIX_SIGNATURE_CACHE_H_
#define SIGNET_PKIX_SIGNATURE_CACHE_H_

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/result.h"

namespace signet::pkix {

// Thread-safe. Bounded by limits::kSignatureCacheEntries; when full it starts anew.
class SignatureCache {
 public:
  // The outcome that was stored; nothing if none is. The keys are fingerprints of what is signed
  // and of the issuer's certificate.
  [[nodiscard]] std::optional<Result<void>> Find(const std::string& subject,
                                                 const std::string& issuer) const;
  void Store(const std::string& subject, const std::string& issuer, const Result<void>& outcome);
  [[nodiscard]] std::size_t size() const;

 private:
  mutable std::mutex mutex_;
  std::map<std::string, Result<void>> outcomes_;
};

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_SIGNATURE_CACHE_H_

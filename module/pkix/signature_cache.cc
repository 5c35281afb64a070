#include "pkix/signature_cache.h"

#include "base/limits.h"

namespace signet::pkix {

std::optional<Result<void>> SignatureCache::Find(const std::string& subject,
                                                 const std::string& issuer) const {
  const std::scoped_lock lock{mutex_};
  const auto found = outcomes_.find(subject + issuer);
  return found == outcomes_.end() ? std::nullopt : std::optional{found->second};
}

void SignatureCache::Store(const std::string& subject, const std::string& issuer,
                           const Result<void>& outcome) {
  const std::scoped_lock lock{mutex_};
  if (outcomes_.size() >= limits::kSignatureCacheEntries) {
    outcomes_.clear();
  }
  outcomes_.insert_or_assign(subject + issuer, outcome);
}

std::size_t SignatureCache::size() const {
  const std::scoped_lock lock{mutex_};
  return outcomes_.size();
}

}  // namespace signet::pkix

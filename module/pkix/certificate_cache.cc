#include "pkix/certificate_cache.h"

#include <algorithm>
#include <functional>
#include <string_view>

namespace signet::pkix {

Result<CertificatePtr> CertificateCache::Parse(ByteView der) {
  if (der.size() > kOctets) {
    return Certificate::Parse(der);
  }
  const std::size_t hash = std::hash<std::string_view>{}(AsText(der));
  {
    const std::scoped_lock lock(mutex_);
    const auto [begin, end] = certificates_.equal_range(hash);
    const auto found = std::find_if(begin, end, [&](const auto& entry) {
      return std::ranges::equal(entry.second->der(), der);
    });
    if (found != end) {
      return found->second;
    }
  }
  SIGNET_ASSIGN(CertificatePtr certificate, Certificate::Parse(der));
  const std::scoped_lock lock(mutex_);
  if (certificates_.size() >= kEntries) {
    certificates_.clear();
  }
  certificates_.emplace(hash, certificate);
  return certificate;
}

std::size_t CertificateCache::size() const {
  const std::scoped_lock lock(mutex_);
  return certificates_.size();
}

}  // namespace signet::pkix

// CertificateCache remembers certificates that were read before: a sender's is in every message,
// and so are those of the authorities above it.
#ifndef SIGNET_PKIX_CERTIFICATE_CACHE_H_
#define SIGNET_PKIX_CERTIFICATE_CACHE_H_

#include <cstddef>
#include <mutex>
#include <unordered_map>

#include "base/bytes.h"
#include "base/result.h"
#include "pkix/certificate.h"

namespace signet::pkix {

// Thread-safe. Bounded; when full it starts anew.
class CertificateCache {
 public:
  static constexpr std::size_t kEntries = 1000;
  // Of one certificate: larger ones are not remembered.
  static constexpr std::size_t kOctets = std::size_t{8} << 10U;

  // Parse is Certificate::Parse; the same octets may give the same object.
  [[nodiscard]] Result<CertificatePtr> Parse(ByteView der);
  [[nodiscard]] std::size_t size() const;

 private:
  mutable std::mutex mutex_;
  std::unordered_multimap<std::size_t, CertificatePtr> certificates_;  // by hash of the octets
};

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_CERTIFICATE_CACHE_H_

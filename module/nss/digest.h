// Message digests: SHA-1, SHA-2 and SHA-3 (FIPS 180-4, FIPS 202) on NSS, and their identifiers
// (RFC 8017, RFC 5754, RFC 8702).
//
// MD2, MD4 and MD5 are known by name only, so that a verdict can say what it refuses.
#ifndef SIGNET_NSS_DIGEST_H_
#define SIGNET_NSS_DIGEST_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "base/bytes.h"
#include "base/oid.h"
#include "base/result.h"
#include "nss/owners.h"

namespace signet::nss {

enum class DigestAlgorithm : std::uint8_t {
  kSha1,
  kSha224,
  kSha256,
  kSha384,
  kSha512,
  kSha3_224,
  kSha3_256,
  kSha3_384,
  kSha3_512,
};

// DigestFromOid finds the algorithm of a digest's own object identifier (content octets).
[[nodiscard]] std::optional<DigestAlgorithm> DigestFromOid(ByteView oid);

// DigestOid gives the object identifier.
[[nodiscard]] Oid DigestOid(DigestAlgorithm algorithm);

// DigestName gives the name that people know: "SHA-256", "SHA3-256".
[[nodiscard]] std::string_view DigestName(DigestAlgorithm algorithm);

// RefusedDigestName names the digests that Signet knows and refuses ("MD5"); empty for others.
[[nodiscard]] std::string_view RefusedDigestName(ByteView oid);

// DigestOctets gives the length of a digest.
[[nodiscard]] std::size_t DigestOctets(DigestAlgorithm algorithm);

// IsAvailable tells whether the NSS that runs has the algorithm (3.87 has no SHA-3).
[[nodiscard]] bool IsAvailable(DigestAlgorithm algorithm);

// Digest hashes octets that arrive in pieces. NSS is quick with pieces of 4 KiB and more only
// (64-octet pieces cost 30 times as much): whoever gets smaller ones gathers them first. One thread
// at a time. NSS must run.
class Digest {
 public:
  // Begin fails with algorithm-unsupported (text `algorithm`) where NSS lacks it.
  [[nodiscard]] static Result<Digest> Begin(DigestAlgorithm algorithm);

  [[nodiscard]] DigestAlgorithm algorithm() const { return algorithm_; }
  [[nodiscard]] Result<void> Update(ByteView octets);
  // Finish gives the digest. The object is of no use afterwards.
  [[nodiscard]] Result<Bytes> Finish();

 private:
  Digest(DigestAlgorithm algorithm, UniqueContext context)
      : algorithm_(algorithm), context_(std::move(context)) {}

  DigestAlgorithm algorithm_;
  UniqueContext context_;
};

// ComputeDigest hashes octets in memory.
[[nodiscard]] Result<Bytes> ComputeDigest(DigestAlgorithm algorithm, ByteView octets);

}  // namespace signet::nss

#endif  // SIGNET_NSS_DIGEST_H_

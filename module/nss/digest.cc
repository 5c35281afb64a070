#include "nss/digest.h"

#include <pk11pub.h>
#include <secoid.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "nss/error.h"
#include "nss/oids.h"

namespace signet::nss {
namespace {

// The octets that one call to NSS may take: its lengths are 32 bits wide.
constexpr std::size_t kUpdateOctets = std::size_t{1} << 30U;

struct Known {
  DigestAlgorithm algorithm;
  Oid oid;
  std::string_view name;
  std::size_t octets;
};

constexpr std::array kKnown = {
    Known{DigestAlgorithm::kSha1, oid::kSha1, "SHA-1", 20},
    Known{DigestAlgorithm::kSha224, oid::kSha224, "SHA-224", 28},
    Known{DigestAlgorithm::kSha256, oid::kSha256, "SHA-256", 32},
    Known{DigestAlgorithm::kSha384, oid::kSha384, "SHA-384", 48},
    Known{DigestAlgorithm::kSha512, oid::kSha512, "SHA-512", 64},
    Known{DigestAlgorithm::kSha3_224, oid::kSha3_224, "SHA3-224", 28},
    Known{DigestAlgorithm::kSha3_256, oid::kSha3_256, "SHA3-256", 32},
    Known{DigestAlgorithm::kSha3_384, oid::kSha3_384, "SHA3-384", 48},
    Known{DigestAlgorithm::kSha3_512, oid::kSha3_512, "SHA3-512", 64},
};

const Known& Find(DigestAlgorithm algorithm) {
  return *std::ranges::find(kKnown, algorithm, &Known::algorithm);
}

// NSS's tag for the digest, asked at run time: SHA-3 has none in the headers of NSS 3.87, and has
// one in a newer library. SEC_OID_UNKNOWN where the library does not know it.
SECOidTag TagOf(DigestAlgorithm algorithm) {
  const ByteView octets = Find(algorithm).oid.bytes();
  Bytes copy = ToBytes(octets);
  const SECItem item = {siDEROID, copy.data(), static_cast<unsigned>(copy.size())};
  return SECOID_FindOIDTag(&item);
}

}  // namespace

std::optional<DigestAlgorithm> DigestFromOid(ByteView oid) {
  const auto* const known =
      std::ranges::find_if(kKnown, [&](const Known& candidate) { return oid == candidate.oid; });
  if (known == kKnown.end()) {
    return std::nullopt;
  }
  return known->algorithm;
}

Oid DigestOid(DigestAlgorithm algorithm) {
  return Find(algorithm).oid;
}

std::string_view DigestName(DigestAlgorithm algorithm) {
  return Find(algorithm).name;
}

std::string_view RefusedDigestName(ByteView oid) {
  if (oid == oid::kMd5) {
    return "MD5";
  }
  if (oid == oid::kMd4) {
    return "MD4";
  }
  if (oid == oid::kMd2) {
    return "MD2";
  }
  return {};
}

std::size_t DigestOctets(DigestAlgorithm algorithm) {
  return Find(algorithm).octets;
}

bool IsAvailable(DigestAlgorithm algorithm) {
  const SECOidTag tag = TagOf(algorithm);
  if (tag == SEC_OID_UNKNOWN) {
    return false;
  }
  const CK_MECHANISM_TYPE mechanism = PK11_AlgtagToMechanism(tag);
  return mechanism != CKM_INVALID_MECHANISM && PK11_TokenExists(mechanism) == PR_TRUE;
}

Result<Digest> Digest::Begin(DigestAlgorithm algorithm) {
  const Known& known = Find(algorithm);
  if (!IsAvailable(algorithm)) {
    return MakeReason(ReasonCode::kAlgorithmUnsupported)
        .With("algorithm", std::string(known.name))
        .With("oid", DottedText(known.oid.bytes()));
  }
  UniqueContext context(PK11_CreateDigestContext(TagOf(algorithm)));
  if (!context) {
    return MakeReason(ReasonCode::kInternal).Because(Failure("PK11_CreateDigestContext"));
  }
  if (PK11_DigestBegin(context.get()) != SECSuccess) {
    return MakeReason(ReasonCode::kInternal).Because(Failure("PK11_DigestBegin"));
  }
  return Digest(algorithm, std::move(context));
}

Result<void> Digest::Update(ByteView octets) {
  while (!octets.empty()) {
    const ByteView piece = octets.first(std::min(octets.size(), kUpdateOctets));
    octets = octets.subspan(piece.size());
    if (PK11_DigestOp(context_.get(), piece.data(), static_cast<unsigned>(piece.size())) !=
        SECSuccess) {
      return MakeReason(ReasonCode::kInternal).Because(Failure("PK11_DigestOp"));
    }
  }
  return {};
}

Result<Bytes> Digest::Finish() {
  Bytes digest(DigestOctets(algorithm_));
  unsigned length = 0;
  if (PK11_DigestFinal(context_.get(), digest.data(), &length,
                       static_cast<unsigned>(digest.size())) != SECSuccess ||
      length != digest.size()) {
    return MakeReason(ReasonCode::kInternal).Because(Failure("PK11_DigestFinal"));
  }
  return digest;
}

Result<Bytes> ComputeDigest(DigestAlgorithm algorithm, ByteView octets) {
  SIGNET_ASSIGN(Digest digest, Digest::Begin(algorithm));
  SIGNET_TRY(digest.Update(octets));
  return digest.Finish();
}

}  // namespace signet::nss

// CRLs and OCSP responses for tests, with every field settable.
//
// Default times: thisUpdate a day before kTestTime, nextUpdate a day after.
#ifndef SIGNET_TESTS_SUPPORT_REVOCATION_BUILDER_H_
#define SIGNET_TESTS_SUPPORT_REVOCATION_BUILDER_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/oid.h"
#include "base/time.h"
#include "support/certificate_builder.h"
#include "support/keys.h"

namespace signet::testing {

inline constexpr Time kThisUpdate{kTestTime - std::chrono::days{1}};
inline constexpr Time kNextUpdate{kTestTime + std::chrono::days{1}};

// ExtensionValue is one Extension (RFC 5280, 4.1) in DER.
[[nodiscard]] Bytes ExtensionValue(const Oid& oid, bool critical, ByteView value);

// What an IssuingDistributionPoint says (RFC 5280, 5.2.5).
struct IssuingPoint {
  std::optional<Bytes> name{};  // a GeneralName for fullName
  bool only_users = false;
  bool only_authorities = false;
  std::optional<unsigned> reasons{};  // ReasonFlags, bit 0 the highest of 16
  bool indirect = false;
};
[[nodiscard]] Bytes IssuingPointValue(const IssuingPoint& point);

class CrlBuilder {
 public:
  explicit CrlBuilder(ByteView issuer) : issuer_(ToBytes(issuer)) {}

  CrlBuilder& ThisUpdate(Time time);
  CrlBuilder& NextUpdate(std::optional<Time> time);
  CrlBuilder& Number(std::uint64_t number);
  // Makes it a delta to this one.
  CrlBuilder& Base(std::uint64_t number);
  CrlBuilder& Point(const IssuingPoint& point);
  // An extension of the CRL.
  CrlBuilder& Extension(const Oid& oid, bool critical, ByteView value);
  // A revoked certificate: content octets of its serial number. `reason` as in CRLReason.
  CrlBuilder& Revoke(ByteView serial, Time when = kDefaultNotBefore,
                     std::optional<std::uint8_t> reason = {});
  // The same with extensions (ExtensionValue) of the entry.
  CrlBuilder& RevokeWith(ByteView serial, Time when, const std::vector<Bytes>& extensions);
  CrlBuilder& Version1() {
    version1_ = true;
    return *this;
  }

  [[nodiscard]] Bytes Build(const KeyPair& key, Scheme scheme = Scheme::kDefault) const;

 private:
  Bytes issuer_;
  Time this_update_ = kThisUpdate;
  std::optional<Time> next_update_ = kNextUpdate;
  Bytes entries_;
  std::vector<Bytes> extensions_;
  bool version1_ = false;
};

enum class OcspStatus { kGood, kRevoked, kUnknown };

class OcspBuilder {
 public:
  // Who answers, by name. The key's hash instead: ByKey.
  explicit OcspBuilder(ByteView responder) : responder_(ToBytes(responder)) {}

  OcspBuilder& ByKey(const KeyPair& key);
  OcspBuilder& ProducedAt(Time time);
  OcspBuilder& Nonce(ByteView nonce);
  OcspBuilder& Attach(ByteView certificate);
  // Times of the statements that follow.
  OcspBuilder& Times(Time this_update, std::optional<Time> next_update);
  // Digest of the certIDs that follow: SHA-1 by default.
  OcspBuilder& Sha256Ids();
  // A statement about a certificate: its issuer's name and key, its serial number.
  OcspBuilder& Say(OcspStatus status, const Certificate& certificate, const KeyPair& issuer_key,
                   Time revoked_at = kDefaultNotBefore, std::optional<std::uint8_t> reason = {});
  // Extensions (ExtensionValue) of the response.
  OcspBuilder& Extension(const Oid& oid, bool critical, ByteView value);

  [[nodiscard]] Bytes Build(const KeyPair& key, Scheme scheme = Scheme::kDefault) const;
  // A response that is only an error (OCSPResponseStatus).
  [[nodiscard]] static Bytes Error(std::uint8_t status);

 private:
  Bytes responder_;
  Bytes responder_key_hash_;
  Time produced_at_ = kThisUpdate;
  Time this_update_ = kThisUpdate;
  std::optional<Time> next_update_ = kNextUpdate;
  bool sha256_ids_ = false;
  Bytes statements_;
  std::vector<Bytes> extensions_;
  std::vector<Bytes> certificates_;
};

}  // namespace signet::testing

#endif  // SIGNET_TESTS_SUPPORT_REVOCATION_BUILDER_H_

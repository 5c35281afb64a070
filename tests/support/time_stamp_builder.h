// Time-stamp tokens (RFC 3161) for tests, with one thing wrong at a time. Written with the DER
// writer and the builder of SignedData alone.
#ifndef SIGNET_TESTS_SUPPORT_TIME_STAMP_BUILDER_H_
#define SIGNET_TESTS_SUPPORT_TIME_STAMP_BUILDER_H_

#include <optional>
#include <string>
#include <vector>

#include "asn1/oids.h"
#include "base/bytes.h"
#include "base/time.h"
#include "support/certificate_builder.h"
#include "support/signed_data_builder.h"

namespace signet::testing {

// ClockCertificate prepares an authority for time-stamping: CN=Clock Service, P-256 key `number`.
[[nodiscard]] CertificateBuilder ClockCertificate(int number = 500);

struct TimeStampSpec {
  const Certificate* authority = nullptr;
  // TSTInfo:
  int version = 1;
  Oid imprint_algorithm = asn1::oid::kSha256;
  std::optional<Bytes> imprint = {};  // nothing: SHA-256 of what is stamped
  Time time = kTestTime;
  std::string fraction = {};  // ".25"
  Bytes members = {};         // what follows genTime, DER
  // The SignedData around it:
  Oid content_type = asn1::oid::kTstInfo;
  bool detached = false;
  Scheme scheme = Scheme::kDefault;
  bool signing_certificate = true;
  SignedDataDamage damage = SignedDataDamage::kNone;
  bool with_certificate = true;
  std::vector<Bytes> certificates = {};
  std::vector<Bytes> crls = {};
  const Certificate* second_signer = nullptr;
};

[[nodiscard]] Bytes TimeStampInfoDer(const TimeStampSpec& spec, ByteView stamped);
[[nodiscard]] Bytes TimeStampTokenDer(const TimeStampSpec& spec, ByteView stamped);

}  // namespace signet::testing

#endif  // SIGNET_TESTS_SUPPORT_TIME_STAMP_BUILDER_H_

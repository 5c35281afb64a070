// TimeStampToken (RFC 3161, 2.4.2): a statement by an authority for time-stamping that something
// existed at a time, as it stands beside a signature (appendix A of that document).
//
// Only the form is read here. Whether the token is about this signature, and whether its authority
// is to be believed, is asked in smime/time_stamp.h.
#ifndef SIGNET_CMS_TIME_STAMP_TOKEN_H_
#define SIGNET_CMS_TIME_STAMP_TOKEN_H_

#include <optional>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"
#include "cms/algorithm_identifier.h"
#include "cms/signed_data.h"

namespace signet::cms {

// TSTInfo: what the authority states. Value type.
struct TimeStampInfo {
  // Content octets of the object identifier: under which of its policies.
  Bytes policy;
  // messageImprint: what was stamped.
  AlgorithmIdentifier imprint_algorithm;
  Bytes imprint;
  // Content octets of the INTEGER.
  Bytes serial;
  // genTime, to the second, and the latest time that it may mean: with its fraction of a second and
  // `accuracy` added, rounded up.
  Time time;
  Time latest;
  // The GeneralName (DER) that the authority calls itself, where it does.
  std::optional<Bytes> authority;
  // Content octets of the extensions that are critical. None is known.
  std::vector<Bytes> critical_extensions;
};

struct TimeStampToken {
  // The content was hashed; the certificates are unjudged.
  SignedData signed_data;
  TimeStampInfo info;
};

// ReadTimeStampInfo reads a complete TSTInfo, DER. Reasons: malformed (where: "byte N"),
// limit-exceeded (kTimeStampExtensions).
[[nodiscard]] Result<TimeStampInfo> ReadTimeStampInfo(ByteView der);

// ReadTimeStampToken reads a ContentInfo with SignedData over a TSTInfo. Reasons: those of
// ReadTimeStampInfo and of Decoder; content-type-unsupported (texts `type`, `oid`) where it is
// something else; limit-exceeded (kTimeStampOctets). NSS must run.
[[nodiscard]] Result<TimeStampToken> ReadTimeStampToken(ByteView octets);

}  // namespace signet::cms

#endif  // SIGNET_CMS_TIME_STAMP_TOKEN_H_

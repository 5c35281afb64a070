#include "cms/time_stamp_token.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "asn1/der_reader.h"
#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "asn1/tags.h"
#include "base/limits.h"
#include "cms/decoder.h"

namespace signet::cms {
namespace {

using asn1::ContextConstructedTag;
using asn1::ContextTag;
using asn1::DerReader;

Reason LimitExceeded(std::string_view limit) {
  return MakeReason(ReasonCode::kLimitExceeded).With("limit", std::string(limit));
}

struct GenTime {
  Time time;
  bool has_fraction = false;
};

// "YYYYMMDDhhmmss[.s...]Z", without trailing zeros in the fraction (2.4.2).
Result<GenTime> ReadGenTime(DerReader& reader) {
  SIGNET_ASSIGN(const asn1::Element element, reader.ReadElement(asn1::kGeneralizedTime));
  const std::string_view text = AsText(element.content);
  const std::size_t point = text.find('.');
  std::string seconds(text.substr(0, point));
  if (point != std::string_view::npos) {
    std::string_view fraction = text.substr(point + 1);
    const bool ends = fraction.ends_with('Z');
    fraction.remove_suffix(ends ? 1 : 0);
    const bool digits = std::ranges::all_of(fraction, [](char c) { return c >= '0' && c <= '9'; });
    if (!ends || !digits || fraction.empty() || fraction.back() == '0') {
      return Malformed("byte " + std::to_string(element.offset), "not a fraction of a second");
    }
    seconds += 'Z';
  }
  const Bytes whole = asn1::EncodeValue(asn1::kGeneralizedTime, AsBytes(seconds));
  DerReader inner(whole, element.offset);
  SIGNET_ASSIGN(const Time time, inner.ReadGeneralizedTime());
  return GenTime{time, point != std::string_view::npos};
}

// Accuracy ::= SEQUENCE { seconds INTEGER OPTIONAL, millis [0] INTEGER (1..999) OPTIONAL,
// micros [1] INTEGER (1..999) OPTIONAL }, in seconds, rounded up.
Result<std::chrono::seconds> ReadAccuracy(DerReader accuracy) {
  constexpr std::uint64_t kMostParts = 999;
  std::uint64_t seconds = 0;
  if (accuracy.NextIs(asn1::kInteger)) {
    SIGNET_ASSIGN(seconds, accuracy.ReadUnsigned());
  }
  bool has_parts = false;
  for (const std::uint8_t number : {std::uint8_t{0}, std::uint8_t{1}}) {
    if (accuracy.NextIs(ContextTag(number))) {
      SIGNET_ASSIGN(const std::uint64_t parts, accuracy.ReadUnsigned(ContextTag(number)));
      if (parts > kMostParts) {
        return accuracy.Fail("a thousand parts of a second, or more");
      }
      has_parts = has_parts || parts > 0;
    }
  }
  SIGNET_TRY(accuracy.Finish());
  if (seconds > limits::kTimeStampAccuracySeconds) {
    return LimitExceeded("kTimeStampAccuracySeconds");
  }
  return std::chrono::seconds{static_cast<std::int64_t>(seconds) + (has_parts ? 1 : 0)};
}

// Extensions as in certificates (RFC 5280, 4.1.2.9); only their framing matters.
Result<std::vector<Bytes>> ReadCriticalExtensions(DerReader list) {
  std::vector<Bytes> critical;
  for (std::size_t count = 1; !list.AtEnd(); ++count) {
    if (count > limits::kTimeStampExtensions) {
      return LimitExceeded("kTimeStampExtensions");
    }
    SIGNET_ASSIGN(DerReader extension, list.ReadSequence());
    SIGNET_ASSIGN(const ByteView type, extension.ReadOid());
    SIGNET_ASSIGN(const bool is_critical, extension.ReadBooleanDefaultFalse());
    SIGNET_TRY(extension.ReadOctetString());
    SIGNET_TRY(extension.Finish());
    if (is_critical) {
      critical.push_back(ToBytes(type));
    }
  }
  return critical;
}

// What may be missing at the end: accuracy, ordering, nonce, tsa [0], extensions [1].
Result<void> ReadOptionalMembers(DerReader& reader, TimeStampInfo& info) {
  if (reader.NextIs(asn1::kSequence)) {
    SIGNET_ASSIGN(const DerReader accuracy, reader.ReadSequence());
    SIGNET_ASSIGN(const std::chrono::seconds most, ReadAccuracy(accuracy));
    info.latest += most;
  }
  if (reader.NextIs(asn1::kBoolean)) {
    SIGNET_TRY(reader.ReadBoolean());
  }
  if (reader.NextIs(asn1::kInteger)) {
    SIGNET_TRY(reader.ReadInteger());
  }
  if (reader.NextIs(ContextConstructedTag(0))) {
    // A CHOICE, whose tag is explicit (X.680, 31.2.7).
    SIGNET_ASSIGN(DerReader tagged, reader.Enter(ContextConstructedTag(0)));
    SIGNET_ASSIGN(const asn1::Element name, tagged.ReadAny());
    SIGNET_TRY(tagged.Finish());
    info.authority = ToBytes(name.der);
  }
  if (reader.NextIs(ContextConstructedTag(1))) {
    SIGNET_ASSIGN(const DerReader extensions, reader.Enter(ContextConstructedTag(1)));
    SIGNET_ASSIGN(info.critical_extensions, ReadCriticalExtensions(extensions));
  }
  return {};
}

}  // namespace

Result<TimeStampInfo> ReadTimeStampInfo(ByteView der) {
  DerReader outer(der);
  SIGNET_ASSIGN(DerReader reader, outer.ReadSequence());
  SIGNET_TRY(outer.Finish());
  SIGNET_ASSIGN(const std::uint64_t version, reader.ReadUnsigned());
  if (version != 1) {
    return reader.Fail("a TSTInfo of version " + std::to_string(version));
  }
  TimeStampInfo info;
  SIGNET_ASSIGN(const ByteView policy, reader.ReadOid());
  info.policy = ToBytes(policy);
  SIGNET_ASSIGN(DerReader imprint, reader.ReadSequence());
  SIGNET_ASSIGN(info.imprint_algorithm, ReadAlgorithmIdentifier(imprint));
  SIGNET_ASSIGN(const ByteView hash, imprint.ReadOctetString());
  SIGNET_TRY(imprint.Finish());
  info.imprint = ToBytes(hash);
  SIGNET_ASSIGN(const ByteView serial, reader.ReadInteger());
  info.serial = ToBytes(serial);
  SIGNET_ASSIGN(const GenTime time, ReadGenTime(reader));
  info.time = time.time;
  info.latest = time.time + std::chrono::seconds{time.has_fraction ? 1 : 0};
  SIGNET_TRY(ReadOptionalMembers(reader, info));
  SIGNET_TRY(reader.Finish());
  return info;
}

Result<TimeStampToken> ReadTimeStampToken(ByteView octets) {
  if (octets.size() > limits::kTimeStampOctets) {
    return LimitExceeded("kTimeStampOctets");
  }
  TimeStampToken token;
  SIGNET_ASSIGN(token.signed_data, DecodeSignature(octets));
  const SignedData& data = token.signed_data;
  if (ByteView(data.content_type) != asn1::oid::kTstInfo) {
    return MakeReason(ReasonCode::kContentTypeUnsupported)
        .With("type", DottedText(data.content_type))
        .With("oid", DottedText(data.content_type))
        .Because("no TSTInfo");
  }
  if (!data.content || !data.content->kept) {
    return Malformed({}, "a token without its TSTInfo");
  }
  SIGNET_ASSIGN(token.info, ReadTimeStampInfo(*data.content->kept));
  return token;
}

}  // namespace signet::cms

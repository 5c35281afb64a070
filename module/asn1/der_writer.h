// DerWriter writes DER (ITU-T X.690, clause 10): definite lengths in their shortest form.
//
// Values are appended in order; a constructed value is written by a function that fills it:
//
//   DerWriter writer;
//   writer.Sequence([&](DerWriter& algorithm) {
//     algorithm.Oid(oid::kSha256);
//     algorithm.Null();
//   });
//   Bytes der = std::move(writer).Take();
//
// The writer owns what it writes. It does not fail and is not thread-safe. The caller answers for
// the order of what DER wants ordered, except in SetOf, which sorts.
#ifndef SIGNET_ASN1_DER_WRITER_H_
#define SIGNET_ASN1_DER_WRITER_H_

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "asn1/tags.h"
#include "base/bytes.h"
#include "base/oid.h"
#include "base/time.h"

namespace signet::asn1 {

class DerWriter {
 public:
  // A primitive (or already encoded constructed) value: tag, length and these content octets.
  void Value(Tag tag, ByteView content);
  // Octets that are already complete values.
  void Raw(ByteView der);

  void Boolean(bool value);
  void Null() { Value(kNull, {}); }
  void Oid(ByteView content) { Value(kObjectIdentifier, content); }
  void Oid(const signet::Oid& oid) { Value(kObjectIdentifier, oid.bytes()); }
  void Integer(std::int64_t value);
  void Enumerated(std::uint8_t value) { Value(kEnumerated, {&value, 1}); }
  // An INTEGER from a non-negative number as big-endian octets, with or without leading zeros.
  void UnsignedInteger(ByteView magnitude);
  void OctetString(ByteView octets) { Value(kOctetString, octets); }
  // A BIT STRING of whole octets.
  void BitString(ByteView octets);
  // A BIT STRING of named bits (X.680, 22.7): trailing zero bits are cut. Bit 0 is the highest bit
  // of the number.
  void NamedBits(std::uint16_t bits);
  void Text(Tag tag, std::string_view text) { Value(tag, AsBytes(text)); }
  // As RFC 5280, 4.1.2.5 wants it: UTCTime through 2049, GeneralizedTime from 2050 and before 1950.
  void Time(signet::Time time);
  void GeneralizedTime(signet::Time time);

  template <typename Fill>
  void Constructed(Tag tag, Fill fill) {
    DerWriter inner;
    fill(inner);
    Value(tag, inner.octets_);
  }
  template <typename Fill>
  void Sequence(Fill fill) {
    Constructed(kSequence, std::move(fill));
  }
  template <typename Fill>
  void Set(Fill fill) {
    Constructed(kSet, std::move(fill));
  }
  // SET OF (X.690, 11.6): complete values, written in ascending order of their octets.
  void SetOf(std::vector<Bytes> values, Tag tag = kSet);

  [[nodiscard]] const Bytes& octets() const { return octets_; }
  [[nodiscard]] Bytes Take() && { return std::move(octets_); }

 private:
  Bytes octets_;
};

// EncodeValue is one value alone.
[[nodiscard]] Bytes EncodeValue(Tag tag, ByteView content);

}  // namespace signet::asn1

#endif  // SIGNET_ASN1_DER_WRITER_H_

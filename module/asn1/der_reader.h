// DerReader reads DER (ITU-T X.690, clause 10), strictly: definite lengths in their shortest form,
// tags in the low-tag-number form, nothing after the end. It is for what standards require to be
// DER: certificates, CRLs, OCSP responses, attributes, algorithm identifiers. Message content,
// which may be BER, is read by the streaming reader in asn1/ber_reader.h.
//
// A reader is a cursor over octets that it does not own; what it returns views into them. It does
// not recurse: a constructed value is read by a new reader over its content. Every failure is
// Reason `malformed` whose place is "byte N", counted from the start of the outermost reader.
// Cheap to copy; not thread-safe, but any number of readers may look at the same octets.
//
//   DerReader outer(der);
//   SIGNET_ASSIGN(DerReader sequence, outer.ReadSequence());
//   SIGNET_TRY(outer.Finish());
//   SIGNET_ASSIGN(const ByteView oid, sequence.ReadOid());
#ifndef SIGNET_ASN1_DER_READER_H_
#define SIGNET_ASN1_DER_READER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "asn1/tags.h"
#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"

namespace signet::asn1 {

// One value with its parts, all viewing into the reader's octets.
struct Element {
  Tag tag = 0;
  ByteView content;        // without tag and length
  ByteView der;            // tag, length and content
  std::size_t offset = 0;  // of the tag, from the start of the outermost reader
};

// The value of a BIT STRING. DER: the unused bits are zero.
struct BitString {
  ByteView octets;
  unsigned unused_bits = 0;  // of the last octet, 0 to 7

  // Whether bit `number` is set, counted as in X.680: 0 is the first. Beyond the end: not set.
  [[nodiscard]] bool Bit(std::size_t number) const {
    return number / 8 < octets.size() && (octets[number / 8] & (0x80U >> (number % 8))) != 0;
  }
};

class DerReader {
 public:
  // `offset` is where `input` begins in the outermost octets, for the places in reasons.
  explicit DerReader(ByteView input, std::size_t offset = 0) : input_(input), offset_(offset) {}
  // Over the content of a constructed value.
  explicit DerReader(const Element& element)
      : input_(element.content),
        offset_(element.offset + (element.der.size() - element.content.size())) {}

  [[nodiscard]] bool AtEnd() const { return input_.empty(); }
  // What has not been read yet.
  [[nodiscard]] ByteView Rest() const { return input_; }
  [[nodiscard]] std::size_t Offset() const { return offset_; }
  // Whether another value follows and has this tag.
  [[nodiscard]] bool NextIs(Tag tag) const { return !input_.empty() && input_.front() == tag; }

  // Reads a value of any tag.
  [[nodiscard]] Result<Element> ReadAny();
  // Reads a value that must have this tag.
  [[nodiscard]] Result<Element> ReadElement(Tag tag);
  // The same, its content only.
  [[nodiscard]] Result<ByteView> Read(Tag tag);
  // Reads the value if the next one has this tag; nothing otherwise.
  [[nodiscard]] Result<std::optional<Element>> ReadOptional(Tag tag);
  // Enters a constructed value with this tag.
  [[nodiscard]] Result<DerReader> Enter(Tag tag);
  [[nodiscard]] Result<DerReader> ReadSequence() { return Enter(kSequence); }
  [[nodiscard]] Result<DerReader> ReadSet() { return Enter(kSet); }

  [[nodiscard]] Result<bool> ReadBoolean();
  // BOOLEAN DEFAULT FALSE. DER forbids to encode the default, but so many issuers do (in `critical`
  // and `cA`) that it passes here, the one leniency: it changes no meaning.
  [[nodiscard]] Result<bool> ReadBooleanDefaultFalse();
  // Content octets of an INTEGER, two's complement, shortest form, at least one octet.
  [[nodiscard]] Result<ByteView> ReadInteger();
  // An INTEGER (or value with another tag and INTEGER content) from 0 to 2^63-1.
  [[nodiscard]] Result<std::uint64_t> ReadUnsigned(Tag tag = kInteger);
  // Content octets of an OBJECT IDENTIFIER, each arc complete and in its shortest form.
  [[nodiscard]] Result<ByteView> ReadOid();
  [[nodiscard]] Result<BitString> ReadBitString(Tag tag = kBitString);
  [[nodiscard]] Result<ByteView> ReadOctetString() { return Read(kOctetString); }
  [[nodiscard]] Result<void> ReadNull();
  // UTCTime or GeneralizedTime as RFC 5280, 4.1.2.5 restricts them: with seconds, in Zulu time,
  // without fractions. Two-digit years from 50 are in the 20th century.
  [[nodiscard]] Result<Time> ReadTime();
  // A GeneralizedTime, the same way.
  [[nodiscard]] Result<Time> ReadGeneralizedTime(Tag tag = kGeneralizedTime);

  // Fails unless everything was read.
  [[nodiscard]] Result<void> Finish() const;

  // The failure "malformed" at the current place, for callers whose rules go beyond DER.
  [[nodiscard]] Reason Fail(std::string diagnostic) const;

 private:
  ByteView input_;
  std::size_t offset_ = 0;
};

// IsMinimalInteger checks the content octets of an INTEGER: not empty, shortest form
// (X.690, 8.3.2).
[[nodiscard]] bool IsMinimalInteger(ByteView content);

// IsOid checks the content octets of an OBJECT IDENTIFIER (X.690, 8.19.2).
[[nodiscard]] bool IsOid(ByteView content);

}  // namespace signet::asn1

#endif  // SIGNET_ASN1_DER_READER_H_

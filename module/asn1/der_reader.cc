#include "asn1/der_reader.h"

#include <algorithm>

namespace signet::asn1 {
namespace {

// Digits of a time, two at a time; nothing if they are not digits.
std::optional<unsigned> TwoDigits(std::string_view text, std::size_t position) {
  if (position + 2 > text.size()) {
    return std::nullopt;
  }
  const char high = text[position];
  const char low = text[position + 1];
  if (high < '0' || high > '9' || low < '0' || low > '9') {
    return std::nullopt;
  }
  return (static_cast<unsigned>(high - '0') * 10) + static_cast<unsigned>(low - '0');
}

// "MMDDHHMMSSZ" in the given year (RFC 5280, 4.1.2.5.1 and 4.1.2.5.2).
std::optional<Time> TimeInYear(unsigned year, std::string_view text) {
  if (text.size() != 11 || text.back() != 'Z') {
    return std::nullopt;
  }
  const auto month = TwoDigits(text, 0);
  const auto day = TwoDigits(text, 2);
  const auto hour = TwoDigits(text, 4);
  const auto minute = TwoDigits(text, 6);
  const auto second = TwoDigits(text, 8);
  if (!month || !day || !hour || !minute || !second) {
    return std::nullopt;
  }
  return FromCivil(static_cast<int>(year), *month, *day, *hour, *minute, *second);
}

std::optional<Time> ParseUtcTime(std::string_view text) {
  const auto year = TwoDigits(text, 0);
  if (!year) {
    return std::nullopt;
  }
  return TimeInYear(*year < 50 ? 2000 + *year : 1900 + *year, text.substr(2));
}

std::optional<Time> ParseGeneralizedTime(std::string_view text) {
  const auto century = TwoDigits(text, 0);
  const auto year = TwoDigits(text, 2);
  if (!century || !year) {
    return std::nullopt;
  }
  return TimeInYear((*century * 100) + *year, text.substr(4));
}

}  // namespace

Reason DerReader::Fail(std::string diagnostic) const {
  return Malformed("byte " + std::to_string(offset_), std::move(diagnostic));
}

Result<Element> DerReader::ReadAny() {
  if (input_.size() < 2) {
    return Fail("the data ends inside a value");
  }
  const Tag tag = input_[0];
  if ((tag & 0x1fU) == 0x1fU || tag == 0) {
    return Fail("a tag in a form that DER data of this kind never uses");
  }
  std::size_t length = input_[1];
  std::size_t header = 2;
  if (length == 0x80) {
    return Fail("an indefinite length, which DER forbids");
  }
  if (length > 0x80) {
    const std::size_t octets = length & 0x7fU;
    if (octets > 4) {
      return Fail("a length of more than four octets");
    }
    if (input_.size() < header + octets) {
      return Fail("the data ends inside a length");
    }
    length = 0;
    for (const std::uint8_t octet : input_.subspan(header, octets)) {
      length = (length << 8U) | octet;
    }
    // X.690, 10.1: the fewest octets.
    if (length < 0x80 || (length >> (8 * (octets - 1))) == 0) {
      return Fail("a length that is not in its shortest form");
    }
    header += octets;
  }
  if (length > input_.size() - header) {
    return Fail("the data ends inside a value");
  }
  const Element element{.tag = tag,
                        .content = input_.subspan(header, length),
                        .der = input_.first(header + length),
                        .offset = offset_};
  input_ = input_.subspan(header + length);
  offset_ += header + length;
  return element;
}

Result<Element> DerReader::ReadElement(Tag tag) {
  if (!NextIs(tag)) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    const auto text = [](Tag t) {
      return std::string{"0x"} + kDigits[t >> 4U] + kDigits[t & 0x0fU];
    };
    return Fail("expected tag " + text(tag) + ", found " +
                (input_.empty() ? std::string{"the end"} : text(input_.front())));
  }
  return ReadAny();
}

Result<ByteView> DerReader::Read(Tag tag) {
  SIGNET_ASSIGN(const Element element, ReadElement(tag));
  return element.content;
}

Result<std::optional<Element>> DerReader::ReadOptional(Tag tag) {
  if (!NextIs(tag)) {
    return std::optional<Element>{};
  }
  SIGNET_ASSIGN(const Element element, ReadAny());
  return std::optional<Element>{element};
}

Result<DerReader> DerReader::Enter(Tag tag) {
  SIGNET_ASSIGN(const Element element, ReadElement(tag));
  return DerReader(element);
}

Result<bool> DerReader::ReadBoolean() {
  const DerReader start = *this;
  SIGNET_ASSIGN(const ByteView content, Read(kBoolean));
  // X.690, 11.1: TRUE is all ones.
  if (content.size() != 1 || (content[0] != 0x00 && content[0] != 0xff)) {
    return start.Fail("a BOOLEAN that is neither 0x00 nor 0xff");
  }
  return content[0] == 0xff;
}

Result<bool> DerReader::ReadBooleanDefaultFalse() {
  if (!NextIs(kBoolean)) {
    return false;
  }
  return ReadBoolean();
}

Result<ByteView> DerReader::ReadInteger() {
  const DerReader start = *this;
  SIGNET_ASSIGN(const ByteView content, Read(kInteger));
  if (!IsMinimalInteger(content)) {
    return start.Fail("an INTEGER that is not in its shortest form");
  }
  return content;
}

Result<std::uint64_t> DerReader::ReadUnsigned(Tag tag) {
  const DerReader start = *this;
  SIGNET_ASSIGN(const ByteView content, Read(tag));
  if (!IsMinimalInteger(content) || (content[0] & 0x80U) != 0 || content.size() > 8) {
    return start.Fail("an INTEGER that is negative, too large or not in its shortest form");
  }
  std::uint64_t value = 0;
  for (const std::uint8_t octet : content) {
    value = (value << 8U) | octet;
  }
  return value;
}

Result<ByteView> DerReader::ReadOid() {
  const DerReader start = *this;
  SIGNET_ASSIGN(const ByteView content, Read(kObjectIdentifier));
  if (!IsOid(content)) {
    return start.Fail("an OBJECT IDENTIFIER that is not well formed");
  }
  return content;
}

Result<BitString> DerReader::ReadBitString(Tag tag) {
  const DerReader start = *this;
  SIGNET_ASSIGN(const ByteView content, Read(tag));
  if (content.empty() || content[0] > 7 || (content.size() == 1 && content[0] != 0)) {
    return start.Fail("a BIT STRING that is not well formed");
  }
  const unsigned unused = content[0];
  // X.690, 11.2.1: unused bits are zero.
  if (unused != 0 && (content.back() & ((1U << unused) - 1U)) != 0) {
    return start.Fail("a BIT STRING whose unused bits are set");
  }
  return BitString{.octets = content.subspan(1), .unused_bits = unused};
}

Result<void> DerReader::ReadNull() {
  const DerReader start = *this;
  SIGNET_ASSIGN(const ByteView content, Read(kNull));
  if (!content.empty()) {
    return start.Fail("a NULL with content");
  }
  return {};
}

Result<Time> DerReader::ReadTime() {
  if (!NextIs(kUtcTime)) {
    return ReadGeneralizedTime();
  }
  const DerReader start = *this;
  SIGNET_ASSIGN(const ByteView content, Read(kUtcTime));
  const auto time = ParseUtcTime(AsText(content));
  if (!time) {
    return start.Fail("a UTCTime that is not YYMMDDHHMMSSZ");
  }
  return *time;
}

Result<Time> DerReader::ReadGeneralizedTime(Tag tag) {
  const DerReader start = *this;
  SIGNET_ASSIGN(const ByteView content, Read(tag));
  const auto time = ParseGeneralizedTime(AsText(content));
  if (!time) {
    return start.Fail("a GeneralizedTime that is not YYYYMMDDHHMMSSZ");
  }
  return *time;
}

Result<void> DerReader::Finish() const {
  if (!AtEnd()) {
    return Fail("data after the end of the value");
  }
  return {};
}

bool IsMinimalInteger(ByteView content) {
  if (content.empty()) {
    return false;
  }
  if (content.size() == 1) {
    return true;
  }
  // The first nine bits are neither all zero nor all one.
  const bool second_high = (content[1] & 0x80U) != 0;
  return content[0] != (second_high ? 0xff : 0x00);
}

bool IsOid(ByteView content) {
  if (content.empty() || (content.back() & 0x80U) != 0) {
    return false;
  }
  // No arc begins with 0x80: that would be a leading zero.
  bool first = true;
  return std::ranges::all_of(content, [&first](std::uint8_t octet) {
    const bool fine = !first || octet != 0x80;
    first = (octet & 0x80U) == 0;
    return fine;
  });
}

}  // namespace signet::asn1

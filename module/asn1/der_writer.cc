#include "asn1/der_writer.h"

#include <algorithm>
#include <array>
#include <bit>

namespace signet::asn1 {
namespace {

// "20260601120000Z"
std::string GeneralizedText(Time time) {
  std::string text;
  for (const char c : FormatRfc3339(time)) {
    if ((c >= '0' && c <= '9') || c == 'Z') {
      text.push_back(c);
    }
  }
  return text;
}

}  // namespace

void DerWriter::Value(Tag tag, ByteView content) {
  octets_.push_back(tag);
  const std::size_t length = content.size();
  if (length < 0x80) {
    octets_.push_back(static_cast<std::uint8_t>(length));
  } else {
    const auto octets = static_cast<std::size_t>((std::bit_width(length) + 7) / 8);
    octets_.push_back(static_cast<std::uint8_t>(0x80U | octets));
    for (std::size_t i = octets; i > 0; --i) {
      octets_.push_back(static_cast<std::uint8_t>((length >> (8 * (i - 1))) & 0xffU));
    }
  }
  Raw(content);
}

void DerWriter::Raw(ByteView der) {
  octets_.insert(octets_.end(), der.begin(), der.end());
}

void DerWriter::Boolean(bool value) {
  const std::uint8_t octet = value ? 0xff : 0x00;
  Value(kBoolean, {&octet, 1});
}

void DerWriter::Integer(std::int64_t value) {
  std::array<std::uint8_t, 8> octets{};
  for (std::size_t i = 0; i < octets.size(); ++i) {
    octets.at(octets.size() - 1 - i) =
        static_cast<std::uint8_t>((static_cast<std::uint64_t>(value) >> (8 * i)) & 0xffU);
  }
  std::size_t start = 0;
  while (start + 1 < octets.size() &&
         ((octets.at(start) == 0x00 && (octets.at(start + 1) & 0x80U) == 0) ||
          (octets.at(start) == 0xff && (octets.at(start + 1) & 0x80U) != 0))) {
    ++start;
  }
  Value(kInteger, ByteView{octets}.subspan(start));
}

void DerWriter::UnsignedInteger(ByteView magnitude) {
  while (!magnitude.empty() && magnitude.front() == 0) {
    magnitude = magnitude.subspan(1);
  }
  Bytes content;
  if (magnitude.empty() || (magnitude.front() & 0x80U) != 0) {
    content.push_back(0);
  }
  content.insert(content.end(), magnitude.begin(), magnitude.end());
  Value(kInteger, content);
}

void DerWriter::BitString(ByteView octets) {
  Bytes content{0};
  content.insert(content.end(), octets.begin(), octets.end());
  Value(kBitString, content);
}

void DerWriter::NamedBits(std::uint16_t bits) {
  Bytes content{0};
  if (bits != 0) {
    content.push_back(static_cast<std::uint8_t>(bits >> 8U));
    if ((bits & 0xffU) != 0) {
      content.push_back(static_cast<std::uint8_t>(bits & 0xffU));
    }
    content[0] = static_cast<std::uint8_t>(std::countr_zero(content.back()));
  }
  Value(kBitString, content);
}

void DerWriter::Time(signet::Time time) {
  const std::string text = GeneralizedText(time);
  // RFC 5280, 4.1.2.5: two-digit years stand for 1950 to 2049.
  if (text >= "1950" && text < "2050") {
    Text(kUtcTime, std::string_view{text}.substr(2));
  } else {
    Text(kGeneralizedTime, text);
  }
}

void DerWriter::GeneralizedTime(signet::Time time) {
  Text(kGeneralizedTime, GeneralizedText(time));
}

void DerWriter::SetOf(std::vector<Bytes> values, Tag tag) {
  // X.690, 11.6 compares with zero padding at the end; complete values that differ do so within
  // the shorter one, so that plain lexicographical order is the same.
  std::ranges::sort(values);
  Constructed(tag, [&values](DerWriter& inner) {
    for (const Bytes& value : values) {
      inner.Raw(value);
    }
  });
}

Bytes EncodeValue(Tag tag, ByteView content) {
  DerWriter writer;
  writer.Value(tag, content);
  return std::move(writer).Take();
}

}  // namespace signet::asn1

// Identifier octets of ASN.1 values (ITU-T X.690, 8.1.2), class and constructed bit included, for
// the tags that fit one octet; the standards that Signet reads use no others.
#ifndef SIGNET_ASN1_TAGS_H_
#define SIGNET_ASN1_TAGS_H_

#include <cstdint>

namespace signet::asn1 {

using Tag = std::uint8_t;

inline constexpr Tag kBoolean = 0x01;
inline constexpr Tag kInteger = 0x02;
inline constexpr Tag kBitString = 0x03;
inline constexpr Tag kOctetString = 0x04;
inline constexpr Tag kNull = 0x05;
inline constexpr Tag kObjectIdentifier = 0x06;
inline constexpr Tag kEnumerated = 0x0a;
inline constexpr Tag kUtf8String = 0x0c;
inline constexpr Tag kNumericString = 0x12;
inline constexpr Tag kPrintableString = 0x13;
inline constexpr Tag kTeletexString = 0x14;
inline constexpr Tag kIa5String = 0x16;
inline constexpr Tag kUtcTime = 0x17;
inline constexpr Tag kGeneralizedTime = 0x18;
inline constexpr Tag kVisibleString = 0x1a;
inline constexpr Tag kUniversalString = 0x1c;
inline constexpr Tag kBmpString = 0x1e;
inline constexpr Tag kSequence = 0x30;
inline constexpr Tag kSet = 0x31;

inline constexpr Tag kConstructedBit = 0x20;

// [number] IMPLICIT over a primitive type; number from 0 to 30.
[[nodiscard]] constexpr Tag ContextTag(unsigned number) {
  return static_cast<Tag>(0x80U | number);
}
// [number] IMPLICIT over a constructed type, or [number] EXPLICIT.
[[nodiscard]] constexpr Tag ContextConstructedTag(unsigned number) {
  return static_cast<Tag>(0xa0U | number);
}
// [APPLICATION number], primitive.
[[nodiscard]] constexpr Tag ApplicationTag(unsigned number) {
  return static_cast<Tag>(0x40U | number);
}

}  // namespace signet::asn1

#endif  // SIGNET_ASN1_TAGS_H_

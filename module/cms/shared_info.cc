#include "cms/shared_info.h"

#include <utility>

#include "asn1/der_writer.h"

namespace signet::cms {
namespace {

// [0] EXPLICIT OCTET STRING OPTIONAL.
void WriteMaterial(asn1::DerWriter& sequence, const std::optional<Bytes>& user_keying_material) {
  if (user_keying_material) {
    sequence.Constructed(asn1::ContextConstructedTag(0),
                         [&](asn1::DerWriter& info) { info.OctetString(*user_keying_material); });
  }
}

}  // namespace

// ECC-CMS-SharedInfo ::= SEQUENCE { keyInfo AlgorithmIdentifier, entityUInfo [0] EXPLICIT OCTET
// STRING OPTIONAL, suppPubInfo [2] EXPLICIT OCTET STRING }; suppPubInfo is the length of the
// key-encryption key in bits, four octets.
Bytes EccSharedInfo(ByteView wrap_algorithm, nss::KeyWrap wrap,
                    const std::optional<Bytes>& user_keying_material) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& sequence) {
    sequence.Raw(wrap_algorithm);
    WriteMaterial(sequence, user_keying_material);
    sequence.Constructed(asn1::ContextConstructedTag(2), [&](asn1::DerWriter& info) {
      const std::size_t bits = nss::KeyWrapOctets(wrap) * 8;
      const Bytes octets = {0, 0, static_cast<std::uint8_t>(bits >> 8U),
                            static_cast<std::uint8_t>(bits)};
      info.OctetString(octets);
    });
  });
  return std::move(writer).Take();
}

// CMSORIforKEMOtherInfo ::= SEQUENCE { wrap, kekLength INTEGER, ukm [0] EXPLICIT OCTET STRING
// OPTIONAL }
Bytes KemOtherInfo(ByteView wrap_algorithm, std::uint64_t kek_octets,
                   const std::optional<Bytes>& user_keying_material) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& sequence) {
    sequence.Raw(wrap_algorithm);
    sequence.Integer(static_cast<std::int64_t>(kek_octets));
    WriteMaterial(sequence, user_keying_material);
  });
  return std::move(writer).Take();
}

}  // namespace signet::cms

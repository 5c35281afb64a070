#include "pkix/general_name.h"

#include <array>

#include "asn1/oids.h"
#include "pkix/text.h"

namespace signet::pkix {
namespace {

// The bare [number] of each kind, by its tag.
struct KindOfTag {
  asn1::Tag tag;
  GeneralNameKind kind;
};

constexpr std::array<KindOfTag, 9> kKinds{{
    {asn1::ContextConstructedTag(0), GeneralNameKind::kOther},
    {asn1::ContextTag(1), GeneralNameKind::kRfc822},
    {asn1::ContextTag(2), GeneralNameKind::kDns},
    {asn1::ContextConstructedTag(3), GeneralNameKind::kX400},
    {asn1::ContextConstructedTag(4), GeneralNameKind::kDirectory},
    {asn1::ContextConstructedTag(5), GeneralNameKind::kEdiParty},
    {asn1::ContextTag(6), GeneralNameKind::kUri},
    {asn1::ContextTag(7), GeneralNameKind::kIp},
    {asn1::ContextTag(8), GeneralNameKind::kRegisteredId},
}};

std::string IpText(ByteView octets) {
  if (octets.size() != 4) {
    return ToHex(octets);
  }
  std::string text;
  for (const std::uint8_t octet : octets) {
    text += (text.empty() ? "" : ".") + std::to_string(octet);
  }
  return text;
}

// OtherName ::= SEQUENCE { type-id OBJECT IDENTIFIER, value [0] EXPLICIT ANY }, tagged implicitly.
Result<void> ReadOtherName(asn1::DerReader reader, GeneralName& name) {
  SIGNET_ASSIGN(name.type, reader.ReadOid());
  SIGNET_ASSIGN(asn1::DerReader value, reader.Enter(asn1::ContextConstructedTag(0)));
  SIGNET_TRY(reader.Finish());
  SIGNET_ASSIGN(const asn1::Element element, value.ReadAny());
  SIGNET_TRY(value.Finish());
  name.value = element.der;
  return {};
}

}  // namespace

std::optional<std::string> GeneralName::SmtpUtf8Mailbox() const {
  if (kind != GeneralNameKind::kOther || type != asn1::oid::kOnSmtpUtf8Mailbox) {
    return std::nullopt;
  }
  asn1::DerReader reader(value);
  const auto text = reader.Read(asn1::kUtf8String);
  return text ? DecodeText(asn1::kUtf8String, *text) : std::nullopt;
}

std::string GeneralName::ToText() const {
  switch (kind) {
    case GeneralNameKind::kOther:
      if (const auto mailbox = SmtpUtf8Mailbox()) {
        return EscapeForDisplay(*mailbox);
      }
      return DottedText(type);
    case GeneralNameKind::kDirectory:
      return directory->ToText();
    case GeneralNameKind::kIp:
      return IpText(value);
    case GeneralNameKind::kRegisteredId:
      return DottedText(value);
    case GeneralNameKind::kX400:
      return "x400Address";
    case GeneralNameKind::kEdiParty:
      return "ediPartyName";
    case GeneralNameKind::kRfc822:
    case GeneralNameKind::kDns:
    case GeneralNameKind::kUri:
      break;
  }
  return EscapeForDisplay(AsText(value));
}

Result<GeneralName> ReadGeneralName(asn1::DerReader& reader) {
  const asn1::DerReader start = reader;
  SIGNET_ASSIGN(const asn1::Element element, reader.ReadAny());
  GeneralName name;
  const KindOfTag* known = nullptr;
  for (const KindOfTag& candidate : kKinds) {
    if (candidate.tag == element.tag) {
      known = &candidate;
    }
  }
  if (known == nullptr) {
    return start.Fail("not a GeneralName");
  }
  name.kind = known->kind;
  name.value = element.content;
  if (name.kind == GeneralNameKind::kOther) {
    SIGNET_TRY(ReadOtherName(asn1::DerReader(element), name));
  } else if (name.kind == GeneralNameKind::kDirectory) {
    // Name is a CHOICE, so that its tag is explicit.
    asn1::DerReader inner(element);
    SIGNET_ASSIGN(const asn1::Element rdns, inner.ReadElement(asn1::kSequence));
    SIGNET_TRY(inner.Finish());
    SIGNET_ASSIGN(Name directory, Name::Parse(rdns));
    name.directory = std::make_shared<const Name>(std::move(directory));
    name.value = rdns.der;
  } else if (name.kind == GeneralNameKind::kRegisteredId && !asn1::IsOid(name.value)) {
    return start.Fail("a registeredID that is no identifier");
  }
  return name;
}

Result<std::vector<GeneralName>> ReadGeneralNames(asn1::DerReader names) {
  if (names.AtEnd()) {
    return names.Fail("GeneralNames without a name");
  }
  std::vector<GeneralName> list;
  while (!names.AtEnd()) {
    SIGNET_ASSIGN(GeneralName name, ReadGeneralName(names));
    list.push_back(std::move(name));
  }
  return list;
}

}  // namespace signet::pkix

#include "pkix/name.h"

#include <algorithm>
#include <array>
#include <utility>

#include "asn1/oids.h"
#include "base/limits.h"
#include "pkix/text.h"

namespace signet::pkix {
namespace {

namespace oid = asn1::oid;

struct ShortName {
  Oid type;
  std::string_view name;
};

// RFC 4514, section 3, and, for readers, the common ones that have no short name there.
constexpr std::array<ShortName, 20> kShortNames{{
    {oid::kCommonName, "CN"},
    {oid::kLocality, "L"},
    {oid::kStateOrProvince, "ST"},
    {oid::kOrganization, "O"},
    {oid::kOrganizationalUnit, "OU"},
    {oid::kCountry, "C"},
    {oid::kStreet, "STREET"},
    {oid::kDomainComponent, "DC"},
    {oid::kUserId, "UID"},
    {oid::kEmailAddress, "emailAddress"},
    {oid::kSurname, "SN"},
    {oid::kGivenName, "givenName"},
    {oid::kSerialNumber, "serialNumber"},
    {oid::kTitle, "title"},
    {oid::kPostalCode, "postalCode"},
    {oid::kInitials, "initials"},
    {oid::kGenerationQualifier, "generationQualifier"},
    {oid::kDnQualifier, "dnQualifier"},
    {oid::kPseudonym, "pseudonym"},
    {oid::kOrganizationIdentifier, "organizationIdentifier"},
}};

// Appends octets with their length in front, so that keys of different parts never run together.
void AppendCounted(std::string& key, std::string_view octets) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    key.push_back(static_cast<char>((octets.size() >> shift) & 0xffU));
  }
  key += octets;
}

// The comparable form of one attribute. Strings of every encoding share one form.
std::string AttributeKey(const NameAttribute& attribute) {
  std::string key;
  AppendCounted(key, AsText(attribute.type));
  if (attribute.text) {
    key.push_back('t');
    AppendCounted(key, FoldText(*attribute.text));
  } else {
    key.push_back('b');
    key.push_back(static_cast<char>(attribute.tag));
    AppendCounted(key, AsText(attribute.value));
  }
  return key;
}

std::string TypeText(ByteView type) {
  for (const ShortName& known : kShortNames) {
    if (type == known.type) {
      return std::string{known.name};
    }
  }
  return DottedText(type);
}

// RFC 4514, 2.4.
std::string EscapeValue(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool at_end = i == 0 || i + 1 == text.size();
    const bool special = std::string_view{"\"+,;<>\\"}.contains(c);
    if (special || (c == ' ' && at_end) || (c == '#' && i == 0)) {
      out.push_back('\\');
    }
    out.push_back(c);
  }
  return EscapeForDisplay(out);
}

std::string AttributeText(const NameAttribute& attribute) {
  const std::string text = TypeText(attribute.type) + "=";
  if (attribute.text) {
    return text + EscapeValue(*attribute.text);
  }
  return text + "#" + ToHex(attribute.value);
}

}  // namespace

Result<Name> Name::Parse(const asn1::Element& element) {
  Name name;
  name.der_ = element.der;
  if (element.der.size() > limits::kNameOctets) {
    return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kNameOctets");
  }
  asn1::DerReader rdns(element);
  for (std::size_t rdn = 0; !rdns.AtEnd(); ++rdn) {
    SIGNET_ASSIGN(asn1::DerReader set, rdns.ReadSet());
    if (set.AtEnd()) {
      return set.Fail("a relative distinguished name without attributes");
    }
    std::vector<std::string> keys;
    while (!set.AtEnd()) {
      SIGNET_ASSIGN(asn1::DerReader pair, set.ReadSequence());
      NameAttribute attribute;
      attribute.rdn = rdn;
      SIGNET_ASSIGN(attribute.type, pair.ReadOid());
      SIGNET_ASSIGN(const asn1::Element value, pair.ReadAny());
      SIGNET_TRY(pair.Finish());
      attribute.tag = value.tag;
      attribute.value = value.content;
      attribute.text = DecodeText(value.tag, value.content);
      keys.push_back(AttributeKey(attribute));
      name.attributes_.push_back(std::move(attribute));
    }
    // The attributes of one RDN are a set: their order says nothing (RFC 5280, 7.1).
    std::ranges::sort(keys);
    std::string joined;
    for (const std::string& key : keys) {
      joined += key;
    }
    AppendCounted(name.key_, joined);
    name.rdn_key_ends_.push_back(name.key_.size());
  }
  return name;
}

bool Name::IsWithin(const Name& base) const {
  return base.key_.empty() || (key_.starts_with(base.key_) &&
                               std::ranges::binary_search(rdn_key_ends_, base.key_.size()));
}

std::string Name::ToText() const {
  std::string text;
  std::size_t end = attributes_.size();
  while (end > 0) {
    // From the last RDN to the first, the attributes of each in their order.
    std::size_t start = end - 1;
    while (start > 0 && attributes_[start - 1].rdn == attributes_[end - 1].rdn) {
      --start;
    }
    text += text.empty() ? "" : ",";
    for (std::size_t i = start; i < end; ++i) {
      text += (i == start ? "" : "+") + AttributeText(attributes_[i]);
    }
    end = start;
  }
  return text;
}

std::optional<std::string> Name::Find(const Oid& type) const {
  for (auto attribute = attributes_.rbegin(); attribute != attributes_.rend(); ++attribute) {
    if (attribute->type == type && attribute->text) {
      return attribute->text;
    }
  }
  return std::nullopt;
}

}  // namespace signet::pkix

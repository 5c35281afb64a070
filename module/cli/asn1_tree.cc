#include "cli/asn1_tree.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "asn1/ber_reader.h"
#include "asn1/tags.h"
#include "cli/oid_names.h"
#include "pkix/text.h"

namespace signet::cli {
namespace {

constexpr std::size_t kElementsShown = 5000;
// Values of more octets are counted and not shown.
constexpr std::uint64_t kCollected = 4096;
constexpr std::size_t kHexShown = 32;

// Universal tag numbers (X.680, 8.4).
constexpr std::array<std::string_view, 31> kUniversal = {"end",
                                                         "BOOLEAN",
                                                         "INTEGER",
                                                         "BIT STRING",
                                                         "OCTET STRING",
                                                         "NULL",
                                                         "OBJECT IDENTIFIER",
                                                         "ObjectDescriptor",
                                                         "EXTERNAL",
                                                         "REAL",
                                                         "ENUMERATED",
                                                         "EMBEDDED PDV",
                                                         "UTF8String",
                                                         "RELATIVE-OID",
                                                         "TIME",
                                                         "15",
                                                         "SEQUENCE",
                                                         "SET",
                                                         "NumericString",
                                                         "PrintableString",
                                                         "TeletexString",
                                                         "VideotexString",
                                                         "IA5String",
                                                         "UTCTime",
                                                         "GeneralizedTime",
                                                         "GraphicString",
                                                         "VisibleString",
                                                         "GeneralString",
                                                         "UniversalString",
                                                         "CHARACTER STRING",
                                                         "BMPString"};

constexpr std::uint32_t kOid = 6;

bool IsUniversalClass(const asn1::BerElement& element) {
  constexpr unsigned kClassMask = 0xC0;
  return (element.identifier & kClassMask) == 0;
}

std::string TagName(const asn1::BerElement& element) {
  constexpr unsigned kApplication = 0x40;
  constexpr unsigned kContext = 0x80;
  if (IsUniversalClass(element)) {
    return element.number < kUniversal.size()
               ? std::string(kUniversal.at(element.number))
               : "[UNIVERSAL " + std::to_string(element.number) + "]";
  }
  if ((element.identifier & 0xC0U) == kContext) {
    return "[" + std::to_string(element.number) + "]";
  }
  return ((element.identifier & 0xC0U) == kApplication ? "[APPLICATION " : "[PRIVATE ") +
         std::to_string(element.number) + "]";
}

std::string ValueText(const asn1::BerElement& element, ByteView content) {
  if (element.IsUniversal(kOid)) {
    return OidText(content);
  }
  if (IsUniversalClass(element)) {
    if (const auto text = pkix::DecodeText(static_cast<asn1::Tag>(element.identifier), content)) {
      return "\"" + *text + "\"";
    }
    if (element.number == 23 || element.number == 24) {
      return std::string(AsText(content));
    }
  }
  return ToHex(content.first(std::min(content.size(), kHexShown))) +
         (content.size() > kHexShown ? "…" : "");
}

class Builder final : public asn1::BerHandler {
 public:
  explicit Builder(Tree& tree) { open_.push_back(&tree); }

  Result<asn1::BerTake> OnElement(const asn1::BerElement& element) override {
    if (++shown_ > kElementsShown) {
      if (shown_ == kElementsShown + 1) {
        open_.front()->Add("… more than is shown");
      }
      return asn1::BerTake::kSkip;
    }
    const std::string size =
        element.length ? std::to_string(*element.length) + " octets" : "indefinite length";
    Tree& line = open_.back()->Add(TagName(element) + ", " + size);
    if (element.IsConstructed()) {
      open_.push_back(&line);
      return asn1::BerTake::kEnter;
    }
    current_ = &line;
    return element.length <= kCollected ? asn1::BerTake::kCollect : asn1::BerTake::kSkip;
  }
  Result<void> OnValue(const asn1::BerElement& element, ByteView octets) override {
    const ByteView content = octets.subspan(element.header_octets);
    if (!content.empty()) {
      current_->value = pkix::EscapeForDisplay(ValueText(element, content));
    }
    return {};
  }
  Result<void> OnChunk(const asn1::BerElement& /*element*/, ByteView /*octets*/) override {
    return {};
  }
  Result<void> OnEnd(const asn1::BerElement& element) override {
    if (element.IsConstructed() && open_.size() > 1) {
      open_.pop_back();
    }
    return {};
  }

 private:
  std::vector<Tree*> open_;
  Tree* current_ = nullptr;
  std::size_t shown_ = 0;
};

}  // namespace

void AddAsn1(ByteView octets, Tree& tree) {
  Builder builder(tree);
  asn1::BerReader reader(builder);
  auto result = reader.Push(octets);
  if (result) {
    result = reader.Finish();
  }
  if (!result) {
    const Reason& reason = result.error();
    tree.Add("here it ends: " + reason.where + (reason.diagnostic.empty() ? "" : ", ") +
             reason.diagnostic);
  }
  if (reader.TrailingOctets() > 0) {
    tree.Add(std::to_string(reader.TrailingOctets()) + " octets follow");
  }
}

}  // namespace signet::cli

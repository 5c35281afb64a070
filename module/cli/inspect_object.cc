#include "cli/inspect_object.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "cli/asn1_tree.h"
#include "cli/inspect_signed.h"
#include "cli/oid_names.h"
#include "cms/decoder.h"
#include "idl/words.h"
#include "smime/content_keeper.h"

namespace signet::cli {
namespace {

// Octets of an object that are shown as plain ASN.1.
constexpr std::size_t kPlainOctets = std::size_t{16} << 20U;

// Counts the content and keeps it as far as somebody may want to look into it.
class CountingKeeper final : public smime::ContentKeeper {
 public:
  Result<void> OnContent(ByteView octets) override {
    count_ += octets.size();
    return ContentKeeper::OnContent(octets);
  }
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  std::uint64_t count_ = 0;
};

std::string_view KindText(cms::RecipientKind kind) {
  switch (kind) {
    case cms::RecipientKind::kKeyTransport:
      return "key transport";
    case cms::RecipientKind::kKeyAgreement:
      return "key agreement";
    case cms::RecipientKind::kKeyEncapsulation:
      return "key encapsulation";
    case cms::RecipientKind::kSharedKey:
      return "shared key";
    case cms::RecipientKind::kPassword:
      return "password";
    case cms::RecipientKind::kOther:
      break;
  }
  return "other";
}

void InspectEncrypted(const cms::EnvelopedData& data, Tree& tree) {
  tree.Add("version", std::to_string(data.version));
  InspectCertificates(data.certificates, tree);
  for (const cms::Recipient& recipient : data.recipients) {
    Tree& line = tree.Add("recipient", KindText(recipient.kind));
    if (recipient.id.issuer_and_serial || recipient.id.key_identifier) {
      line.Add("certificate", IdText(recipient.id.issuer_and_serial, recipient.id.key_identifier));
    }
    line.Add("algorithm", recipient.algorithm.empty()
                              ? OidText(recipient.key_encryption_algorithm.oid)
                              : recipient.algorithm + " (" +
                                    DottedText(recipient.key_encryption_algorithm.oid) + ")");
    if (recipient.state == cms::RecipientState::kOpened) {
      line.Add("opened with a key that was given");
    } else if (recipient.reason) {
      line.Add("not usable", words::Text(*recipient.reason));
    }
  }
  if (!data.content_type.empty()) {  // otherwise it was not read so far
    tree.Add("content encryption algorithm", CipherText(data.content_encryption_algorithm));
    tree.Add("content", OidText(data.content_type));
  }
  InspectAttributes("authenticated attributes", data.authenticated_attributes, tree);
  InspectAttributes("unprotected attributes", data.unprotected_attributes, tree);
}

// As it is, where Signet has no reader or the object is damaged.
void InspectPlain(const ObjectFeed& feed, Tree& tree) {
  Bytes octets;
  static_cast<void>(feed([&octets](ByteView piece) -> Result<void> {
    const std::size_t room = kPlainOctets - octets.size();
    const ByteView taken = piece.first(std::min(piece.size(), room));
    octets.insert(octets.end(), taken.begin(), taken.end());
    return {};
  }));
  AddAsn1(octets, tree);
}

void AddFailure(const Reason& reason, Tree& tree) {
  Tree& line = tree.Add("not read to its end", words::Text(reason));
  line.damaged = reason.code == ReasonCode::kMalformed;
  if (!reason.diagnostic.empty()) {
    line.Add(reason.diagnostic);
  }
}

}  // namespace

std::optional<LargeBuffer> InspectObject(const ObjectFeed& feed, cms::KeySource* keys, Tree& tree) {
  CountingKeeper keeper;
  cms::DecodeOptions options;
  options.keys = keys;
  cms::Decoder decoder(keeper, options);
  const Result<void> pushed =
      feed([&decoder](ByteView piece) -> Result<void> { return decoder.Push(piece); });
  auto decoded = pushed ? decoder.Finish() : Result<cms::Decoded>(std::unexpected(pushed.error()));
  if (!decoded) {
    if (const cms::EnvelopedData* encrypted = decoder.Encrypted(); encrypted != nullptr) {
      Tree& line = tree.Add(encrypted->authenticated ? "authEnvelopedData" : "envelopedData");
      InspectEncrypted(*encrypted, line);
      line.Add("not opened", words::Text(decoded.error()));
      if (decoded.error().code != ReasonCode::kMalformed) {
        return std::nullopt;
      }
    }
    AddFailure(decoded.error(), tree);
    InspectPlain(feed, tree.Add("ASN.1"));
    return std::nullopt;
  }
  Tree& line = tree.Add(OidText(decoded->type));
  if (const auto* data = std::get_if<cms::SignedData>(&decoded->object)) {
    InspectSigned(*data, line);
  } else if (const auto* encrypted = std::get_if<cms::EnvelopedData>(&decoded->object)) {
    InspectEncrypted(*encrypted, line);
    line.Add("opened", std::to_string(encrypted->octets) + " octets");
  } else if (const auto* compressed = std::get_if<cms::CompressedData>(&decoded->object)) {
    line.Add("content", OidText(compressed->content_type));
    line.Add("decompressed", std::to_string(compressed->octets) + " octets");
  } else {
    line.Add("content", std::to_string(keeper.count()) + " octets");
  }
  if (decoded->trailing_octets > 0) {
    tree.Add(std::to_string(decoded->trailing_octets) + " octets follow the object");
  }
  return keeper.count() > 0 ? keeper.Take() : std::nullopt;
}

}  // namespace signet::cli

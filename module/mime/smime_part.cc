#include "mime/smime_part.h"

#include <array>
#include <string_view>

namespace signet::mime {
namespace {

bool IsSignatureType(std::string_view media_type) {
  return media_type == "application/pkcs7-signature" ||
         media_type == "application/x-pkcs7-signature";
}

bool IsMimeType(std::string_view media_type) {
  return media_type == "application/pkcs7-mime" || media_type == "application/x-pkcs7-mime";
}

std::string MediaType(const Entity& entity) {
  return entity.type.type + "/" + entity.type.subtype;
}

std::string Trimmed(const std::string* value) {
  if (value == nullptr) {
    return {};
  }
  const std::size_t first = value->find_first_not_of(" \t");
  return first == std::string::npos
             ? std::string()
             : value->substr(first, value->find_last_not_of(" \t") - first + 1);
}

// What the extension of a file name stands for (RFC 8551, section 3.2.1).
struct Extension {
  std::string_view suffix;
  SmimeForm form;
  std::string_view smime_type;
};
constexpr std::array<Extension, 4> kExtensions = {{
    {".p7m", SmimeForm::kPkcs7Mime, ""},
    {".p7s", SmimeForm::kSignaturePart, ""},
    {".p7c", SmimeForm::kPkcs7Mime, "certs-only"},
    {".p7z", SmimeForm::kPkcs7Mime, "compressed-data"},
}};

const Extension* ExtensionOf(const Entity& entity) {
  const std::string name = LowerCase(entity.FileName());
  for (const Extension& extension : kExtensions) {
    if (name.ends_with(extension.suffix)) {
      return &extension;
    }
  }
  return nullptr;
}

// The form of an entity that is no multipart.
SmimePart ClassifyLeaf(const Entity& entity) {
  SmimePart part;
  const std::string media_type = MediaType(entity);
  const Extension* extension = ExtensionOf(entity);
  if (IsMimeType(media_type)) {
    part.form = SmimeForm::kPkcs7Mime;
    part.smime_type = LowerCase(Trimmed(entity.type.parameters.Find("smime-type")));
    if (part.smime_type.empty() && extension != nullptr) {
      part.smime_type = extension->smime_type;
    }
  } else if (IsSignatureType(media_type)) {
    part.form = SmimeForm::kSignaturePart;
  } else if (media_type == "application/octet-stream" && extension != nullptr) {
    part.form = extension->form;
    part.smime_type = extension->smime_type;
    part.by_name = true;
  }
  return part;
}

bool IsClearSigned(const Message& message, const Entity& entity) {
  const std::string protocol = LowerCase(Trimmed(entity.type.parameters.Find("protocol")));
  if (!protocol.empty()) {
    return IsSignatureType(protocol);
  }
  // Without the parameter the second part tells.
  return entity.children.size() >= 2 &&
         ClassifyLeaf(message.entities()[entity.children[1]]).form == SmimeForm::kSignaturePart;
}

}  // namespace

SmimePart Classify(const Message& message, std::size_t index) {
  const Entity& entity = message.entities()[index];
  if (!entity.type.Is("multipart", "signed")) {
    return ClassifyLeaf(entity);
  }
  SmimePart part;
  if (IsClearSigned(message, entity)) {
    part.form = SmimeForm::kClearSigned;
    part.micalg = Trimmed(entity.type.parameters.Find("micalg"));
  }
  return part;
}

Result<ClearSigned> SplitClearSigned(const Message& message, std::size_t index) {
  const Entity& entity = message.entities()[index];
  const std::string where = "part " + entity.path;
  if (entity.children.size() != 2) {
    return Malformed(where, "multipart/signed with " + std::to_string(entity.children.size()) +
                                " parts instead of two");
  }
  ClearSigned halves;
  halves.content_index = entity.children[0];
  halves.signature_index = entity.children[1];
  halves.content = message.entities()[halves.content_index].octets;
  const Entity& signature = message.entities()[halves.signature_index];
  if (ClassifyLeaf(signature).form != SmimeForm::kSignaturePart) {
    return Malformed(where, "the second part of multipart/signed is " + MediaType(signature));
  }
  return halves;
}

}  // namespace signet::mime

// The writing half of smime/header_protection.h.
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "smime/header_protection.h"
#include "smime/main_body.h"

namespace signet::smime {
namespace {

// RFC 9788, 3.2.1.
constexpr std::string_view kConcealedSubject = "[...]";

// What is not for the recipients stays out of what they can read: who else gets a hidden copy, and
// the host's own notes in what it keeps.
bool IsPrivate(std::string_view name) {
  const std::string lower = mime::LowerCase(name);
  return lower == "bcc" || lower == "resent-bcc" || lower == "fcc" ||
         lower.starts_with("x-mozilla-") || lower == "x-identity-key" || lower == "x-account-key";
}

std::string WholeLines(const mime::HeaderField& field) {
  std::string lines(AsText(field.octets));
  if (!lines.ends_with('\n')) {
    lines.append("\r\n");
  }
  return lines;
}

// The policy hcp_baseline: a field as it stands outside; empty where it does not.
std::string Outside(const mime::HeaderField& field) {
  if (mime::EqualIgnoringCase(field.name, "subject")) {
    return std::string("Subject: ").append(kConcealedSubject).append("\r\n");
  }
  if (mime::EqualIgnoringCase(field.name, "comments") ||
      mime::EqualIgnoringCase(field.name, "keywords")) {
    return {};
  }
  return WholeLines(field);
}

// The entity's Content-Type with the parameter, which says that fields of the payload are
// protected.
std::string MarkedType(const mime::HeaderField* type, std::string_view hp) {
  // Folded as received, but for the end, so that lines stay short.
  std::string_view value = type == nullptr ? "text/plain; charset=us-ascii" : type->raw_value;
  value.remove_suffix(value.size() - (value.find_last_not_of("; \t\r\n") + 1));
  value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
  return std::string("Content-Type: ")
      .append(value)
      .append(";\r\n hp=\"")
      .append(hp)
      .append("\"\r\n");
}

}  // namespace

Result<ProtectedParts> ProtectHeader(const HeaderToProtect& message) {
  SIGNET_ASSIGN(const mime::Header fields, mime::Header::Parse(AsBytes(message.fields)));
  ProtectedParts parts;
  std::string inside;
  std::string outer_copies;
  std::string subject;
  for (const mime::HeaderField& field : fields.fields()) {
    const std::string whole = WholeLines(field);
    const std::string outside = message.encrypted ? Outside(field) : whole;
    parts.fields.append(outside);
    if (mime::IsStructural(field) || IsPrivate(field.name)) {
      continue;
    }
    inside.append(whole);
    if (message.encrypted && !outside.empty()) {
      outer_copies.append("HP-Outer: ").append(outside);
    }
    if (message.encrypted && mime::EqualIgnoringCase(field.name, "subject")) {
      subject = mime::DecodeText(field.Unfolded());
    }
  }
  Bytes entity = ToBytes(message.entity);
  if (!subject.empty() && subject != kConcealedSubject) {
    SIGNET_ASSIGN(entity, ShowSubjectInBody(message.entity, subject));
  }
  SIGNET_ASSIGN(const mime::Header content, mime::Header::Parse(entity));
  const mime::HeaderField* const type = content.First("content-type");
  std::string header = MarkedType(type, message.encrypted ? "cipher" : "clear");
  header.append(inside).append(outer_copies);
  for (const mime::HeaderField& field : content.fields()) {
    if (&field != type) {
      header.append(WholeLines(field));
    }
  }
  header.append("\r\n");
  parts.payload = ToBytes(AsBytes(header));
  std::ranges::copy(ByteView(entity).subspan(content.size_with_separator()),
                    std::back_inserter(parts.payload));
  return parts;
}

}  // namespace signet::smime

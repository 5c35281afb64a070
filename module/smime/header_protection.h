// Header protection (RFC 9788): header fields that the sender put inside of the layers, beside
// those that everybody on the way can see and change. Reading them, and writing them.
#ifndef SIGNET_SMIME_HEADER_PROTECTION_H_
#define SIGNET_SMIME_HEADER_PROTECTION_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "mime/header.h"
#include "mime/message.h"

namespace signet::smime {

// ProtectedHeader are the fields of a cryptographic payload that say that they are protected: its
// Content-Type has the parameter hp (section 2.1.1). Names in lower case; texts decoded, UTF-8.
struct ProtectedHeader {
  // Those of the message, each name once.
  std::vector<std::pair<std::string, std::string>> fields;
  // The field's value outside as the sender wrote it, where it was to be another one (HP-Outer,
  // section 2.2).
  std::vector<std::pair<std::string, std::string>> outer;

  [[nodiscard]] std::optional<std::string> Subject() const;
};

// ReadProtectedHeader reads the payload's, or gives nothing where it has none.
[[nodiscard]] std::optional<ProtectedHeader> ReadProtectedHeader(const mime::Entity& payload);

// CompareHeaders gives protected-header-differs (texts `field`, `outer`, `inner`) for each field
// that a person sees, is both inside and outside, and was changed outside.
[[nodiscard]] std::vector<Reason> CompareHeaders(const ProtectedHeader& inner,
                                                 const mime::Header& outer);

// HeaderToProtect is a message as it is written, before it is protected.
struct HeaderToProtect {
  // All fields of the message that are not of its content, whole lines with CRLF.
  std::string_view fields;
  // The MIME entity that will be signed or encrypted: Content- fields, an empty line, its body.
  ByteView entity;
  // The message will be encrypted: what need not be seen outside is not shown there.
  bool encrypted = false;
};

// What HeaderToProtect becomes.
struct ProtectedParts {
  // The fields outside: those of the policy hcp_baseline (section 3.2.1) where the message is
  // encrypted: "[...]" for the subject, no Comments and no Keywords; otherwise as they were.
  std::string fields;
  // The payload: the entity with a copy of every field, marked by the parameter hp, and where it is
  // encrypted with the fields as they are outside (HP-Outer), and with the subject at the beginning
  // of its text for programs that know nothing of this (smime/main_body.h).
  Bytes payload;
};

// ProtectHeader is the composing of section 5.2. An entity that names no content type gets that of
// RFC 2045, section 5.2. Reason: limit-exceeded.
[[nodiscard]] Result<ProtectedParts> ProtectHeader(const HeaderToProtect& message);

}  // namespace signet::smime

#endif  // SIGNET_SMIME_HEADER_PROTECTION_H_

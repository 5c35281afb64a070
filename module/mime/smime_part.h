// Which entities are S/MIME, and in which form (RFC 8551, sections 3.2 to 3.9), accepting what the
// world really sends: the old x-pkcs7 names, application/octet-stream with a .p7m name, a missing
// protocol or smime-type parameter. What a CMS object is, is decided by its content type in the
// end; the labels here only say where to look, and where they contradict each other.
#ifndef SIGNET_MIME_SMIME_PART_H_
#define SIGNET_MIME_SMIME_PART_H_

#include <cstddef>
#include <string>

#include "base/bytes.h"
#include "base/result.h"
#include "mime/message.h"

namespace signet::mime {

enum class SmimeForm {
  kNone,           // not S/MIME
  kClearSigned,    // multipart/signed with a PKCS #7 signature
  kPkcs7Mime,      // application/pkcs7-mime: signed, enveloped, compressed, certificates
  kSignaturePart,  // application/pkcs7-signature: the second part of a multipart/signed, or stray
};

// SmimePart says what an entity's labels claim.
struct SmimePart {
  SmimeForm form = SmimeForm::kNone;
  // The smime-type parameter in lower case ("enveloped-data"), or what the file name's extension
  // stands for (.p7c: "certs-only"), or empty.
  std::string smime_type;
  // The micalg parameter of multipart/signed, as written.
  std::string micalg;
  // Recognised by the file's name only.
  bool by_name = false;
};

// Classify looks at the labels of entity `index`.
[[nodiscard]] SmimePart Classify(const Message& message, std::size_t index);

// ClearSigned are the two halves of a multipart/signed.
struct ClearSigned {
  // The exact octets that were signed, in the line ends in which they are stored.
  ByteView content;
  std::size_t content_index = 0;
  // The signature's part; its body is still transfer-encoded.
  std::size_t signature_index = 0;
};

// SplitClearSigned takes apart entity `index`, which is kClearSigned. Reason: malformed, if it has
// not exactly two parts (RFC 1847, section 2.1) or the second is no signature.
[[nodiscard]] Result<ClearSigned> SplitClearSigned(const Message& message, std::size_t index);

}  // namespace signet::mime

#endif  // SIGNET_MIME_SMIME_PART_H_

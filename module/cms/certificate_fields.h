// The few fields of a certificate (RFC 5280, 4.1) that CMS itself needs: what signers and
// recipients are named by, and the key. Reading and judging certificates is the room pkix.
#ifndef SIGNET_CMS_CERTIFICATE_FIELDS_H_
#define SIGNET_CMS_CERTIFICATE_FIELDS_H_

#include <optional>

#include "base/bytes.h"
#include "base/result.h"

namespace signet::cms {

// CertificateFields views into the certificate that it was read from.
struct CertificateFields {
  // Name, with tag and length.
  ByteView issuer;
  // Content octets of the INTEGER.
  ByteView serial;
  // SubjectPublicKeyInfo, with tag and length.
  ByteView public_key_info;
  // Content octets of the subject key identifier extension; nothing where it is absent.
  std::optional<ByteView> subject_key_identifier;
};

// ReadCertificateFields reads a certificate in DER. Reason: malformed.
[[nodiscard]] Result<CertificateFields> ReadCertificateFields(ByteView certificate);

}  // namespace signet::cms

#endif  // SIGNET_CMS_CERTIFICATE_FIELDS_H_

// Files of certificates for other programs.
#ifndef SIGNET_STORE_EXPORT_H_
#define SIGNET_STORE_EXPORT_H_

#include <span>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "pkix/certificate.h"

namespace signet::store {

// PemText writes octets as text under a label (RFC 7468, section 2), lines of 64 with LF.
[[nodiscard]] std::string PemText(std::string_view label, ByteView octets);

// ToPem writes one certificate so.
[[nodiscard]] std::string ToPem(const pkix::Certificate& certificate);

// ToPkcs7 writes SignedData that carries certificates only, in DER (RFC 5652, section 5; RFC 8551,
// section 3.8).
[[nodiscard]] Bytes ToPkcs7(std::span<const pkix::CertificatePtr> certificates);

}  // namespace signet::store

#endif  // SIGNET_STORE_EXPORT_H_

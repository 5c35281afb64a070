// Answers of a directory: the values of its entries become candidate certificates. A directory is
// believed nothing: whether a certificate is for the address that was asked for, and whether it is
// valid, is judged like that of any other one (store/recipient_certificates.h).
#ifndef SIGNET_DIRECTORY_ANSWER_H_
#define SIGNET_DIRECTORY_ANSWER_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/time.h"
#include "cms/attributes.h"
#include "pkix/certificate.h"

namespace signet::directory {

// One value of an entry.
struct Value {
  // Attribute description as the server wrote it, with its options.
  std::string attribute;
  // Valid during the call.
  ByteView octets;
};

// One certificate that was found. Value type.
struct Candidate {
  // Never null.
  pkix::CertificatePtr certificate;
  // What the owner's programs can read, where the owner has signed that (RFC 8551, 2.5.2); empty:
  // not announced.
  std::vector<cms::SMimeCapability> capabilities = {};
  // When that was signed, as the signer says.
  std::optional<Time> announced_at = std::nullopt;
};

struct Answer {
  // Each once, in the order of the values; of authorities those with an address.
  std::vector<Candidate> candidates;
  // Certificates of authorities that came along.
  std::vector<pkix::CertificatePtr> authorities;
  // Values that could not be read: damaged, or of an attribute that was not asked for.
  std::size_t unreadable = 0;
  // There were more than limits::kDirectoryValues values or certificates; the rest was not looked
  // at.
  bool cut = false;
};

// ReadAnswer reads values: certificates in userCertificate, SignedData (RFC 5652, 5) in
// userSMIMECertificate, each also where the other belongs and in base64 or PEM, as some servers
// keep them. The content of a SignedData is ignored (RFC 2798, 2.8). Its capabilities count only
// for the certificate that verifies its signature and others of the same owner from the same
// issuer. NSS must run; thread-safe.
[[nodiscard]] Answer ReadAnswer(std::span<const Value> values);

}  // namespace signet::directory

#endif  // SIGNET_DIRECTORY_ANSWER_H_

// GeneralName (RFC 5280, 4.2.1.6): the names other than the subject: addresses, hosts, URIs, …
#ifndef SIGNET_PKIX_GENERAL_NAME_H_
#define SIGNET_PKIX_GENERAL_NAME_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "asn1/der_reader.h"
#include "base/bytes.h"
#include "base/result.h"
#include "pkix/name.h"

namespace signet::pkix {

enum class GeneralNameKind : std::uint8_t {
  kOther,  // otherName, see `type`
  kRfc822,
  kDns,
  kX400,
  kDirectory,
  kEdiParty,
  kUri,
  kIp,
  kRegisteredId,
};

// GeneralName views into the octets that it was read from.
struct GeneralName {
  GeneralNameKind kind = GeneralNameKind::kOther;
  // rfc822Name, dNSName, URI: the characters; IP: the octets; registeredID: the OID; directoryName:
  // the complete Name; otherName: the complete DER value within its explicit tag.
  ByteView value;
  // otherName only: content octets of type-id.
  ByteView type;
  // directoryName only.
  std::shared_ptr<const Name> directory;

  // SmtpUTF8Mailbox (RFC 9598): an otherName with an internationalised address, UTF-8. Nothing for
  // other names.
  [[nodiscard]] std::optional<std::string> SmtpUtf8Mailbox() const;
  // For people: "alice@example.com", "example.com", "192.0.2.1", "CN=…".
  [[nodiscard]] std::string ToText() const;
};

// ReadGeneralName reads the next one. Reason: malformed.
[[nodiscard]] Result<GeneralName> ReadGeneralName(asn1::DerReader& reader);

// ReadGeneralNames reads all that `names` holds, at least one.
[[nodiscard]] Result<std::vector<GeneralName>> ReadGeneralNames(asn1::DerReader names);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_GENERAL_NAME_H_

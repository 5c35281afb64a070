// The structure of SignedData in words, for `signet inspect`.
#ifndef SIGNET_CLI_INSPECT_SIGNED_H_
#define SIGNET_CLI_INSPECT_SIGNED_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "cli/tree.h"
#include "cms/attributes.h"
#include "cms/signed_data.h"

namespace signet::cli {

void InspectSigned(const cms::SignedData& data, Tree& tree);

// Certificates (DER) and attributes, as other types have them, too.
void InspectCertificates(std::span<const Bytes> certificates, Tree& tree);
void InspectAttributes(std::string_view heading, std::span<const cms::Attribute> attributes,
                       Tree& tree);

// IdText names a certificate by issuer and serial number or by its key identifier.
[[nodiscard]] std::string IdText(const std::optional<cms::IssuerAndSerial>& issuer_and_serial,
                                 const std::optional<Bytes>& key_identifier);

}  // namespace signet::cli

#endif  // SIGNET_CLI_INSPECT_SIGNED_H_

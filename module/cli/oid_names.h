// Names of object identifiers for experts.
#ifndef SIGNET_CLI_OID_NAMES_H_
#define SIGNET_CLI_OID_NAMES_H_

#include <string>

#include "base/bytes.h"
#include "cms/algorithm_identifier.h"

namespace signet::cli {

// OidText writes content octets of an object identifier as "signedData (1.2.840.113549.1.7.2)", or
// as the number alone where it has no name here.
[[nodiscard]] std::string OidText(ByteView oid);

// Each writes an AlgorithmIdentifier with the name that Signet has for it and its number: "RSA-PSS
// with SHA-256 (1.2.840.113549.1.1.10)".
[[nodiscard]] std::string DigestText(const cms::AlgorithmIdentifier& algorithm);
[[nodiscard]] std::string SignatureText(const cms::AlgorithmIdentifier& algorithm,
                                        const cms::AlgorithmIdentifier& digest);
[[nodiscard]] std::string CipherText(const cms::AlgorithmIdentifier& algorithm);

}  // namespace signet::cli

#endif  // SIGNET_CLI_OID_NAMES_H_

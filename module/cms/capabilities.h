// SMIMECapabilities (RFC 8551, 2.5.2): what a sender says that it can read, written and understood.
#ifndef SIGNET_CMS_CAPABILITIES_H_
#define SIGNET_CMS_CAPABILITIES_H_

#include <optional>
#include <span>
#include <vector>

#include "base/bytes.h"
#include "cms/attributes.h"
#include "nss/cipher.h"
#include "nss/key_transport.h"
#include "nss/public_key.h"

namespace signet::cms {

// OwnCapabilities are those of Signet with the NSS that runs, most wanted first: ciphers, and the
// ways to encrypt the key for the owner of `encryption_key` (null: no such ways). Only what is
// true, and nothing weak.
[[nodiscard]] std::vector<SMimeCapability> OwnCapabilities(const nss::PublicKey* encryption_key);

// EncodeCapabilities is the value of the attribute.
[[nodiscard]] Bytes EncodeCapabilities(std::span<const SMimeCapability> capabilities);

// ReadCapabilityList reads such a value, as the attribute or a certificate's extension (RFC 4262)
// has it. Nothing where it cannot be read.
[[nodiscard]] std::optional<std::vector<SMimeCapability>> ReadCapabilityList(ByteView value);

// Announces tells whether a cipher is among them.
[[nodiscard]] bool Announces(std::span<const SMimeCapability> capabilities, nss::Cipher cipher);

// AnnouncedOaep gives the parameters of RSA-OAEP that were announced and that Signet writes (no
// label, SHA-256 and stronger); the first of them.
[[nodiscard]] std::optional<nss::OaepParameters> AnnouncedOaep(
    std::span<const SMimeCapability> capabilities);

}  // namespace signet::cms

#endif  // SIGNET_CMS_CAPABILITIES_H_

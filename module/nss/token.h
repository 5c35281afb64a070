// Tokens: where keys and certificates live, and unlocking one of them.
#ifndef SIGNET_NSS_TOKEN_H_
#define SIGNET_NSS_TOKEN_H_

#include <keyhi.h>
#include <pk11pub.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "nss/owners.h"

namespace signet::nss {

// InternalKeySlot gives the slot of the software token that owns the profile's keys; without a
// database, keys there are never stored. Reason: token-unavailable.
[[nodiscard]] Result<UniqueSlot> InternalKeySlot();

// AllTokens gives the slots of every token that is there, the internal ones and cards, without
// asking for any password.
[[nodiscard]] std::vector<UniqueSlot> AllTokens();

// TokenNamed gives the token of this name, as TokenName tells it, or for an empty name the one of
// InternalKeySlot. Reason: token-unavailable (text `token`).
[[nodiscard]] Result<UniqueSlot> TokenNamed(const std::string& name);

// TokenName is the name that people know the token by, UTF-8. Empty for that of InternalKeySlot:
// its own name, "NSS Certificate DB", says nothing to anybody, and the words have a better one.
[[nodiscard]] std::string TokenName(PK11SlotInfo* slot);

// WithToken adds the text `token` to a reason, unless the name is empty.
[[nodiscard]] Reason WithToken(Reason reason, PK11SlotInfo* slot);

// WhyOutOfReach tells, after a key could not be used, whether it and its token are still there:
// reason token-unavailable (text `token`). Nothing: they are. Asks the token anew, so that the
// answer tells nothing about what was to be decrypted.
[[nodiscard]] std::optional<Reason> WhyOutOfReach(SECKEYPrivateKey* key);

// IsLocked says whether using a private key of this token asks for a password first.
[[nodiscard]] bool IsLocked(PK11SlotInfo* slot);

// Unlock makes a token's private keys usable, asking with the host's own prompt or with the
// PasswordSource of start-up; only this token. May wait for a person: never call it under a lock.
// Reasons (text `token`): password-needed (nobody answered), password-wrong, token-unavailable.
[[nodiscard]] Result<void> Unlock(PK11SlotInfo* slot);

// UnlockWith does the same with a password at hand, and asks nobody.
[[nodiscard]] Result<void> UnlockWith(PK11SlotInfo* slot, std::string_view password);

}  // namespace signet::nss

#endif  // SIGNET_NSS_TOKEN_H_

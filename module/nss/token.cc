#include "nss/token.h"

#include <string.h>

#include <utility>

#include "nss/error.h"
#include "nss/startup.h"

namespace signet::nss {
namespace {

Reason TokenReason(ReasonCode code, PK11SlotInfo* slot, std::string diagnostic) {
  return WithToken(MakeReason(code).Because(std::move(diagnostic)), slot);
}

}  // namespace

Result<UniqueSlot> InternalKeySlot() {
  UniqueSlot slot(PK11_GetInternalKeySlot());
  if (!slot) {
    return MakeReason(ReasonCode::kTokenUnavailable).Because(Failure("PK11_GetInternalKeySlot"));
  }
  return slot;
}

std::vector<UniqueSlot> AllTokens() {
  std::vector<UniqueSlot> tokens;
  const UniqueSlotList list(PK11_GetAllTokens(CKM_INVALID_MECHANISM, PR_FALSE, PR_FALSE, nullptr));
  if (!list) {
    return tokens;
  }
  // PK11_GetNextSafe gives up the element it is given, so an early return would need a release.
  for (PK11SlotListElement* element = PK11_GetFirstSafe(list.get()); element != nullptr;
       element = PK11_GetNextSafe(list.get(), element, PR_FALSE)) {
    tokens.emplace_back(PK11_ReferenceSlot(element->slot));
  }
  return tokens;
}

Result<UniqueSlot> TokenNamed(const std::string& name) {
  if (name.empty()) {
    return InternalKeySlot();
  }
  for (UniqueSlot& slot : AllTokens()) {
    if (TokenName(slot.get()) == name) {
      return std::move(slot);
    }
  }
  return MakeReason(ReasonCode::kTokenUnavailable).With("token", name);
}

std::string TokenName(PK11SlotInfo* slot) {
  const char* name = PK11_GetTokenName(slot);
  const UniqueSlot own(PK11_GetInternalKeySlot());
  return name == nullptr || slot == own.get() ? std::string() : name;
}

Reason WithToken(Reason reason, PK11SlotInfo* slot) {
  std::string name = TokenName(slot);
  return name.empty() ? std::move(reason) : std::move(reason).With("token", std::move(name));
}

std::optional<Reason> WhyOutOfReach(SECKEYPrivateKey* key) {
  const UniqueSlot slot(PK11_GetSlotFromPrivateKey(key));
  if (slot == nullptr || PK11_IsInternal(slot.get()) == PR_TRUE) {
    return std::nullopt;
  }
  if (PK11_IsPresent(slot.get()) == PR_FALSE) {
    return TokenReason(ReasonCode::kTokenUnavailable, slot.get(), "not present");
  }
  // What tokens answer differs from one to the next; a key that is there can be looked at.
  SECItem kind = {siBuffer, nullptr, 0};
  if (PK11_ReadRawAttribute(PK11_TypePrivKey, key, CKA_CLASS, &kind) != SECSuccess) {
    return TokenReason(ReasonCode::kTokenUnavailable, slot.get(), Failure("PK11_ReadRawAttribute"));
  }
  SECITEM_FreeItem(&kind, PR_FALSE);
  return std::nullopt;
}

bool IsLocked(PK11SlotInfo* slot) {
  return PK11_NeedLogin(slot) == PR_TRUE && PK11_IsLoggedIn(slot, nullptr) == PR_FALSE;
}

Result<void> Unlock(PK11SlotInfo* slot) {
  if (PK11_IsPresent(slot) == PR_FALSE) {
    return TokenReason(ReasonCode::kTokenUnavailable, slot, "not present");
  }
  if (!IsLocked(slot)) {
    return {};
  }
  static_cast<void>(PasswordWasRefused());
  if (PK11_Authenticate(slot, PR_TRUE, nullptr) != SECSuccess) {
    const std::string diagnostic = Failure("PK11_Authenticate");
    return TokenReason(
        PasswordWasRefused() ? ReasonCode::kPasswordWrong : ReasonCode::kPasswordNeeded, slot,
        diagnostic);
  }
  return {};
}

Result<void> UnlockWith(PK11SlotInfo* slot, std::string_view password) {
  if (PK11_IsPresent(slot) == PR_FALSE) {
    return TokenReason(ReasonCode::kTokenUnavailable, slot, "not present");
  }
  if (!IsLocked(slot)) {
    return {};
  }
  std::string copy(password);
  const SECStatus status = PK11_CheckUserPassword(slot, copy.data());
  explicit_bzero(copy.data(), copy.size());
  switch (status) {
    case SECSuccess:
      return {};
    case SECWouldBlock:
      return TokenReason(ReasonCode::kPasswordWrong, slot, Failure("PK11_CheckUserPassword"));
    default:
      return TokenReason(ReasonCode::kTokenUnavailable, slot, Failure("PK11_CheckUserPassword"));
  }
}

}  // namespace signet::nss

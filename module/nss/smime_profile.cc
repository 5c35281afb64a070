#include "nss/smime_profile.h"

#include <pk11pub.h>
#include <pkcs11.h>
#include <pkcs11n.h>
#include <pkcs11t.h>
#include <secmod.h>
#include <secmodt.h>

#include <algorithm>
#include <array>

#include "nss/token.h"

namespace signet::nss {
namespace {

// More than the addresses of one owner.
constexpr CK_ULONG kProfilesMost = 64;
// A profile is some hundred octets; what is larger was not announced in a message that Signet read.
constexpr CK_ULONG kAttributeOctetsMost = 64UL * 1024UL;

// A session of our own with a token: PK11_FindGenericObjects finds by the class alone, and reads
// all of them for one.
class Session {
 public:
  Session(PK11SlotInfo* slot, CK_FLAGS more) {
    const SECMODModule* const module = PK11_GetModule(slot);
    if (module == nullptr || module->functionList == nullptr) {
      return;
    }
    functions_ = static_cast<CK_FUNCTION_LIST*>(module->functionList);
    if (functions_->C_OpenSession(PK11_GetSlotID(slot), CKF_SERIAL_SESSION | more, nullptr, nullptr,
                                  &session_) != CKR_OK) {
      functions_ = nullptr;
    }
  }
  ~Session() {
    if (functions_ != nullptr) {
      functions_->C_CloseSession(session_);
    }
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  Session(Session&&) = delete;
  Session& operator=(Session&&) = delete;

  [[nodiscard]] std::vector<CK_OBJECT_HANDLE> ProfilesOf(Bytes subject) const {
    std::vector<CK_OBJECT_HANDLE> found(kProfilesMost);
    CK_ULONG count = 0;
    CK_OBJECT_CLASS kind = CKO_NSS_SMIME;
    std::array wanted = {Attribute(CKA_SUBJECT, subject.data(), subject.size()),
                         Attribute(CKA_CLASS, &kind, sizeof kind)};
    if (functions_ == nullptr ||
        functions_->C_FindObjectsInit(session_, wanted.data(), wanted.size()) != CKR_OK) {
      return {};
    }
    const CK_RV status = functions_->C_FindObjects(session_, found.data(), kProfilesMost, &count);
    functions_->C_FindObjectsFinal(session_);
    found.resize(status == CKR_OK ? count : 0);
    return found;
  }

  [[nodiscard]] Bytes Read(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const {
    CK_ATTRIBUTE attribute = Attribute(type, nullptr, 0);
    if (functions_->C_GetAttributeValue(session_, object, &attribute, 1) != CKR_OK ||
        attribute.ulValueLen > kAttributeOctetsMost) {
      return {};
    }
    Bytes value(attribute.ulValueLen);
    attribute.pValue = value.data();
    if (functions_->C_GetAttributeValue(session_, object, &attribute, 1) != CKR_OK) {
      return {};
    }
    value.resize(std::min<std::size_t>(value.size(), attribute.ulValueLen));
    return value;
  }

  // False: it refused.
  [[nodiscard]] bool Destroy(CK_OBJECT_HANDLE object) const {
    return functions_->C_DestroyObject(session_, object) == CKR_OK;
  }

  [[nodiscard]] bool Create(Bytes subject, SMimeProfile profile) const {
    CK_OBJECT_CLASS kind = CKO_NSS_SMIME;
    CK_BBOOL stored = CK_TRUE;
    std::array wanted = {
        Attribute(CKA_CLASS, &kind, sizeof kind), Attribute(CKA_TOKEN, &stored, sizeof stored),
        Attribute(CKA_SUBJECT, subject.data(), subject.size()),
        // With the NUL.
        Attribute(CKA_NSS_EMAIL, profile.address.data(), profile.address.size() + 1),
        Attribute(CKA_NSS_SMIME_TIMESTAMP, profile.announced_at.data(),
                  profile.announced_at.size()),
        Attribute(CKA_VALUE, profile.capabilities.data(), profile.capabilities.size())};
    CK_OBJECT_HANDLE made = CK_INVALID_HANDLE;
    return functions_ != nullptr &&
           functions_->C_CreateObject(session_, wanted.data(), wanted.size(), &made) == CKR_OK;
  }

 private:
  static CK_ATTRIBUTE Attribute(CK_ATTRIBUTE_TYPE type, void* value, std::size_t octets) {
    return {.type = type, .pValue = value, .ulValueLen = octets};
  }

  CK_FUNCTION_LIST* functions_ = nullptr;
  CK_SESSION_HANDLE session_ = CK_INVALID_HANDLE;
};

std::string Text(const Bytes& octets) {
  return std::string(AsText(octets).substr(0, AsText(octets).find('\0')));
}

}  // namespace

std::vector<SMimeProfile> FindSMimeProfiles(ByteView subject) {
  std::vector<SMimeProfile> profiles;
  const auto slot = InternalKeySlot();
  if (!slot) {
    return profiles;
  }
  const Session session(slot->get(), 0);
  for (const CK_OBJECT_HANDLE object : session.ProfilesOf(ToBytes(subject))) {
    profiles.push_back({.address = Text(session.Read(object, CKA_NSS_EMAIL)),
                        .capabilities = session.Read(object, CKA_VALUE),
                        .announced_at = Text(session.Read(object, CKA_NSS_SMIME_TIMESTAMP))});
  }
  return profiles;
}

Result<void> StoreSMimeProfile(ByteView subject, const SMimeProfile& profile) {
  SIGNET_ASSIGN(const UniqueSlot slot, InternalKeySlot());
  const Session session(slot.get(), CKF_RW_SESSION);
  bool stored = true;
  for (const CK_OBJECT_HANDLE object : session.ProfilesOf(ToBytes(subject))) {
    if (Text(session.Read(object, CKA_NSS_EMAIL)) == profile.address) {
      stored = session.Destroy(object) && stored;  // its value cannot be changed
    }
  }
  if (!stored || !session.Create(ToBytes(subject), profile)) {
    return MakeReason(ReasonCode::kStoringFailed)
        .With("token", TokenName(slot.get()))
        .Because("an S/MIME profile");
  }
  return {};
}

}  // namespace signet::nss

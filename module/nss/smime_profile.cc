#include "nss/smime_profile.h"

#include <array>

#include "nss/pkcs11_session.h"
#include "nss/token.h"

namespace signet::nss {
namespace {

// PK11_FindGenericObjects finds by the class alone, and reads all of them for one.
std::vector<CK_OBJECT_HANDLE> ProfilesOf(const Session& session, Bytes subject) {
  CK_OBJECT_CLASS kind = CKO_NSS_SMIME;
  std::array wanted = {Session::Attribute(CKA_SUBJECT, subject.data(), subject.size()),
                       Session::Attribute(CKA_CLASS, &kind, sizeof kind)};
  return session.Find(wanted);
}

// What cannot be read is empty.
Bytes Read(const Session& session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) {
  Bytes value;
  return session.Read(object, type, value) ? value : Bytes();
}

std::string ReadText(const Session& session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) {
  const Bytes value = Read(session, object, type);
  return std::string(AsText(value).substr(0, AsText(value).find('\0')));
}

bool Create(const Session& session, Bytes subject, SMimeProfile profile) {
  CK_OBJECT_CLASS kind = CKO_NSS_SMIME;
  CK_BBOOL stored = CK_TRUE;
  std::array wanted = {
      Session::Attribute(CKA_CLASS, &kind, sizeof kind),
      Session::Attribute(CKA_TOKEN, &stored, sizeof stored),
      Session::Attribute(CKA_SUBJECT, subject.data(), subject.size()),
      // With the NUL.
      Session::Attribute(CKA_NSS_EMAIL, profile.address.data(), profile.address.size() + 1),
      Session::Attribute(CKA_NSS_SMIME_TIMESTAMP, profile.announced_at.data(),
                         profile.announced_at.size()),
      Session::Attribute(CKA_VALUE, profile.capabilities.data(), profile.capabilities.size())};
  CK_OBJECT_HANDLE made = CK_INVALID_HANDLE;
  return session.functions().C_CreateObject(session.handle(), wanted.data(), wanted.size(),
                                            &made) == CKR_OK;
}

// Replaces the one for the address.
bool Store(const Session& session, ByteView subject, const SMimeProfile& profile) {
  if (!session.IsOpen()) {
    return false;
  }
  for (const CK_OBJECT_HANDLE object : ProfilesOf(session, ToBytes(subject))) {
    // The value of one that is there cannot be changed.
    if (ReadText(session, object, CKA_NSS_EMAIL) == profile.address &&
        session.functions().C_DestroyObject(session.handle(), object) != CKR_OK) {
      return false;
    }
  }
  return Create(session, ToBytes(subject), profile);
}

}  // namespace

std::vector<SMimeProfile> FindSMimeProfiles(ByteView subject) {
  std::vector<SMimeProfile> profiles;
  const auto slot = InternalKeySlot();
  if (!slot) {
    return profiles;
  }
  const Session session(slot->get());
  if (!session.IsOpen()) {
    return profiles;
  }
  for (const CK_OBJECT_HANDLE object : ProfilesOf(session, ToBytes(subject))) {
    profiles.push_back({.address = ReadText(session, object, CKA_NSS_EMAIL),
                        .capabilities = Read(session, object, CKA_VALUE),
                        .announced_at = ReadText(session, object, CKA_NSS_SMIME_TIMESTAMP)});
  }
  return profiles;
}

Result<void> StoreSMimeProfile(ByteView subject, const SMimeProfile& profile) {
  SIGNET_ASSIGN(const UniqueSlot slot, InternalKeySlot());
  if (!Store(Session(slot.get(), CKF_RW_SESSION), subject, profile)) {
    return MakeReason(ReasonCode::kStoringFailed).Because("an S/MIME profile");
  }
  return {};
}

}  // namespace signet::nss

// Session: a PKCS #11 session of our own with a token, for the few things that NSS's functions
// around PKCS #11 cannot ask.
#ifndef SIGNET_NSS_PKCS11_SESSION_H_
#define SIGNET_NSS_PKCS11_SESSION_H_

#include <pk11pub.h>
#include <pkcs11.h>
#include <pkcs11t.h>
#include <secmodt.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "base/bytes.h"

namespace signet::nss {

// Whoever is logged in to the token is so in all of its sessions (PKCS #11 3.0, 5.6). Not
// thread-safe, but any number of them at once is.
class Session {
 public:
  // `more`: CKF_RW_SESSION or 0.
  explicit Session(PK11SlotInfo* slot, CK_FLAGS more = 0) {
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

  // False: the token gave none, and nothing else may be called.
  [[nodiscard]] bool IsOpen() const { return functions_ != nullptr; }
  [[nodiscard]] const CK_FUNCTION_LIST& functions() const { return *functions_; }
  [[nodiscard]] CK_SESSION_HANDLE handle() const { return session_; }

  // Find gives all objects with these attributes; none where the token refuses.
  [[nodiscard]] std::vector<CK_OBJECT_HANDLE> Find(std::span<CK_ATTRIBUTE> wanted) const {
    constexpr std::size_t kAtOnce = 256;
    std::vector<CK_OBJECT_HANDLE> objects;
    if (functions_->C_FindObjectsInit(session_, wanted.data(), wanted.size()) != CKR_OK) {
      return objects;
    }
    CK_ULONG count = 0;
    do {
      const std::size_t before = objects.size();
      objects.resize(before + kAtOnce);
      count = 0;
      if (functions_->C_FindObjects(session_, &objects[before], kAtOnce, &count) != CKR_OK) {
        count = 0;
      }
      objects.resize(before + count);
    } while (count > 0);
    functions_->C_FindObjectsFinal(session_);
    return objects;
  }

  // Read gives an attribute of an object into a buffer with a member resize(); false: it has none,
  // does not give it away, or it is larger than that.
  template <typename Buffer>
  [[nodiscard]] bool Read(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type, Buffer& value) const {
    constexpr CK_ULONG kMostOctets = 64UL * 1024UL;
    CK_ATTRIBUTE attribute = Attribute(type, nullptr, 0);
    if (functions_->C_GetAttributeValue(session_, object, &attribute, 1) != CKR_OK ||
        attribute.ulValueLen > kMostOctets) {
      return false;
    }
    value = Buffer(attribute.ulValueLen);
    attribute.pValue = value.data();
    return functions_->C_GetAttributeValue(session_, object, &attribute, 1) == CKR_OK &&
           attribute.ulValueLen == value.size();
  }

  static CK_ATTRIBUTE Attribute(CK_ATTRIBUTE_TYPE type, void* value, std::size_t octets) {
    return {.type = type, .pValue = value, .ulValueLen = octets};
  }

 private:
  CK_FUNCTION_LIST* functions_ = nullptr;
  CK_SESSION_HANDLE session_ = CK_INVALID_HANDLE;
};

}  // namespace signet::nss

#endif  // SIGNET_NSS_PKCS11_SESSION_H_

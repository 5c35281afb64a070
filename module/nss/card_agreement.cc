#include "nss/card_agreement.h"

#include <string.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "nss/pkcs11_session.h"
#include "nss/token.h"

namespace signet::nss {

bool IsOnCard(SECKEYPrivateKey* key) {
  const UniqueSlot slot(PK11_GetSlotFromPrivateKey(key));
  return slot != nullptr && PK11_IsInternal(slot.get()) == PR_FALSE;
}

Result<SecretBytes> AgreeOnCard(SECKEYPrivateKey* key, const PublicKey& originator) {
  const auto failed = [key] {
    auto gone = WhyOutOfReach(key);
    return std::unexpected(gone ? *std::move(gone) : MakeReason(ReasonCode::kDecryptionFailed));
  };
  const UniqueSlot slot(PK11_GetSlotFromPrivateKey(key));
  const Session session(slot.get());
  SIGNET_ASSIGN(const UniquePublicKey public_key, originator.Import());
  if (!session.IsOpen()) {
    return failed();
  }
  CK_ECDH1_DERIVE_PARAMS parameters = {.kdf = CKD_NULL,
                                       .ulSharedDataLen = 0,
                                       .pSharedData = nullptr,
                                       .ulPublicDataLen = public_key->u.ec.publicValue.len,
                                       .pPublicData = public_key->u.ec.publicValue.data};
  CK_MECHANISM mechanism = {.mechanism = CKM_ECDH1_DERIVE,
                            .pParameter = &parameters,
                            .ulParameterLen = sizeof parameters};
  CK_OBJECT_CLASS kind = CKO_SECRET_KEY;
  CK_KEY_TYPE type = CKK_GENERIC_SECRET;
  CK_BBOOL no = CK_FALSE;
  CK_BBOOL yes = CK_TRUE;
  CK_ULONG octets = (originator.bits() + 7) / 8;
  std::array wanted = {Session::Attribute(CKA_CLASS, &kind, sizeof kind),
                       Session::Attribute(CKA_KEY_TYPE, &type, sizeof type),
                       Session::Attribute(CKA_TOKEN, &no, sizeof no),
                       Session::Attribute(CKA_SENSITIVE, &no, sizeof no),
                       Session::Attribute(CKA_EXTRACTABLE, &yes, sizeof yes),
                       Session::Attribute(CKA_VALUE_LEN, &octets, sizeof octets)};
  CK_OBJECT_HANDLE made = CK_INVALID_HANDLE;
  SecretBytes secret;
  if (session.functions().C_DeriveKey(session.handle(), &mechanism, key->pkcs11ID, wanted.data(),
                                      wanted.size(), &made) != CKR_OK ||
      !session.Read(made, CKA_VALUE, secret)) {
    return failed();
  }
  return secret;
}

Result<SecretBytes> DeriveX963(ByteView secret, DigestAlgorithm digest, ByteView shared_info,
                               std::size_t octets) {
  SecretBytes derived(octets);
  SecretBytes input(secret.size() + 4 + shared_info.size());
  std::ranges::copy(secret, input.data());
  std::ranges::copy(shared_info, input.data() + secret.size() + 4);
  std::size_t done = 0;
  for (std::uint8_t counter = 1; done < octets; ++counter) {
    const std::array<std::uint8_t, 4> number = {0, 0, 0, counter};
    std::ranges::copy(number, input.data() + secret.size());
    SIGNET_ASSIGN(Bytes block, ComputeDigest(digest, input.view()));
    const std::size_t taken = std::min(block.size(), octets - done);
    std::copy_n(block.begin(), taken, derived.data() + done);
    explicit_bzero(block.data(), block.size());
    done += taken;
  }
  return derived;
}

}  // namespace signet::nss

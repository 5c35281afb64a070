#include "nss/key_agreement.h"

#include <keyhi.h>
#include <pk11pub.h>

#include <algorithm>
#include <array>

#include "nss/card_agreement.h"
#include "nss/error.h"
#include "nss/key_derivation.h"
#include "nss/oids.h"
#include "nss/quick_der.h"
#include "nss/token.h"

namespace signet::nss {
namespace {

// ecMontKey of newer NSS headers: X25519.
constexpr int kMontgomeryKeyType = 11;
// CKM_EC_MONTGOMERY_KEY_PAIR_GEN of PKCS #11 3.0, which the headers of NSS 3.87 lack.
constexpr CK_MECHANISM_TYPE kMontgomeryKeyPairGen = 0x1056;

struct Known {
  Oid oid;
  AgreementScheme scheme;
};

constexpr std::array kKnown = {
    Known{oid::kStdDhSha1Kdf, {KeyDerivation::kX963, DigestAlgorithm::kSha1, false}},
    Known{oid::kStdDhSha224Kdf, {KeyDerivation::kX963, DigestAlgorithm::kSha224, false}},
    Known{oid::kStdDhSha256Kdf, {KeyDerivation::kX963, DigestAlgorithm::kSha256, false}},
    Known{oid::kStdDhSha384Kdf, {KeyDerivation::kX963, DigestAlgorithm::kSha384, false}},
    Known{oid::kStdDhSha512Kdf, {KeyDerivation::kX963, DigestAlgorithm::kSha512, false}},
    Known{oid::kCofactorDhSha1Kdf, {KeyDerivation::kX963, DigestAlgorithm::kSha1, true}},
    Known{oid::kCofactorDhSha224Kdf, {KeyDerivation::kX963, DigestAlgorithm::kSha224, true}},
    Known{oid::kCofactorDhSha256Kdf, {KeyDerivation::kX963, DigestAlgorithm::kSha256, true}},
    Known{oid::kCofactorDhSha384Kdf, {KeyDerivation::kX963, DigestAlgorithm::kSha384, true}},
    Known{oid::kCofactorDhSha512Kdf, {KeyDerivation::kX963, DigestAlgorithm::kSha512, true}},
    Known{oid::kDhHkdfSha256, {KeyDerivation::kHkdf, DigestAlgorithm::kSha256, false}},
    Known{oid::kDhHkdfSha384, {KeyDerivation::kHkdf, DigestAlgorithm::kSha384, false}},
    Known{oid::kDhHkdfSha512, {KeyDerivation::kHkdf, DigestAlgorithm::kSha512, false}},
};

CK_ULONG X963Function(DigestAlgorithm digest) {
  switch (digest) {
    case DigestAlgorithm::kSha1:
      return CKD_SHA1_KDF;
    case DigestAlgorithm::kSha224:
      return CKD_SHA224_KDF;
    case DigestAlgorithm::kSha256:
      return CKD_SHA256_KDF;
    case DigestAlgorithm::kSha384:
      return CKD_SHA384_KDF;
    default:
      return CKD_SHA512_KDF;
  }
}

bool IsMontgomery(SECKEYPrivateKey* key) {
  return static_cast<int>(SECKEY_GetPrivateKeyType(key)) == kMontgomeryKeyType;
}

Reason Failed(SECKEYPrivateKey* key) {
  auto gone = WhyOutOfReach(key);
  return gone ? *std::move(gone) : MakeReason(ReasonCode::kDecryptionFailed);
}

}  // namespace

std::string AgreementScheme::Name() const {
  const std::string name(DigestName(digest));
  return derivation == KeyDerivation::kHkdf ? "HKDF with " + name : name;
}

std::optional<AgreementScheme> AgreementSchemeFromOid(ByteView oid) {
  const auto* const known =
      std::ranges::find_if(kKnown, [&](const Known& candidate) { return oid == candidate.oid; });
  if (known == kKnown.end()) {
    return std::nullopt;
  }
  return known->scheme;
}

Oid AgreementSchemeOid(const AgreementScheme& scheme) {
  const auto* const known = std::ranges::find(kKnown, scheme, &Known::scheme);
  return known == kKnown.end() ? oid::kStdDhSha256Kdf : known->oid;
}

bool CanAgree(SECKEYPrivateKey* key) {
  return SECKEY_GetPrivateKeyType(key) == ecKey || IsMontgomery(key);
}

Result<Bytes> CurveOf(SECKEYPrivateKey* key) {
  if (IsMontgomery(key)) {
    return Bytes{};
  }
  SECItem item = {siBuffer, nullptr, 0};
  if (PK11_ReadRawAttribute(PK11_TypePrivKey, key, CKA_EC_PARAMS, &item) != SECSuccess) {
    std::string diagnostic = Failure("PK11_ReadRawAttribute");
    auto gone = WhyOutOfReach(key);
    return gone ? *std::move(gone)
                : MakeReason(ReasonCode::kKeyInvalid).Because(std::move(diagnostic));
  }
  Bytes curve = ToBytes(View(item));
  SECITEM_FreeItem(&item, PR_FALSE);
  return curve;
}

Result<UniqueSymmetricKey> Agree(SECKEYPrivateKey* own, const PublicKey& originator,
                                 const AgreementScheme& scheme, ByteView shared_info, ByteView salt,
                                 const KeyUse& use) {
  const KeyType wanted = IsMontgomery(own) ? KeyType::kX25519 : KeyType::kEc;
  if (originator.type() != wanted) {
    return MakeReason(ReasonCode::kKeyInvalid).Because("the originator's key is of another kind");
  }
  if (wanted == KeyType::kEc) {
    SIGNET_ASSIGN(const Bytes curve, CurveOf(own));
    if (!Equal(curve, originator.parameters())) {
      return MakeReason(ReasonCode::kKeyInvalid)
          .Because("the originator's key is on another curve");
    }
  }
  if (IsOnCard(own) && scheme.derivation == KeyDerivation::kX963) {
    SIGNET_ASSIGN(const SecretBytes secret, AgreeOnCard(own, originator));
    SIGNET_ASSIGN(const SecretBytes derived,
                  DeriveX963(secret.view(), scheme.digest, shared_info, use.octets));
    return ImportKey(use, derived.view());
  }
  SIGNET_ASSIGN(const UniquePublicKey public_key, originator.Import());
  if (scheme.derivation == KeyDerivation::kHkdf) {
    const UniqueSymmetricKey secret(
        PK11_PubDeriveWithKDF(own, public_key.get(), PR_FALSE, nullptr, nullptr, CKM_ECDH1_DERIVE,
                              CKM_HKDF_DERIVE, CKA_DERIVE, 0, CKD_NULL, nullptr, nullptr));
    if (!secret) {
      return Failed(own);
    }
    return HkdfDerive(secret.get(), scheme.digest, salt, shared_info, use);
  }
  SECItem info = Borrow(shared_info);
  UniqueSymmetricKey key(PK11_PubDeriveWithKDF(
      own, public_key.get(), PR_FALSE, nullptr, nullptr, CKM_ECDH1_DERIVE, use.mechanism,
      use.operation, static_cast<int>(use.octets), X963Function(scheme.digest), &info, nullptr));
  if (!key) {
    return Failed(own);
  }
  return key;
}

Result<EphemeralKey> NewEphemeralKey(const PublicKey& recipient) {
  const bool montgomery = recipient.type() == KeyType::kX25519;
  const CK_MECHANISM_TYPE mechanism = montgomery ? kMontgomeryKeyPairGen : CKM_EC_KEY_PAIR_GEN;
  const UniqueSlot slot(PK11_GetInternalSlot());
  if (!slot || (!montgomery && recipient.type() != KeyType::kEc) ||
      PK11_DoesMechanism(slot.get(), mechanism) != PR_TRUE) {
    return MakeReason(ReasonCode::kAlgorithmUnsupported).With("algorithm", recipient.Name());
  }
  // The curve: an OBJECT IDENTIFIER, which X25519 keys have in place of parameters.
  Bytes curve = ToBytes(recipient.parameters());
  if (montgomery) {
    const ByteView identifier = oid::kX25519.bytes();
    curve = {0x06, static_cast<std::uint8_t>(identifier.size())};
    curve.insert(curve.end(), identifier.begin(), identifier.end());
  }
  SECItem parameters = Borrow(curve);
  SECKEYPublicKey* public_key = nullptr;
  EphemeralKey ephemeral;
  ephemeral.private_key.reset(
      PK11_GenerateKeyPairWithOpFlags(slot.get(), mechanism, &parameters, &public_key,
                                      PK11_ATTR_SESSION | PK11_ATTR_SENSITIVE | PK11_ATTR_PRIVATE,
                                      CKF_DERIVE, CKF_DERIVE, nullptr));
  const UniquePublicKey owner(public_key);
  if (!ephemeral.private_key || !owner) {
    return MakeReason(ReasonCode::kEncryptionFailed)
        .Because(Failure("PK11_GenerateKeyPairWithOpFlags"));
  }
  ephemeral.public_octets = ToBytes(View(owner->u.ec.publicValue));
  return ephemeral;
}

}  // namespace signet::nss

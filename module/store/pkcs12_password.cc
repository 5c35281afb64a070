#include "store/pkcs12_password.h"

#include <pk11pqg.h>
#include <pk11pub.h>
#include <pkcs11n.h>
#include <secasn1.h>
#include <secoid.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "asn1/der_reader.h"
#include "asn1/oids.h"
#include "base/limits.h"
#include "base/oid.h"
#include "nss/error.h"
#include "nss/oid_names.h"
#include "nss/owners.h"
#include "nss/quick_der.h"
#include "store/pbmac1.h"

namespace signet::store {
namespace {

namespace oid = asn1::oid;

// PBE schemes of RFC 7292, appendix C, that NSS has too.
constexpr std::array<Oid, 6> kPkcs12Schemes = {
    Oid{"1.2.840.113549.1.12.1.1"},  // SHA-1 and 128-bit RC4
    Oid{"1.2.840.113549.1.12.1.2"},  // SHA-1 and 40-bit RC4
    Oid{"1.2.840.113549.1.12.1.3"},  // SHA-1 and 3-key 3DES
    Oid{"1.2.840.113549.1.12.1.4"},  // SHA-1 and 2-key 3DES
    Oid{"1.2.840.113549.1.12.1.5"},  // SHA-1 and 128-bit RC2
    Oid{"1.2.840.113549.1.12.1.6"},  // SHA-1 and 40-bit RC2
};

// PBES1 (RFC 8018, appendix A.3), whose parameters are the same, with MD5 and DES.
constexpr Oid kPbes1{"1.2.840.113549.1.5.3"};

Reason Unsupported(ByteView algorithm) {
  std::string name = nss::OidName(algorithm);
  if (algorithm == Oid{"1.3.6.1.4.1.11591.4.11"}) {
    name = "scrypt";
  }
  if (name.empty()) {
    name = DottedText(algorithm);
  }
  return MakeReason(ReasonCode::kAlgorithmUnsupported)
      .With("algorithm", std::move(name))
      .With("oid", DottedText(algorithm));
}

Result<void> CheckIterations(std::uint64_t iterations) {
  if (iterations == 0) {
    return Malformed("", "an iteration count of zero");
  }
  if (iterations > limits::kPkcs12Iterations) {
    return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kPkcs12Iterations");
  }
  return {};
}

// PBES2-params (RFC 8018, appendix A.4): PBKDF2 only. Gives the name of the cipher.
Result<ByteView> CheckPbes2(asn1::DerReader parameters) {
  SIGNET_ASSIGN(asn1::DerReader sequence, parameters.ReadSequence());
  SIGNET_ASSIGN(asn1::DerReader derivation, sequence.ReadSequence());
  SIGNET_ASSIGN(const ByteView function, derivation.ReadOid());
  if (!(function == oid::kPbkdf2)) {
    return Unsupported(function);
  }
  SIGNET_ASSIGN(asn1::DerReader pbkdf2, derivation.ReadSequence());
  SIGNET_TRY(pbkdf2.ReadOctetString());
  SIGNET_ASSIGN(const std::uint64_t iterations, pbkdf2.ReadUnsigned());
  SIGNET_TRY(CheckIterations(iterations));
  SIGNET_ASSIGN(asn1::DerReader cipher, sequence.ReadSequence());
  return cipher.ReadOid();
}

// pkcs-12PbeParams (RFC 7292, appendix C).
Result<void> CheckPkcs12Parameters(asn1::DerReader parameters) {
  SIGNET_ASSIGN(asn1::DerReader sequence, parameters.ReadSequence());
  SIGNET_TRY(sequence.ReadOctetString());
  SIGNET_ASSIGN(const std::uint64_t iterations, sequence.ReadUnsigned());
  return CheckIterations(iterations);
}

// NSS's own form of an AlgorithmIdentifier; its items view into `der`.
std::optional<SECAlgorithmID> ToNss(ByteView der) {
  return nss::QuickDerDecode<SECAlgorithmID>(SEC_ASN1_GET(SECOID_AlgorithmIDTemplate), der);
}

// Digests for the MAC: how NSS derives the key, and with what it authenticates.
struct MacMechanisms {
  Oid digest;
  CK_MECHANISM_TYPE derivation;
  CK_MECHANISM_TYPE hmac;
  std::size_t octets;
};
constexpr std::array<MacMechanisms, 5> kMacs = {{
    {oid::kSha1, CKM_NSS_PBE_SHA1_HMAC_KEY_GEN, CKM_SHA_1_HMAC, 20},
    {oid::kSha224, CKM_NSS_PKCS12_PBE_SHA224_HMAC_KEY_GEN, CKM_SHA224_HMAC, 28},
    {oid::kSha256, CKM_NSS_PKCS12_PBE_SHA256_HMAC_KEY_GEN, CKM_SHA256_HMAC, 32},
    {oid::kSha384, CKM_NSS_PKCS12_PBE_SHA384_HMAC_KEY_GEN, CKM_SHA384_HMAC, 48},
    {oid::kSha512, CKM_NSS_PKCS12_PBE_SHA512_HMAC_KEY_GEN, CKM_SHA512_HMAC, 64},
}};

// MechanismsOf also refuses what would take too long.
Result<MacMechanisms> MechanismsOf(const Pkcs12Mac& mac) {
  SIGNET_TRY(CheckIterations(mac.iterations));
  const auto* mechanisms = std::ranges::find_if(
      kMacs, [&](const MacMechanisms& known) { return mac.digest_algorithm == known.digest; });
  if (mechanisms == kMacs.end()) {
    return Unsupported(mac.digest_algorithm);
  }
  return *mechanisms;
}

struct FreePbeParameters {
  void operator()(SECItem* item) const { PK11_DestroyPBEParams(item); }
};

Result<nss::UniqueSymmetricKey> MacKey(const MacMechanisms& mechanisms, const Pkcs12Mac& mac,
                                       ByteView password) {
  const nss::UniqueSlot slot(PK11_GetInternalSlot());
  SECItem salt = nss::Borrow(mac.salt);
  SECItem secret = nss::Borrow(password);
  const std::unique_ptr<SECItem, FreePbeParameters> parameters(
      PK11_CreatePBEParams(&salt, &secret, static_cast<unsigned>(mac.iterations)));
  if (slot == nullptr || parameters == nullptr) {
    return MakeReason(ReasonCode::kInternal).Because(nss::Failure("PK11_CreatePBEParams"));
  }
  // The length is a part of the mechanism; NSS's own PKCS #12 code passes 20 for all of them.
  constexpr int kNominalOctets = 20;
  nss::UniqueSymmetricKey key(
      PK11_KeyGen(slot.get(), mechanisms.derivation, parameters.get(), kNominalOctets, nullptr));
  if (key == nullptr) {
    return MakeReason(ReasonCode::kInternal).Because(nss::Failure("PK11_KeyGen"));
  }
  return key;
}

Result<Bytes> Hmac(const MacMechanisms& mechanisms, PK11SymKey* key, ByteView octets) {
  const SECItem none = {siBuffer, nullptr, 0};
  const nss::UniqueContext context(
      PK11_CreateContextBySymKey(mechanisms.hmac, CKA_SIGN, key, &none));
  Bytes value(mechanisms.octets);
  unsigned length = 0;
  if (context == nullptr || PK11_DigestBegin(context.get()) != SECSuccess ||
      PK11_DigestOp(context.get(), octets.data(), static_cast<unsigned>(octets.size())) !=
          SECSuccess ||
      PK11_DigestFinal(context.get(), value.data(), &length, static_cast<unsigned>(value.size())) !=
          SECSuccess) {
    return MakeReason(ReasonCode::kInternal).Because(nss::Failure("HMAC"));
  }
  value.resize(length);
  return value;
}

void AppendUnit(std::uint32_t unit, Bytes& out) {
  out.push_back(static_cast<std::uint8_t>(unit >> 8U));
  out.push_back(static_cast<std::uint8_t>(unit));
}

// The next code point of UTF-8; nothing where it is none.
std::optional<std::uint32_t> TakeCodePoint(std::string_view& text) {
  const auto octet = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t first = octet(0);
  std::size_t length = 1;
  std::uint32_t point = first;
  std::uint32_t least = 0;
  if (first >= 0xf0U) {
    length = 4;
    point = first & 0x07U;
    least = 0x10000;
  } else if (first >= 0xe0U) {
    length = 3;
    point = first & 0x0fU;
    least = 0x800;
  } else if (first >= 0xc0U) {
    length = 2;
    point = first & 0x1fU;
    least = 0x80;
  } else if (first >= 0x80U) {
    return std::nullopt;
  }
  if (text.size() < length) {
    return std::nullopt;
  }
  for (std::size_t i = 1; i < length; ++i) {
    if ((octet(i) & 0xc0U) != 0x80U) {
      return std::nullopt;
    }
    point = (point << 6U) | (octet(i) & 0x3fU);
  }
  if (point < least || point > 0x10ffffU || (point >= 0xd800U && point <= 0xdfffU)) {
    return std::nullopt;
  }
  text.remove_prefix(length);
  return point;
}

nss::SecretBytes Secret(ByteView octets) {
  nss::SecretBytes secret(octets.size());
  std::ranges::copy(octets, secret.data());
  return secret;
}

}  // namespace

Result<Pkcs12Password> Pkcs12Password::From(std::string_view utf8) {
  Pkcs12Password password;
  password.utf8_ = Secret(AsBytes(utf8));
  Bytes bmp;
  bmp.reserve((utf8.size() * 2) + 2);  // never moved, so that no copy stays behind
  while (!utf8.empty()) {
    const auto point = TakeCodePoint(utf8);
    if (!point) {
      explicit_bzero(bmp.data(), bmp.size());
      return MakeReason(ReasonCode::kInvalidRequest).Because("the password is not UTF-8");
    }
    if (*point < 0x10000U) {
      AppendUnit(*point, bmp);
    } else {
      AppendUnit(0xd800U + ((*point - 0x10000U) >> 10U), bmp);
      AppendUnit(0xdc00U + ((*point - 0x10000U) & 0x3ffU), bmp);
    }
  }
  AppendUnit(0, bmp);
  password.bmp_ = Secret(bmp);
  explicit_bzero(bmp.data(), bmp.size());
  return password;
}

Result<nss::SecretBytes> DecryptWithPassword(ByteView algorithm, ByteView ciphertext,
                                             const Pkcs12Password& password) {
  asn1::DerReader outer(algorithm);
  SIGNET_ASSIGN(asn1::DerReader identifier, outer.ReadSequence());
  SIGNET_ASSIGN(const ByteView scheme, identifier.ReadOid());
  const auto is_scheme = [&](const Oid& known) { return scheme == known; };
  const bool pkcs12 = std::ranges::any_of(kPkcs12Schemes, is_scheme);
  ByteView cipher = scheme;
  if (pkcs12 || is_scheme(kPbes1)) {
    SIGNET_TRY(CheckPkcs12Parameters(identifier));
  } else if (scheme == oid::kPbes2) {
    SIGNET_ASSIGN(cipher, CheckPbes2(identifier));
  } else {
    return Unsupported(scheme);
  }
  std::optional<SECAlgorithmID> nss_algorithm = ToNss(algorithm);
  const nss::UniqueSlot slot(PK11_GetInternalSlot());
  if (!nss_algorithm || slot == nullptr) {
    return Malformed("", "an AlgorithmIdentifier that NSS cannot read");
  }
  SECItem secret = nss::Borrow(pkcs12 ? password.bmp() : password.utf8());
  const nss::UniqueSymmetricKey key(
      PK11_PBEKeyGen(slot.get(), &*nss_algorithm, &secret, PR_FALSE, nullptr));
  SECItem* made = nullptr;
  const CK_MECHANISM_TYPE mechanism = PK11_GetPBECryptoMechanism(&*nss_algorithm, &made, &secret);
  const nss::UniqueSecretItem iv(made);
  if (key == nullptr || mechanism == CKM_INVALID_MECHANISM) {
    return Unsupported(cipher).Because(nss::Failure("PK11_PBEKeyGen"));
  }
  nss::SecretBytes plain(ciphertext.size());
  unsigned length = 0;
  if (PK11_Decrypt(key.get(), PK11_GetPadMechanism(mechanism), iv.get(), plain.data(), &length,
                   static_cast<unsigned>(plain.size()), ciphertext.data(),
                   static_cast<unsigned>(ciphertext.size())) != SECSuccess) {
    return MakeReason(ReasonCode::kDecryptionFailed);
  }
  plain.Truncate(length);
  return plain;
}

Result<PasswordEncrypted> EncryptWithPassword(ByteView plain, const Pkcs12Password& password) {
  constexpr int kKeyOctets = 32;
  const nss::UniqueSlot slot(PK11_GetInternalSlot());
  // Without a salt NSS makes one.
  const nss::UniqueAlgorithm algorithm(
      PK11_CreatePBEV2AlgorithmID(SEC_OID_PKCS5_PBES2, SEC_OID_AES_256_CBC, SEC_OID_HMAC_SHA256,
                                  kKeyOctets, kPkcs12WrittenIterations, nullptr));
  if (slot == nullptr || algorithm == nullptr) {
    return MakeReason(ReasonCode::kInternal).Because(nss::Failure("PK11_CreatePBEV2AlgorithmID"));
  }
  SECItem secret = nss::Borrow(password.utf8());
  const nss::UniqueSymmetricKey key(
      PK11_PBEKeyGen(slot.get(), algorithm.get(), &secret, PR_FALSE, nullptr));
  SECItem* made = nullptr;
  const CK_MECHANISM_TYPE mechanism = PK11_GetPBECryptoMechanism(algorithm.get(), &made, &secret);
  const nss::UniqueSecretItem iv(made);
  constexpr std::size_t kBlockOctets = 16;
  PasswordEncrypted encrypted;
  encrypted.ciphertext.resize(plain.size() + kBlockOctets);
  unsigned length = 0;
  if (key == nullptr ||
      PK11_Encrypt(key.get(), PK11_GetPadMechanism(mechanism), iv.get(),
                   encrypted.ciphertext.data(), &length,
                   static_cast<unsigned>(encrypted.ciphertext.size()), plain.data(),
                   static_cast<unsigned>(plain.size())) != SECSuccess) {
    return MakeReason(ReasonCode::kInternal).Because(nss::Failure("PK11_Encrypt"));
  }
  encrypted.ciphertext.resize(length);
  const nss::UniqueItem der(SEC_ASN1EncodeItem(nullptr, nullptr, algorithm.get(),
                                               SEC_ASN1_GET(SECOID_AlgorithmIDTemplate)));
  if (der == nullptr) {
    return MakeReason(ReasonCode::kInternal).Because(nss::Failure("SEC_ASN1EncodeItem"));
  }
  encrypted.algorithm = ToBytes(nss::View(*der));
  return encrypted;
}

Result<Bytes> ComputeMac(const Pkcs12Mac& mac, ByteView authenticated,
                         const Pkcs12Password& password) {
  SIGNET_ASSIGN(const MacMechanisms mechanisms, MechanismsOf(mac));
  SIGNET_ASSIGN(const nss::UniqueSymmetricKey key, MacKey(mechanisms, mac, password.bmp()));
  return Hmac(mechanisms, key.get(), authenticated);
}

Result<bool> IsMacRight(const Pkcs12Mac& mac, ByteView authenticated,
                        const Pkcs12Password& password) {
  if (mac.digest_algorithm == oid::kPbmac1) {
    SIGNET_ASSIGN(const Bytes value, ComputePbmac1(mac.parameters, authenticated, password.utf8()));
    return Equal(value, mac.digest);
  }
  SIGNET_ASSIGN(const MacMechanisms mechanisms, MechanismsOf(mac));
  // No password at all is two zero octets for some programs and nothing for others.
  std::vector<ByteView> forms = {password.bmp()};
  if (password.utf8().empty()) {
    forms.emplace_back();
  }
  for (const ByteView form : forms) {
    SIGNET_ASSIGN(const nss::UniqueSymmetricKey key, MacKey(mechanisms, mac, form));
    SIGNET_ASSIGN(const Bytes value, Hmac(mechanisms, key.get(), authenticated));
    if (Equal(value, mac.digest)) {
      return true;
    }
  }
  return false;
}

}  // namespace signet::store

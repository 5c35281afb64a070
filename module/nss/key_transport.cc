#include "nss/key_transport.h"

#include <keyhi.h>
#include <pk11pub.h>

#include <algorithm>
#include <string>

#include "nss/error.h"
#include "nss/quick_der.h"
#include "nss/rsa_mechanisms.h"
#include "nss/secret_bytes.h"
#include "nss/token.h"

namespace signet::nss {
namespace {

// The parameters of CKM_RSA_PKCS_OAEP; they borrow the label.
Result<CK_RSA_PKCS_OAEP_PARAMS> OaepMechanism(const OaepParameters& parameters) {
  for (const DigestAlgorithm digest : {parameters.digest, parameters.mask_digest}) {
    if (!IsAvailable(digest)) {
      return MakeReason(ReasonCode::kAlgorithmUnsupported)
          .With("algorithm", "RSA-OAEP with " + std::string(DigestName(digest)));
    }
  }
  const SECItem label = Borrow(parameters.label);
  CK_RSA_PKCS_OAEP_PARAMS oaep = {};
  oaep.hashAlg = RsaMechanismsOf(parameters.digest).digest;
  oaep.mgf = RsaMechanismsOf(parameters.mask_digest).mask;
  oaep.source = CKZ_DATA_SPECIFIED;
  oaep.pSourceData = parameters.label.empty() ? nullptr : label.data;
  oaep.ulSourceDataLen = label.len;
  return oaep;
}

// `mechanism` with `parameters`, which may be null.
Result<Bytes> Wrap(const PublicKey& recipient, CK_MECHANISM_TYPE mechanism, SECItem* parameters,
                   PK11SymKey* content) {
  SIGNET_ASSIGN(const UniquePublicKey handle, recipient.Import());
  Bytes wrapped(recipient.modulus_octets());
  SECItem item = {siBuffer, wrapped.data(), static_cast<unsigned>(wrapped.size())};
  if (PK11_PubWrapSymKeyWithMechanism(handle.get(), mechanism, parameters, content, &item) !=
          SECSuccess ||
      item.len != wrapped.size()) {
    return MakeReason(ReasonCode::kEncryptionFailed)
        .Because(Failure("PK11_PubWrapSymKeyWithMechanism"));
  }
  return wrapped;
}

// Octets of the modulus: what an encrypted key has and a buffer for its content must have.
std::size_t ModulusOctets(SECKEYPrivateKey* key) {
  const int octets = PK11_GetPrivateModulusLen(key);
  return octets > 0 ? static_cast<std::size_t>(octets) : 0;
}

}  // namespace

bool IsRsa(SECKEYPrivateKey* key) {
  return SECKEY_GetPrivateKeyType(key) == rsaKey;
}

Result<UniqueSymmetricKey> UnwrapRsaPkcs1(SECKEYPrivateKey* key, ByteView encrypted,
                                          const KeyUse& use) {
  const std::size_t modulus = ModulusOctets(key);
  SecretBytes chosen(use.octets);
  if (PK11_GenerateRandom(chosen.data(), static_cast<int>(chosen.size())) != SECSuccess) {
    return MakeReason(ReasonCode::kInternal).Because(Failure("PK11_GenerateRandom"));
  }
  // Room for a content key at least, whatever the modulus.
  SecretBytes decrypted(std::max(modulus, use.octets));
  unsigned length = 0;
  Bytes copy = ToBytes(encrypted);
  const bool succeeded =
      PK11_PrivDecryptPKCS1(key, decrypted.data(), &length, static_cast<unsigned>(decrypted.size()),
                            copy.data(), static_cast<unsigned>(copy.size())) == SECSuccess;
  if (!succeeded) {
    // Does not depend on the padding, but on whether there was anybody to look at it.
    if (auto gone = WhyOutOfReach(key)) {
      return std::unexpected(*std::move(gone));
    }
  }
  // Takes the decrypted key where it is one, by a mask rather than a branch.
  const auto take = static_cast<std::uint8_t>(
      0U - (static_cast<unsigned>(succeeded) & static_cast<unsigned>(length == use.octets)));
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    chosen.data()[i] = static_cast<std::uint8_t>(
        (decrypted.data()[i] & take) | (chosen.data()[i] & static_cast<std::uint8_t>(~take)));
  }
  return ImportKey(use, chosen.view());
}

Result<UniqueSymmetricKey> UnwrapRsaOaep(SECKEYPrivateKey* key, const OaepParameters& parameters,
                                         ByteView encrypted, const KeyUse& use) {
  SIGNET_ASSIGN(CK_RSA_PKCS_OAEP_PARAMS oaep, OaepMechanism(parameters));
  SECItem item = {siBuffer, reinterpret_cast<unsigned char*>(&oaep), sizeof(oaep)};
  SecretBytes decrypted(ModulusOctets(key));
  unsigned length = 0;
  if (PK11_PrivDecrypt(key, CKM_RSA_PKCS_OAEP, &item, decrypted.data(), &length,
                       static_cast<unsigned>(decrypted.size()), encrypted.data(),
                       static_cast<unsigned>(encrypted.size())) != SECSuccess ||
      length != use.octets) {
    auto gone = WhyOutOfReach(key);
    return gone ? *std::move(gone) : MakeReason(ReasonCode::kDecryptionFailed);
  }
  return ImportKey(use, decrypted.view().first(length));
}

Result<Bytes> WrapRsaPkcs1(const PublicKey& recipient, PK11SymKey* content) {
  return Wrap(recipient, CKM_RSA_PKCS, nullptr, content);
}

Result<Bytes> WrapRsaOaep(const PublicKey& recipient, const OaepParameters& parameters,
                          PK11SymKey* content) {
  SIGNET_ASSIGN(CK_RSA_PKCS_OAEP_PARAMS oaep, OaepMechanism(parameters));
  SECItem item = {siBuffer, reinterpret_cast<unsigned char*>(&oaep), sizeof(oaep)};
  return Wrap(recipient, CKM_RSA_PKCS_OAEP, &item, content);
}

}  // namespace signet::nss

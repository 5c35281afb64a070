#include "store/import.h"

#include <cert.h>
#include <certdb.h>
#include <keyhi.h>

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "asn1/der_writer.h"
#include "asn1/tags.h"
#include "mime/header.h"
#include "nss/certificate_object.h"
#include "nss/error.h"
#include "nss/owners.h"
#include "nss/quick_der.h"
#include "nss/token.h"
#include "store/key_holder.h"

namespace signet::store {
namespace {

using Outcome = Imported::Outcome;

Reason StoringFailed(PK11SlotInfo* token, std::string_view function) {
  return nss::WithToken(MakeReason(ReasonCode::kStoringFailed).Because(nss::Failure(function)),
                        token);
}

// A database that has never had a password gets the empty one, as the host gives it.
Result<void> Prepare(PK11SlotInfo* token) {
  if (PK11_NeedUserInit(token) == PR_TRUE && PK11_InitPin(token, "", "") != SECSuccess) {
    return StoringFailed(token, "PK11_InitPin");
  }
  return nss::Unlock(token);
}

// A name that no certificate of another subject has: NSS takes equal names for equal owners.
std::string NicknameFor(const pkix::Certificate& certificate, const std::string& wanted) {
  constexpr int kAttempts = 1000;
  const SECItem subject = nss::Borrow(certificate.subject().der());
  std::string nickname = wanted;
  for (int number = 2; number < kAttempts; ++number) {
    if (SEC_CertNicknameConflict(nickname.c_str(), &subject, CERT_GetDefaultCertDB()) == PR_FALSE) {
      break;
    }
    nickname = wanted + " #" + std::to_string(number);
  }
  return nickname;
}

// Empty: NSS knows no such keys.
Bytes KeyIdOf(const pkix::Certificate& certificate) {
  if (!certificate.public_key()) {
    return {};
  }
  const auto key = certificate.public_key()->Import();
  return key ? nss::KeyId(**key) : Bytes();
}

// Stores one certificate; true: it was not there before.
Result<bool> StoreCertificate(PK11SlotInfo* token, const pkix::Certificate& certificate,
                              const std::string& name) {
  if (nss::HasCertificate(token, certificate.der())) {
    return false;
  }
  const Bytes serial = asn1::EncodeValue(asn1::kInteger, certificate.serial());
  const Bytes key_id = KeyIdOf(certificate);
  const std::vector<std::string>& addresses = certificate.addresses();
  const nss::CertificateObject object{
      .der = certificate.der(),
      .issuer = certificate.issuer().der(),
      .subject = certificate.subject().der(),
      .serial = serial,
      .key_id = key_id,
      .address = addresses.empty() ? std::string() : mime::LowerCase(addresses.front()),
      .nickname = NicknameFor(certificate, name)};
  const CK_RV answer = nss::CreateCertificate(token, object);
  if (answer == CKR_OK) {
    return true;
  }
  if (nss::HasCertificate(token, certificate.der())) {
    return false;  // another thread was quicker
  }
  return nss::WithToken(MakeReason(ReasonCode::kStoringFailed)
                            .Because("C_CreateObject: PKCS #11 error " + std::to_string(answer)),
                        token);
}

// What NSS finds a key by: the public point of elliptic curves; RSA keys have it in themselves.
SECItem PointOf(const SECKEYPublicKey& key) {
  const bool rsa = key.keyType == rsaKey || key.keyType == rsaPssKey;
  return rsa ? SECItem{siBuffer, nullptr, 0} : key.u.ec.publicValue;
}

Result<void> StorePrivateKey(PK11SlotInfo* token, const SECKEYPublicKey& public_key,
                             const Pkcs12Key& key) {
  SECItem info = nss::Borrow(key.info.view());
  SECItem point = PointOf(public_key);
  SECItem nickname = nss::Borrow(AsBytes(key.name));
  constexpr unsigned kAllUsages = 0xffU;  // KU_ALL: what the certificate allows is judged elsewhere
  SECKEYPrivateKey* made = nullptr;
  const SECStatus status = PK11_ImportDERPrivateKeyInfoAndReturnKey(
      token, &info, key.name.empty() ? nullptr : &nickname,
      point.data == nullptr ? nullptr : &point, PR_TRUE, PR_TRUE, kAllUsages, &made, nullptr);
  const nss::UniquePrivateKey stored(made);
  if (status != SECSuccess) {
    return StoringFailed(token, "PK11_ImportDERPrivateKeyInfoAndReturnKey");
  }
  return {};
}

// Stores a private key and its public one; true: it was not there before. An import that was killed
// in the middle leaves one without the other.
Result<bool> StoreKey(PK11SlotInfo* token, const pkix::Certificate& certificate,
                      const Pkcs12Key& key) {
  SIGNET_TRY(certificate.public_key());
  SIGNET_ASSIGN(const nss::UniquePublicKey public_key, certificate.public_key()->Import());
  const bool is_new = FindPrivateKey(token, certificate) == nullptr;
  if (is_new) {
    SIGNET_TRY(StorePrivateKey(token, *public_key, key));
  }
  // By the public key NSS knows an own certificate while the token is locked.
  if ((is_new || !HasPublicKey(token, certificate)) &&
      PK11_ImportPublicKey(token, public_key.get(), PR_TRUE) == CK_INVALID_HANDLE) {
    return StoringFailed(token, "PK11_ImportPublicKey");
  }
  return is_new;
}

Reason KeyNotStorable(const Pkcs12Key& key) {
  std::string algorithm =
      key.certificate->public_key() ? key.certificate->public_key()->Name() : std::string();
  if (!key.unusable.empty() && key.unusable.front().texts.contains("algorithm")) {
    algorithm = key.unusable.front().texts.at("algorithm");
  }
  return key.certificate->About(ReasonCode::kKeyNotStorable)
      .With("algorithm", std::move(algorithm))
      .Because(key.unusable.empty() ? std::string() : key.unusable.front().diagnostic);
}

void Finish(Imported& entry, bool is_new) {
  if (!entry.reasons.empty()) {
    entry.outcome = Outcome::kFailed;
  } else if (!is_new) {
    entry.outcome = Outcome::kAlreadyThere;
    entry.reasons.push_back(entry.certificate->About(ReasonCode::kCertificateAlreadyThere));
  }
}

// One certificate, with its key if there is one.
Imported ImportOne(PK11SlotInfo* token, const pkix::CertificatePtr& certificate,
                   const Pkcs12Key* key) {
  Imported entry;
  entry.certificate = certificate;
  entry.with_key = key != nullptr;
  bool is_new = false;
  const auto note = [&](Result<bool> stored) {
    if (stored) {
      is_new = is_new || *stored;
    } else {
      entry.reasons.push_back(std::move(stored).error());
    }
  };
  if (key != nullptr && key->key == nullptr) {
    entry.reasons.push_back(KeyNotStorable(*key));
  } else if (key != nullptr) {
    note(StoreKey(token, *certificate, *key));
  }
  // An authority's answer goes to the key that the request was made with: a certificate on another
  // token than its key is nobody's own.
  const nss::UniqueSlot holder = key == nullptr ? KeyHolder(*certificate) : nullptr;
  if (key == nullptr) {
    entry.with_key = holder != nullptr;
  }
  const bool on_card = holder != nullptr && PK11_IsInternal(holder.get()) == PR_FALSE &&
                       !nss::IsLocked(holder.get());
  const bool named = key != nullptr && !key->name.empty();
  note(StoreCertificate(on_card ? holder.get() : token, *certificate,
                        named ? key->name : certificate->DisplayName()));
  Finish(entry, is_new);
  return entry;
}

}  // namespace

// PFX begins with its version; a certificate and PKCS #7 do not begin with an INTEGER. Indefinite
// lengths are BER, which files by others may have.
bool IsPkcs12(ByteView file) {
  constexpr std::size_t kLongestHeader = 6;
  for (std::size_t i = 2; i + 2 < file.size() && i <= kLongestHeader; ++i) {
    if (file[0] == asn1::kSequence && file[i] == asn1::kInteger && file[i + 1] == 1 &&
        file[i + 2] == 3) {
      return true;
    }
  }
  return false;
}

Result<Pkcs12Contents> ReadPkcs12ToImport(ByteView file, std::string_view password,
                                          std::string_view path) {
  auto contents = ReadPkcs12(file, password, path);
  if (contents) {
    return contents;
  }
  const Reason& reason = contents.error();
  const std::string name(path);
  switch (reason.code) {
    case ReasonCode::kAlgorithmUnsupported: {
      const auto algorithm = reason.texts.find("algorithm");
      return MakeReason(ReasonCode::kFileAlgorithmUnsupported)
          .With("path", name)
          .With("algorithm", algorithm == reason.texts.end() ? std::string() : algorithm->second)
          .Because(reason.diagnostic);
    }
    case ReasonCode::kMalformed:
    case ReasonCode::kLimitExceeded:
      return MakeReason(ReasonCode::kFileDamaged)
          .With("path", name)
          .Because(reason.where + ": " + reason.diagnostic);
    default:
      return contents;
  }
}

Result<ImportReport> Import(const Pkcs12Contents& contents, PK11SlotInfo* token,
                            std::string_view path) {
  SIGNET_TRY(Prepare(token));
  ImportReport report;
  if (!contents.authenticated) {
    report.warnings.push_back(
        MakeReason(ReasonCode::kFileNotAuthenticated).With("path", std::string(path)));
  }
  std::set<std::string> done;
  for (const Pkcs12Key& key : contents.keys) {
    if (key.certificate != nullptr && done.insert(key.certificate->sha256()).second) {
      report.entries.push_back(ImportOne(token, key.certificate, &key));
    }
  }
  for (const pkix::CertificatePtr& certificate : contents.certificates) {
    if (done.insert(certificate->sha256()).second) {
      report.entries.push_back(ImportOne(token, certificate, nullptr));
    }
  }
  if (report.entries.empty()) {
    return MakeReason(ReasonCode::kFileWithoutCertificates).With("path", std::string(path));
  }
  return report;
}

Result<ImportReport> ImportCertificates(std::span<const pkix::CertificatePtr> certificates,
                                        PK11SlotInfo* token) {
  ImportReport report;
  std::set<std::string> done;
  for (const pkix::CertificatePtr& certificate : certificates) {
    if (done.insert(certificate->sha256()).second) {
      report.entries.push_back(ImportOne(token, certificate, nullptr));
    }
  }
  return report;
}

}  // namespace signet::store

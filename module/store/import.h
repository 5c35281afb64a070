// Importing certificates and private keys into a token: the profile's own database, or a card.
//
// Keys are written before their certificates and nothing is ever replaced, so that a program that
// is killed in the middle loses nothing that was there, and the import can be repeated.
#ifndef SIGNET_STORE_IMPORT_H_
#define SIGNET_STORE_IMPORT_H_

#include <pk11pub.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "pkix/certificate.h"
#include "store/pkcs12.h"

namespace signet::store {

// How the import of one certificate ended.
struct Imported {
  enum class Outcome : std::uint8_t { kStored, kAlreadyThere, kFailed };
  pkix::CertificatePtr certificate;
  // It came with its private key, or the key is here already.
  bool with_key = false;
  Outcome outcome = Outcome::kStored;
  // kAlreadyThere: certificate-already-there. kFailed: storing-failed, key-not-storable (the
  // certificate is stored all the same).
  std::vector<Reason> reasons;
};

struct ImportReport {
  std::vector<Imported> entries;
  // About the whole file: file-not-authenticated.
  std::vector<Reason> warnings;
};

// IsPkcs12 tells a PKCS #12 file (PFX: RFC 7292, section 4) by its first octets.
[[nodiscard]] bool IsPkcs12(ByteView file);

// ReadPkcs12ToImport is ReadPkcs12 with the words for a person who imports a file: file-damaged and
// file-algorithm-unsupported instead of malformed and algorithm-unsupported. `path` names the file.
[[nodiscard]] Result<Pkcs12Contents> ReadPkcs12ToImport(ByteView file, std::string_view password,
                                                        std::string_view path);

// ReadCertificatesToImport reads all certificates of a file: PEM with any number, DER, PKCS #7 in
// DER, PEM or base64. Reasons: file-damaged, file-without-certificates (text `path`).
[[nodiscard]] Result<std::vector<pkix::CertificatePtr>> ReadCertificatesToImport(
    ByteView file, std::string_view path);

// Import stores all keys and certificates of a file on a token, without trusting any. Unlocks the
// token first, asking once. Not thread-safe with other changes of the same database. Reasons: those
// of nss::Unlock; what fails for one certificate stands in its entry.
[[nodiscard]] Result<ImportReport> Import(const Pkcs12Contents& contents, PK11SlotInfo* token,
                                          std::string_view path);

// ImportCertificates stores certificates alone: on the token, or where the key to one is, if that
// is unlocked (UnlockHolders of store/key_holder.h). Asks for no password.
[[nodiscard]] Result<ImportReport> ImportCertificates(
    std::span<const pkix::CertificatePtr> certificates, PK11SlotInfo* token);

}  // namespace signet::store

#endif  // SIGNET_STORE_IMPORT_H_

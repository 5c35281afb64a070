// A backup of private keys with their certificates: a PKCS #12 file (RFC 7292) that other programs
// open.
#ifndef SIGNET_STORE_BACKUP_H_
#define SIGNET_STORE_BACKUP_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "nss/owners.h"
#include "pkix/certificate.h"

namespace signet::store {

// One key of a backup. The key's token is unlocked.
struct BackupEntry {
  nss::UniquePrivateKey key;
  pkix::CertificatePtr certificate;
  // What the file calls it, UTF-8; may be empty.
  std::string name;
};

// WriteBackup gives the file: keys and certificates encrypted with PBES2 (AES-256-CBC, PBKDF2 with
// HMAC-SHA-256, 600 000 iterations), all of it authenticated with HMAC-SHA-256. `chain` are
// certificates of authorities to go with them. The private keys are encrypted inside their token.
// Reasons: key-not-extractable (texts `subject`, `token`), invalid-request (a password that is not
// UTF-8), internal.
[[nodiscard]] Result<Bytes> WriteBackup(std::span<const BackupEntry> entries,
                                        std::span<const pkix::CertificatePtr> chain,
                                        std::string_view password);

}  // namespace signet::store

#endif  // SIGNET_STORE_BACKUP_H_

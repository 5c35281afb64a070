// Certificates and keys in a PKCS #12 file (RFC 7292), read without any database: the command
// line's
// `--p12`, and a look into a file before it is imported.
//
// Signet reads the file itself, because NSS's importer refuses files without a MAC and keys that it
// does not know together with all the rest, and can only write into a token. Decryption and keys
// are NSS's. The keys become session objects of the software token: they are never written
// anywhere, and are gone with their owner.
#ifndef SIGNET_STORE_PKCS12_H_
#define SIGNET_STORE_PKCS12_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "nss/owners.h"
#include "nss/secret_bytes.h"
#include "pkix/certificate.h"

namespace signet::store {

// One private key of a file.
struct Pkcs12Key {
  // Null where the running NSS cannot hold it: `unusable` then says why (algorithm-unsupported).
  nss::UniquePrivateKey key;
  // Its certificate, or null if the file has none that fits.
  pkix::CertificatePtr certificate;
  // friendlyName, UTF-8, may be empty.
  std::string name;
  std::vector<Reason> unusable;
  // PrivateKeyInfo (RFC 5208), for storing it; wiped with its owner. Empty where `key` is null.
  nss::SecretBytes info;
};

// What a file holds.
struct Pkcs12Contents {
  std::vector<Pkcs12Key> keys;
  // Every certificate, those of the keys included.
  std::vector<pkix::CertificatePtr> certificates;
  // The file has a MAC and it was right. Without one nothing protects it against changes.
  bool authenticated = false;
  // Bags that were left out (secrets, CRLs, certificates that cannot be read).
  std::size_t skipped = 0;
};

// ReadPkcs12 reads a whole file with its password (UTF-8). `label` names the file in reasons. NSS
// must run. Reasons: password-wrong (text `token`: the label), malformed, limit-exceeded
// (kPkcs12Iterations, kPkcs12Bags, kPkcs12Octets), algorithm-unsupported (text `algorithm`).
[[nodiscard]] Result<Pkcs12Contents> ReadPkcs12(ByteView file, std::string_view password,
                                                std::string_view label);

}  // namespace signet::store

#endif  // SIGNET_STORE_PKCS12_H_

// KeyStore: private keys for decryption tests, and reading those of other programs.
#ifndef SIGNET_TESTS_UNIT_CMS_KEY_STORE_H_
#define SIGNET_TESTS_UNIT_CMS_KEY_STORE_H_

#include <gtest/gtest.h>
#include <keyhi.h>
#include <pk11pub.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "cms/enveloped_data.h"
#include "cms/verify_signer.h"
#include "nss/quick_der.h"
#include "support/certificate_builder.h"
#include "support/run.h"

namespace signet::cms {

// KeyStore finds keys by the certificates that they were added with.
class KeyStore final : public KeySource {
 public:
  void Add(ByteView certificate, SECKEYPrivateKey* key) {
    entries_.push_back({ToBytes(certificate), nss::UniquePrivateKey(SECKEY_CopyPrivateKey(key))});
  }
  void Add(const testing::Certificate& certificate) {
    Add(certificate.der, certificate.key->private_key.get());
  }
  // AddPkcs8 imports a PrivateKeyInfo; false where this NSS cannot.
  bool AddPkcs8(ByteView certificate, ByteView pkcs8) {
    const nss::UniqueSlot slot(PK11_GetInternalSlot());
    SECItem item = nss::Borrow(pkcs8);
    SECKEYPrivateKey* key = nullptr;
    if (PK11_ImportDERPrivateKeyInfoAndReturnKey(slot.get(), &item, nullptr, nullptr, PR_FALSE,
                                                 PR_TRUE, KU_ALL, &key, nullptr) != SECSuccess) {
      return false;
    }
    entries_.push_back({ToBytes(certificate), nss::UniquePrivateKey(key)});
    return true;
  }
  // Whatever is asked for with this certificate fails with this reason instead.
  void Refuse(ByteView certificate, Reason reason) {
    refused_.emplace_back(ToBytes(certificate), std::move(reason));
  }

  bool Owns(const RecipientId& id) override {
    return std::ranges::any_of(
               entries_, [&](const Entry& entry) { return Matches(id, entry.certificate); }) ||
           std::ranges::any_of(refused_,
                               [&](const auto& entry) { return Matches(id, entry.first); });
  }

  Result<nss::UniquePrivateKey> Find(const RecipientId& id) override {
    ++asked_;
    for (const auto& [certificate, reason] : refused_) {
      if (Matches(id, certificate)) {
        return std::unexpected(reason);
      }
    }
    for (const Entry& entry : entries_) {
      if (Matches(id, entry.certificate)) {
        return nss::UniquePrivateKey(SECKEY_CopyPrivateKey(entry.key.get()));
      }
    }
    return nss::UniquePrivateKey();
  }

  [[nodiscard]] int asked() const { return asked_; }

 private:
  struct Entry {
    Bytes certificate;
    nss::UniquePrivateKey key;
  };

  static bool Matches(const RecipientId& id, ByteView certificate) {
    return MatchesSigner({id.issuer_and_serial, id.key_identifier}, certificate);
  }

  std::vector<Entry> entries_;
  std::vector<std::pair<Bytes, Reason>> refused_;
  int asked_ = 0;
};

// OpenSsl runs openssl and gives its standard output; fails the test where it fails.
inline Bytes OpenSsl(const testing::TemporaryFolder& folder, std::vector<std::string> arguments,
                     std::string_view input = {}) {
  arguments.insert(arguments.begin(), "openssl");
  const testing::Outcome outcome = testing::RunProgram(folder.path(), arguments, input);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  return ToBytes(AsBytes(outcome.out));
}

// LoadPkcs12 adds the key and certificate of a PKCS #12 file, read with openssl.
inline void LoadPkcs12(const testing::TemporaryFolder& folder, const std::filesystem::path& file,
                       const std::string& password, KeyStore& store) {
  const std::vector<std::string> read = {"pkcs12",  "-legacy",          "-in",   file.string(),
                                         "-passin", "pass:" + password, "-nodes"};
  std::vector<std::string> key = read;
  key.emplace_back("-nocerts");
  const Bytes pem = OpenSsl(folder, key);
  const Bytes pkcs8 =
      OpenSsl(folder, {"pkcs8", "-topk8", "-nocrypt", "-outform", "DER"}, AsText(pem));
  std::vector<std::string> certificate = read;
  certificate.emplace_back("-clcerts");
  certificate.emplace_back("-nokeys");
  const Bytes certificate_pem = OpenSsl(folder, certificate);
  const Bytes der = OpenSsl(folder, {"x509", "-outform", "DER"}, AsText(certificate_pem));
  EXPECT_TRUE(store.AddPkcs8(der, pkcs8));
}

}  // namespace signet::cms

#endif  // SIGNET_TESTS_UNIT_CMS_KEY_STORE_H_

// Encrypted CMS objects for two known keys: RSA and P-256. What an authenticated object gives must
// be the same in every cutting, and nothing where it fails.
#include <pk11pub.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "cms/decoder.h"
#include "fuzz/keys.h"
#include "nss/quick_der.h"
#include "nss/startup.h"
#include "unit/cms/support.h"

namespace {

using signet::Bytes;
using signet::ByteView;
using signet::Result;
using signet::cms::RecipientId;

signet::nss::UniquePrivateKey Import(std::string_view hex) {
  Bytes der;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    der.push_back(static_cast<std::uint8_t>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
  }
  const signet::nss::UniqueSlot slot(PK11_GetInternalSlot());
  SECItem item = signet::nss::Borrow(der);
  SECKEYPrivateKey* key = nullptr;
  if (PK11_ImportDERPrivateKeyInfoAndReturnKey(slot.get(), &item, nullptr, nullptr, PR_FALSE,
                                               PR_TRUE, KU_ALL, &key, nullptr) != SECSuccess) {
    std::abort();
  }
  return signet::nss::UniquePrivateKey(key);
}

// Everybody is us: the last octet of the name decides with which key.
class Keys final : public signet::cms::KeySource {
 public:
  bool Owns(const RecipientId& /*id*/) override { return true; }
  Result<signet::nss::UniquePrivateKey> Find(const RecipientId& id) override {
    const Bytes& name = id.issuer_and_serial ? id.issuer_and_serial->serial : *id.key_identifier;
    const auto& key = !name.empty() && name.back() % 2 == 1 ? ec_ : rsa_;
    return signet::nss::UniquePrivateKey(SECKEY_CopyPrivateKey(key.get()));
  }

 private:
  signet::nss::UniquePrivateKey rsa_ = Import(signet::fuzz::kRsaKey);
  signet::nss::UniquePrivateKey ec_ = Import(signet::fuzz::kEcKey);
};

struct Opened {
  bool opened = false;
  bool authenticated = false;
  Bytes content;
};

Opened Open(ByteView octets, std::size_t piece, Keys& keys) {
  signet::cms::RememberingSink sink;
  signet::cms::DecodeOptions options;
  options.keys = &keys;
  signet::cms::Decoder decoder(sink, options);
  Result<void> pushed;
  while (!octets.empty() && pushed) {
    const ByteView next = octets.first(std::min(piece, octets.size()));
    octets = octets.subspan(next.size());
    pushed = decoder.Push(next);
  }
  Opened result;
  result.opened = pushed && decoder.Finish().has_value();
  const signet::cms::EnvelopedData* const encrypted = decoder.Encrypted();
  result.authenticated = encrypted != nullptr && encrypted->authenticated;
  result.content = sink.content();
  if (!result.opened && result.authenticated && !result.content.empty()) {
    std::abort();
  }
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto kRuntime = signet::nss::Runtime::Open({});
  if (!kRuntime) {
    std::abort();
  }
  static Keys keys;
  const ByteView octets(data, size);
  const Opened whole = Open(octets, size + 1, keys);
  const Opened pieces = Open(octets, 11, keys);
  // With CBC a wrong PKCS #1 v1.5 padding gives other garbage each time.
  if (whole.authenticated && (whole.opened != pieces.opened || whole.content != pieces.content)) {
    std::abort();
  }
  return 0;
}

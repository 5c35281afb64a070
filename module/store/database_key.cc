#include "store/database_key.h"

#include <cstdint>

#include "mime/transfer.h"

namespace signet::store {
namespace {

void AppendLength(std::size_t length, Bytes& key) {
  for (unsigned shift = 32; shift != 0; shift -= 8) {
    key.push_back(static_cast<std::uint8_t>(length >> (shift - 8)));
  }
}

}  // namespace

std::string DatabaseKey(const pkix::Certificate& certificate) {
  Bytes key(8, 0);
  const ByteView serial = certificate.serial();
  const ByteView issuer = certificate.issuer().der();
  AppendLength(serial.size(), key);
  AppendLength(issuer.size(), key);
  key.insert(key.end(), serial.begin(), serial.end());
  key.insert(key.end(), issuer.begin(), issuer.end());
  std::string text = mime::EncodeBase64(key);
  std::erase_if(text, [](char c) { return c == '\r' || c == '\n'; });  // one line
  return text;
}

}  // namespace signet::store

#include "conformance/pem.h"

namespace signet::testing {
namespace {

int ValueOf(char c) {
  static constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::size_t found = kAlphabet.find(c);
  return found == std::string_view::npos ? -1 : static_cast<int>(found);
}

}  // namespace

Bytes DecodePem(std::string_view text, std::string_view label) {
  const std::string begin = "-----BEGIN " + std::string{label};
  const std::size_t start = text.find(begin);
  if (start == std::string_view::npos) {
    return {};
  }
  const std::size_t body = text.find('\n', start);
  const std::size_t end = text.find("-----END", body);
  if (body == std::string_view::npos || end == std::string_view::npos) {
    return {};
  }
  Bytes octets;
  unsigned bits = 0;
  unsigned count = 0;
  for (const char c : text.substr(body, end - body)) {
    const int value = ValueOf(c);
    if (value < 0) {
      continue;
    }
    bits = (bits << 6U) | static_cast<unsigned>(value);
    count += 6;
    if (count >= 8) {
      count -= 8;
      octets.push_back(static_cast<std::uint8_t>((bits >> count) & 0xffU));
    }
  }
  return octets;
}

std::vector<pkix::CertificatePtr> ReadPem(const nlohmann::json& array) {
  std::vector<pkix::CertificatePtr> certificates;
  for (const nlohmann::json& text : array) {
    if (auto certificate = pkix::Certificate::Parse(DecodePem(text.get<std::string>()))) {
      certificates.push_back(*std::move(certificate));
    }
  }
  return certificates;
}

}  // namespace signet::testing

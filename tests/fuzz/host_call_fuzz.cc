// Whatever comes through the C ABI as a request is answered: a value or an error, in JSON.
//
// The input is the request's text and, each behind an octet FF, which no UTF-8 contains, the byte
// buffers beside it.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "host/signet.h"
#include "idl/contract.h"
#include "idl/json.h"

namespace {

constexpr std::uint8_t kSeparator = 0xFF;

void Require(bool condition) {
  if (!condition) {
    std::abort();
  }
}

// Opened once, with no database of certificates.
signet_handle OpenedModule() {
  static const signet_handle module = [] {
    const std::string options = R"({"version":"1","profile":"","contract":")" +
                                std::string(signet::idl::kContractHash) + "\"}";
    signet_handle handle = 0;
    signet_release(signet_open(options.data(), options.size(), &handle));
    Require(handle != 0);
    return handle;
  }();
  return module;
}

std::vector<signet_bytes> Split(std::span<const std::uint8_t> input) {
  std::vector<signet_bytes> parts{{.data = input.data(), .size = 0}};
  for (const std::uint8_t& octet : input) {
    if (octet == kSeparator) {
      parts.push_back({.data = &octet + 1, .size = 0});
    } else {
      ++parts.back().size;
    }
  }
  return parts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<signet_bytes> parts = Split({data, size});
  const std::string_view request = signet::AsText(signet::ByteView(parts[0].data, parts[0].size));
  const signet_handle response = signet_call(OpenedModule(), request.data(), request.size(),
                                             parts.data() + 1, parts.size() - 1);
  signet_answer answer{};
  Require(signet_read(response, &answer) == 1);
  const auto json =
      signet::idl::ParseJson(signet::AsText(signet::ByteView(answer.json.data, answer.json.size)));
  Require(json && json->size() == 1 && (json->contains("value") || json->contains("error")));
  signet_release(response);
  Require(signet_read(response, &answer) == 0);
  return 0;
}

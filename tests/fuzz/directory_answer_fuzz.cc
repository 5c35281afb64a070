// Values of a directory's entries: whoever runs it, or edits an entry, chooses every octet.
#include <array>
#include <cstdint>
#include <cstdlib>

#include "directory/answer.h"
#include "nss/startup.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto kRuntime = signet::nss::Runtime::Open({});
  if (!kRuntime) {
    std::abort();
  }
  using signet::directory::Value;
  const signet::ByteView octets(data, size);
  const std::array<Value, 2> values = {
      Value{.attribute = "userCertificate;binary", .octets = octets},
      Value{.attribute = "userSMIMECertificate", .octets = octets}};
  const auto answer = signet::directory::ReadAnswer(values);
  for (const auto& candidate : answer.candidates) {
    if (candidate.certificate == nullptr ||
        (candidate.announced_at && candidate.capabilities.empty())) {
      std::abort();
    }
  }
  // The same octets twice: read both times or never.
  if (answer.unreadable != 0 && answer.unreadable != values.size()) {
    std::abort();
  }
  return 0;
}

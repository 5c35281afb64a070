// PKCS #12 files, as strangers send them: read with the password of the seeds, and with none.
#include <cstdint>
#include <cstdlib>

#include "nss/startup.h"
#include "store/pkcs12.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto kRuntime = signet::nss::Runtime::Open({});
  if (!kRuntime) {
    std::abort();
  }
  const signet::ByteView file(data, size);
  for (const char* const password : {"secret", ""}) {
    const auto contents = signet::store::ReadPkcs12(file, password, "file");
    if (!contents) {
      continue;
    }
    for (const signet::store::Pkcs12Key& key : contents->keys) {
      if ((key.key == nullptr) == key.unusable.empty()) {
        std::abort();  // a key is there, or it is said why not
      }
    }
  }
  return 0;
}

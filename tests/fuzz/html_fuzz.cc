// Reads any octets as HTML in several charsets.
#include <cstdint>

#include "base/bytes.h"
#include "mime/html.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const signet::ByteView octets(data, size);
  for (const char* charset : {"utf-8", "iso-8859-1", "utf-16", "iso-2022-jp"}) {
    const auto findings = signet::mime::InspectHtml(octets, charset);
    if (findings) {
      static_cast<void>(findings->LoadsRemoteContent());
    }
  }
  return 0;
}

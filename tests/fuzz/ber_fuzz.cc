// BER: reading must not depend on how the octets are cut, and rewriting as DER must be final.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "asn1/ber_reader.h"
#include "asn1/ber_to_der.h"

namespace {

using signet::Bytes;
using signet::ByteView;
using signet::Result;
using signet::asn1::BerElement;
using signet::asn1::BerHandler;
using signet::asn1::BerReader;
using signet::asn1::BerTake;

// Decides by the tag, so that a mutation of a tag reaches every way through the reader.
class Log final : public BerHandler {
 public:
  Result<BerTake> OnElement(const BerElement& element) override {
    text += "<" + std::to_string(element.number);
    if (element.IsContext(0) || element.IsUniversal(4)) {
      return BerTake::kStream;
    }
    if (element.IsContext(2)) {
      return BerTake::kSkip;
    }
    if (!element.IsConstructed() || element.IsContext(1)) {
      return BerTake::kCollect;
    }
    return BerTake::kEnter;
  }
  Result<void> OnValue(const BerElement& /*element*/, ByteView octets) override {
    text += "=" + signet::ToHex(octets);
    return {};
  }
  Result<void> OnChunk(const BerElement& /*element*/, ByteView octets) override {
    text += signet::ToHex(octets);
    return {};
  }
  Result<void> OnEnd(const BerElement& /*element*/) override {
    text += ">";
    return {};
  }

  std::string text;
};

std::string Read(ByteView octets, std::size_t piece) {
  Log log;
  BerReader reader(log);
  Result<void> result;
  while (!octets.empty() && result) {
    const ByteView next = octets.first(std::min(piece, octets.size()));
    octets = octets.subspan(next.size());
    result = reader.Push(next);
  }
  if (result) {
    result = reader.Finish();
  }
  return log.text + (result ? "" : "!" + result.error().where + result.error().diagnostic);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ByteView octets(data, size);
  const std::string whole = Read(octets, size + 1);
  if (Read(octets, 1) != whole || Read(octets, 7) != whole) {
    std::abort();
  }
  if (const Result<Bytes> der = signet::asn1::BerToDer(octets)) {
    const Result<Bytes> again = signet::asn1::BerToDer(*der);
    if (!again || *again != *der) {
      std::abort();
    }
  }
  return 0;
}

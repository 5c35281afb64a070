// CMS objects of every kind, as strangers send them: decoded whole and in pieces with the same
// result, and every signer judged with every certificate that came along.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "cms/armor.h"
#include "cms/decoder.h"
#include "cms/time_stamp_token.h"
#include "cms/verify_signer.h"
#include "nss/startup.h"
#include "unit/cms/support.h"

namespace {

using signet::Bytes;
using signet::ByteView;
using signet::Result;

void Judge(const signet::cms::SignedData& data) {
  constexpr std::size_t kMost = 3;
  const signet::cms::ContentDigests none;
  for (std::size_t i = 0; i < std::min(kMost, data.signers.size()); ++i) {
    for (std::size_t j = 0; j < std::min(kMost, data.certificates.size()); ++j) {
      const auto outcome = signet::cms::VerifySigner(data, i, nullptr, data.certificates[j]);
      // A verdict without a reason is no verdict.
      if (!outcome.valid && outcome.reasons.empty()) {
        std::abort();
      }
      static_cast<void>(signet::cms::VerifySigner(data, i, &none, data.certificates[j]));
      static_cast<void>(signet::cms::MatchesSigner(data.signers[i].id, data.certificates[j]));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto kRuntime = signet::nss::Runtime::Open({});
  if (!kRuntime) {
    std::abort();
  }
  const Result<Bytes> object = signet::cms::UnarmorAll(ByteView(data, size));
  if (!object) {
    return 0;
  }
  // As a time-stamp beside a signature, and as what one states.
  static_cast<void>(signet::cms::ReadTimeStampToken(*object));
  const auto info = signet::cms::ReadTimeStampInfo(*object);
  if (info && info->latest < info->time) {
    std::abort();
  }
  signet::cms::RememberingSink whole;
  signet::cms::RememberingSink pieces;
  const auto at_once = signet::cms::Decode(*object, whole);
  const auto in_pieces = signet::cms::Decode(*object, pieces, 5);
  if (at_once.has_value() != in_pieces.has_value() ||
      (at_once &&
       (whole.content() != pieces.content() || whole.content_type() != pieces.content_type()))) {
    std::abort();
  }
  if (!at_once) {
    if (at_once.error() != in_pieces.error()) {
      std::abort();
    }
    return 0;
  }
  if (const auto* signed_data = std::get_if<signet::cms::SignedData>(&at_once->object)) {
    Judge(*signed_data);
  }
  return 0;
}

#include "conformance/differential/witness.h"
#include "idl/reasons.h"
#include "pkix/certificate.h"
#include "pkix/path.h"

namespace signet::differential {

Verdict AskSignet(const Chain& chain) {
  const auto target = pkix::Certificate::Parse(chain.target);
  const auto anchor = pkix::Certificate::Parse(chain.anchor);
  if (!target || !anchor) {
    const Reason& reason = target ? anchor.error() : target.error();
    return {.why = std::string(idl::ToString(reason.code))};
  }
  pkix::CertificatePool pool({*anchor});
  for (const Bytes& der : chain.others) {
    if (auto other = pkix::Certificate::Parse(der)) {
      pool.Add(*std::move(other));
    }
  }
  const pkix::AnchorSet trust({*anchor});
  pkix::PathRequest request;
  request.target = *target;
  request.sources = {&pool};
  request.trust = &trust;
  request.at = testing::kTestTime;
  request.purpose = pkix::Purpose::kSigning;
  const pkix::PathResult result = pkix::ValidatePath(request);
  if (result.valid()) {
    return {.valid = true, .why = {}};
  }
  return {.why = std::string(idl::ToString(result.reasons().front().code))};
}

}  // namespace signet::differential

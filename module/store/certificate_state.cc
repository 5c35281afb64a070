#include "store/certificate_state.h"

#include <string>
#include <utility>

#include "pkix/address.h"

namespace signet::store {

CertificateState StateOf(const pkix::CertificatePtr& certificate, pkix::Purpose purpose,
                         const JudgeContext& context) {
  pkix::PathRequest request;
  request.target = certificate;
  request.sources = context.authorities;
  request.trust = context.trust;
  request.at = context.at;
  request.purpose = purpose;
  request.revocation = context.revocation;
  request.options = context.options;
  request.cache = context.cache;
  if (context.evidence != nullptr) {
    request.sources.push_back(&context.evidence->issuers());
    request.revocation.data = &context.evidence->data();
  }
  pkix::PathResult result = pkix::ValidatePath(request);
  std::vector<pkix::Fetch> fetches;
  if (context.evidence != nullptr) {
    fetches = pkix::FindFetches(result, context.fetches);
    context.evidence->Explain(fetches, request.revocation.mode, result);
    if (context.judged) {
      context.judged(result);
    }
  }
  pkix::Path& best = result.paths.front();
  return {.reasons = std::move(best.reasons),
          .warnings = std::move(best.warnings),
          .chain = std::move(best.chain),
          .fetches = std::move(fetches)};
}

std::vector<Reason> CheckAddress(const pkix::Certificate& certificate, std::string_view address) {
  if (certificate.addresses().empty()) {
    return {certificate.About(ReasonCode::kCertificateWithoutAddress)
                .With("address", std::string(address))};
  }
  if (pkix::HasAddress(certificate, address)) {
    return {};
  }
  std::string addresses;
  for (const std::string& own : certificate.addresses()) {
    addresses += (addresses.empty() ? "" : ", ") + own;
  }
  return {certificate.About(ReasonCode::kCertificateForOtherAddress)
              .With("address", std::string(address))
              .With("addresses", std::move(addresses))};
}

}  // namespace signet::store

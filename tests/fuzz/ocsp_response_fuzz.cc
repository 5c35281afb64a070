// OCSP responses, as strangers send them: read, and held against the certificates that come along.
#include <cstdint>
#include <cstdlib>

#include "nss/startup.h"
#include "pkix/ocsp_check.h"
#include "pkix/ocsp_response.h"

namespace {

using signet::ByteView;
namespace pkix = signet::pkix;

void Check(const pkix::OcspResponsePtr& response) {
  const auto& certificates = response->certificates();
  if (certificates.empty()) {
    return;
  }
  const std::vector<pkix::CertificatePtr> chain{certificates.front(), certificates.back()};
  const pkix::CertificatePool pool(certificates);
  const pkix::RevocationData data{
      .crls = {}, .ocsp_responses = {{.response = response, .certificate = {}, .nonce = {}}}};
  pkix::PathRequest request;
  request.target = chain.front();
  request.sources = {&pool};
  request.at = response->produced_at();
  request.options.allow_weak = true;
  request.revocation.mode = pkix::RevocationSettings::Mode::kRequire;
  request.revocation.data = &data;
  pkix::SignatureChecker signatures(nullptr, 10);
  const pkix::RevocationStatus status =
      pkix::CheckOcsp(pkix::RevocationContext{request, signatures, chain}, 0);
  // What is not known has a reason, since there was an answer.
  if (status.state == pkix::RevocationState::kUnknown && status.problems.empty()) {
    std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto kRuntime = signet::nss::Runtime::Open({});
  if (!kRuntime) {
    std::abort();
  }
  if (const auto response = pkix::OcspResponse::Parse(ByteView(data, size))) {
    Check(*response);
  }
  return 0;
}

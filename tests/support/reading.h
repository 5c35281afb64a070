// Certificates of the builders as the product reads them, and reasons by their codes alone.
#ifndef SIGNET_TESTS_SUPPORT_READING_H_
#define SIGNET_TESTS_SUPPORT_READING_H_

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "base/result.h"
#include "pkix/certificate.h"
#include "support/certificate_builder.h"

namespace signet::testing {

// Parse reads a certificate that must be readable.
inline pkix::CertificatePtr Parse(ByteView der) {
  auto certificate = pkix::Certificate::Parse(der);
  if (!certificate) {
    ADD_FAILURE() << "not readable: " << certificate.error().where << " "
                  << certificate.error().diagnostic;
    return nullptr;
  }
  return *std::move(certificate);
}

inline pkix::CertificatePtr Parse(const Certificate& certificate) {
  return Parse(certificate.der);
}

// CodesOf gives the codes in their order: of Reason, of the contract's idl::Reason, or of
// smime::Finding.
template <typename AnyReason>
std::vector<ReasonCode> CodesOf(const std::vector<AnyReason>& reasons) {
  std::vector<ReasonCode> codes;
  codes.reserve(reasons.size());
  for (const AnyReason& each : reasons) {
    if constexpr (requires { each.reason; }) {
      codes.push_back(each.reason.code);
    } else {
      codes.push_back(each.code);
    }
  }
  return codes;
}

}  // namespace signet::testing

#endif  // SIGNET_TESTS_SUPPORT_READING_H_

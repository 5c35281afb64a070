// What the tests of this room share: certificates of the builders read by the room, and questions
// about them.
#ifndef SIGNET_TESTS_UNIT_PKIX_SUPPORT_H_
#define SIGNET_TESTS_UNIT_PKIX_SUPPORT_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "pkix/certificate.h"
#include "pkix/path.h"
#include "support/certificate_builder.h"
#include "support/keys.h"
#include "support/nss_environment.h"
#include "support/reading.h"

namespace signet::testing {

// Midnight of a day.
inline Time Day(int year, unsigned month, unsigned day) {
  return FromCivil(year, month, day, 0, 0, 0).value();
}

// A question about a certificate at kTestTime: signing, P-256 everywhere, one trusted authority.
class PathQuestion {
 public:
  PathQuestion(pkix::CertificatePtr target, const std::vector<pkix::CertificatePtr>& others,
               const pkix::CertificatePtr& anchor) {
    for (const pkix::CertificatePtr& other : others) {
      pool_.Add(other);
    }
    if (anchor != nullptr) {
      pool_.Add(anchor);
      Trust(anchor, {.level = pkix::Trust::Level::kAnchor, .distrust_after = {}});
    }
    request.target = std::move(target);
    request.sources = {&pool_};
    request.trust = &trust_;
    request.at = kTestTime;
    request.purpose = pkix::Purpose::kSigning;
  }

  void Trust(const pkix::CertificatePtr& certificate, pkix::Trust trust) {
    trust_.Add(*certificate, trust);
  }

  [[nodiscard]] pkix::PathResult Ask() const { return pkix::ValidatePath(request); }

  // The reasons of the best path, in their order.
  [[nodiscard]] std::vector<ReasonCode> Codes() const { return CodesOf(Ask().reasons()); }

  pkix::PathRequest request;

 private:
  pkix::CertificatePool pool_;
  pkix::AnchorSet trust_;
};

}  // namespace signet::testing

#endif  // SIGNET_TESTS_UNIT_PKIX_SUPPORT_H_

#include "support/nss_environment.h"

#include <nss.h>

#include "support/keys.h"

namespace signet::testing {
namespace {

std::shared_ptr<const nss::Runtime>& TheRuntime() {
  static std::shared_ptr<const nss::Runtime> runtime;
  return runtime;
}

}  // namespace

void NssEnvironment::Start() {
  if (TheRuntime() != nullptr) {
    return;
  }
  auto runtime = nss::Runtime::Open({});
  ASSERT_TRUE(runtime.has_value()) << runtime.error().diagnostic;
  TheRuntime() = std::move(*runtime);
}

void NssEnvironment::Stop() {
  ForgetKeys();
  if (TheRuntime() == nullptr) {
    return;
  }
  TheRuntime().reset();
  EXPECT_FALSE(NSS_IsInitialized() == PR_TRUE) << "an NSS handle outlived the tests";
}

}  // namespace signet::testing

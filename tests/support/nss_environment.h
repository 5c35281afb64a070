// NSS for tests: started without a database before the first test of a program that includes this
// header, stopped after the last one, and asserted to have stopped (no handle leaked).
#ifndef SIGNET_TESTS_SUPPORT_NSS_ENVIRONMENT_H_
#define SIGNET_TESTS_SUPPORT_NSS_ENVIRONMENT_H_

#include <gtest/gtest.h>

#include <memory>

#include "nss/startup.h"

namespace signet::testing {

// NssEnvironment opens NSS without a database. Tests that need a profile close it first with Stop
// and open it again with Start.
class NssEnvironment : public ::testing::Environment {
 public:
  void SetUp() override { Start(); }
  void TearDown() override { Stop(); }

  // Start and Stop do nothing if it already is so. Stop also drops the keys of support/keys.h.
  static void Start();
  static void Stop();
};

// GoogleTest owns the environment.
inline const ::testing::Environment* const kNssEnvironment =
    ::testing::AddGlobalTestEnvironment(std::make_unique<NssEnvironment>().release());

}  // namespace signet::testing

#endif  // SIGNET_TESTS_SUPPORT_NSS_ENVIRONMENT_H_

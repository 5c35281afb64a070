// Importing from the Certificates window: a file with many certificates comes in step by step.
#include "panel/certificates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>

#include "base/limits.h"
#include "support/certificate_builder.h"
#include "support/keys.h"
#include "support/nss_environment.h"
#include "support/run.h"

namespace signet::panel {
namespace {

using testing::NssEnvironment;
using ::testing::SizeIs;

class CertificatesImportTest : public ::testing::Test {
 protected:
  void SetUp() override {
    NssEnvironment::Stop();
    ASSERT_EQ(
        testing::RunProgram(folder_.path(), {"certutil", "-N", "-d", "sql:.", "--empty-password"})
            .status,
        0);
    runtime_ = *nss::Runtime::Open({.profile = folder_.path(), .writable = true});
    profile_ = std::make_unique<Profile>(runtime_);
  }
  void TearDown() override {
    profile_.reset();
    testing::ForgetKeys();
    runtime_.reset();
    NssEnvironment::Start();
  }

  static std::string People(std::size_t count) {
    const testing::CertificateAuthority authority("Test CA");
    std::string file;
    for (std::size_t index = 0; index < count; ++index) {
      file += testing::Pem(
          "CERTIFICATE",
          authority
              .Issue(testing::PersonCertificate("person" + std::to_string(index) + "@example.com"))
              .der);
    }
    return file;
  }

  idl::ImportView Import(const std::string& file, std::uint64_t from) {
    return Certificates(*profile_)
        .ImportFile("people.pem", AsBytes(file), std::nullopt, from, {cancel_})
        .value();
  }

  static std::size_t Stored(const idl::ImportView& view) {
    return static_cast<std::size_t>(
        std::ranges::count(view.certificates, idl::ImportOutcome::kStored,
                           [](const auto& entry) { return entry.outcome; }));
  }

  testing::TemporaryFolder folder_;
  std::shared_ptr<const nss::Runtime> runtime_;
  std::unique_ptr<Profile> profile_;
  CancelFlag cancel_;
};

TEST_F(CertificatesImportTest, ManyComeInStepByStepAndCanBeGoneOnWith) {
  constexpr std::size_t kStep = limits::kCertificatesImportedAtOnce;
  const std::string file = People(kStep + 3);
  const idl::ImportView first = Import(file, 0);
  EXPECT_THAT(first.certificates, SizeIs(kStep));
  EXPECT_EQ(Stored(first), kStep);
  EXPECT_EQ(first.total, kStep + 3);
  EXPECT_EQ(first.done, kStep);
  const idl::ImportView last = Import(file, first.done);
  EXPECT_THAT(last.certificates, SizeIs(3));
  EXPECT_EQ(Stored(last), 3U);
  EXPECT_EQ(last.done, last.total);
  EXPECT_EQ(Stored(Import(file, 0)), 0U);  // they are here already
  const idl::ImportView beyond = Import(file, kStep * 10);
  EXPECT_THAT(beyond.certificates, SizeIs(0));
  EXPECT_EQ(beyond.done, beyond.total);
}

TEST_F(CertificatesImportTest, AFewComeInAtOnce) {
  const idl::ImportView view = Import(People(2), 0);
  EXPECT_EQ(Stored(view), 2U);
  EXPECT_EQ(view.done, 2U);
  EXPECT_EQ(view.total, 2U);
}

}  // namespace
}  // namespace signet::panel

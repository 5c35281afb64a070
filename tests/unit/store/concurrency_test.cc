// Certificates that one thread stores and deletes while others ask about them, as the mail
// program's own threads and Signet's do with the certificates of one message.
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "nss/token.h"
#include "pkix/certificate.h"
#include "store/edit.h"
#include "store/import.h"
#include "store/profile_certificates.h"
#include "store/profile_trust.h"
#include "store/stored_certificates.h"
#include "support/certificate_builder.h"
#include "support/nss_environment.h"
#include "support/reading.h"
#include "support/run.h"

namespace signet::store {
namespace {

using testing::CertificateAuthority;
using testing::NssEnvironment;
using testing::Parse;

class ConcurrencyTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const CertificateAuthority root("Root");
    constexpr int kPeople = 4;
    for (int i = 0; i < kPeople; ++i) {
      const std::string address = "person" + std::to_string(i) + "@example.com";
      certificates_.push_back(
          Parse(root.Issue(testing::PersonCertificate(address, testing::KeyKind::kP256, i + 1))));
    }
    ASSERT_EQ(
        testing::RunProgram(folder_.path(), {"certutil", "-N", "-d", "sql:.", "--empty-password"})
            .status,
        0);
    NssEnvironment::Stop();
    auto runtime = nss::Runtime::Open({.profile = folder_.path(), .builtin_roots = false});
    ASSERT_TRUE(runtime.has_value()) << runtime.error().diagnostic;
    runtime_ = *std::move(runtime);
  }

  void TearDown() override {
    runtime_.reset();
    NssEnvironment::Start();
  }

  testing::TemporaryFolder folder_;
  std::shared_ptr<const nss::Runtime> runtime_;
  std::vector<pkix::CertificatePtr> certificates_;
};

// With NSS's temporary certificates (CERT_NewTempCertificate) this crashed within some hundred
// rounds.
TEST_F(ConcurrencyTest, AskingAboutWhatIsJustStoredOrDeleted) {
  std::atomic<bool> over = false;
  std::atomic<int> asked = 0;
  const auto ask = [&] {
    while (!over) {
      ProfileTrust trust(runtime_);
      const ProfileCertificates known(runtime_);
      for (const pkix::CertificatePtr& certificate : certificates_) {
        EXPECT_EQ(trust.EmailTrust(*certificate).level, pkix::Trust::Level::kNone);
        static_cast<void>(IsStored(*certificate));
        static_cast<void>(known.FindBySubject(certificate->subject()));
      }
      ++asked;
    }
  };
  std::thread one(ask);
  std::thread two(ask);
  constexpr int kRounds = 500;
  int stored = 0;
  const auto token = nss::InternalKeySlot();
  ASSERT_TRUE(token.has_value());
  for (int round = 0; round < kRounds; ++round) {
    const auto report = ImportCertificates(certificates_, token->get());
    EXPECT_TRUE(report.has_value());
    for (const Imported& entry : report->entries) {
      stored += entry.outcome == Imported::Outcome::kStored ? 1 : 0;
    }
    for (const pkix::CertificatePtr& certificate : certificates_) {
      EXPECT_TRUE(DeleteCertificate(*certificate, false).has_value());
    }
  }
  over = true;
  one.join();
  two.join();
  EXPECT_EQ(stored, kRounds * static_cast<int>(certificates_.size()));
  EXPECT_GT(asked, 0);
  for (const pkix::CertificatePtr& certificate : certificates_) {
    EXPECT_FALSE(IsStored(*certificate));
  }
}

}  // namespace
}  // namespace signet::store

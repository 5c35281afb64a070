// The people of RFC 9216: Alice and Bob (RSA), Carlos and Dana (Ed25519 and X25519), each with a
// certificate for signing and one for encryption, and two authorities that certify each other.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "conformance/pem.h"
#include "pkix/address.h"
#include "pkix/path.h"
#include "support/corpora.h"
#include "support/keys.h"
#include "support/nss_environment.h"

namespace signet {
namespace {

pkix::CertificatePtr Read(const std::filesystem::path& folder, std::string_view section) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(std::string{section} + "_") && name.ends_with(".certificate.pem")) {
      auto certificate =
          pkix::Certificate::Parse(testing::DecodePem(AsText(testing::ReadFile(entry.path()))));
      return certificate ? *std::move(certificate) : nullptr;
    }
  }
  return nullptr;
}

struct Person {
  std::string_view signing;
  std::string_view encryption;
  std::string_view address;
  bool ed25519;
};

class Rfc9216 : public ::testing::TestWithParam<Person> {};

TEST_P(Rfc9216, CertificatesAreForWhatTheySay) {
  SIGNET_CORPUS_OR_SKIP(folder, "rfc9216");
  const auto rsa_root = Read(folder, "3.1");
  const auto rsa_cross = Read(folder, "3.3");
  const auto ed25519_root = Read(folder, "6.1");
  const auto ed25519_cross = Read(folder, "6.3");
  const auto signing = Read(folder, GetParam().signing);
  const auto encryption = Read(folder, GetParam().encryption);
  ASSERT_TRUE(rsa_root && rsa_cross && ed25519_root && ed25519_cross && signing && encryption);
  EXPECT_TRUE(pkix::HasAddress(*signing, GetParam().address));
  const pkix::CertificatePool pool({rsa_root, rsa_cross, ed25519_root, ed25519_cross});
  const auto ask = [&](const pkix::CertificatePtr& target, pkix::Purpose purpose,
                       const pkix::CertificatePtr& anchor) {
    const pkix::AnchorSet trust({anchor});
    pkix::PathRequest request;
    request.target = target;
    request.sources = {&pool};
    request.trust = &trust;
    request.at = ParseRfc3339("2026-06-01T00:00:00Z").value();
    request.purpose = purpose;
    return pkix::ValidatePath(request);
  };
  const auto& own_root = GetParam().ed25519 ? ed25519_root : rsa_root;
  const auto& other_root = GetParam().ed25519 ? rsa_root : ed25519_root;
  if (GetParam().ed25519 && !testing::IsAvailable(testing::KeyKind::kEd25519)) {
    const auto result = ask(signing, pkix::Purpose::kSigning, own_root);
    ASSERT_EQ(result.reasons().size(), 1U);
    EXPECT_EQ(result.reasons()[0].code, ReasonCode::kAlgorithmUnsupported);
    GTEST_SKIP() << "this NSS has no Ed25519";
  }
  EXPECT_TRUE(ask(signing, pkix::Purpose::kSigning, own_root).valid());
  EXPECT_TRUE(ask(encryption, pkix::Purpose::kEncryption, own_root).valid());
  EXPECT_FALSE(ask(signing, pkix::Purpose::kEncryption, own_root).valid());
  EXPECT_FALSE(ask(encryption, pkix::Purpose::kSigning, own_root).valid());
  // Through the cross-certificate, which is signed with the other algorithm.
  if (testing::IsAvailable(testing::KeyKind::kEd25519)) {
    const auto crossed = ask(signing, pkix::Purpose::kSigning, other_root);
    EXPECT_TRUE(crossed.valid());
    EXPECT_EQ(crossed.best().chain.size(), 3U);
  }
}

INSTANTIATE_TEST_SUITE_P(All, Rfc9216,
                         ::testing::Values(Person{"4.1", "4.3", "alice@smime.example", false},
                                           Person{"5.1", "5.3", "bob@smime.example", false},
                                           Person{"7.1", "7.3", "carlos@smime.example", true},
                                           Person{"8.1", "8.3", "dana@smime.example", true}),
                         [](const auto& instance) {
                           return std::string{
                               instance.param.address.substr(0, instance.param.address.find('@'))};
                         });

}  // namespace
}  // namespace signet

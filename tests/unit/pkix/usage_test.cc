// Key usage, extended key usage and kind of key for each purpose.
#include "pkix/usage.h"

#include "asn1/oids.h"
#include "unit/pkix/support.h"

namespace signet {
namespace {

namespace oid = asn1::oid;
using pkix::Purpose;
using testing::CertificateAuthority;
using testing::CertificateBuilder;
using testing::KeyKind;
using testing::Parse;

struct Case {
  std::string name;
  KeyKind key;
  std::optional<unsigned> key_usage;
  std::vector<Oid> extended;
  bool signing;
  bool encryption;
  bool any;
};

class Usage : public ::testing::TestWithParam<Case> {};

TEST_P(Usage, Decides) {
  const Case& test = GetParam();
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  CertificateBuilder builder = testing::PersonCertificate("alice@example.com", test.key, 2);
  builder.Without(oid::kKeyUsage).Without(oid::kExtendedKeyUsage);
  if (test.key_usage) {
    builder.KeyUsage(*test.key_usage);
  }
  if (!test.extended.empty()) {
    builder.ExtendedKeyUsage(test.extended);
  }
  const auto certificate = Parse(root.Issue(builder));
  EXPECT_EQ(pkix::CheckUsage(*certificate, Purpose::kSigning).empty(), test.signing);
  EXPECT_EQ(pkix::CheckUsage(*certificate, Purpose::kEncryption).empty(), test.encryption);
  EXPECT_EQ(pkix::CheckUsage(*certificate, Purpose::kAny).empty(), test.any);
  EXPECT_TRUE(pkix::CheckUsage(*certificate, Purpose::kPathOnly).empty());
}

constexpr auto kRsa = KeyKind::kRsa2048;
constexpr auto kEc = KeyKind::kP256;

INSTANTIATE_TEST_SUITE_P(
    All, Usage,
    ::testing::Values(
        Case{"NothingSaid", kRsa, {}, {}, true, true, true},
        Case{"NothingSaidEc", kEc, {}, {}, true, true, true},
        Case{"RsaSignature", kRsa, testing::kDigitalSignature, {}, true, false, true},
        Case{"RsaNonRepudiation", kRsa, testing::kNonRepudiation, {}, true, false, true},
        Case{"RsaTransport", kRsa, testing::kKeyEncipherment, {}, false, true, true},
        Case{"RsaDataEncipherment", kRsa, testing::kDataEncipherment, {}, false, false, true},
        Case{"RsaAgreement", kRsa, testing::kKeyAgreement, {}, false, false, true},
        Case{"EcAgreement", kEc, testing::kKeyAgreement, {}, false, true, true},
        Case{"EcTransport", kEc, testing::kKeyEncipherment, {}, false, false, true},
        Case{"EcEncipherOnly",
             kEc,
             testing::kKeyAgreement | testing::kEncipherOnly,
             {},
             false,
             true,
             true},
        Case{"EcDecipherOnly",
             kEc,
             testing::kKeyAgreement | testing::kDecipherOnly,
             {},
             false,
             false,
             true},
        Case{"Both",
             kRsa,
             testing::kDigitalSignature | testing::kKeyEncipherment,
             {},
             true,
             true,
             true},
        Case{"CertSignOnly", kRsa, testing::kKeyCertSign, {}, false, false, true},
        Case{"Email", kRsa, {}, {oid::kEmailProtection}, true, true, true},
        Case{"EmailAmongOthers",
             kRsa,
             {},
             {oid::kClientAuth, oid::kEmailProtection},
             true,
             true,
             true},
        Case{"AnyExtended", kRsa, {}, {oid::kAnyExtendedKeyUsage}, true, true, true},
        Case{"ServerOnly", kRsa, {}, {oid::kServerAuth}, false, false, false}),
    [](const auto& instance) { return instance.param.name; });

TEST(SpecialUsage, OcspAndTimeStampsAreDelegatedExplicitly) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  const auto check = [&](const std::vector<Oid>& extended, Purpose purpose, bool critical = true) {
    CertificateBuilder builder = testing::PersonCertificate("x@example.com");
    builder.Without(oid::kExtendedKeyUsage);
    if (!extended.empty()) {
      builder.ExtendedKeyUsage(extended, critical);
    }
    return pkix::CheckUsage(*Parse(root.Issue(builder)), purpose).empty();
  };
  EXPECT_TRUE(check({oid::kOcspSigning}, Purpose::kOcspSigning));
  EXPECT_FALSE(check({}, Purpose::kOcspSigning));
  EXPECT_FALSE(check({oid::kAnyExtendedKeyUsage}, Purpose::kOcspSigning));
  EXPECT_TRUE(check({oid::kTimeStamping}, Purpose::kTimeStamping));
  EXPECT_FALSE(check({oid::kTimeStamping, oid::kEmailProtection}, Purpose::kTimeStamping));
  EXPECT_FALSE(check({oid::kTimeStamping}, Purpose::kTimeStamping, /*critical=*/false));
  EXPECT_FALSE(check({}, Purpose::kTimeStamping));
}

}  // namespace
}  // namespace signet

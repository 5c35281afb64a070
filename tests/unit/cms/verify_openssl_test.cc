// Messages that OpenSSL signs in the run: every algorithm, parameter set and form that it has.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "nss/digest.h"
#include "support/nss_environment.h"
#include "support/run.h"
#include "unit/cms/key_store.h"
#include "unit/cms/support.h"

namespace signet::cms {
namespace {

using testing::TemporaryFolder;

constexpr std::string_view kText = "Content-Type: text/plain\r\n\r\nSigned by OpenSSL.\r\n";

struct SignCase {
  std::string name;
  // Of openssl genpkey.
  std::vector<std::string> key;
  // Of openssl cms -sign.
  std::vector<std::string> options;
  std::string algorithm;
  std::string verdict = "valid";
};

class VerifyOpenSslTest : public ::testing::TestWithParam<SignCase> {
 protected:
  // Writes key.pem, certificate.pem and text; each kind of key is made once. Nobody looks at dates
  // here.
  static void MakeSigner(const TemporaryFolder& folder, const std::vector<std::string>& key) {
    static std::map<std::vector<std::string>, std::pair<Bytes, Bytes>> made;
    auto& [key_pem, certificate_pem] = made[key];
    if (key_pem.empty()) {
      std::vector<std::string> command = {"genpkey"};
      command.insert(command.end(), key.begin(), key.end());
      key_pem = OpenSsl(folder, command);
      folder.Write("key.pem", key_pem);
      certificate_pem = OpenSsl(
          folder, {"req", "-x509", "-new", "-key", "key.pem", "-subj", "/CN=Alice", "-sha256"});
    }
    folder.Write("key.pem", key_pem);
    folder.Write("certificate.pem", certificate_pem);
    folder.Write("text", kText);
  }

  static Bytes Sign(const TemporaryFolder& folder, std::vector<std::string> more,
                    const std::vector<std::string>& options) {
    std::vector<std::string> command = {
        "cms", "-sign",   "-binary",         "-in",    "text",   "-outform",
        "DER", "-signer", "certificate.pem", "-inkey", "key.pem"};
    command.insert(command.end(), more.begin(), more.end());
    command.insert(command.end(), options.begin(), options.end());
    return OpenSsl(folder, command);
  }
};

TEST_P(VerifyOpenSslTest, InsideStreamedAndDetached) {
  const SignCase& test = GetParam();
  const TemporaryFolder folder;
  MakeSigner(folder, test.key);
  if (test.algorithm.find("SHA3") != std::string::npos &&
      !nss::IsAvailable(nss::DigestAlgorithm::kSha3_256)) {
    const auto data = DecodeSignature(Sign(folder, {"-nodetach"}, test.options));
    ASSERT_TRUE(data);
    const SignerOutcome outcome = VerifySigner(*data, 0, nullptr, FindCertificate(*data, 0));
    EXPECT_EQ(Verdict(outcome), "algorithm-unsupported");
    EXPECT_TRUE(outcome.reasons[0].texts.at("algorithm").starts_with("SHA3"));
    GTEST_SKIP() << "this NSS has no SHA-3";
  }
  for (const std::vector<std::string>& form : {std::vector<std::string>{"-nodetach"},
                                               {"-nodetach", "-stream"},
                                               {"-nodetach", "-noattr"},
                                               {"-nodetach", "-keyid", "-nosmimecap"}}) {
    // OpenSSL 3.0 fails to write PSS in one pass.
    if (form.back() == "-stream" && test.algorithm.starts_with("RSA-PSS")) {
      continue;
    }
    const Bytes object = Sign(folder, form, test.options);
    RememberingSink sink;
    const auto decoded = Decode(object, sink, 13);
    ASSERT_TRUE(decoded) << Describe(decoded.error());
    EXPECT_EQ(sink.text(), kText);
    const auto& data = std::get<SignedData>(decoded->object);
    const SignerOutcome outcome = VerifySigner(data, 0, nullptr, FindCertificate(data, 0));
    EXPECT_EQ(Verdict(outcome), test.verdict) << form.back() << Codes(outcome.reasons);
    EXPECT_EQ(outcome.algorithm, test.algorithm);
  }
  const auto data = DecodeSignature(Sign(folder, {"-cades"}, test.options));
  ASSERT_TRUE(data);
  EXPECT_FALSE(data->has_content);
  // OpenSSL writes version 1 with SHA-1.
  EXPECT_NE(data->signers[0].signed_attributes->signing_certificate_v2.empty(),
            data->signers[0].signed_attributes->signing_certificate.empty());
  EXPECT_FALSE(data->signers[0].signed_attributes->capabilities.empty());
  auto digester = ContentDigester::ForDetached(*data);
  ASSERT_TRUE(digester);
  for (const char character : kText) {
    ASSERT_TRUE(digester->Update(AsBytes({&character, 1})));
  }
  const auto digests = digester->Finish();
  EXPECT_EQ(Verdict(VerifySigner(*data, 0, &*digests, FindCertificate(*data, 0))), test.verdict);
}

std::vector<SignCase> Cases() {
  const std::vector<std::string> rsa = {"-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"};
  const std::vector<std::string> pss = {"-algorithm", "RSA-PSS", "-pkeyopt",
                                        "rsa_keygen_bits:2048"};
  std::vector<SignCase> cases;
  for (const std::string digest : {"224", "256", "384", "512"}) {
    cases.push_back({"RsaSha" + digest, rsa, {"-md", "sha" + digest}, "RSA with SHA-" + digest});
  }
  cases.push_back({"RsaSha1", rsa, {"-md", "sha1"}, "RSA with SHA-1", "valid,weak-digest"});
  for (const std::string digest : {"224", "256", "384", "512"}) {
    cases.push_back(
        {"RsaSha3" + digest, rsa, {"-md", "sha3-" + digest}, "RSA with SHA3-" + digest});
  }
  const auto with_pss = [](std::vector<std::string> options) {
    options.insert(options.end(), {"-keyopt", "rsa_padding_mode:pss"});
    return options;
  };
  for (const std::string digest : {"224", "256", "384", "512"}) {
    for (const std::string salt : {"digest", "max"}) {
      std::vector<std::string> options = with_pss({"-md", "sha" + digest});
      options.insert(options.end(), {"-keyopt", "rsa_pss_saltlen:" + salt});
      cases.push_back({std::string("PssSha").append(digest).append("Salt").append(salt), rsa,
                       options, "RSA-PSS with SHA-" + digest});
    }
  }
  for (const std::string salt : {"0", "1", "20"}) {
    std::vector<std::string> options = with_pss({"-md", "sha256"});
    options.insert(options.end(), {"-keyopt", "rsa_pss_saltlen:" + salt});
    cases.push_back({"PssSha256Salt" + salt, rsa, options, "RSA-PSS with SHA-256"});
  }
  std::vector<std::string> other_mask = with_pss({"-md", "sha256"});
  other_mask.insert(other_mask.end(), {"-keyopt", "rsa_mgf1_md:sha512"});
  cases.push_back({"PssOtherMask", rsa, other_mask, "RSA-PSS with SHA-256"});
  cases.push_back(
      {"PssSha1", rsa, with_pss({"-md", "sha1"}), "RSA-PSS with SHA-1", "valid,weak-digest"});
  cases.push_back({"PssKey", pss, with_pss({"-md", "sha256"}), "RSA-PSS with SHA-256"});
  cases.push_back({"PssKeySha512", pss, with_pss({"-md", "sha512"}), "RSA-PSS with SHA-512"});
  std::vector<std::string> restricted = pss;
  restricted.insert(restricted.end(),
                    {"-pkeyopt", "rsa_pss_keygen_md:sha256", "-pkeyopt",
                     "rsa_pss_keygen_mgf1_md:sha256", "-pkeyopt", "rsa_pss_keygen_saltlen:32"});
  cases.push_back(
      {"PssKeyRestricted", restricted, with_pss({"-md", "sha256"}), "RSA-PSS with SHA-256"});
  for (const std::string curve : {"P-256", "P-384", "P-521"}) {
    for (const std::string digest : {"224", "256", "384", "512"}) {
      std::string label = curve;
      std::erase(label, '-');
      cases.push_back({label.append("Sha").append(digest),
                       {"-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:" + curve},
                       {"-md", "sha" + digest},
                       "ECDSA with SHA-" + digest});
    }
  }
  return cases;
}

INSTANTIATE_TEST_SUITE_P(Cases, VerifyOpenSslTest, ::testing::ValuesIn(Cases()),
                         [](const auto& tested) { return tested.param.name; });

class RefuseOpenSslTest : public VerifyOpenSslTest {};

TEST_P(RefuseOpenSslTest, IsRefusedByName) {
  const SignCase& test = GetParam();
  const TemporaryFolder folder;
  MakeSigner(folder, test.key);
  const auto data = DecodeSignature(Sign(folder, {"-nodetach"}, test.options));
  ASSERT_TRUE(data);
  const SignerOutcome outcome = VerifySigner(*data, 0, nullptr, FindCertificate(*data, 0));
  EXPECT_EQ(Verdict(outcome), test.verdict) << Codes(outcome.reasons);
  EXPECT_EQ(outcome.reasons[0].texts.at("algorithm"), test.algorithm);
}

INSTANTIATE_TEST_SUITE_P(
    Refused, RefuseOpenSslTest,
    ::testing::Values(SignCase{"Md5",
                               {"-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"},
                               {"-md", "md5"},
                               "MD5",
                               "algorithm-refused"},
                      SignCase{"Rsa768",
                               {"-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:768"},
                               {"-md", "sha256"},
                               "RSA 768 bits",
                               "weak-key"},
                      SignCase{
                          "Brainpool",
                          {"-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP256r1"},
                          {"-md", "sha256"},
                          "EC brainpoolP256r1",
                          "algorithm-unsupported"},
                      SignCase{"Ripemd160",
                               {"-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"},
                               {"-md", "ripemd160"},
                               "1.3.36.3.2.1",
                               "algorithm-unsupported"}),
    [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace signet::cms

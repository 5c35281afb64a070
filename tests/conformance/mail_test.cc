// Signed mail made by others, judged as a whole: Thunderbird's own S/MIME tests, and Bouncy
// Castle's messages with one thing wrong each. Expected verdicts are those of the sets.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "conformance/pem.h"
#include "smime/reader.h"
#include "support/corpora.h"
#include "support/nss_environment.h"

namespace signet::smime {
namespace {

using Json = nlohmann::json;

Findings Judge(const std::filesystem::path& file, const std::filesystem::path& anchor,
               std::string_view at) {
  const Bytes pem = testing::ReadFile(anchor);
  const Bytes decoded = testing::DecodePem(AsText(pem), "CERTIFICATE");
  const Bytes& der = decoded.empty() ? pem : decoded;
  const auto certificate = pkix::Certificate::Parse(der);
  EXPECT_TRUE(certificate.has_value()) << anchor;
  const pkix::CertificatePool pool({*certificate});
  const pkix::AnchorSet anchors({*certificate});
  ReaderSources sources;
  sources.authorities = {&pool};
  sources.trust = &anchors;
  const Bytes message = testing::ReadFile(file);
  const auto findings = Read(message, sources, {*ParseRfc3339(at)});
  EXPECT_TRUE(findings.has_value());
  return findings.value_or(Findings{});
}

std::string Describe(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings.findings) {
    text += std::string(idl::ToString(finding.reason.code)) + " " + finding.reason.where + " " +
            finding.reason.diagnostic + "; ";
  }
  return text;
}

bool Has(const Findings& findings, ReasonCode code) {
  return std::ranges::any_of(findings.findings, [code](const Finding& finding) {
    return finding.reason.code == code && finding.severity == Severity::kError;
  });
}

TEST(ConformanceMailTest, ThunderbirdsSignedMessages) {
  SIGNET_CORPUS_OR_SKIP(folder, "thunderbird");
  const Json expected = Json::parse(AsText(testing::ReadFile(folder / "expected.json")));
  const auto anchor = folder / "mailnews/test/data/smime/TestCA.pem";
  int judged = 0;
  for (const Json& entry : expected.at("test_smime_decrypt.js")) {
    if (entry.at("enc").get<bool>() || !entry.at("sig").is_boolean()) {
      continue;  // encrypted: other tests
    }
    ++judged;
    const std::string path = entry.at("path").get<std::string>();
    const Findings findings = Judge(folder / path, anchor, "2026-06-01T00:00:00Z");
    EXPECT_EQ(findings.signature == SignatureVerdict::kValid, entry.at("sig_good").get<bool>())
        << path << ": " << Describe(findings);
  }
  EXPECT_GE(judged, 20);
}

struct BouncyCastleCase {
  std::string file;
  ReasonCode reason;
};

class ConformanceBouncyCastleTest : public ::testing::TestWithParam<BouncyCastleCase> {};

// All of these are RSA-1024 with SHA-1, so each is refused for that as well; the thing that the set
// says is wrong must be named beside it.
TEST_P(ConformanceBouncyCastleTest, NamesWhatIsWrong) {
  SIGNET_CORPUS_OR_SKIP(folder, "bouncycastle-mail");
  const Findings findings =
      Judge(folder / GetParam().file, folder / "validator.root.crt", "2006-09-01T09:00:00Z");
  EXPECT_EQ(findings.signature, SignatureVerdict::kInvalid);
  EXPECT_TRUE(Has(findings, GetParam().reason)) << Describe(findings);
  EXPECT_FALSE(Has(findings, ReasonCode::kAltered));
  EXPECT_FALSE(Has(findings, ReasonCode::kSignatureMismatch));
}

INSTANTIATE_TEST_SUITE_P(
    Validator, ConformanceBouncyCastleTest,
    ::testing::Values(
        BouncyCastleCase{"validator.validMail.eml", ReasonCode::kWeakDigest},
        BouncyCastleCase{"validator.shortKey.eml", ReasonCode::kWeakKey},
        BouncyCastleCase{"validator.keyUsage.eml", ReasonCode::kNotForSigning},
        BouncyCastleCase{"validator.extKeyUsage.eml", ReasonCode::kNotForEmail},
        BouncyCastleCase{"validator.noEmail.eml", ReasonCode::kNoAddressInCertificate},
        BouncyCastleCase{"validator.notYetValid.eml", ReasonCode::kCertificateNotYetValid},
        BouncyCastleCase{"validator.expired.eml", ReasonCode::kCertificateExpired},
        BouncyCastleCase{"circular.eml", ReasonCode::kIssuerUnknown}));

}  // namespace
}  // namespace signet::smime

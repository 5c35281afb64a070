// Signed mail made by others, judged as a whole: Thunderbird's own S/MIME tests, and Bouncy
// Castle's messages with one thing wrong each. Expected verdicts are those of the sets.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "conformance/pem.h"
#include "smime/reader.h"
#include "store/memory_keys.h"
#include "store/pkcs12.h"
#include "support/corpora.h"
#include "support/nss_environment.h"
#include "support/run.h"

namespace signet::smime {
namespace {

using Json = nlohmann::json;

// The keys of a set's PKCS #12 files; empty for sets without any.
void AddKeys(store::MemoryKeys& keys, const std::filesystem::path& file) {
  auto contents = store::ReadPkcs12(testing::ReadFile(file), "nss", file.filename().string());
  ASSERT_TRUE(contents.has_value()) << file << ": " << contents.error().diagnostic;
  keys.Add(*std::move(contents));
}

Findings Judge(const std::filesystem::path& file, const std::filesystem::path& anchor,
               std::string_view at, cms::KeySource* keys = nullptr) {
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
  sources.keys = keys;
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

// Where Signet answers otherwise. Thunderbird opens no encryption inside of two signatures, shows
// the encrypted object as an attachment and the outer signature over it as good. Signet opens it,
// and a signature around encryption is no signature of what is in it: a recipient "can validate
// that the encrypted block was unaltered but cannot determine any relationship between the signer
// and the unencrypted contents of the message" (RFC 8551, section 3.7).
bool SignedAroundEncryption(const std::string& path) {
  return path.ends_with("alice.env.sig.SHA256.opaque.dave.sig.SHA256.opaque.eml");
}

TEST(ConformanceMailTest, ThunderbirdsMessages) {
  SIGNET_CORPUS_OR_SKIP(folder, "thunderbird");
  const Json expected = Json::parse(AsText(testing::ReadFile(folder / "expected.json")));
  const auto anchor = folder / "mailnews/test/data/smime/TestCA.pem";
  store::MemoryKeys keys;
  for (const char* person : {"Alice", "Bob", "Dave", "Eve", "Fran", "Fran-ec"}) {
    AddKeys(keys, folder / "mailnews/test/data/smime" / (std::string(person) + ".p12"));
  }
  int judged = 0;
  int opened = 0;
  for (const Json& entry : expected.at("test_smime_decrypt.js")) {
    const std::string path = entry.at("path").get<std::string>();
    const Findings findings = Judge(folder / path, anchor, "2026-06-01T00:00:00Z", &keys);
    ++judged;
    if (entry.at("enc").get<bool>()) {
      EXPECT_EQ(findings.encryption, EncryptionVerdict::kDecrypted)
          << path << ": " << Describe(findings);
      ++opened;
    }
    if (entry.contains("sig_good")) {
      const bool good = entry.at("sig_good").get<bool>() && !SignedAroundEncryption(path);
      EXPECT_EQ(findings.signature == SignatureVerdict::kValid, good)
          << path << ": " << Describe(findings);
    }
  }
  EXPECT_GE(judged, 30);
  EXPECT_GE(opened, 12);
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

// Their certificates have no anchor here, so what counts is the signature itself.
TEST(ConformanceBouncyCastleMailTest, SignaturesVerify) {
  SIGNET_CORPUS_OR_SKIP(folder, "bouncycastle-mail");
  const Json expected = Json::parse(AsText(testing::ReadFile(folder / "expected.json")));
  int judged = 0;
  for (const Json& entry : expected.at("tests")) {
    if (!entry.contains("signature_verifies") || !entry.at("signature_verifies").is_boolean()) {
      continue;  // "ambiguous": 3nnn_smime.eml, on which other programs disagree
    }
    const std::string file = entry.at("file").get<std::string>();
    const Findings findings =
        Judge(folder / file, folder / "validator.root.crt", "2006-09-01T09:00:00Z");
    EXPECT_FALSE(findings.signers.empty()) << file;
    EXPECT_EQ(Has(findings, ReasonCode::kAltered) || Has(findings, ReasonCode::kSignatureMismatch),
              !entry.at("signature_verifies").get<bool>())
        << file << ": " << Describe(findings);
    ++judged;
  }
  EXPECT_GE(judged, 16);
}

// Where Signet answers otherwise: test128 and test256 name AES-128 and AES-256, but the content key
// that they carry has 24 octets, those of AES-192 (FIPS 197, section 5: 16 and 32). Signet does not
// guess another cipher from the length of a key, since whether a decrypted key has the right length
// must not show from outside (RFC 3218, 2.3). OpenSSL refuses them, too.
TEST(ConformanceBouncyCastleMailTest, EncryptedMessages) {
  SIGNET_CORPUS_OR_SKIP(folder, "bouncycastle-mail");
  if (!testing::HasProgram("openssl")) {
    GTEST_SKIP() << "openssl is not installed";
  }
  const testing::TemporaryFolder work;
  const auto made = testing::RunProgram(
      work.path(), {"openssl", "pkcs12", "-export", "-inkey", (folder / "key.pem").string(), "-in",
                    (folder / "cert.pem").string(), "-passout", "pass:nss", "-out", "keys.p12"});
  ASSERT_EQ(made.status, 0) << made.err;
  store::MemoryKeys keys;
  AddKeys(keys, work.path() / "keys.p12");
  const auto judge = [&](const std::string& file) {
    return Judge(folder / file, folder / "validator.root.crt", "2006-09-01T09:00:00Z", &keys);
  };
  EXPECT_EQ(judge("test192.message").encryption, EncryptionVerdict::kDecrypted);
  for (const char* file : {"test128.message", "test256.message"}) {
    const Findings findings = judge(file);
    EXPECT_EQ(findings.encryption, EncryptionVerdict::kFailed) << file;
    EXPECT_TRUE(Has(findings, ReasonCode::kDecryptionFailed)) << file << Describe(findings);
  }
  EXPECT_TRUE(Has(judge("dotnet_encrypted_mail.eml"), ReasonCode::kNoMatchingKey));
  EXPECT_NE(judge("brokenEnv.message").encryption, EncryptionVerdict::kDecrypted);
}

}  // namespace
}  // namespace signet::smime

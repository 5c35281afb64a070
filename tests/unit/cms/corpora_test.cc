// Messages made by others, with the verdicts that their makers expect (SIGNET_CORPORA).
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cms/armor.h"
#include "cms/certificate_fields.h"
#include "nss/public_key.h"
#include "support/corpora.h"
#include "support/nss_environment.h"
#include "support/run.h"
#include "unit/cms/key_store.h"
#include "unit/cms/support.h"

namespace signet::cms {
namespace {

using testing::ReadFile;
using testing::TemporaryFolder;

nlohmann::json ReadJson(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return nlohmann::json::parse(stream);
}

// Opens an object with the keys, in pieces of 100 octets, and says what came of it.
struct Opened {
  std::string verdict;
  std::string text;
  std::vector<Recipient> recipients;
};

Opened Open(ByteView object, KeyStore& keys) {
  RememberingSink sink;
  DecodeOptions options;
  options.keys = &keys;
  const auto decoded = Decode(object, sink, 100, options);
  if (!decoded) {
    return {Describe(decoded.error()), {}, {}};
  }
  const auto* data = std::get_if<EnvelopedData>(&decoded->object);
  if (data == nullptr) {
    return {"not encrypted", {}, {}};
  }
  return {"opened", sink.text(), data->recipients};
}

TEST(CorporaTest, NssInterop) {
  SIGNET_CORPUS_OR_SKIP(corpus, "nss-interop");
  const nlohmann::json expected = ReadJson(corpus / "expected.json");
  const TemporaryFolder folder;
  KeyStore keys;
  LoadPkcs12(folder, corpus / "Fran.p12", expected.at("p12_password"), keys);
  LoadPkcs12(folder, corpus / "Fran-ec.p12", expected.at("p12_password"), keys);
  for (const std::string file : expected.at("files")) {
    const Opened opened = Open(ReadFile(corpus / file), keys);
    EXPECT_EQ(opened.verdict, "opened") << file;
    EXPECT_EQ(opened.text, expected.at("plaintext").get<std::string>()) << file;
  }
}

// Issuer and subject are the same: the name is there twice.
bool IsSelfIssued(ByteView certificate, ByteView issuer) {
  const auto first = std::ranges::search(certificate, issuer);
  const ByteView rest =
      certificate.subspan(static_cast<std::size_t>(first.end() - certificate.begin()));
  return !first.empty() && !std::ranges::search(rest, issuer).empty();
}

// The certificate of a signer, and for DSA keys that inherit their parameters the key with those of
// the issuer, among certificates from anywhere.
SignerOutcome VerifyAmong(const SignedData& data, std::size_t index, const ContentDigests* detached,
                          std::vector<Bytes> certificates) {
  certificates.insert(certificates.end(), data.certificates.begin(), data.certificates.end());
  for (const Bytes& certificate : certificates) {
    if (!MatchesSigner(data.signers[index].id, certificate)) {
      continue;
    }
    const auto fields = ReadCertificateFields(certificate);
    auto key = nss::PublicKey::FromSpki(fields->public_key_info);
    for (const Bytes& issuer : certificates) {
      const auto issuer_fields = ReadCertificateFields(issuer);
      // All issuers of the sets are self-signed.
      if (!key || !key->InheritsParameters() || !issuer_fields ||
          !Equal(issuer_fields->issuer, fields->issuer) ||
          !IsSelfIssued(issuer, issuer_fields->issuer)) {
        continue;
      }
      const auto issuer_key = nss::PublicKey::FromSpki(issuer_fields->public_key_info);
      if (issuer_key && !issuer_key->InheritsParameters()) {
        if (auto whole = key->WithParametersOf(*issuer_key)) {
          key = std::move(whole);
        }
      }
    }
    return VerifySigner(data, index, detached, certificate, key ? &*key : nullptr);
  }
  SignerOutcome outcome;
  outcome.reasons.push_back(MakeReason(ReasonCode::kSignerCertificateMissing));
  return outcome;
}

class Rfc4134Test : public ::testing::Test {
 protected:
  // "valid,weak-digest; ..." one for each signer, or why there is none.
  static std::string Verify(const std::filesystem::path& corpus, const std::string& file,
                            const std::string& detached, std::string* content = nullptr) {
    RememberingSink sink;
    const auto decoded = Decode(ReadFile(corpus / file), sink, 10);
    if (!decoded) {
      return Describe(decoded.error());
    }
    const auto* data = std::get_if<SignedData>(&decoded->object);
    if (data == nullptr) {
      return "not signed";
    }
    std::optional<ContentDigests> digests;
    if (!detached.empty()) {
      auto digester = ContentDigester::ForDetached(*data);
      EXPECT_TRUE(digester->Update(ReadFile(corpus / detached)));
      digests = *digester->Finish();
    }
    std::vector<Bytes> certificates;
    for (const auto& entry : std::filesystem::directory_iterator(corpus)) {
      if (entry.path().extension() == ".cer") {
        certificates.push_back(ReadFile(entry.path()));
      }
    }
    std::string verdicts;
    for (std::size_t i = 0; i < data->signers.size(); ++i) {
      const SignerOutcome outcome =
          VerifyAmong(*data, i, digests ? &*digests : nullptr, certificates);
      verdicts += (i == 0 ? "" : "; ") + Verdict(outcome);
    }
    if (content != nullptr) {
      *content = sink.text();
    }
    return verdicts.empty() ? "no signer" : verdicts;
  }
};

TEST_F(Rfc4134Test, Signed) {
  SIGNET_CORPUS_OR_SKIP(corpus, "rfc4134");
  const nlohmann::json expected = ReadJson(corpus / "expected.json");
  for (const nlohmann::json& test : expected.at("tests")) {
    const std::string file = test.at("file");
    const std::string operation = test.at("op");
    if (!file.ends_with(".bin") || operation != "verify") {
      continue;
    }
    std::string content;
    const std::string verdict =
        Verify(corpus, file, test.value("detached", std::string{}), &content);
    // All of them are SHA-1; whoever is right is so with that notice.
    std::string wanted = "valid,weak-digest";
    const int signers = file == "4.3.bin" ? 1 : test.value("signers", 1);
    for (int i = 1; i < signers; ++i) {
      wanted += "; valid,weak-digest";
    }
    EXPECT_EQ(verdict, wanted) << file;
    if (test.contains("content")) {
      EXPECT_EQ(content, test.at("content").get<std::string>()) << file;
    }
  }
}

TEST_F(Rfc4134Test, OtherTypes) {
  SIGNET_CORPUS_OR_SKIP(corpus, "rfc4134");
  EXPECT_EQ(Verify(corpus, "4.11.bin", {}), "no signer");
  for (const std::string file : {"3.1.bin", "3.2.bin"}) {
    RememberingSink sink;
    const auto decoded = Decode(ReadFile(corpus / file), sink, 1);
    ASSERT_TRUE(decoded) << file;
    EXPECT_TRUE(std::holds_alternative<Data>(decoded->object));
    EXPECT_EQ(sink.text(), "This is some sample content.");
  }
  for (const auto& [file, type] :
       std::vector<std::pair<std::string, std::string>>{{"6.0.bin", "DigestedData"},
                                                        {"7.1.bin", "EncryptedData"},
                                                        {"7.2.bin", "EncryptedData"}}) {
    RememberingSink sink;
    const auto decoded = Decode(ReadFile(corpus / file), sink);
    ASSERT_FALSE(decoded) << file;
    EXPECT_EQ(decoded.error().code, ReasonCode::kContentTypeUnsupported);
    EXPECT_EQ(decoded.error().texts.at("type"), type);
  }
}

TEST_F(Rfc4134Test, Attributes) {
  SIGNET_CORPUS_OR_SKIP(corpus, "rfc4134");
  const auto data = DecodeSignature(ReadFile(corpus / "4.10.bin"));
  ASSERT_TRUE(data);
  const SignedAttributes& attributes = *data->signers.at(0).signed_attributes;
  EXPECT_EQ(attributes.faults.size(), 0U);
  EXPECT_GE(attributes.all.size(), 8U);
  EXPECT_FALSE(attributes.capabilities.empty());
  ASSERT_TRUE(attributes.encryption_key_preference);
  EXPECT_TRUE(attributes.encryption_key_preference->issuer_and_serial);

  const auto countersigned = DecodeSignature(ReadFile(corpus / "4.4.bin"));
  ASSERT_TRUE(countersigned);
  EXPECT_TRUE(countersigned->signers.at(0).has_countersignature);
  EXPECT_FALSE(countersigned->crls.empty());
}

TEST_F(Rfc4134Test, Encrypted) {
  SIGNET_CORPUS_OR_SKIP(corpus, "rfc4134");
  KeyStore keys;
  ASSERT_TRUE(keys.AddPkcs8(ReadFile(corpus / "BobRSASignByCarl.cer"),
                            ReadFile(corpus / "BobPrivRSAEncrypt.pri")));
  for (const std::string file : {"5.1.bin", "5.2.bin"}) {
    const Opened opened = Open(ReadFile(corpus / file), keys);
    EXPECT_EQ(opened.verdict, "opened") << file;
    EXPECT_EQ(opened.text, "This is some sample content.") << file;
  }
}

class OpenSslCorpusTest : public ::testing::Test {
 protected:
  static void AddKey(const TemporaryFolder& folder, const std::filesystem::path& key,
                     const std::filesystem::path& certificate, KeyStore& keys) {
    const Bytes pkcs8 =
        OpenSsl(folder, {"pkcs8", "-topk8", "-nocrypt", "-outform", "DER", "-in", key.string()});
    const Bytes der = OpenSsl(folder, {"x509", "-outform", "DER", "-in", certificate.string()});
    // DH keys are none that NSS takes.
    static_cast<void>(keys.AddPkcs8(der, pkcs8));
  }
};

TEST_F(OpenSslCorpusTest, DamagedObjectsAreRefused) {
  SIGNET_CORPUS_OR_SKIP(corpus, "openssl");
  const TemporaryFolder folder;
  const nlohmann::json expected = ReadJson(corpus / "cms_expected.json");
  for (const nlohmann::json& test : expected.at("tests")) {
    const std::string file = test.at("file");
    if (file.ends_with(".eml")) {
      continue;
    }
    // One of them is a message; its body is what is of interest here.
    const Bytes octets = ReadFile(corpus / file);
    const std::size_t body =
        AsText(octets).starts_with("MIME-Version") ? AsText(octets).find("\n\n") + 2 : 0;
    const auto object = UnarmorAll(ByteView(octets).subspan(body));
    ASSERT_TRUE(object);
    const std::string operation = test.at("op");
    if (operation == "verify") {
      const auto data = DecodeSignature(*object);
      bool is_valid = data.has_value();
      for (std::size_t i = 0; data && i < data->signers.size(); ++i) {
        is_valid = is_valid && VerifySigner(*data, i, nullptr, FindCertificate(*data, i)).valid;
      }
      EXPECT_FALSE(is_valid) << file;
    } else if (operation == "decrypt") {
      KeyStore keys;
      if (test.contains("key")) {
        const std::string key = test.at("key");
        AddKey(folder, corpus / key, corpus / test.value("cert", key), keys);
      }
      const Opened opened = Open(*object, keys);
      const bool is_with_key = test.contains("key");
      if (test.at("accept") == true && is_with_key) {
        EXPECT_EQ(opened.verdict, "opened") << file;
        std::string text = opened.text;
        std::erase(text, '\r');
        std::string wanted(AsText(ReadFile(corpus / "smcont.txt")));
        std::erase(wanted, '\r');
        EXPECT_EQ(text, wanted) << file;
      } else if (test.at("accept") != true) {
        EXPECT_NE(opened.verdict, "opened") << file;
      } else {
        // Encrypted with a shared key, which Signet names and passes over.
        EXPECT_EQ(opened.verdict, "no-matching-key") << file;
      }
    }
  }
}

TEST_F(OpenSslCorpusTest, ReasonsAreNamed) {
  SIGNET_CORPUS_OR_SKIP(corpus, "openssl");
  const std::filesystem::path data = corpus / "recipes/80-test_cms_data";
  const auto attribute_of = [&](const std::string& file) -> std::string {
    const auto signed_data = DecodeSignature(ReadFile(data / file));
    if (!signed_data) {
      return Describe(signed_data.error());
    }
    const SignerOutcome outcome =
        VerifySigner(*signed_data, 0, nullptr, FindCertificate(*signed_data, 0));
    for (const Reason& reason : outcome.reasons) {
      if (reason.code == ReasonCode::kSignedAttributeInvalid) {
        return reason.texts.at("attribute");
      }
    }
    return Codes(outcome.reasons);
  };
  EXPECT_EQ(attribute_of("bad_signtime_attr.cms"), "signing time");
  EXPECT_EQ(attribute_of("ct_multiple_attr.cms"), "content type");
  EXPECT_EQ(attribute_of("no_ct_attr.cms"), "content type");
  EXPECT_EQ(attribute_of("no_md_attr.cms"), "message digest");
}

// The example of RFC 9936, appendix C: its structure. (Opening it takes ML-KEM-512, which no NSS
// has.)
TEST(CorporaTest, MlKemExampleIsRead) {
  SIGNET_CORPUS_OR_SKIP(corpus, "lamps-ml-kem");
  RememberingSink sink;
  Decoder decoder(sink);
  const auto object = UnarmorAll(ReadFile(corpus / "example/ML-KEM-512.cms"));
  ASSERT_TRUE(object && decoder.Push(*object));
  const auto decoded = decoder.Finish();
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().code, ReasonCode::kNoMatchingKey);
  const EnvelopedData* const data = decoder.Encrypted();
  ASSERT_NE(data, nullptr);
  EXPECT_TRUE(data->authenticated);
  EXPECT_EQ(data->cipher, "AES-128-GCM");
  ASSERT_EQ(data->recipients.size(), 1U);
  EXPECT_EQ(data->recipients[0].kind, RecipientKind::kKeyEncapsulation);
  EXPECT_EQ(data->recipients[0].algorithm, "ML-KEM-512 with AES-128 key wrap");
  EXPECT_TRUE(data->recipients[0].id.key_identifier);
  EXPECT_EQ(sink.types(), 0);
}

}  // namespace
}  // namespace signet::cms

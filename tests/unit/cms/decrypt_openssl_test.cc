// Messages that OpenSSL encrypts in the run: every recipient, key derivation and cipher that it
// has.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/nss_environment.h"
#include "support/run.h"
#include "unit/cms/key_store.h"
#include "unit/cms/support.h"

namespace signet::cms {
namespace {

using testing::Certificate;
using testing::CertificateAuthority;
using testing::KeyKind;
using testing::Pem;
using testing::PersonCertificate;
using testing::TemporaryFolder;

constexpr std::string_view kText = "Content-Type: text/plain\r\n\r\nFor your eyes only.\r\n";

Certificate Person(KeyKind kind, int number = 1) {
  static const CertificateAuthority kAuthority("Test CA");
  return kAuthority.Issue(PersonCertificate("bob@example.com", kind, number));
}

struct EncryptCase {
  std::string name;
  KeyKind kind;
  std::vector<std::string> cipher;
  // Before and after -recip.
  std::vector<std::string> options;
  std::vector<std::string> key_options;
  std::string cipher_name;
  std::string algorithm;
};

class DecryptOpenSslTest : public ::testing::TestWithParam<EncryptCase> {};

TEST_P(DecryptOpenSslTest, Opens) {
  const EncryptCase& test = GetParam();
  const TemporaryFolder folder;
  const Certificate certificate = Person(test.kind);
  folder.Write("recipient.pem", Pem("CERTIFICATE", certificate.der));
  folder.Write("text", kText);
  std::vector<std::string> command = {"cms",  "-encrypt", "-binary", "-in",
                                      "text", "-outform", "DER"};
  command.insert(command.end(), test.cipher.begin(), test.cipher.end());
  command.insert(command.end(), test.options.begin(), test.options.end());
  command.insert(command.end(), {"-recip", "recipient.pem"});
  command.insert(command.end(), test.key_options.begin(), test.key_options.end());
  const Bytes object = OpenSsl(folder, command);

  KeyStore keys;
  keys.Add(certificate);
  for (const std::size_t piece : {SIZE_MAX, std::size_t{1}}) {
    RememberingSink sink;
    DecodeOptions options;
    options.keys = &keys;
    const auto decoded = Decode(object, sink, piece, options);
    ASSERT_TRUE(decoded) << Describe(decoded.error());
    const auto& data = std::get<EnvelopedData>(decoded->object);
    EXPECT_EQ(sink.text(), kText);
    EXPECT_EQ(data.cipher, test.cipher_name);
    EXPECT_EQ(data.recipients.at(0).algorithm, test.algorithm);
    EXPECT_EQ(data.opened_by, 0U);
    EXPECT_EQ(data.octets, kText.size());
    const bool is_weak = data.cipher.starts_with("3DES") || data.cipher.starts_with("DES") ||
                         data.cipher.starts_with("RC2");
    EXPECT_EQ(Codes(data.findings), is_weak ? "weak-cipher" : "");
  }
}

std::vector<EncryptCase> Cases() {
  std::vector<EncryptCase> cases;
  const auto add = [&](EncryptCase test) { cases.push_back(std::move(test)); };
  const std::vector<std::pair<std::string, std::string>> ciphers = {
      {"aes128", "AES-128-CBC"},
      {"aes192", "AES-192-CBC"},
      {"aes256", "AES-256-CBC"},
      {"aes-128-gcm", "AES-128-GCM"},
      {"aes-192-gcm", "AES-192-GCM"},
      {"aes-256-gcm", "AES-256-GCM"},
      {"des3", "3DES"},
      {"camellia256", "Camellia-256-CBC"}};
  for (const auto& [option, name] : ciphers) {
    std::string label = name;
    std::erase(label, '-');
    add({"Rsa" + label, KeyKind::kRsa2048, {"-" + option}, {}, {}, name, "RSA"});
    add({"RsaStream" + label, KeyKind::kRsa2048, {"-" + option}, {"-stream"}, {}, name, "RSA"});
  }
  const std::vector<std::string> legacy = {"-provider", "legacy", "-provider", "default"};
  const auto with_legacy = [&](std::string option) {
    std::vector<std::string> options = {std::move(option)};
    options.insert(options.end(), legacy.begin(), legacy.end());
    return options;
  };
  add({"RsaRc240", KeyKind::kRsa2048, with_legacy("-rc2-40"), {}, {}, "RC2 40 bits", "RSA"});
  add({"RsaRc264", KeyKind::kRsa2048, with_legacy("-rc2-64"), {}, {}, "RC2 64 bits", "RSA"});
  add({"RsaRc2128", KeyKind::kRsa2048, with_legacy("-rc2-128"), {}, {}, "RC2 128 bits", "RSA"});
  add({"RsaDes", KeyKind::kRsa2048, with_legacy("-des-cbc"), {}, {}, "DES", "RSA"});
  add({"RsaKeyIdentifier", KeyKind::kRsa3072, {"-aes256"}, {"-keyid"}, {}, "AES-256-CBC", "RSA"});
  for (const std::string digest : {"sha1", "sha224", "sha256", "sha384", "sha512"}) {
    for (const std::string mask : {"sha1", "sha256", "sha512"}) {
      const auto pretty = [](const std::string& name) { return "SHA-" + name.substr(3); };
      std::string algorithm = "RSA-OAEP with " + pretty(digest);
      if (mask != digest) {
        algorithm += " and MGF1 with " + pretty(mask);
      }
      add({std::string("Oaep").append(digest).append(mask),
           KeyKind::kRsa2048,
           {"-aes256"},
           {},
           {"-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:" + digest, "-keyopt",
            "rsa_mgf1_md:" + mask},
           "AES-256-CBC",
           algorithm});
    }
  }
  add({"OaepLabel",
       KeyKind::kRsa2048,
       {"-aes-256-gcm"},
       {},
       {"-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_label:0a0b0c"},
       "AES-256-GCM",
       "RSA-OAEP with SHA-1"});
  const std::vector<std::pair<KeyKind, std::string>> curves = {
      {KeyKind::kP256, "P256"}, {KeyKind::kP384, "P384"}, {KeyKind::kP521, "P521"}};
  for (const auto& [kind, name] : curves) {
    for (const std::string digest : {"sha1", "sha224", "sha256", "sha384", "sha512"}) {
      for (const std::string cofactor : {"0", "1"}) {
        add({std::string("Ecdh").append(name).append(digest).append(cofactor == "1" ? "Cofactor"
                                                                                    : ""),
             kind,
             {"-aes128"},
             {},
             {"-keyopt", "ecdh_kdf_md:" + digest, "-keyopt", "ecdh_cofactor_mode:" + cofactor},
             "AES-128-CBC",
             "ECDH with SHA-" + digest.substr(3) + " and AES-128 key wrap"});
      }
    }
    add({"Ecdh" + name + "Aes256Gcm",
         kind,
         {"-aes-256-gcm"},
         {"-keyid"},
         {},
         "AES-256-GCM",
         "ECDH with SHA-1 and AES-256 key wrap"});
    add({"Ecdh" + name + "TripleDes",
         kind,
         {"-des3"},
         {"-stream"},
         {},
         "3DES",
         "ECDH with SHA-1 and 3DES key wrap"});
  }
  return cases;
}

INSTANTIATE_TEST_SUITE_P(Cases, DecryptOpenSslTest, ::testing::ValuesIn(Cases()),
                         [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace signet::cms

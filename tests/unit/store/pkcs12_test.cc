#include "store/pkcs12.h"

#include <gtest/gtest.h>
#include <pk11pub.h>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "nss/quick_der.h"
#include "support/certificate_builder.h"
#include "support/corpora.h"
#include "support/keys.h"
#include "support/nss_environment.h"
#include "support/run.h"

namespace signet::store {
namespace {

using testing::Certificate;
using testing::CertificateAuthority;
using testing::KeyKind;
using testing::Outcome;
using testing::RunProgram;
using testing::TemporaryFolder;

class Pkcs12Test : public ::testing::Test {
 protected:
  // Exports alice with OpenSSL.
  [[nodiscard]] Bytes Export(const std::vector<std::string>& options,
                             const std::string& password = "secret") const {
    folder_.Write("cert.pem", testing::Pem("CERTIFICATE", alice_.der));
    folder_.Write("ca.pem", testing::Pem("CERTIFICATE", root_.der()));
    folder_.Write("key.pem", testing::Pem("PRIVATE KEY", alice_.key->Pkcs8()));
    std::vector<std::string> command = {"openssl",          "pkcs12", "-export", "-in",
                                        "cert.pem",         "-inkey", "key.pem", "-certfile",
                                        "ca.pem",           "-name",  "Al€x",    "-passout",
                                        "pass:" + password, "-out",   "out.p12"};
    command.insert(command.end(), options.begin(), options.end());
    const Outcome made = RunProgram(folder_.path(), command);
    EXPECT_EQ(made.status, 0) << made.err;
    return testing::ReadFile(folder_.path() / "out.p12");
  }

  void ExpectAlice(ByteView file, std::string_view password, bool authenticated = true) const {
    const auto contents = ReadPkcs12(file, password, "out.p12");
    ASSERT_TRUE(contents.has_value())
        << idl::ToString(contents.error().code) << " " << contents.error().diagnostic;
    EXPECT_EQ(contents->authenticated, authenticated);
    EXPECT_EQ(contents->certificates.size(), 2U);
    ASSERT_EQ(contents->keys.size(), 1U);
    const Pkcs12Key& key = contents->keys.front();
    EXPECT_EQ(key.name, "Al€x");
    ASSERT_NE(key.certificate, nullptr);
    EXPECT_EQ(key.certificate->sha256(), alice_.Sha256Hex());
    EXPECT_TRUE(key.unusable.empty());
    EXPECT_TRUE(testing::Fits(key.key, key.certificate->spki()));
  }

  TemporaryFolder folder_;
  CertificateAuthority root_{"Test Root"};
  Certificate alice_ =
      root_.Issue(testing::PersonCertificate("alice@example.com", KeyKind::kRsa2048));
};

TEST_F(Pkcs12Test, ReadsWhatOpenSslWrites) {
  ExpectAlice(Export({}), "secret");
}

TEST_F(Pkcs12Test, ReadsEveryEncryption) {
  ExpectAlice(Export({"-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"}),
              "secret");
  ExpectAlice(Export({"-legacy", "-certpbe", "PBE-SHA1-RC2-40"}), "secret");
  ExpectAlice(Export({"-keypbe", "AES-128-CBC", "-certpbe", "AES-192-CBC", "-macalg", "sha512"}),
              "secret");
  ExpectAlice(Export({"-keypbe", "NONE", "-certpbe", "NONE"}), "secret");
  ExpectAlice(Export({"-macalg", "sha384", "-iter", "1"}), "secret");
  ExpectAlice(Export({"-macalg", "sha224"}), "secret");
}

TEST_F(Pkcs12Test, ReadsFilesWithoutMac) {
  const Bytes file = Export({"-nomac"});
  ExpectAlice(file, "secret", false);
  const auto wrong = ReadPkcs12(file, "wrong", "out.p12");
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().code, ReasonCode::kPasswordWrong);
}

// Without a MAC only the padding tells, and one of 256 wrong passwords leaves a right one.
TEST_F(Pkcs12Test, OfManyWrongPasswordsNoneOpensAFileWithoutMac) {
  const Bytes file = Export({"-nomac", "-iter", "1"});
  for (int number = 0; number < 2000; ++number) {
    const auto wrong = ReadPkcs12(file, "wrong " + std::to_string(number), "out.p12");
    ASSERT_FALSE(wrong.has_value()) << number;
    ASSERT_EQ(wrong.error().code, ReasonCode::kPasswordWrong) << number;
  }
}

TEST_F(Pkcs12Test, TakesPasswordsOfEveryKind) {
  ExpectAlice(Export({}, ""), "");
  ExpectAlice(Export({}, "Paßwort €"), "Paßwort €");
  ExpectAlice(Export({"-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES"}, "Paßwort 🔑"),
              "Paßwort 🔑");
  const auto not_text = ReadPkcs12(Export({}), "\xff", "out.p12");
  ASSERT_FALSE(not_text.has_value());
  EXPECT_EQ(not_text.error().code, ReasonCode::kInvalidRequest);
}

TEST_F(Pkcs12Test, SaysThatThePasswordIsWrong) {
  const auto contents = ReadPkcs12(Export({}), "Secret", "alice.p12");
  ASSERT_FALSE(contents.has_value());
  EXPECT_EQ(contents.error().code, ReasonCode::kPasswordWrong);
  EXPECT_EQ(contents.error().texts.at("token"), "alice.p12");
}

TEST_F(Pkcs12Test, ReadsEllipticCurveKeys) {
  for (const KeyKind kind : {KeyKind::kP256, KeyKind::kP384, KeyKind::kP521}) {
    alice_ = root_.Issue(testing::PersonCertificate("alice@example.com", kind));
    ExpectAlice(Export({}), "secret");
  }
}

TEST_F(Pkcs12Test, ReadsPssKeys) {
  const Outcome made =
      RunProgram(folder_.path(), {"openssl", "req", "-x509", "-newkey", "rsa-pss", "-pkeyopt",
                                  "rsa_keygen_bits:2048", "-nodes", "-keyout", "pss.key", "-out",
                                  "pss.pem", "-subj", "/CN=Pss", "-days", "3650"});
  ASSERT_EQ(made.status, 0) << made.err;
  ASSERT_EQ(RunProgram(folder_.path(), {"openssl", "pkcs12", "-export", "-in", "pss.pem", "-inkey",
                                        "pss.key", "-passout", "pass:x", "-out", "pss.p12"})
                .status,
            0);
  const auto contents = ReadPkcs12(testing::ReadFile(folder_.path() / "pss.p12"), "x", "pss.p12");
  ASSERT_TRUE(contents.has_value()) << contents.error().diagnostic;
  ASSERT_EQ(contents->keys.size(), 1U);
  ASSERT_TRUE(contents->keys[0].unusable.empty()) << contents->keys[0].unusable[0].diagnostic;
  EXPECT_EQ(SECKEY_GetPrivateKeyType(contents->keys[0].key.get()), rsaKey);
}

TEST_F(Pkcs12Test, ReadsWhatNssWrites) {
  folder_.Write("alice.p12", Export({}));
  const auto run = [&](const std::vector<std::string>& command) {
    const Outcome outcome = RunProgram(folder_.path(), command);
    EXPECT_EQ(outcome.status, 0) << outcome.out << outcome.err;
  };
  run({"certutil", "-N", "-d", "sql:.", "--empty-password"});
  run({"pk12util", "-i", "alice.p12", "-d", "sql:.", "-W", "secret"});
  run({"pk12util", "-o", "nss.p12", "-n", "Al€x", "-d", "sql:.", "-W", "other"});
  const auto contents =
      ReadPkcs12(testing::ReadFile(folder_.path() / "nss.p12"), "other", "nss.p12");
  ASSERT_TRUE(contents.has_value()) << contents.error().diagnostic;
  ASSERT_EQ(contents->keys.size(), 1U);
  ASSERT_NE(contents->keys[0].certificate, nullptr);
  EXPECT_TRUE(testing::Fits(contents->keys[0].key, contents->keys[0].certificate->spki()));
}

TEST_F(Pkcs12Test, SaysWhichKeysItCannotUse) {
  // The files of RFC 9216: Alice and Bob have RSA keys, Carlos and Dana Ed25519 and X25519 ones.
  SIGNET_CORPUS_OR_SKIP(folder, "rfc9216");
  for (const auto& [name, file] : {std::pair("alice", "4.5_PKCS_12_Object_for_Alice"),
                                   std::pair("bob", "5.5_PKCS_12_Object_for_Bob"),
                                   std::pair("carlos", "7.5_PKCS_12_Object_for_Carlos"),
                                   std::pair("dana", "8.5_PKCS_12_Object_for_Dana")}) {
    const Bytes octets = testing::ReadFile(folder / (std::string(file) + ".pkcs12.p12"));
    const auto contents = ReadPkcs12(octets, name, file);
    ASSERT_TRUE(contents.has_value()) << name << " " << contents.error().diagnostic;
    ASSERT_EQ(contents->keys.size(), 2U) << name;
    const bool edwards = std::string_view(name) == "carlos" || std::string_view(name) == "dana";
    for (const Pkcs12Key& key : contents->keys) {
      ASSERT_NE(key.certificate, nullptr) << name;
      const bool expected = !edwards || (testing::IsAvailable(KeyKind::kEd25519) &&
                                         testing::IsAvailable(KeyKind::kX25519));
      EXPECT_EQ(key.key != nullptr, expected) << name;
      if (key.key == nullptr) {
        ASSERT_EQ(key.unusable.size(), 1U);
        EXPECT_EQ(key.unusable[0].code, ReasonCode::kAlgorithmUnsupported);
        EXPECT_TRUE(key.unusable[0].texts.at("algorithm").ends_with("25519"));
      }
    }
  }
}

TEST_F(Pkcs12Test, ReadsTheFilesOfThunderbirdsTests) {
  SIGNET_CORPUS_OR_SKIP(folder, "thunderbird");
  std::size_t count = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (file.path().extension() != ".p12") {
      continue;
    }
    const auto contents = ReadPkcs12(testing::ReadFile(file.path()), "nss", "p12");
    ASSERT_TRUE(contents.has_value()) << file.path() << contents.error().diagnostic;
    ASSERT_EQ(contents->keys.size(), 1U) << file.path();
    ASSERT_NE(contents->keys[0].certificate, nullptr) << file.path();
    EXPECT_TRUE(testing::Fits(contents->keys[0].key, contents->keys[0].certificate->spki()))
        << file.path();
    ++count;
  }
  EXPECT_GT(count, 5U);
}

TEST_F(Pkcs12Test, SurvivesCutAndChangedFiles) {
  const Bytes file = Export({"-nomac", "-iter", "1"});
  for (std::size_t size = 0; size < file.size(); ++size) {
    EXPECT_FALSE(ReadPkcs12(ByteView(file).first(size), "secret", "cut").has_value()) << size;
  }
  for (std::size_t at = 0; at < file.size(); at += 3) {
    Bytes changed = file;
    changed[at] ^= 0x41U;
    static_cast<void>(ReadPkcs12(changed, "secret", "changed"));  // must not crash or hang
  }
}

TEST_F(Pkcs12Test, RefusesEndlessKeyDerivation) {
  asn1::DerWriter writer;
  writer.Sequence([](asn1::DerWriter& pfx) {
    pfx.Integer(3);
    pfx.Sequence([](asn1::DerWriter& info) {
      info.Oid(asn1::oid::kData);
      info.Constructed(asn1::ContextConstructedTag(0),
                       [](asn1::DerWriter& content) { content.OctetString(Bytes{0x30, 0x00}); });
    });
    pfx.Sequence([](asn1::DerWriter& mac) {
      mac.Sequence([](asn1::DerWriter& digest) {
        digest.Sequence([](asn1::DerWriter& algorithm) {
          algorithm.Oid(asn1::oid::kSha256);
          algorithm.Null();
        });
        digest.OctetString(Bytes(32));
      });
      mac.OctetString(Bytes(8));
      mac.Integer(std::int64_t{1} << 31U);
    });
  });
  const auto contents = ReadPkcs12(writer.octets(), "", "bomb");
  ASSERT_FALSE(contents.has_value());
  EXPECT_EQ(contents.error().code, ReasonCode::kLimitExceeded);
  EXPECT_EQ(contents.error().texts.at("limit"), "kPkcs12Iterations");
}

}  // namespace
}  // namespace signet::store

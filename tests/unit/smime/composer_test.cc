// What the Composer writes is read by the Reader's layers and opened by OpenSSL: every kind of key,
// signed, encrypted and both.
#include "smime/composer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cms/capabilities.h"
#include "cms/verify_signer.h"
#include "mime/message.h"
#include "mime/signable.h"
#include "smime/layers.h"
#include "support/certificate_builder.h"
#include "support/nss_environment.h"
#include "support/reading.h"
#include "support/run.h"
#include "unit/cms/key_store.h"
#include "unit/cms/support.h"

namespace signet::smime {
namespace {

using testing::CertificateAuthority;
using testing::KeyKind;
using testing::Parse;
using testing::Pem;
using testing::PersonCertificate;
using testing::TemporaryFolder;

constexpr std::string_view kMessage =
    "From: Ann <ann@example.com>\nTo: bob@example.com\nSubject: Results\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    "Gr\xc3\xbc\xc3\x9f"
    "e\nFrom here to there \n-- \nAnn\n";

// The entity in it, in canonical form.
constexpr std::string_view kSigned =
    "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "Gr=C3=BC=C3=9Fe\r\n=46rom here to there=20\r\n--=20\r\nAnn\r\n";

const CertificateAuthority& Authority() {
  static const CertificateAuthority kAuthority("Test CA");
  return kAuthority;
}

testing::Certificate Person(std::string_view address, KeyKind kind, int number) {
  return Authority().Issue(PersonCertificate(address, kind, number));
}

struct Composed {
  ComposeChoice choice;
  std::string text;
};

Result<Composed> ComposeText(const ComposeRequest& request) {
  Composed composed;
  auto choice = Compose(request, [&](ByteView piece) -> Result<void> {
    composed.text.append(AsText(piece));
    return {};
  });
  if (!choice) {
    return std::unexpected(choice.error());
  }
  composed.choice = std::move(*choice);
  return composed;
}

// Everything that RFC 8551, 3.1 wants of what goes on the wire.
void ExpectTransportSafe(const std::string& text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = text.find("\r\n", at);
    ASSERT_NE(end, std::string::npos);
    const std::string line = text.substr(at, end - at);
    EXPECT_LE(line.size(), 998U);
    for (const char c : line) {
      ASSERT_TRUE(c >= ' ' || c == '\t') << "in " << line;
    }
    EXPECT_FALSE(line.starts_with("From ")) << line;
    EXPECT_FALSE(line.ends_with(' ') || line.ends_with('\t')) << line;
    at = end + 2;
  }
}

const cms::SignerInfo& OnlySigner(const cms::SignedData& data) {
  EXPECT_EQ(data.signers.size(), 1U);
  return data.signers.at(0);
}

PeeledMessage Peel(const std::string& text, cms::KeySource* keys) {
  const auto message = mime::Message::Parse(AsBytes(text));
  EXPECT_TRUE(message);
  auto peeled = PeelLayers(*message, {.keys = keys});
  EXPECT_TRUE(peeled);
  return std::move(*peeled);
}

class ComposerKeyTest : public ::testing::TestWithParam<KeyKind> {
 protected:
  void SetUp() override {
    if (!testing::IsAvailable(GetParam())) {
      GTEST_SKIP() << "this NSS has no such keys";
    }
  }
};

TEST_P(ComposerKeyTest, SignsSoThatTheSignatureHolds) {
  if (GetParam() == KeyKind::kX25519 || GetParam() == KeyKind::kMlKem768) {
    GTEST_SKIP() << "no key for signing";
  }
  const auto ann = Person("ann@example.com", GetParam(), 1);
  const auto encryption = Person("ann@example.com", KeyKind::kRsa2048, 2);
  for (const bool opaque : {false, true}) {
    ComposeRequest request{.message = AsBytes(kMessage), .time = testing::kTestTime};
    request.signer = {Parse(ann), ann.key->private_key.get()};
    request.opaque = opaque;
    request.own_encryption = Parse(encryption);
    const auto composed = ComposeText(request);
    ASSERT_TRUE(composed) << cms::Describe(composed.error());
    ExpectTransportSafe(composed->text);
    EXPECT_TRUE(composed->text.starts_with(
        "From: Ann <ann@example.com>\r\nTo: bob@example.com\r\nSubject: Results\r\n"
        "MIME-Version: 1.0\r\nContent-Type: "));

    const PeeledMessage peeled = Peel(composed->text, nullptr);
    ASSERT_EQ(peeled.layers.size(), 1U);
    const PeeledLayer& layer = peeled.layers[0];
    EXPECT_EQ(layer.clear_signed, !opaque);
    ASSERT_TRUE(layer.signed_data);
    const auto outcome =
        cms::VerifySigner(*layer.signed_data, 0, opaque ? nullptr : &*layer.canonical, ann.der);
    EXPECT_EQ(cms::Verdict(outcome), "valid");
    // The octets as they were written are already canonical.
    EXPECT_FALSE(layer.as_stored);
    EXPECT_EQ(outcome.algorithm, composed->choice.signature->algorithm.Name());

    // The attributes say who signed, when, and how to answer.
    const cms::SignedAttributes& attributes = *OnlySigner(*layer.signed_data).signed_attributes;
    EXPECT_EQ(attributes.signing_time, testing::kTestTime);
    EXPECT_TRUE(attributes.sorted_der.empty()) << "not in DER's order";
    EXPECT_EQ(attributes.signing_certificate_v2.size(), 1U);
    EXPECT_TRUE(attributes.algorithm_protection);
    EXPECT_TRUE(cms::Announces(attributes.capabilities, nss::Cipher::kAes256Gcm));
    EXPECT_TRUE(cms::AnnouncedOaep(attributes.capabilities));
    ASSERT_TRUE(attributes.encryption_key_preference);
    EXPECT_EQ(attributes.encryption_key_preference->issuer_and_serial->serial, encryption.serial);
    EXPECT_EQ(layer.signed_data->certificates.size(), 2U);
    if (GetParam() != KeyKind::kEd25519) {  // OpenSSL 3.0 has none in CMS
      const TemporaryFolder folder;
      folder.Write("ca.pem", Pem("CERTIFICATE", Authority().der()));
      folder.Write("message", composed->text);
      EXPECT_EQ(AsText(cms::OpenSsl(folder, {"cms", "-verify", "-in", "message", "-CAfile",
                                             "ca.pem", "-no_check_time", "-cades"})),
                kSigned);
    }
  }
}

TEST_P(ComposerKeyTest, EncryptsForEveryKindOfKey) {
  if (GetParam() == KeyKind::kEd25519) {
    GTEST_SKIP() << "no key for encryption";
  }
  const auto bob = Person("bob@example.com", GetParam(), 1);
  const auto ann = Person("ann@example.com", KeyKind::kP256, 2);
  using Content = AlgorithmPolicy::Content;
  using Transport = AlgorithmPolicy::Transport;
  for (const Content content : {Content::kCbc, Content::kGcm}) {
    for (const Transport transport : {Transport::kPkcs1, Transport::kOaep}) {
      ComposeRequest request{.message = AsBytes(kMessage), .time = testing::kTestTime};
      request.recipients = {{.certificate = Parse(bob)}};
      request.own_encryption = Parse(ann);
      request.policy.content = content;
      request.policy.transport = transport;
      const auto composed = ComposeText(request);
      ASSERT_TRUE(composed) << cms::Describe(composed.error());
      ExpectTransportSafe(composed->text);
      // The recipient and the sender each.
      for (const auto& reader : {bob, ann}) {
        cms::KeyStore keys;
        keys.Add(reader);
        const PeeledMessage peeled = Peel(composed->text, &keys);
        ASSERT_EQ(peeled.layers.size(), 1U);
        EXPECT_FALSE(peeled.layers[0].failure);
        ASSERT_TRUE(peeled.layers[0].enveloped);
        const cms::EnvelopedData& data = *peeled.layers[0].enveloped;
        EXPECT_EQ(data.cipher, content == Content::kGcm ? "AES-256-GCM" : "AES-256-CBC");
        EXPECT_EQ(data.recipients.size(), 2U);
        EXPECT_EQ(data.authenticated, content == Content::kGcm);
        if (reader.key->kind == KeyKind::kX25519 || reader.key->kind == KeyKind::kMlKem768) {
          continue;  // OpenSSL 3.0 has none in CMS
        }
        const TemporaryFolder folder;
        folder.Write("key.pem", Pem("PRIVATE KEY", reader.key->Pkcs8()));
        folder.Write("reader.pem", Pem("CERTIFICATE", reader.der));
        folder.Write("message", composed->text);
        EXPECT_EQ(AsText(cms::OpenSsl(folder, {"cms", "-decrypt", "-in", "message", "-recip",
                                               "reader.pem", "-inkey", "key.pem"})),
                  kSigned);
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Keys, ComposerKeyTest,
                         ::testing::Values(KeyKind::kRsa2048, KeyKind::kRsa3072, KeyKind::kP256,
                                           KeyKind::kP384, KeyKind::kP521, KeyKind::kEd25519,
                                           KeyKind::kX25519, KeyKind::kMlKem768));

TEST(ComposerTest, SignsFirstAndThenEncrypts) {
  const auto ann = Person("ann@example.com", KeyKind::kP256, 1);
  const auto bob = Person("bob@example.com", KeyKind::kRsa2048, 2);
  ComposeRequest request{.message = AsBytes(kMessage), .time = testing::kTestTime};
  request.signer = {Parse(ann), ann.key->private_key.get()};
  request.recipients = {{.certificate = Parse(bob)}};
  const auto composed = ComposeText(request);
  ASSERT_TRUE(composed) << cms::Describe(composed.error());
  cms::KeyStore keys;
  keys.Add(bob);
  const PeeledMessage peeled = Peel(composed->text, &keys);
  ASSERT_EQ(peeled.layers.size(), 2U);
  ASSERT_TRUE(peeled.layers[1].signed_data);
  EXPECT_EQ(cms::Verdict(cms::VerifySigner(*peeled.layers[1].signed_data, 0,
                                           &*peeled.layers[1].canonical, ann.der)),
            "valid");
}

TEST(ComposerTest, OfAPayloadNothingStaysOutside) {
  const auto ann = Person("ann@example.com", KeyKind::kP256, 1);
  ComposeRequest request{
      .message = AsBytes("Content-Type: text/plain; hp=\"clear\"\r\nSubject: Inside\r\n\r\n"
                         "Hello\r\n"),
      .payload = true,
      .time = testing::kTestTime};
  request.signer = {Parse(ann), ann.key->private_key.get()};
  const auto composed = ComposeText(request);
  ASSERT_TRUE(composed);
  EXPECT_TRUE(composed->text.starts_with("Content-Type: multipart/signed"));
  EXPECT_NE(composed->text.find("hp=\"clear\"\r\nSubject: Inside\r\n\r\nHello"), std::string::npos);
}

}  // namespace
}  // namespace signet::smime

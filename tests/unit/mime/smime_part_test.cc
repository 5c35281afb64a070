#include "mime/smime_part.h"

#include <gtest/gtest.h>

#include "support/message_builder.h"

namespace signet::mime {
namespace {

SmimePart ClassifyRoot(const std::string& text) {
  const auto message = Message::Parse(AsBytes(text));
  EXPECT_TRUE(message.has_value());
  return Classify(*message, 0);
}

struct Case {
  const char* name;
  const char* header;
  SmimeForm form;
  const char* smime_type;
  bool by_name;
};

class ClassifyTest : public ::testing::TestWithParam<Case> {};

TEST_P(ClassifyTest, Form) {
  const SmimePart part = ClassifyRoot(std::string(GetParam().header) + "\n\nbody");
  EXPECT_EQ(part.form, GetParam().form);
  EXPECT_EQ(part.smime_type, GetParam().smime_type);
  EXPECT_EQ(part.by_name, GetParam().by_name);
}

constexpr SmimeForm kMime = SmimeForm::kPkcs7Mime;
constexpr SmimeForm kSignature = SmimeForm::kSignaturePart;
constexpr SmimeForm kNone = SmimeForm::kNone;

INSTANTIATE_TEST_SUITE_P(
    All, ClassifyTest,
    ::testing::Values(
        Case{"Enveloped", "Content-Type: application/pkcs7-mime; smime-type=enveloped-data", kMime,
             "enveloped-data", false},
        Case{"OldName", "Content-Type: application/x-pkcs7-mime; smime-type=SIGNED-DATA", kMime,
             "signed-data", false},
        Case{"NoSmimeType", "Content-Type: application/pkcs7-mime; name=smime.p7m", kMime, "",
             false},
        Case{"CertificatesByName", "Content-Type: application/pkcs7-mime; name=smime.p7c", kMime,
             "certs-only", false},
        Case{"OctetStream",
             "Content-Type: application/octet-stream\n"
             "Content-Disposition: attachment; filename=\"SMIME.P7M\"",
             kMime, "", true},
        Case{"OctetStreamSignature", "Content-Type: application/octet-stream; name=smime.p7s",
             kSignature, "", true},
        Case{"OctetStreamOther", "Content-Type: application/octet-stream; name=photo.jpg", kNone,
             "", false},
        Case{"Signature", "Content-Type: application/pkcs7-signature; name=smime.p7s", kSignature,
             "", false},
        Case{"OldSignature", "Content-Type: application/x-pkcs7-signature", kSignature, "", false},
        Case{"NameAlone", "Content-Type: text/plain; name=smime.p7m", kNone, "", false},
        Case{"Text", "Content-Type: text/plain", kNone, "", false}),
    [](const auto& test) { return test.param.name; });

std::string Signed(const std::string& parameters, const std::string& second_type) {
  return "Content-Type: multipart/signed; boundary=b" + parameters +
         "\n\n--b\n\ntext\n--b\nContent-Type: " + second_type + "\n\nsignature\n--b--\n";
}

TEST(ClearSignedTest, IsRecognised) {
  const std::string signature = "application/pkcs7-signature; name=smime.p7s";
  EXPECT_EQ(ClassifyRoot(Signed("; protocol=\"application/pkcs7-signature\"", signature)).form,
            SmimeForm::kClearSigned);
  EXPECT_EQ(ClassifyRoot(Signed("; protocol=APPLICATION/X-PKCS7-SIGNATURE", signature)).form,
            SmimeForm::kClearSigned);
  EXPECT_EQ(ClassifyRoot(Signed("", signature)).form, SmimeForm::kClearSigned);
  EXPECT_EQ(ClassifyRoot(Signed("", "application/octet-stream; name=smime.p7s")).form,
            SmimeForm::kClearSigned);
  EXPECT_EQ(ClassifyRoot(Signed("; protocol=\"application/pgp-signature\"", signature)).form,
            SmimeForm::kNone);
  EXPECT_EQ(ClassifyRoot(Signed("", "application/pgp-signature")).form, SmimeForm::kNone);
  EXPECT_EQ(ClassifyRoot(
                Signed("; protocol=\"application/pkcs7-signature\"; micalg=\"sha-512\"", signature))
                .micalg,
            "sha-512");
}

TEST(ClearSignedTest, IsSplit) {
  const std::string text =
      testing::MultipartSigned({}, testing::TextEntity("Hello\n"), AsBytes("signature"));
  const auto message = Message::Parse(AsBytes(text));
  ASSERT_TRUE(message.has_value());
  const auto halves = SplitClearSigned(*message, 0);
  ASSERT_TRUE(halves.has_value());
  EXPECT_EQ(AsText(halves->content), testing::TextEntity("Hello\n"));
  EXPECT_EQ(halves->content_index, 1U);
  EXPECT_EQ(halves->signature_index, 2U);
}

TEST(ClearSignedTest, HasExactlyTwoParts) {
  const std::string protocol = "; protocol=\"application/pkcs7-signature\"";
  std::string text = Signed(protocol, "application/pkcs7-signature");
  text.insert(text.rfind("--b--"), "--b\n\nThis list is public.\n");
  const auto message = Message::Parse(AsBytes(text));
  ASSERT_EQ(Classify(*message, 0).form, SmimeForm::kClearSigned);
  const auto three = SplitClearSigned(*message, 0);
  ASSERT_FALSE(three.has_value());
  EXPECT_EQ(three.error().code, ReasonCode::kMalformed);
  EXPECT_EQ(three.error().where, "part 1");

  const std::string other = Signed(protocol, "text/plain");
  const auto no_signature = SplitClearSigned(*Message::Parse(AsBytes(other)), 0);
  ASSERT_FALSE(no_signature.has_value());
  EXPECT_EQ(no_signature.error().diagnostic, "the second part of multipart/signed is text/plain");
}

}  // namespace
}  // namespace signet::mime

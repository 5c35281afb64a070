#include "cms/armor.h"

#include <gtest/gtest.h>

#include <string>

namespace signet::cms {
namespace {

struct ArmorCase {
  std::string name;
  std::string text;
  Armor armor;
  std::string expected;
};

const std::string kObject = "3082000401020304";
const std::string kBase64 = "MIIABAECAwQ=";

class ArmorTest : public ::testing::TestWithParam<ArmorCase> {};

TEST_P(ArmorTest, FindsTheObject) {
  const std::string& text = GetParam().text;
  for (const std::size_t piece : {text.size() + 1, std::size_t{1}, std::size_t{5}}) {
    Bytes object;
    Unarmor unarmor([&](ByteView octets) -> Result<void> {
      object.insert(object.end(), octets.begin(), octets.end());
      return {};
    });
    for (std::size_t at = 0; at < text.size(); at += piece) {
      ASSERT_TRUE(unarmor.Push(AsBytes(std::string_view(text).substr(at, piece))));
    }
    ASSERT_TRUE(unarmor.Finish());
    EXPECT_EQ(unarmor.armor(), GetParam().armor);
    EXPECT_EQ(ToHex(object), GetParam().expected);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ArmorTest,
    ::testing::Values(
        ArmorCase{"Ber", std::string("\x30\x82\x00\x04\x01\x02\x03\x04", 8), Armor::kNone, kObject},
        ArmorCase{"Base64", kBase64, Armor::kBase64, kObject},
        ArmorCase{"Base64Lines", "\r\n MIIA\r\nBAEC\nAwQ=\r\n\r\n", Armor::kBase64, kObject},
        ArmorCase{"Base64WithMark", "\xEF\xBB\xBF" + kBase64, Armor::kBase64, kObject},
        ArmorCase{"Pem", "-----BEGIN PKCS7-----\n" + kBase64 + "\n-----END PKCS7-----\n",
                  Armor::kPem, kObject},
        ArmorCase{"PemAfterText",
                  "subject=Alice\nMail\n-----BEGIN CMS-----\r\nMIIABAEC\r\nAwQ=\r\n-----END "
                  "CMS-----\r\nMore",
                  Armor::kPem, kObject},
        ArmorCase{"PemWithoutEnd", "-----BEGIN CMS-----\nMIIABAECAwQ=", Armor::kPem, kObject},
        ArmorCase{"PemHeadOnly", "-----BEGIN CMS-----", Armor::kPem, ""},
        ArmorCase{"Text", "My dear Bob, hello!", Armor::kNone,
                  ToHex(AsBytes("My dear Bob, hello!"))},
        ArmorCase{"Nothing", "", Armor::kNone, ""}),
    [](const auto& tested) { return tested.param.name; });

TEST(UnarmorAllTest, LongBase64) {
  Bytes object = {0x30, 0x82, 0x10, 0x00};
  object.resize(4100, 0x5a);
  const auto unarmored = UnarmorAll(AsBytes(mime::EncodeBase64(object)));
  ASSERT_TRUE(unarmored);
  EXPECT_EQ(*unarmored, object);
}

}  // namespace
}  // namespace signet::cms

#include "smime/opened_content.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace signet::smime {
namespace {

bool Looks(std::string_view text) {
  return LooksLikeEntity(AsBytes(text));
}

std::string Shown(std::string_view text) {
  return std::string(AsText(ReadyToShow(ToBytes(AsBytes(text)))));
}

bool Loads(std::string_view entity) {
  return LoadsRemoteContent(AsBytes(entity));
}

TEST(SmimeOpenedContentTest, TextAndEntitiesAreTold) {
  EXPECT_TRUE(Looks("Content-Type: text/plain\r\n\r\nHello"));
  EXPECT_TRUE(Looks("Grüße\n\tan alle"));
  EXPECT_TRUE(Looks(""));
}

TEST(SmimeOpenedContentTest, NoiseIsNoEntity) {
  EXPECT_FALSE(Looks(std::string_view("Content-Type: text/plain\0\r\n", 27)));
  EXPECT_FALSE(Looks("\x93\x01 k"));
  EXPECT_FALSE(Looks("a\x7f"));
}

TEST(SmimeOpenedContentTest, AnEntityIsShownAsItIs) {
  for (const std::string_view entity :
       {"Content-Type: text/html\r\n\r\n<p>", "\r\nno header fields", "X-A:\n\n"}) {
    EXPECT_EQ(Shown(entity), entity);
  }
}

TEST(SmimeOpenedContentTest, BareTextGetsAHeader) {
  EXPECT_EQ(Shown("Dear Bob: hello\r\n"),
            "Content-Type: text/plain; charset=utf-8\r\n\r\nDear Bob: hello\r\n");
  EXPECT_EQ(Shown(""), "Content-Type: text/plain; charset=utf-8\r\n\r\n");
}

TEST(SmimeOpenedContentTest, RemoteContentIsFoundInEveryPart) {
  EXPECT_FALSE(Loads("Content-Type: text/plain\r\n\r\n<img src=\"http://a.example/\">"));
  EXPECT_FALSE(Loads("Content-Type: text/html\r\n\r\n<img src=\"cid:a\">"));
  EXPECT_TRUE(Loads("Content-Type: text/html\r\n\r\n<img src=\"http://a.example/\">"));
  EXPECT_TRUE(
      Loads("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHello\r\n--b\r\n"
            "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            "PGltZyBzcmM9Imh0dHA6Ly9hLmV4YW1wbGUvIj4=\r\n--b--\r\n"));
}

}  // namespace
}  // namespace signet::smime

#include "smime/main_body.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace signet::smime {
namespace {

std::string Shown(std::string_view entity, std::string_view subject) {
  const auto changed = ShowSubjectInBody(AsBytes(entity), subject);
  return changed ? std::string(AsText(*changed)) : "failed";
}

std::string Hidden(std::string_view entity) {
  return std::string(AsText(HideFieldsInBody(ToBytes(AsBytes(entity)))));
}

// RFC 9788, 5.2.2: plain text begins with the field and an empty line.
TEST(SmimeMainBodyTest, PlainTextBeginsWithTheSubject) {
  EXPECT_EQ(Shown("Content-Type: text/plain; charset=UTF-8\r\n\r\nHello\r\n", "Grüße"),
            "Content-Type: text/plain; charset=UTF-8;\r\n hp-legacy-display=\"1\"\r\n\r\n"
            "Subject: Grüße\r\n\r\nHello\r\n");
}

TEST(SmimeMainBodyTest, TheTransferEncodingStays) {
  EXPECT_EQ(Shown("Content-Type: text/plain; charset=UTF-8\r\n"
                  "Content-Transfer-Encoding: base64\r\n\r\nSGVsbG8=\r\n",
                  "Hi"),
            "Content-Type: text/plain; charset=UTF-8;\r\n hp-legacy-display=\"1\"\r\n"
            "Content-Transfer-Encoding: base64\r\n\r\nU3ViamVjdDogSGkNCg0KSGVsbG8=\r\n");
}

TEST(SmimeMainBodyTest, EveryAlternativeHasItAndNoAttachment) {
  const std::string entity =
      "Content-Type: multipart/mixed; boundary=m\r\n\r\n"
      "--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n"
      "--a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello\r\n"
      "--a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><BODY class=x><p>Hello</p>\r\n"
      "--a--\r\n"
      "--m\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nAttached\r\n--m--\r\n";
  const std::string shown = Shown(entity, "1 < 2 & 3");
  EXPECT_NE(shown.find("\r\n\r\nSubject: 1 < 2 & 3\r\n\r\nHello"), std::string::npos);
  EXPECT_NE(shown.find("<BODY class=x><div class=\"header-protection-legacy-display\">"
                       "<pre>Subject: 1 &lt; 2 &amp; 3</pre></div><p>Hello"),
            std::string::npos);
  EXPECT_NE(shown.find("\r\n\r\nAttached"), std::string::npos);
}

TEST(SmimeMainBodyTest, ACharsetThatCannotExpressItStaysAsItIs) {
  constexpr std::string_view kLatin = "Content-Type: text/plain; charset=iso-8859-1\r\n\r\nHi\r\n";
  EXPECT_EQ(Shown(kLatin, "日本語"), kLatin);
  EXPECT_NE(Shown(kLatin, "Hello"), kLatin);
}

TEST(SmimeMainBodyTest, WhatWasPutThereIsTakenOutAgain) {
  for (const std::string_view body :
       {"Hello\r\n", "Subject: no field of ours\r\n\r\nHello\r\n", ""}) {
    const std::string entity =
        std::string("Content-Type: text/plain; charset=utf-8\r\n\r\n").append(body);
    const std::string hidden = Hidden(Shown(entity, "Grüße"));
    EXPECT_TRUE(hidden.ends_with("\r\n\r\n" + std::string(body))) << hidden;
    EXPECT_EQ(hidden.find("Grüße"), std::string::npos);
  }
  EXPECT_TRUE(Hidden(Shown("Content-Type: text/html; charset=utf-8\r\n\r\n<p>Hello</p>", "A"))
                  .ends_with("\r\n\r\n<p>Hello</p>"));
}

// Section 4.5.3: only what says that it has them.
TEST(SmimeMainBodyTest, WhatIsNotMarkedStays) {
  constexpr std::string_view kPlain = "Content-Type: text/plain\r\n\r\nSubject: A\r\n\r\nHello";
  EXPECT_EQ(Hidden(kPlain), kPlain);
  constexpr std::string_view kNoField =
      "Content-Type: text/plain; hp-legacy-display=\"1\"\r\n\r\nDear Ann\r\n\r\nHello";
  EXPECT_EQ(Hidden(kNoField), kNoField);
}

}  // namespace
}  // namespace signet::smime

#include "smime/header_protection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace signet::smime {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

// The octets outlive the message.
std::optional<ProtectedHeader> Inner(const std::string& entity) {
  const auto message = mime::Message::Parse(AsBytes(entity));
  return message ? ReadProtectedHeader(message->root()) : std::nullopt;
}

std::vector<Reason> Compared(const std::string& inner, const std::string& outer) {
  const auto header = mime::Header::Parse(AsBytes(outer));
  const auto read = Inner(inner);
  return header && read ? CompareHeaders(*read, *header) : std::vector<Reason>();
}

constexpr std::string_view kPayload =
    "Content-Type: text/plain; hp=\"cipher\"\r\nFrom: Ann <ann@example.com>\r\n"
    "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nHP-Outer: Subject: [...]\r\n\r\nHello";

TEST(SmimeHeaderProtectionTest, OnlyAPayloadThatSaysSoHasOne) {
  EXPECT_FALSE(Inner("Content-Type: text/plain\r\nSubject: A\r\n\r\n"));
  const auto header = Inner(std::string(kPayload));
  ASSERT_TRUE(header);
  EXPECT_EQ(header->Subject(), "Grüße");
}

TEST(SmimeHeaderProtectionTest, WhatTheSenderWroteOutsideIsNoDifference) {
  EXPECT_THAT(
      Compared(std::string(kPayload), "From: Ann\r\n <ann@example.com>\r\nSubject: [...]\r\n\r\n"),
      IsEmpty());
}

TEST(SmimeHeaderProtectionTest, WhatOthersChangedOutsideIsNamed) {
  const auto differences =
      Compared(std::string(kPayload), "From: Eve <eve@example.com>\r\nSubject: Sale\r\n\r\n");
  ASSERT_THAT(differences, SizeIs(2));
  EXPECT_EQ(differences[0].code, ReasonCode::kProtectedHeaderDiffers);
  EXPECT_EQ(differences[0].texts.at("field"), "Subject");
  EXPECT_EQ(differences[0].texts.at("outer"), "Sale");
  EXPECT_EQ(differences[0].texts.at("inner"), "Grüße");
  EXPECT_EQ(differences[1].texts.at("field"), "From");
}

constexpr std::string_view kFields =
    "Date: Mon, 1 Jun 2026 12:00:00 +0000\r\nFrom: Ann <ann@example.com>\r\n"
    "To: Bob <bob@example.com>\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n"
    "Keywords: private\r\nX-Mozilla-Draft-Info: internal/draft\r\nMIME-Version: 1.0\r\n";
constexpr std::string_view kEntity =
    "Content-Type: text/plain; charset=utf-8;\r\n format=flowed\r\n"
    "Content-Transfer-Encoding: 8bit\r\n\r\nHello\r\n";

std::optional<std::pair<std::string, std::string>> Written(bool encrypted) {
  const auto parts =
      ProtectHeader({.fields = kFields, .entity = AsBytes(kEntity), .encrypted = encrypted});
  return parts ? std::optional(std::pair(parts->fields, std::string(AsText(parts->payload))))
               : std::nullopt;
}

// RFC 9788, 5.2 with hcp_baseline (3.2.1).
TEST(SmimeHeaderProtectionTest, AnEncryptedMessageHidesItsSubject) {
  const auto written = Written(true);
  ASSERT_TRUE(written);
  EXPECT_EQ(written->first,
            "Date: Mon, 1 Jun 2026 12:00:00 +0000\r\nFrom: Ann <ann@example.com>\r\n"
            "To: Bob <bob@example.com>\r\nSubject: [...]\r\n"
            "X-Mozilla-Draft-Info: internal/draft\r\nMIME-Version: 1.0\r\n");
  EXPECT_EQ(written->second,
            "Content-Type: text/plain; charset=utf-8;\r\n format=flowed;\r\n"
            " hp-legacy-display=\"1\";\r\n hp=\"cipher\"\r\n"
            "Date: Mon, 1 Jun 2026 12:00:00 +0000\r\nFrom: Ann <ann@example.com>\r\n"
            "To: Bob <bob@example.com>\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n"
            "Keywords: private\r\n"
            "HP-Outer: Date: Mon, 1 Jun 2026 12:00:00 +0000\r\n"
            "HP-Outer: From: Ann <ann@example.com>\r\nHP-Outer: To: Bob <bob@example.com>\r\n"
            "HP-Outer: Subject: [...]\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            "Subject: Grüße\r\n\r\nHello\r\n");
}

TEST(SmimeHeaderProtectionTest, ASignedOneShowsAllAndSignsIt) {
  const auto written = Written(false);
  ASSERT_TRUE(written);
  EXPECT_EQ(written->first, kFields);
  EXPECT_EQ(written->second.find("HP-Outer"), std::string::npos);
  EXPECT_EQ(written->second.find("Subject: Gr"), std::string::npos);
  const auto inner = Inner(written->second);
  ASSERT_TRUE(inner);
  EXPECT_EQ(inner->Subject(), "Grüße");
}

TEST(SmimeHeaderProtectionTest, WhatIsWrittenIsReadWithoutDifference) {
  for (const bool encrypted : {true, false}) {
    const auto written = Written(encrypted);
    ASSERT_TRUE(written);
    EXPECT_THAT(Compared(written->second, written->first), IsEmpty());
    EXPECT_EQ(Inner(written->second)->Subject(), "Grüße");
  }
}

}  // namespace
}  // namespace signet::smime

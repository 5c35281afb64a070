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

}  // namespace
}  // namespace signet::smime

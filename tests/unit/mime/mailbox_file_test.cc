#include "mime/mailbox_file.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace signet::mime {
namespace {

std::string Stripped(std::string_view stored) {
  return std::string(AsText(WithoutStorePrefix(AsBytes(stored))));
}

std::vector<std::string> Messages(std::string_view mbox) {
  MboxReader reader(AsBytes(mbox));
  std::vector<std::string> messages;
  while (const auto message = reader.Next()) {
    messages.emplace_back(AsText(*message));
  }
  return messages;
}

TEST(MailboxFileTest, RemovesWhatAStorePrefixed) {
  EXPECT_EQ(Stripped("From: a\r\n\r\nx"), "From: a\r\n\r\nx");
  EXPECT_EQ(Stripped("From - Mon Jun  1 12:00:00 2026\r\nFrom: a\r\n"), "From: a\r\n");
  EXPECT_EQ(Stripped("X-Mozilla-Status: 0001\nX-Mozilla-Status2: 00000000\nFrom: a\r\n"),
            "From: a\r\n");
  EXPECT_EQ(Stripped("From \nX-Mozilla-Status: 0001\nX-Mozilla-Keys:      \nX: b\n"), "X: b\n");
  // Only at the start: a sender's own field of that name is a part of the message.
  EXPECT_EQ(Stripped("From: a\nX-Mozilla-Status: 0001\n"), "From: a\nX-Mozilla-Status: 0001\n");
  EXPECT_EQ(Stripped(""), "");
  EXPECT_EQ(Stripped("From "), "");
}

TEST(MailboxFileTest, WalksOverAnMbox) {
  using List = std::vector<std::string>;
  EXPECT_EQ(Messages("From a\nS: 1\n\none\n\nFrom b\nS: 2\n\ntwo\n"),
            (List{"S: 1\n\none\n", "S: 2\n\ntwo\n"}));
  EXPECT_EQ(Messages("From a\r\nS: 1\r\n\r\none\r\n\r\nFrom b\r\nS: 2\r\n\r\ntwo\r\n\r\n"),
            (List{"S: 1\r\n\r\none\r\n", "S: 2\r\n\r\ntwo\r\n"}));
  EXPECT_EQ(Messages("From a\nS: 1\n\nquoted:\nFrom here on\n\n>From x\n\n"),
            (List{"S: 1\n\nquoted:\nFrom here on\n\n>From x\n"}));
  EXPECT_EQ(Messages("From a\n\nFrom b\n\n"), (List{"", "\n"}));
  EXPECT_EQ(Messages("S: no mbox\n"), List{});
  EXPECT_EQ(Messages(""), List{});
  EXPECT_EQ(Messages("From a"), (List{""}));
}

}  // namespace
}  // namespace signet::mime

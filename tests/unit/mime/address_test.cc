#include "mime/address.h"

#include <gtest/gtest.h>

namespace signet::mime {
namespace {

std::string Text(const std::vector<Mailbox>& mailboxes) {
  std::string text;
  for (const Mailbox& mailbox : mailboxes) {
    text += text.empty() ? "" : ", ";
    text += "[" + mailbox.name + "|" + mailbox.address + (mailbox.group.empty() ? "" : "|") +
            mailbox.group + "]";
  }
  return text;
}

struct Case {
  const char* name;
  std::string_view field;
  std::string_view expected;
};

class AddressTest : public ::testing::TestWithParam<Case> {};

TEST_P(AddressTest, Mailboxes) {
  EXPECT_EQ(Text(ParseMailboxes(GetParam().field)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, AddressTest,
    ::testing::Values(
        Case{"Plain", "alice@example.com", "[|alice@example.com]"},
        Case{"Name", "Alice B <alice@example.com>", "[Alice B|alice@example.com]"},
        Case{"QuotedName", R"("Alice \"A\", B" <alice@example.com>)",
             R"([Alice "A", B|alice@example.com])"},
        Case{"AngleOnly", "<alice@example.com>", "[|alice@example.com]"},
        Case{"Two", "A <a@x.de>, b@y.de", "[A|a@x.de], [|b@y.de]"},
        Case{"EmptyElements", ", a@x.de,, ", "[|a@x.de]"},
        Case{"Comment", "a@x.de (Alice (A))", "[Alice (A)|a@x.de]"},
        Case{"CommentInside", "Alice <a(c)@(c)x.de>", "[Alice|a@x.de]"},
        Case{"EncodedName", "=?utf-8?Q?J=C3=BCrgen?= =?utf-8?Q?_K?= <j@x.de>", "[Jürgen K|j@x.de]"},
        Case{"EncodedQuotedName", R"("=?utf-8?Q?J=C3=BCrgen?=" <j@x.de>)", "[Jürgen|j@x.de]"},
        // An encoded name cannot smuggle an address in: what it says stays a name.
        Case{"EncodedAngle", "=?utf-8?Q?=3Ceve=40evil=2Ecom=3E?= <a@x.de>",
             "[<eve@evil.com>|a@x.de]"},
        Case{"Group", "Team: a@x.de, B <b@x.de>; c@x.de",
             "[|a@x.de|Team], [B|b@x.de|Team], [|c@x.de]"},
        Case{"EmptyGroup", "undisclosed-recipients:;", ""},
        // RFC 5322, section 4.4 and appendix A.6.
        Case{"Route", "Mary <@node.test,@other.test:mary@example.net>", "[Mary|mary@example.net]"},
        Case{"ObsoleteSpaces", "jdoe@test   . example", "[|jdoe@test.example]"},
        Case{"ObsoleteSpacesAround", "a . b @ x . de", "[|a.b@x.de]"},
        Case{"QuotedLocalPart", R"("a b"@x.de)", R"([|"a b"@x.de])"},
        Case{"DomainLiteral", "Alice <a@[192.0.2.1]>", "[Alice|a@[192.0.2.1]]"},
        Case{"Utf8", "Jürgen <jürgen@bücher.example>", "[Jürgen|jürgen@bücher.example]"},
        Case{"Punycode", "<a@xn--bcher-kva.example>", "[|a@xn--bcher-kva.example]"},
        // Nothing is repaired into an address that somebody could have a certificate for.
        Case{"TwoAtSigns", "alice@example.com@evil.com", "[|alice@example.com@evil.com]"},
        Case{"TwoAtSignsInAngle", "<alice@example.com@evil.com>", "[|alice@example.com@evil.com]"},
        Case{"TwoAngles", "<a@x.de> <b@y.de>", "[|a@x.de], [|b@y.de]"},
        Case{"NameWithoutAngle", "Alice alice@example.com", "[|Alice alice@example.com]"},
        Case{"NoDomain", "alice", "[|alice]"},
        Case{"Unterminated", "Alice <alice@example.com", "[Alice|alice@example.com]"},
        Case{"Nul", std::string_view("<alice@example.com\0@evil.com>", 29),
             "[|alice@example.com\xef\xbf\xbd@evil.com]"},
        Case{"NewlineInside", "Alice <alice@\r\n example.com>", "[Alice|alice@example.com]"},
        Case{"AddressAsName", "alice@example.com <eve@evil.com>",
             "[alice@example.com|eve@evil.com]"},
        Case{"Empty", "", ""}),
    [](const auto& test) { return test.param.name; });

class MisleadingNameTest : public ::testing::TestWithParam<Case> {};

TEST_P(MisleadingNameTest, AddressInName) {
  const std::vector<Mailbox> mailboxes = ParseMailboxes(GetParam().field);
  ASSERT_EQ(mailboxes.size(), 1U);
  EXPECT_EQ(AddressInName(mailboxes[0]).value_or("none"), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, MisleadingNameTest,
    ::testing::Values(
        Case{"None", "Alice <alice@example.com>", "none"},
        Case{"TheSame", "\"Alice@Example.com\" <alice@example.com>", "none"},
        Case{"Another", "\"bob@example.com\" <eve@evil.example>", "bob@example.com"},
        Case{"InBrackets", "\"Bob <bob@example.com>\" <eve@evil.example>", "bob@example.com"},
        Case{"EndOfSentence", "\"This is bob@example.com.\" <eve@evil.example>", "bob@example.com"},
        Case{"FullWidth", "\"bob＠example．com\" <eve@evil.example>", "bob@example.com"},
        Case{"IdeographicStop", "\"bob@example。com\" <eve@evil.example>", "bob@example.com"},
        Case{"ZeroWidth", "\"bob@exa\xe2\x80\x8bmple.com\" <eve@evil.example>", "bob@example.com"},
        Case{"EncodedWord", "=?utf-8?Q?bob=40example=2Ecom?= <eve@evil.example>",
             "bob@example.com"},
        Case{"SecondOne", "\"eve@evil.example bob@example.com\" <eve@evil.example>",
             "bob@example.com"},
        Case{"NoDomain", "\"Bob @ work\" <bob@example.com>", "none"},
        Case{"Handle", "\"@bob.example\" <bob@example.com>", "none"}),
    [](const auto& test) { return test.param.name; });

// Each of these took quadratic time in a first version: minutes for one header field.
TEST(AddressTimeTest, IsLinear) {
  const std::string colons = std::string(500000, 'a') + "@" + std::string(500000, ':');
  EXPECT_LE(ParseMailboxes(colons).size(), 1U);
  Mailbox mailbox;
  for (int i = 0; i < 300000; ++i) {
    mailbox.name += i % 2 == 0 ? "\xe2\x80\x8b" : "\xe3\x80\x82";
  }
  mailbox.name += std::string(300000, '@');
  EXPECT_FALSE(AddressInName(mailbox).has_value());
}

Originator OriginatorOf(std::string_view header) {
  const auto parsed = Header::Parse(AsBytes(header));
  EXPECT_TRUE(parsed.has_value());
  return ReadOriginator(*parsed);
}

std::vector<ReasonCode> Codes(const Originator& originator) {
  std::vector<ReasonCode> codes;
  codes.reserve(originator.findings.size());
  for (const Reason& reason : originator.findings) {
    codes.push_back(reason.code);
  }
  return codes;
}

TEST(OriginatorTest, ReadsFromSenderAndDate) {
  const Originator originator = OriginatorOf(
      "From: Alice <alice@example.com>\nSender: Bob <bob@example.com>\n"
      "Date: Mon, 01 Jun 2026 14:00:00 +0200\n\n");
  EXPECT_EQ(Text(originator.from), "[Alice|alice@example.com]");
  EXPECT_EQ(Text(originator.sender), "[Bob|bob@example.com]");
  EXPECT_EQ(originator.date, ParseRfc3339("2026-06-01T12:00:00Z"));
  EXPECT_TRUE(originator.findings.empty());
}

TEST(OriginatorTest, FindsWhatMisleads) {
  using List = std::vector<ReasonCode>;
  EXPECT_EQ(Codes(OriginatorOf("To: a@x.de\n\n")), (List{ReasonCode::kNoFromAddress}));
  EXPECT_EQ(Codes(OriginatorOf("From:\n\n")), (List{ReasonCode::kNoFromAddress}));
  EXPECT_EQ(Codes(OriginatorOf("From: a@x.de, b@x.de\n\n")),
            (List{ReasonCode::kSeveralFromAddresses}));
  EXPECT_EQ(Codes(OriginatorOf("From: a@x.de\nFROM: a@x.de\n\n")),
            (List{ReasonCode::kSeveralFromAddresses}));
  EXPECT_EQ(Codes(OriginatorOf("From: a@x.de\nFrom:\n\n")),
            (List{ReasonCode::kSeveralFromAddresses}));
  const Originator misleading = OriginatorOf("From: \"bob@x.de\" <eve@y.de>\n\n");
  ASSERT_EQ(Codes(misleading), (List{ReasonCode::kDisplayNameMisleads}));
  EXPECT_EQ(misleading.findings[0].texts.at("displayName"), "bob@x.de");
  EXPECT_EQ(misleading.findings[0].texts.at("address"), "eve@y.de");
}

}  // namespace
}  // namespace signet::mime

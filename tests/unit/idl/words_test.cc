// The command line's words: variables, dates, and what hostile names do to a terminal.
#include "idl/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/time.h"
#include "idl/reasons.h"
#include "idl/utf8.h"
#include "idl/word_format.h"

namespace signet::words {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(FormatDate, WritesDayMonthYear) {
  EXPECT_EQ(FormatDate(*ParseRfc3339("2026-05-03T23:59:59Z")), "3 May 2026");
  EXPECT_EQ(FormatDate(*ParseRfc3339("1969-12-31T23:59:59Z")), "31 December 1969");
  EXPECT_EQ(FormatDateAndTime(*ParseRfc3339("2026-05-03T14:05:59Z")), "3 May 2026, 14:05 UTC");
  EXPECT_EQ(FormatDateAndTime(*ParseRfc3339("1969-12-31T00:09:00Z")),
            "31 December 1969, 00:09 UTC");
}

TEST(Text, PutsInTheVariables) {
  const Reason reason = MakeReason(ReasonCode::kCertificateExpired)
                            .With("subject", "Bob")
                            .With("issuer", "Example CA")
                            .With("notAfter", *ParseRfc3339("2026-05-03T12:00:00Z"));
  EXPECT_EQ(Text(reason), "The certificate of Bob expired on 3 May 2026.");
  EXPECT_THAT(Remedy(reason), HasSubstr("Bob"));
  EXPECT_THAT(Remedy(reason), HasSubstr("Example CA"));
}

TEST(Text, TakesThePlaceFromTheReason) {
  EXPECT_THAT(Text(Malformed("byte 301", "")), HasSubstr("byte 301"));
}

TEST(Text, ChoosesByAVariable) {
  Reason reason = MakeReason(ReasonCode::kProfileUnusable).With("profile", "/p");
  const std::string other = Text(reason);
  reason.texts["problem"] = "missing";
  EXPECT_EQ(Text(reason), "The folder /p does not exist.");
  reason.texts["problem"] = "never heard of";
  EXPECT_EQ(Text(reason), other);
}

TEST(Text, EveryCodeHasWordsEvenWithoutVariables) {
  for (const ReasonCode code : idl::kReasonCodeValues) {
    const Reason reason = MakeReason(code);
    for (const std::string& words : {Text(reason), Remedy(reason)}) {
      EXPECT_GT(words.size(), 10U) << idl::ToString(code);
      EXPECT_THAT(words, Not(HasSubstr("$"))) << idl::ToString(code);
      EXPECT_THAT(words, Not(HasSubstr("{"))) << idl::ToString(code);
      EXPECT_THAT(words, Not(HasSubstr("  "))) << idl::ToString(code);
    }
  }
}

TEST(Text, UsesEveryVariableThatItSaysItUses) {
  for (const ReasonCode code : idl::kReasonCodeValues) {
    Reason reason = MakeReason(code);
    const Variables variables = VariablesOf(code);
    for (const std::string_view name : variables.texts) {
      reason.texts[std::string(name)] = "<" + std::string(name) + ">";
    }
    const std::string words = Text(reason) + Remedy(reason);
    for (const std::string_view name : variables.texts) {
      if (name != "problem") {  // chooses a sentence and is not in it
        EXPECT_THAT(words, HasSubstr("<" + std::string(name) + ">")) << idl::ToString(code);
      }
    }
  }
}

TEST(Printable, MakesHostileTextHarmless) {
  EXPECT_EQ(Printable("Bob"), "Bob");
  EXPECT_EQ(Printable("Jürgen 山田 𝄞"), "Jürgen 山田 𝄞");
  EXPECT_EQ(Printable("a\x1b[31mb"), "a\uFFFD[31mb");
  EXPECT_EQ(Printable("a\r\nb\tc\x7f"), "a\uFFFD\uFFFDb\uFFFDc\uFFFD");
  EXPECT_EQ(Printable("\u009b31m"), "\uFFFD31m");
  EXPECT_EQ(Printable("\u202Etxt.exe\u2066\u200F"), "\uFFFDtxt.exe\uFFFD\uFFFD");
  EXPECT_EQ(Printable("a\u2028b"), "a\uFFFDb");
  EXPECT_EQ(Printable("\xff\xc3"), "\uFFFD\uFFFD");
  EXPECT_EQ(Printable(std::string("\0", 1)), "\uFFFD");
}

TEST(Printable, CutsVisibly) {
  std::string text;
  for (std::size_t i = 0; i < kShownOctets; ++i) {
    text += "ü";
  }
  const std::string shown = Printable(text);
  EXPECT_LE(shown.size(), kShownOctets + 3);
  EXPECT_TRUE(shown.ends_with("ü…"));
  EXPECT_TRUE(idl::IsUtf8(shown));
}

}  // namespace
}  // namespace signet::words

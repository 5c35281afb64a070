#include "mime/line_ends.h"

#include <gtest/gtest.h>

#include <random>

#include "support/message_builder.h"

namespace signet::mime {
namespace {

std::string Canonical(std::string_view text) {
  std::string out;
  const auto result = StreamCanonical(AsBytes(text), [&](ByteView piece) -> Result<void> {
    out += AsText(piece);
    return {};
  });
  EXPECT_TRUE(result.has_value());
  return out;
}

TEST(LineEndsTest, AreFound) {
  EXPECT_EQ(FindLineEnds(AsBytes("")), LineEnds::kNone);
  EXPECT_EQ(FindLineEnds(AsBytes("a\rb")), LineEnds::kNone);
  EXPECT_EQ(FindLineEnds(AsBytes("a\r\nb\r\n")), LineEnds::kCrlf);
  EXPECT_EQ(FindLineEnds(AsBytes("a\nb\n")), LineEnds::kLf);
  EXPECT_EQ(FindLineEnds(AsBytes("\n")), LineEnds::kLf);
  EXPECT_EQ(FindLineEnds(AsBytes("a\r\nb\n")), LineEnds::kMixed);
  EXPECT_EQ(FindLineEnds(AsBytes("a\n\r\n")), LineEnds::kMixed);
}

TEST(LineEndsTest, BecomeCrlf) {
  EXPECT_EQ(Canonical(""), "");
  EXPECT_EQ(Canonical("a\nb"), "a\r\nb");
  EXPECT_EQ(Canonical("\n\n"), "\r\n\r\n");
  EXPECT_EQ(Canonical("a\r\nb\nc\r"), "a\r\nb\r\nc\r");
  EXPECT_EQ(Canonical("\r\r\n"), "\r\r\n");
  EXPECT_EQ(Canonical("\n\r"), "\r\n\r");
}

// Compared with the plain definition over random text that crosses the borders of pieces and
// blocks.
TEST(LineEndsTest, AgreeWithTheirDefinitionOnRandomText) {
  std::mt19937 random(20260601);  // NOLINT(cert-msc51-cpp): the same text in every run
  for (const std::size_t size : {1U, 254U, 255U, 256U, 511U, 65535U, 65536U, 65537U, 200000U}) {
    for (int round = 0; round < 4; ++round) {
      std::string text(size, '\0');
      for (char& c : text) {
        // Rarely or often a line end, so that some pieces have none.
        c = "\r\nab"[random() % (round == 0 ? 4000 : 4) % 4];
        if (round == 0 && random() % 1000 != 0) {
          c = 'x';
        }
      }
      const std::string expected = testing::WithCrlf(text);
      EXPECT_EQ(Canonical(text), expected);
      EXPECT_EQ(HasBareLf(AsBytes(text)), expected != text);
    }
  }
}

TEST(LineEndsTest, PassesPiecesThatNeedNoChangeWithoutCopying) {
  const std::string text(100000, 'x');
  std::size_t offset = 0;
  const auto result = StreamCanonical(AsBytes(text), [&](ByteView piece) -> Result<void> {
    EXPECT_EQ(piece.data(), AsBytes(text).data() + offset);
    offset += piece.size();
    return {};
  });
  EXPECT_TRUE(result.has_value());
  EXPECT_EQ(offset, text.size());
}

TEST(LineEndsTest, StopsWithTheSinksError) {
  int calls = 0;
  const std::string text(200000, 'x');
  const auto result = StreamCanonical(AsBytes(text), [&](ByteView) -> Result<void> {
    ++calls;
    return MakeReason(ReasonCode::kCancelled);
  });
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ReasonCode::kCancelled);
  EXPECT_EQ(calls, 1);
}

}  // namespace
}  // namespace signet::mime

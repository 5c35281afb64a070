#include "base/result.h"

#include <gtest/gtest.h>

#include "base/bytes.h"

namespace signet {
namespace {

Result<int> Half(int number) {
  if (number % 2 != 0) {
    return MakeReason(ReasonCode::kMalformed).At("number").Because("odd").With("n", "x");
  }
  return number / 2;
}

Result<int> Quarter(int number) {
  SIGNET_ASSIGN(const int half, Half(number));
  SIGNET_TRY(Half(half));
  return half / 2;
}

TEST(ResultTest, PassesValuesAndFailuresThrough) {
  EXPECT_EQ(Quarter(8), 2);
  const auto failure = Quarter(6);
  ASSERT_FALSE(failure.has_value());
  EXPECT_EQ(failure.error().code, ReasonCode::kMalformed);
  EXPECT_EQ(failure.error().where, "number");
  EXPECT_EQ(failure.error().diagnostic, "odd");
  EXPECT_EQ(failure.error().texts.at("n"), "x");
}

TEST(BytesTest, Hexadecimal) {
  const Bytes bytes{0x00, 0x9f, 0xff};
  EXPECT_EQ(ToHex(bytes), "009fff");
  EXPECT_TRUE(Equal(bytes, ToBytes(bytes)));
  EXPECT_FALSE(Equal(bytes, AsBytes("abc")));
  EXPECT_EQ(AsText(AsBytes("abc")), "abc");
}

}  // namespace
}  // namespace signet

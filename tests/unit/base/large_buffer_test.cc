#include "base/large_buffer.h"

#include <gtest/gtest.h>

#include <utility>

namespace signet {
namespace {

TEST(LargeBufferTest, GrowsFromHeapToSharedMemory) {
  LargeBuffer buffer;
  EXPECT_EQ(buffer.size(), 0U);
  EXPECT_TRUE(buffer.view().empty());
  Bytes expected;
  for (std::size_t i = 0; i < 300; ++i) {
    const Bytes piece(10'000 + i, static_cast<std::uint8_t>(i));
    ASSERT_TRUE(buffer.Append(piece));
    expected.insert(expected.end(), piece.begin(), piece.end());
  }
  EXPECT_TRUE(Equal(buffer.view(), expected));
}

TEST(LargeBufferTest, MovesInBothForms) {
  for (const std::size_t size : {std::size_t{100}, std::size_t{5} << 20U}) {
    LargeBuffer buffer;
    ASSERT_TRUE(buffer.Append(Bytes(size, 7)));
    LargeBuffer moved(std::move(buffer));
    EXPECT_EQ(moved.size(), size);
    LargeBuffer assigned;
    ASSERT_TRUE(assigned.Append(Bytes(10, 1)));
    assigned = std::move(moved);
    ASSERT_EQ(assigned.size(), size);
    EXPECT_EQ(assigned.view().back(), 7);
  }
}

TEST(LargeBufferTest, Resizes) {
  LargeBuffer buffer;
  ASSERT_TRUE(buffer.Append(Bytes(10, 7)));
  ASSERT_TRUE(buffer.Resize(4));
  ASSERT_TRUE(buffer.Resize(8));
  EXPECT_EQ(ToHex(buffer.view()), "0707070700000000");
  ASSERT_TRUE(buffer.Resize(std::size_t{3} << 20U));
  EXPECT_EQ(buffer.view()[3], 7);
  EXPECT_EQ(buffer.view().back(), 0);
  buffer.span().back() = 9;
  ASSERT_TRUE(buffer.Append(Bytes{1}));
  EXPECT_EQ(buffer.view()[buffer.size() - 2], 9);
}

}  // namespace
}  // namespace signet

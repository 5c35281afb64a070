// Handles: generations, kinds, limits, and many threads.
#include "host/handles.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <thread>
#include <vector>

#include "base/limits.h"

namespace signet::host {
namespace {

constexpr std::uint64_t kSafe = (std::uint64_t{1} << 53U) - 1;

TEST(HandleTable, FindsWhatItWasGivenUntilItIsRemoved) {
  HandleTable<int> table(HandleKind::kModule);
  const auto handle = table.Add(std::make_shared<int>(7));
  ASSERT_TRUE(handle);
  EXPECT_NE(*handle, 0U);
  EXPECT_LE(*handle, kSafe);
  EXPECT_EQ(*table.Find(*handle), 7);
  EXPECT_EQ(*table.Remove(*handle), 7);
  EXPECT_EQ(table.Find(*handle), nullptr);
  EXPECT_EQ(table.Remove(*handle), nullptr);
}

TEST(HandleTable, NeverGivesAHandleTwice) {
  HandleTable<int> table(HandleKind::kResponse);
  std::vector<std::uint64_t> old;
  old.reserve(1000);
  for (int i = 0; i < 1000; ++i) {
    const auto handle = table.Add(std::make_shared<int>(i));
    ASSERT_TRUE(handle);
    for (const std::uint64_t stale : old) {
      EXPECT_EQ(table.Find(stale), nullptr);
    }
    table.Remove(*handle);
    old.push_back(*handle);
  }
}

TEST(HandleTable, KnowsHandlesOfAnotherKindFromItsOwn) {
  HandleTable<int> modules(HandleKind::kModule);
  HandleTable<int> responses(HandleKind::kResponse);
  const auto module = modules.Add(std::make_shared<int>(1));
  const auto response = responses.Add(std::make_shared<int>(2));
  ASSERT_TRUE(module && response);
  EXPECT_EQ(responses.Find(*module), nullptr);
  EXPECT_EQ(modules.Remove(*response), nullptr);
}

TEST(HandleTable, FindsNothingForNumbersThatAreMadeUp) {
  HandleTable<int> table(HandleKind::kModule);
  const auto handle = table.Add(std::make_shared<int>(1));
  ASSERT_TRUE(handle);
  for (const std::uint64_t number :
       {std::uint64_t{0}, std::uint64_t{1}, *handle + 1, *handle | (std::uint64_t{1} << 53U), kSafe,
        ~std::uint64_t{0}}) {
    EXPECT_EQ(table.Find(number), nullptr) << number;
  }
}

TEST(HandleTable, LimitsHowManyAreOpen) {
  HandleTable<int> table(HandleKind::kModule);
  const auto object = std::make_shared<int>(1);
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < limits::kCallHandles; ++i) {
    const auto handle = table.Add(object);
    ASSERT_TRUE(handle);
    last = *handle;
  }
  EXPECT_FALSE(table.Add(object));
  table.Remove(last);
  EXPECT_TRUE(table.Add(object));
}

TEST(HandleTable, KeepsAnObjectForWhoeverHasFoundIt) {
  HandleTable<int> table(HandleKind::kModule);
  const auto handle = table.Add(std::make_shared<int>(5));
  ASSERT_TRUE(handle);
  const std::shared_ptr<int> found = table.Find(*handle);
  table.Remove(*handle);
  EXPECT_EQ(*found, 5);
}

TEST(HandleTable, ServesManyThreads) {
  HandleTable<int> table(HandleKind::kResponse);
  std::atomic<int> wrong = 0;
  const auto work = [&table, &wrong](int thread) {
    for (int i = 0; i < 2000; ++i) {
      const int value = thread * 10'000 + i;
      const auto handle = table.Add(std::make_shared<int>(value));
      const auto found = handle ? table.Find(*handle) : nullptr;
      const auto removed = handle ? table.Remove(*handle) : nullptr;
      if (!found || *found != value || removed != found || table.Find(*handle)) {
        ++wrong;
      }
    }
  };
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back(work, thread);
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace signet::host

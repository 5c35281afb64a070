// Running calls: cancelling by number, before and while they run, and closing.
#include "host/calls.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <thread>

namespace signet::host {
namespace {

ReasonCode Code(const Result<void>& result) {
  return result ? ReasonCode::kValid : result.error().code;
}

TEST(RunningCalls, CancelsACallByItsNumber) {
  RunningCalls calls;
  const RunningCalls::Call one(calls, 1);
  const RunningCalls::Call two(calls, 2);
  const RunningCalls::Call unnamed(calls, RunningCalls::kUnnamed);
  EXPECT_TRUE(one.Admission());
  calls.Cancel(2);
  calls.Cancel(RunningCalls::kUnnamed);
  EXPECT_FALSE(one.Flag().IsCancelled());
  EXPECT_TRUE(two.Flag().IsCancelled());
  EXPECT_FALSE(unnamed.Flag().IsCancelled());
}

TEST(RunningCalls, RemembersWhatIsCancelledBeforeItComes) {
  RunningCalls calls;
  calls.Cancel(5);
  EXPECT_EQ(Code(RunningCalls::Call(calls, 4).Admission()), ReasonCode::kValid);
  EXPECT_EQ(Code(RunningCalls::Call(calls, 5).Admission()), ReasonCode::kCancelled);
  EXPECT_EQ(Code(RunningCalls::Call(calls, 5).Admission()), ReasonCode::kValid);
}

TEST(RunningCalls, ForgetsTheOldestOfTooMany) {
  RunningCalls calls;
  for (std::uint64_t id = 1; id <= 1000; ++id) {
    calls.Cancel(id);
  }
  EXPECT_EQ(Code(RunningCalls::Call(calls, 1).Admission()), ReasonCode::kValid);
  EXPECT_EQ(Code(RunningCalls::Call(calls, 1000).Admission()), ReasonCode::kCancelled);
}

TEST(RunningCalls, RefusesANumberThatIsInUse) {
  RunningCalls calls;
  {
    const RunningCalls::Call first(calls, 3);
    const RunningCalls::Call second(calls, 3);
    EXPECT_EQ(Code(second.Admission()), ReasonCode::kInvalidRequest);
    EXPECT_TRUE(first.Admission());
    calls.Cancel(3);
    EXPECT_TRUE(first.Flag().IsCancelled());
    EXPECT_FALSE(second.Flag().IsCancelled());
  }
  EXPECT_EQ(Code(RunningCalls::Call(calls, 3).Admission()), ReasonCode::kValid);
}

TEST(RunningCalls, CloseCancelsWaitsAndRefuses) {
  RunningCalls calls;
  std::atomic<bool> begun = false;
  std::atomic<bool> ended = false;
  std::thread worker([&calls, &begun, &ended] {
    const RunningCalls::Call call(calls, 1);
    begun = true;
    while (!call.Flag().IsCancelled()) {
      std::this_thread::yield();
    }
    ended = true;
  });
  while (!begun) {
    std::this_thread::yield();
  }
  calls.Close();
  EXPECT_TRUE(ended);
  worker.join();
  EXPECT_EQ(Code(RunningCalls::Call(calls, 2).Admission()), ReasonCode::kCancelled);
}

}  // namespace
}  // namespace signet::host

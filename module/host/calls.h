// RunningCalls: which calls of a module are under way, so that they can be cancelled and waited
// for.
#ifndef SIGNET_HOST_CALLS_H_
#define SIGNET_HOST_CALLS_H_

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <list>
#include <mutex>

#include "base/cancel.h"
#include "base/result.h"

namespace signet::host {

// RunningCalls is thread-safe.
class RunningCalls {
 public:
  // The number of a call that nobody will cancel by its number.
  static constexpr std::uint64_t kUnnamed = 0;

  // Call is one of them, for as long as it lives.
  class Call {
   public:
    // Registers the call. See Begin().
    Call(RunningCalls& calls, std::uint64_t id);
    ~Call();
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;
    Call(Call&&) = delete;
    Call& operator=(Call&&) = delete;

    // Refusal is the reason why the call must not go on: the module is being closed (`cancelled`),
    // it was cancelled before it came (`cancelled`), or its number is in use (`invalid-request`).
    [[nodiscard]] Result<void> Admission() const;

    [[nodiscard]] const CancelFlag& Flag() const { return entry_->flag; }

   private:
    friend class RunningCalls;
    struct Entry {
      std::uint64_t id = kUnnamed;
      CancelFlag flag;
    };

    RunningCalls& calls_;
    std::list<Entry>::iterator entry_;
    bool duplicate_ = false;
  };

  // Cancel raises the flag of the call with this number; one that has not come yet is remembered,
  // among the last kRemembered.
  void Cancel(std::uint64_t id);

  // Close cancels all calls, refuses those that come, and returns when none is left.
  void Close();

 private:
  static constexpr std::size_t kRemembered = 256;

  std::mutex mutex_;
  std::condition_variable none_left_;
  std::list<Call::Entry> running_;
  std::deque<std::uint64_t> cancelled_early_;
  bool closing_ = false;
};

}  // namespace signet::host

#endif  // SIGNET_HOST_CALLS_H_

// Cancellation: one flag that a caller raises from any thread and long work looks at now and then.
#ifndef SIGNET_BASE_CANCEL_H_
#define SIGNET_BASE_CANCEL_H_

#include <atomic>

namespace signet {

// CancelFlag belongs to the caller and outlives the call it is passed to. Thread-safe.
class CancelFlag {
 public:
  void Cancel() { cancelled_.store(true, std::memory_order_relaxed); }
  [[nodiscard]] bool IsCancelled() const { return cancelled_.load(std::memory_order_relaxed); }

 private:
  std::atomic<bool> cancelled_{false};
};

}  // namespace signet

#endif  // SIGNET_BASE_CANCEL_H_

#include "host/calls.h"

#include <algorithm>
#include <string>

namespace signet::host {

RunningCalls::Call::Call(RunningCalls& calls, std::uint64_t id) : calls_(calls) {
  const std::lock_guard lock(calls.mutex_);
  duplicate_ = id != kUnnamed && std::ranges::any_of(calls.running_, [id](const Entry& entry) {
                 return entry.id == id;
               });
  entry_ = calls.running_.emplace(calls.running_.end());
  entry_->id = duplicate_ ? kUnnamed : id;
  const auto early = std::ranges::find(calls.cancelled_early_, id);
  if (early != calls.cancelled_early_.end()) {
    calls.cancelled_early_.erase(early);
    entry_->flag.Cancel();
  }
  if (calls.closing_) {
    entry_->flag.Cancel();
  }
}

RunningCalls::Call::~Call() {
  const std::lock_guard lock(calls_.mutex_);
  calls_.running_.erase(entry_);
  if (calls_.running_.empty()) {
    calls_.none_left_.notify_all();
  }
}

Result<void> RunningCalls::Call::Admission() const {
  if (duplicate_) {
    return MakeReason(ReasonCode::kInvalidRequest).Because("callId: is in use by another call");
  }
  if (entry_->flag.IsCancelled()) {
    return MakeReason(ReasonCode::kCancelled);
  }
  return {};
}

void RunningCalls::Cancel(std::uint64_t id) {
  if (id == kUnnamed) {
    return;
  }
  const std::lock_guard lock(mutex_);
  const auto call = std::ranges::find(running_, id, &Call::Entry::id);
  if (call != running_.end()) {
    call->flag.Cancel();
    return;
  }
  if (cancelled_early_.size() == kRemembered) {
    cancelled_early_.pop_front();
  }
  cancelled_early_.push_back(id);
}

void RunningCalls::Close() {
  std::unique_lock lock(mutex_);
  closing_ = true;
  for (Call::Entry& call : running_) {
    call.flag.Cancel();
  }
  none_left_.wait(lock, [this] { return running_.empty(); });
}

}  // namespace signet::host

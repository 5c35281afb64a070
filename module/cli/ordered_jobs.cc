#include "cli/ordered_jobs.h"

namespace signet::cli {
namespace {

// Jobs a thread that may be given and not delivered yet.
constexpr std::size_t kWaitingEach = 16;

}  // namespace

OrderedJobs::OrderedJobs(std::size_t threads) : most_waiting_(threads * kWaitingEach) {
  if (threads < 2) {
    return;
  }
  for (std::size_t i = 0; i < threads; ++i) {
    threads_.emplace_back([this] { Work(); });
  }
}

OrderedJobs::~OrderedJobs() {
  {
    const std::scoped_lock lock(mutex_);
    ended_ = true;
  }
  has_job_.notify_all();
  for (std::thread& thread : threads_) {
    thread.join();
  }
}

void OrderedJobs::Add(Job job) {
  if (threads_.empty()) {
    job()();
    return;
  }
  {
    std::unique_lock lock(mutex_);
    has_room_.wait(lock, [this] { return added_ - delivered_ < most_waiting_; });
    jobs_.emplace_back(added_++, std::move(job));
  }
  has_job_.notify_one();
}

void OrderedJobs::Work() {
  while (true) {
    std::pair<std::uint64_t, Job> next;
    {
      std::unique_lock lock(mutex_);
      has_job_.wait(lock, [this] { return !jobs_.empty() || ended_; });
      if (jobs_.empty()) {
        return;
      }
      next = std::move(jobs_.front());
      jobs_.pop_front();
    }
    Deliver(next.first, next.second());
  }
}

void OrderedJobs::Deliver(std::uint64_t number, Outcome outcome) {
  const std::scoped_lock delivery(delivery_);
  done_.emplace(number, std::move(outcome));
  // delivered_ is written under both locks, so it may be read under either.
  while (!done_.empty() && done_.begin()->first == delivered_) {
    done_.begin()->second();
    done_.erase(done_.begin());
    const std::scoped_lock lock(mutex_);
    ++delivered_;
  }
  has_room_.notify_one();
}

}  // namespace signet::cli

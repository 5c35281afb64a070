// OrderedJobs: work on several threads whose results come out in the order in which it was given.
#ifndef SIGNET_CLI_ORDERED_JOBS_H_
#define SIGNET_CLI_ORDERED_JOBS_H_

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace signet::cli {

// A job runs on any thread and gives what is to be done with its result, which is done in the order
// of the jobs and never at the same time as another one's.
using Outcome = std::function<void()>;
using Job = std::function<Outcome()>;

// OrderedJobs belongs to one thread, the one that gives the jobs. With one thread everything runs
// on that one.
class OrderedJobs {
 public:
  explicit OrderedJobs(std::size_t threads);
  OrderedJobs(const OrderedJobs&) = delete;
  OrderedJobs& operator=(const OrderedJobs&) = delete;
  OrderedJobs(OrderedJobs&&) = delete;
  OrderedJobs& operator=(OrderedJobs&&) = delete;
  // Waits until everything is done.
  ~OrderedJobs();

  // Add waits while too many jobs are not done yet, so that memory does not grow with their number.
  void Add(Job job);

 private:
  void Work();
  void Deliver(std::uint64_t number, Outcome outcome);

  std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable has_job_;
  std::condition_variable has_room_;
  std::deque<std::pair<std::uint64_t, Job>> jobs_;
  std::uint64_t added_ = 0;
  // Held while outcomes run. Never taken while mutex_ is held.
  std::mutex delivery_;
  std::map<std::uint64_t, Outcome> done_;
  std::uint64_t delivered_ = 0;
  bool ended_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace signet::cli

#endif  // SIGNET_CLI_ORDERED_JOBS_H_

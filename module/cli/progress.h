// Progress: a bar on the person's terminal while many files are worked on.
#ifndef SIGNET_CLI_PROGRESS_H_
#define SIGNET_CLI_PROGRESS_H_

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace signet::cli {

// Progress draws on standard error, only where that is a terminal and there are several files. One
// thread at a time.
class Progress {
 public:
  // What there is to do; without octets (standard input only) nothing is ever drawn.
  Progress(std::uint64_t octets, std::size_t files);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  Progress(Progress&&) = delete;
  Progress& operator=(Progress&&) = delete;
  // Takes the bar away.
  ~Progress();

  // Clear takes the bar away before something else is printed.
  void Clear();
  // Advance counts octets and files that are done, and draws.
  void Advance(std::uint64_t octets, std::size_t files);

 private:
  using Clock = std::chrono::steady_clock;
  void Draw();

  std::uint64_t octets_;
  std::size_t files_;
  std::uint64_t octets_done_ = 0;
  std::size_t files_done_ = 0;
  bool enabled_;
  bool drawn_ = false;
  Clock::time_point next_;
};

}  // namespace signet::cli

#endif  // SIGNET_CLI_PROGRESS_H_

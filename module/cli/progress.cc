#include "cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace signet::cli {
namespace {

// Nobody can read one that changes faster.
constexpr std::chrono::milliseconds kEvery{100};
constexpr std::uint64_t kWidth = 30;

void Print(const std::string& text) {
  // Progress that cannot be shown changes nothing.
  static_cast<void>(std::fputs(text.c_str(), stderr));
  static_cast<void>(std::fflush(stderr));
}

}  // namespace

Progress::Progress(std::uint64_t octets, std::size_t files)
    : octets_(octets),
      files_(files),
      enabled_(octets > 0 && files > 1 && isatty(STDERR_FILENO) == 1),
      next_(Clock::now()) {}

Progress::~Progress() {
  Clear();
}

void Progress::Clear() {
  if (drawn_) {
    Print("\r\033[K");
    drawn_ = false;
  }
}

void Progress::Advance(std::uint64_t octets, std::size_t files) {
  octets_done_ += octets;
  files_done_ += files;
  if (enabled_ && Clock::now() >= next_) {
    next_ = Clock::now() + kEvery;
    Draw();
  }
}

void Progress::Draw() {
  const std::uint64_t done = std::min(octets_done_, octets_);
  // In double: the product of two file sizes may be beyond 64 bits.
  const double share = static_cast<double>(done) / static_cast<double>(octets_);
  const auto filled = static_cast<std::size_t>(share * static_cast<double>(kWidth));
  Print("\r\033[K[" + std::string(filled, '#') + std::string(kWidth - filled, ' ') + "] " +
        std::to_string(static_cast<int>(share * 100)) + " %  " + std::to_string(files_done_) +
        " of " + std::to_string(files_) + " files");
  drawn_ = true;
}

}  // namespace signet::cli

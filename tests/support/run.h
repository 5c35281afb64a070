// Other programs as witnesses (openssl, certutil, pk12util): run in a folder of their own.
#ifndef SIGNET_TESTS_SUPPORT_RUN_H_
#define SIGNET_TESTS_SUPPORT_RUN_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace signet::testing {

// TemporaryFolder exists, empty and private, until its owner is gone.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  TemporaryFolder(TemporaryFolder&&) = delete;
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  // Write puts a file there and gives its path.
  std::filesystem::path Write(std::string_view name, ByteView octets) const;
  std::filesystem::path Write(std::string_view name, std::string_view text) const;

 private:
  std::filesystem::path path_;
};

// Outcome of a program that ended.
struct Outcome {
  int status = -1;  // exit status, or -1 if it was not found or ended by a signal
  std::string out;
  std::string err;
};

// RunProgram runs a program found in PATH with these arguments in `folder`, without a shell and
// with the system's libraries (not LD_LIBRARY_PATH of the test), and waits for it; `input` is its
// standard input.
[[nodiscard]] Outcome RunProgram(const std::filesystem::path& folder,
                                 const std::vector<std::string>& command,
                                 std::string_view input = {});

// HasProgram looks in PATH.
[[nodiscard]] bool HasProgram(std::string_view name);

}  // namespace signet::testing

#endif  // SIGNET_TESTS_SUPPORT_RUN_H_

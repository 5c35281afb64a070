#include "support/run.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>

namespace signet::testing {
namespace {

std::string Slurp(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// In the child: standard input and outputs to files, then the program. Never returns.
[[noreturn]] void Become(const std::filesystem::path& folder, const TemporaryFolder& files,
                         std::vector<char*>& arguments) {
  const int in = open((files.path() / "in").c_str(), O_RDONLY);
  const int out = open((files.path() / "out").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int err = open((files.path() / "err").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  unsetenv("LD_LIBRARY_PATH");  // NOLINT(concurrency-mt-unsafe): a child has one thread
  if (in < 0 || out < 0 || err < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0 ||
      chdir(folder.c_str()) != 0) {
    _exit(126);
  }
  execvp(arguments.front(), arguments.data());
  _exit(127);
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "signet-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) {
    ADD_FAILURE() << "no temporary folder";
  }
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

std::filesystem::path TemporaryFolder::Write(std::string_view name, ByteView octets) const {
  std::filesystem::path file = path_ / name;
  std::ofstream stream(file, std::ios::binary);
  const std::string_view text = AsText(octets);
  stream.write(text.data(), static_cast<std::streamsize>(text.size()));
  EXPECT_TRUE(stream.flush().good()) << "cannot write " << file;
  return file;
}

std::filesystem::path TemporaryFolder::Write(std::string_view name, std::string_view text) const {
  return Write(name, AsBytes(text));
}

Outcome RunProgram(const std::filesystem::path& folder, const std::vector<std::string>& command,
                   std::string_view input) {
  const TemporaryFolder files;
  files.Write("in", input);
  std::vector<std::string> copy = command;
  std::vector<char*> arguments;
  arguments.reserve(copy.size() + 1);
  for (std::string& argument : copy) {
    arguments.push_back(argument.data());
  }
  arguments.push_back(nullptr);
  Outcome outcome;
  const pid_t child = fork();
  if (child == 0) {
    Become(folder, files, arguments);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child) {
    ADD_FAILURE() << "cannot run " << command.front();
    return outcome;
  }
  outcome.out = Slurp(files.path() / "out");
  outcome.err = Slurp(files.path() / "err");
  if (WIFEXITED(status) && WEXITSTATUS(status) != 127) {
    outcome.status = WEXITSTATUS(status);
  }
  return outcome;
}

bool HasProgram(std::string_view name) {
  const char* path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe)
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (access((std::filesystem::path(folder) / name).c_str(), X_OK) == 0) {
      return true;
    }
  }
  return false;
}

}  // namespace signet::testing

// Replays seeds through a fuzz target without libFuzzer, so that every test run exercises them
// under the sanitizers. Arguments: files and folders (searched recursively; one that is absent is
// named and skipped). Exit status 77, a visible skip, where there was no seed at all.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <vector>

// What every target defines, and may define (libFuzzer's interface).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

void Replay(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::vector<char> octets{std::istreambuf_iterator<char>(stream), {}};
  // The name first: a crash then shows what it crashed on.
  std::printf("%s (%zu octets)\n", file.string().c_str(), octets.size());
  static_cast<void>(std::fflush(stdout));
  const std::vector<std::uint8_t> data(octets.begin(), octets.end());
  static_cast<void>(LLVMFuzzerTestOneInput(data.data(), data.size()));
}

std::vector<fs::path> FilesOf(const fs::path& path) {
  std::vector<fs::path> files;
  if (fs::is_regular_file(path)) {
    files.push_back(path);
  } else if (fs::is_directory(path)) {
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (entry.is_regular_file()) {
        files.push_back(entry.path());
      }
    }
  } else {
    std::printf("absent, skipped: %s\n", path.string().c_str());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t replayed = 0;
  for (const char* argument : std::span(argv, static_cast<std::size_t>(argc)).subspan(1)) {
    for (const fs::path& file : FilesOf(argument)) {
      Replay(file);
      ++replayed;
    }
  }
  std::printf("%zu seeds replayed\n", replayed);
  return replayed == 0 ? 77 : 0;
}

#include "support/corpora.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

namespace signet::testing {

std::filesystem::path CorpusFolder(std::string_view set) {
  const char* root = std::getenv("SIGNET_CORPORA");  // NOLINT(concurrency-mt-unsafe)
  if (root == nullptr) {
    return {};
  }
  std::filesystem::path folder = std::filesystem::path(root) / set;
  if (std::error_code error; !std::filesystem::is_directory(folder, error)) {
    return {};
  }
  return folder;
}

Bytes ReadFile(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    ADD_FAILURE() << "cannot read " << file;
    return {};
  }
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace signet::testing

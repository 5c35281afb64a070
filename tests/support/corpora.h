// Test material made by others, read in place: $SIGNET_CORPORA (CTest sets it), never copied.
#ifndef SIGNET_TESTS_SUPPORT_CORPORA_H_
#define SIGNET_TESTS_SUPPORT_CORPORA_H_

#include <gtest/gtest.h>

#include <filesystem>
#include <string_view>

#include "base/bytes.h"

namespace signet::testing {

// CorpusFolder gives a set's folder, or an empty path where it is absent.
[[nodiscard]] std::filesystem::path CorpusFolder(std::string_view set);

// ReadFile gives a file's octets; fails the test and gives nothing if it cannot be read.
[[nodiscard]] Bytes ReadFile(const std::filesystem::path& file);

}  // namespace signet::testing

// SIGNET_CORPUS_OR_SKIP(folder, "pkits"): declares `folder`, or skips the test visibly without the
// set.
#define SIGNET_CORPUS_OR_SKIP(folder, set)                                   \
  const std::filesystem::path folder = ::signet::testing::CorpusFolder(set); \
  if ((folder).empty()) {                                                    \
    GTEST_SKIP() << "no test material '" << (set) << "' in $SIGNET_CORPORA"; \
  }

#endif  // SIGNET_TESTS_SUPPORT_CORPORA_H_

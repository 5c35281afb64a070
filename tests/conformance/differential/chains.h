// Chains of certificates from a seed, with one rule broken at a time, or none: what Signet is held
// against other programs with (differential_test.cc).
#ifndef SIGNET_TESTS_CONFORMANCE_DIFFERENTIAL_CHAINS_H_
#define SIGNET_TESTS_CONFORMANCE_DIFFERENTIAL_CHAINS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "support/certificate_builder.h"

namespace signet::differential {

// A chain as a program under test gets it.
struct Chain {
  Bytes target;
  Bytes anchor;
  // Certificates that lie about, in no order; the anchor is not among them.
  std::vector<Bytes> others;
};

// Rules counts what can be done to a chain; 0 is nothing at all.
[[nodiscard]] std::size_t Rules();
// For people: "an authority has expired".
[[nodiscard]] std::string_view RuleName(std::size_t rule);

// MakeChain makes chain `number` of a seed, with `rule`: the same fields each time (keys and
// signatures are those of the process). The target is a certificate for signing mail of
// person@example.com; validate at testing::kTestTime.
[[nodiscard]] Chain MakeChain(std::uint64_t seed, std::uint64_t number, std::size_t rule);

}  // namespace signet::differential

#endif  // SIGNET_TESTS_CONFORMANCE_DIFFERENTIAL_CHAINS_H_

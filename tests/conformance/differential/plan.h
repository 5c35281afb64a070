// A chain on its way: builders that a rule may change before anything is signed.
#ifndef SIGNET_TESTS_CONFORMANCE_DIFFERENTIAL_PLAN_H_
#define SIGNET_TESTS_CONFORMANCE_DIFFERENTIAL_PLAN_H_

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "support/certificate_builder.h"
#include "support/keys.h"

namespace signet::differential {

// A source of numbers that is the same everywhere (the distributions of the standard library are
// not).
class Random {
 public:
  Random(std::uint64_t seed, std::uint64_t number) : engine_(seed * 0x9e3779b97f4a7c15U + number) {}
  // 0 to below `bound`.
  [[nodiscard]] std::size_t Below(std::size_t bound) { return engine_() % bound; }
  [[nodiscard]] bool OneIn(std::size_t count) { return Below(count) == 0; }

 private:
  std::mt19937_64 engine_;
};

// One certificate on its way.
struct Link {
  testing::CertificateBuilder builder;
  testing::Scheme scheme = testing::Scheme::kDefault;
  // Instead of the key of the link above.
  const testing::KeyPair* signing_key = nullptr;
  bool left_out = false;
  bool has_own_issuer = false;  // its builder's, not the subject of the link above
  bool has_own_key_identifier = false;
};

// The anchor first, the target last; at least one authority.
struct Plan {
  std::vector<Link> links;
  bool other_anchor = false;  // another authority is trusted than the one above all
  std::vector<Bytes> more;    // further certificates

  [[nodiscard]] Link& target() { return links.back(); }
  [[nodiscard]] Link& root() { return links.front(); }
  // The authority that issued the target; may be the root.
  [[nodiscard]] Link& issuer() { return links[links.size() - 2]; }
};

struct Rule {
  std::string_view name;
  // Intermediate authorities that it needs.
  std::size_t intermediates = 0;
  void (*apply)(Plan& plan, Random& random) = nullptr;
};

// AllRules is the list; the first does nothing.
[[nodiscard]] std::span<const Rule> AllRules();

}  // namespace signet::differential

#endif  // SIGNET_TESTS_CONFORMANCE_DIFFERENTIAL_PLAN_H_

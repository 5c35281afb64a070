// Signet's path validation held against OpenSSL's and NSS's on generated chains: a seeded builder
// breaks one rule at a time, or none (differential/rules.cc). Every disagreement must have its
// explanation (differential/explanations.cc); one without is a failure.
//
//   conformance_differential [--chains N] [--seed N] [--write docs/differential.md]
//
// With --write the run's tables go into a file. The default is what a few seconds allow; the page
// in docs/ is of 100,000 chains.
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/differential/chains.h"
#include "conformance/differential/explanations.h"
#include "conformance/differential/witness.h"
#include "nss/startup.h"
#include "support/keys.h"

namespace signet::differential {
namespace {

struct Arguments {
  std::uint64_t chains = 500;
  std::uint64_t seed = 1;
  std::string write;
};

// What became of the chains of one rule.
struct Tally {
  std::uint64_t chains = 0;
  std::uint64_t valid_signet = 0;
  std::uint64_t valid_openssl = 0;
  std::uint64_t valid_nss = 0;
};

// One way to disagree, and how often; the words are those of its first chain.
struct Disagreement {
  std::uint64_t chains = 0;
  std::uint64_t first = 0;
  Verdict signet;
  Verdict other;
};

struct Key {
  std::size_t rule = 0;
  std::string_view witness;
  bool signet_valid = false;
  auto operator<=>(const Key&) const = default;
};

class Run {
 public:
  explicit Run(const Arguments& arguments)
      : arguments_(arguments), tallies_(Rules()), with_nss_(AskNss(MakeChain(0, 0, 0)).valid) {}

  void Judge() {
    for (std::uint64_t number = 0; number < arguments_.chains; ++number) {
      const std::size_t rule = number % Rules();
      JudgeChain(number, rule, MakeChain(arguments_.seed, number, rule));
    }
  }

  // How many ways to disagree nobody has explained.
  [[nodiscard]] std::size_t Unexplained() const {
    std::size_t unexplained = 0;
    for (const auto& [key, found] : disagreements_) {
      if (Explanation(RuleName(key.rule), key.witness, key.signet_valid).empty()) {
        ++unexplained;
        std::cout << "Not explained: \"" << RuleName(key.rule) << "\", " << key.witness
                  << ": Signet " << Words(found.signet) << ", " << key.witness << " "
                  << Words(found.other) << " (" << found.chains << " chains, first " << found.first
                  << ")\n";
      }
    }
    return unexplained;
  }

  [[nodiscard]] std::string Page() const;

  [[nodiscard]] bool with_nss() const { return with_nss_; }

 private:
  static std::string Words(const Verdict& verdict) {
    return verdict.valid ? "valid" : "not valid (" + verdict.why + ")";
  }

  void JudgeChain(std::uint64_t number, std::size_t rule, const Chain& chain) {
    Tally& tally = tallies_[rule];
    const Verdict signet = AskSignet(chain);
    ++tally.chains;
    tally.valid_signet += signet.valid ? 1U : 0U;
    const Verdict openssl = AskOpenSsl(chain);
    tally.valid_openssl += openssl.valid ? 1U : 0U;
    Compare(number, rule, signet, "OpenSSL", openssl);
    if (with_nss_) {
      const Verdict nss = AskNss(chain);
      tally.valid_nss += nss.valid ? 1U : 0U;
      Compare(number, rule, signet, "NSS", nss);
    }
  }

  void Compare(std::uint64_t number, std::size_t rule, const Verdict& signet,
               std::string_view witness, const Verdict& other) {
    if (signet.valid == other.valid) {
      return;
    }
    Disagreement& found = disagreements_[{rule, witness, signet.valid}];
    if (found.chains == 0) {
      found.first = number;
      found.signet = signet;
      found.other = other;
    }
    ++found.chains;
  }

  const Arguments& arguments_;
  std::vector<Tally> tallies_;
  std::map<Key, Disagreement> disagreements_;
  bool with_nss_;
};

std::string Run::Page() const {
  std::ostringstream page;
  std::uint64_t openssl = 0;
  std::uint64_t nss = 0;
  for (const auto& [key, found] : disagreements_) {
    (key.witness == "NSS" ? nss : openssl) += found.chains;
  }
  page << "# Path validation, held against OpenSSL and NSS\n\n"
          "Written by `conformance_differential --chains "
       << arguments_.chains << " --seed " << arguments_.seed
       << " --write docs/differential.md`\n(`tests/conformance/differential_test.cc`); do not "
          "edit. A "
          "seeded builder makes chains with one rule broken, or\nnone. Signet validates them for "
          "signing mail; OpenSSL as `openssl verify -purpose smimesign -auth_level 2\n"
          "-policy_check -policy anyPolicy` does; NSS by `CERT_PKIXVerifyCert` for e-mail signers. "
          "Revocation is not asked.\n\n- "
       << OpenSslVersion() << "\n- NSS " << NssVersion() << "\n\nOf " << arguments_.chains
       << " chains, OpenSSL says otherwise than Signet about " << openssl << ", NSS about " << nss
       << ".\n\n## Where they disagree, and why\n\n"
          "| what was done to the chain | chains | Signet | the other | why "
          "|\n|---|---|---|---|---|\n";
  for (const auto& [key, found] : disagreements_) {
    page << "| " << RuleName(key.rule) << " | " << found.chains << " | " << Words(found.signet)
         << " | " << key.witness << ": " << Words(found.other) << " | "
         << Explanation(RuleName(key.rule), key.witness, key.signet_valid) << " |\n";
  }
  page << "\n## All that was done\n\n"
          "How many of the chains each finds valid.\n\n"
          "| what was done to the chain | chains | Signet | OpenSSL | NSS "
          "|\n|---|---|---|---|---|\n";
  for (std::size_t rule = 0; rule < tallies_.size(); ++rule) {
    const Tally& tally = tallies_[rule];
    page << "| " << RuleName(rule) << " | " << tally.chains << " | " << tally.valid_signet << " | "
         << tally.valid_openssl << " | " << tally.valid_nss << " |\n";
  }
  return page.str();
}

// Nothing: wrong usage.
bool ReadArguments(int count, char** values, Arguments& arguments) {
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string_view name = values[i];
    if (name == "--chains") {
      arguments.chains = std::strtoull(values[i + 1], nullptr, 10);
    } else if (name == "--seed") {
      arguments.seed = std::strtoull(values[i + 1], nullptr, 10);
    } else if (name == "--write") {
      arguments.write = values[i + 1];
    } else {
      return false;
    }
  }
  return count % 2 == 1;
}

int Main(const Arguments& arguments) {
  Run run(arguments);
  run.Judge();
  if (!arguments.write.empty()) {
    std::ofstream(arguments.write) << run.Page();
  }
  const std::size_t unexplained = run.Unexplained();
  std::cout << arguments.chains << " chains, " << unexplained << " disagreements not explained"
            << (run.with_nss() ? "" : "; this NSS has no CERT_PKIXVerifyCert") << "\n";
  return unexplained == 0 ? 0 : 1;
}

}  // namespace
}  // namespace signet::differential

int main(int count, char** values) {
  signet::differential::Arguments arguments;
  if (!signet::differential::ReadArguments(count, values, arguments)) {
    std::cerr << "usage: conformance_differential [--chains N] [--seed N] [--write FILE]\n";
    return 2;
  }
  const auto runtime = signet::nss::Runtime::Open({});
  if (!runtime) {
    std::cerr << runtime.error().diagnostic << "\n";
    return 2;
  }
  const int status = signet::differential::Main(arguments);
  signet::testing::ForgetKeys();
  return status;
}

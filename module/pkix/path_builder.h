// PathBuilder searches ways from a certificate to trusted authorities (RFC 4158): cheapest first,
// without recursion, within a budget.
#ifndef SIGNET_PKIX_PATH_BUILDER_H_
#define SIGNET_PKIX_PATH_BUILDER_H_

#include <cstddef>
#include <map>
#include <optional>
#include <queue>
#include <string>
#include <vector>

#include "pkix/path.h"
#include "pkix/path_validator.h"

namespace signet::pkix {

// The search is a tree that grows from the target. At each turn the cheapest leaf is continued:
// short ways and those that key identifiers point to come first, so that a tangle of
// cross-certificates does not hide a straight way. One thread at a time.
class PathBuilder {
 public:
  // The request outlives the builder.
  explicit PathBuilder(const PathRequest& request);

  // The next way that ended, good or not; nothing when there is no other or the budget is spent.
  [[nodiscard]] std::optional<CandidatePath> Next();

  // Whether the budget stopped the search.
  [[nodiscard]] bool exhausted() const { return exhausted_; }
  [[nodiscard]] std::size_t steps() const { return steps_; }

 private:
  struct Node {
    CertificatePtr certificate;
    Trust trust;
    std::size_t parent = 0;  // index; the root is its own
    std::size_t length = 1;  // certificates from the target to this one
  };
  struct Open {
    std::size_t cost = 0;
    std::size_t node = 0;
    // For std::priority_queue, which yields the largest: cheap and early ones are.
    bool operator<(const Open& other) const {
      return cost != other.cost ? cost > other.cost : node > other.node;
    }
  };

  [[nodiscard]] CandidatePath PathTo(std::size_t node, PathEnd end) const;
  // Opens all issuers of a node; false: there are none.
  bool OpenIssuers(const Open& from);
  [[nodiscard]] bool IsLoop(std::size_t node, const Certificate& candidate) const;
  [[nodiscard]] std::size_t CostOf(const Certificate& certificate, const Node& issuer) const;
  // What the trust source says, asked once for each certificate.
  [[nodiscard]] Trust TrustOf(const Certificate& certificate);

  const PathRequest& request_;
  std::vector<Node> nodes_;
  std::priority_queue<Open> open_;
  // An authority that ended the last way: it may be certified by another one, which is tried only
  // if that way was no good.
  std::optional<Open> last_anchor_;
  std::map<std::string, Trust> trust_;  // by fingerprint
  std::size_t steps_ = 0;
  bool exhausted_ = false;
};

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_PATH_BUILDER_H_

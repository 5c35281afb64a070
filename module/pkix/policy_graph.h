// Certificate policies along a path (RFC 5280, 6.1, with the policy graph of RFC 9618).
//
// RFC 5280's tree can grow exponentially with the length of the path; the graph of RFC 9618 is
// equivalent and grows with the size of the certificates only.
#ifndef SIGNET_PKIX_POLICY_GRAPH_H_
#define SIGNET_PKIX_POLICY_GRAPH_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "pkix/extensions.h"

namespace signet::pkix {

// PolicyGraph is valid_policy_graph and the steps that change it. Certificates are processed from
// the one that the trust anchor issued to the last one; they must outlive the graph, which views
// into them.
class PolicyGraph {
 public:
  PolicyGraph();

  // 6.1.3 (d) and (e): the policies of the next certificate. `any_allowed`: its anyPolicy counts.
  void AddCertificate(const Extensions& extensions, bool any_allowed);

  // 6.1.4 (b): its mappings, after AddCertificate and before the next one. `mapping_allowed`:
  // policy_mapping is above 0.
  void MapPolicies(const Extensions& extensions, bool mapping_allowed);

  // Whether the graph has become NULL: no policy holds any more.
  [[nodiscard]] bool empty() const;

  // 6.1.5 (g): the policies, as the trust anchor calls them, that hold for the whole path and are
  // acceptable. No acceptable ones given: all are; anyPolicy then stands for "whatever".
  [[nodiscard]] std::vector<Bytes> Policies(const std::vector<Bytes>& acceptable) const;

 private:
  // A policy at one depth. It is known by its own name there.
  struct Node {
    // Policies of the depth above that lead here. None: anyPolicy of the depth above.
    std::set<std::string> parents;
    bool mapped = false;
  };
  struct Level {
    std::map<std::string, Node> nodes;
    bool has_any = false;
  };

  // Nodes at the last depth and all that lead to them, by depth.
  [[nodiscard]] std::vector<std::set<std::string>> Reachable() const;

  std::vector<Level> levels_;
  // What the next certificate may assert: expected_policy_set of the last depth.
  Level expected_;
};

// HasAnyPolicyMapping: 6.1.4 (a): anyPolicy must be mapped neither to nor from.
[[nodiscard]] bool HasAnyPolicyMapping(const Extensions& extensions);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_POLICY_GRAPH_H_

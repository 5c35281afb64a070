#include "pkix/policy_graph.h"

#include <algorithm>

#include "asn1/oids.h"

namespace signet::pkix {
namespace {

std::string KeyOf(ByteView policy) {
  return std::string{AsText(policy)};
}

bool IsAny(ByteView policy) {
  return policy == asn1::oid::kAnyPolicy;
}

}  // namespace

// 6.1.2 (a): one node, anyPolicy, at depth 0.
PolicyGraph::PolicyGraph() {
  expected_.has_any = true;
}

bool HasAnyPolicyMapping(const Extensions& extensions) {
  return std::ranges::any_of(extensions.policy_mappings, [](const PolicyMapping& mapping) {
    return IsAny(mapping.issuer_policy) || IsAny(mapping.subject_policy);
  });
}

void PolicyGraph::AddCertificate(const Extensions& extensions, bool any_allowed) {
  const Level expected = std::move(expected_);
  expected_ = Level{};
  Level& level = levels_.emplace_back();
  if (!extensions.policies) {
    return;  // 6.1.3 (e)
  }
  bool asserts_any = false;
  for (const PolicyInformation& information : *extensions.policies) {
    if (IsAny(information.policy)) {
      asserts_any = any_allowed;
      continue;
    }
    // 6.1.3 (d) (1): a policy that is expected, or that stands under anyPolicy.
    const std::string policy = KeyOf(information.policy);
    if (const auto node = expected.nodes.find(policy); node != expected.nodes.end()) {
      level.nodes.emplace(policy, node->second);
    } else if (expected.has_any) {
      level.nodes.emplace(policy, Node{});
    }
  }
  if (asserts_any) {
    // 6.1.3 (d) (2): everything that is expected goes on.
    level.nodes.insert(expected.nodes.begin(), expected.nodes.end());
    level.has_any = expected.has_any;
  }
}

void PolicyGraph::MapPolicies(const Extensions& extensions, bool mapping_allowed) {
  Level& level = levels_.back();
  for (const PolicyMapping& mapping : extensions.policy_mappings) {
    const std::string issuer = KeyOf(mapping.issuer_policy);
    if (!mapping_allowed) {
      level.nodes.erase(issuer);  // 6.1.4 (b) (2)
      continue;
    }
    // 6.1.4 (b) (1): the policy may stand under anyPolicy only.
    if (level.has_any) {
      level.nodes.try_emplace(issuer);
    }
    if (const auto node = level.nodes.find(issuer); node != level.nodes.end()) {
      node->second.mapped = true;
      expected_.nodes[KeyOf(mapping.subject_policy)].parents.insert(issuer);
    }
  }
  for (const auto& [policy, node] : level.nodes) {
    if (!node.mapped) {
      expected_.nodes[policy].parents.insert(policy);
    }
  }
  expected_.has_any = level.has_any;
}

bool PolicyGraph::empty() const {
  return !levels_.empty() && levels_.back().nodes.empty() && !levels_.back().has_any;
}

std::vector<std::set<std::string>> PolicyGraph::Reachable() const {
  std::vector<std::set<std::string>> reachable(levels_.size());
  for (std::size_t i = levels_.size(); i > 0; --i) {
    const Level& level = levels_[i - 1];
    if (i == levels_.size()) {
      for (const auto& [policy, node] : level.nodes) {
        reachable[i - 1].insert(policy);
      }
    }
    if (i == 1) {
      break;
    }
    for (const std::string& policy : reachable[i - 1]) {
      const auto& parents = level.nodes.at(policy).parents;
      reachable[i - 2].insert(parents.begin(), parents.end());
    }
  }
  return reachable;
}

std::vector<Bytes> PolicyGraph::Policies(const std::vector<Bytes>& acceptable) const {
  // RFC 9618, 5.6: the policies in the anchor's terms are those right below anyPolicy.
  std::set<std::string> policies;
  const auto reachable = Reachable();
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    for (const std::string& policy : reachable[i]) {
      if (levels_[i].nodes.at(policy).parents.empty()) {
        policies.insert(policy);
      }
    }
  }
  const bool any = !levels_.empty() && levels_.back().has_any;
  std::vector<Bytes> result;
  if (acceptable.empty()) {
    for (const std::string& policy : policies) {
      result.push_back(ToBytes(AsBytes(policy)));
    }
    if (any) {
      result.push_back(ToBytes(asn1::oid::kAnyPolicy.bytes()));
    }
    return result;
  }
  for (const Bytes& policy : acceptable) {
    if (any || IsAny(policy) || policies.contains(KeyOf(policy))) {
      result.push_back(policy);
    }
  }
  return result;
}

}  // namespace signet::pkix

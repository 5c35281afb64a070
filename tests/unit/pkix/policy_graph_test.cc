// The policy graph (RFC 9618): what holds after each kind of step, and that it does not grow with
// length.
#include "pkix/policy_graph.h"

#include "asn1/oids.h"
#include "unit/pkix/support.h"

namespace signet {
namespace {

namespace oid = asn1::oid;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Oid kA{"1.2.3.1"};
constexpr Oid kB{"1.2.3.2"};
constexpr Oid kC{"1.2.3.3"};

// Extensions of a certificate with these policies and mappings.
pkix::Extensions With(const std::vector<const Oid*>& policies,
                      const std::vector<std::pair<const Oid*, const Oid*>>& mappings = {}) {
  pkix::Extensions extensions;
  extensions.policies.emplace();
  for (const Oid* policy : policies) {
    extensions.policies->push_back({.policy = policy->bytes(), .qualifiers = {}});
  }
  for (const auto& [issuer, subject] : mappings) {
    extensions.policy_mappings.push_back(
        {.issuer_policy = issuer->bytes(), .subject_policy = subject->bytes()});
  }
  return extensions;
}

Bytes Octets(const Oid& policy) {
  return ToBytes(policy.bytes());
}

TEST(PolicyGraph, WhatAllAssertHolds) {
  pkix::PolicyGraph graph;
  graph.AddCertificate(With({&kA, &kB}), true);
  graph.MapPolicies({}, true);
  graph.AddCertificate(With({&kB, &kC}), true);
  EXPECT_THAT(graph.Policies({}), ElementsAre(Octets(kB)));
  EXPECT_THAT(graph.Policies({Octets(kA), Octets(kB)}), ElementsAre(Octets(kB)));
  EXPECT_THAT(graph.Policies({Octets(kA)}), IsEmpty());
}

TEST(PolicyGraph, NoPoliciesEndAll) {
  pkix::PolicyGraph graph;
  graph.AddCertificate(With({&kA}), true);
  graph.MapPolicies({}, true);
  EXPECT_FALSE(graph.empty());
  graph.AddCertificate({}, true);
  EXPECT_TRUE(graph.empty());
  EXPECT_THAT(graph.Policies({}), IsEmpty());
}

TEST(PolicyGraph, AnyPolicyLetsEverythingThroughUnlessInhibited) {
  pkix::PolicyGraph graph;
  graph.AddCertificate(With({&oid::kAnyPolicy}), true);
  graph.MapPolicies({}, true);
  graph.AddCertificate(With({&kA}), true);
  EXPECT_THAT(graph.Policies({}), ElementsAre(Octets(kA)));
  pkix::PolicyGraph inhibited;
  inhibited.AddCertificate(With({&oid::kAnyPolicy}), false);
  EXPECT_TRUE(inhibited.empty());
}

TEST(PolicyGraph, AnyPolicyAllTheWay) {
  pkix::PolicyGraph graph;
  graph.AddCertificate(With({&oid::kAnyPolicy}), true);
  EXPECT_THAT(graph.Policies({}), ElementsAre(Octets(oid::kAnyPolicy)));
  EXPECT_THAT(graph.Policies({Octets(kA)}), ElementsAre(Octets(kA)));
}

TEST(PolicyGraph, MappedPoliciesAreToldInTheAnchorsTerms) {
  pkix::PolicyGraph graph;
  const auto mapping = With({&kA}, {{&kA, &kC}});
  graph.AddCertificate(mapping, true);
  graph.MapPolicies(mapping, true);
  graph.AddCertificate(With({&kC}), true);
  EXPECT_THAT(graph.Policies({}), ElementsAre(Octets(kA)));
  EXPECT_THAT(graph.Policies({Octets(kC)}), IsEmpty());
}

TEST(PolicyGraph, AMappedPolicyIsNoLongerItself) {
  pkix::PolicyGraph graph;
  const auto mapping = With({&kA}, {{&kA, &kC}});
  graph.AddCertificate(mapping, true);
  graph.MapPolicies(mapping, true);
  graph.AddCertificate(With({&kA}), true);
  EXPECT_TRUE(graph.empty());
}

TEST(PolicyGraph, InhibitedMappingDropsThePolicy) {
  pkix::PolicyGraph graph;
  const auto mapping = With({&kA, &kB}, {{&kA, &kC}});
  graph.AddCertificate(mapping, true);
  graph.MapPolicies(mapping, false);
  graph.AddCertificate(With({&kA, &kB, &kC}), true);
  EXPECT_THAT(graph.Policies({}), ElementsAre(Octets(kB)));
}

TEST(PolicyGraph, MappingUnderAnyPolicy) {
  pkix::PolicyGraph graph;
  const auto mapping = With({&oid::kAnyPolicy}, {{&kA, &kC}});
  graph.AddCertificate(mapping, true);
  graph.MapPolicies(mapping, true);
  graph.AddCertificate(With({&kC}), true);
  EXPECT_THAT(graph.Policies({Octets(kA)}), ElementsAre(Octets(kA)));
}

TEST(PolicyGraph, AnyPolicyMustNotBeMapped) {
  EXPECT_TRUE(pkix::HasAnyPolicyMapping(With({&kA}, {{&oid::kAnyPolicy, &kA}})));
  EXPECT_TRUE(pkix::HasAnyPolicyMapping(With({&kA}, {{&kA, &oid::kAnyPolicy}})));
  EXPECT_FALSE(pkix::HasAnyPolicyMapping(With({&kA}, {{&kA, &kB}})));
}

// Every policy mapped to every other at every step: RFC 5280's tree would have 2^200 leaves.
TEST(PolicyGraph, DoesNotGrowExponentially) {
  pkix::PolicyGraph graph;
  const auto everything = With({&kA, &kB}, {{&kA, &kA}, {&kA, &kB}, {&kB, &kA}, {&kB, &kB}});
  for (int i = 0; i < 200; ++i) {
    graph.AddCertificate(everything, true);
    graph.MapPolicies(everything, true);
  }
  graph.AddCertificate(With({&kA}), true);
  EXPECT_THAT(graph.Policies({}), ElementsAre(Octets(kA), Octets(kB)));
}

}  // namespace
}  // namespace signet

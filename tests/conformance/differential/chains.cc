#include "conformance/differential/chains.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <string>
#include <utility>

#include "asn1/oids.h"
#include "conformance/differential/plan.h"
#include "support/keys.h"

namespace signet::differential {
namespace {

namespace oid = asn1::oid;
using testing::KeyKind;
using testing::KeyPair;

constexpr std::size_t kKeysOfAKind = 24;

// Mostly P-256, because it is quick; every other kind now and then.
const KeyPair& AnyKey(Random& random) {
  const int number = static_cast<int>(random.Below(kKeysOfAKind));
  switch (random.Below(24)) {
    case 0:
      return testing::Key(KeyKind::kRsa2048, number % 4);
    case 1:
      return testing::Key(KeyKind::kP384, number % 4);
    default:
      return testing::Key(KeyKind::kP256, number);
  }
}

Bytes KeyIdentifierOf(const KeyPair& key) {
  return testing::Sha1(key.subject_public_key_info);
}

// Names are of one chain alone, so that no program finds another chain's certificates.
Bytes NameOf(const std::string& role, std::uint64_t number, Random& random) {
  std::vector<testing::NameAttribute> attributes;
  if (random.OneIn(2)) {
    attributes.push_back({Oid("2.5.4.6"), "DE", 0x13});
  }
  if (random.OneIn(2)) {
    attributes.push_back({oid::kOrganization, "Clinic " + std::to_string(number)});
  }
  attributes.push_back({oid::kCommonName, role + " " + std::to_string(number)});
  return testing::Name(attributes);
}

testing::CertificateBuilder Authority(const std::string& role, std::uint64_t number,
                                      Random& random) {
  const KeyPair& key = AnyKey(random);
  testing::CertificateBuilder builder;
  builder.Subject(NameOf(role, number, random))
      .Key(key)
      .BasicConstraints(true)
      .KeyUsage(testing::kKeyCertSign | testing::kCrlSign)
      .SubjectKeyIdentifier(KeyIdentifierOf(key));
  if (random.OneIn(8)) {
    builder.CertificatePolicies({oid::kAnyPolicy});
  }
  return builder;
}

testing::CertificateBuilder Person(std::uint64_t number, Random& random) {
  const KeyPair& key = AnyKey(random);
  testing::CertificateBuilder builder;
  builder.Subject(NameOf("Person", number, random))
      .Key(key)
      .KeyUsage(testing::kDigitalSignature)
      .ExtendedKeyUsage({oid::kEmailProtection})
      .SubjectAltName({testing::Rfc822Name("person@example.com")})
      .SubjectKeyIdentifier(KeyIdentifierOf(key));
  if (random.OneIn(4)) {
    builder.BasicConstraints(false);
  }
  if (random.OneIn(4)) {
    builder.CrlDistributionPoint("http://crl.example.com/ca.crl");
  }
  return builder;
}

Plan MakePlan(std::uint64_t number, std::size_t intermediates, Random& random) {
  Plan plan;
  plan.links.push_back({Authority("Root", number, random)});
  for (std::size_t i = 0; i < intermediates; ++i) {
    plan.links.push_back({Authority("CA " + std::to_string(i), number, random)});
  }
  plan.links.push_back({Person(number, random)});
  for (Link& link : plan.links) {
    link.builder
        .Serial(0x1000000 + number * 32 + static_cast<std::uint64_t>(&link - plan.links.data()))
        .NotBefore(testing::kTestTime - std::chrono::days{1 + random.Below(1000)})
        .NotAfter(testing::kTestTime + std::chrono::days{1 + random.Below(1000)});
  }
  return plan;
}

Bytes Build(Plan& plan, std::size_t index) {
  Link& link = plan.links[index];
  const Link& above = plan.links[index == 0 ? 0 : index - 1];
  if (!link.has_own_issuer) {
    link.builder.Issuer(above.builder.subject());
  }
  if (index > 0 && !link.has_own_key_identifier) {
    link.builder.AuthorityKeyIdentifier(KeyIdentifierOf(*above.builder.key()));
  }
  const KeyPair& key = link.signing_key != nullptr ? *link.signing_key : *above.builder.key();
  return link.builder.Build(key, link.scheme);
}

}  // namespace

std::size_t Rules() {
  return AllRules().size();
}

std::string_view RuleName(std::size_t rule) {
  return AllRules()[rule].name;
}

Chain MakeChain(std::uint64_t seed, std::uint64_t number, std::size_t rule) {
  Random random(seed, number);
  const Rule& broken = AllRules()[rule];
  constexpr std::size_t kMoreIntermediates = 3;
  Plan plan = MakePlan(number, broken.intermediates + random.Below(kMoreIntermediates), random);
  if (broken.apply != nullptr) {
    broken.apply(plan, random);
  }
  Chain chain;
  for (std::size_t i = 0; i < plan.links.size(); ++i) {
    Bytes der = Build(plan, i);
    if (i == 0) {
      chain.anchor = std::move(der);
    } else if (i + 1 == plan.links.size()) {
      chain.target = std::move(der);
    } else if (!plan.links[i].left_out) {
      chain.others.push_back(std::move(der));
    }
  }
  if (plan.other_anchor) {
    testing::CertificateBuilder other = Authority("Other root", number, random);
    other.Issuer(other.subject());
    chain.others.push_back(std::exchange(chain.anchor, other.Build(*other.key())));
  }
  std::ranges::move(plan.more, std::back_inserter(chain.others));
  for (std::size_t i = chain.others.size(); i > 1; --i) {
    std::swap(chain.others[i - 1], chain.others[random.Below(i)]);
  }
  return chain;
}

}  // namespace signet::differential

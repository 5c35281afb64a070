// The rules that chains break, each one alone; and some that look broken and are not.
#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "conformance/differential/plan.h"

namespace signet::differential {
namespace {

namespace oid = asn1::oid;
using std::chrono::days;
using testing::CertificateDamage;
using testing::KeyKind;
using testing::kTestTime;
using testing::Scheme;

constexpr Oid kPolicyA{"2.16.840.1.101.3.2.1.48.1"};
constexpr Oid kPolicyB{"2.16.840.1.101.3.2.1.48.2"};
constexpr Oid kUnknownExtension{"1.3.6.1.4.1.99999.1"};

// An intermediate authority, any of them.
Link& Middle(Plan& plan, Random& random) {
  return plan.links[1 + random.Below(plan.links.size() - 2)];
}

// Any authority, the root included.
Link& AnyAuthority(Plan& plan, Random& random) {
  return plan.links[random.Below(plan.links.size() - 1)];
}

// Another key, and the identifier that goes with it.
void UseKey(Link& link, KeyKind kind, int number) {
  const testing::KeyPair& key = testing::Key(kind, number);
  link.builder.Key(key).SubjectKeyIdentifier(testing::Sha1(key.subject_public_key_info));
}

template <CertificateDamage damage>
void DamageTarget(Plan& plan, Random& /*random*/) {
  plan.target().builder.Damage(damage);
}

template <CertificateDamage damage>
void DamageMiddle(Plan& plan, Random& random) {
  Middle(plan, random).builder.Damage(damage);
}

template <unsigned bits>
void TargetUsage(Plan& plan, Random& /*random*/) {
  plan.target().builder.KeyUsage(bits);
}

Bytes Octets(std::uint8_t value) {
  return asn1::EncodeValue(asn1::kOctetString, {&value, 1});
}

Bytes SmallInteger(std::int64_t value) {
  asn1::DerWriter writer;
  writer.Integer(value);
  return std::move(writer).Take();
}

// requireExplicitPolicy [0]: 0.
Bytes RequireExplicitPolicy() {
  asn1::DerWriter writer;
  writer.Sequence([](asn1::DerWriter& fields) {
    const std::uint8_t zero = 0;
    fields.Value(asn1::ContextTag(0), {&zero, 1});
  });
  return std::move(writer).Take();
}

Bytes Mapping(const Oid& from, const Oid& to) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& list) {
    list.Sequence([&](asn1::DerWriter& pair) {
      pair.Oid(from);
      pair.Oid(to);
    });
  });
  return std::move(writer).Take();
}

// Policies for the whole chain, except that the target has its own.
void Policies(Plan& plan, const Oid& authorities, const Oid& target) {
  for (Link& link : plan.links) {
    link.builder.CertificatePolicies({authorities});
  }
  plan.target().builder.CertificatePolicies({target});
}

void Explicit(Link& link) {
  link.builder.Extension(oid::kPolicyConstraints, true, RequireExplicitPolicy());
}

// Name constraints of an authority for a target whose name has no e-mail address but the
// alternative one.
void Permit(Plan& plan, Random& random, const std::vector<Bytes>& names) {
  Middle(plan, random).builder.NameConstraints(names, {});
}

void Exclude(Plan& plan, Random& random, const std::vector<Bytes>& names) {
  Middle(plan, random).builder.NameConstraints({}, names);
}

constexpr std::array kRules{
    Rule{"nothing is wrong"},
    // Time.
    Rule{"the certificate has expired", 0,
         [](Plan& plan, Random&) {
           plan.target().builder.NotAfter(kTestTime - std::chrono::seconds{1});
         }},
    Rule{"the certificate ends this second", 0,
         [](Plan& plan, Random&) { plan.target().builder.NotAfter(kTestTime); }},
    Rule{"the certificate begins this second", 0,
         [](Plan& plan, Random&) { plan.target().builder.NotBefore(kTestTime); }},
    Rule{"the certificate is not valid yet", 0,
         [](Plan& plan, Random&) {
           plan.target().builder.NotBefore(kTestTime + std::chrono::seconds{1});
         }},
    Rule{"an intermediate authority has expired", 1,
         [](Plan& plan, Random& random) {
           Middle(plan, random).builder.NotAfter(kTestTime - days{1});
         }},
    Rule{
        "an intermediate authority is not valid yet", 1,
        [](Plan& plan, Random& random) {
          Middle(plan, random).builder.NotBefore(kTestTime + days{1}).NotAfter(kTestTime + days{9});
        }},
    Rule{"the trusted authority has expired", 0,
         [](Plan& plan, Random&) { plan.root().builder.NotAfter(kTestTime - days{1}); }},
    // Signatures.
    Rule{"one bit of the certificate's signature", 0,
         DamageTarget<CertificateDamage::kSignatureBit>},
    Rule{"one bit of an authority's signature", 1, DamageMiddle<CertificateDamage::kSignatureBit>},
    Rule{"the certificate's signature is empty", 0,
         DamageTarget<CertificateDamage::kSignatureEmpty>},
    Rule{"the certificate was changed after signing", 0,
         DamageTarget<CertificateDamage::kChangedAfterSigning>},
    Rule{"the two algorithm fields differ", 0, DamageTarget<CertificateDamage::kAlgorithmsDiffer>},
    Rule{"signed with another key", 0,
         [](Plan& plan, Random&) {
           plan.target().signing_key = &testing::Key(KeyKind::kP256, 500);
         }},
    Rule{"the certificate is signed with SHA-1", 0,
         [](Plan& plan, Random&) {
           UseKey(plan.issuer(), KeyKind::kP256, 501);
           plan.target().scheme = Scheme::kEcdsaSha1;
         }},
    Rule{"the certificate is signed with SHA-512", 0,
         [](Plan& plan, Random&) {
           UseKey(plan.issuer(), KeyKind::kP256, 502);
           plan.target().scheme = Scheme::kEcdsaSha512;
         }},
    Rule{"the certificate is signed with RSA-PSS", 0,
         [](Plan& plan, Random&) {
           UseKey(plan.issuer(), KeyKind::kRsa2048, 1);
           plan.target().scheme = Scheme::kPssSha256;
         }},
    Rule{"the trusted authority signed itself with SHA-1", 0,
         [](Plan& plan, Random&) {
           UseKey(plan.root(), KeyKind::kP256, 503);
           plan.root().scheme = Scheme::kEcdsaSha1;
         }},
    Rule{"the certificate has an RSA key of 1024 bits", 0,
         [](Plan& plan, Random&) { UseKey(plan.target(), KeyKind::kRsa1024, 1); }},
    Rule{"an authority has an RSA key of 1024 bits", 1,
         [](Plan& plan, Random& random) { UseKey(Middle(plan, random), KeyKind::kRsa1024, 2); }},
    // The form of a certificate.
    Rule{"the serial number is negative", 0, DamageTarget<CertificateDamage::kNegativeSerial>},
    Rule{"the serial number is zero", 0, DamageTarget<CertificateDamage::kZeroSerial>},
    Rule{"the period of validity is empty", 0, DamageTarget<CertificateDamage::kEmptyValidity>},
    Rule{"an extension stands there twice", 0, DamageTarget<CertificateDamage::kRepeatedExtension>},
    Rule{"version 1 with extensions", 0, DamageTarget<CertificateDamage::kExtensionsInVersion1>},
    Rule{"a list of no extensions", 0, DamageTarget<CertificateDamage::kEmptyExtensions>},
    Rule{"an extension is cut short", 0, DamageTarget<CertificateDamage::kMalformedExtension>},
    Rule{"an authority's extension is cut short", 1,
         DamageMiddle<CertificateDamage::kMalformedExtension>},
    Rule{"octets follow the certificate", 0, DamageTarget<CertificateDamage::kTrailingOctets>},
    Rule{"the certificate is cut short", 0, DamageTarget<CertificateDamage::kTruncated>},
    Rule{"the length is not minimal (BER)", 0, DamageTarget<CertificateDamage::kNonMinimalLength>},
    Rule{"the certificate's key is damaged", 0, DamageTarget<CertificateDamage::kMalformedKey>},
    Rule{"an unknown critical extension", 0,
         [](Plan& plan, Random&) {
           plan.target().builder.Extension(kUnknownExtension, true, Octets(1));
         }},
    Rule{"an authority's unknown critical extension", 1,
         [](Plan& plan, Random& random) {
           Middle(plan, random).builder.Extension(kUnknownExtension, true, Octets(1));
         }},
    Rule{"an unknown extension that is not critical", 0,
         [](Plan& plan, Random& random) {
           AnyAuthority(plan, random).builder.Extension(kUnknownExtension, false, Octets(1));
           plan.target().builder.Extension(kUnknownExtension, false, Octets(1));
         }},
    // Authorities.
    Rule{"an intermediate without basic constraints", 1,
         [](Plan& plan, Random& random) {
           Middle(plan, random).builder.Without(oid::kBasicConstraints);
         }},
    Rule{"an intermediate that is no authority", 1,
         [](Plan& plan, Random& random) { Middle(plan, random).builder.BasicConstraints(false); }},
    Rule{"an intermediate that may not sign certificates", 1,
         [](Plan& plan, Random& random) {
           Middle(plan, random).builder.KeyUsage(testing::kCrlSign | testing::kDigitalSignature);
         }},
    Rule{"an intermediate without key usage", 1,
         [](Plan& plan, Random& random) { Middle(plan, random).builder.Without(oid::kKeyUsage); }},
    Rule{"an intermediate of version 1", 1,
         [](Plan& plan, Random& random) {
           Link& link = Middle(plan, random);
           for (const Oid& extension :
                {oid::kBasicConstraints, oid::kKeyUsage, oid::kSubjectKeyIdentifier,
                 oid::kAuthorityKeyIdentifier, oid::kCertificatePolicies}) {
             link.builder.Without(extension);
           }
           link.has_own_key_identifier = true;
           link.builder.Version(1);
         }},
    Rule{"the trusted authority is of version 1", 0,
         [](Plan& plan, Random&) {
           for (const Oid& extension : {oid::kBasicConstraints, oid::kKeyUsage,
                                        oid::kSubjectKeyIdentifier, oid::kCertificatePolicies}) {
             plan.root().builder.Without(extension);
           }
           plan.root().builder.Version(1);
         }},
    Rule{"more intermediates than the path length allows", 2,
         [](Plan& plan, Random&) { plan.links[1].builder.BasicConstraints(true, 0); }},
    Rule{"as many intermediates as the path length allows", 2,
         [](Plan& plan, Random&) {
           plan.links[1].builder.BasicConstraints(true,
                                                  static_cast<unsigned>(plan.links.size()) - 3);
         }},
    Rule{"the trusted authority's path length is exceeded", 1,
         [](Plan& plan, Random&) { plan.root().builder.BasicConstraints(true, 0); }},
    Rule{"a self-issued certificate does not count for the path length", 2,
         [](Plan& plan, Random&) {
           // The last intermediate has the name of the one above it: a new key of the same one.
           Link& link = plan.issuer();
           Link& above = plan.links[plan.links.size() - 3];
           link.builder.Subject(above.builder.subject());
           UseKey(link, KeyKind::kP256, 504);
           above.builder.BasicConstraints(true, 0);
         }},
    Rule{"the certificate is an authority", 0,
         [](Plan& plan, Random&) { plan.target().builder.BasicConstraints(true); }},
    // Who issued it.
    Rule{"an intermediate is not there", 1,
         [](Plan& plan, Random& random) { Middle(plan, random).left_out = true; }},
    Rule{"the chain ends at an authority that is not trusted", 0,
         [](Plan& plan, Random&) { plan.other_anchor = true; }},
    Rule{"the issuer's name is another one", 0,
         [](Plan& plan, Random&) {
           plan.target().builder.Issuer(testing::CommonName("Somebody else"));
           plan.target().has_own_issuer = true;
         }},
    Rule{"the issuer's name is in capitals", 0,
         [](Plan& plan, Random& random) {
           const std::string number = std::to_string(random.Below(1000000000));
           plan.issuer().builder.Subject(testing::CommonName("Clinic CA " + number));
           plan.target().builder.Issuer(testing::CommonName("CLINIC  ca " + number));
           plan.target().has_own_issuer = true;
         }},
    Rule{"the issuer's name is of another string type", 0,
         [](Plan& plan, Random& random) {
           const std::string number = std::to_string(random.Below(1000000000));
           plan.issuer().builder.Subject(
               testing::Name({{oid::kCommonName, "Clinic CA " + number, 0x13}}));
           plan.target().builder.Issuer(testing::CommonName("Clinic CA " + number));
           plan.target().has_own_issuer = true;
         }},
    Rule{"the authority key identifier is another one", 0,
         [](Plan& plan, Random&) {
           plan.target().builder.AuthorityKeyIdentifier(Bytes(20, 0x42));
           plan.target().has_own_key_identifier = true;
         }},
    Rule{"no key identifiers", 0,
         [](Plan& plan, Random&) {
           for (Link& link : plan.links) {
             link.builder.Without(oid::kSubjectKeyIdentifier);
             link.has_own_key_identifier = true;
           }
         }},
    Rule{"two authorities of one name, one with another key", 1,
         [](Plan& plan, Random&) {
           testing::CertificateBuilder twin = plan.issuer().builder;
           twin.Key(testing::Key(KeyKind::kP256, 505))
               .Without(oid::kSubjectKeyIdentifier)
               .Issuer(plan.root().builder.subject())
               .Serial(77);
           plan.more.push_back(twin.Build(*plan.root().builder.key()));
         }},
    Rule{"an authority's expired certificate lies beside its new one", 1,
         [](Plan& plan, Random&) {
           testing::CertificateBuilder old = plan.issuer().builder;
           const Link& above = plan.links[plan.links.size() - 3];
           old.NotBefore(kTestTime - days{2000})
               .NotAfter(kTestTime - days{1000})
               .Issuer(above.builder.subject())
               .Serial(78);
           plan.more.push_back(old.Build(*above.builder.key()));
         }},
    // What it is for.
    Rule{"the certificate is for web servers", 0,
         [](Plan& plan, Random&) { plan.target().builder.ExtendedKeyUsage({oid::kServerAuth}); }},
    Rule{"the certificate is for anything", 0,
         [](Plan& plan, Random&) {
           plan.target().builder.ExtendedKeyUsage({oid::kAnyExtendedKeyUsage});
         }},
    Rule{"the certificate does not say what it is for", 0,
         [](Plan& plan, Random&) { plan.target().builder.Without(oid::kExtendedKeyUsage); }},
    Rule{"for mail and for web servers, and critical", 0,
         [](Plan& plan, Random&) {
           plan.target().builder.ExtendedKeyUsage({oid::kServerAuth, oid::kEmailProtection}, true);
         }},
    Rule{"an intermediate is for web servers", 1,
         [](Plan& plan, Random& random) {
           Middle(plan, random).builder.ExtendedKeyUsage({oid::kServerAuth});
         }},
    Rule{"an intermediate is for mail", 1,
         [](Plan& plan, Random& random) {
           Middle(plan, random).builder.ExtendedKeyUsage({oid::kEmailProtection});
         }},
    Rule{"the key may encipher keys only", 0, TargetUsage<testing::kKeyEncipherment>},
    Rule{"the key may sign what cannot be denied only", 0, TargetUsage<testing::kNonRepudiation>},
    Rule{"the key may sign certificates only", 0, TargetUsage<testing::kKeyCertSign>},
    Rule{"the key's usage is not said", 0,
         [](Plan& plan, Random&) { plan.target().builder.Without(oid::kKeyUsage); }},
    Rule{"the key's usage is not critical", 0,
         [](Plan& plan, Random&) {
           plan.target().builder.KeyUsage(testing::kDigitalSignature, false);
         }},
    Rule{"the owner has no name but a critical alternative one", 0,
         [](Plan& plan, Random&) {
           plan.target()
               .builder.Subject(testing::Name({}))
               .SubjectAltName({testing::Rfc822Name("person@example.com")}, true);
         }},
    Rule{"the address stands in the name only", 0,
         [](Plan& plan, Random&) {
           plan.target()
               .builder.Subject(testing::Name({{oid::kEmailAddress, "person@example.com", 0x16}}))
               .Without(oid::kSubjectAltName);
         }},
    // Name constraints.
    Rule{"the address is in a permitted domain", 1,
         [](Plan& plan, Random& random) {
           Permit(plan, random, {testing::Rfc822Name("example.com")});
         }},
    Rule{"the address is in no permitted domain", 1,
         [](Plan& plan, Random& random) {
           Permit(plan, random, {testing::Rfc822Name("example.org")});
         }},
    Rule{"only addresses of subdomains are permitted", 1,
         [](Plan& plan, Random& random) {
           Permit(plan, random, {testing::Rfc822Name(".example.com")});
         }},
    Rule{"another address of the domain is permitted", 1,
         [](Plan& plan, Random& random) {
           Permit(plan, random, {testing::Rfc822Name("other@example.com")});
         }},
    Rule{"the address's domain is excluded", 1,
         [](Plan& plan, Random& random) {
           Exclude(plan, random, {testing::Rfc822Name("example.com")});
         }},
    Rule{"another domain is excluded", 1,
         [](Plan& plan, Random& random) {
           Exclude(plan, random, {testing::Rfc822Name("example.org")});
         }},
    Rule{"host names are constrained, and there are none", 1,
         [](Plan& plan, Random& random) {
           Permit(plan, random, {testing::DnsName("example.org")});
         }},
    Rule{"the owner's name is in no permitted directory", 1,
         [](Plan& plan, Random&) {
           plan.issuer().builder.NameConstraints(
               {testing::DirectoryName(testing::CommonName("Nobody"))}, {});
         }},
    Rule{"the address in the name only is in no permitted domain", 1,
         [](Plan& plan, Random& random) {
           plan.target()
               .builder.Subject(testing::Name({{oid::kEmailAddress, "person@example.com", 0x16}}))
               .Without(oid::kSubjectAltName);
           Permit(plan, random, {testing::Rfc822Name("example.org")});
         }},
    // Policies.
    Rule{"a policy is required and held", 1,
         [](Plan& plan, Random&) {
           Policies(plan, kPolicyA, kPolicyA);
           Explicit(plan.links[1]);
         }},
    Rule{"a policy is required and not held by the certificate", 1,
         [](Plan& plan, Random&) {
           Policies(plan, kPolicyA, kPolicyB);
           Explicit(plan.links[1]);
         }},
    Rule{"a policy is required and there is none", 1,
         [](Plan& plan, Random&) {
           for (Link& link : plan.links) {
             link.builder.Without(oid::kCertificatePolicies);
           }
           Explicit(plan.links[1]);
         }},
    Rule{"a policy is required and mapped", 1,
         [](Plan& plan, Random&) {
           Policies(plan, kPolicyA, kPolicyB);
           Explicit(plan.links[1]);
           plan.issuer().builder.Extension(oid::kPolicyMappings, true, Mapping(kPolicyA, kPolicyB));
         }},
    Rule{"any policy is mapped", 1,
         [](Plan& plan, Random&) {
           Policies(plan, kPolicyA, kPolicyA);
           Explicit(plan.links[1]);
           plan.issuer().builder.Extension(oid::kPolicyMappings, true,
                                           Mapping(oid::kAnyPolicy, kPolicyA));
         }},
    Rule{"any policy counts for none", 1,
         [](Plan& plan, Random&) {
           Policies(plan, kPolicyA, oid::kAnyPolicy);
           Explicit(plan.links[1]);
           plan.links[1].builder.Extension(oid::kInhibitAnyPolicy, true, SmallInteger(0));
         }},
};

}  // namespace

std::span<const Rule> AllRules() {
  return kRules;
}

}  // namespace signet::differential

// Each form of name against each form of constraint (RFC 5280, 4.2.1.10; RFC 9598, section 6).
#include "pkix/name_constraints.h"

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "unit/pkix/support.h"

namespace signet {
namespace {

namespace oid = asn1::oid;
using pkix::NameMatch;
using testing::CertificateAuthority;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::KeyKind;
using testing::Parse;
using testing::PersonCertificate;

Bytes Ip(const Bytes& octets) {
  return asn1::EncodeValue(asn1::ContextTag(7), octets);
}

// Reads a GeneralName whose octets live as long as the test.
struct OwnGeneralName {
  explicit OwnGeneralName(Bytes octets) : der(std::move(octets)) {
    asn1::DerReader reader(der);
    name = pkix::ReadGeneralName(reader).value();
  }
  Bytes der;
  pkix::GeneralName name;
};

struct Case {
  std::string title;
  Bytes name;
  Bytes base;
  NameMatch match;
  // Where an excluded subtree decides otherwise than a permitted one.
  std::optional<NameMatch> defensive = std::nullopt;
};

class Constraint : public ::testing::TestWithParam<Case> {};

TEST_P(Constraint, HoldsOrNot) {
  const OwnGeneralName name(GetParam().name);
  const OwnGeneralName base(GetParam().base);
  EXPECT_EQ(pkix::MatchName(name.name, base.name, false), GetParam().match);
  EXPECT_EQ(pkix::MatchName(name.name, base.name, true),
            GetParam().defensive.value_or(GetParam().match));
}

const auto kMail = [](std::string_view text) { return testing::Rfc822Name(text); };
const auto kDns = [](std::string_view text) { return testing::DnsName(text); };
const auto kUri = [](std::string_view text) { return testing::UriName(text); };
const auto kUtf8Mail = [](std::string_view text) { return testing::SmtpUtf8Mailbox(text); };

INSTANTIATE_TEST_SUITE_P(
    Mail, Constraint,
    ::testing::Values(
        Case{"Mailbox", kMail("a@example.com"), kMail("A@EXAMPLE.com"), NameMatch::kInside},
        Case{"OtherMailbox", kMail("b@example.com"), kMail("a@example.com"), NameMatch::kOutside},
        Case{"Host", kMail("a@example.com"), kMail("example.com"), NameMatch::kInside},
        Case{"HostIsNotDomain", kMail("a@x.example.com"), kMail("example.com"),
             NameMatch::kOutside},
        Case{"Domain", kMail("a@x.example.com"), kMail(".example.com"), NameMatch::kInside},
        Case{"DomainIsNotHost", kMail("a@example.com"), kMail(".example.com"), NameMatch::kOutside},
        Case{"DomainEndsAtALabel", kMail("a@badexample.com"), kMail(".example.com"),
             NameMatch::kOutside},
        Case{"Everything", kMail("a@example.com"), kMail(""), NameMatch::kInside},
        Case{"AsterisksAreCharacters", kMail("*@example.com"), kMail("**@example.com"),
             NameMatch::kOutside},
        Case{"Malformed", kMail("a@example.com"), kMail("a@b@example.com"),
             NameMatch::kUnsupported},
        Case{"MalformedHost", kMail("a@example.com"), kMail("exa mple.com"),
             NameMatch::kUnsupported},
        Case{"NoAddress", kMail("example.com"), kMail("example.com"), NameMatch::kOutside},
        Case{"OtherForm", kMail("a@example.com"), kDns("example.com"), NameMatch::kOtherForm},
        Case{"Utf8Host", kUtf8Mail("д@example.com"), kMail("example.com"), NameMatch::kInside},
        Case{"Utf8OtherHost", kUtf8Mail("д@example.org"), kMail("example.com"),
             NameMatch::kOutside},
        Case{"Utf8DomainInALabels", kUtf8Mail("д@x.bücher.example"),
             kMail(".xn--bcher-kva.example"), NameMatch::kInside},
        Case{"Utf8Mailbox", kUtf8Mail("д@example.com"), kMail("a@example.com"),
             NameMatch::kOutside},
        Case{"Utf8Constraint", kUtf8Mail("д@example.com"), kUtf8Mail("д@example.com"),
             NameMatch::kUnsupported}),
    [](const auto& instance) { return instance.param.title; });

INSTANTIATE_TEST_SUITE_P(
    Hosts, Constraint,
    ::testing::Values(
        Case{"Dns", kDns("example.com"), kDns("Example.com"), NameMatch::kInside},
        Case{"DnsBelow", kDns("a.b.example.com"), kDns("example.com"), NameMatch::kInside},
        Case{"DnsEndsAtALabel", kDns("badexample.com"), kDns("example.com"), NameMatch::kOutside},
        Case{"DnsLeadingPeriod", kDns("a.example.com"), kDns(".example.com"),
             NameMatch::kUnsupported},
        Case{"DnsEverything", kDns("a.example.com"), kDns(""), NameMatch::kInside},
        Case{"DnsMalformedName", kDns(".example.com"), kDns("example.com"), NameMatch::kOutside,
             NameMatch::kInside},
        Case{"DnsWildcard", kDns("*.example.com"), kDns("example.com"), NameMatch::kInside},
        Case{"DnsWildcardAbove", kDns("*.example.com"), kDns("foo.example.com"),
             NameMatch::kOutside, NameMatch::kInside},
        Case{"UriHost", kUri("https://u@example.com:8443/x?y"), kUri("example.com"),
             NameMatch::kInside},
        Case{"UriHostOnly", kUri("https://a.example.com/"), kUri("example.com"),
             NameMatch::kOutside},
        Case{"UriDomain", kUri("https://a.example.com/"), kUri(".example.com"), NameMatch::kInside},
        Case{"UriTrick", kUri("https://example.com@evil.example/"), kUri("example.com"),
             NameMatch::kOutside},
        Case{"UriWithoutHost", kUri("urn:x:y"), kUri("example.com"), NameMatch::kOutside,
             NameMatch::kInside},
        Case{"UriWithAddress", kUri("https://192.0.2.1/"), kUri("example.com"), NameMatch::kOutside,
             NameMatch::kInside},
        Case{"Ip4", Ip({192, 0, 2, 9}), Ip({192, 0, 2, 0, 255, 255, 255, 0}), NameMatch::kInside},
        Case{"Ip4Other", Ip({192, 0, 3, 9}), Ip({192, 0, 2, 0, 255, 255, 255, 0}),
             NameMatch::kOutside},
        Case{"Ip4NotContiguous", Ip({192, 0, 2, 9}), Ip({192, 0, 2, 0, 255, 0, 255, 0}),
             NameMatch::kUnsupported},
        Case{"IpWithoutMask", Ip({192, 0, 2, 9}), Ip({192, 0, 2, 0}), NameMatch::kUnsupported},
        Case{"IpOfOtherFamily", Ip(Bytes(16, 1)), Ip({192, 0, 2, 0, 255, 255, 255, 0}),
             NameMatch::kOutside},
        Case{"IpThatIsARange", Ip({192, 0, 2, 0, 255, 255, 255, 0}),
             Ip({192, 0, 2, 0, 255, 255, 255, 0}), NameMatch::kOutside, NameMatch::kInside}),
    [](const auto& instance) { return instance.param.title; });

INSTANTIATE_TEST_SUITE_P(
    OtherForms, Constraint,
    ::testing::Values(Case{"Directory", testing::DirectoryName(testing::CommonName("x")),
                           testing::DirectoryName(testing::CommonName("X")), NameMatch::kInside},
                      Case{"DirectoryOther", testing::DirectoryName(testing::CommonName("x")),
                           testing::DirectoryName(testing::CommonName("y")), NameMatch::kOutside},
                      Case{"RegisteredId", Bytes{0x88, 0x01, 0x2a}, Bytes{0x88, 0x01, 0x2a},
                           NameMatch::kUnsupported}),
    [](const auto& instance) { return instance.param.title; });

// What a set says of a person's certificate.
std::vector<ReasonCode> Check(const testing::CertificateBuilder& authority,
                              const testing::CertificateBuilder& person) {
  const CertificateAuthority root(authority);
  const auto root_certificate = Parse(root.certificate());
  const auto certificate = Parse(root.Issue(person));
  pkix::NameConstraintSet set;
  set.Add(*root_certificate);
  return testing::CodesOf(set.Check(*certificate));
}

testing::CertificateBuilder Authority() {
  return CertificateAuthority::Prepared("Root", KeyKind::kP256, 1);
}

TEST(NameConstraintSet, EmailAddressInTheSubjectIsBoundToo) {
  auto person = PersonCertificate("alice@example.com");
  person.Subject(testing::Name(
      {{.type = oid::kEmailAddress, .value = "alice@evil.example", .tag = asn1::kIa5String}}));
  EXPECT_THAT(Check(Authority().NameConstraints({kMail("example.com")}, {}), person),
              ElementsAre(ReasonCode::kNameNotPermitted));
}

TEST(NameConstraintSet, TheSubjectIsADirectoryName) {
  EXPECT_THAT(
      Check(Authority().NameConstraints({testing::DirectoryName(testing::CommonName("bob"))}, {}),
            PersonCertificate("alice@example.com")),
      ElementsAre(ReasonCode::kNameNotPermitted));
}

TEST(NameConstraintSet, FormsThatDoNotOccurBindNobody) {
  EXPECT_THAT(Check(Authority().NameConstraints({kDns("example.org")}, {kUri("example.org")}),
                    PersonCertificate("alice@example.com")),
              IsEmpty());
}

TEST(NameConstraintSet, ExcludedWinsOverPermitted) {
  EXPECT_THAT(
      Check(Authority().NameConstraints({kMail("example.com")}, {kMail("alice@example.com")}),
            PersonCertificate("alice@example.com")),
      ElementsAre(ReasonCode::kNameNotPermitted));
}

TEST(NameConstraintSet, OneOfSeveralPermittedIsEnough) {
  EXPECT_THAT(Check(Authority().NameConstraints({kMail("a.example"), kMail("example.com")}, {}),
                    PersonCertificate("alice@example.com")),
              IsEmpty());
}

TEST(NameConstraintSet, WorkIsBounded) {
  std::vector<Bytes> names;
  std::vector<Bytes> bases;
  for (int i = 0; i < 700; ++i) {
    names.push_back(kMail("a" + std::to_string(i) + "@example.com"));
    bases.push_back(kMail("h" + std::to_string(i) + ".example"));
  }
  auto person = PersonCertificate("alice@example.com");
  person.SubjectAltName(names);
  const auto reasons = Check(Authority().NameConstraints({}, bases), person);
  EXPECT_THAT(reasons, ElementsAre(ReasonCode::kPathBudgetExhausted));
}

}  // namespace
}  // namespace signet

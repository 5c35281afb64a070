// When two addresses are the same.
#include "pkix/address.h"

#include "asn1/oids.h"
#include "pkix/idna.h"
#include "unit/pkix/support.h"

namespace signet {
namespace {

using testing::CertificateAuthority;
using testing::CertificateBuilder;
using testing::KeyKind;
using testing::Parse;
using testing::PersonCertificate;

struct Pair {
  std::string_view name;
  std::string_view a;
  std::string_view b;
  bool same;
};

class Addresses : public ::testing::TestWithParam<Pair> {};

TEST_P(Addresses, AreTheSameOrNot) {
  EXPECT_EQ(pkix::SameAddress(GetParam().a, GetParam().b), GetParam().same);
  EXPECT_EQ(pkix::SameAddress(GetParam().b, GetParam().a), GetParam().same);
}

using std::string_view_literals::operator""sv;

INSTANTIATE_TEST_SUITE_P(
    All, Addresses,
    ::testing::Values(
        Pair{"Equal", "alice@example.com", "alice@example.com", true},
        Pair{"CaseOfDomain", "alice@Example.COM", "alice@example.com", true},
        Pair{"CaseOfLocalPart", "Alice@example.com", "alice@example.com", true},
        Pair{"OtherLocalPart", "alice@example.com", "alicia@example.com", false},
        Pair{"OtherDomain", "alice@example.com", "alice@example.org", false},
        Pair{"Subdomain", "alice@mail.example.com", "alice@example.com", false},
        Pair{"TrailingDot", "alice@example.com.", "alice@example.com", true},
        Pair{"TwoTrailingDots", "alice@example.com..", "alice@example.com", false},
        Pair{"PlusIsPartOfIt", "alice+x@example.com", "alice@example.com", false},
        Pair{"DotsAreParts", "a.lice@example.com", "alice@example.com", false},
        Pair{"NoAt", "alice", "alice", false},
        Pair{"NoLocalPart", "@example.com", "@example.com", false},
        Pair{"NoDomain", "alice@", "alice@", false}, Pair{"Empty", "", "", false},
        Pair{"TwoAts", "a@b@example.com", "a@b@example.com", false},
        Pair{"QuotedAt", R"("a@b"@example.com)", R"("a@b"@example.com)", true},
        Pair{"Nul", "alice@example.com\0.evil.org"sv, "alice@example.com"sv, false},
        Pair{"NulItself", "alice\0@example.com"sv, "alice\0@example.com"sv, false},
        Pair{"SpaceBefore", " alice@example.com", "alice@example.com", false},
        Pair{"SpaceAfter", "alice@example.com ", "alice@example.com", false},
        Pair{"LineEnd", "alice@example.com\r\n", "alice@example.com", false},
        Pair{"TabInside", "ali\tce@example.com", "ali\tce@example.com", false},
        Pair{"EmptyLabel", "alice@example..com", "alice@example..com", false},
        Pair{"BrokenUtf8", "\xff@example.com", "\xff@example.com", false},
        Pair{"ULabelAndALabel", "alice@bücher.example", "alice@xn--bcher-kva.example", true},
        Pair{"ULabelsInOtherCase", "alice@BÜCHER.example", "alice@bücher.example", true},
        Pair{"ComposedAndDecomposed", "alice@bu\u0308cher.example", "alice@bücher.example", true},
        Pair{"SharpSIsNoDoubleS", "alice@straße.example", "alice@strasse.example", false},
        Pair{"CyrillicA", "\u0430lice@example.com", "alice@example.com", false},
        Pair{"CyrillicDomain", "alice@ex\u0430mple.com", "alice@example.com", false},
        Pair{"ALabelInCapitals", "alice@XN--BCHER-KVA.example", "alice@bücher.example", true},
        Pair{"InternationalLocalPart", "дмитрий@пример.example", "дмитрий@пример.example", true},
        Pair{"CaseOfInternationalLocalPart", "ДМИТРИЙ@пример.example", "дмитрий@пример.example",
             false},
        Pair{"FullwidthAt", "alice\uff20example.com", "alice@example.com", false},
        Pair{"IdeographicStop", "alice@example\u3002com", "alice@example.com", false}),
    [](const auto& instance) { return std::string{instance.param.name}; });

// RFC 3492, 7.1, and RFC 5890.
TEST(Idna, EncodesAsPunycodeSays) {
  EXPECT_EQ(pkix::ToALabel("bücher"), "xn--bcher-kva");
  EXPECT_EQ(pkix::ToALabel("münchen"), "xn--mnchen-3ya");
  EXPECT_EQ(pkix::ToALabel("παράδειγμα"), "xn--hxajbheg2az3al");
  EXPECT_EQ(pkix::ToALabel("испытание"), "xn--80akhbyknj4f");
  EXPECT_EQ(pkix::ToALabel("例え"), "xn--r8jz45g");
  EXPECT_EQ(pkix::ToALabel("他们为什么不说中文"), "xn--ihqwcrb4cv8a8dqg056pqjye");
  EXPECT_EQ(pkix::ToALabel("\u212a"), "k");  // the Kelvin sign in lower case
}

TEST(Idna, LabelsAndDomainsHaveLimits) {
  EXPECT_TRUE(pkix::ToALabel(std::string(63, 'a')));
  EXPECT_FALSE(pkix::ToALabel(std::string(64, 'a')));
  EXPECT_FALSE(pkix::ToALabel(""));
  std::string long_label;
  for (int i = 0; i < 63; ++i) {
    long_label += "ü";
  }
  EXPECT_FALSE(pkix::ToALabel(long_label + "üü"));
  const std::string label(49, 'a');
  const std::string domain = label + "." + label + "." + label + "." + label + "." + label;
  EXPECT_TRUE(pkix::ToALabels(domain));
  EXPECT_FALSE(pkix::ToALabels(domain + ".aaaaaa"));
  EXPECT_FALSE(pkix::ToALabels(std::string(1000000, '.')));
}

TEST(HasAddress, LooksAtAllPlaces) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  CertificateBuilder builder = PersonCertificate("alice@example.com");
  builder
      .Subject(testing::Name({{.type = asn1::oid::kCommonName, .value = "Alice"},
                              {.type = asn1::oid::kEmailAddress,
                               .value = "old@example.com",
                               .tag = asn1::kIa5String}}))
      .SubjectAltName({testing::Rfc822Name("alice@example.com"),
                       testing::Rfc822Name("ALICE@example.com"),
                       testing::SmtpUtf8Mailbox("дмитрий@пример.example"),
                       testing::DnsName("alice@dns.example")});
  const auto certificate = Parse(root.Issue(builder));
  EXPECT_THAT(certificate->addresses(),
              ::testing::ElementsAre("alice@example.com", "ALICE@example.com",
                                     "дмитрий@пример.example", "old@example.com"));
  EXPECT_TRUE(pkix::HasAddress(*certificate, "alice@example.com"));
  EXPECT_TRUE(pkix::HasAddress(*certificate, "old@EXAMPLE.com"));
  EXPECT_TRUE(pkix::HasAddress(*certificate, "дмитрий@xn--e1afmkfd.example"));
  EXPECT_FALSE(pkix::HasAddress(*certificate, "alice@dns.example"));
  EXPECT_FALSE(pkix::HasAddress(*certificate, "Alice"));
  EXPECT_FALSE(pkix::HasAddress(*certificate, ""));
}

TEST(HasAddress, NulTricksMatchNothing) {
  const CertificateAuthority root("Root", KeyKind::kP256, 1);
  CertificateBuilder builder = PersonCertificate("x@example.com");
  builder.SubjectAltName({testing::Rfc822Name("alice@example.com\0@evil.example"sv)});
  const auto certificate = Parse(root.Issue(builder));
  EXPECT_TRUE(certificate->addresses().empty());
  EXPECT_FALSE(pkix::HasAddress(*certificate, "alice@example.com"));
}

}  // namespace
}  // namespace signet

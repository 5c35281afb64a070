// Names: comparison by RFC 5280, section 7.1, and text that does not mislead.
#include "pkix/name.h"

#include "asn1/oids.h"
#include "pkix/text.h"
#include "unit/pkix/support.h"

namespace signet {
namespace {

namespace oid = asn1::oid;
using testing::NameAttribute;

// The name with the octets that it views.
struct OwnName {
  explicit OwnName(const std::vector<NameAttribute>& attributes) : der(testing::Name(attributes)) {
    asn1::DerReader reader(der);
    name = pkix::Name::Parse(reader.ReadElement(asn1::kSequence).value()).value();
  }
  Bytes der;
  pkix::Name name;
};

OwnName Common(std::string_view text, asn1::Tag tag = asn1::kUtf8String) {
  return OwnName({{.type = oid::kCommonName, .value = std::string{text}, .tag = tag}});
}

struct Pair {
  std::string_view name;
  std::string_view a;
  asn1::Tag a_tag;
  std::string_view b;
  asn1::Tag b_tag;
  bool same;
};

class Names : public ::testing::TestWithParam<Pair> {};

TEST_P(Names, AreTheSameOrNot) {
  const OwnName a = Common(GetParam().a, GetParam().a_tag);
  const OwnName b = Common(GetParam().b, GetParam().b_tag);
  EXPECT_EQ(a.name == b.name, GetParam().same);
}

using std::string_view_literals::operator""sv;

INSTANTIATE_TEST_SUITE_P(
    All, Names,
    ::testing::Values(
        Pair{"Equal", "Root CA", asn1::kUtf8String, "Root CA", asn1::kUtf8String, true},
        Pair{"Case", "Root CA", asn1::kUtf8String, "root ca", asn1::kUtf8String, true},
        Pair{"StringType", "Root CA", asn1::kPrintableString, "Root CA", asn1::kUtf8String, true},
        Pair{"Space", "  Root   CA ", asn1::kPrintableString, "Root CA", asn1::kUtf8String, true},
        Pair{"SpaceMatters", "RootCA", asn1::kUtf8String, "Root CA", asn1::kUtf8String, false},
        Pair{"Umlauts", "BÜCHER", asn1::kUtf8String, "bücher", asn1::kUtf8String, true},
        Pair{"Composition", "bu\u0308cher", asn1::kUtf8String, "bücher", asn1::kUtf8String, true},
        Pair{"Latin1", "b\xfc"sv, asn1::kTeletexString, "bü", asn1::kUtf8String, true},
        Pair{"Bmp", "\0b\0\xfc"sv, asn1::kBmpString, "bü", asn1::kUtf8String, true},
        Pair{"Nul", "Root\0CA"sv, asn1::kUtf8String, "Root", asn1::kUtf8String, false},
        Pair{"BrokenUtf8", "Root\xff"sv, asn1::kUtf8String, "Root", asn1::kUtf8String, false},
        Pair{"BrokenIsItself", "Root\xff"sv, asn1::kUtf8String, "Root\xff"sv, asn1::kUtf8String,
             true},
        Pair{"BrokenInOtherType", "Root\xff"sv, asn1::kUtf8String, "Root\xff"sv,
             asn1::kPrintableString, false}),
    [](const auto& instance) { return std::string{instance.param.name}; });

TEST(Name, OrderAndNumberOfPartsMatter) {
  const OwnName a(
      {{.type = oid::kCountry, .value = "DE"}, {.type = oid::kOrganization, .value = "X"}});
  const OwnName b(
      {{.type = oid::kOrganization, .value = "X"}, {.type = oid::kCountry, .value = "DE"}});
  const OwnName c({{.type = oid::kCountry, .value = "DE"}});
  EXPECT_FALSE(a.name == b.name);
  EXPECT_FALSE(a.name == c.name);
  EXPECT_TRUE(a.name.IsWithin(c.name));
  EXPECT_TRUE(a.name.IsWithin(a.name));
  EXPECT_FALSE(c.name.IsWithin(a.name));
  EXPECT_TRUE(a.name.IsWithin(pkix::Name{}));
}

TEST(Name, ASubtreeEndsAtAPartNotWithinOne) {
  const OwnName base({{.type = oid::kOrganization, .value = "Exam"}});
  const OwnName name({{.type = oid::kOrganization, .value = "Example"}});
  EXPECT_FALSE(name.name.IsWithin(base.name));
}

TEST(Name, TextIsMostSpecificFirstAndEscaped) {
  const OwnName name({{.type = oid::kCountry, .value = "DE"},
                      {.type = oid::kOrganization, .value = "A, B+C"},
                      {.type = oid::kCommonName, .value = " \"Alice\" "},
                      {.type = oid::kEmailAddress, .value = "a@example.com"}});
  EXPECT_EQ(name.name.ToText(), R"(emailAddress=a@example.com,CN=\ \"Alice\"\ ,O=A\, B\+C,C=DE)");
}

TEST(Name, WhatMisleadsIsShownAsOctets) {
  EXPECT_EQ(Common("moc.elpmaxe\u202e").name.ToText(), R"(CN=moc.elpmaxe\e2\80\ae)");
  EXPECT_EQ(Common("a\nb").name.ToText(), R"(CN=a\0ab)");
  EXPECT_EQ(Common("a\u200bb").name.ToText(), R"(CN=a\e2\80\8bb)");
  EXPECT_EQ(Common("\xff"sv).name.ToText(), "CN=#ff");
  EXPECT_EQ(pkix::EscapeForDisplay("a\0b\xff"sv), R"(a\00b\ff)");
  EXPECT_EQ(pkix::EscapeForDisplay("Ünïcödé ✓"), "Ünïcödé ✓");
}

TEST(Name, TheLastOfSeveralCommonNamesIsTheOne) {
  const OwnName name(
      {{.type = oid::kCommonName, .value = "First"}, {.type = oid::kCommonName, .value = "Last"}});
  EXPECT_EQ(name.name.Find(oid::kCommonName), "Last");
  EXPECT_EQ(name.name.Find(oid::kSurname), std::nullopt);
}

TEST(Name, MalformedOnesAreRefused) {
  for (const Bytes& der : {Bytes{0x30, 0x02, 0x31, 0x00}, Bytes{0x30, 0x04, 0x31, 0x02, 0x30, 0x00},
                           Bytes{0x30, 0x02, 0x30, 0x00}, Bytes{0x30, 0x03, 0x31, 0x01, 0x30}}) {
    asn1::DerReader reader(der);
    EXPECT_FALSE(pkix::Name::Parse(reader.ReadElement(asn1::kSequence).value()));
  }
}

}  // namespace
}  // namespace signet

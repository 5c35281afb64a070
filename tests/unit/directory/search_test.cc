// What a directory is asked: filters in which nothing that was typed has a meaning of its own.
#include "directory/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/limits.h"
#include "directory/filter.h"

namespace signet::directory {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<Search> Ask(const std::vector<std::string>& addresses, const Place& place = {},
                        std::size_t in_one = limits::kDirectoryAddresses) {
  return MakeSearches(place, addresses, in_one);
}

// The examples of RFC 4515, section 4.
TEST(FilterTest, ValuesAreEscapedAsTheStandardSays) {
  EXPECT_EQ(EscapeValue("Parens R Us (for all your parenthetical needs)"),
            "Parens R Us \\28for all your parenthetical needs\\29");
  EXPECT_EQ(EscapeValue("*"), "\\2a");
  EXPECT_EQ(EscapeValue("C:\\MyFile"), "C:\\5cMyFile");
  EXPECT_EQ(EscapeValue(std::string("\0\0\0\4", 4)), "\\00\\00\\00\\04");
  EXPECT_EQ(EscapeValue("\x7f\n"), "\\7f\\0a");
  EXPECT_EQ(EscapeValue("Lu\xc4\x8di\xc4\x87"), "Lu\xc4\x8di\xc4\x87");
  EXPECT_EQ(EscapeValue(""), "");
}

TEST(FilterTest, AttributesAreNamesAndNothingElse) {
  EXPECT_TRUE(IsAttribute("mail"));
  EXPECT_TRUE(IsAttribute("0.9.2342.19200300.100.1.3"));
  EXPECT_TRUE(IsAttribute("userCertificate;binary"));
  EXPECT_FALSE(IsAttribute(""));
  EXPECT_FALSE(IsAttribute("mail=x)(cn"));
  EXPECT_FALSE(IsAttribute("mail "));
  EXPECT_FALSE(IsAttribute("-mail"));
}

TEST(FilterTest, FiltersOfSettingsAreEnclosedOrLeftOut) {
  EXPECT_EQ(Enclosed("ou=staff"), "(ou=staff)");
  EXPECT_EQ(Enclosed("(&(a=b)(c=d))"), "(&(a=b)(c=d))");
  EXPECT_EQ(Enclosed(""), "");
  EXPECT_EQ(Enclosed("(objectclass=*)"), "");
  EXPECT_EQ(Enclosed("objectClass=*"), "");
  EXPECT_EQ(Enclosed("(a=b))(c=d"), "");
  EXPECT_EQ(Enclosed("((a=b)"), "");
}

TEST(SearchTest, SeveralAddressesShareASearch) {
  const auto searches =
      Ask({"ann@example.com", "bob@example.com", "Ann@Example.com", "not an address"},
          {.base = "dc=example,dc=com", .scope = Scope::kOne, .filter = "ou=staff"});
  ASSERT_THAT(searches, SizeIs(1));
  EXPECT_EQ(searches[0].base, "dc=example,dc=com");
  EXPECT_EQ(searches[0].scope, Scope::kOne);
  EXPECT_EQ(searches[0].filter,
            "(&(ou=staff)(|(mail=ann@example.com)(proxyAddresses=smtp:ann@example.com)"
            "(mail=bob@example.com)(proxyAddresses=smtp:bob@example.com)))");
  EXPECT_THAT(searches[0].attributes,
              ElementsAre("userCertificate;binary", "userCertificate",
                          "userSMIMECertificate;binary", "userSMIMECertificate"));
  EXPECT_THAT(searches[0].addresses, ElementsAre("ann@example.com", "bob@example.com"));
  EXPECT_EQ(searches[0].most_octets, limits::kDirectoryOctets);
}

TEST(SearchTest, ManyAddressesAreSpreadOverSearches) {
  constexpr std::size_t kMany = 45;
  std::vector<std::string> addresses;
  addresses.reserve(kMany);
  for (std::size_t i = 0; i < kMany; ++i) {
    addresses.push_back("p" + std::to_string(i) + "@example.com");
  }
  const auto searches = Ask(addresses);
  ASSERT_THAT(searches, SizeIs(3));
  EXPECT_THAT(searches[0].addresses, SizeIs(20));
  EXPECT_THAT(searches[2].addresses, SizeIs(5));
  EXPECT_THAT(Ask(addresses, {}, 1), SizeIs(45));
  EXPECT_THAT(Ask(addresses, {}, 1000), SizeIs(3));
  EXPECT_THAT(Ask({}), IsEmpty());
}

TEST(SearchTest, NothingThatIsTypedLeavesItsPlaceInTheFilter) {
  for (const std::string& local :
       {std::string("*"), std::string("a*)(uid=*"), std::string(")(|(userPassword=*"),
        std::string("a\\2a"), std::string("a)(&"), std::string("x)(mail=*)(x=y")}) {
    const auto searches = Ask({local + "@example.com"});
    ASSERT_THAT(searches, SizeIs(1)) << local;
    const std::string& filter = searches[0].filter;
    EXPECT_EQ(std::ranges::count(filter, '('), 3) << filter;
    EXPECT_EQ(std::ranges::count(filter, ')'), 3) << filter;
    EXPECT_EQ(std::ranges::count(filter, '*'), 0) << filter;
    EXPECT_NE(filter.find("(mail=" + EscapeValue(local + "@example.com") + ")"), std::string::npos);
  }
  EXPECT_THAT(Ask({std::string("a\0@example.com", 14), "a\n@example.com", "@example.com", "*"}),
              IsEmpty());
}

TEST(SearchTest, AttributesOfAddressesComeFromTheSettings) {
  const auto searches =
      Ask({"a@example.com"}, {.address_attributes = {"rfc822Mailbox", "x)(y", "mailAlternate"}});
  ASSERT_THAT(searches, SizeIs(1));
  EXPECT_EQ(searches[0].filter,
            "(|(rfc822Mailbox=a@example.com)(mailAlternate=a@example.com)"
            "(proxyAddresses=smtp:a@example.com))");
}

TEST(SearchTest, InternationalDomainsAreAskedForInBothForms) {
  const auto searches =
      Ask({"a@b\xc3\xbc"
           "cher.example"});
  ASSERT_THAT(searches, SizeIs(1));
  EXPECT_NE(searches[0].filter.find("(mail=a@b\xc3\xbc"
                                    "cher.example)"),
            std::string::npos);
  EXPECT_NE(searches[0].filter.find("(mail=a@xn--bcher-kva.example)"), std::string::npos);
}

}  // namespace
}  // namespace signet::directory

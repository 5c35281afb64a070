// What a search brought, in words for each address; and which is asked for again.
#include "directory/outcome.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "base/limits.h"
#include "support/certificate_builder.h"
#include "support/nss_environment.h"

namespace signet::directory {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kHost = "ldap.example.com";

Search For(std::vector<std::string> addresses) {
  Search search;
  search.addresses = std::move(addresses);
  return search;
}

Outcome Failed(std::optional<ReasonCode> problem, int result_code = 0) {
  return {.values = {}, .problem = problem, .result_code = result_code};
}

ReasonCode CodeAfter(const Outcome& outcome) {
  Finds finds;
  EXPECT_THAT(Take(kHost, For({"a@example.com"}), outcome, finds), IsEmpty());
  return finds.WhyNot("a@example.com").value_or(Reason{}).code;
}

TEST(OutcomeTest, EachResultHasItsWords) {
  EXPECT_EQ(CodeAfter(Failed({})), ReasonCode::kDirectoryNothingFound);
  EXPECT_EQ(CodeAfter(Failed({}, 4)), ReasonCode::kDirectoryNothingFound);
  EXPECT_EQ(CodeAfter(Failed({}, 50)), ReasonCode::kDirectoryLoginNeeded);
  EXPECT_EQ(CodeAfter(Failed({}, 8)), ReasonCode::kDirectoryLoginNeeded);
  EXPECT_EQ(CodeAfter(Failed({}, 1)), ReasonCode::kDirectoryLoginNeeded);
  EXPECT_EQ(CodeAfter(Failed({}, 53)), ReasonCode::kDirectoryLoginNeeded);
  Outcome logged_in = Failed({}, 53);
  logged_in.logged_in = true;
  EXPECT_EQ(CodeAfter(logged_in), ReasonCode::kFetchRefused);
  EXPECT_EQ(CodeAfter(Failed({}, 49)), ReasonCode::kDirectoryLoginRefused);
  EXPECT_EQ(CodeAfter(Failed({}, 10)), ReasonCode::kFetchRedirectedTooOften);
  EXPECT_EQ(CodeAfter(Failed({}, 13)), ReasonCode::kFetchNotSecure);
  EXPECT_EQ(CodeAfter(Failed({}, 32)), ReasonCode::kFetchRefused);
  EXPECT_EQ(CodeAfter(Failed(ReasonCode::kFetchTooSlow)), ReasonCode::kFetchTooSlow);
  EXPECT_EQ(CodeAfter(Failed(ReasonCode::kFetchTooLarge)), ReasonCode::kFetchTooLarge);
}

TEST(OutcomeTest, ReasonsNameTheServerAndTheAddress) {
  Finds finds;
  static_cast<void>(Take(kHost, For({"a@example.com"}), Failed({}, 32), finds));
  const Reason reason = finds.WhyNot("a@example.com").value();
  EXPECT_EQ(reason.texts.at("host"), kHost);
  EXPECT_EQ(reason.texts.at("subject"), "a@example.com");
  EXPECT_EQ(reason.texts.at("address"), "a@example.com");
  EXPECT_EQ(reason.texts.at("status"), "32");
}

TEST(OutcomeTest, WhatIsTooMuchForAllIsAskedForOneByOne) {
  for (const Outcome& outcome :
       {Failed(ReasonCode::kFetchTooLarge), Failed({}, 4), Failed({}, 11), Failed({}, 3)}) {
    Finds finds;
    EXPECT_THAT(Take(kHost, For({"a@example.com", "b@example.com"}), outcome, finds),
                ElementsAre("a@example.com", "b@example.com"));
    EXPECT_FALSE(finds.WhyNot("a@example.com").has_value());
  }
  Finds finds;
  EXPECT_THAT(Take(kHost, For({"a@example.com", "b@example.com"}), Failed({}, 50), finds),
              IsEmpty());
  EXPECT_TRUE(finds.WhyNot("b@example.com").has_value());
}

TEST(OutcomeTest, WhatCameBeforeTheEndCounts) {
  const testing::CertificateAuthority root("Root");
  const auto bob = root.Issue(testing::PersonCertificate("bob@example.com"));
  Finds finds;
  const Outcome outcome{.values = {{.attribute = "userCertificate;binary", .octets = bob.der}},
                        .problem = {},
                        .result_code = 4};
  EXPECT_THAT(Take(kHost, For({"bob@example.com"}), outcome, finds), IsEmpty());
  EXPECT_EQ(finds.FindByAddress("bob@example.com").size(), 1U);
  EXPECT_FALSE(finds.WhyNot("bob@example.com").has_value());
  // Somebody else's certificate is none.
  EXPECT_THAT(Take(kHost, For({"ann@example.com"}), outcome, finds), IsEmpty());
  EXPECT_EQ(finds.WhyNot("ann@example.com")->code, ReasonCode::kDirectoryNothingFound);
}

}  // namespace
}  // namespace signet::directory

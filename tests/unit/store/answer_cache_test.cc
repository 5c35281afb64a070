// The cache of answers: what is kept and what is not, expiry, bounds, damage, and several
// processes.
#include "store/answer_cache.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "asn1/oids.h"
#include "support/certificate_builder.h"
#include "support/corpora.h"
#include "support/nss_environment.h"
#include "support/reading.h"
#include "support/revocation_builder.h"
#include "support/run.h"

namespace signet::store {
namespace {

namespace oid = asn1::oid;
using pkix::Evidence;
using pkix::Fetch;
using pkix::FetchKind;
using testing::CertificateAuthority;
using testing::CertificateBuilder;
using ::testing::IsEmpty;
using testing::kTestTime;
using testing::Parse;
using testing::PersonCertificate;
using ::testing::SizeIs;

// A person, and the question about them with what is at hand.
class Question {
 public:
  Question(const CertificateAuthority& root, const testing::Certificate& person)
      : pool_({Parse(root.certificate())}), trust_({Parse(root.certificate())}) {
    request_.target = Parse(person);
    request_.sources = {&pool_, &evidence.issuers()};
    request_.trust = &trust_;
    request_.at = kTestTime;
    request_.purpose = pkix::Purpose::kSigning;
    request_.revocation.mode = pkix::RevocationSettings::Mode::kRequire;
    request_.revocation.data = &evidence.data();
  }

  pkix::PathResult Ask() {
    pkix::PathResult result = pkix::ValidatePath(request_);
    wanted = pkix::FindFetches(result, {});
    return result;
  }

  Evidence evidence;
  std::vector<Fetch> wanted;

 private:
  pkix::CertificatePool pool_;
  pkix::AnchorSet trust_;
  pkix::PathRequest request_;
};

class AnswerCacheTest : public ::testing::Test {
 protected:
  static CertificateBuilder Prepared(const std::string& name) {
    CertificateBuilder person = PersonCertificate(name + "@example.com");
    person.AuthorityInformationAccess(oid::kAccessOcsp, "http://ocsp.example.com")
        .CrlDistributionPoint("http://crl.example.com/crl");
    return person;
  }

  [[nodiscard]] std::unique_ptr<AnswerCache> Open(const AnswerCacheLimits& limits = {}) const {
    auto cache = AnswerCache::Open(file(), limits);
    EXPECT_TRUE(cache);
    return cache ? *std::move(cache) : nullptr;
  }
  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "new" / "a.sqlite"; }

  [[nodiscard]] Bytes GoodOcsp(const testing::Certificate& person) const {
    return testing::OcspBuilder(root_.name())
        .Say(testing::OcspStatus::kGood, person, root_.key())
        .Build(root_.key());
  }

  // Asks about the person online: `answer` is what the responder says.
  pkix::PathResult AskOnline(AnswerCache& cache, const testing::Certificate& person,
                             const Bytes& answer) {
    Question question(root_, person);
    question.Ask();
    for (const Fetch& fetch : question.evidence.Next(question.wanted)) {
      question.evidence.Supply(fetch, answer);
    }
    pkix::PathResult result = question.Ask();
    cache.Keep(question.evidence, result, kTestTime);
    return result;
  }

  [[nodiscard]] bool IsGoodOffline(AnswerCache& cache, const testing::Certificate& person,
                                   Time now = kTestTime) const {
    Question question(root_, person);
    question.Ask();
    cache.Fill(question.wanted, {FetchKind::kOcsp, FetchKind::kCrl}, now, question.evidence);
    return question.Ask().valid();
  }

  testing::TemporaryFolder folder_;
  CertificateAuthority root_{"Root", testing::KeyKind::kP256, 1};
  testing::Certificate alice_ = root_.Issue(Prepared("alice"));
};

TEST_F(AnswerCacheTest, WhatDecidedServesWithoutANetwork) {
  EXPECT_TRUE(AskOnline(*Open(), alice_, GoodOcsp(alice_)).valid());
  const auto cache = Open();
  EXPECT_TRUE(IsGoodOffline(*cache, alice_));
  const auto stored = cache->List();
  ASSERT_THAT(stored, SizeIs(1));
  EXPECT_EQ(stored[0].kind, FetchKind::kOcsp);
  EXPECT_EQ(stored[0].key, alice_.Sha256Hex());
  EXPECT_EQ(stored[0].url, "http://ocsp.example.com");
  EXPECT_EQ(stored[0].issuer, "CN=Root");
  EXPECT_EQ(stored[0].this_update, testing::kThisUpdate);
  EXPECT_EQ(stored[0].expires, testing::kNextUpdate);
  cache->Delete(stored[0].kind, stored[0].key);
  EXPECT_FALSE(IsGoodOffline(*cache, alice_));
}

TEST_F(AnswerCacheTest, CrlsAndIssuersAreKept) {
  const auto cache = Open();
  const CertificateAuthority middle = root_.Subordinate("Middle", 9);
  CertificateBuilder builder = PersonCertificate("bob@example.com");
  builder.AuthorityInformationAccess(oid::kAccessCaIssuers, "http://example.com/middle")
      .CrlDistributionPoint("http://crl.example.com/middle");
  const testing::Certificate bob = middle.Issue(builder);
  Question question(root_, bob);
  question.Ask();
  question.evidence.Supply(question.evidence.Next(question.wanted).at(0), middle.der());
  question.Ask();
  question.evidence.Supply(question.evidence.Next(question.wanted).at(0),
                           testing::CrlBuilder(middle.name()).Build(middle.key()));
  cache->Keep(question.evidence, question.Ask(), kTestTime);
  EXPECT_THAT(cache->List(), SizeIs(2));
  Question offline(root_, bob);
  offline.Ask();
  EXPECT_TRUE(cache->Fill(offline.wanted, {FetchKind::kIssuer}, kTestTime, offline.evidence));
  offline.Ask();
  EXPECT_TRUE(cache->Fill(offline.wanted, {FetchKind::kCrl}, kTestTime, offline.evidence));
  EXPECT_EQ(offline.Ask().best().revocation.at(0).state, pkix::RevocationState::kGood);
}

TEST_F(AnswerCacheTest, WhatDecidedNothingIsNotKept) {
  const auto cache = Open();
  const CertificateAuthority stranger("Stranger", testing::KeyKind::kP256, 7);
  const Bytes forged = testing::OcspBuilder(root_.name())
                           .Say(testing::OcspStatus::kGood, alice_, root_.key())
                           .Build(stranger.key());
  EXPECT_FALSE(AskOnline(*cache, alice_, forged).valid());
  EXPECT_THAT(cache->List(), IsEmpty());
}

TEST_F(AnswerCacheTest, ExpiredAnswersAreNotUsed) {
  const auto cache = Open();
  static_cast<void>(AskOnline(*cache, alice_, GoodOcsp(alice_)));
  EXPECT_TRUE(IsGoodOffline(*cache, alice_, testing::kNextUpdate - std::chrono::seconds{1}));
  EXPECT_FALSE(IsGoodOffline(*cache, alice_, testing::kNextUpdate));
}

TEST_F(AnswerCacheTest, AnOlderAnswerDoesNotReplaceANewerOne) {
  const auto cache = Open();
  static_cast<void>(AskOnline(*cache, alice_, GoodOcsp(alice_)));
  const Time older = testing::kThisUpdate - std::chrono::hours{5};
  static_cast<void>(AskOnline(*cache, alice_,
                              testing::OcspBuilder(root_.name())
                                  .Times(older, testing::kNextUpdate)
                                  .Say(testing::OcspStatus::kGood, alice_, root_.key())
                                  .Build(root_.key())));
  ASSERT_THAT(cache->List(), SizeIs(1));
  EXPECT_EQ(cache->List()[0].this_update, testing::kThisUpdate);
}

TEST_F(AnswerCacheTest, SizeAndNumberAreBounded) {
  const auto few = Open({.octets = limits::kCacheOctets, .entries = 5});
  testing::Certificate last;
  for (int i = 0; i < 12; ++i) {
    last = root_.Issue(Prepared("person" + std::to_string(i)));
    static_cast<void>(AskOnline(*few, last, GoodOcsp(last)));
    EXPECT_LE(few->List().size(), 5U);
  }
  EXPECT_TRUE(IsGoodOffline(*few, last));
  const std::size_t octets = few->List()[0].octets;
  const auto small = Open({.octets = octets * 3, .entries = 100});
  static_cast<void>(AskOnline(*small, last, GoodOcsp(last)));
  EXPECT_LE(small->List().size(), 3U);
  EXPECT_FALSE(small->List().empty());
}

TEST_F(AnswerCacheTest, WhatIsStoredCanBeHadAnew) {
  const auto cache = Open();
  AskOnline(*cache, alice_, GoodOcsp(alice_));
  const std::vector<StoredAnswer> stored = cache->List();
  ASSERT_THAT(stored, SizeIs(1));
  EXPECT_EQ(stored[0].subject, "alice");
  const auto renewal = cache->Renewal(stored[0].kind, stored[0].key);
  ASSERT_TRUE(renewal.has_value());
  EXPECT_EQ(renewal->url, "http://ocsp.example.com");
  EXPECT_FALSE(renewal->body.empty());
  const Time later = kTestTime + std::chrono::days{3};
  EXPECT_FALSE(IsGoodOffline(*cache, alice_, later));
  ASSERT_TRUE(cache->Renew(*renewal,
                           testing::OcspBuilder(root_.name())
                               .Times(later, later + std::chrono::days{1})
                               .Say(testing::OcspStatus::kGood, alice_, root_.key())
                               .Build(root_.key()),
                           later));
  EXPECT_EQ(cache->List().at(0).this_update, later);
  // What is no answer does not push out the one that is.
  EXPECT_EQ(cache->Renew(*renewal, ToBytes(AsBytes("<html>")), later).error().code,
            ReasonCode::kFetchAnswerNotExpected);
  EXPECT_EQ(cache->List().at(0).this_update, later);
  cache->Delete(stored[0].kind, stored[0].key);
  EXPECT_FALSE(cache->Renewal(stored[0].kind, stored[0].key).has_value());
}

TEST_F(AnswerCacheTest, ValidatorsBelongToTheAnswerThatTheyCameWith) {
  const auto cache = Open();
  CertificateBuilder builder = PersonCertificate("bob@example.com");
  builder.CrlDistributionPoint("http://crl.example.com/crl");
  const testing::Certificate bob = root_.Issue(builder);
  const Bytes crl = testing::CrlBuilder(root_.name()).Number(1).Build(root_.key());
  ASSERT_TRUE(AskOnline(*cache, bob, crl).valid());
  Fetch fetch;
  fetch.kind = FetchKind::kCrl;
  fetch.url = "http://crl.example.com/crl";
  EXPECT_FALSE(cache->Copy(fetch).has_value());
  cache->NoteValidators(fetch, crl, {.entity_tag = "\"1\"", .last_modified = "today"});
  const auto copy = cache->Copy(fetch);
  ASSERT_TRUE(copy.has_value());
  EXPECT_EQ(copy->answer, crl);
  EXPECT_EQ(copy->validators.entity_tag, "\"1\"");
  EXPECT_EQ(copy->validators.last_modified, "today");
  // Of another answer, which is not what is stored.
  const Bytes next = testing::CrlBuilder(root_.name()).Number(2).Build(root_.key());
  cache->NoteValidators(fetch, next, {.entity_tag = "\"2\"", .last_modified = {}});
  EXPECT_EQ(cache->Copy(fetch)->validators.entity_tag, "\"1\"");
  // Another answer has none until they are noted.
  ASSERT_TRUE(AskOnline(*cache, bob, next).valid());
  EXPECT_FALSE(cache->Copy(fetch).has_value());
}

TEST_F(AnswerCacheTest, ADamagedFileIsReplaced) {
  static_cast<void>(AskOnline(*Open(), alice_, GoodOcsp(alice_)));
  for (const std::string_view junk :
       {"This is no database, and never was one. It is a text.", ""}) {
    folder_.Write("new/a.sqlite", junk);
    const auto cache = Open();
    EXPECT_THAT(cache->List(), IsEmpty());
    EXPECT_TRUE(AskOnline(*cache, alice_, GoodOcsp(alice_)).valid());
    EXPECT_THAT(cache->List(), SizeIs(1));
  }
}

TEST_F(AnswerCacheTest, AFolderThatCannotBeMadeIsNamed) {
  folder_.Write("plain", std::string_view{"a file"});
  const auto cache = AnswerCache::Open(folder_.path() / "plain" / "a.sqlite");
  ASSERT_FALSE(cache);
  EXPECT_EQ(cache.error().code, ReasonCode::kFileUnreadable);
}

TEST_F(AnswerCacheTest, OthersCannotReadIt) {
  static_cast<void>(Open());
  using std::filesystem::perms;
  EXPECT_EQ(std::filesystem::status(file()).permissions() & (perms::group_all | perms::others_all),
            perms::none);
}

// Several processes write; each is killed in the middle of its work.
TEST_F(AnswerCacheTest, SurvivesBeingKilled) {
  const auto cache = Open();
  static_cast<void>(AskOnline(*cache, alice_, GoodOcsp(alice_)));
  Question question(root_, alice_);
  question.Ask();
  const Fetch fetch = question.evidence.Next(question.wanted).at(0);
  question.evidence.Supply(fetch, GoodOcsp(alice_));
  const pkix::PathResult result = question.Ask();
  std::vector<pid_t> writers;
  for (int i = 0; i < 4; ++i) {
    int ready[2] = {};
    ASSERT_EQ(pipe(ready), 0);
    const pid_t writer = fork();
    if (writer == 0) {
      auto own = AnswerCache::Open(file());
      for (bool first = true; own; first = false) {
        (*own)->Keep(question.evidence, result, kTestTime);
        if (first && write(ready[1], "1", 1) != 1) {
          _exit(1);
        }
      }
      _exit(1);
    }
    char octet = 0;
    EXPECT_EQ(read(ready[0], &octet, 1), 1);  // it is at work
    close(ready[0]);
    close(ready[1]);
    writers.push_back(writer);
  }
  for (const pid_t writer : writers) {
    EXPECT_TRUE(IsGoodOffline(*cache, alice_));
    kill(writer, SIGKILL);
    int status = 0;
    EXPECT_EQ(waitpid(writer, &status, 0), writer);
    EXPECT_TRUE(WIFSIGNALED(status));
  }
  EXPECT_TRUE(IsGoodOffline(*cache, alice_));
  EXPECT_TRUE(IsGoodOffline(*Open(), alice_));
}

}  // namespace
}  // namespace signet::store

// Which certificates are chosen: for recipients, and of the person's own; and why the others are
// not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "asn1/oids.h"
#include "base/limits.h"
#include "store/database_key.h"
#include "store/identities.h"
#include "store/recipient_certificates.h"
#include "support/certificate_builder.h"
#include "support/nss_environment.h"
#include "support/reading.h"

namespace signet::store {
namespace {

using testing::Certificate;
using testing::CertificateAuthority;
using testing::CertificateBuilder;
using testing::CodesOf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::kTestTime;
using testing::Parse;
using testing::PersonCertificate;

constexpr std::string_view kAlice = "alice@example.com";

Time Year(int year) {
  return FromCivil(year, 1, 1, 0, 0, 0).value();
}

class ChosenCertificates : public ::testing::Test {
 protected:
  ChosenCertificates() : root_("Root"), other_root_("Other Root", testing::KeyKind::kP256, 1001) {
    for (const CertificateAuthority* authority : {&root_, &other_root_}) {
      const auto parsed = Parse(authority->certificate());
      pool_.Add(parsed);
      trust_.Add(*parsed, {.level = pkix::Trust::Level::kAnchor, .distrust_after = {}});
    }
    context_.authorities = {&pool_};
    context_.trust = &trust_;
    context_.at = kTestTime;
  }

  // Valid for ten years from 1 January; for both purposes unless the usage says otherwise.
  static CertificateBuilder Person(int year, std::string_view address = kAlice) {
    return PersonCertificate(address).NotBefore(Year(year)).NotAfter(Year(year + 10));
  }

  [[nodiscard]] pkix::CertificatePtr Issue(const CertificateBuilder& builder) const {
    return Parse(root_.Issue(builder));
  }

  [[nodiscard]] RecipientCertificates FindFor(
      std::string_view address, const std::vector<pkix::CertificatePtr>& known) const {
    const std::vector<std::string> addresses = {std::string(address)};
    const std::vector<AddressLookup> sources = {[&](std::string_view) { return known; }};
    auto answers = FindRecipientCertificates(addresses, sources, context_);
    EXPECT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers.front().address, address);
    return std::move(answers.front());
  }

  [[nodiscard]] Identities OwnFor(std::string_view address,
                                  const std::vector<pkix::CertificatePtr>& certificates) const {
    std::vector<OwnCertificate> own;
    own.reserve(certificates.size());
    for (const pkix::CertificatePtr& certificate : certificates) {
      own.push_back({.certificate = certificate, .token = "Software", .locked = false});
    }
    return JudgeIdentities(own, address, context_);
  }

  static pkix::CertificatePtr At(const Identities& identities, std::optional<std::size_t> index) {
    return index ? identities.all.at(*index).certificate : nullptr;
  }

  CertificateAuthority root_;
  CertificateAuthority other_root_;
  pkix::CertificatePool pool_;
  pkix::AnchorSet trust_;
  JudgeContext context_;
};

TEST_F(ChosenCertificates, ABadOneNeverHidesAGoodOne) {
  const auto good = Issue(Person(2024));
  const auto expired = Issue(Person(2015).NotAfter(Year(2026)));
  const auto future = Issue(Person(2030));
  const auto signing_only = Issue(Person(2026).KeyUsage(testing::kDigitalSignature));
  const auto untrusted =
      Parse(CertificateAuthority("Stranger", testing::KeyKind::kP256, 1002).Issue(Person(2026)));
  const RecipientCertificates found =
      FindFor(kAlice, {future, expired, untrusted, good, signing_only, good});
  ASSERT_NE(found.chosen(), nullptr);
  EXPECT_EQ(found.chosen()->certificate, good);
  EXPECT_THAT(found.chosen()->not_chosen, IsEmpty());
  EXPECT_THAT(found.reasons, IsEmpty());
  ASSERT_EQ(found.candidates.size(), 5U) << "each once";
  // The others, newest first, each with what is wrong with it.
  EXPECT_EQ(found.candidates[1].certificate, future);
  EXPECT_THAT(CodesOf(found.candidates[1].not_chosen),
              ElementsAre(ReasonCode::kCertificateNotYetValid));
  for (const RecipientCandidate& candidate : found.candidates) {
    if (candidate.certificate == signing_only) {
      EXPECT_THAT(CodesOf(candidate.not_chosen), ElementsAre(ReasonCode::kNotForEncryption));
    } else if (candidate.certificate == untrusted) {
      EXPECT_THAT(CodesOf(candidate.not_chosen), ElementsAre(ReasonCode::kIssuerUnknown));
    }
  }
  EXPECT_EQ(found.candidates[4].certificate, expired);
  EXPECT_THAT(CodesOf(found.candidates[4].not_chosen),
              ElementsAre(ReasonCode::kCertificateExpired));
}

TEST_F(ChosenCertificates, TheNewestUsableOneIsTaken) {
  const auto older = Issue(Person(2024));
  const auto newer = Issue(Person(2025));
  const RecipientCertificates found = FindFor(kAlice, {older, newer});
  ASSERT_NE(found.chosen(), nullptr);
  EXPECT_EQ(found.chosen()->certificate, newer);
  const RecipientCandidate& second = found.candidates.at(1);
  ASSERT_THAT(CodesOf(second.not_chosen), ElementsAre(ReasonCode::kNewerCertificatePreferred));
  EXPECT_EQ(second.not_chosen[0].dates.at("notAfter"), Year(2035));
  EXPECT_TRUE(second.state.usable());
}

TEST_F(ChosenCertificates, WhatThePersonTrustsByItselfComesFirst) {
  const auto pinned =
      Parse(CertificateAuthority("Stranger", testing::KeyKind::kP256, 1002).Issue(Person(2024)));
  const auto newer = Issue(Person(2026));
  trust_.Add(*pinned, {.level = pkix::Trust::Level::kPeer, .distrust_after = {}});
  const RecipientCertificates found = FindFor(kAlice, {newer, pinned});
  ASSERT_NE(found.chosen(), nullptr);
  EXPECT_EQ(found.chosen()->certificate, pinned);
  EXPECT_TRUE(found.chosen()->pinned);
}

TEST_F(ChosenCertificates, ADistrustedOneIsNotTaken) {
  const auto distrusted = Issue(Person(2025));
  trust_.Add(*distrusted, {.level = pkix::Trust::Level::kDistrusted, .distrust_after = {}});
  const RecipientCertificates found = FindFor(kAlice, {distrusted});
  EXPECT_EQ(found.chosen(), nullptr);
  EXPECT_EQ(CodesOf(found.reasons).at(0), ReasonCode::kCertificateDistrusted);
}

TEST_F(ChosenCertificates, AnAuthoritysOwnComesAfterAPersons) {
  const auto person = Issue(Person(2024));
  const auto authority = Parse(root_.Issue(Person(2026).BasicConstraints(true)));
  const RecipientCertificates found = FindFor(kAlice, {authority, person});
  ASSERT_NE(found.chosen(), nullptr);
  EXPECT_EQ(found.chosen()->certificate, person);
}

TEST_F(ChosenCertificates, OthersAnswersToTheAddressAreNotTaken) {
  const auto mallory = Issue(Person(2026, "mallory@example.com"));
  const RecipientCertificates found = FindFor(kAlice, {mallory});
  EXPECT_THAT(found.candidates, IsEmpty());
  ASSERT_THAT(CodesOf(found.reasons), ElementsAre(ReasonCode::kRecipientCertificateMissing));
  EXPECT_EQ(found.reasons[0].texts.at("address"), kAlice);
}

TEST_F(ChosenCertificates, AddressesCompareWithoutCaseAndNonsenseFindsNothing) {
  const auto alice = Issue(Person(2026));
  EXPECT_NE(FindFor("Alice@EXAMPLE.com", {alice}).chosen(), nullptr);
  for (const std::string_view odd : {"", "alice", "@", "alice@", "*)(uid=*", "a@b@example.com"}) {
    EXPECT_EQ(FindFor(odd, {alice}).chosen(), nullptr) << odd;
  }
}

TEST_F(ChosenCertificates, AFloodOfCandidatesIsCutAtTheOldEnd) {
  std::vector<pkix::CertificatePtr> flood;
  flood.reserve(limits::kAddressCandidates + 1);
  for (std::size_t i = 0; i < limits::kAddressCandidates; ++i) {
    flood.push_back(Issue(Person(2015).NotAfter(Year(2026))));
  }
  const auto good = Issue(Person(2025));
  flood.push_back(good);
  const RecipientCertificates found = FindFor(kAlice, flood);
  ASSERT_NE(found.chosen(), nullptr);
  EXPECT_EQ(found.chosen()->certificate, good);
  EXPECT_EQ(found.candidates.size(), limits::kAddressCandidates);
  flood.back() = Issue(Person(2014).NotAfter(Year(2026)));
  const RecipientCertificates none = FindFor(kAlice, flood);
  ASSERT_FALSE(none.reasons.empty());
  EXPECT_EQ(none.reasons.front().code, ReasonCode::kCertificateExpired);
  EXPECT_EQ(none.reasons.back().code, ReasonCode::kLimitExceeded);
}

TEST_F(ChosenCertificates, SeveralRecipientsAndSourcesAreAnsweredInOrder) {
  const auto alice = Issue(Person(2026));
  const auto bob = Issue(Person(2026, "bob@example.org"));
  const std::vector<std::string> addresses = {"bob@example.org", "carol@example.org",
                                              std::string(kAlice)};
  const std::vector<AddressLookup> sources = {
      [&](std::string_view) { return std::vector{alice}; },
      [&](std::string_view) { return std::vector{bob, alice}; }};
  const auto answers = FindRecipientCertificates(addresses, sources, context_);
  ASSERT_EQ(answers.size(), 3U);
  EXPECT_EQ(answers[0].chosen()->certificate, bob);
  EXPECT_EQ(answers[1].chosen(), nullptr);
  EXPECT_EQ(answers[2].chosen()->certificate, alice);
  EXPECT_EQ(answers[2].candidates.size(), 1U);
}

TEST_F(ChosenCertificates, OneCertificateServesBothPurposes) {
  const auto both = Issue(Person(2025));
  const Identities own = OwnFor(kAlice, {both});
  EXPECT_EQ(At(own, own.proposed_signing), both);
  EXPECT_EQ(At(own, own.proposed_encryption), both);
  EXPECT_THAT(own.signing_reasons, IsEmpty());
  EXPECT_NE(own.Find(both->sha256()), nullptr);
  EXPECT_EQ(own.Find("00"), nullptr);
}

TEST_F(ChosenCertificates, ThePairOfOneIssuerBelongsTogether) {
  const auto signing = Issue(Person(2026).KeyUsage(testing::kDigitalSignature));
  const auto encryption = Issue(Person(2025).KeyUsage(testing::kKeyAgreement));
  const auto newer_elsewhere =
      Parse(other_root_.Issue(Person(2026).KeyUsage(testing::kKeyAgreement)));
  Identities own = OwnFor(kAlice, {newer_elsewhere, encryption, signing});
  EXPECT_EQ(At(own, own.proposed_signing), signing);
  EXPECT_EQ(At(own, own.proposed_encryption), encryption);
  EXPECT_THAT(CodesOf(own.Find(signing->sha256())->encryption.reasons),
              ElementsAre(ReasonCode::kOwnNotForEncryption));
  EXPECT_EQ(At(own, ProposedPartner(own, *newer_elsewhere, pkix::Purpose::kSigning)), signing);
  // Without one of the same issuer, any that can be used.
  own = OwnFor(kAlice, {newer_elsewhere, signing});
  EXPECT_EQ(At(own, own.proposed_encryption), newer_elsewhere);
}

TEST_F(ChosenCertificates, ARenewedCertificateIsProposedAndTheOldOneKept) {
  const auto expired = Issue(Person(2016).NotAfter(Year(2026)));
  const auto old = Issue(Person(2024));
  const auto renewed = Issue(Person(2026));
  const Identities own = OwnFor(kAlice, {expired, old, renewed});
  EXPECT_EQ(At(own, own.proposed_signing), renewed);
  EXPECT_EQ(At(own, own.proposed_encryption), renewed);
  ASSERT_EQ(own.all.size(), 3U);
  EXPECT_EQ(own.all[1].certificate, old);
  EXPECT_EQ(own.all[2].certificate, expired);
  EXPECT_THAT(CodesOf(own.all[2].signing.reasons), ElementsAre(ReasonCode::kOwnCertificateExpired));
  EXPECT_EQ(At(own, ProposedPartner(own, *old, pkix::Purpose::kEncryption)), old);
}

TEST_F(ChosenCertificates, AnotherAddressIsSaidFirst) {
  const auto bob = Issue(Person(2016, "bob@example.org").NotAfter(Year(2026)));
  const auto nameless = Issue(Person(2025).Without(Oid("2.5.29.17")));
  const Identities own = OwnFor(kAlice, {bob, nameless});
  EXPECT_FALSE(own.proposed_signing.has_value());
  EXPECT_THAT(CodesOf(own.signing_reasons), ElementsAre(ReasonCode::kOwnCertificateMissing));
  EXPECT_THAT(CodesOf(own.encryption_reasons), ElementsAre(ReasonCode::kOwnCertificateMissing));
  const Identity* const bobs = own.Find(bob->sha256());
  ASSERT_NE(bobs, nullptr);
  EXPECT_THAT(CodesOf(bobs->signing.reasons), ElementsAre(ReasonCode::kCertificateForOtherAddress,
                                                          ReasonCode::kOwnCertificateExpired));
  EXPECT_EQ(bobs->signing.reasons[0].texts.at("addresses"), "bob@example.org");
  EXPECT_EQ(CodesOf(own.Find(nameless->sha256())->encryption.reasons).at(0),
            ReasonCode::kCertificateWithoutAddress);
  // Without an address nobody asks.
  EXPECT_EQ(At(OwnFor("", {nameless}), 0), nameless);
}

TEST_F(ChosenCertificates, WhyNoneCanBeUsedIsWhatTheBestOneLacks) {
  const auto expired = Issue(Person(2016).NotAfter(Year(2026)));
  const Identities own = OwnFor(kAlice, {Issue(Person(2025, "bob@example.org")), expired});
  EXPECT_THAT(CodesOf(own.signing_reasons), ElementsAre(ReasonCode::kOwnCertificateExpired));
  EXPECT_EQ(own.signing_reasons[0].certificate, expired->sha256());
}

TEST_F(ChosenCertificates, ACertificateOnTwoTokensIsOneAndUnlockedIfOneIs) {
  const auto both = Issue(Person(2025));
  const std::vector<OwnCertificate> own = {
      {.certificate = both, .token = "Card", .locked = true},
      {.certificate = both, .token = "Software", .locked = false}};
  const Identities identities = JudgeIdentities(own, kAlice, context_);
  ASSERT_EQ(identities.all.size(), 1U);
  EXPECT_THAT(identities.all[0].tokens, ElementsAre("Card", "Software"));
  EXPECT_FALSE(identities.all[0].locked);
}

TEST_F(ChosenCertificates, WhatIsWrongWithOnesOwnIsSaidToItsOwner) {
  const auto code_of = [&](const testing::CertificateBuilder& builder, pkix::Purpose purpose) {
    const Identities own = OwnFor(kAlice, {Issue(builder)});
    return CodesOf(own.all[0].For(purpose).reasons).at(0);
  };
  EXPECT_EQ(code_of(Person(2025).KeyUsage(testing::kKeyAgreement), pkix::Purpose::kSigning),
            ReasonCode::kOwnNotForSigning);
  EXPECT_EQ(
      code_of(Person(2025).ExtendedKeyUsage({asn1::oid::kServerAuth}), pkix::Purpose::kSigning),
      ReasonCode::kOwnNotForEmail);
  EXPECT_EQ(code_of(Person(2025)
                        .Key(testing::Key(testing::KeyKind::kRsa1024))
                        .KeyUsage(testing::kDigitalSignature),
                    pkix::Purpose::kSigning),
            ReasonCode::kOwnKeyWeak);
}

// Made with base64 of the octets that Gecko's nsNSSCertificate::GetDbKey joins.
TEST_F(ChosenCertificates, TheHostsPreferencesNameACertificateBySerialAndIssuer) {
  const auto certificate =
      Parse(CertificateAuthority("R").Issue(Person(2025).Serial(std::uint64_t{0x0102})));
  EXPECT_EQ(DatabaseKey(*certificate), "AAAAAAAAAAAAAAACAAAADgECMAwxCjAIBgNVBAMMAVI=");
}

}  // namespace
}  // namespace signet::store

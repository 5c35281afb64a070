// What becomes of a message that is written: every choice with every state of one's own certificate
// and of the recipients'.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "idl/compose_security.h"
#include "support/certificate_builder.h"
#include "support/nss_environment.h"
#include "support/reading.h"
#include "unit/panel/compose_fixture.h"

namespace signet::panel {
namespace {

using testing::CertificateAuthority;
using testing::CertificateBuilder;
using testing::CodesOf;
using testing::kAlice;
using testing::kBob;
using testing::kCarol;
using testing::PersonCertificate;

using Encrypt = idl::EncryptionChoice;
using Protection = idl::Protection;
using Icon = idl::StatusIcon;

// What somebody has, and what it is good for. A reason is there where it is good for nothing.
struct State {
  std::string_view name;
  // Nothing: no certificate.
  std::optional<CertificateBuilder> certificate;
  bool trusted = true;
  // Of one's own: why it does not sign, why nobody can encrypt for it. Of others: the latter.
  std::optional<ReasonCode> signing;
  std::optional<ReasonCode> encryption;
};

CertificateBuilder Expired(std::string_view address) {
  return PersonCertificate(address).NotAfter(testing::kDefaultNotBefore + std::chrono::days{1});
}

CertificateBuilder NotYet(std::string_view address) {
  return PersonCertificate(address).NotBefore(testing::kTestTime + std::chrono::days{1});
}

std::vector<State> OwnStates() {
  using Code = ReasonCode;
  return {
      {.name = "none",
       .certificate = {},
       .signing = Code::kOwnCertificateMissing,
       .encryption = Code::kOwnCertificateMissing},
      {.name = "good", .certificate = PersonCertificate(kAlice), .signing = {}, .encryption = {}},
      {.name = "expired",
       .certificate = Expired(kAlice),
       .signing = Code::kOwnCertificateExpired,
       .encryption = Code::kOwnCertificateExpired},
      {.name = "signs only",
       .certificate = PersonCertificate(kAlice).KeyUsage(testing::kDigitalSignature),
       .signing = {},
       .encryption = Code::kOwnNotForEncryption},
      {.name = "encrypts only",
       .certificate =
           PersonCertificate(kAlice).KeyUsage(testing::kKeyEncipherment | testing::kKeyAgreement),
       .signing = Code::kOwnNotForSigning,
       .encryption = {}},
  };
}

std::vector<State> RecipientStates(std::string_view address) {
  using Code = ReasonCode;
  return {
      {.name = "none",
       .certificate = {},
       .signing = {},
       .encryption = Code::kRecipientCertificateMissing},
      {.name = "good", .certificate = PersonCertificate(address), .signing = {}, .encryption = {}},
      {.name = "expired",
       .certificate = Expired(address),
       .signing = {},
       .encryption = Code::kCertificateExpired},
      {.name = "not yet",
       .certificate = NotYet(address),
       .signing = {},
       .encryption = Code::kCertificateNotYetValid},
      {.name = "of a stranger",
       .certificate = PersonCertificate(address),
       .trusted = false,
       .signing = {},
       .encryption = Code::kIssuerUnknown},
      {.name = "signs only",
       .certificate = PersonCertificate(address).KeyUsage(testing::kDigitalSignature),
       .signing = {},
       .encryption = Code::kNotForEncryption},
  };
}

class ComposeTableTest : public testing::ComposeFixture {
 protected:
  ComposeTableTest() : stranger_("Stranger", testing::KeyKind::kP256, 1002) {}

  void Have(std::string_view address, const State& state) {
    if (state.certificate) {
      Other(state.trusted ? root_ : stranger_, address, *state.certificate);
    }
  }

  // Holds one message to what the table says of it.
  void Expect(const State& own, const std::vector<State>& recipients,
              const idl::ComposeMessage& message) const {
    const bool sign = message.choices.sign;
    const Encrypt choice = message.choices.encryption;
    const auto view = View(message);
    const Protection signature = !sign         ? Protection::kNo
                                 : own.signing ? Protection::kNotPossible
                                               : Protection::kYes;
    const bool all = !recipients.empty() && !own.encryption &&
                     std::ranges::none_of(
                         recipients, [](const State& each) { return each.encryption.has_value(); });
    const Protection encryption = choice == Encrypt::kNever ? Protection::kNo
                                  : all                     ? Protection::kYes
                                                            : Protection::kNotPossible;
    const bool stops = encryption == Protection::kNotPossible && choice == Encrypt::kRequired;
    EXPECT_EQ(view.signature, signature);
    EXPECT_EQ(view.encryption, encryption);
    EXPECT_EQ(view.may_send, signature != Protection::kNotPossible && !stops);
    EXPECT_EQ(view.sign_icon, signature == Protection::kYes           ? Icon::kShown
                              : signature == Protection::kNotPossible ? Icon::kStruckOut
                                                                      : Icon::kAbsent);
    EXPECT_EQ(view.encrypt_icon, encryption == Protection::kYes ? Icon::kShown
                                 : stops                        ? Icon::kStruckOut
                                                                : Icon::kAbsent);
    ExpectReasons(own, recipients, view);
    EXPECT_EQ(view.method.empty(), encryption != Protection::kYes);
    EXPECT_EQ(view.choices, message.choices);  // what the menu shows
  }

  static void ExpectReasons(const State& own, const std::vector<State>& recipients,
                            const idl::ComposeSecurityView& view) {
    if (view.signature == Protection::kNotPossible) {
      EXPECT_EQ(CodesOf(view.signature_reasons), std::vector{*own.signing});
    } else {
      EXPECT_TRUE(view.signature_reasons.empty());
    }
    if (view.encryption == Protection::kNo) {
      EXPECT_TRUE(view.recipients.empty());
      EXPECT_TRUE(view.encryption_reasons.empty());
      return;
    }
    ASSERT_EQ(view.recipients.size(), recipients.size());
    std::vector<ReasonCode> codes;
    if (recipients.empty()) {
      codes.push_back(ReasonCode::kNoRecipients);
    }
    for (std::size_t index = 0; index < recipients.size(); ++index) {
      const auto& line = view.recipients[index];
      const auto& expected = recipients[index].encryption;
      EXPECT_EQ(line.certificate.has_value(), !expected);
      EXPECT_EQ(CodesOf(line.reasons),
                expected ? std::vector{*expected} : std::vector<ReasonCode>());
      EXPECT_EQ(line.others.size(), expected && recipients[index].certificate ? 1U : 0U);
      if (expected) {
        codes.push_back(*expected);
      }
    }
    if (own.encryption) {
      codes.push_back(*own.encryption);
    }
    EXPECT_EQ(CodesOf(view.encryption_reasons), codes);
  }

  CertificateAuthority stranger_;
};

// Nobody, one person in each state, and two in each pair of states.
TEST_F(ComposeTableTest, EveryChoiceWithEveryState) {
  std::vector<std::vector<State>> groups = {{}};
  const std::vector<State> bobs = RecipientStates(kBob);
  const std::vector<State> carols = RecipientStates(kCarol);
  for (const State& bob : bobs) {
    groups.push_back({bob});
    for (const State& carol : carols) {
      groups.push_back({bob, carol});
    }
  }
  constexpr std::array<std::string_view, 2> kAddresses = {kBob, kCarol};
  for (const State& own : OwnStates()) {
    sources_.own.clear();
    if (own.certificate) {
      Own(*own.certificate);
    }
    for (const auto& group : groups) {
      others_.clear();
      std::vector<std::string_view> recipients;
      std::string where = "own " + std::string(own.name);
      for (std::size_t index = 0; index < group.size(); ++index) {
        recipients.push_back(kAddresses.at(index));
        Have(kAddresses.at(index), group[index]);
        where += ", recipient " + std::string(group[index].name);
      }
      for (const bool sign : {false, true}) {
        for (const Encrypt choice : {Encrypt::kNever, Encrypt::kIfPossible, Encrypt::kRequired}) {
          SCOPED_TRACE(where + (sign ? ", sign, " : ", ") + std::string(idl::ToString(choice)));
          Expect(own, group, Message(sign, choice, recipients));
        }
      }
    }
  }
}

}  // namespace
}  // namespace signet::panel

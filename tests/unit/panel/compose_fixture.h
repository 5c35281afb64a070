// What the tests of the compose window stand on: one's own certificates and those of others, as
// lists.
#ifndef SIGNET_TESTS_UNIT_PANEL_COMPOSE_FIXTURE_H_
#define SIGNET_TESTS_UNIT_PANEL_COMPOSE_FIXTURE_H_

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"
#include "idl/compose_security.h"
#include "panel/compose_judgement.h"
#include "panel/compose_security.h"
#include "pkix/certificate.h"
#include "pkix/path.h"
#include "support/certificate_builder.h"
#include "support/reading.h"

namespace signet::testing {

inline constexpr std::string_view kAlice = "alice@example.com";
inline constexpr std::string_view kBob = "bob@example.com";
inline constexpr std::string_view kCarol = "carol@example.com";

// Alice writes; nothing is there yet.
class ComposeFixture : public ::testing::Test {
 protected:
  ComposeFixture() : root_("Root") {
    const auto parsed = Parse(root_.certificate());
    pool_.Add(parsed);
    trust_.Add(*parsed, {.level = pkix::Trust::Level::kAnchor, .distrust_after = {}});
    sources_.context.authorities = {&pool_};
    sources_.context.trust = &trust_;
    sources_.context.at = kTestTime;
    sources_.recipients = [this](std::string_view address) {
      std::vector<pkix::CertificatePtr> found;
      for (const auto& [name, certificate] : others_) {
        if (name == address) {
          found.push_back(certificate);
        }
      }
      return found;
    };
  }

  pkix::CertificatePtr Own(const CertificateBuilder& builder) { return Own(root_, builder); }

  pkix::CertificatePtr Own(const CertificateAuthority& by, const CertificateBuilder& builder) {
    auto certificate = Parse(by.Issue(builder));
    sources_.own.push_back({.certificate = certificate, .token = "Software", .locked = false});
    return certificate;
  }

  pkix::CertificatePtr Other(std::string_view address, const CertificateBuilder& builder) {
    return Other(root_, address, builder);
  }

  pkix::CertificatePtr Other(const CertificateAuthority& by, std::string_view address,
                             const CertificateBuilder& builder) {
    auto certificate = Parse(by.Issue(builder));
    others_.emplace_back(address, certificate);
    return certificate;
  }

  static idl::ComposeMessage Message(bool sign, idl::EncryptionChoice encryption,
                                     const std::vector<std::string_view>& recipients = {kBob}) {
    idl::ComposeMessage message;
    message.choices = {.sign = sign, .encryption = encryption};
    message.sender = kAlice;
    message.recipients.assign(recipients.begin(), recipients.end());
    message.time = ToMilliseconds(kTestTime);
    return message;
  }

  [[nodiscard]] idl::ComposeSecurityView View(const idl::ComposeMessage& message) const {
    return panel::ViewOf(panel::JudgeCompose(message, sources_));
  }

  CertificateAuthority root_;
  pkix::CertificatePool pool_;
  pkix::AnchorSet trust_;
  std::vector<std::pair<std::string, pkix::CertificatePtr>> others_;
  panel::ComposeSources sources_;
};

}  // namespace signet::testing

#endif  // SIGNET_TESTS_UNIT_PANEL_COMPOSE_FIXTURE_H_

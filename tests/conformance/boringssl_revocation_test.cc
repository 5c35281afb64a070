// BoringSSL's cases of OCSP responses and CRLs, each with the state of the certificate that it
// expects.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "conformance/pem.h"
#include "pkix/crl_check.h"
#include "pkix/ocsp_check.h"
#include "support/corpora.h"
#include "support/nss_environment.h"

namespace signet {
namespace {

using nlohmann::json;

std::string ReadText(const std::filesystem::path& file) {
  return std::string{AsText(testing::ReadFile(file))};
}

json ReadCases(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return json::parse(stream, nullptr, /*allow_exceptions=*/false);
}

std::string_view TextOf(pkix::RevocationState state) {
  switch (state) {
    case pkix::RevocationState::kGood:
      return "GOOD";
    case pkix::RevocationState::kRevoked:
      return "REVOKED";
    default:
      return "UNKNOWN";
  }
}

std::string Describe(const pkix::RevocationStatus& status) {
  std::string text;
  for (const Reason& problem : status.problems) {
    text += " " + std::string{idl::ToString(problem.code)} + "(" + problem.diagnostic + ")";
  }
  return text;
}

// A path, taken as given: the certificate, its issuer, and where the file has one the issuer's
// issuer.
struct Question {
  std::vector<pkix::CertificatePtr> chain;
  pkix::CertificatePool pool;
  pkix::AnchorSet anchors;
  pkix::RevocationData data;
  pkix::PathRequest request;

  Question(const std::string& text, const json& cases) {
    for (const std::string_view label :
         {"CERTIFICATE-----", "CA CERTIFICATE-----", "CA CERTIFICATE 2-----"}) {
      auto certificate = pkix::Certificate::Parse(testing::DecodePem(text, label));
      if (certificate) {
        chain.push_back(*std::move(certificate));
      }
    }
    if (chain.size() < 2) {
      return;
    }
    anchors.Add(*chain.back(), {.level = pkix::Trust::Level::kAnchor, .distrust_after = {}});
    for (const pkix::CertificatePtr& certificate : chain) {
      pool.Add(certificate);
    }
    request.target = chain[0];
    request.sources = {&pool};
    request.trust = &anchors;
    request.at = ParseRfc3339(cases.at("verify_time").get<std::string>()).value();
    request.options.allow_weak = true;  // keys of 1024 bits and SHA-1, for size
    request.revocation.mode = pkix::RevocationSettings::Mode::kRequire;
    request.revocation.clock_skew = std::chrono::seconds{0};
    request.revocation.data = &data;
  }
};

// Files whose certificate is not well formed for Signet.
const std::map<std::string, std::string> kNotRead{
    {"good_response_invalid_serial.pem", "a serial number that is not in its shortest form"},
};

TEST(BoringSslOcsp, CasesEndAsTheSuiteSays) {
  SIGNET_CORPUS_OR_SKIP(folder, "boringssl");
  const json cases = ReadCases(folder / "ocsp_expected.json");
  ASSERT_TRUE(cases.is_object());
  for (const json& test : cases.at("tests")) {
    const auto file = test.at("file").get<std::string>();
    const std::string text = ReadText(folder / file);
    Question question(text, cases);
    if (kNotRead.contains(std::filesystem::path(file).filename().string())) {
      EXPECT_LT(question.chain.size(), 2U) << file;
      continue;
    }
    ASSERT_EQ(question.chain.size(), 2U) << file;
    const auto response = pkix::OcspResponse::Parse(testing::DecodePem(text, "OCSP RESPONSE"));
    const auto expected_response = test.at("response_status").get<std::string>();
    EXPECT_EQ(response.has_value(), !expected_response.starts_with("PARSE_")) << file;
    if (!response) {
      EXPECT_EQ(response.error().code, ReasonCode::kMalformed) << file;
      continue;
    }
    question.data.ocsp_responses.push_back({.response = *response, .certificate = {}, .nonce = {}});
    pkix::SignatureChecker signatures(nullptr, 100);
    const pkix::RevocationContext context{question.request, signatures, question.chain};
    const pkix::RevocationStatus status = pkix::CheckOcsp(context, 0);
    EXPECT_EQ(TextOf(status.state), test.at("revocation_status").get<std::string>())
        << file << Describe(status);
  }
}

// Where RFC 5280 says more than BoringSSL supports, or BoringSSL asks for more: Signet's answer,
// and why.
struct Difference {
  std::string_view answer;
  std::string_view reason;
};
const std::map<std::string, Difference> kCrlDifferences{
    {"bad_crldp_has_crlissuer.pem",
     {"GOOD", "the issuer's own complete CRL covers every reason (6.3.3, last paragraph)"}},
    {"bad_idp_indirectcrl.pem",
     {"GOOD", "an indirect CRL may list its issuer's certificates, too"}},
    {"bad_thisupdate_too_old.pem", {"GOOD", "the issuer says until when it is good: nextUpdate"}},
    {"invalid_revoked_empty_sequence.pem", {"GOOD", "an empty list says what its absence says"}},
    {"invalid_v1_with_crlentryextension.pem", {"REVOKED", "whoever is listed is listed"}},
};

TEST(BoringSslCrl, CasesEndAsTheSuiteSays) {
  SIGNET_CORPUS_OR_SKIP(folder, "boringssl");
  const json cases = ReadCases(folder / "crl_expected.json");
  ASSERT_TRUE(cases.is_object());
  for (const json& test : cases.at("tests")) {
    const auto file = test.at("file").get<std::string>();
    const std::string text = ReadText(folder / file);
    Question question(text, cases);
    ASSERT_GE(question.chain.size(), 2U) << file;
    std::string why;
    if (auto crl = pkix::Crl::Parse(testing::DecodePem(text, "CRL"))) {
      question.data.crls.push_back(*std::move(crl));
    } else {
      why = " malformed: " + crl.error().diagnostic;
    }
    pkix::SignatureChecker signatures(nullptr, 100);
    const pkix::RevocationContext context{question.request, signatures, question.chain};
    const pkix::RevocationStatus status = pkix::CheckCrls(context, 0);
    const auto difference = kCrlDifferences.find(std::filesystem::path(file).filename().string());
    const std::string expected = difference != kCrlDifferences.end()
                                     ? std::string{difference->second.answer}
                                     : test.at("expected").get<std::string>();
    EXPECT_EQ(TextOf(status.state), expected) << file << why << Describe(status);
  }
}

}  // namespace
}  // namespace signet

// NIST PKITS 1.0.1: all 249 cases by the suite's own expectations, policy inputs and CRLs included.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "pkix/certificate.h"
#include "pkix/path.h"
#include "support/corpora.h"
#include "support/nss_environment.h"

namespace signet {
namespace {

using nlohmann::json;

json ReadCases(const std::filesystem::path& folder) {
  std::ifstream file(folder / "pkits.json");
  return json::parse(file, nullptr, /*allow_exceptions=*/false);
}

// Content octets of a dotted object identifier of small arcs.
Bytes EncodeOid(const std::string& dotted) {
  Bytes oid;
  std::size_t start = 0;
  std::vector<unsigned> arcs;
  while (start <= dotted.size()) {
    const std::size_t end = std::min(dotted.find('.', start), dotted.size());
    arcs.push_back(static_cast<unsigned>(std::stoul(dotted.substr(start, end - start))));
    start = end + 1;
  }
  oid.push_back(static_cast<std::uint8_t>((arcs.at(0) * 40) + arcs.at(1)));
  for (const unsigned arc : std::span{arcs}.subspan(2)) {
    if (arc >= 128) {
      oid.push_back(static_cast<std::uint8_t>(0x80U | (arc >> 7U)));
    }
    oid.push_back(static_cast<std::uint8_t>(arc & 0x7fU));
  }
  return oid;
}

// What a case says and what Signet makes of it.
struct Outcome {
  pkix::PathResult result;
  std::vector<std::string> policies;  // dotted
};

std::string Describe(const pkix::PathResult& result) {
  std::string text;
  for (const pkix::Path& path : result.paths) {
    text += path.anchored ? "  anchored:" : "  incomplete:";
    for (const Reason& reason : path.reasons) {
      text += " " + std::string{idl::ToString(reason.code)} + "(" + reason.diagnostic + ")";
    }
    text += " /";
    for (const Reason& reason : path.warnings) {
      text += " " + std::string{idl::ToString(reason.code)} + "(" + reason.diagnostic + ")";
    }
    text += "\n";
  }
  return text;
}

class Pkits : public ::testing::Test {
 protected:
  static pkix::PathResult Run(const std::filesystem::path& folder, const json& test,
                              const json& policy_oids) {
    std::vector<pkix::CertificatePtr> certificates;
    pkix::PathResult unreadable;
    for (const json& name : test.at("certs")) {
      auto certificate =
          pkix::Certificate::Parse(testing::ReadFile(folder / name.get<std::string>()));
      if (!certificate) {
        unreadable.paths.emplace_back().reasons = {certificate.error()};
        return unreadable;
      }
      certificates.push_back(*std::move(certificate));
    }
    pkix::RevocationData data;
    for (const json& name : test.at("crls")) {
      if (auto crl = pkix::Crl::Parse(testing::ReadFile(folder / name.get<std::string>()))) {
        data.crls.push_back(*std::move(crl));
      }
    }
    const pkix::CertificatePool pool(certificates);
    const pkix::AnchorSet anchors({certificates.front()});
    pkix::PathRequest request;
    request.target = certificates.back();
    request.sources = {&pool};
    request.trust = &anchors;
    request.at = ParseRfc3339(test.at("validation_time").get<std::string>()).value();
    request.purpose = pkix::Purpose::kPathOnly;
    request.options.allow_weak = true;  // the suite is of the time of DSA
    for (const json& policy : test.at("initial_policy_set")) {
      if (policy != "anyPolicy") {
        request.policy.acceptable.push_back(
            EncodeOid(policy_oids.at(policy.get<std::string>()).get<std::string>()));
      }
    }
    request.policy.require_explicit = test.at("initial_explicit_policy").get<bool>();
    request.policy.inhibit_mapping = test.at("initial_policy_mapping_inhibit").get<bool>();
    request.policy.inhibit_any = test.at("initial_inhibit_any_policy").get<bool>();
    request.revocation.mode = pkix::RevocationSettings::Mode::kRequire;
    request.revocation.data = &data;
    return pkix::ValidatePath(request);
  }
};

TEST_F(Pkits, AllCasesEndAsTheSuiteSays) {
  SIGNET_CORPUS_OR_SKIP(folder, "pkits");
  const json cases = ReadCases(folder);
  ASSERT_TRUE(cases.is_object());
  std::size_t passed = 0;
  for (const json& test : cases.at("tests")) {
    const pkix::PathResult result = Run(folder, test, cases.at("policy_oids"));
    const bool expected = test.at("should_validate").get<bool>();
    EXPECT_EQ(result.valid(), expected)
        << test.at("test").get<std::string>() << " " << test.at("title").get<std::string>() << "\n"
        << Describe(result);
    passed += result.valid() == expected ? 1U : 0U;
  }
  EXPECT_EQ(passed, 249U);
}

}  // namespace
}  // namespace signet

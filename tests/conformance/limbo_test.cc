// x509-limbo (C2SP): every case that is not about TLS names. The suite asks validators of TLS
// servers and clients; here the certificate path alone is judged, at the time that the case gives
// (or at one of ours, where it gives none), with no rule for e-mail. Where Signet deliberately
// answers otherwise, kDifferences says why.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "conformance/pem.h"
#include "pkix/certificate.h"
#include "pkix/path.h"
#include "support/corpora.h"
#include "support/nss_environment.h"

namespace signet {
namespace {

using nlohmann::json;

// Cases about names of TLS servers or their purposes; not judged.
const std::map<std::string, std::string> kAboutTls{
    {"rfc5280::san::ip-in-dns", "the form of a dNSName; Signet compares none"},
    {"rfc5280::ca-as-leaf-wrong-san", "the name of the TLS server"},
    {"rfc5280::eku::ee-wrong-eku",
     "the purpose of a TLS server; its sibling for e-mail is a unit test"},
};

// Cases in which Signet's answer is another one.
const std::map<std::string, std::string> kDifferences{
    {"rfc5280::serial::negative",
     "valid in PKITS (4.4.14); old authorities issued such, and nothing depends on the sign"},
    {"rfc5280::pc::ica-noncritical-pc", "valid in PKITS (4.8.6 and others)"},
    {"rfc5280::root-non-critical-basic-constraints",
     "valid in PKITS (4.6.4); a rule for issuers, and the extension is processed"},
    {"rfc5280::leaf-ku-keycertsign",
     "a rule for issuers; whether a leaf may sign certificates is decided by basicConstraints"},
    {"rfc5280::ski::root-missing-ski",
     "a rule for issuers; the identifier is only a hint (RFC 4158)"},
    {"rfc5280::aki::cross-signed-root-missing-aki",
     "a rule for issuers; the identifier is only a hint (RFC 4158)"},
};

class Limbo : public ::testing::Test {
 protected:
  static pkix::PathResult Run(const json& test) {
    const auto anchors = testing::ReadPem(test.at("trusted_certs"));
    auto pool_certificates = testing::ReadPem(test.at("untrusted_intermediates"));
    const auto peer = testing::ReadPem(json::array({test.at("peer_certificate")}));
    if (peer.empty()) {
      pkix::PathResult unreadable;
      unreadable.paths.emplace_back().reasons = {MakeReason(ReasonCode::kCertificateMalformed)};
      return unreadable;
    }
    pool_certificates.insert(pool_certificates.end(), anchors.begin(), anchors.end());
    const pkix::CertificatePool pool(pool_certificates);
    const pkix::AnchorSet trust(anchors);
    pkix::RevocationData data;
    for (const json& crl : test.at("crls")) {
      if (auto parsed = pkix::Crl::Parse(testing::DecodePem(crl.get<std::string>()))) {
        data.crls.push_back(*std::move(parsed));
      }
    }
    pkix::PathRequest request;
    request.target = peer.front();
    request.sources = {&pool};
    request.trust = &trust;
    request.at = test.at("validation_time").is_null()
                     ? ParseRfc3339("2024-06-01T00:00:00Z").value()
                     : ParseRfc3339(test.at("validation_time").get<std::string>()).value();
    request.purpose = pkix::Purpose::kPathOnly;
    if (!test.at("max_chain_depth").is_null()) {
      request.options.most_intermediates = test.at("max_chain_depth").get<std::size_t>();
    }
    if (!data.crls.empty()) {
      request.revocation.mode = pkix::RevocationSettings::Mode::kRequire;
      request.revocation.data = &data;
    }
    return pkix::ValidatePath(request);
  }
};

TEST_F(Limbo, CasesEndAsTheSuiteSays) {
  SIGNET_CORPUS_OR_SKIP(folder, "limbo");
  std::ifstream file(folder / "limbo.json");
  const json suite = json::parse(file, nullptr, /*allow_exceptions=*/false);
  ASSERT_TRUE(suite.is_object());
  for (const json& test : suite.at("testcases")) {
    const auto id = test.at("id").get<std::string>();
    if (kAboutTls.contains(id)) {
      continue;
    }
    const bool expected = test.at("expected_result") == "SUCCESS";
    const pkix::PathResult result = Run(test);
    std::string reasons;
    for (const Reason& reason : result.reasons()) {
      reasons += " " + std::string{idl::ToString(reason.code)} + "(" + reason.diagnostic + ")";
    }
    // A difference that is gone must leave the list.
    EXPECT_EQ(result.valid(), expected != kDifferences.contains(id)) << id << reasons;
  }
}

}  // namespace
}  // namespace signet

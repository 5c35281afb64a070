// What could be fetched, and questions that OpenSSL's responder understands.
#include "pkix/fetch.h"

#include "asn1/oids.h"
#include "pkix/ocsp_request.h"
#include "support/corpora.h"
#include "support/run.h"
#include "unit/pkix/support.h"

namespace signet {
namespace {

namespace oid = asn1::oid;
using pkix::FetchKind;
using testing::CertificateAuthority;
using testing::CertificateBuilder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::KeyKind;
using testing::Parse;
using testing::PathQuestion;
using testing::PersonCertificate;

std::vector<std::string> UrlsOf(const std::vector<pkix::Fetch>& fetches) {
  std::vector<std::string> urls;
  urls.reserve(fetches.size());
  for (const pkix::Fetch& fetch : fetches) {
    urls.push_back(fetch.url);
  }
  return urls;
}

class Fetches : public ::testing::Test {
 protected:
  Fetches() {
    person_.AuthorityInformationAccess(oid::kAccessOcsp, "http://ocsp.example.com")
        .CrlDistributionPoint("http://example.com/crl");
  }
  [[nodiscard]] pkix::PathResult Ask(
      pkix::RevocationSettings::Mode mode = pkix::RevocationSettings::Mode::kCheck) const {
    PathQuestion question(Parse(root_.Issue(person_)), {}, Parse(root_.certificate()));
    question.request.revocation.mode = mode;
    return question.Ask();
  }

  CertificateAuthority root_{"Root", KeyKind::kP256, 1};
  CertificateBuilder person_ = PersonCertificate("alice@example.com");
};

TEST_F(Fetches, RevocationThatIsNotKnown) {
  const auto fetches = pkix::FindFetches(Ask(), {});
  ASSERT_EQ(fetches.size(), 2U);
  EXPECT_EQ(fetches[0].kind, FetchKind::kOcsp);
  EXPECT_EQ(fetches[0].url, "http://ocsp.example.com");
  EXPECT_FALSE(fetches[0].body.empty());
  EXPECT_EQ(fetches[0].content_type, "application/ocsp-request");
  EXPECT_EQ(fetches[0].most_octets, limits::kOcspOctets);
  EXPECT_EQ(fetches[1].kind, FetchKind::kCrl);
  EXPECT_EQ(fetches[1].url, "http://example.com/crl");
  EXPECT_TRUE(fetches[1].body.empty());
}

TEST_F(Fetches, NothingWhereRevocationIsNotAsked) {
  EXPECT_THAT(pkix::FindFetches(Ask(pkix::RevocationSettings::Mode::kOff), {}), IsEmpty());
}

TEST_F(Fetches, OnlyWhatTheSettingsAllow) {
  const auto result = Ask();
  EXPECT_THAT(UrlsOf(pkix::FindFetches(result, {.crls = false})),
              ElementsAre("http://ocsp.example.com"));
  EXPECT_THAT(UrlsOf(pkix::FindFetches(result, {.ocsp = false})),
              ElementsAre("http://example.com/crl"));
  EXPECT_THAT(
      UrlsOf(pkix::FindFetches(result, {.crls = false, .responder_url = "http://chosen.example/"})),
      ElementsAre("http://chosen.example/"));
}

TEST_F(Fetches, IssuersThatAreMissing) {
  CertificateBuilder builder = PersonCertificate("alice@example.com");
  builder.AuthorityInformationAccess(oid::kAccessCaIssuers, "http://example.com/ca.crt");
  const CertificateAuthority unknown = root_.Subordinate("Unknown", 9);
  const PathQuestion question(Parse(unknown.Issue(builder)), {}, Parse(root_.certificate()));
  const auto fetches = pkix::FindFetches(question.Ask(), {});
  ASSERT_EQ(fetches.size(), 1U);
  EXPECT_EQ(fetches[0].kind, FetchKind::kIssuer);
  EXPECT_EQ(fetches[0].url, "http://example.com/ca.crt");
  EXPECT_EQ(fetches[0].certificate, question.request.target->sha256());
  EXPECT_THAT(pkix::FindFetches(question.Ask(), {.issuers = false}), IsEmpty());
}

TEST_F(Fetches, WebAddressesOnly) {
  for (const std::string_view url :
       {"ldap://example.com/cn=crl", "file:///etc/passwd", "ftp://example.com/crl",
        "http://exa mple.com/", "http://example.com/\r\nX: y", "javascript:alert(1)", ""}) {
    CertificateBuilder builder = PersonCertificate("alice@example.com");
    builder.CrlDistributionPoint(url);
    PathQuestion question(Parse(root_.Issue(builder)), {}, Parse(root_.certificate()));
    question.request.revocation.mode = pkix::RevocationSettings::Mode::kCheck;
    EXPECT_THAT(pkix::FindFetches(question.Ask(), {}), IsEmpty()) << url;
  }
}

// The question and OpenSSL's answer to it.
class OpenSslResponder : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.Write("root.pem", testing::Pem("CERTIFICATE", root_.der()));
    folder_.Write("key.pem", testing::Pem("PRIVATE KEY", root_.key().Pkcs8()));
    folder_.Write("person.pem", testing::Pem("CERTIFICATE", person_.der));
  }

  // Status letter of OpenSSL's index: V, R.
  [[nodiscard]] pkix::RevocationStatus Ask(char status, nss::DigestAlgorithm digest,
                                           const Bytes& nonce) {
    const auto target = Parse(person_);
    const auto issuer = Parse(root_.certificate());
    const Bytes request = pkix::MakeOcspRequest(*target, *issuer, nonce, digest).value();
    folder_.Write("request", request);
    std::string index{status};
    index += "\t350101000000Z\t";
    index += status == 'R' ? "260301000000Z,keyCompromise" : "";
    std::string serial = ToHex(person_.serial);
    std::ranges::transform(serial, serial.begin(),
                           [](char c) { return c >= 'a' ? static_cast<char>(c - 32) : c; });
    index += "\t" + serial + "\tunknown\t/CN=alice\n";
    folder_.Write("index.txt", std::string_view{index});
    const auto outcome = testing::RunProgram(
        folder_.path(),
        {"openssl", "ocsp", "-index", "index.txt", "-CA", "root.pem", "-reqin", "request",
         "-rsigner", "root.pem", "-rkey", "key.pem", "-ndays", "1", "-respout", "response"});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    const auto response = pkix::OcspResponse::Parse(testing::ReadFile(folder_.path() / "response"));
    EXPECT_TRUE(response);
    if (!response) {
      return {};
    }
    const pkix::RevocationData data{
        .crls = {},
        .ocsp_responses = {
            {.response = *response, .certificate = target->sha256(), .nonce = nonce}}};
    PathQuestion question(target, {}, issuer);
    question.request.revocation.mode = pkix::RevocationSettings::Mode::kRequire;
    // OpenSSL answers with the clock of this machine, which is not the test's.
    question.request.revocation.now = (*response)->produced_at();
    question.request.revocation.data = &data;
    nonce_echoed_ = (*response)->nonce() && Equal(*(*response)->nonce(), nonce);
    return question.Ask().best().revocation.at(0);
  }

  testing::TemporaryFolder folder_;
  CertificateAuthority root_{"Root", KeyKind::kRsa2048, 1};
  testing::Certificate person_ = root_.Issue(PersonCertificate("alice@example.com"));
  bool nonce_echoed_ = false;
};

TEST_F(OpenSslResponder, Good) {
  const Bytes nonce(32, 0x42);
  EXPECT_EQ(Ask('V', nss::DigestAlgorithm::kSha1, nonce).state, pkix::RevocationState::kGood);
  EXPECT_TRUE(nonce_echoed_);
}

TEST_F(OpenSslResponder, GoodBySha256WithoutNonce) {
  EXPECT_EQ(Ask('V', nss::DigestAlgorithm::kSha256, {}).state, pkix::RevocationState::kGood);
}

TEST_F(OpenSslResponder, Revoked) {
  const auto status = Ask('R', nss::DigestAlgorithm::kSha1, {});
  EXPECT_EQ(status.state, pkix::RevocationState::kRevoked);
  EXPECT_EQ(status.reason, pkix::CrlReason::kKeyCompromise);
  EXPECT_EQ(status.revoked_at, testing::Day(2026, 3, 1));
}

TEST(OcspGetUrl, EncodesWhatUrlsDoNotAllow) {
  EXPECT_EQ(pkix::OcspGetUrl("http://example.com", Bytes{0xfb, 0xff}),
            "http://example.com/%2B%2F8%3D");
  EXPECT_EQ(pkix::OcspGetUrl("http://example.com/", Bytes{1, 2, 3}), "http://example.com/AQID");
  EXPECT_EQ(pkix::OcspGetUrl("http://example.com/", Bytes{}), "http://example.com/");
  EXPECT_EQ(pkix::OcspGetUrl("http://example.com/", Bytes(300)), "");
}

}  // namespace
}  // namespace signet

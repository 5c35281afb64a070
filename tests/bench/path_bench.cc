// What validating certificates costs, held against what it cannot do without (the signature checks,
// the digest of a CRL) and against OpenSSL's X509_verify_cert and NSS's CERT_PKIXVerifyCert, all in
// one run and in turns. Prints a table; docs/performance.md has one.
//
//   build/release/bench_path          (configured with -DSIGNET_CPP_TESTS=ON)
//
// Every certificate is read before it is timed, by each program; Signet's cold runs have an empty
// cache of signatures.
#include <cert.h>
#include <cryptohi.h>
#include <keyhi.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>
#include <secoid.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "nss/digest.h"
#include "nss/startup.h"
#include "pkix/certificate.h"
#include "pkix/crl.h"
#include "pkix/path.h"
#include "pkix/signature_cache.h"
#include "support/certificate_builder.h"
#include "support/keys.h"
#include "support/revocation_builder.h"

namespace {

using signet::Bytes;
using signet::ByteView;
namespace nss = signet::nss;
namespace pkix = signet::pkix;
namespace testing = signet::testing;
using testing::KeyKind;

// Microseconds that `work` takes.
double Timed(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::micro> taken = std::chrono::steady_clock::now() - begin;
  return taken.count();
}

// The median of each work, all taking turns. A work's preparation is not timed.
struct Work {
  std::function<void()> prepare;
  std::function<void()> run;
};
std::vector<double> Medians(const std::vector<Work>& works, std::size_t rounds) {
  std::vector<std::vector<double>> taken(works.size());
  for (std::size_t round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < works.size(); ++i) {
      if (works[i].prepare) {
        works[i].prepare();
      }
      taken[i].push_back(Timed(works[i].run));
    }
  }
  std::vector<double> medians;
  for (std::vector<double>& each : taken) {
    std::ranges::sort(each);
    medians.push_back(each[each.size() / 2]);
  }
  return medians;
}

void Row(const char* what, double microseconds, const char* aim, double ratio = 0) {
  std::array<char, 32> against{};
  if (ratio > 0) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg)
    static_cast<void>(std::snprintf(against.data(), against.size(), "%.2f", ratio));
  }
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg)
  std::printf("| %s | %.1f µs | %s | %s |\n", what, microseconds, against.data(), aim);
  static_cast<void>(std::fflush(stdout));
}

// Anything that went wrong makes the numbers worthless.
void Require(bool holds, const char* what) {
  if (!holds) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg)
    static_cast<void>(std::fprintf(stderr, "bench_path: %s\n", what));
    std::exit(1);  // NOLINT(concurrency-mt-unsafe): one thread
  }
}

pkix::CertificatePtr Parse(ByteView der) {
  auto certificate = pkix::Certificate::Parse(der);
  Require(certificate.has_value(), "a certificate cannot be read");
  return *std::move(certificate);
}

// A person, an intermediate authority and a trusted one.
struct Chain {
  explicit Chain(KeyKind kind)
      : root(testing::CertificateAuthority::Prepared("Root", kind, 1)),
        middle(root.Subordinate(testing::CertificateAuthority::Prepared("Middle", kind, 2))),
        person(middle.Issue(testing::PersonCertificate("person@example.com", kind, 3))) {}

  testing::CertificateAuthority root;
  testing::CertificateAuthority middle;
  testing::Certificate person;
};

// A question of Signet about a chain; certificates are read by its making.
class Question {
 public:
  explicit Question(const Chain& chain)
      : pool_({Parse(chain.root.der()), Parse(chain.middle.der())}),
        trust_({Parse(chain.root.der())}) {
    request.target = Parse(chain.person.der);
    request.sources = {&pool_};
    request.trust = &trust_;
    request.at = testing::kTestTime;
    request.purpose = pkix::Purpose::kSigning;
  }

  void Ask() const { Require(pkix::ValidatePath(request).valid(), "a good chain is not valid"); }

  pkix::PathRequest request;

 private:
  pkix::CertificatePool pool_;
  pkix::AnchorSet trust_;
};

// The same question for OpenSSL.
class OpenSsl {
 public:
  explicit OpenSsl(const Chain& chain)
      : target_(Read(chain.person.der)),
        middle_(Read(chain.middle.der())),
        store_(X509_STORE_new()) {
    X509* const root = Read(chain.root.der());
    X509_STORE_add_cert(store_, root);
    X509_free(root);
    others_ = sk_X509_new_null();
    sk_X509_push(others_, middle_);
  }
  OpenSsl(const OpenSsl&) = delete;
  OpenSsl& operator=(const OpenSsl&) = delete;
  OpenSsl(OpenSsl&&) = delete;
  OpenSsl& operator=(OpenSsl&&) = delete;
  ~OpenSsl() {
    sk_X509_pop_free(others_, X509_free);
    X509_free(target_);
    X509_STORE_free(store_);
  }

  void Ask() const {
    X509_STORE_CTX* const context = X509_STORE_CTX_new();
    X509_STORE_CTX_init(context, store_, target_, others_);
    X509_VERIFY_PARAM* const parameters = X509_STORE_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_time(parameters, testing::kTestTime.time_since_epoch().count());
    X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_SMIME_SIGN);
    Require(X509_verify_cert(context) == 1, "OpenSSL finds a good chain not valid");
    X509_STORE_CTX_free(context);
  }

 private:
  static X509* Read(const Bytes& der) {
    const unsigned char* at = der.data();
    return d2i_X509(nullptr, &at, static_cast<long>(der.size()));
  }
  X509* target_;
  X509* middle_;
  X509_STORE* store_;
  STACK_OF(X509) * others_ = nullptr;
};

// The same question for NSS.
class Nss {
 public:
  explicit Nss(const Chain& chain)
      : target_(Read(chain.person.der)),
        middle_(Read(chain.middle.der())),
        anchors_(CERT_NewCertList()) {
    CERT_AddCertToListTail(anchors_, Read(chain.root.der()));
  }
  Nss(const Nss&) = delete;
  Nss& operator=(const Nss&) = delete;
  Nss(Nss&&) = delete;
  Nss& operator=(Nss&&) = delete;
  ~Nss() {
    CERT_DestroyCertList(anchors_);
    CERT_DestroyCertificate(middle_);
    CERT_DestroyCertificate(target_);
  }

  void Ask() {
    std::array<PRUint64, 2> methods{};
    CERTRevocationFlags revocation{};
    for (CERTRevocationTests* tests : {&revocation.leafTests, &revocation.chainTests}) {
      tests->number_of_defined_methods = static_cast<PRUint32>(methods.size());
      tests->cert_rev_flags_per_method = methods.data();
    }
    std::array<CERTValInParam, 5> parameters{};
    parameters[0].type = cert_pi_trustAnchors;
    parameters[0].value.pointer.chain = anchors_;
    parameters[1].type = cert_pi_useOnlyTrustAnchors;
    parameters[1].value.scalar.b = PR_TRUE;
    parameters[2].type = cert_pi_date;
    parameters[2].value.scalar.time = static_cast<PRTime>(
        std::chrono::microseconds(testing::kTestTime.time_since_epoch()).count());
    parameters[3].type = cert_pi_revocationFlags;
    parameters[3].value.pointer.revocation = &revocation;
    parameters[4].type = cert_pi_end;
    CERTValOutParam nothing{};
    nothing.type = cert_po_end;
    Require(CERT_PKIXVerifyCert(target_, certificateUsageEmailSigner, parameters.data(), &nothing,
                                nullptr) == SECSuccess,
            "NSS finds a good chain not valid");
  }

 private:
  static CERTCertificate* Read(const Bytes& der) {
    Bytes copy = der;
    SECItem item{siBuffer, copy.data(), static_cast<unsigned>(copy.size())};
    return CERT_NewTempCertificate(CERT_GetDefaultCertDB(), &item, nullptr, PR_FALSE, PR_TRUE);
  }
  CERTCertificate* target_;
  CERTCertificate* middle_;
  CERTCertList* anchors_;
};

// The two signature checks of the chain by NSS alone, its keys read before.
class Checks {
 public:
  explicit Checks(const Chain& chain)
      : middle_(Parse(chain.middle.der())), person_(Parse(chain.person.der)) {}

  void Run(const Chain& chain) const {
    Check(*person_, *chain.middle.key().public_key);
    Check(*middle_, *chain.root.key().public_key);
  }

 private:
  static void Check(const pkix::Certificate& certificate, const SECKEYPublicKey& key) {
    const ByteView data = certificate.tbs();
    Bytes signature = signet::ToBytes(certificate.signature());
    const SECItem item{siBuffer, signature.data(), static_cast<unsigned>(signature.size())};
    const SECOidTag kind =
        key.keyType == rsaKey ? SEC_OID_PKCS1_RSA_ENCRYPTION : SEC_OID_ANSIX962_EC_PUBLIC_KEY;
    SECOidTag hash = SEC_OID_SHA256;
    Require(VFY_VerifyDataDirect(data.data(), static_cast<int>(data.size()), &key, &item, kind,
                                 SEC_OID_SHA256, &hash, nullptr) == SECSuccess,
            "a good signature is wrong");
  }
  pkix::CertificatePtr middle_;
  pkix::CertificatePtr person_;
};

void MeasureChain(const char* name, KeyKind kind) {
  const Chain chain(kind);
  const Checks checks(chain);
  const OpenSsl openssl(chain);
  Nss by_nss(chain);
  std::unique_ptr<Question> cold;
  const auto anew = [&] { cold = std::make_unique<Question>(chain); };
  Question warm(chain);
  pkix::SignatureCache cache;
  warm.request.cache = &cache;
  warm.Ask();
  constexpr std::size_t kRounds = 301;
  const std::vector<double> taken = Medians({{{}, [&] { checks.Run(chain); }},
                                             {anew, [&] { cold->Ask(); }},
                                             {{}, [&] { warm.Ask(); }},
                                             {{}, [&] { openssl.Ask(); }},
                                             {{}, [&] { by_nss.Ask(); }}},
                                            kRounds);
  const std::string title = std::string("three certificates, ") + name + ": ";
  Row((title + "two signature checks (NSS)").c_str(), taken[0], "");
  Row((title + "Signet, cold").c_str(), taken[1], "1.2 × the checks", taken[1] / taken[0]);
  Row((title + "Signet, warm").c_str(), taken[2], "under 20 µs");
  Row((title + "OpenSSL X509_verify_cert").c_str(), taken[3], "", taken[3] / taken[0]);
  Row((title + "NSS CERT_PKIXVerifyCert").c_str(), taken[4], "", taken[4] / taken[0]);
}

// A list of a million revoked certificates; the person is not among them.
void MeasureCrl() {
  const Chain chain(KeyKind::kP256);
  constexpr std::uint64_t kEntries = 1'000'000;
  testing::CrlBuilder builder(chain.middle.name());
  for (std::uint64_t i = 0; i < kEntries; ++i) {
    Bytes serial(16, 0x5a);
    for (std::size_t octet = 0; octet < sizeof i; ++octet) {
      serial[octet + 1] = static_cast<std::uint8_t>((i * 0x9e3779b97f4a7c15U) >> (8 * octet));
    }
    builder.Revoke(serial);
  }
  const auto octets = std::make_shared<const Bytes>(builder.Build(chain.middle.key()));
  Question question(chain);
  pkix::SignatureCache cache;
  question.request.cache = &cache;
  question.Ask();
  const auto ask = [&](const pkix::CrlPtr& crl) {
    const pkix::RevocationData data{.crls = {crl}, .ocsp_responses = {}};
    pkix::PathRequest request = question.request;
    request.revocation.mode = pkix::RevocationSettings::Mode::kCheck;
    request.revocation.data = &data;
    const pkix::PathResult result = pkix::ValidatePath(request);
    Require(
        result.valid() && result.best().revocation.front().state == pkix::RevocationState::kGood,
        "the list does not say that the certificate is good");
  };
  constexpr std::size_t kRounds = 9;
  pkix::CrlPtr last;
  const std::vector<double> first =
      Medians({{{},
                [&] {
                  Require(nss::ComputeDigest(nss::DigestAlgorithm::kSha256, *octets).has_value(),
                          "no digest");
                }},
               {{},
                [&] {
                  auto crl = pkix::Crl::Parse(*octets, octets);
                  Require(crl.has_value(), "the list cannot be read");
                  ask(*crl);
                  last = *std::move(crl);
                }},
               {{},
                [&] {
                  Require(pkix::Crl::Parse(*octets, octets).has_value(), "the list cannot be read");
                }}},
              kRounds);
  // The list is in no order, so that an index is made after some questions.
  constexpr int kNext = 10;
  const double next = Timed([&] {
    for (int i = 0; i < kNext; ++i) {
      ask(last);
    }
  });
  const pkix::RevocationData nothing;
  constexpr std::size_t kMoreRounds = 301;
  const std::vector<double> then =
      Medians({{{}, [&] { question.Ask(); }}, {{}, [&] { ask(last); }}}, kMoreRounds);
  Row("a CRL of 1,000,000 entries: its digest (NSS)", first[0], "");
  Row("a CRL of 1,000,000 entries: read, verified, asked", first[1], "1.5 × the digest",
      first[1] / first[0]);
  Row("a CRL of 1,000,000 entries: reading alone", first[2], "", first[2] / first[0]);
  Row("a CRL of 1,000,000 entries: the ten next questions together", next, "");
  Row("a CRL of 1,000,000 entries: asked again", then[1] - then[0], "under 10 µs");
}

// A thousand certificates of two authorities for each other, none of which leads anywhere.
void MeasureHostile() {
  constexpr int kCertificates = 1000;
  constexpr int kKeys = 40;
  std::vector<pkix::CertificatePtr> bundle;
  for (int i = 0; i < kCertificates; ++i) {
    const bool odd = i % 2 != 0;
    testing::CertificateBuilder builder = testing::CertificateAuthority::Prepared(
        odd ? "A" : "B", KeyKind::kP256, 100 + (i / 2) % kKeys);
    builder.Issuer(testing::CommonName(odd ? "B" : "A")).Serial(static_cast<std::uint64_t>(i) + 1);
    bundle.push_back(Parse(builder.Build(testing::Key(KeyKind::kP256, 100 + i % kKeys))));
  }
  testing::CertificateBuilder person = testing::PersonCertificate("person@example.com");
  person.Issuer(testing::CommonName("A"));
  // The trusted authority has the name of one of them, so that ways end at it, with a wrong
  // signature each.
  const testing::CertificateAuthority root("A", KeyKind::kP256, 99);
  bundle.push_back(Parse(root.der()));
  const pkix::CertificatePool pool(bundle);
  const pkix::AnchorSet trust({bundle.back()});
  pkix::PathRequest request;
  request.target = Parse(person.Build(testing::Key(KeyKind::kP256, 100)));
  request.sources = {&pool};
  request.trust = &trust;
  request.at = testing::kTestTime;
  request.purpose = pkix::Purpose::kSigning;
  constexpr std::size_t kRounds = 9;
  const std::vector<double> taken =
      Medians({{{},
                [&] {
                  const pkix::PathResult result = pkix::ValidatePath(request);
                  Require(!result.valid(), "a hostile chain is valid");
                }}},
              kRounds);
  Row("1,000 cross-certificates that lead nowhere", taken[0], "under 100 ms");
}

}  // namespace

int main() {
  const auto runtime = nss::Runtime::Open({});
  Require(runtime.has_value(), "NSS does not start");
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg)
  std::printf("| what | time | ratio | aim |\n|---|---|---|---|\n");
  MeasureChain("RSA 2048", KeyKind::kRsa2048);
  MeasureChain("P-256", KeyKind::kP256);
  MeasureHostile();
  MeasureCrl();
  testing::ForgetKeys();
  return 0;
}

// The profile's certificates, trust and keys, in a database that NSS's own tools made.
#include <gtest/gtest.h>
#include <pk11pub.h>

#include <optional>

#include "asn1/oids.h"
#include "cms/certificate_fields.h"
#include "nss/certificate_object.h"
#include "nss/quick_der.h"
#include "nss/token.h"
#include "store/memory_keys.h"
#include "store/profile_certificates.h"
#include "store/profile_keys.h"
#include "store/profile_trust.h"
#include "support/certificate_builder.h"
#include "support/corpora.h"
#include "support/nss_environment.h"
#include "support/run.h"

namespace signet::store {
namespace {

using pkix::Trust;
using testing::Certificate;
using testing::CertificateAuthority;
using testing::NssEnvironment;
using testing::Outcome;
using testing::RunProgram;
using testing::TemporaryFolder;

// The material is made with NSS running without a database, then NSS is started on the profile.
class ProfileTest : public ::testing::Test {
 protected:
  void SetUp() override { Run({"certutil", "-N", "-d", "sql:.", "-f", "password"}); }

  void TearDown() override {
    runtime_.reset();
    NssEnvironment::Start();
  }

  void Run(const std::vector<std::string>& command) const {
    folder_.Write("password", "secret\n");
    const Outcome outcome = RunProgram(folder_.path(), command);
    ASSERT_EQ(outcome.status, 0) << command[0] << outcome.out << outcome.err;
  }

  void AddCertificate(const std::string& nickname, ByteView der, const std::string& trust) const {
    folder_.Write("add.der", der);
    Run({"certutil", "-A", "-d", "sql:.", "-f", "password", "-n", nickname, "-t", trust, "-i",
         "add.der"});
  }

  void AddKey(const Certificate& certificate) const {
    folder_.Write("cert.pem", testing::Pem("CERTIFICATE", certificate.der));
    folder_.Write("key.pem", testing::Pem("PRIVATE KEY", certificate.key->Pkcs8()));
    Run({"openssl", "pkcs12", "-export", "-in", "cert.pem", "-inkey", "key.pem", "-passout",
         "pass:x", "-out", "key.p12"});
    Run({"pk12util", "-i", "key.p12", "-d", "sql:.", "-k", "password", "-W", "x"});
  }

  void StartOnProfile(bool builtin_roots = false, nss::PasswordSource password = {}) {
    NssEnvironment::Stop();
    auto runtime = nss::Runtime::Open({.profile = folder_.path(),
                                       .builtin_roots = builtin_roots,
                                       .password = std::move(password)});
    ASSERT_TRUE(runtime.has_value()) << runtime.error().diagnostic;
    runtime_ = *std::move(runtime);
  }

  static pkix::CertificatePtr Parsed(ByteView der) {
    auto certificate = pkix::Certificate::Parse(der);
    EXPECT_TRUE(certificate.has_value());
    return *std::move(certificate);
  }

  static cms::RecipientId ByIssuerAndSerial(const pkix::Certificate& certificate) {
    cms::RecipientId id;
    id.issuer_and_serial.emplace(ToBytes(certificate.issuer().der()),
                                 ToBytes(certificate.serial()));
    return id;
  }

  static cms::RecipientId ByKeyIdentifier(const pkix::Certificate& certificate) {
    cms::RecipientId id;
    id.key_identifier =
        ToBytes(*cms::ReadCertificateFields(certificate.der())->subject_key_identifier);
    return id;
  }

  TemporaryFolder folder_;
  std::shared_ptr<const nss::Runtime> runtime_;
};

TEST_F(ProfileTest, FindsCertificatesBySubject) {
  const CertificateAuthority first("Same Name", testing::KeyKind::kP256, 1);
  const CertificateAuthority second("Same Name", testing::KeyKind::kP256, 2);
  // The same name as PrintableString: other octets, the same name by RFC 5280, 7.1.
  const CertificateAuthority printable = CertificateAuthority(
      CertificateAuthority::Prepared("x", testing::KeyKind::kP256, 3)
          .Subject(testing::Name({{asn1::oid::kCommonName, "Only  Printable", 0x13}})));
  AddCertificate("first", first.der(), ",,");
  AddCertificate("second", second.der(), "C,C,");
  AddCertificate("printable", printable.der(), ",,");
  const Bytes& same = first.der();
  const Bytes utf8_root = CertificateAuthority("only printable", testing::KeyKind::kP256, 4).der();
  const Bytes stranger = CertificateAuthority("Stranger", testing::KeyKind::kP256, 5).der();
  StartOnProfile();
  const ProfileCertificates certificates(runtime_);
  for (int again = 0; again < 2; ++again) {
    EXPECT_EQ(certificates.FindBySubject(Parsed(same)->subject()).size(), 2U);
    EXPECT_EQ(certificates.FindBySubject(Parsed(utf8_root)->subject()).size(), 1U);
    EXPECT_TRUE(certificates.FindBySubject(Parsed(stranger)->subject()).empty());
    EXPECT_TRUE(certificates.FindBySubject(pkix::Name()).empty());
  }
}

TEST_F(ProfileTest, FindsCertificatesByAddress) {
  const CertificateAuthority root("Root");
  const Certificate alice =
      root.Issue(testing::PersonCertificate("alice@example.com")
                     .SubjectAltName({testing::Rfc822Name("alice@example.com"),
                                      testing::Rfc822Name("a.b@example.org")}));
  AddCertificate("alice", alice.der, ",,");
  AddCertificate(
      "alice again",
      root.Issue(testing::PersonCertificate("Alice@Example.COM", testing::KeyKind::kP256, 2)).der,
      ",,");
  StartOnProfile();
  ProfileCertificates certificates(runtime_);
  EXPECT_EQ(certificates.FindByAddress("ALICE@example.com").size(), 2U);
  EXPECT_EQ(certificates.FindByAddress("a.b@example.org").size(), 1U);
  EXPECT_TRUE(certificates.FindByAddress("bob@example.com").empty());
  EXPECT_TRUE(certificates.FindByAddress("nonsense").empty());
  certificates.Refresh();
  EXPECT_EQ(certificates.FindByAddress("alice@example.com").size(), 2U);
}

TEST_F(ProfileTest, ReadsTrustForEmail) {
  const std::vector<std::pair<std::string, Trust::Level>> cases = {
      {",C,", Trust::Level::kAnchor},     {"C,,C", Trust::Level::kNone},
      {",c,", Trust::Level::kNone},       {",P,", Trust::Level::kPeer},
      {",p,", Trust::Level::kDistrusted}, {",,", Trust::Level::kNone},
      {"p,C,p", Trust::Level::kAnchor},   {"CT,CT,CT", Trust::Level::kAnchor},
  };
  std::vector<Bytes> added;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const std::string name = "Root " + std::to_string(i);
    added.push_back(CertificateAuthority(name, testing::KeyKind::kP256, static_cast<int>(i)).der());
    AddCertificate(name, added.back(), cases[i].first);
  }
  const Bytes stranger = CertificateAuthority("Stranger", testing::KeyKind::kP256, 99).der();
  StartOnProfile();
  ProfileTrust trust(runtime_);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const auto certificate = Parsed(added[i]);
    EXPECT_EQ(trust.EmailTrust(*certificate).level, cases[i].second) << cases[i].first;
    EXPECT_EQ(trust.EmailTrust(*certificate).level, cases[i].second) << "remembered";
    EXPECT_FALSE(trust.EmailTrust(*certificate).distrust_after.has_value());
  }
  EXPECT_EQ(trust.EmailTrust(*Parsed(stranger)).level, Trust::Level::kNone);
  trust.Refresh();
  EXPECT_EQ(trust.EmailTrust(*Parsed(added[0])).level, Trust::Level::kAnchor);
}

TEST_F(ProfileTest, ReadsTheBuiltinRoots) {
  StartOnProfile(true);
  const ProfileTrust trust(runtime_);
  const ProfileCertificates certificates(runtime_);
  std::size_t anchors = 0;
  std::size_t dated = 0;
  for (const nss::UniqueSlot& slot : nss::AllTokens()) {
    if (PK11_HasRootCerts(slot.get()) == PR_FALSE) {
      continue;
    }
    for (const nss::TokenCertificate& element : nss::FindCertificates(slot.get())) {
      const pkix::CertificatePtr root = Parsed(element.der);
      const Trust answer = trust.EmailTrust(*root);
      if (answer.level == Trust::Level::kAnchor) {
        ++anchors;
        EXPECT_FALSE(certificates.FindBySubject(root->subject()).empty());
      }
      dated += answer.distrust_after ? 1U : 0U;
    }
  }
  EXPECT_GT(anchors, 20U);
  RecordProperty("roots with a distrust date", static_cast<int>(dated));
}

TEST_F(ProfileTest, ListsOwnCertificatesWithoutAskingForAPassword) {
  const CertificateAuthority root("Root");
  const Certificate alice = root.Issue(testing::PersonCertificate("alice@example.com"));
  const Certificate bob =
      root.Issue(testing::PersonCertificate("bob@example.com", testing::KeyKind::kP256, 2));
  AddKey(alice);
  AddCertificate("bob", bob.der, ",,");
  const std::string sha256 = alice.Sha256Hex();
  bool asked = false;
  StartOnProfile(true, [&](const std::string&, bool) -> std::optional<std::string> {
    asked = true;
    return std::nullopt;
  });
  const ProfileKeys keys(runtime_);
  const std::vector<OwnCertificate> own = keys.List();
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own[0].certificate->sha256(), sha256);
  EXPECT_EQ(own[0].token, "");
  EXPECT_TRUE(own[0].locked);
  EXPECT_FALSE(asked);
}

TEST_F(ProfileTest, FindsPrivateKeysOfRecipients) {
  const CertificateAuthority root("Root");
  const Certificate alice = root.Issue(testing::PersonCertificate("alice@example.com"));
  const Certificate rsa =
      root.Issue(testing::PersonCertificate("alice@example.com", testing::KeyKind::kRsa2048));
  const Certificate bob =
      root.Issue(testing::PersonCertificate("bob@example.com", testing::KeyKind::kP256, 2));
  AddKey(alice);
  AddKey(rsa);
  AddCertificate("bob", bob.der, ",,");
  int asked = 0;
  StartOnProfile(false, [&](const std::string&, bool) -> std::optional<std::string> {
    ++asked;
    return "secret";
  });
  ProfileKeys keys(runtime_);
  const auto bobs = Parsed(bob.der);
  EXPECT_FALSE(keys.Owns(ByIssuerAndSerial(*bobs)));
  EXPECT_FALSE(keys.Owns(ByKeyIdentifier(*bobs)));
  EXPECT_FALSE(keys.Owns({}));
  const auto others = keys.Find(ByIssuerAndSerial(*bobs));
  ASSERT_TRUE(others.has_value());
  EXPECT_EQ(*others, nullptr);

  for (const Bytes& der : {alice.der, rsa.der}) {
    const auto own = Parsed(der);
    for (const cms::RecipientId& id : {ByIssuerAndSerial(*own), ByKeyIdentifier(*own)}) {
      EXPECT_TRUE(keys.Owns(id));
    }
  }
  EXPECT_EQ(asked, 0);
  for (const Bytes& der : {alice.der, rsa.der}) {
    const auto own = Parsed(der);
    for (const cms::RecipientId& id : {ByIssuerAndSerial(*own), ByKeyIdentifier(*own)}) {
      const auto key = keys.Find(id);
      ASSERT_TRUE(key.has_value()) << key.error().diagnostic;
      EXPECT_TRUE(testing::Fits(*key, own->spki()));
    }
    const auto key = keys.PrivateKey(*own);
    ASSERT_TRUE(key.has_value()) << key.error().diagnostic;
    EXPECT_TRUE(testing::Fits(*key, own->spki()));
  }
  EXPECT_EQ(asked, 1);
  EXPECT_FALSE(keys.PrivateKey(*bobs).has_value());
}

TEST_F(ProfileTest, SaysThatAPasswordIsNeeded) {
  const CertificateAuthority root("Root");
  const Certificate alice = root.Issue(testing::PersonCertificate("alice@example.com"));
  AddKey(alice);
  const std::string sha256 = alice.Sha256Hex();
  StartOnProfile();
  ProfileKeys keys(runtime_);
  const auto key = keys.Find(ByIssuerAndSerial(*Parsed(alice.der)));
  ASSERT_FALSE(key.has_value());
  EXPECT_EQ(key.error().code, ReasonCode::kPasswordNeeded);
  EXPECT_FALSE(key.error().texts.contains("token"));
  EXPECT_EQ(key.error().certificate, sha256);
}

TEST_F(ProfileTest, PutsKeysOfFilesBesideThoseOfTheProfile) {
  const CertificateAuthority root("Root");
  const Certificate alice = root.Issue(testing::PersonCertificate("alice@example.com"));
  const Certificate bob =
      root.Issue(testing::PersonCertificate("bob@example.com", testing::KeyKind::kRsa2048, 2));
  AddKey(bob);  // leaves key.p12; its key is removed from the profile again
  const Bytes file = testing::ReadFile(folder_.path() / "key.p12");
  Run({"certutil", "-F", "-d", "sql:.", "-f", "password", "-n", "bob"});
  AddKey(alice);
  StartOnProfile(false, [](const std::string&, bool) { return std::string("secret"); });
  auto contents = ReadPkcs12(file, "x", "key.p12");
  ASSERT_TRUE(contents.has_value()) << contents.error().diagnostic;
  MemoryKeys memory;
  memory.Add(*std::move(contents));
  ProfileKeys profile(runtime_);
  KeyRing ring({&profile, &memory});
  for (const Bytes& der : {alice.der, bob.der}) {
    const auto own = Parsed(der);
    EXPECT_TRUE(ring.Owns(ByIssuerAndSerial(*own)));
    EXPECT_TRUE(ring.Owns(ByKeyIdentifier(*own)));
    const auto key = ring.Find(ByKeyIdentifier(*own));
    ASSERT_TRUE(key.has_value()) << key.error().diagnostic;
    EXPECT_TRUE(testing::Fits(*key, own->spki()));
  }
  EXPECT_FALSE(profile.Owns(ByIssuerAndSerial(*Parsed(bob.der))));
  EXPECT_FALSE(ring.Owns(ByIssuerAndSerial(*Parsed(root.der()))));
}

}  // namespace
}  // namespace signet::store

// Signatures made by OpenSSL are right, and altered ones are wrong; odd algorithms are said by
// name.
#include "nss/signature.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asn1/der_reader.h"
#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "support/corpora.h"
#include "support/keys.h"
#include "support/nss_environment.h"
#include "support/run.h"

namespace signet {
namespace {

namespace oid = asn1::oid;
using asn1::ContextConstructedTag;
using asn1::DerWriter;
using nss::DigestAlgorithm;
using nss::PublicKey;
using nss::SignatureAlgorithm;
using nss::SignatureScheme;
using testing::KeyKind;

const Bytes kMessage = ToBytes(AsBytes("The quick brown fox jumps over the lazy dog."));

PublicKey KeyOf(const testing::KeyPair& pair) {
  return PublicKey::FromSpki(pair.subject_public_key_info).value();
}

Bytes Identifier(const Oid& oid, ByteView parameters = {}) {
  DerWriter writer;
  writer.Sequence([&](DerWriter& sequence) {
    sequence.Oid(oid);
    sequence.Raw(parameters);
  });
  return std::move(writer).Take();
}

// What OpenSSL makes of a certificate request: a signature over its first part.
struct Request {
  Bytes signed_octets;
  Bytes algorithm;
  Bytes signature;
  Bytes spki;
};

Request MakeRequest(const std::filesystem::path& folder, const std::vector<std::string>& key,
                    const std::vector<std::string>& options) {
  std::vector<std::string> command{"openssl", "genpkey", "-out", "key.pem"};
  command.insert(command.end(), key.begin(), key.end());
  EXPECT_EQ(testing::RunProgram(folder, command).status, 0);
  command = {"openssl", "req",      "-new", "-key", "key.pem", "-subj",
             "/CN=x",   "-outform", "DER",  "-out", "request"};
  command.insert(command.end(), options.begin(), options.end());
  const auto outcome = testing::RunProgram(folder, command);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const Bytes der = testing::ReadFile(folder / "request");
  asn1::DerReader outer(der);
  auto parts = outer.ReadSequence().value();
  Request request;
  const auto info = parts.ReadElement(asn1::kSequence).value();
  request.signed_octets = ToBytes(info.der);
  request.algorithm = ToBytes(parts.ReadElement(asn1::kSequence)->der);
  request.signature = ToBytes(parts.ReadBitString()->octets);
  asn1::DerReader fields(info);
  static_cast<void>(fields.ReadInteger());
  static_cast<void>(fields.ReadSequence());
  request.spki = ToBytes(fields.ReadElement(asn1::kSequence)->der);
  return request;
}

struct OpenSslCase {
  std::string name;
  std::vector<std::string> key;
  std::vector<std::string> options;
  std::string algorithm;
};

const std::vector<std::string> kRsaKey{"-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"};
const std::vector<std::string> kPssKey{"-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048"};

std::vector<std::string> EcKey(const std::string& curve) {
  return {"-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:" + curve};
}

std::vector<std::string> Pss(const std::string& digest, const std::string& salt,
                             const std::string& mask = "") {
  std::vector<std::string> options{"-" + digest, "-sigopt", "rsa_padding_mode:pss", "-sigopt",
                                   "rsa_pss_saltlen:" + salt};
  if (!mask.empty()) {
    options.insert(options.end(), {"-sigopt", "rsa_mgf1_md:" + mask});
  }
  return options;
}

class OpenSslSignature : public ::testing::TestWithParam<OpenSslCase> {};

TEST_P(OpenSslSignature, IsRightAndAlteredIsWrong) {
  const testing::TemporaryFolder folder;
  const Request request = MakeRequest(folder.path(), GetParam().key, GetParam().options);
  const auto key = PublicKey::FromSpki(request.spki);
  ASSERT_TRUE(key);
  const auto algorithm = nss::ParseSignatureAlgorithm(request.algorithm);
  ASSERT_TRUE(algorithm) << algorithm.error().diagnostic;
  EXPECT_EQ(algorithm->Name(), GetParam().algorithm);
  if (algorithm->digest && !nss::IsAvailable(*algorithm->digest)) {
    const auto outcome =
        nss::VerifyData(*key, *algorithm, request.signed_octets, request.signature);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ReasonCode::kAlgorithmUnsupported);
    GTEST_SKIP() << "this NSS has no " << GetParam().algorithm;
  }
  const auto outcome = nss::VerifyData(*key, *algorithm, request.signed_octets, request.signature);
  EXPECT_TRUE(outcome) << outcome.error().diagnostic;
  Bytes altered = request.signed_octets;
  altered.back() ^= 1U;
  EXPECT_EQ(nss::VerifyData(*key, *algorithm, altered, request.signature).error().code,
            ReasonCode::kSignatureMismatch);
  altered = request.signature;
  altered[altered.size() / 2] ^= 1U;
  EXPECT_EQ(nss::VerifyData(*key, *algorithm, request.signed_octets, altered).error().code,
            ReasonCode::kSignatureMismatch);
}

INSTANTIATE_TEST_SUITE_P(
    All, OpenSslSignature,
    ::testing::Values(
        OpenSslCase{"RsaSha1", kRsaKey, {"-sha1"}, "RSA with SHA-1"},
        OpenSslCase{"RsaSha224", kRsaKey, {"-sha224"}, "RSA with SHA-224"},
        OpenSslCase{"RsaSha256", kRsaKey, {"-sha256"}, "RSA with SHA-256"},
        OpenSslCase{"RsaSha384", kRsaKey, {"-sha384"}, "RSA with SHA-384"},
        OpenSslCase{"RsaSha512", kRsaKey, {"-sha512"}, "RSA with SHA-512"},
        OpenSslCase{"RsaSha3", kRsaKey, {"-sha3-256"}, "RSA with SHA3-256"},
        OpenSslCase{"PssSha1", kRsaKey, Pss("sha1", "20"), "RSA-PSS with SHA-1"},
        OpenSslCase{"PssSha256", kRsaKey, Pss("sha256", "digest"), "RSA-PSS with SHA-256"},
        OpenSslCase{"PssNoSalt", kRsaKey, Pss("sha256", "0"), "RSA-PSS with SHA-256"},
        OpenSslCase{"PssLongestSalt", kRsaKey, Pss("sha256", "222"), "RSA-PSS with SHA-256"},
        OpenSslCase{"PssSha384", kRsaKey, Pss("sha384", "digest"), "RSA-PSS with SHA-384"},
        OpenSslCase{"PssSha512", kRsaKey, Pss("sha512", "digest"), "RSA-PSS with SHA-512"},
        OpenSslCase{"PssOtherMask", kRsaKey, Pss("sha256", "32", "sha1"), "RSA-PSS with SHA-256"},
        OpenSslCase{"PssOtherMask512", kRsaKey, Pss("sha256", "10", "sha512"),
                    "RSA-PSS with SHA-256"},
        OpenSslCase{"PssKey", kPssKey, Pss("sha256", "32"), "RSA-PSS with SHA-256"},
        OpenSslCase{"P256", EcKey("P-256"), {"-sha256"}, "ECDSA with SHA-256"},
        OpenSslCase{"P256LongDigest", EcKey("P-256"), {"-sha512"}, "ECDSA with SHA-512"},
        OpenSslCase{"P384", EcKey("P-384"), {"-sha384"}, "ECDSA with SHA-384"},
        OpenSslCase{"P521", EcKey("P-521"), {"-sha512"}, "ECDSA with SHA-512"},
        OpenSslCase{"P521ShortDigest", EcKey("P-521"), {"-sha256"}, "ECDSA with SHA-256"}),
    [](const auto& instance) { return instance.param.name; });

TEST(Signature, Ed25519ByOpenSslOrUnsupportedByName) {
  const testing::TemporaryFolder folder;
  const Request request = MakeRequest(folder.path(), {"-algorithm", "ED25519"}, {});
  const auto key = PublicKey::FromSpki(request.spki).value();
  const auto algorithm = nss::ParseSignatureAlgorithm(request.algorithm).value();
  EXPECT_EQ(algorithm.Name(), "Ed25519");
  const auto outcome = nss::VerifyData(key, algorithm, request.signed_octets, request.signature);
  if (!testing::IsAvailable(KeyKind::kEd25519)) {
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ReasonCode::kAlgorithmUnsupported);
    EXPECT_EQ(outcome.error().texts.at("algorithm"), "Ed25519");
    GTEST_SKIP() << "this NSS has no Ed25519";
  }
  EXPECT_TRUE(outcome) << outcome.error().diagnostic;
  Bytes altered = request.signed_octets;
  altered.back() ^= 1U;
  EXPECT_EQ(nss::VerifyData(key, algorithm, altered, request.signature).error().code,
            ReasonCode::kSignatureMismatch);
}

TEST(Signature, BrainpoolIsUnsupportedByName) {
  const testing::TemporaryFolder folder;
  const Request request = MakeRequest(folder.path(), EcKey("brainpoolP256r1"), {"-sha256"});
  const auto key = PublicKey::FromSpki(request.spki).value();
  EXPECT_EQ(key.Name(), "EC brainpoolP256r1");
  const auto outcome = nss::VerifyData(key, nss::ParseSignatureAlgorithm(request.algorithm).value(),
                                       request.signed_octets, request.signature);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, ReasonCode::kAlgorithmUnsupported);
}

// Parameters in a PSS key bind its signatures (RFC 4055, 3.3).
TEST(Signature, PssKeysAllowTheirOwnParametersOnly) {
  const testing::TemporaryFolder folder;
  const Request request =
      MakeRequest(folder.path(),
                  {"-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048", "-pkeyopt",
                   "rsa_pss_keygen_md:sha256", "-pkeyopt", "rsa_pss_keygen_mgf1_md:sha256",
                   "-pkeyopt", "rsa_pss_keygen_saltlen:32"},
                  Pss("sha256", "40"));
  const auto key = PublicKey::FromSpki(request.spki).value();
  auto algorithm = nss::ParseSignatureAlgorithm(request.algorithm).value();
  EXPECT_TRUE(nss::VerifyData(key, algorithm, request.signed_octets, request.signature));
  algorithm.salt_octets = 31;
  EXPECT_EQ(nss::VerifyData(key, algorithm, request.signed_octets, request.signature).error().code,
            ReasonCode::kAlgorithmRefused);
  algorithm.salt_octets = 40;
  algorithm.digest = DigestAlgorithm::kSha512;
  EXPECT_EQ(nss::VerifyData(key, algorithm, request.signed_octets, request.signature).error().code,
            ReasonCode::kAlgorithmRefused);
  const SignatureAlgorithm pkcs1{.scheme = SignatureScheme::kRsaPkcs1,
                                 .digest = DigestAlgorithm::kSha256};
  EXPECT_EQ(nss::VerifyData(key, pkcs1, request.signed_octets, request.signature).error().code,
            ReasonCode::kAlgorithmRefused);
}

TEST(Signature, KeyAndSchemeMustBelongTogether) {
  const SignatureAlgorithm rsa{.scheme = SignatureScheme::kRsaPkcs1,
                               .digest = DigestAlgorithm::kSha256};
  const SignatureAlgorithm ecdsa{.scheme = SignatureScheme::kEcdsa,
                                 .digest = DigestAlgorithm::kSha256};
  const PublicKey ec_key = KeyOf(testing::Key(KeyKind::kP256));
  const PublicKey rsa_key = KeyOf(testing::Key(KeyKind::kRsa2048));
  EXPECT_EQ(nss::VerifyData(ec_key, rsa, kMessage, Bytes(64)).error().code,
            ReasonCode::kAlgorithmRefused);
  EXPECT_EQ(nss::VerifyData(rsa_key, ecdsa, kMessage, Bytes(64)).error().code,
            ReasonCode::kAlgorithmRefused);
}

// Attack class 18: signatures of every length are a mismatch, never handed on.
TEST(Signature, LengthsAreCheckedFirst) {
  const PublicKey rsa_key = KeyOf(testing::Key(KeyKind::kRsa2048));
  const PublicKey ec_key = KeyOf(testing::Key(KeyKind::kP256));
  const SignatureAlgorithm pss{.scheme = SignatureScheme::kRsaPss,
                               .digest = DigestAlgorithm::kSha256,
                               .mask_digest = DigestAlgorithm::kSha256,
                               .salt_octets = 32};
  for (const std::size_t size : {0U, 1U, 255U, 257U, 2048U, 16384U, 65536U}) {
    EXPECT_EQ(nss::VerifyData(rsa_key, pss, kMessage, Bytes(size, 0x55)).error().code,
              ReasonCode::kSignatureMismatch);
    EXPECT_EQ(nss::VerifyData(
                  ec_key, {.scheme = SignatureScheme::kEcdsa, .digest = DigestAlgorithm::kSha256},
                  kMessage, Bytes(size, 0x55))
                  .error()
                  .code,
              ReasonCode::kSignatureMismatch);
  }
}

TEST(Signature, SaltThatDoesNotFit) {
  const testing::KeyPair& pair = testing::Key(KeyKind::kRsa2048);
  const SignatureAlgorithm pss{.scheme = SignatureScheme::kRsaPss,
                               .digest = DigestAlgorithm::kSha256,
                               .mask_digest = DigestAlgorithm::kSha256,
                               .salt_octets = 60000};
  EXPECT_EQ(nss::VerifyData(KeyOf(pair), pss, kMessage, Bytes(256)).error().code,
            ReasonCode::kSignatureMismatch);
}

TEST(Signature, EcdsaHasOneEncoding) {
  const testing::KeyPair& pair = testing::Key(KeyKind::kP256);
  const PublicKey key = KeyOf(pair);
  const SignatureAlgorithm algorithm{.scheme = SignatureScheme::kEcdsa,
                                     .digest = DigestAlgorithm::kSha256};
  const Bytes good = testing::Sign(pair, testing::Scheme::kEcdsaSha256, kMessage);
  ASSERT_TRUE(nss::VerifyData(key, algorithm, kMessage, good));
  asn1::DerReader outer(good);
  auto numbers = outer.ReadSequence().value();
  const Bytes r = ToBytes(numbers.ReadInteger().value());
  const Bytes s = ToBytes(numbers.ReadInteger().value());
  const auto encode = [](const Bytes& first, const Bytes& second) {
    DerWriter writer;
    writer.Sequence([&](DerWriter& pair_of) {
      pair_of.Value(asn1::kInteger, first);
      pair_of.Value(asn1::kInteger, second);
    });
    return std::move(writer).Take();
  };
  Bytes padded{0};
  padded.insert(padded.end(), r.begin(), r.end());
  Bytes trailing = good;
  trailing.push_back(0);
  for (const Bytes& bad : {encode(padded, s), encode(Bytes{0}, s), encode(r, Bytes{0}),
                           encode(Bytes{0xff}, s), trailing}) {
    EXPECT_FALSE(nss::VerifyData(key, algorithm, kMessage, bad));
  }
}

TEST(SignatureAlgorithm, RefusedAndUnknownOnesAreNamed) {
  const auto md5 = nss::ParseSignatureAlgorithm(Identifier(oid::kMd5WithRsa, Bytes{5, 0}));
  EXPECT_EQ(md5.error().code, ReasonCode::kAlgorithmRefused);
  EXPECT_EQ(md5.error().texts.at("algorithm"), "RSA with MD5");
  static constexpr Oid kUnknown{"1.2.3.4"};
  const auto unknown = nss::ParseSignatureAlgorithm(Identifier(kUnknown));
  EXPECT_EQ(unknown.error().code, ReasonCode::kAlgorithmUnsupported);
  EXPECT_EQ(unknown.error().texts.at("algorithm"), "1.2.3.4");
  const auto ed448 = nss::ParseSignatureAlgorithm(Identifier(oid::kEd448));
  EXPECT_EQ(ed448.error().texts.at("algorithm"), "Ed448");
}

TEST(SignatureAlgorithm, WhatCannotBeUsedHasANameToo) {
  const auto named = [](const Oid& signature, const Oid& digest) {
    return nss::SignatureName(signature.bytes(), digest.bytes());
  };
  EXPECT_EQ(named(oid::kSha256WithRsa, oid::kSha256), "RSA with SHA-256");
  EXPECT_EQ(named(oid::kMd5WithRsa, oid::kMd5), "RSA with MD5");
  EXPECT_EQ(named(oid::kRsaEncryption, oid::kMd5), "RSA with MD5");
  EXPECT_EQ(named(oid::kEcPublicKey, oid::kSha384), "ECDSA with SHA-384");
  EXPECT_EQ(named(oid::kRsaEncryption, oid::kEd448), "RSA");
  EXPECT_EQ(named(oid::kRsassaPss, oid::kSha256), "RSA-PSS");
  EXPECT_EQ(named(oid::kEd448, oid::kSha256), "Ed448");
  EXPECT_EQ(named(oid::kSha256, oid::kSha256), "2.16.840.1.101.3.4.2.1");
}

TEST(SignatureAlgorithm, KeyIdentifiersNeedADigestFromElsewhere) {
  const Bytes rsa = Identifier(oid::kRsaEncryption, Bytes{5, 0});
  EXPECT_FALSE(nss::ParseSignatureAlgorithm(rsa));
  const auto algorithm = nss::ParseSignatureAlgorithm(rsa, DigestAlgorithm::kSha384);
  ASSERT_TRUE(algorithm);
  EXPECT_EQ(algorithm->Name(), "RSA with SHA-384");
}

TEST(SignatureAlgorithm, ParametersWhereNoneMayBe) {
  const Bytes number{0x02, 0x01, 0x00};
  EXPECT_EQ(nss::ParseSignatureAlgorithm(Identifier(oid::kSha256WithRsa, number)).error().code,
            ReasonCode::kMalformed);
  EXPECT_EQ(nss::ParseSignatureAlgorithm(Identifier(oid::kEd25519, Bytes{5, 0})).error().code,
            ReasonCode::kMalformed);
  EXPECT_EQ(nss::ParseSignatureAlgorithm(Identifier(oid::kMlDsa44, Bytes{5, 0})).error().code,
            ReasonCode::kMalformed);
}

TEST(SignatureAlgorithm, PssDefaultsAndErrors) {
  const auto parse = [](const Bytes& parameters) {
    return nss::ParseSignatureAlgorithm(Identifier(oid::kRsassaPss, parameters));
  };
  const auto defaults = parse(Bytes{0x30, 0x00});
  ASSERT_TRUE(defaults);
  EXPECT_EQ(defaults->digest, DigestAlgorithm::kSha1);
  EXPECT_EQ(defaults->mask_digest, DigestAlgorithm::kSha1);
  EXPECT_EQ(defaults->salt_octets, 20U);
  EXPECT_FALSE(parse({}));  // RFC 4055, 3.1: must be present
  EXPECT_FALSE(parse(Bytes{5, 0}));
  const auto with = [&](unsigned tag, const Bytes& value) {
    DerWriter writer;
    writer.Sequence(
        [&](DerWriter& sequence) { sequence.Value(ContextConstructedTag(tag), value); });
    return parse(writer.octets());
  };
  EXPECT_TRUE(with(3, {0x02, 0x01, 0x01}));
  EXPECT_FALSE(with(3, {0x02, 0x01, 0x02}));        // another trailer
  EXPECT_FALSE(with(2, {0x02, 0x01, 0xff}));        // negative salt
  EXPECT_FALSE(with(2, {0x02, 0x03, 0x01, 0, 0}));  // salt of 65536
  EXPECT_EQ(with(0, Identifier(oid::kMd5, Bytes{5, 0})).error().code,
            ReasonCode::kAlgorithmRefused);
  EXPECT_EQ(with(1, Identifier(oid::kSha256)).error().code, ReasonCode::kAlgorithmUnsupported);
}

TEST(Signature, DigestOfTheRightLengthOnly) {
  const PublicKey key = KeyOf(testing::Key(KeyKind::kP256));
  const SignatureAlgorithm algorithm{.scheme = SignatureScheme::kEcdsa,
                                     .digest = DigestAlgorithm::kSha256};
  EXPECT_EQ(nss::VerifyDigest(key, algorithm, Bytes(31), Bytes(70)).error().code,
            ReasonCode::kInvalidRequest);
}

}  // namespace
}  // namespace signet

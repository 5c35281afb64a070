// Keys are judged by size and shape before NSS sees them. Sound ones are made by OpenSSL.
#include "nss/public_key.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "base/limits.h"
#include "support/corpora.h"
#include "support/keys.h"
#include "support/nss_environment.h"
#include "support/run.h"

namespace signet {
namespace {

namespace oid = asn1::oid;
using asn1::DerWriter;
using nss::KeyType;
using nss::PublicKey;

// SubjectPublicKeyInfo of these parts.
Bytes Spki(const Oid& algorithm, ByteView parameters, ByteView key) {
  DerWriter writer;
  writer.Sequence([&](DerWriter& spki) {
    spki.Sequence([&](DerWriter& identifier) {
      identifier.Oid(algorithm);
      identifier.Raw(parameters);
    });
    spki.BitString(key);
  });
  return std::move(writer).Take();
}

const Bytes kNull{0x05, 0x00};

Bytes RsaKey(ByteView modulus, ByteView exponent) {
  DerWriter writer;
  writer.Sequence([&](DerWriter& key) {
    key.UnsignedInteger(modulus);
    key.UnsignedInteger(exponent);
  });
  return std::move(writer).Take();
}

// An odd number of this many bits.
Bytes Odd(std::size_t bits) {
  Bytes number((bits + 7) / 8, 0x55);
  number.front() = static_cast<std::uint8_t>(1U << ((bits - 1) % 8));
  number.back() |= 1U;
  return number;
}

Result<PublicKey> Rsa(ByteView modulus, ByteView exponent) {
  return PublicKey::FromSpki(Spki(oid::kRsaEncryption, kNull, RsaKey(modulus, exponent)));
}

const Bytes kF4{0x01, 0x00, 0x01};

TEST(PublicKey, RsaSizes) {
  EXPECT_EQ(Rsa(Odd(2048), kF4)->bits(), 2048U);
  EXPECT_EQ(Rsa(Odd(2048), kF4)->Name(), "RSA 2048 bits");
  EXPECT_EQ(Rsa(Odd(2048), kF4)->modulus_octets(), 256U);
  EXPECT_EQ(Rsa(Odd(2041), kF4)->modulus_octets(), 256U);
  EXPECT_EQ(Rsa(Odd(512), kF4)->bits(), 512U);  // read, and refused by whoever is to trust it
  EXPECT_TRUE(Rsa(Odd(limits::kRsaBitsMost), kF4));
}

// Attack class 18: 16 385 bits, even modulus, exponent 1, nothing at all.
TEST(PublicKey, OddRsaKeysAreInvalid) {
  Bytes even = Odd(2048);
  even.back() &= 0xfeU;
  const std::vector<std::pair<std::string, Result<PublicKey>>> keys{
      {"one bit too many", Rsa(Odd(limits::kRsaBitsMost + 1), kF4)},
      {"even modulus", Rsa(even, kF4)},
      {"exponent 0", Rsa(Odd(2048), Bytes{0})},
      {"exponent 1", Rsa(Odd(2048), Bytes{1})},
      {"even exponent", Rsa(Odd(2048), Bytes{4})},
      {"giant exponent", Rsa(Odd(2048), Odd(257))},
      {"exponent above the modulus", Rsa(Odd(64), Odd(65))},
      {"modulus 0", Rsa(Bytes{0}, kF4)},
      {"empty", PublicKey::FromSpki(Spki(oid::kRsaEncryption, kNull, {}))},
      {"parameters", PublicKey::FromSpki(Spki(oid::kRsaEncryption, Bytes{0x02, 0x01, 0x00},
                                              RsaKey(Odd(2048), kF4)))},
  };
  for (const auto& [name, key] : keys) {
    ASSERT_FALSE(key) << name;
    EXPECT_EQ(key.error().code, ReasonCode::kKeyInvalid) << name;
  }
}

TEST(PublicKey, NegativeModulus) {
  DerWriter writer;
  writer.Sequence([](DerWriter& key) {
    key.Value(asn1::kInteger, Bytes{0x80, 0x01});
    key.Integer(65537);
  });
  EXPECT_FALSE(PublicKey::FromSpki(Spki(oid::kRsaEncryption, kNull, writer.octets())));
}

TEST(PublicKey, NotASubjectPublicKeyInfo) {
  for (const Bytes& der : {Bytes{}, Bytes{0x30, 0x00}, Bytes{0x05, 0x00}, Bytes(100, 0x30)}) {
    const auto key = PublicKey::FromSpki(der);
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code, ReasonCode::kMalformed);
  }
}

Bytes CurveParameters(const Oid& curve) {
  return asn1::EncodeValue(asn1::kObjectIdentifier, curve.bytes());
}

TEST(PublicKey, EcPointsHaveTheLengthOfTheirCurve) {
  const auto key = [](std::size_t octets, std::uint8_t form) {
    Bytes point(octets, 0x11);
    if (!point.empty()) {
      point[0] = form;
    }
    return PublicKey::FromSpki(Spki(oid::kEcPublicKey, CurveParameters(oid::kP256), point));
  };
  EXPECT_TRUE(key(65, 4));
  EXPECT_TRUE(key(33, 2));
  EXPECT_EQ(key(65, 4)->Name(), "EC P-256");
  EXPECT_FALSE(key(64, 4));
  EXPECT_FALSE(key(66, 4));
  EXPECT_FALSE(key(65, 2));
  EXPECT_FALSE(key(65, 6));
  EXPECT_FALSE(key(1, 0));
  EXPECT_FALSE(key(0, 0));
}

TEST(PublicKey, EcNeedsANamedCurve) {
  EXPECT_FALSE(PublicKey::FromSpki(Spki(oid::kEcPublicKey, {}, Bytes(65, 4))));
  EXPECT_FALSE(PublicKey::FromSpki(Spki(oid::kEcPublicKey, kNull, Bytes(65, 4))));
}

TEST(PublicKey, UnknownCurvesAndKeysAreNamed) {
  static constexpr Oid kUnknown{"1.2.3.4"};
  const auto curve =
      PublicKey::FromSpki(Spki(oid::kEcPublicKey, CurveParameters(kUnknown), Bytes(65, 4)));
  ASSERT_TRUE(curve);
  EXPECT_EQ(curve->Name(), "EC 1.2.3.4");
  const auto key = PublicKey::FromSpki(Spki(kUnknown, {}, Bytes(10, 4)));
  ASSERT_TRUE(key);
  EXPECT_EQ(key->type(), KeyType::kUnknown);
  EXPECT_EQ(key->Name(), "1.2.3.4");
  const auto imported = key->Import();
  ASSERT_FALSE(imported);
  EXPECT_EQ(imported.error().code, ReasonCode::kAlgorithmUnsupported);
  EXPECT_EQ(imported.error().texts.at("algorithm"), "1.2.3.4");
}

TEST(PublicKey, KeysOfOneLength) {
  const auto ed25519 = [](std::size_t octets, ByteView parameters) {
    return PublicKey::FromSpki(Spki(oid::kEd25519, parameters, Bytes(octets, 1)));
  };
  EXPECT_EQ(ed25519(32, {})->Name(), "Ed25519");
  EXPECT_FALSE(ed25519(31, {}));
  EXPECT_FALSE(ed25519(33, {}));
  EXPECT_FALSE(ed25519(32, kNull));
  EXPECT_EQ(PublicKey::FromSpki(Spki(oid::kMlDsa65, {}, Bytes(1952, 1)))->Name(), "ML-DSA-65");
  EXPECT_FALSE(PublicKey::FromSpki(Spki(oid::kMlDsa65, {}, Bytes(1312, 1))));
  EXPECT_EQ(PublicKey::FromSpki(Spki(oid::kMlKem768, {}, Bytes(1184, 1)))->type(), KeyType::kMlKem);
}

// Every kind that OpenSSL makes and NSS has can be handed to NSS.
TEST(PublicKey, ImportsWhatOpenSslMakes) {
  const testing::TemporaryFolder folder;
  const std::vector<std::tuple<std::string, std::vector<std::string>, KeyType, std::string>> kinds{
      {"rsa",
       {"-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"},
       KeyType::kRsa,
       "RSA 2048 bits"},
      {"pss",
       {"-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048"},
       KeyType::kRsaPss,
       "RSA 2048 bits"},
      {"p256",
       {"-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"},
       KeyType::kEc,
       "EC P-256"},
      {"p384",
       {"-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"},
       KeyType::kEc,
       "EC P-384"},
      {"p521",
       {"-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"},
       KeyType::kEc,
       "EC P-521"}};
  for (const auto& [name, options, type, text] : kinds) {
    std::vector<std::string> command{"openssl", "genpkey", "-out", name + ".pem"};
    command.insert(command.end(), options.begin(), options.end());
    ASSERT_EQ(testing::RunProgram(folder.path(), command).status, 0) << name;
    ASSERT_EQ(testing::RunProgram(folder.path(), {"openssl", "pkey", "-in", name + ".pem",
                                                  "-pubout", "-outform", "DER", "-out", name})
                  .status,
              0);
    const auto key = PublicKey::FromSpki(testing::ReadFile(folder.path() / name));
    ASSERT_TRUE(key) << name;
    EXPECT_EQ(key->type(), type) << name;
    EXPECT_EQ(key->Name(), text);
    EXPECT_TRUE(key->Import()) << name;
  }
}

}  // namespace
}  // namespace signet

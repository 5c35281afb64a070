#include "cms/attributes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "cms/decoder.h"
#include "support/nss_environment.h"
#include "support/signed_data_builder.h"
#include "unit/cms/enveloped_builder.h"
#include "unit/cms/support.h"

namespace signet::cms {
namespace {

namespace oid = asn1::oid;
using testing::AttributeDer;

// Attributes that every signer has, with these beside them; in the given order.
Result<SignedAttributes> Read(const std::vector<Bytes>& more) {
  asn1::DerWriter writer;
  writer.Constructed(asn1::ContextConstructedTag(0), [&](asn1::DerWriter& set) {
    set.Raw(AttributeDer(oid::kContentType,
                         {asn1::EncodeValue(asn1::kObjectIdentifier, oid::kData.bytes())}));
    set.Raw(AttributeDer(oid::kMessageDigest, {OctetStringDer(Bytes(32, 1))}));
    for (const Bytes& attribute : more) {
      set.Raw(attribute);
    }
  });
  return ReadSignedAttributes(writer.octets());
}

std::string Faults(const std::vector<Bytes>& more) {
  const auto attributes = Read(more);
  if (!attributes) {
    return CodeName(attributes.error().code);
  }
  std::string faults;
  for (const Reason& fault : attributes->faults) {
    faults += (faults.empty() ? "" : ",") + fault.texts.at("attribute");
  }
  return faults;
}

Bytes TimeDer(std::string_view text, asn1::Tag tag = asn1::kUtcTime) {
  return asn1::EncodeValue(tag, AsBytes(text));
}

TEST(SignedAttributesTest, SigningTime) {
  const auto attributes = Read({AttributeDer(oid::kSigningTime, {TimeDer("260601120000Z")})});
  ASSERT_TRUE(attributes);
  EXPECT_EQ(FormatRfc3339(*attributes->signing_time), "2026-06-01T12:00:00Z");
  EXPECT_EQ(Faults({AttributeDer(oid::kSigningTime,
                                 {TimeDer("20260601120000Z", asn1::kGeneralizedTime)})}),
            "");
  EXPECT_EQ(Faults({AttributeDer(oid::kSigningTime, {TimeDer("261301120000Z")})}), "signing time");
  EXPECT_EQ(Faults({AttributeDer(oid::kSigningTime, {})}), "signing time");
  EXPECT_EQ(Faults({AttributeDer(oid::kSigningTime,
                                 {TimeDer("260601120000Z"), TimeDer("260601120001Z")})}),
            "signing time");
  const Bytes time = AttributeDer(oid::kSigningTime, {TimeDer("260601120000Z")});
  EXPECT_EQ(Faults({time, time}), "signing time");
}

TEST(SignedAttributesTest, Order) {
  const auto sorted = Read({});
  ASSERT_TRUE(sorted);
  EXPECT_TRUE(sorted->sorted_der.empty());
  EXPECT_EQ(sorted->der.front(), asn1::kSet);
  const auto unsorted = Read({AttributeDer(oid::kCountry, {FromHex("0500")})});
  ASSERT_TRUE(unsorted);
  EXPECT_FALSE(unsorted->sorted_der.empty());
  EXPECT_EQ(unsorted->sorted_der.size(), unsorted->der.size());
  EXPECT_EQ(unsorted->all.size(), 3U);
}

TEST(SignedAttributesTest, Capabilities) {
  asn1::DerWriter list;
  list.Sequence([](asn1::DerWriter& sequence) {
    sequence.Raw(Algorithm(oid::kAes256Gcm));
    sequence.Raw(Algorithm(oid::kRc2Cbc, FromHex("02020080")));
  });
  const auto attributes = Read({AttributeDer(oid::kSmimeCapabilities, {list.octets()})});
  ASSERT_TRUE(attributes);
  ASSERT_EQ(attributes->capabilities.size(), 2U);
  EXPECT_EQ(ByteView(attributes->capabilities[0].oid), oid::kAes256Gcm);
  EXPECT_TRUE(attributes->capabilities[0].parameters.empty());
  EXPECT_EQ(ToHex(attributes->capabilities[1].parameters), "02020080");
  // Unreadable ones are no capabilities, and no fault of the signature.
  const auto unreadable = Read({AttributeDer(oid::kSmimeCapabilities, {FromHex("3003020101")})});
  ASSERT_TRUE(unreadable);
  EXPECT_TRUE(unreadable->capabilities.empty());
  EXPECT_TRUE(unreadable->faults.empty());
}

TEST(SignedAttributesTest, EncryptionKeyPreference) {
  const Bytes name = FromHex("300d310b3009060355040613024445");
  const IssuerAndSerial wanted{name, {0x05}};
  const auto issuer_and_serial = [&](asn1::Tag tag) {
    asn1::DerWriter writer;
    writer.Constructed(tag, [&](asn1::DerWriter& inner) {
      inner.Raw(name);
      inner.Integer(5);
    });
    return std::move(writer).Take();
  };
  const auto preference = [](const std::vector<Bytes>& attributes) {
    const auto read = Read(attributes);
    EXPECT_TRUE(read && read->faults.empty());
    return read->encryption_key_preference;
  };
  const Bytes standard = AttributeDer(oid::kEncryptionKeyPreference,
                                      {issuer_and_serial(asn1::ContextConstructedTag(0))});
  const Bytes microsoft =
      AttributeDer(oid::kMicrosoftEncryptionKeyPreference, {issuer_and_serial(asn1::kSequence)});
  EXPECT_EQ(preference({standard})->issuer_and_serial, wanted);
  EXPECT_EQ(preference({microsoft})->issuer_and_serial, wanted);
  // The standard's form counts where both are there.
  const Bytes by_key = AttributeDer(oid::kEncryptionKeyPreference, {FromHex("82020a0b")});
  EXPECT_EQ(preference({by_key, microsoft})->key_identifier, (Bytes{0x0a, 0x0b}));
  const Bytes recipient_key =
      AttributeDer(oid::kEncryptionKeyPreference, {FromHex("a10404020a0b")});
  EXPECT_EQ(preference({recipient_key})->key_identifier, (Bytes{0x0a, 0x0b}));
  EXPECT_EQ(preference({}), std::nullopt);
  EXPECT_EQ(preference({AttributeDer(oid::kEncryptionKeyPreference, {FromHex("0500")})}),
            std::nullopt);
}

TEST(SignedAttributesTest, SigningCertificate) {
  const Bytes hash(20, 7);
  asn1::DerWriter version_1;
  version_1.Sequence([&](asn1::DerWriter& signing_certificate) {
    signing_certificate.Sequence([&](asn1::DerWriter& list) {
      list.Sequence([&](asn1::DerWriter& id) { id.OctetString(hash); });
    });
  });
  auto attributes = Read({AttributeDer(oid::kSigningCertificate, {version_1.octets()})});
  ASSERT_TRUE(attributes);
  ASSERT_EQ(attributes->signing_certificate.size(), 1U);
  EXPECT_EQ(ByteView(attributes->signing_certificate[0].digest_oid), oid::kSha1);
  EXPECT_EQ(attributes->signing_certificate[0].hash, hash);

  const Bytes name = FromHex("300d310b3009060355040613024445");
  asn1::DerWriter version_2;
  version_2.Sequence([&](asn1::DerWriter& signing_certificate) {
    signing_certificate.Sequence([&](asn1::DerWriter& list) {
      list.Sequence([&](asn1::DerWriter& id) {
        id.Raw(Algorithm(oid::kSha512));
        id.OctetString(Bytes(64, 1));
        id.Sequence([&](asn1::DerWriter& issuer_serial) {
          issuer_serial.Sequence([&](asn1::DerWriter& names) {
            names.Constructed(asn1::ContextConstructedTag(4),
                              [&](asn1::DerWriter& directory) { directory.Raw(name); });
          });
          issuer_serial.Integer(9);
        });
      });
      list.Sequence([&](asn1::DerWriter& id) { id.OctetString(Bytes(32, 2)); });
    });
  });
  attributes = Read({AttributeDer(oid::kSigningCertificateV2, {version_2.octets()})});
  ASSERT_TRUE(attributes);
  ASSERT_EQ(attributes->signing_certificate_v2.size(), 2U);
  EXPECT_EQ(ByteView(attributes->signing_certificate_v2[0].digest_oid), oid::kSha512);
  EXPECT_EQ(attributes->signing_certificate_v2[0].issuer_and_serial,
            (IssuerAndSerial{name, {0x09}}));
  EXPECT_EQ(ByteView(attributes->signing_certificate_v2[1].digest_oid), oid::kSha256);
  EXPECT_EQ(attributes->signing_certificate_v2[1].issuer_and_serial, std::nullopt);

  EXPECT_EQ(Faults({AttributeDer(oid::kSigningCertificateV2, {FromHex("30023000")})}),
            "signing certificate");
  EXPECT_EQ(Faults({AttributeDer(oid::kSigningCertificate, {FromHex("0500")})}),
            "signing certificate");
}

TEST(SignedAttributesTest, NotAttributes) {
  EXPECT_FALSE(ReadSignedAttributes({}));
  EXPECT_FALSE(ReadSignedAttributes(FromHex("a003020101")));
  EXPECT_FALSE(ReadSignedAttributes(FromHex("a0053003020101")));
  const auto empty = ReadSignedAttributes(FromHex("a000"));
  ASSERT_TRUE(empty);
  EXPECT_EQ(empty->faults.size(), 2U);
}

// ESS, checked against the certificate that is used: both versions, right and wrong.
TEST(SigningCertificateTest, Version1IsChecked) {
  const testing::CertificateAuthority authority("Test CA");
  const testing::Certificate alice =
      authority.Issue(testing::PersonCertificate("alice@example.com", testing::KeyKind::kP256, 1));
  const testing::Certificate twin = authority.Issue(
      testing::PersonCertificate("mallory@example.com", testing::KeyKind::kP256, 1));
  const auto verdict = [&](ByteView hashed, const testing::Certificate& named) {
    asn1::DerWriter value;
    value.Sequence([&](asn1::DerWriter& signing_certificate) {
      signing_certificate.Sequence([&](asn1::DerWriter& list) {
        list.Sequence([&](asn1::DerWriter& id) {
          id.OctetString(testing::Sha1(hashed));
          id.Sequence([&](asn1::DerWriter& issuer_serial) {
            issuer_serial.Sequence([&](asn1::DerWriter& names) {
              names.Constructed(asn1::ContextConstructedTag(4),
                                [&](asn1::DerWriter& name) { name.Raw(named.issuer); });
            });
            issuer_serial.Value(asn1::kInteger, named.serial);
          });
        });
      });
    });
    testing::SignerSpec spec{.certificate = &alice};
    spec.signed_attributes_more = {AttributeDer(oid::kSigningCertificate, {value.octets()})};
    const auto data = DecodeSignature(
        testing::SignedDataBuilder().Content(AsBytes("Hello")).Signer(spec).Build());
    EXPECT_TRUE(data);
    return Verdict(VerifySigner(*data, 0, nullptr, alice.der));
  };
  EXPECT_EQ(verdict(alice.der, alice), "valid");
  // Another certificate of the same key: the substitution that ESS is against.
  EXPECT_EQ(verdict(twin.der, twin), "signing-certificate-mismatch");
  EXPECT_EQ(verdict(alice.der, twin), "signing-certificate-mismatch");
}

}  // namespace
}  // namespace signet::cms

// Damage of every kind: cut at every octet, changed at every octet, and sizes that are only
// claimed.
#include <gtest/gtest.h>
#define ZLIB_CONST
#include <zlib.h>

#include <array>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "base/limits.h"
#include "support/nss_environment.h"
#include "support/signed_data_builder.h"
#include "unit/cms/enveloped_builder.h"
#include "unit/cms/support.h"

namespace signet::cms {
namespace {

namespace oid = asn1::oid;
using testing::Certificate;
using testing::CertificateAuthority;
using testing::KeyKind;
using testing::Pem;
using testing::PersonCertificate;
using testing::SignedDataBuilder;
using testing::SignerSpec;
using testing::TemporaryFolder;

constexpr std::string_view kText = "Content-Type: text/plain\r\n\r\nPay 10 euros.\r\n";

// The same certificate each time.
const Certificate& Person(KeyKind kind) {
  static const CertificateAuthority kAuthority("Test CA");
  static std::map<KeyKind, Certificate> issued;
  if (!issued.contains(kind)) {
    issued.emplace(kind, kAuthority.Issue(PersonCertificate("alice@example.com", kind, 1)));
  }
  return issued.at(kind);
}

// What reading gives: the content where it is accepted as it stands, nothing otherwise.
using Accepted = std::optional<std::string>;

Accepted AcceptSigned(ByteView object) {
  RememberingSink sink;
  const auto decoded = Decode(object, sink);
  if (!decoded) {
    return std::nullopt;
  }
  const auto* data = std::get_if<SignedData>(&decoded->object);
  if (data == nullptr || data->signers.size() != 1) {
    return std::nullopt;
  }
  const SignerOutcome outcome = VerifySigner(*data, 0, nullptr, FindCertificate(*data, 0));
  EXPECT_TRUE(outcome.valid || !outcome.reasons.empty());
  return outcome.valid ? Accepted(sink.text()) : std::nullopt;
}

Accepted AcceptDetached(ByteView object) {
  const auto data = DecodeSignature(object);
  if (!data || data->signers.size() != 1) {
    return std::nullopt;
  }
  auto digester = ContentDigester::ForDetached(*data);
  if (!digester || !digester->Update(AsBytes(kText))) {
    return std::nullopt;
  }
  const auto digests = digester->Finish();
  const SignerOutcome outcome = VerifySigner(*data, 0, &*digests, FindCertificate(*data, 0));
  return outcome.valid ? Accepted(std::string(kText)) : std::nullopt;
}

Accepted AcceptOpened(ByteView object) {
  KeyStore keys;
  keys.Add(Person(KeyKind::kRsa2048));
  keys.Add(Person(KeyKind::kP256));
  RememberingSink sink;
  DecodeOptions options;
  options.keys = &keys;
  const auto decoded = Decode(object, sink, SIZE_MAX, options);
  return decoded ? Accepted(sink.text()) : std::nullopt;
}

Bytes Encrypted(const std::string& cipher, KeyKind kind) {
  const TemporaryFolder folder;
  folder.Write("recipient.pem", Pem("CERTIFICATE", Person(kind).der));
  folder.Write("text", kText);
  return OpenSsl(folder, {"cms", "-encrypt", "-binary", "-in", "text", "-outform", "DER",
                          "-" + cipher, "-recip", "recipient.pem"});
}

Bytes Compress(std::string_view text) {
  uLongf size = compressBound(text.size());
  Bytes compressed(size);
  EXPECT_EQ(compress(compressed.data(), &size, AsBytes(text).data(), text.size()), Z_OK);
  compressed.resize(size);
  return compressed;
}

// A ContentInfo of CompressedData.
Bytes CompressedObject(ByteView compressed, const Oid& algorithm = oid::kZlibCompress) {
  asn1::DerWriter writer;
  writer.Sequence([&](asn1::DerWriter& info) {
    info.Oid(oid::kCompressedData);
    info.Constructed(asn1::ContextConstructedTag(0), [&](asn1::DerWriter& content) {
      content.Sequence([&](asn1::DerWriter& data) {
        data.Integer(0);
        data.Raw(Algorithm(algorithm));
        data.Sequence([&](asn1::DerWriter& inner) {
          inner.Oid(oid::kData);
          inner.Constructed(asn1::ContextConstructedTag(0),
                            [&](asn1::DerWriter& octets) { octets.OctetString(compressed); });
        });
      });
    });
  });
  return std::move(writer).Take();
}

struct Kind {
  std::string name;
  std::function<Bytes()> make;
  std::function<Accepted(ByteView)> accept;
  // Whether whoever accepts it knows that nothing was changed (not so for CBC).
  bool is_authentic = true;
};

std::vector<Kind> Kinds() {
  const auto sign = [](KeyKind kind, bool signed_attributes, bool detached, bool indefinite) {
    return [=] {
      const Certificate& certificate = Person(kind);
      SignedDataBuilder builder;
      builder.Content(AsBytes(kText))
          .Signer(SignerSpec{.certificate = &certificate,
                             .signed_attributes = signed_attributes,
                             .signing_certificate_v2 = signed_attributes})
          .Detached(detached);
      if (indefinite) {
        builder.Indefinite(5);
      }
      return builder.Build();
    };
  };
  const auto encrypt = [](const std::string& cipher, KeyKind kind) {
    return [=] { return Encrypted(cipher, kind); };
  };
  return {
      {"SignedEc", sign(KeyKind::kP256, true, false, false), AcceptSigned},
      {"SignedRsaIndefinite", sign(KeyKind::kRsa2048, true, false, true), AcceptSigned},
      {"SignedWithoutAttributes", sign(KeyKind::kRsa2048, false, false, false), AcceptSigned},
      {"Detached", sign(KeyKind::kP256, true, true, false), AcceptDetached},
      {"AuthEnvelopedRsa", encrypt("aes-128-gcm", KeyKind::kRsa2048), AcceptOpened},
      {"AuthEnvelopedEc", encrypt("aes-256-gcm", KeyKind::kP256), AcceptOpened},
      {"EnvelopedRsa", encrypt("aes256", KeyKind::kRsa2048), AcceptOpened, false},
      {"EnvelopedEc", encrypt("aes128", KeyKind::kP256), AcceptOpened, false},
      // zlib's checksum is none against an attacker, but one changed bit it finds.
      {"Compressed", [] { return CompressedObject(Compress(kText)); }, AcceptOpened},
  };
}

class RobustnessTest : public ::testing::TestWithParam<Kind> {};

TEST_P(RobustnessTest, CutAtEveryOctet) {
  const Bytes object = GetParam().make();
  ASSERT_EQ(GetParam().accept(object), std::string(kText));
  for (std::size_t size = 0; size < object.size(); ++size) {
    EXPECT_EQ(GetParam().accept(ByteView(object).first(size)), std::nullopt) << size;
  }
}

TEST_P(RobustnessTest, ChangedAtEveryOctet) {
  const Bytes object = GetParam().make();
  for (std::size_t at = 0; at < object.size(); ++at) {
    static constexpr std::array kChanges = {0x01U, 0x80U, 0xffU};
    Bytes changed = object;
    changed[at] = static_cast<std::uint8_t>(changed[at] ^ kChanges.at(at % kChanges.size()));
    const Accepted accepted = GetParam().accept(changed);
    if (accepted && GetParam().is_authentic) {
      EXPECT_EQ(*accepted, kText) << at;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, RobustnessTest, ::testing::ValuesIn(Kinds()),
                         [](const auto& tested) { return tested.param.name; });

std::string Failure(ByteView object) {
  RememberingSink sink;
  const auto decoded = Decode(object, sink);
  if (decoded) {
    return "none";
  }
  const Reason& reason = decoded.error();
  return reason.texts.contains("limit") ? reason.texts.at("limit") : CodeName(reason.code);
}

// A few octets that claim gigabytes: refused at once, without taking memory for them.
TEST(ResourceTest, ClaimedSizes) {
  const Bytes head = FromHex("3080 0609 2a864886f70d010702 a080 3080");
  const auto with = [&](std::string_view rest) {
    Bytes object = head;
    const Bytes more = FromHex(rest);
    object.insert(object.end(), more.begin(), more.end());
    return Failure(object);
  };
  EXPECT_EQ(with("0284 80000000 00"), "kAsn1ValueOctets");
  EXPECT_EQ(with("0201 01 3184 80000000 00"), "kAsn1ValueOctets");
  EXPECT_EQ(with("020101 3100 3080 0609 2a864886f70d010701 0000 a080 3084 80000000 00"),
            "kAsn1ValueOctets");
  EXPECT_EQ(
      with("020101 3100 3080 0609 2a864886f70d010701 0000 a084 80000000 3088 ffffffffffffffff"),
      "malformed");
  EXPECT_EQ(with("020101 3100 3080 0609 2a864886f70d010701 0000 3184 80000000 3084 7f000000 00"),
            "kAsn1ValueOctets");
}

// A SignedData with these digest algorithms, certificates and signers.
Bytes SignedObject(const std::vector<Bytes>& digests, ByteView content,
                   const std::vector<Bytes>& certificates, const std::vector<Bytes>& signers) {
  asn1::DerWriter writer;
  const auto raw = [](asn1::DerWriter& set, const std::vector<Bytes>& values) {
    for (const Bytes& value : values) {
      set.Raw(value);
    }
  };
  writer.Sequence([&](asn1::DerWriter& info) {
    info.Oid(oid::kSignedData);
    info.Constructed(asn1::ContextConstructedTag(0), [&](asn1::DerWriter& outer) {
      outer.Sequence([&](asn1::DerWriter& data) {
        data.Integer(1);
        data.Set([&](asn1::DerWriter& set) { raw(set, digests); });
        data.Sequence([&](asn1::DerWriter& inner) {
          inner.Oid(oid::kData);
          inner.Constructed(asn1::ContextConstructedTag(0),
                            [&](asn1::DerWriter& octets) { octets.OctetString(content); });
        });
        data.Constructed(asn1::ContextConstructedTag(0),
                         [&](asn1::DerWriter& set) { raw(set, certificates); });
        data.Set([&](asn1::DerWriter& set) { raw(set, signers); });
      });
    });
  });
  return std::move(writer).Take();
}

// The content is hashed once, however often its digest is named.
TEST(ResourceTest, RepeatedDigestAlgorithms) {
  const std::vector<Bytes> digests(2000, Algorithm(oid::kSha512));
  const auto data = DecodeSignature(SignedObject(digests, Bytes(1000, 'x'), {}, {}));
  ASSERT_TRUE(data);
  EXPECT_EQ(data->digest_algorithms.size(), 1U);
  EXPECT_EQ(data->content->digests.size(), 1U);
  constexpr std::size_t kOneTooMany = 33;
  std::vector<Bytes> distinct;
  distinct.reserve(kOneTooMany);
  for (std::size_t i = 0; i < kOneTooMany; ++i) {
    distinct.push_back(Algorithm(
        oid::kSha512, asn1::EncodeValue(asn1::kInteger, Bytes{static_cast<std::uint8_t>(i)})));
  }
  EXPECT_EQ(Failure(SignedObject(distinct, {}, {}, {})), "kCmsDigestAlgorithms");
}

TEST(ResourceTest, Counts) {
  const Bytes certificate = FromHex("3000");
  EXPECT_EQ(
      Failure(SignedObject({}, {}, std::vector<Bytes>(limits::kCmsCertificates, certificate), {})),
      "none");
  EXPECT_EQ(Failure(SignedObject(
                {}, {}, std::vector<Bytes>(limits::kCmsCertificates + 1, certificate), {})),
            "kCmsCertificates");
  const Certificate person = Person(KeyKind::kP256);
  const auto decoded =
      DecodeSignature(SignedDataBuilder().Content(AsBytes(kText)).Signer(person).Build());
  ASSERT_TRUE(decoded);
  asn1::DerWriter signer;
  signer.Sequence([&](asn1::DerWriter& info) {
    info.Integer(1);
    info.Raw(IssuerAndSerialDer(person));
    info.Raw(Algorithm(oid::kSha256));
    info.Raw(Algorithm(oid::kEcdsaWithSha256));
    info.OctetString(Bytes(70, 1));
  });
  EXPECT_EQ(
      Failure(SignedObject({}, {}, {}, std::vector<Bytes>(limits::kCmsSigners, signer.octets()))),
      "none");
  EXPECT_EQ(Failure(SignedObject({}, {}, {},
                                 std::vector<Bytes>(limits::kCmsSigners + 1, signer.octets()))),
            "kCmsSigners");
  SignerSpec spec{.certificate = &person};
  spec.signed_attributes_more.assign(limits::kCmsAttributes,
                                     testing::AttributeDer(oid::kContentHint, {FromHex("0500")}));
  EXPECT_EQ(Failure(SignedDataBuilder().Content(AsBytes(kText)).Signer(spec).Build()),
            "kCmsAttributes");
}

TEST(ResourceTest, Recipients) {
  EncryptedObject object;
  object.algorithm = Algorithm(oid::kAes128Cbc, OctetStringDer(Bytes(16, 0)));
  object.ciphertext = Bytes(16, 0);
  const Bytes recipient = FromHex("a3 03 020100");
  object.recipients.assign(limits::kCmsRecipients, recipient);
  EXPECT_EQ(Failure(Build(object)), "no-matching-key");
  object.recipients.push_back(recipient);
  EXPECT_EQ(Failure(Build(object)), "kCmsRecipients");
}

// Every try is a private-key operation of somebody's card.
TEST(ResourceTest, KeyAttempts) {
  const Certificate person = Person(KeyKind::kRsa2048);
  EncryptedObject object;
  object.algorithm = Algorithm(oid::kAes128Cbc, OctetStringDer(Bytes(16, 0)));
  object.ciphertext = Bytes(16, 0);
  object.recipients.assign(100, KeyTransportDer(IssuerAndSerialDer(person),
                                                Algorithm(oid::kRsaEncryption), Bytes(256, 1)));
  KeyStore keys;
  keys.Add(person);
  RememberingSink sink;
  DecodeOptions options;
  options.keys = &keys;
  static_cast<void>(Decode(Build(object), sink, SIZE_MAX, options));
  EXPECT_EQ(keys.asked(), static_cast<int>(limits::kCmsKeyAttempts));
}

TEST(ResourceTest, NestedAttributes) {
  // A SignerInfo that consists of indefinite lengths in each other.
  Bytes deep;
  for (int i = 0; i < 100; ++i) {
    deep.insert(deep.end(), {0x30, 0x80});
  }
  deep.insert(deep.end(), 200, 0);
  EXPECT_EQ(Failure(SignedObject({}, {}, {}, {deep})), "kAsn1Depth");
}

TEST(CompressedDataTest, Reads) {
  EXPECT_EQ(AcceptOpened(CompressedObject(Compress(kText))), std::string(kText));
  const std::string large(3'000'000, 'a');
  EXPECT_EQ(AcceptOpened(CompressedObject(Compress(large))), large);
  EXPECT_EQ(AcceptOpened(CompressedObject(Compress(""))), "");
  Bytes trailing = Compress(kText);
  trailing.push_back(0);
  EXPECT_EQ(Failure(CompressedObject(trailing)), "malformed");
  EXPECT_EQ(Failure(CompressedObject({})), "malformed");
  EXPECT_EQ(Failure(CompressedObject(AsBytes("no zlib"))), "malformed");
  EXPECT_EQ(Failure(CompressedObject(Compress(kText), oid::kSha256)), "algorithm-unsupported");
}

// A sink that counts only.
class CountingSink final : public ContentSink {
 public:
  Result<void> OnContentType(ByteView /*content_type*/) override { return {}; }
  Result<void> OnContent(ByteView octets) override {
    count_ += octets.size();
    return {};
  }
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  std::uint64_t count_ = 0;
};

TEST(CompressedDataTest, Bomb) {
  // One mebibyte of zeros, flushed so that it can be repeated; the limit comes before the end.
  z_stream stream = {};
  ASSERT_EQ(deflateInit(&stream, Z_BEST_COMPRESSION), Z_OK);
  const Bytes zeros(std::size_t{1} << 20U, 0);
  Bytes first(std::size_t{1} << 16U);
  Bytes again(std::size_t{1} << 16U);
  const auto deflate_once = [&](Bytes& out) {
    stream.next_in = zeros.data();
    stream.avail_in = static_cast<uInt>(zeros.size());
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    ASSERT_EQ(deflate(&stream, Z_FULL_FLUSH), Z_OK);
    out.resize(out.size() - stream.avail_out);
  };
  deflate_once(first);
  deflate_once(again);
  deflateEnd(&stream);
  Bytes bomb = first;
  for (int i = 0; i < 1100; ++i) {
    bomb.insert(bomb.end(), again.begin(), again.end());
  }
  CountingSink sink;
  const auto decoded = Decode(CompressedObject(bomb), sink);
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().texts.at("limit"), "kDecompressedOctets");
  EXPECT_LE(sink.count(), limits::kDecompressedOctets);
}

TEST(DecoderTest, OtherInputs) {
  EXPECT_EQ(Failure({}), "malformed");
  EXPECT_EQ(Failure(AsBytes("Hello, this is no CMS object")), "malformed");
  EXPECT_EQ(Failure(FromHex("3000")), "malformed");
  EXPECT_EQ(Failure(FromHex("300b 0609 2a864886f70d010701")), "malformed");
  EXPECT_EQ(Failure(FromHex("300d 0609 2a864886f70d010701 a000")), "malformed");
  EXPECT_EQ(Failure(FromHex("3007 0603 2a0304 a000")), "content-type-unsupported");
  // Data, twice.
  EXPECT_EQ(Failure(FromHex("3013 0609 2a864886f70d010701 a006 040161 040162")), "malformed");
}

TEST(DecoderTest, TrailingOctetsAreCounted) {
  const Certificate person = Person(KeyKind::kP256);
  Bytes object = SignedDataBuilder().Content(AsBytes(kText)).Signer(person).Build();
  object.insert(object.end(), {'\r', '\n', 0});
  RememberingSink sink;
  const auto decoded = Decode(object, sink, 7);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->trailing_octets, 3U);
}

TEST(DecoderTest, Cancelled) {
  const Certificate person = Person(KeyKind::kP256);
  const Bytes object = SignedDataBuilder().Content(AsBytes(kText)).Signer(person).Build();
  CancelFlag flag;
  RememberingSink sink;
  DecodeOptions options;
  options.cancel = &flag;
  Decoder decoder(sink, options);
  ASSERT_TRUE(decoder.Push(ByteView(object).first(20)));
  flag.Cancel();
  EXPECT_EQ(decoder.Push(ByteView(object).subspan(20)).error().code, ReasonCode::kCancelled);
  EXPECT_EQ(decoder.Finish().error().code, ReasonCode::kCancelled);
}

// A SignedData whose content is a SignedData, as CMS nests types: without a ContentInfo.
TEST(DecoderTest, TypesInEachOther) {
  const Certificate person = Person(KeyKind::kP256);
  const Bytes inner = SignedDataBuilder().Content(AsBytes(kText)).Signer(person).Build();
  // The type alone: what is in the ContentInfo's [0].
  asn1::DerReader reader(inner);
  auto info = reader.ReadSequence();
  ASSERT_TRUE(info && info->ReadOid());
  const auto content = info->Read(asn1::ContextConstructedTag(0));
  ASSERT_TRUE(content);
  const Bytes outer =
      SignedDataBuilder().Content(*content).ContentType(oid::kSignedData).Signer(person).Build();
  RememberingSink outer_sink;
  ASSERT_TRUE(Decode(outer, outer_sink));
  EXPECT_EQ(ByteView(outer_sink.content_type()), oid::kSignedData);
  RememberingSink inner_sink;
  DecodeOptions options;
  options.bare_type = outer_sink.content_type();
  for (const std::size_t piece : {SIZE_MAX, std::size_t{1}}) {
    RememberingSink sink;
    const auto decoded = Decode(outer_sink.content(), sink, piece, options);
    ASSERT_TRUE(decoded) << Describe(decoded.error());
    EXPECT_EQ(sink.text(), kText);
    const auto& data = std::get<SignedData>(decoded->object);
    EXPECT_TRUE(VerifySigner(data, 0, nullptr, FindCertificate(data, 0)).valid);
  }
  // A ContentInfo in its place is malformed, not another way to say it.
  EXPECT_FALSE(Decode(inner, inner_sink, SIZE_MAX, options));
}

}  // namespace
}  // namespace signet::cms

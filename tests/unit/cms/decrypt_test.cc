// What decryption does with mixtures, damage, and algorithms beyond OpenSSL's command line.
#include <dlfcn.h>
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <string>
#include <vector>

#include "cms/content_encryption.h"
#include "nss/key_derivation.h"
#include "nss/key_encapsulation.h"
#include "nss/key_wrap.h"
#include "support/corpora.h"
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
using testing::TemporaryFolder;

constexpr std::string_view kText = "Content-Type: text/plain\r\n\r\nFor your eyes only.\r\n";
const Bytes kContentKey = FromHex("00112233445566778899aabbccddeeff");
const Bytes kNonce = FromHex("a0a1a2a3a4a5a6a7a8a9aaab");

// The same certificate each time.
const Certificate& Person(KeyKind kind) {
  static const CertificateAuthority kAuthority("Test CA");
  static std::map<KeyKind, Certificate> issued;
  if (!issued.contains(kind)) {
    issued.emplace(kind, kAuthority.Issue(PersonCertificate("bob@example.com", kind, 1)));
  }
  return issued.at(kind);
}

// A message that an RSA key opens: AES-128-GCM, v1.5.
EncryptedObject GcmObject(const Certificate& certificate, ByteView additional = {}) {
  EncryptedObject object;
  object.recipients = {KeyTransportDer(IssuerAndSerialDer(certificate),
                                       Algorithm(oid::kRsaEncryption, Bytes{asn1::kNull, 0}),
                                       EncryptRsaPkcs1(*certificate.key, kContentKey))};
  object.algorithm = Algorithm(oid::kAes128Gcm, GcmParameters(kNonce));
  auto [ciphertext, mac] =
      EncryptAuthenticated(CKM_AES_GCM, kContentKey, kNonce, additional, AsBytes(kText));
  object.ciphertext = std::move(ciphertext);
  object.mac = std::move(mac);
  return object;
}

struct Opened {
  std::optional<Reason> failure;
  EnvelopedData data;
  std::string text;
  int types = 0;
};

Opened Open(ByteView object, KeySource* keys) {
  RememberingSink sink;
  DecodeOptions options;
  options.keys = keys;
  Decoder decoder(sink, options);
  Opened opened;
  if (const auto pushed = decoder.Push(object); !pushed) {
    opened.failure = pushed.error();
  } else if (const auto decoded = decoder.Finish(); !decoded) {
    opened.failure = decoded.error();
  }
  if (decoder.Encrypted() != nullptr) {
    opened.data = *decoder.Encrypted();
  }
  opened.text = sink.text();
  opened.types = sink.types();
  return opened;
}

// "opened" or the failure.
std::string Verdict(const Opened& opened) {
  return opened.failure ? CodeName(opened.failure->code) : "opened";
}

std::string States(const EnvelopedData& data) {
  std::string states;
  for (const Recipient& recipient : data.recipients) {
    static constexpr std::array kNames = {"not-ours", "not-tried", "opened", "failed", "unusable"};
    states += (states.empty() ? "" : " ") +
              std::string(kNames.at(static_cast<std::size_t>(recipient.state)));
    if (recipient.reason) {
      states += ":" + CodeName(recipient.reason->code);
    }
  }
  return states;
}

class MixedRecipientsTest : public ::testing::Test {
 protected:
  // OpenSSL 3.0 wraps no GCM key with a password: its PWRI takes the content cipher's parameters.
  static bool TakesPassword(const std::string& cipher) { return !cipher.ends_with("gcm"); }

  // A shared key, a password (with CBC), and two people: the order is OpenSSL's.
  static Bytes Message(const std::string& cipher) {
    const TemporaryFolder folder;
    folder.Write("rsa.pem", Pem("CERTIFICATE", Person(KeyKind::kRsa2048).der));
    folder.Write("ec.pem", Pem("CERTIFICATE", Person(KeyKind::kP256).der));
    folder.Write("text", kText);
    std::vector<std::string> arguments{
        "cms",          "-encrypt", "-binary",    "-in",        "text",
        "-outform",     "DER",      "-" + cipher, "-secretkey", "000102030405060708090A0B0C0D0E0F",
        "-secretkeyid", "C0FEE0"};
    if (TakesPassword(cipher)) {
      arguments.insert(arguments.end(), {"-pwri_password", "secret"});
    }
    arguments.insert(arguments.end(), {"-recip", "rsa.pem", "-recip", "ec.pem"});
    return OpenSsl(folder, arguments);
  }
};

TEST_F(MixedRecipientsTest, EachOpensAndTheOthersAreNamed) {
  for (const std::string cipher : {"aes256", "aes-128-gcm"}) {
    const Bytes message = Message(cipher);
    for (const KeyKind kind : {KeyKind::kRsa2048, KeyKind::kP256}) {
      KeyStore keys;
      keys.Add(Person(kind));
      const Opened opened = Open(message, &keys);
      EXPECT_EQ(Verdict(opened), "opened") << cipher;
      EXPECT_EQ(opened.text, kText);
      ASSERT_EQ(opened.data.recipients.size(), TakesPassword(cipher) ? 4U : 3U);
      int kinds = 0;
      for (const Recipient& recipient : opened.data.recipients) {
        kinds |= 1 << static_cast<int>(recipient.kind);
        if (recipient.kind == RecipientKind::kSharedKey ||
            recipient.kind == RecipientKind::kPassword) {
          EXPECT_EQ(recipient.state, RecipientState::kUnusable);
          EXPECT_EQ(recipient.reason->code, ReasonCode::kAlgorithmUnsupported);
        }
      }
      EXPECT_EQ(kinds, TakesPassword(cipher) ? 0b11011 : 0b01011);
    }
  }
}

TEST_F(MixedRecipientsTest, NobodyIsUs) {
  const Bytes message = Message("aes256");
  EXPECT_EQ(Verdict(Open(message, nullptr)), "no-matching-key");
  KeyStore keys;
  keys.Add(Person(KeyKind::kRsa3072));
  const Opened opened = Open(message, &keys);
  EXPECT_EQ(Verdict(opened), "no-matching-key");
  EXPECT_EQ(opened.types, 0);
  EXPECT_EQ(opened.data.cipher, "AES-256-CBC");
  EXPECT_EQ(keys.asked(), 2);
}

TEST_F(MixedRecipientsTest, KeyThatCannotBeHad) {
  const Bytes message = Message("aes256");
  KeyStore keys;
  keys.Refuse(Person(KeyKind::kP256).der,
              MakeReason(ReasonCode::kPasswordNeeded).With("token", "Card"));
  const Opened opened = Open(message, &keys);
  EXPECT_EQ(Verdict(opened), "password-needed");
  EXPECT_EQ(opened.failure->texts.at("token"), "Card");
  // Another key that can be had opens the message all the same.
  keys.Add(Person(KeyKind::kRsa2048));
  EXPECT_EQ(Verdict(Open(message, &keys)), "opened");
  KeyStore cancelled;
  cancelled.Refuse(Person(KeyKind::kRsa2048).der, MakeReason(ReasonCode::kCancelled));
  cancelled.Add(Person(KeyKind::kP256));
  const std::string verdict = Verdict(Open(message, &cancelled));
  EXPECT_TRUE(verdict == "cancelled" || verdict == "opened") << verdict;
}

TEST(DecryptTest, KeyOfAnotherKind) {
  const Certificate& rsa = Person(KeyKind::kRsa2048);
  KeyStore keys;
  keys.Add(rsa.der, Person(KeyKind::kP256).key->private_key.get());
  const Opened opened = Open(Build(GcmObject(rsa)), &keys);
  EXPECT_EQ(Verdict(opened), "key-invalid");
  EXPECT_EQ(States(opened.data), "failed:key-invalid");
}

TEST(DecryptTest, WrongPaddingAndWrongKeyLookTheSame) {
  const Certificate& certificate = Person(KeyKind::kRsa2048);
  KeyStore keys;
  keys.Add(certificate);
  const auto open_with_key = [&](ByteView encrypted_key) {
    EncryptedObject object = GcmObject(certificate);
    object.recipients = {KeyTransportDer(IssuerAndSerialDer(certificate),
                                         Algorithm(oid::kRsaEncryption), encrypted_key)};
    return Open(Build(object), &keys);
  };
  Bytes damaged = EncryptRsaPkcs1(*certificate.key, kContentKey);
  ASSERT_EQ(Verdict(open_with_key(damaged)), "opened");
  damaged[17] ^= 1U;
  const Opened wrong_padding = open_with_key(damaged);
  const Opened wrong_length =
      open_with_key(EncryptRsaPkcs1(*certificate.key, ByteView(kContentKey).first(15)));
  const Opened wrong_key = open_with_key(EncryptRsaPkcs1(*certificate.key, Bytes(16, 0x33)));
  const Opened short_cipher = open_with_key(Bytes(100, 1));
  const Opened no_cipher = open_with_key({});
  EXPECT_EQ(Verdict(wrong_padding), "decryption-failed");
  EXPECT_EQ(Describe(*wrong_padding.failure), "decryption-failed");
  for (const Opened& other : {wrong_length, wrong_key, short_cipher, no_cipher}) {
    EXPECT_EQ(*other.failure, *wrong_padding.failure);
    EXPECT_EQ(States(other.data), "failed:decryption-failed");
    EXPECT_EQ(other.types, 0);
  }
}

TEST(DecryptTest, CbcFailuresLookTheSame) {
  const Certificate& certificate = Person(KeyKind::kRsa2048);
  KeyStore keys;
  keys.Add(certificate);
  const auto open = [&](ByteView content_key, ByteView ciphertext) {
    EncryptedObject object;
    object.recipients = {KeyTransportDer(IssuerAndSerialDer(certificate),
                                         Algorithm(oid::kRsaEncryption),
                                         EncryptRsaPkcs1(*certificate.key, content_key))};
    object.algorithm = Algorithm(oid::kAes128Cbc, OctetStringDer(Bytes(16, 0)));
    object.ciphertext = ToBytes(ciphertext);
    return Open(Build(object), &keys);
  };
  // AES-128-CBC, key 0011..ff, zero vector, of 16 octets 0x10: a block of padding alone (openssl
  // enc).
  const TemporaryFolder folder;
  const Bytes padding_only = OpenSsl(
      folder, {"enc", "-e", "-aes-128-cbc", "-K", ToHex(kContentKey), "-iv", std::string(32, '0')});
  ASSERT_EQ(padding_only.size(), 16U);
  EXPECT_EQ(Verdict(open(kContentKey, padding_only)), "opened");
  const std::string whole = Describe(*open(kContentKey, Bytes(16, 7)).failure);
  EXPECT_EQ(whole, "decryption-failed");
  for (const Bytes& ciphertext : {Bytes{}, Bytes(15, 7), Bytes(17, 7), Bytes(1, 7)}) {
    EXPECT_EQ(Describe(*open(kContentKey, ciphertext).failure), whole);
  }
}

// Nothing reaches the sink before the tag is checked, whatever is wrong (attacks.md, 4).
TEST(DecryptTest, AuthenticatedContentIsAllOrNothing) {
  const Certificate& certificate = Person(KeyKind::kRsa2048);
  KeyStore keys;
  keys.Add(certificate);
  const EncryptedObject good = GcmObject(certificate);
  EXPECT_EQ(Open(Build(good), &keys).text, kText);
  for (const int part : {0, 1, 2, 3}) {
    EncryptedObject object = good;
    std::string wanted = "decryption-failed";
    if (part == 0) {
      object.ciphertext->front() ^= 1U;
    } else if (part == 1) {
      object.mac->back() ^= 1U;
    } else if (part == 2) {
      object.attributes = {testing::AttributeDer(
          oid::kContentType, {asn1::EncodeValue(asn1::kObjectIdentifier, oid::kData.bytes())})};
    } else {
      object.mac->pop_back();
      wanted = "malformed";
    }
    const Opened opened = Open(Build(object), &keys);
    EXPECT_EQ(Verdict(opened), wanted) << part;
    EXPECT_EQ(opened.types, 0);
    EXPECT_EQ(opened.text, "");
  }
}

TEST(DecryptTest, AuthenticatedAttributes) {
  const Certificate& certificate = Person(KeyKind::kRsa2048);
  KeyStore keys;
  keys.Add(certificate);
  const auto content_type = [](const Oid& type) {
    return testing::AttributeDer(oid::kContentType,
                                 {asn1::EncodeValue(asn1::kObjectIdentifier, type.bytes())});
  };
  const auto open = [&](const Oid& type, const std::vector<Bytes>& attributes) {
    asn1::DerWriter set;
    if (!attributes.empty()) {
      set.SetOf(attributes);
    }
    EncryptedObject object = GcmObject(certificate, set.octets());
    object.content_type = ToBytes(type.bytes());
    object.attributes = attributes;
    return Open(Build(object), &keys);
  };
  const Bytes time = testing::AttributeDer(
      oid::kSigningTime, {asn1::EncodeValue(asn1::kUtcTime, AsBytes("260601120000Z"))});
  const Opened opened = open(oid::kData, {content_type(oid::kData), time});
  EXPECT_EQ(Verdict(opened), "opened");
  EXPECT_EQ(opened.data.authenticated_attributes.size(), 2U);
  EXPECT_EQ(Verdict(open(oid::kSignedData, {content_type(oid::kSignedData)})), "opened");
  EXPECT_EQ(Verdict(open(oid::kSignedData, {content_type(oid::kData)})), "malformed");
  EXPECT_EQ(Verdict(open(oid::kSignedData, {})), "malformed");
}

TEST(DecryptTest, CipherInTheWrongContainer) {
  const Certificate& certificate = Person(KeyKind::kRsa2048);
  KeyStore keys;
  keys.Add(certificate);
  EncryptedObject gcm = GcmObject(certificate);
  gcm.mac.reset();
  Opened opened = Open(Build(gcm), &keys);
  EXPECT_EQ(Verdict(opened), "algorithm-refused");
  EXPECT_EQ(opened.failure->texts.at("algorithm"), "AES-128-GCM");
  EncryptedObject cbc = GcmObject(certificate);
  cbc.algorithm = Algorithm(oid::kAes128Cbc, OctetStringDer(Bytes(16, 0)));
  EXPECT_EQ(Verdict(Open(Build(cbc), &keys)), "algorithm-refused");
  EXPECT_EQ(keys.asked(), 0);
}

TEST(DecryptTest, AlgorithmsAreNamed) {
  const Certificate& certificate = Person(KeyKind::kRsa2048);
  KeyStore keys;
  keys.Add(certificate);
  EncryptedObject object = GcmObject(certificate);
  object.algorithm = Algorithm(oid::kAes128Ccm, GcmParameters(kNonce));
  Opened opened = Open(Build(object), &keys);
  EXPECT_EQ(Verdict(opened), "algorithm-unsupported");
  EXPECT_EQ(opened.failure->texts.at("oid"), "2.16.840.1.101.3.4.1.7");

  // A way of sending the key that Signet does not have: for somebody else nothing to be said of,
  // for us the reason.
  object = GcmObject(certificate);
  object.recipients = {
      KeyTransportDer(IssuerAndSerialDer(certificate), Algorithm(oid::kSha256), Bytes(256, 1))};
  opened = Open(Build(object), &keys);
  EXPECT_EQ(Verdict(opened), "algorithm-unsupported");
  EXPECT_EQ(States(opened.data), "failed:algorithm-unsupported");
  KeyStore others;
  others.Add(Person(KeyKind::kP256));
  opened = Open(Build(object), &others);
  EXPECT_EQ(Verdict(opened), "no-matching-key");
  EXPECT_EQ(States(opened.data), "unusable:algorithm-unsupported");

  // What is no RecipientInfo at all does not spoil the one beside it.
  object = GcmObject(certificate);
  object.recipients.push_back({0xa7, 0x02, 0x05, 0x00});
  object.recipients.push_back({0x30, 0x03, 0x02, 0x01, 0x00});
  opened = Open(Build(object), &keys);
  EXPECT_EQ(Verdict(opened), "opened");
}

// attacks.md, 19: nonces and tag lengths that GCM does not have.
TEST(DecryptTest, GcmParametersOutOfRange) {
  const Certificate& certificate = Person(KeyKind::kRsa2048);
  KeyStore keys;
  keys.Add(certificate);
  EncryptedObject object = GcmObject(certificate);
  for (const std::size_t nonce : {0U, 1U, 7U, 65U, 1024U, 65536U}) {
    object.algorithm = Algorithm(oid::kAes128Gcm, GcmParameters(Bytes(nonce, 1)));
    EXPECT_EQ(Verdict(Open(Build(object), &keys)), "malformed") << nonce;
  }
  for (const int tag : {0, 1, 4, 11, 17, 128, 255}) {
    object.algorithm = Algorithm(oid::kAes128Gcm, GcmParameters(kNonce, tag));
    EXPECT_EQ(Verdict(Open(Build(object), &keys)), "malformed") << tag;
  }
  object.algorithm = Algorithm(oid::kAes128Gcm);
  EXPECT_EQ(Verdict(Open(Build(object), &keys)), "malformed");
  for (const unsigned tag : {12U, 13U, 14U, 15U, 16U}) {
    object.algorithm = Algorithm(oid::kAes128Gcm, GcmParameters(kNonce, static_cast<int>(tag)));
    auto [ciphertext, mac] =
        EncryptAuthenticated(CKM_AES_GCM, kContentKey, kNonce, {}, AsBytes(kText), tag);
    object.ciphertext = ciphertext;
    object.mac = mac;
    EXPECT_EQ(Verdict(Open(Build(object), &keys)), "opened") << tag;
  }
}

TEST(DecryptTest, ChaCha20Poly1305) {
  if (!nss::IsAvailable(nss::Cipher::kChaCha20Poly1305)) {
    GTEST_SKIP() << "this NSS has no ChaCha20-Poly1305";
  }
  const Certificate& certificate = Person(KeyKind::kRsa2048);
  KeyStore keys;
  keys.Add(certificate);
  const Bytes content_key(32, 0x42);
  EncryptedObject object;
  object.recipients = {KeyTransportDer(IssuerAndSerialDer(certificate),
                                       Algorithm(oid::kRsaEncryption),
                                       EncryptRsaPkcs1(*certificate.key, content_key))};
  object.algorithm = Algorithm(oid::kChaCha20Poly1305, OctetStringDer(kNonce));
  auto [ciphertext, mac] =
      EncryptAuthenticated(CKM_CHACHA20_POLY1305, content_key, kNonce, {}, AsBytes(kText));
  object.ciphertext = ciphertext;
  object.mac = mac;
  const Opened opened = Open(Build(object), &keys);
  EXPECT_EQ(Verdict(opened), "opened");
  EXPECT_EQ(opened.text, kText);
  EXPECT_EQ(opened.data.cipher, "ChaCha20-Poly1305");
}

// A cipher on its own: RFC 8439, 2.8.2.
TEST(DecryptTest, ChaCha20Poly1305Vector) {
  if (!nss::IsAvailable(nss::Cipher::kChaCha20Poly1305)) {
    GTEST_SKIP() << "this NSS has no ChaCha20-Poly1305";
  }
  nss::ContentCipher cipher;
  cipher.cipher = nss::Cipher::kChaCha20Poly1305;
  cipher.iv = FromHex("070000004041424344454647");
  cipher.tag_octets = 16;
  const Bytes key = FromHex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
  const Bytes sealed = FromHex(
      "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92"
      "728b"
      "1a71de0a9e060b2905d6a5b67ecd3b3692ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831"
      "d7bc"
      "3ff4def08e4b7a9de576d26586cec64b61161ae10b594f09e26a7e902ecbd0600691");
  const auto symmetric = nss::ImportKey(nss::UseFor(cipher), key);
  ASSERT_TRUE(symmetric);
  Bytes plain(sealed.size() - 16);
  ASSERT_TRUE(nss::DecryptAuthenticated(cipher, symmetric->get(),
                                        FromHex("50515253c0c1c2c3c4c5c6c7"), sealed, plain));
  EXPECT_TRUE(AsText(plain).starts_with("Ladies and Gentlemen of the class of '99"));
}

Bytes ValueOf(PK11SymKey* key) {
  EXPECT_EQ(PK11_ExtractKeyValue(key), SECSuccess);
  return ToBytes(nss::View(*PK11_GetKeyData(key)));
}

// RFC 9709, appendix A: AES-128-GCM.
TEST(DecryptTest, DerivedContentKeyVector) {
  AlgorithmIdentifier algorithm;
  algorithm.oid = ToBytes(oid::kCekHkdfSha256.bytes());
  algorithm.parameters = FromHex("301b0609608648016503040106300e040c5c79058ba2f43447639d29e2");
  const auto encryption = ReadContentEncryption(algorithm);
  ASSERT_TRUE(encryption) << Describe(encryption.error());
  EXPECT_EQ(encryption->Name(), "AES-128-GCM");
  auto sent =
      nss::ImportKey(ContentKeyUse(*encryption), FromHex("c702e7d0a9e064b09ba55245fb733cf3"));
  ASSERT_TRUE(sent);
  const auto derived = DeriveContentKey(*encryption, std::move(*sent));
  ASSERT_TRUE(derived) << Describe(derived.error());
  EXPECT_EQ(ToHex(ValueOf(derived->get())), "2124ffb29fac4e0fbbc7d5d87492bff3");
}

// RFC 9709 in a message: the key that was sent is not the one that opens it.
TEST(DecryptTest, DerivedContentKey) {
  const Certificate& certificate = Person(KeyKind::kRsa2048);
  KeyStore keys;
  keys.Add(certificate);
  const TemporaryFolder folder;
  const Bytes inner = Algorithm(oid::kAes128Gcm, GcmParameters(kNonce));
  const Bytes derived = FromHex(
      AsText(OpenSsl(folder, {"kdf", "-keylen", "16", "-kdfopt", "digest:SHA256", "-kdfopt",
                              "hexkey:" + ToHex(kContentKey), "-kdfopt", "hexinfo:" + ToHex(inner),
                              "-kdfopt", "salt:The Cryptographic Message Syntax", "HKDF"})));
  EncryptedObject object = GcmObject(certificate);
  object.algorithm = Algorithm(oid::kCekHkdfSha256, inner);
  EXPECT_EQ(Verdict(Open(Build(object), &keys)), "decryption-failed");
  auto [ciphertext, mac] = EncryptAuthenticated(CKM_AES_GCM, derived, kNonce, {}, AsBytes(kText));
  object.ciphertext = ciphertext;
  object.mac = mac;
  EXPECT_EQ(Open(Build(object), &keys).text, kText);
}

// X25519 (RFC 8418), every step of the sender's by OpenSSL.
class X25519Test : public ::testing::TestWithParam<const char*> {};

TEST_P(X25519Test, Opens) {
  const std::string scheme = GetParam();
  const TemporaryFolder folder;
  const auto make = [&](const std::string& name) {
    OpenSsl(folder, {"genpkey", "-algorithm", "X25519", "-out", name + ".pem"});
    OpenSsl(folder, {"pkey", "-in", name + ".pem", "-pubout", "-out", name + "-public.pem"});
  };
  make("bob");
  make("ephemeral");
  const Bytes pkcs8 =
      OpenSsl(folder, {"pkcs8", "-topk8", "-nocrypt", "-in", "bob.pem", "-outform", "DER"});
  const Bytes public_key =
      OpenSsl(folder, {"pkey", "-in", "ephemeral.pem", "-pubout", "-outform", "DER"});
  const Certificate& name = Person(KeyKind::kP256);
  KeyStore keys;
  if (!keys.AddPkcs8(name.der, pkcs8)) {
    GTEST_SKIP() << "this NSS has no X25519 keys";
  }
  const Bytes secret = OpenSsl(
      folder, {"pkeyutl", "-derive", "-inkey", "ephemeral.pem", "-peerkey", "bob-public.pem"});
  const Bytes wrap = Algorithm(oid::kAes256Wrap);
  const Bytes material = FromHex("0102030405");
  asn1::DerWriter info;
  info.Sequence([&](asn1::DerWriter& sequence) {
    sequence.Raw(wrap);
    sequence.Constructed(asn1::ContextConstructedTag(0),
                         [&](asn1::DerWriter& inner) { inner.OctetString(material); });
    sequence.Constructed(asn1::ContextConstructedTag(2),
                         [&](asn1::DerWriter& inner) { inner.OctetString(FromHex("00000100")); });
  });
  std::vector<std::string> derive = {"kdf",
                                     "-keylen",
                                     "32",
                                     "-kdfopt",
                                     "digest:SHA256",
                                     "-kdfopt",
                                     "hexkey:" + ToHex(secret),
                                     "-kdfopt",
                                     "hexinfo:" + ToHex(info.octets())};
  if (scheme == "HKDF") {
    derive.insert(derive.end(), {"-kdfopt", "hexsalt:" + ToHex(material)});
  }
  derive.push_back(scheme);
  const Bytes kek = FromHex(AsText(OpenSsl(folder, derive)));
  folder.Write("cek", kContentKey);
  const Bytes wrapped = OpenSsl(folder, {"enc", "-e", "-id-aes256-wrap", "-K", ToHex(kek), "-iv",
                                         "A6A6A6A6A6A6A6A6", "-in", "cek"});
  asn1::DerWriter recipient;
  recipient.Constructed(asn1::ContextConstructedTag(1), [&](asn1::DerWriter& agreement) {
    agreement.Integer(3);
    agreement.Constructed(asn1::ContextConstructedTag(0), [&](asn1::DerWriter& originator) {
      originator.Constructed(asn1::ContextConstructedTag(1), [&](asn1::DerWriter& key) {
        key.Raw(Algorithm(oid::kX25519));
        key.BitString(ByteView(public_key).last(32));
      });
    });
    agreement.Constructed(asn1::ContextConstructedTag(1),
                          [&](asn1::DerWriter& inner) { inner.OctetString(material); });
    agreement.Raw(Algorithm(scheme == "HKDF" ? oid::kDhHkdfSha256 : oid::kStdDhSha256Kdf, wrap));
    agreement.Sequence([&](asn1::DerWriter& list) {
      list.Sequence([&](asn1::DerWriter& key) {
        key.Raw(IssuerAndSerialDer(name));
        key.OctetString(wrapped);
      });
    });
  });
  EncryptedObject object = GcmObject(Person(KeyKind::kRsa2048));
  object.recipients = {recipient.octets()};
  const Opened opened = Open(Build(object), &keys);
  EXPECT_EQ(Verdict(opened), "opened") << States(opened.data);
  EXPECT_EQ(opened.text, kText);
}

INSTANTIATE_TEST_SUITE_P(Derivations, X25519Test, ::testing::Values("X963KDF", "HKDF"),
                         [](const auto& tested) { return std::string(tested.param); });

// RFC 9936, appendix C: from the shared secret to the content key.
TEST(DecryptTest, KeyEncapsulationVector) {
  SIGNET_CORPUS_OR_SKIP(corpus, "lamps-ml-kem");
  const auto read = [&](const std::string& name) {
    return FromHex(AsText(testing::ReadFile(corpus / "example" / (name + ".txt"))));
  };
  const Bytes secret_octets = read("shared_secret");
  const auto secret = nss::ImportKey(nss::UseForHkdf(secret_octets.size()), secret_octets);
  ASSERT_TRUE(secret);
  const auto kek = nss::HkdfDerive(secret->get(), nss::DigestAlgorithm::kSha256, {},
                                   read("ori_info"), nss::UseFor(nss::KeyWrap::kAes128));
  ASSERT_TRUE(kek) << Describe(kek.error());
  EXPECT_EQ(ToHex(ValueOf(kek->get())), ToHex(read("kek")));
  nss::ContentCipher cipher;
  cipher.cipher = nss::Cipher::kAes128Gcm;
  const auto content_key =
      nss::UnwrapKey(nss::KeyWrap::kAes128, kek->get(), read("encrypted_cek"), nss::UseFor(cipher));
  ASSERT_TRUE(content_key) << Describe(content_key.error());
  EXPECT_EQ(ToHex(ValueOf(content_key->get())), ToHex(read("cek")));
}

// ML-KEM (RFC 9936), encapsulated by NSS, the rest of the sender's steps by OpenSSL.
TEST(DecryptTest, MlKem) {
  using Encapsulate = SECStatus (*)(SECKEYPublicKey*, CK_MECHANISM_TYPE, PK11AttrFlags, CK_FLAGS,
                                    PK11SymKey**, SECItem**);
  const auto encapsulate = reinterpret_cast<Encapsulate>(dlsym(RTLD_DEFAULT, "PK11_Encapsulate"));
  if (encapsulate == nullptr || !nss::HasKeyEncapsulation()) {
    GTEST_SKIP() << "this NSS has no ML-KEM";
  }
  constexpr CK_MECHANISM_TYPE kGenerate = 0x0F;  // CKM_ML_KEM_KEY_PAIR_GEN
  for (const auto& [parameter_set, kem] :
       std::vector<std::pair<CK_ULONG, Oid>>{{2, oid::kMlKem768}, {3, oid::kMlKem1024}}) {
    const nss::UniqueSlot slot(PK11_GetInternalSlot());
    CK_ULONG set = parameter_set;
    SECKEYPublicKey* made = nullptr;
    const nss::UniquePrivateKey private_key(
        PK11_GenerateKeyPair(slot.get(), kGenerate, &set, &made, PR_FALSE, PR_FALSE, nullptr));
    const nss::UniquePublicKey public_key(made);
    ASSERT_TRUE(private_key);
    PK11SymKey* shared = nullptr;
    SECItem* encapsulated = nullptr;
    ASSERT_EQ(encapsulate(public_key.get(), CKM_HKDF_DERIVE, PK11_ATTR_INSENSITIVE, CKF_DERIVE,
                          &shared, &encapsulated),
              SECSuccess);
    const nss::UniqueSymmetricKey secret(shared);
    const nss::UniqueItem ciphertext(encapsulated);
    const TemporaryFolder folder;
    const Bytes wrap = Algorithm(oid::kAes256Wrap);
    asn1::DerWriter info;
    info.Sequence([&](asn1::DerWriter& sequence) {
      sequence.Raw(wrap);
      sequence.Integer(32);
    });
    const Bytes kek =
        FromHex(AsText(OpenSsl(folder, {"kdf", "-keylen", "32", "-kdfopt", "digest:SHA256",
                                        "-kdfopt", "hexkey:" + ToHex(ValueOf(secret.get())),
                                        "-kdfopt", "hexinfo:" + ToHex(info.octets()), "HKDF"})));
    folder.Write("cek", kContentKey);
    const Bytes wrapped = OpenSsl(folder, {"enc", "-e", "-id-aes256-wrap", "-K", ToHex(kek), "-iv",
                                           "A6A6A6A6A6A6A6A6", "-in", "cek"});
    const Certificate& name = Person(KeyKind::kP256);
    asn1::DerWriter recipient;
    recipient.Constructed(asn1::ContextConstructedTag(4), [&](asn1::DerWriter& other) {
      other.Oid(oid::kRecipientInfoKem);
      other.Sequence([&](asn1::DerWriter& inner) {
        inner.Integer(0);
        inner.Raw(IssuerAndSerialDer(name));
        // NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): it does not follow the captures
        inner.Raw(Algorithm(kem));
        inner.OctetString(nss::View(*ciphertext));
        inner.Raw(Algorithm(oid::kHkdfWithSha256));
        inner.Integer(32);
        inner.Raw(wrap);
        inner.OctetString(wrapped);
      });
    });
    EncryptedObject object = GcmObject(Person(KeyKind::kRsa2048));
    object.recipients = {recipient.octets()};
    KeyStore keys;
    keys.Add(name.der, private_key.get());
    const Opened opened = Open(Build(object), &keys);
    EXPECT_EQ(Verdict(opened), "opened") << States(opened.data);
    EXPECT_EQ(opened.text, kText);
  }
}

}  // namespace
}  // namespace signet::cms

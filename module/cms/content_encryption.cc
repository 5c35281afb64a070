#include "cms/content_encryption.h"

#include <utility>

#include "asn1/der_reader.h"
#include "asn1/oids.h"
#include "nss/key_derivation.h"

namespace signet::cms {
namespace {

namespace oid = asn1::oid;

// RFC 9709, 2.
constexpr std::string_view kDerivationSalt = "The Cryptographic Message Syntax";
// RFC 5084, 3.2: "A length of 12 octets is RECOMMENDED"; longer and shorter nonces are hashed by
// GCM.
constexpr std::size_t kNonceOctetsLeast = 8;
constexpr std::size_t kNonceOctetsMost = 64;
constexpr std::size_t kChaChaNonceOctets = 12;
constexpr std::size_t kTagOctets = 16;
constexpr std::size_t kTagOctetsLeast = 12;
constexpr std::size_t kRc2VectorOctets = 8;
constexpr unsigned kRc2DefaultBits = 32;
constexpr unsigned kRc2BitsMost = 1024;

// GCMParameters ::= SEQUENCE { aes-nonce OCTET STRING, aes-ICVlen INTEGER DEFAULT 12 }
Result<void> ReadGcm(asn1::DerReader& reader, nss::ContentCipher& cipher) {
  SIGNET_ASSIGN(asn1::DerReader sequence, reader.ReadSequence());
  SIGNET_ASSIGN(const ByteView nonce, sequence.ReadOctetString());
  cipher.tag_octets = kTagOctetsLeast;
  if (!sequence.AtEnd()) {
    SIGNET_ASSIGN(const std::uint64_t tag_octets, sequence.ReadUnsigned());
    if (tag_octets < kTagOctetsLeast || tag_octets > kTagOctets) {
      return sequence.Fail("a tag length that GCM in CMS does not have");
    }
    cipher.tag_octets = static_cast<std::size_t>(tag_octets);
  }
  if (nonce.size() < kNonceOctetsLeast || nonce.size() > kNonceOctetsMost) {
    return sequence.Fail("a nonce of unacceptable length");
  }
  cipher.iv = ToBytes(nonce);
  return sequence.Finish();
}

// RFC 2268, 6: the version number stands for the effective key bits in an odd way.
Result<unsigned> Rc2Bits(const asn1::DerReader& reader, std::uint64_t version) {
  switch (version) {
    case 160:
      return 40U;
    case 120:
      return 64U;
    case 58:
      return 128U;
    default:
      break;
  }
  if (version < 256 || version > kRc2BitsMost || version % 8 != 0) {
    return reader.Fail("an RC2 parameter version that Signet does not know");
  }
  return static_cast<unsigned>(version);
}

// RC2-CBC-Parameter ::= CHOICE { iv, SEQUENCE { rc2ParameterVersion INTEGER, iv OCTET STRING } }
Result<void> ReadRc2(asn1::DerReader& reader, nss::ContentCipher& cipher) {
  if (reader.NextIs(asn1::kOctetString)) {
    cipher.rc2_bits = kRc2DefaultBits;
    SIGNET_ASSIGN(const ByteView vector, reader.ReadOctetString());
    cipher.iv = ToBytes(vector);
  } else {
    SIGNET_ASSIGN(asn1::DerReader sequence, reader.ReadSequence());
    SIGNET_ASSIGN(const std::uint64_t version, sequence.ReadUnsigned());
    SIGNET_ASSIGN(cipher.rc2_bits, Rc2Bits(sequence, version));
    SIGNET_ASSIGN(const ByteView vector, sequence.ReadOctetString());
    cipher.iv = ToBytes(vector);
    SIGNET_TRY(sequence.Finish());
  }
  if (cipher.iv.size() != kRc2VectorOctets) {
    return reader.Fail("an initialization vector of the wrong length");
  }
  return {};
}

Result<void> ReadVector(asn1::DerReader& reader, nss::ContentCipher& cipher, std::size_t octets) {
  SIGNET_ASSIGN(const ByteView vector, reader.ReadOctetString());
  if (vector.size() != octets) {
    return reader.Fail("an initialization vector of the wrong length");
  }
  cipher.iv = ToBytes(vector);
  return {};
}

Result<void> ReadParameters(asn1::DerReader& reader, nss::ContentCipher& cipher) {
  switch (cipher.cipher) {
    case nss::Cipher::kAes128Gcm:
    case nss::Cipher::kAes192Gcm:
    case nss::Cipher::kAes256Gcm:
      return ReadGcm(reader, cipher);
    case nss::Cipher::kChaCha20Poly1305:
      cipher.tag_octets = kTagOctets;
      return ReadVector(reader, cipher, kChaChaNonceOctets);
    case nss::Cipher::kRc2Cbc:
      return ReadRc2(reader, cipher);
    default:
      return ReadVector(reader, cipher, nss::BlockOctets(cipher.cipher));
  }
}

Reason Unsupported(std::string name, ByteView oid) {
  return MakeReason(ReasonCode::kAlgorithmUnsupported)
      .With("algorithm", std::move(name))
      .With("oid", DottedText(oid));
}

Result<ContentEncryption> ReadCipher(const AlgorithmIdentifier& algorithm) {
  const auto cipher = nss::CipherFromOid(algorithm.oid);
  if (!cipher) {
    return Unsupported(DottedText(algorithm.oid), algorithm.oid);
  }
  if (!nss::IsAvailable(*cipher)) {
    return Unsupported(std::string(nss::CipherName(*cipher)), algorithm.oid);
  }
  ContentEncryption encryption;
  encryption.cipher.cipher = *cipher;
  asn1::DerReader reader(algorithm.parameters);
  SIGNET_TRY(ReadParameters(reader, encryption.cipher));
  SIGNET_TRY(reader.Finish());
  return encryption;
}

}  // namespace

std::string ContentEncryption::Name() const {
  std::string name(nss::CipherName(cipher.cipher));
  if (cipher.cipher == nss::Cipher::kRc2Cbc) {
    name += " " + std::to_string(cipher.rc2_bits) + " bits";
  }
  return name;
}

Result<ContentEncryption> ReadContentEncryption(const AlgorithmIdentifier& algorithm) {
  if (ByteView(algorithm.oid) != oid::kCekHkdfSha256) {
    return ReadCipher(algorithm);
  }
  asn1::DerReader reader(algorithm.parameters);
  SIGNET_ASSIGN(const AlgorithmIdentifier inner, ReadAlgorithmIdentifier(reader));
  SIGNET_TRY(reader.Finish());
  SIGNET_ASSIGN(ContentEncryption encryption, ReadCipher(inner));
  encryption.derivation_info = inner.der;
  return encryption;
}

nss::KeyUse ContentKeyUse(const ContentEncryption& encryption) {
  const nss::KeyUse use = nss::UseFor(encryption.cipher);
  return encryption.derivation_info ? nss::UseForHkdf(use.octets) : use;
}

Result<nss::UniqueSymmetricKey> DeriveContentKey(const ContentEncryption& encryption,
                                                 nss::UniqueSymmetricKey sent) {
  if (!encryption.derivation_info) {
    return sent;
  }
  return nss::HkdfDerive(sent.get(), nss::DigestAlgorithm::kSha256, AsBytes(kDerivationSalt),
                         *encryption.derivation_info, nss::UseFor(encryption.cipher));
}

}  // namespace signet::cms

#include "cms/recipient_info.h"

#include <string>
#include <utility>

#include "asn1/ber_to_der.h"
#include "asn1/der_reader.h"
#include "asn1/oids.h"
#include "base/limits.h"

namespace signet::cms {
namespace {

namespace oid = asn1::oid;

Reason LimitExceeded(std::string limit) {
  return MakeReason(ReasonCode::kLimitExceeded).With("limit", std::move(limit));
}

Reason Unsupported(std::string name, ByteView oid) {
  return MakeReason(ReasonCode::kAlgorithmUnsupported)
      .With("algorithm", std::move(name))
      .With("oid", DottedText(oid));
}

// An algorithm identifier that is kept with each recipient, and so must be small.
Result<AlgorithmIdentifier> ReadSmallAlgorithm(asn1::DerReader& reader,
                                               asn1::Tag tag = asn1::kSequence) {
  asn1::DerReader ahead = reader;
  SIGNET_ASSIGN(const asn1::Element element, ahead.ReadElement(tag));
  if (element.der.size() > limits::kCmsAlgorithmOctets) {
    return LimitExceeded("kCmsAlgorithmOctets");
  }
  return ReadAlgorithmIdentifier(reader, tag);
}

Result<nss::DigestAlgorithm> ReadDigest(const AlgorithmIdentifier& algorithm) {
  if (const auto digest = nss::DigestFromOid(algorithm.oid)) {
    return *digest;
  }
  const std::string_view refused = nss::RefusedDigestName(algorithm.oid);
  return Unsupported(refused.empty() ? DottedText(algorithm.oid) : std::string(refused),
                     algorithm.oid);
}

// RSAES-OAEP-params (RFC 4055, 4.1), all members optional with SHA-1 as default.
Result<nss::OaepParameters> ReadOaep(ByteView parameters) {
  nss::OaepParameters oaep;
  if (parameters.empty()) {
    return oaep;
  }
  asn1::DerReader outer(parameters);
  SIGNET_ASSIGN(asn1::DerReader sequence, outer.ReadSequence());
  if (sequence.NextIs(asn1::ContextConstructedTag(0))) {
    SIGNET_ASSIGN(asn1::DerReader member, sequence.Enter(asn1::ContextConstructedTag(0)));
    SIGNET_ASSIGN(const AlgorithmIdentifier digest, ReadAlgorithmIdentifier(member));
    SIGNET_ASSIGN(oaep.digest, ReadDigest(digest));
  }
  if (sequence.NextIs(asn1::ContextConstructedTag(1))) {
    SIGNET_ASSIGN(asn1::DerReader member, sequence.Enter(asn1::ContextConstructedTag(1)));
    SIGNET_ASSIGN(const AlgorithmIdentifier mask, ReadAlgorithmIdentifier(member));
    if (ByteView(mask.oid) != oid::kMgf1) {
      return Unsupported(DottedText(mask.oid), mask.oid);
    }
    asn1::DerReader inner(mask.parameters);
    SIGNET_ASSIGN(const AlgorithmIdentifier digest, ReadAlgorithmIdentifier(inner));
    SIGNET_ASSIGN(oaep.mask_digest, ReadDigest(digest));
  }
  if (sequence.NextIs(asn1::ContextConstructedTag(2))) {
    SIGNET_ASSIGN(asn1::DerReader member, sequence.Enter(asn1::ContextConstructedTag(2)));
    SIGNET_ASSIGN(const AlgorithmIdentifier source, ReadAlgorithmIdentifier(member));
    if (ByteView(source.oid) != oid::kPSpecified) {
      return Unsupported(DottedText(source.oid), source.oid);
    }
    asn1::DerReader inner(source.parameters);
    SIGNET_ASSIGN(const ByteView label, inner.ReadOctetString());
    oaep.label = ToBytes(label);
  }
  SIGNET_TRY(sequence.Finish());
  return oaep;
}

std::string OaepName(const nss::OaepParameters& oaep) {
  std::string name = "RSA-OAEP with " + std::string(nss::DigestName(oaep.digest));
  if (oaep.mask_digest != oaep.digest) {
    name += " and MGF1 with " + std::string(nss::DigestName(oaep.mask_digest));
  }
  return name;
}

struct ReadWrap {
  nss::KeyWrap wrap;
  Bytes algorithm;
};

// The key wrap of a key agreement or encapsulation.
Result<ReadWrap> CheckWrap(const AlgorithmIdentifier& algorithm) {
  const auto wrap = nss::KeyWrapFromOid(algorithm.oid);
  if (!wrap) {
    return Unsupported(DottedText(algorithm.oid), algorithm.oid);
  }
  return ReadWrap{*wrap, algorithm.der};
}

// Fills one Recipient after another; what was read before a failure is kept.
class RecipientReader {
 public:
  explicit RecipientReader(std::size_t most) : most_(most) {}

  Result<std::vector<ReadRecipient>> Run(ByteView ber) && {
    const Result<Bytes> der = asn1::BerToDer(ber);
    Result<void> result = der ? Dispatch(*der) : Result<void>(std::unexpected(der.error()));
    if (!result) {
      if (too_many_) {
        return std::unexpected(std::move(result).error());
      }
      // What applies to all of them, or to the one that could not be read.
      if (recipients_.empty()) {
        Add();
      }
      for (ReadRecipient& read : recipients_) {
        if (std::holds_alternative<std::monostate>(read.method.method) && !read.recipient.reason) {
          read.recipient.state = RecipientState::kUnusable;
          read.recipient.reason = result.error();
        }
      }
    }
    return std::move(recipients_);
  }

 private:
  // Adds a recipient of the kind, or nothing where there are too many.
  ReadRecipient* Add() {
    if (recipients_.size() == most_) {
      too_many_ = true;
      return nullptr;
    }
    recipients_.emplace_back();
    recipients_.back().recipient.kind = kind_;
    return &recipients_.back();
  }

  Result<void> Dispatch(ByteView der) {
    asn1::DerReader outer(der);
    switch (der.front()) {
      case asn1::kSequence:
        kind_ = RecipientKind::kKeyTransport;
        return ReadKeyTransport(outer);
      case asn1::ContextConstructedTag(1):
        kind_ = RecipientKind::kKeyAgreement;
        return ReadKeyAgreement(outer);
      case asn1::ContextConstructedTag(2):
        kind_ = RecipientKind::kSharedKey;
        return ReadSharedKey(outer);
      case asn1::ContextConstructedTag(3):
        kind_ = RecipientKind::kPassword;
        return ReadPassword(outer);
      case asn1::ContextConstructedTag(4):
        return ReadOther(outer);
      default:
        return outer.Fail("a recipient of an unknown kind");
    }
  }

  // RecipientIdentifier ::= CHOICE { IssuerAndSerialNumber, [0] SubjectKeyIdentifier }
  static Result<RecipientId> ReadId(asn1::DerReader& reader) {
    RecipientId id;
    if (reader.NextIs(asn1::kSequence)) {
      SIGNET_ASSIGN(id.issuer_and_serial, ReadIssuerAndSerial(reader));
    } else {
      SIGNET_ASSIGN(id.key_identifier, ReadImplicitOctetString(reader, 0));
    }
    return id;
  }

  static Result<Bytes> ReadKey(asn1::DerReader& reader) {
    SIGNET_ASSIGN(const ByteView key, reader.ReadOctetString());
    SIGNET_TRY(reader.Finish());
    return ToBytes(key);
  }

  Result<void> ReadKeyTransport(asn1::DerReader& outer) {
    SIGNET_ASSIGN(asn1::DerReader reader, outer.ReadSequence());
    ReadRecipient* const read = Add();
    if (read == nullptr) {
      return LimitExceeded("kCmsRecipients");
    }
    SIGNET_TRY(reader.ReadUnsigned());
    SIGNET_ASSIGN(read->recipient.id, ReadId(reader));
    SIGNET_ASSIGN(read->recipient.key_encryption_algorithm, ReadSmallAlgorithm(reader));
    const AlgorithmIdentifier& algorithm = read->recipient.key_encryption_algorithm;
    read->recipient.algorithm = DottedText(algorithm.oid);
    KeyTransport transport;
    if (ByteView(algorithm.oid) == oid::kRsaesOaep) {
      read->recipient.algorithm = "RSA-OAEP";
      SIGNET_ASSIGN(transport.oaep, ReadOaep(algorithm.parameters));
      read->recipient.algorithm = OaepName(*transport.oaep);
    } else if (ByteView(algorithm.oid) == oid::kRsaEncryption) {
      read->recipient.algorithm = "RSA";
    } else {
      return Unsupported(read->recipient.algorithm, algorithm.oid);
    }
    SIGNET_ASSIGN(read->method.encrypted_key, ReadKey(reader));
    read->method.method = std::move(transport);
    return {};
  }

  // KeyAgreeRecipientInfo ::= SEQUENCE { version, originator [0], ukm [1] OPTIONAL, algorithm,
  // SEQUENCE OF SEQUENCE { rid, encryptedKey } }
  Result<void> ReadKeyAgreement(asn1::DerReader& outer) {
    SIGNET_ASSIGN(asn1::DerReader reader, outer.Enter(asn1::ContextConstructedTag(1)));
    SIGNET_TRY(reader.ReadUnsigned());
    SIGNET_ASSIGN(asn1::DerReader originator, reader.Enter(asn1::ContextConstructedTag(0)));
    auto agreement = std::make_shared<KeyAgreement>();
    if (reader.NextIs(asn1::ContextConstructedTag(1))) {
      SIGNET_ASSIGN(asn1::DerReader material, reader.Enter(asn1::ContextConstructedTag(1)));
      SIGNET_ASSIGN(const ByteView octets, material.ReadOctetString());
      agreement->user_keying_material = ToBytes(octets);
    }
    SIGNET_ASSIGN(const AlgorithmIdentifier algorithm, ReadSmallAlgorithm(reader));
    SIGNET_ASSIGN(asn1::DerReader keys, reader.ReadSequence());
    SIGNET_TRY(reader.Finish());
    std::string name = DottedText(algorithm.oid);
    const Result<void> usable = ReadAgreement(algorithm, originator, *agreement, name);
    while (!keys.AtEnd()) {
      ReadRecipient* const read = Add();
      if (read == nullptr) {
        return LimitExceeded("kCmsRecipients");
      }
      read->recipient.key_encryption_algorithm = algorithm;
      read->recipient.algorithm = name;
      SIGNET_ASSIGN(asn1::DerReader entry, keys.ReadSequence());
      SIGNET_ASSIGN(read->recipient.id, ReadAgreementId(entry));
      SIGNET_ASSIGN(read->method.encrypted_key, ReadKey(entry));
      if (usable) {
        read->method.method = agreement;
      }
    }
    return usable;
  }

  // The algorithm with the originator's key; sets `name` as far as it is understood.
  static Result<void> ReadAgreement(const AlgorithmIdentifier& algorithm,
                                    asn1::DerReader& originator, KeyAgreement& agreement,
                                    std::string& name) {
    const auto scheme = nss::AgreementSchemeFromOid(algorithm.oid);
    if (!scheme) {
      return Unsupported(name, algorithm.oid);
    }
    agreement.scheme = *scheme;
    name = "ECDH with " + scheme->Name();
    asn1::DerReader parameters(algorithm.parameters);
    SIGNET_ASSIGN(const AlgorithmIdentifier wrap_algorithm, ReadAlgorithmIdentifier(parameters));
    SIGNET_ASSIGN(ReadWrap wrap, CheckWrap(wrap_algorithm));
    agreement.wrap = wrap.wrap;
    agreement.wrap_algorithm = std::move(wrap.algorithm);
    name += " and " + std::string(nss::KeyWrapName(wrap.wrap));
    if (!originator.NextIs(asn1::ContextConstructedTag(1))) {
      return Unsupported("static key agreement", algorithm.oid);
    }
    SIGNET_ASSIGN(asn1::DerReader key, originator.Enter(asn1::ContextConstructedTag(1)));
    SIGNET_ASSIGN(agreement.originator_algorithm, ReadSmallAlgorithm(key));
    SIGNET_ASSIGN(const asn1::BitString octets, key.ReadBitString());
    agreement.originator_key = ToBytes(octets.octets);
    return key.Finish();
  }

  // KeyAgreeRecipientIdentifier ::= CHOICE { IssuerAndSerialNumber, [0] RecipientKeyIdentifier }
  static Result<RecipientId> ReadAgreementId(asn1::DerReader& reader) {
    RecipientId id;
    if (reader.NextIs(asn1::kSequence)) {
      SIGNET_ASSIGN(id.issuer_and_serial, ReadIssuerAndSerial(reader));
    } else {
      SIGNET_ASSIGN(asn1::DerReader identifier, reader.Enter(asn1::ContextConstructedTag(0)));
      SIGNET_ASSIGN(const ByteView octets, identifier.ReadOctetString());
      id.key_identifier = ToBytes(octets);
    }
    return id;
  }

  // KEKRecipientInfo: somebody else has agreed on a key in another way.
  Result<void> ReadSharedKey(asn1::DerReader& outer) {
    SIGNET_ASSIGN(asn1::DerReader reader, outer.Enter(asn1::ContextConstructedTag(2)));
    SIGNET_TRY(reader.ReadUnsigned());
    SIGNET_TRY(reader.ReadSequence());
    SIGNET_ASSIGN(const AlgorithmIdentifier algorithm, ReadSmallAlgorithm(reader));
    return AddUnsupported(algorithm, "shared key");
  }

  Result<void> ReadPassword(asn1::DerReader& outer) {
    SIGNET_ASSIGN(asn1::DerReader reader, outer.Enter(asn1::ContextConstructedTag(3)));
    SIGNET_TRY(reader.ReadUnsigned());
    SIGNET_TRY(reader.ReadOptional(asn1::ContextConstructedTag(0)));
    SIGNET_ASSIGN(const AlgorithmIdentifier algorithm, ReadSmallAlgorithm(reader));
    return AddUnsupported(algorithm, "password");
  }

  Result<void> AddUnsupported(const AlgorithmIdentifier& algorithm, std::string name) {
    if (ReadRecipient* const read = Add()) {
      read->recipient.key_encryption_algorithm = algorithm;
      read->recipient.algorithm = name;
      return Unsupported(std::move(name), algorithm.oid);
    }
    return LimitExceeded("kCmsRecipients");
  }

  // OtherRecipientInfo ::= SEQUENCE { oriType OBJECT IDENTIFIER, oriValue ANY }
  Result<void> ReadOther(asn1::DerReader& outer) {
    SIGNET_ASSIGN(asn1::DerReader reader, outer.Enter(asn1::ContextConstructedTag(4)));
    SIGNET_ASSIGN(const ByteView type, reader.ReadOid());
    if (type != oid::kRecipientInfoKem) {
      return Unsupported(DottedText(type), type);
    }
    kind_ = RecipientKind::kKeyEncapsulation;
    SIGNET_ASSIGN(asn1::DerReader kem, reader.ReadSequence());
    return ReadKeyEncapsulation(kem);
  }

  // KEMRecipientInfo ::= SEQUENCE { version, rid, kem, kemct, kdf, kekLength, ukm [0] OPTIONAL,
  // wrap, encryptedKey } (RFC 9629, 3)
  Result<void> ReadKeyEncapsulation(asn1::DerReader& reader) {
    ReadRecipient* const read = Add();
    if (read == nullptr) {
      return LimitExceeded("kCmsRecipients");
    }
    SIGNET_TRY(reader.ReadUnsigned());
    SIGNET_ASSIGN(read->recipient.id, ReadId(reader));
    SIGNET_ASSIGN(read->recipient.key_encryption_algorithm, ReadSmallAlgorithm(reader));
    SIGNET_ASSIGN(read->recipient.algorithm, KemName(read->recipient.key_encryption_algorithm));
    KeyEncapsulation encapsulation;
    SIGNET_ASSIGN(const ByteView ciphertext, reader.ReadOctetString());
    encapsulation.ciphertext = ToBytes(ciphertext);
    SIGNET_ASSIGN(const AlgorithmIdentifier derivation, ReadSmallAlgorithm(reader));
    SIGNET_ASSIGN(encapsulation.kek_octets, reader.ReadUnsigned());
    if (reader.NextIs(asn1::ContextConstructedTag(0))) {
      SIGNET_ASSIGN(asn1::DerReader material, reader.Enter(asn1::ContextConstructedTag(0)));
      SIGNET_ASSIGN(const ByteView octets, material.ReadOctetString());
      encapsulation.user_keying_material = ToBytes(octets);
    }
    SIGNET_ASSIGN(const AlgorithmIdentifier wrap_algorithm, ReadSmallAlgorithm(reader));
    SIGNET_ASSIGN(encapsulation.digest, DerivationDigest(derivation));
    SIGNET_ASSIGN(ReadWrap wrap, CheckWrap(wrap_algorithm));
    encapsulation.wrap = wrap.wrap;
    encapsulation.wrap_algorithm = std::move(wrap.algorithm);
    if (encapsulation.kek_octets != nss::KeyWrapOctets(wrap.wrap)) {
      return reader.Fail("a kekLength that is not that of the key wrap");
    }
    read->recipient.algorithm += " with " + std::string(nss::KeyWrapName(wrap.wrap));
    SIGNET_ASSIGN(read->method.encrypted_key, ReadKey(reader));
    read->method.method = std::move(encapsulation);
    return {};
  }

  static Result<std::string> KemName(const AlgorithmIdentifier& algorithm) {
    if (ByteView(algorithm.oid) == oid::kMlKem512) {
      return std::string("ML-KEM-512");
    }
    if (ByteView(algorithm.oid) == oid::kMlKem768) {
      return std::string("ML-KEM-768");
    }
    if (ByteView(algorithm.oid) == oid::kMlKem1024) {
      return std::string("ML-KEM-1024");
    }
    return Unsupported(DottedText(algorithm.oid), algorithm.oid);
  }

  static Result<nss::DigestAlgorithm> DerivationDigest(const AlgorithmIdentifier& algorithm) {
    if (ByteView(algorithm.oid) == oid::kHkdfWithSha256) {
      return nss::DigestAlgorithm::kSha256;
    }
    if (ByteView(algorithm.oid) == oid::kHkdfWithSha384) {
      return nss::DigestAlgorithm::kSha384;
    }
    if (ByteView(algorithm.oid) == oid::kHkdfWithSha512) {
      return nss::DigestAlgorithm::kSha512;
    }
    return Unsupported(DottedText(algorithm.oid), algorithm.oid);
  }

  std::size_t most_;
  RecipientKind kind_ = RecipientKind::kOther;
  std::vector<ReadRecipient> recipients_;
  bool too_many_ = false;
};

}  // namespace

Result<std::vector<ReadRecipient>> ReadRecipientInfo(ByteView ber, std::size_t most) {
  return RecipientReader(most).Run(ber);
}

}  // namespace signet::cms

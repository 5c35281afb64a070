#include "support/revocation_builder.h"

#include "asn1/der_reader.h"
#include "asn1/der_writer.h"
#include "asn1/oids.h"

namespace signet::testing {
namespace {

namespace oid = asn1::oid;
using asn1::ContextConstructedTag;
using asn1::ContextTag;
using asn1::DerWriter;
using asn1::EncodeValue;

Bytes SmallInteger(std::uint64_t number) {
  DerWriter writer;
  writer.Integer(static_cast<std::int64_t>(number));
  return std::move(writer).Take();
}

Bytes ReasonExtension(std::uint8_t reason) {
  return ExtensionValue(oid::kReasonCode, false, EncodeValue(asn1::kEnumerated, {&reason, 1}));
}

// The content of the BIT STRING of a SubjectPublicKeyInfo.
Bytes KeyOctets(const KeyPair& key) {
  asn1::DerReader outer(key.subject_public_key_info);
  auto spki = outer.ReadSequence().value();
  static_cast<void>(spki.ReadSequence().value());
  return ToBytes(spki.ReadBitString().value().octets);
}

void WriteList(DerWriter& writer, const std::vector<Bytes>& values) {
  writer.Sequence([&](DerWriter& list) {
    for (const Bytes& value : values) {
      list.Raw(value);
    }
  });
}

}  // namespace

Bytes ExtensionValue(const Oid& oid, bool critical, ByteView value) {
  DerWriter writer;
  writer.Sequence([&](DerWriter& extension) {
    extension.Oid(oid);
    if (critical) {
      extension.Boolean(true);
    }
    extension.OctetString(value);
  });
  return std::move(writer).Take();
}

Bytes IssuingPointValue(const IssuingPoint& point) {
  const Bytes yes{0xff};
  DerWriter writer;
  writer.Sequence([&](DerWriter& sequence) {
    if (point.name) {
      sequence.Constructed(ContextConstructedTag(0), [&](DerWriter& name) {
        name.Value(ContextConstructedTag(0), *point.name);
      });
    }
    if (point.only_users) {
      sequence.Value(ContextTag(1), yes);
    }
    if (point.only_authorities) {
      sequence.Value(ContextTag(2), yes);
    }
    if (point.reasons) {
      DerWriter bits;
      bits.NamedBits(static_cast<std::uint16_t>(*point.reasons));
      sequence.Value(ContextTag(3), ByteView{bits.octets()}.subspan(2));
    }
    if (point.indirect) {
      sequence.Value(ContextTag(4), yes);
    }
  });
  return std::move(writer).Take();
}

CrlBuilder& CrlBuilder::ThisUpdate(Time time) {
  this_update_ = time;
  return *this;
}

CrlBuilder& CrlBuilder::NextUpdate(std::optional<Time> time) {
  next_update_ = time;
  return *this;
}

CrlBuilder& CrlBuilder::Number(std::uint64_t number) {
  return Extension(oid::kCrlNumber, false, SmallInteger(number));
}

CrlBuilder& CrlBuilder::Base(std::uint64_t number) {
  return Extension(oid::kDeltaCrlIndicator, true, SmallInteger(number));
}

CrlBuilder& CrlBuilder::Point(const IssuingPoint& point) {
  return Extension(oid::kIssuingDistributionPoint, true, IssuingPointValue(point));
}

CrlBuilder& CrlBuilder::Extension(const Oid& oid, bool critical, ByteView value) {
  extensions_.push_back(ExtensionValue(oid, critical, value));
  return *this;
}

CrlBuilder& CrlBuilder::Revoke(ByteView serial, Time when, std::optional<std::uint8_t> reason) {
  std::vector<Bytes> extensions;
  if (reason) {
    extensions.push_back(ReasonExtension(*reason));
  }
  return RevokeWith(serial, when, extensions);
}

CrlBuilder& CrlBuilder::RevokeWith(ByteView serial, Time when,
                                   const std::vector<Bytes>& extensions) {
  DerWriter writer;
  writer.Sequence([&](DerWriter& entry) {
    entry.Value(asn1::kInteger, serial);
    entry.Time(when);
    if (!extensions.empty()) {
      WriteList(entry, extensions);
    }
  });
  entries_.insert(entries_.end(), writer.octets().begin(), writer.octets().end());
  return *this;
}

Bytes CrlBuilder::Build(const KeyPair& key, Scheme scheme) const {
  DerWriter writer;
  writer.Sequence([&](DerWriter& tbs) {
    if (!version1_) {
      tbs.Integer(1);
    }
    tbs.Raw(SignatureAlgorithm(Resolve(scheme, key)));
    tbs.Raw(issuer_);
    tbs.Time(this_update_);
    if (next_update_) {
      tbs.Time(*next_update_);
    }
    if (!entries_.empty()) {
      tbs.Value(asn1::kSequence, entries_);
    }
    if (!extensions_.empty()) {
      tbs.Constructed(ContextConstructedTag(0),
                      [&](DerWriter& outer) { WriteList(outer, extensions_); });
    }
  });
  return SignedStructure(writer.octets(), key, scheme);
}

OcspBuilder& OcspBuilder::ByKey(const KeyPair& key) {
  responder_key_hash_ = Sha1(KeyOctets(key));
  return *this;
}

OcspBuilder& OcspBuilder::ProducedAt(Time time) {
  produced_at_ = time;
  return *this;
}

OcspBuilder& OcspBuilder::Nonce(ByteView nonce) {
  return Extension(oid::kOcspNonce, false, EncodeValue(asn1::kOctetString, nonce));
}

OcspBuilder& OcspBuilder::Attach(ByteView certificate) {
  certificates_.push_back(ToBytes(certificate));
  return *this;
}

OcspBuilder& OcspBuilder::Times(Time this_update, std::optional<Time> next_update) {
  this_update_ = this_update;
  next_update_ = next_update;
  return *this;
}

OcspBuilder& OcspBuilder::Sha256Ids() {
  sha256_ids_ = true;
  return *this;
}

OcspBuilder& OcspBuilder::Extension(const Oid& oid, bool critical, ByteView value) {
  extensions_.push_back(ExtensionValue(oid, critical, value));
  return *this;
}

OcspBuilder& OcspBuilder::Say(OcspStatus status, const Certificate& certificate,
                              const KeyPair& issuer_key, Time revoked_at,
                              std::optional<std::uint8_t> reason) {
  const Bytes key = KeyOctets(issuer_key);
  DerWriter writer;
  writer.Sequence([&](DerWriter& single) {
    single.Sequence([&](DerWriter& id) {
      id.Sequence([&](DerWriter& algorithm) {
        algorithm.Oid(sha256_ids_ ? oid::kSha256 : oid::kSha1);
        algorithm.Null();
      });
      id.OctetString(sha256_ids_ ? Sha256(certificate.issuer) : Sha1(certificate.issuer));
      id.OctetString(sha256_ids_ ? Sha256(key) : Sha1(key));
      id.Value(asn1::kInteger, certificate.serial);
    });
    switch (status) {
      case OcspStatus::kGood:
        single.Value(ContextTag(0), {});
        break;
      case OcspStatus::kUnknown:
        single.Value(ContextTag(2), {});
        break;
      case OcspStatus::kRevoked:
        single.Constructed(ContextConstructedTag(1), [&](DerWriter& info) {
          info.GeneralizedTime(revoked_at);
          if (reason) {
            info.Constructed(ContextConstructedTag(0),
                             [&](DerWriter& code) { code.Enumerated(*reason); });
          }
        });
        break;
    }
    single.GeneralizedTime(this_update_);
    if (next_update_) {
      single.Constructed(ContextConstructedTag(0),
                         [&](DerWriter& next) { next.GeneralizedTime(*next_update_); });
    }
  });
  statements_.insert(statements_.end(), writer.octets().begin(), writer.octets().end());
  return *this;
}

Bytes OcspBuilder::Build(const KeyPair& key, Scheme scheme) const {
  DerWriter data;
  data.Sequence([&](DerWriter& tbs) {
    if (responder_key_hash_.empty()) {
      tbs.Value(ContextConstructedTag(1), responder_);
    } else {
      tbs.Constructed(ContextConstructedTag(2),
                      [&](DerWriter& hash) { hash.OctetString(responder_key_hash_); });
    }
    tbs.GeneralizedTime(produced_at_);
    tbs.Value(asn1::kSequence, statements_);
    if (!extensions_.empty()) {
      tbs.Constructed(ContextConstructedTag(1),
                      [&](DerWriter& outer) { WriteList(outer, extensions_); });
    }
  });
  const Bytes value = SignedStructure(data.octets(), key, scheme);
  asn1::DerReader reader(value);
  const Bytes parts = ToBytes(reader.Read(asn1::kSequence).value());
  DerWriter basic;
  basic.Sequence([&](DerWriter& sequence) {
    sequence.Raw(parts);
    if (!certificates_.empty()) {
      sequence.Constructed(ContextConstructedTag(0),
                           [&](DerWriter& outer) { WriteList(outer, certificates_); });
    }
  });
  DerWriter response;
  response.Sequence([&](DerWriter& outer) {
    outer.Enumerated(0);
    outer.Constructed(ContextConstructedTag(0), [&](DerWriter& explicit_bytes) {
      explicit_bytes.Sequence([&](DerWriter& bytes) {
        bytes.Oid(oid::kOcspBasic);
        bytes.OctetString(basic.octets());
      });
    });
  });
  return std::move(response).Take();
}

Bytes OcspBuilder::Error(std::uint8_t status) {
  DerWriter response;
  response.Sequence([&](DerWriter& outer) { outer.Enumerated(status); });
  return std::move(response).Take();
}

}  // namespace signet::testing

#include "pkix/crl.h"

#include "asn1/oids.h"
#include "base/limits.h"

namespace signet::pkix {
namespace {

namespace oid = asn1::oid;
using asn1::ContextConstructedTag;
using asn1::ContextTag;
using asn1::DerReader;
using asn1::Element;

// BOOLEAN DEFAULT FALSE with an implicit tag.
Result<bool> ReadFlag(DerReader& reader, unsigned number) {
  SIGNET_ASSIGN(const auto flag, reader.ReadOptional(ContextTag(number)));
  if (!flag) {
    return false;
  }
  if (flag->content.size() != 1) {
    return reader.Fail("a BOOLEAN that is not one octet");
  }
  return flag->content[0] != 0;
}

// 5.2.5.
Result<IssuingDistributionPoint> ReadIssuingPoint(DerReader reader) {
  SIGNET_ASSIGN(DerReader sequence, reader.ReadSequence());
  SIGNET_TRY(reader.Finish());
  if (sequence.AtEnd()) {
    return sequence.Fail("an issuing distribution point that says nothing");  // "MUST NOT issue"
  }
  IssuingDistributionPoint result;
  SIGNET_ASSIGN(const auto name, sequence.ReadOptional(ContextConstructedTag(0)));
  if (name) {
    SIGNET_TRY(ReadDistributionPointName(DerReader(*name), result.point));
  }
  SIGNET_ASSIGN(result.only_user_certificates, ReadFlag(sequence, 1));
  SIGNET_ASSIGN(result.only_authority_certificates, ReadFlag(sequence, 2));
  if (sequence.NextIs(ContextTag(3))) {
    SIGNET_ASSIGN(result.point.reasons, sequence.ReadBitString(ContextTag(3)));
  }
  SIGNET_ASSIGN(result.indirect, ReadFlag(sequence, 4));
  SIGNET_ASSIGN(result.only_attribute_certificates, ReadFlag(sequence, 5));
  SIGNET_TRY(sequence.Finish());
  return result;
}

Result<ByteView> ReadNumber(DerReader reader) {
  SIGNET_ASSIGN(const ByteView number, reader.ReadInteger());
  SIGNET_TRY(reader.Finish());
  if ((number[0] & 0x80U) != 0) {
    return reader.Fail("a negative CRL number");
  }
  return number;
}

}  // namespace

Result<CrlPtr> Crl::Parse(ByteView der, std::shared_ptr<const void> owner) {
  if (der.size() > limits::kCrlOctets) {
    return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kCrlOctets");
  }
  // The constructor is private, so that std::make_shared cannot be used.
  std::shared_ptr<Crl> crl{new Crl(der, std::move(owner))};
  SIGNET_TRY(crl->Read());
  return crl;
}

Result<CrlPtr> Crl::Parse(Bytes der) {
  const auto owned = std::make_shared<const Bytes>(std::move(der));
  return Parse(*owned, owned);
}

// CertificateList (5.1).
Result<void> Crl::Read() {
  DerReader outer(der_);
  SIGNET_ASSIGN(DerReader list, outer.ReadSequence());
  SIGNET_TRY(outer.Finish());
  SIGNET_ASSIGN(const Element tbs, list.ReadElement(asn1::kSequence));
  SIGNET_ASSIGN(const Element algorithm, list.ReadElement(asn1::kSequence));
  SIGNET_ASSIGN(const asn1::BitString signature, list.ReadBitString());
  SIGNET_TRY(list.Finish());
  if (signature.unused_bits != 0) {
    return list.Fail("a signature that is not whole octets");
  }
  tbs_ = tbs.der;
  algorithm_ = algorithm.der;
  signature_ = signature.octets;
  signature_scheme_ = nss::ParseSignatureAlgorithm(algorithm.der);
  return ReadTbs(DerReader(tbs));
}

// TBSCertList (5.1.2).
Result<void> Crl::ReadTbs(DerReader tbs) {
  bool version_2 = false;
  if (tbs.NextIs(asn1::kInteger)) {
    SIGNET_ASSIGN(const std::uint64_t version, tbs.ReadUnsigned());
    if (version != 1) {
      return tbs.Fail("a CRL version other than 2");
    }
    version_2 = true;
  }
  SIGNET_ASSIGN(const Element algorithm, tbs.ReadElement(asn1::kSequence));
  if (!Equal(algorithm.der, algorithm_)) {
    return tbs.Fail("two signature algorithms that differ");  // 5.1.1.2
  }
  SIGNET_ASSIGN(const Element issuer, tbs.ReadElement(asn1::kSequence));
  SIGNET_ASSIGN(issuer_, Name::Parse(issuer));
  SIGNET_ASSIGN(this_update_, tbs.ReadTime());
  if (tbs.NextIs(asn1::kUtcTime) || tbs.NextIs(asn1::kGeneralizedTime)) {
    SIGNET_ASSIGN(next_update_, tbs.ReadTime());
  }
  SIGNET_ASSIGN(const auto revoked, tbs.ReadOptional(asn1::kSequence));
  if (revoked) {
    SIGNET_TRY(entries_.Scan(revoked->content, DerReader(*revoked).Offset()));
  }
  if (version_2 && tbs.NextIs(ContextConstructedTag(0))) {
    SIGNET_ASSIGN(const DerReader extensions, tbs.Enter(ContextConstructedTag(0)));
    SIGNET_TRY(ReadExtensions(extensions));
  }
  return tbs.Finish();
}

Result<void> Crl::ReadExtensions(DerReader reader) {
  SIGNET_ASSIGN(const std::vector<Extension> extensions, ReadExtensionList(reader));
  SIGNET_TRY(reader.Finish());
  for (const Extension& extension : extensions) {
    SIGNET_TRY(ReadExtension(extension));
  }
  return {};
}

// 5.2.
Result<void> Crl::ReadExtension(const Extension& extension) {
  const DerReader value(extension.value, extension.offset);
  if (extension.oid == oid::kAuthorityKeyIdentifier) {
    SIGNET_ASSIGN(authority_key_identifier_, ReadKeyIdentifierOfAuthority(value));
  } else if (extension.oid == oid::kCrlNumber) {
    SIGNET_ASSIGN(number_, ReadNumber(value));
  } else if (extension.oid == oid::kDeltaCrlIndicator) {
    SIGNET_ASSIGN(base_number_, ReadNumber(value));
  } else if (extension.oid == oid::kIssuingDistributionPoint) {
    SIGNET_ASSIGN(issuing_point_, ReadIssuingPoint(value));
    issuing_point_der_ = extension.value;
  } else if (extension.oid == oid::kFreshestCrl) {
    SIGNET_ASSIGN(freshest_crl_, ReadDistributionPoints(value));
  } else if (extension.critical) {
    unknown_critical_ = DottedText(extension.oid);
  }
  return {};
}

const std::string& Crl::unknown_critical() const {
  return unknown_critical_.empty() ? entries_.unknown_critical() : unknown_critical_;
}

Result<void> Crl::VerifySignature(const nss::PublicKey& key) const {
  if (!signature_scheme_) {
    return std::unexpected(signature_scheme_.error());
  }
  const Bytes spki = ToBytes(key.spki());
  // Held while digesting, so that several threads with the same question wait for one answer.
  const std::scoped_lock lock{mutex_};
  if (const auto known = outcomes_.find(spki); known != outcomes_.end()) {
    return known->second;
  }
  Result<void> outcome = nss::VerifyData(key, *signature_scheme_, tbs_, signature_);
  if (outcome || outcome.error().code == ReasonCode::kSignatureMismatch) {
    outcomes_.emplace(spki, outcome);
  }
  return outcome;
}

std::strong_ordering CompareNumbers(ByteView a, ByteView b) {
  // Not negative and in their shortest form: the longer one is larger.
  if (a.size() != b.size()) {
    return a.size() <=> b.size();
  }
  return AsText(a) <=> AsText(b);
}

}  // namespace signet::pkix

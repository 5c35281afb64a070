#include "pkix/ocsp_response.h"

#include "asn1/oids.h"
#include "base/limits.h"

namespace signet::pkix {
namespace {

namespace oid = asn1::oid;
using asn1::ContextConstructedTag;
using asn1::ContextTag;
using asn1::DerReader;
using asn1::Element;

// CertID (4.1.1).
Result<OcspCertificateId> ReadCertificateId(DerReader& reader) {
  SIGNET_ASSIGN(DerReader sequence, reader.ReadSequence());
  OcspCertificateId id;
  SIGNET_ASSIGN(DerReader algorithm, sequence.ReadSequence());
  SIGNET_ASSIGN(const ByteView digest, algorithm.ReadOid());
  if (!algorithm.AtEnd()) {
    SIGNET_TRY(algorithm.ReadNull());
  }
  SIGNET_TRY(algorithm.Finish());
  id.digest = nss::DigestFromOid(digest);
  SIGNET_ASSIGN(id.issuer_name_hash, sequence.ReadOctetString());
  SIGNET_ASSIGN(id.issuer_key_hash, sequence.ReadOctetString());
  SIGNET_ASSIGN(id.serial, sequence.ReadInteger());
  SIGNET_TRY(sequence.Finish());
  return id;
}

// RevokedInfo (4.2.1), tagged implicitly.
Result<void> ReadRevokedInfo(DerReader reader, OcspStatement& statement) {
  statement.status = OcspCertificateStatus::kRevoked;
  SIGNET_ASSIGN(statement.revoked_at, reader.ReadGeneralizedTime());
  if (!reader.AtEnd()) {
    SIGNET_ASSIGN(DerReader reason, reader.Enter(ContextConstructedTag(0)));
    SIGNET_ASSIGN(const std::uint64_t code, reason.ReadUnsigned(asn1::kEnumerated));
    SIGNET_TRY(reason.Finish());
    const bool known = code <= 10 && code != 7;
    statement.reason = known ? static_cast<CrlReason>(code) : CrlReason::kUnspecified;
  }
  return reader.Finish();
}

// CertStatus ::= CHOICE { good [0] NULL, revoked [1] RevokedInfo, unknown [2] NULL }, all implicit.
Result<void> ReadStatus(DerReader& reader, OcspStatement& statement) {
  SIGNET_ASSIGN(const Element status, reader.ReadAny());
  if (status.tag == ContextConstructedTag(1)) {
    return ReadRevokedInfo(DerReader(status), statement);
  }
  if ((status.tag != ContextTag(0) && status.tag != ContextTag(2)) || !status.content.empty()) {
    return reader.Fail("not a CertStatus");
  }
  statement.status =
      status.tag == ContextTag(0) ? OcspCertificateStatus::kGood : OcspCertificateStatus::kUnknown;
  return {};
}

// SingleResponse (4.2.1).
Result<OcspStatement> ReadStatement(DerReader& reader) {
  SIGNET_ASSIGN(DerReader sequence, reader.ReadSequence());
  OcspStatement statement;
  SIGNET_ASSIGN(statement.id, ReadCertificateId(sequence));
  SIGNET_TRY(ReadStatus(sequence, statement));
  SIGNET_ASSIGN(statement.this_update, sequence.ReadGeneralizedTime());
  if (sequence.NextIs(ContextConstructedTag(0))) {
    SIGNET_ASSIGN(DerReader next, sequence.Enter(ContextConstructedTag(0)));
    SIGNET_ASSIGN(statement.next_update, next.ReadGeneralizedTime());
    SIGNET_TRY(next.Finish());
  }
  if (sequence.NextIs(ContextConstructedTag(1))) {
    SIGNET_ASSIGN(DerReader outer, sequence.Enter(ContextConstructedTag(1)));
    SIGNET_ASSIGN(const std::vector<Extension> extensions, ReadExtensionList(outer));
    SIGNET_TRY(outer.Finish());
    for (const Extension& extension : extensions) {
      // None of 4.4 changes the meaning of the statement; a critical one says that it would.
      // Timestamps of Certificate Transparency (RFC 6962, 3.3) are about something else altogether.
      const bool unknown = extension.critical && extension.oid != oid::kOcspTransparency;
      statement.has_unknown_critical = statement.has_unknown_critical || unknown;
    }
  }
  SIGNET_TRY(sequence.Finish());
  return statement;
}

}  // namespace

Result<OcspResponsePtr> OcspResponse::Parse(ByteView der) {
  if (der.size() > limits::kOcspOctets) {
    return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kOcspOctets");
  }
  // The constructor is private, so that std::make_shared cannot be used.
  std::shared_ptr<OcspResponse> response{new OcspResponse(der)};
  SIGNET_TRY(response->Read());
  return response;
}

// OCSPResponse (4.2.1).
Result<void> OcspResponse::Read() {
  DerReader outer(der_);
  SIGNET_ASSIGN(DerReader response, outer.ReadSequence());
  SIGNET_TRY(outer.Finish());
  SIGNET_ASSIGN(const std::uint64_t status, response.ReadUnsigned(asn1::kEnumerated));
  if (status > 6 || status == 4) {
    return response.Fail("not an OCSPResponseStatus");
  }
  status_ = static_cast<OcspResponseStatus>(status);
  if (status_ != OcspResponseStatus::kSuccessful) {
    return {};  // responseBytes are not set; if they are, they mean nothing
  }
  SIGNET_ASSIGN(DerReader explicit_bytes, response.Enter(ContextConstructedTag(0)));
  SIGNET_TRY(response.Finish());
  SIGNET_ASSIGN(DerReader bytes, explicit_bytes.ReadSequence());
  SIGNET_TRY(explicit_bytes.Finish());
  SIGNET_ASSIGN(const ByteView type, bytes.ReadOid());
  if (type != oid::kOcspBasic) {
    return bytes.Fail("a response type other than id-pkix-ocsp-basic");
  }
  SIGNET_ASSIGN(const Element value, bytes.ReadElement(asn1::kOctetString));
  SIGNET_TRY(bytes.Finish());
  DerReader inner(value);
  SIGNET_ASSIGN(const DerReader basic, inner.ReadSequence());
  SIGNET_TRY(inner.Finish());
  return ReadBasic(basic);
}

// BasicOCSPResponse (4.2.1).
Result<void> OcspResponse::ReadBasic(DerReader basic) {
  SIGNET_ASSIGN(const Element data, basic.ReadElement(asn1::kSequence));
  SIGNET_ASSIGN(const Element algorithm, basic.ReadElement(asn1::kSequence));
  SIGNET_ASSIGN(const asn1::BitString signature, basic.ReadBitString());
  if (signature.unused_bits != 0) {
    return basic.Fail("a signature that is not whole octets");
  }
  if (!basic.AtEnd()) {
    SIGNET_ASSIGN(DerReader outer, basic.Enter(ContextConstructedTag(0)));
    SIGNET_ASSIGN(const DerReader list, outer.ReadSequence());
    SIGNET_TRY(outer.Finish());
    SIGNET_TRY(ReadCertificates(list));
  }
  SIGNET_TRY(basic.Finish());
  tbs_ = data.der;
  signature_ = signature.octets;
  signature_scheme_ = nss::ParseSignatureAlgorithm(algorithm.der);
  return ReadData(DerReader(data));
}

// Certificates help to find the responder; one that cannot be read helps nobody and hurts nobody.
Result<void> OcspResponse::ReadCertificates(DerReader list) {
  while (!list.AtEnd()) {
    SIGNET_ASSIGN(const Element element, list.ReadElement(asn1::kSequence));
    if (certificates_.size() >= limits::kOcspCertificates) {
      return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kOcspCertificates");
    }
    if (auto certificate = Certificate::Parse(element.der)) {
      certificates_.push_back(*std::move(certificate));
    }
  }
  return {};
}

// ResponseData (4.2.1).
Result<void> OcspResponse::ReadData(DerReader data) {
  if (data.NextIs(ContextConstructedTag(0))) {
    SIGNET_ASSIGN(DerReader version, data.Enter(ContextConstructedTag(0)));
    SIGNET_ASSIGN(const std::uint64_t number, version.ReadUnsigned());
    SIGNET_TRY(version.Finish());
    if (number != 0) {
      return version.Fail("a version of ResponseData other than 1");
    }
  }
  SIGNET_TRY(ReadResponder(data));
  SIGNET_ASSIGN(produced_at_, data.ReadGeneralizedTime());
  SIGNET_ASSIGN(DerReader responses, data.ReadSequence());
  while (!responses.AtEnd()) {
    if (statements_.size() >= limits::kOcspStatements) {
      return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kOcspStatements");
    }
    SIGNET_ASSIGN(const OcspStatement statement, ReadStatement(responses));
    statements_.push_back(statement);
  }
  if (data.NextIs(ContextConstructedTag(1))) {
    SIGNET_ASSIGN(const DerReader extensions, data.Enter(ContextConstructedTag(1)));
    SIGNET_TRY(ReadResponseExtensions(extensions));
  }
  return data.Finish();
}

// ResponderID ::= CHOICE { byName [1] Name, byKey [2] KeyHash }, both explicit (4.2.1).
Result<void> OcspResponse::ReadResponder(DerReader& data) {
  if (data.NextIs(ContextConstructedTag(1))) {
    SIGNET_ASSIGN(DerReader by_name, data.Enter(ContextConstructedTag(1)));
    SIGNET_ASSIGN(const Element name, by_name.ReadElement(asn1::kSequence));
    SIGNET_TRY(by_name.Finish());
    SIGNET_ASSIGN(responder_name_, Name::Parse(name));
    return {};
  }
  SIGNET_ASSIGN(DerReader by_key, data.Enter(ContextConstructedTag(2)));
  SIGNET_ASSIGN(responder_key_hash_, by_key.ReadOctetString());
  return by_key.Finish();
}

Result<void> OcspResponse::ReadResponseExtensions(DerReader reader) {
  SIGNET_ASSIGN(const std::vector<Extension> extensions, ReadExtensionList(reader));
  SIGNET_TRY(reader.Finish());
  for (const Extension& extension : extensions) {
    if (extension.oid == oid::kOcspNonce) {
      // RFC 9654, 2.1: an OCTET STRING within the OCTET STRING. Responders of old wrote the octets
      // alone.
      DerReader value(extension.value, extension.offset);
      const auto nonce = value.ReadOctetString();
      nonce_ = nonce && value.AtEnd() ? *nonce : extension.value;
    } else if (extension.critical) {
      has_unknown_critical_ = true;
    }
  }
  return {};
}

}  // namespace signet::pkix

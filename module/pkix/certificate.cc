#include "pkix/certificate.h"

#include <algorithm>

#include "asn1/oids.h"
#include "base/limits.h"
#include "nss/digest.h"
#include "pkix/text.h"

namespace signet::pkix {
namespace {

namespace oid = asn1::oid;
using asn1::ContextConstructedTag;
using asn1::ContextTag;
using asn1::DerReader;
using asn1::Element;

}  // namespace

std::string DisplayText(const Name& name) {
  for (const Oid& type : {oid::kCommonName, oid::kEmailAddress}) {
    if (const auto text = name.Find(type); text && !text->empty()) {
      return EscapeForDisplay(*text);
    }
  }
  return name.ToText();
}

Result<CertificatePtr> Certificate::Parse(ByteView der) {
  if (der.size() > limits::kCertificateOctets) {
    return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kCertificateOctets");
  }
  // The constructor is private, so that std::make_shared cannot be used.
  std::shared_ptr<Certificate> certificate{new Certificate(der)};
  SIGNET_TRY(certificate->Read());
  SIGNET_ASSIGN(const Bytes digest, nss::ComputeDigest(nss::DigestAlgorithm::kSha256, der));
  certificate->sha256_ = ToHex(digest);
  return certificate;
}

// Certificate (RFC 5280, 4.1.1).
Result<void> Certificate::Read() {
  DerReader outer(der_);
  SIGNET_ASSIGN(DerReader certificate, outer.ReadSequence());
  SIGNET_TRY(outer.Finish());
  SIGNET_ASSIGN(const Element tbs, certificate.ReadElement(asn1::kSequence));
  SIGNET_ASSIGN(const Element algorithm, certificate.ReadElement(asn1::kSequence));
  SIGNET_ASSIGN(const asn1::BitString signature, certificate.ReadBitString());
  if (signature.unused_bits != 0) {
    return certificate.Fail("a signature that is not whole octets");
  }
  SIGNET_TRY(certificate.Finish());
  tbs_ = tbs.der;
  signature_algorithm_ = algorithm.der;
  signature_ = signature.octets;
  signature_scheme_ = nss::ParseSignatureAlgorithm(algorithm.der);
  return ReadTbs(DerReader(tbs));
}

// TBSCertificate (4.1.2).
Result<void> Certificate::ReadTbs(DerReader tbs) {
  if (tbs.NextIs(ContextConstructedTag(0))) {
    SIGNET_ASSIGN(DerReader version, tbs.Enter(ContextConstructedTag(0)));
    SIGNET_ASSIGN(const std::uint64_t number, version.ReadUnsigned());
    SIGNET_TRY(version.Finish());
    if (number != 1 && number != 2) {
      return version.Fail("a certificate version other than 2 and 3");
    }
    version_ = static_cast<int>(number) + 1;
  }
  SIGNET_ASSIGN(serial_, tbs.ReadInteger());
  SIGNET_ASSIGN(const Element algorithm, tbs.ReadElement(asn1::kSequence));
  if (!Equal(algorithm.der, signature_algorithm_)) {
    // 4.1.1.2: "MUST contain the same algorithm identifier".
    return tbs.Fail("two signature algorithms that differ");
  }
  SIGNET_ASSIGN(const Element issuer, tbs.ReadElement(asn1::kSequence));
  SIGNET_ASSIGN(issuer_, Name::Parse(issuer));
  SIGNET_ASSIGN(DerReader validity, tbs.ReadSequence());
  SIGNET_ASSIGN(not_before_, validity.ReadTime());
  SIGNET_ASSIGN(not_after_, validity.ReadTime());
  SIGNET_TRY(validity.Finish());
  SIGNET_ASSIGN(const Element subject, tbs.ReadElement(asn1::kSequence));
  SIGNET_ASSIGN(subject_, Name::Parse(subject));
  SIGNET_ASSIGN(const Element spki, tbs.ReadElement(asn1::kSequence));
  spki_ = spki.der;
  public_key_ = nss::PublicKey::FromSpki(spki.der);
  // 4.1.2.8: unique identifiers, from version 2; nobody uses them, and nothing depends on them.
  if (version_ >= 2) {
    for (const unsigned number : {1U, 2U}) {
      if (tbs.NextIs(ContextTag(number))) {
        SIGNET_TRY(tbs.ReadBitString(ContextTag(number)));
      }
    }
  }
  // 4.1.2.9: extensions, in version 3 only.
  if (version_ == 3 && tbs.NextIs(ContextConstructedTag(3))) {
    SIGNET_ASSIGN(const DerReader extensions, tbs.Enter(ContextConstructedTag(3)));
    SIGNET_ASSIGN(extensions_, ParseExtensions(extensions));
  }
  SIGNET_TRY(tbs.Finish());
  CollectAddresses();
  return {};
}

void Certificate::CollectAddresses() {
  const auto add = [this](std::string address) {
    if (!address.empty() && std::ranges::find(addresses_, address) == addresses_.end()) {
      addresses_.push_back(std::move(address));
    }
  };
  for (const GeneralName& name : extensions_.subject_alt_names) {
    // 4.2.1.6: rfc822Name is IA5String. Others than ASCII never match and are not shown.
    if (name.kind == GeneralNameKind::kRfc822 && IsAscii(AsText(name.value)) &&
        IsUtf8(AsText(name.value))) {
      add(std::string{AsText(name.value)});
    } else if (const auto mailbox = name.SmtpUtf8Mailbox()) {
      add(*mailbox);
    }
  }
  for (const NameAttribute& attribute : subject_.attributes()) {
    if (attribute.type == oid::kEmailAddress && attribute.text) {
      add(*attribute.text);
    }
  }
}

bool Certificate::IsAuthority() const {
  return extensions_.basic_constraints && extensions_.basic_constraints->authority;
}

std::optional<std::string> Certificate::CommonName() const {
  const auto name = subject_.Find(oid::kCommonName);
  return name ? std::optional{EscapeForDisplay(*name)} : std::nullopt;
}

std::string Certificate::DisplayName() const {
  if (const auto name = CommonName(); name && !name->empty()) {
    return *name;
  }
  if (!addresses_.empty()) {
    return EscapeForDisplay(addresses_.front());
  }
  return subject_.empty() ? SerialHex() : subject_.ToText();
}

std::string Certificate::IssuerDisplayName() const {
  return DisplayText(issuer_);
}

Reason Certificate::About(ReasonCode code) const {
  return MakeReason(code)
      .With("subject", DisplayName())
      .With("issuer", IssuerDisplayName())
      .About(sha256_);
}

}  // namespace signet::pkix

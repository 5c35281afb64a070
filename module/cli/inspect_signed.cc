#include "cli/inspect_signed.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "asn1/der_reader.h"
#include "asn1/oids.h"
#include "base/time.h"
#include "cli/asn1_tree.h"
#include "cli/oid_names.h"
#include "cms/time_stamp_token.h"
#include "cms/verify_signer.h"
#include "pkix/certificate.h"
#include "pkix/general_name.h"
#include "pkix/name.h"

namespace signet::cli {
namespace {

namespace oid = asn1::oid;

std::string Octets(std::uint64_t count) {
  return std::to_string(count) + (count == 1 ? " octet" : " octets");
}

std::string ListText(const std::vector<cms::SMimeCapability>& capabilities) {
  std::string text;
  for (const cms::SMimeCapability& capability : capabilities) {
    text += (text.empty() ? "" : ", ") + OidText(capability.oid);
  }
  return text;
}

void AddEss(std::string_view name, const std::vector<cms::EssCertificateId>& ids, Tree& tree) {
  for (const cms::EssCertificateId& id : ids) {
    tree.Add(name, OidText(id.digest_oid) + " " + ToHex(id.hash));
  }
}

// Signed attributes that are understood, in words; the others by name and size.
void AddSignedAttributes(const cms::SignedAttributes& attributes, Tree& signer) {
  Tree& tree = signer.Add("signed attributes");
  if (attributes.content_type) {
    tree.Add("content type", OidText(*attributes.content_type));
  }
  if (attributes.message_digest) {
    tree.Add("message digest", ToHex(*attributes.message_digest));
  }
  if (attributes.signing_time) {
    tree.Add("signing time", FormatRfc3339(*attributes.signing_time));
  }
  AddEss("signing certificate", attributes.signing_certificate, tree);
  AddEss("signing certificate V2", attributes.signing_certificate_v2, tree);
  if (attributes.algorithm_protection) {
    const cms::AlgorithmProtection& protection = *attributes.algorithm_protection;
    tree.Add(
        "algorithm protection",
        DigestText(protection.digest_algorithm) +
            (protection.signature_algorithm ? ", " + SignatureText(*protection.signature_algorithm,
                                                                   protection.digest_algorithm)
                                            : std::string()));
  }
  if (!attributes.capabilities.empty()) {
    tree.Add("S/MIME capabilities", ListText(attributes.capabilities));
  }
  if (attributes.encryption_key_preference) {
    tree.Add("encryption key preference",
             IdText(attributes.encryption_key_preference->issuer_and_serial,
                    attributes.encryption_key_preference->key_identifier));
  }
  constexpr Oid kInWords[] = {oid::kContentType,
                              oid::kMessageDigest,
                              oid::kSigningTime,
                              oid::kSigningCertificate,
                              oid::kSigningCertificateV2,
                              oid::kCmsAlgorithmProtection,
                              oid::kSmimeCapabilities,
                              oid::kEncryptionKeyPreference,
                              oid::kMicrosoftEncryptionKeyPreference};
  for (const cms::Attribute& attribute : attributes.all) {
    const bool in_words = std::ranges::any_of(
        kInWords, [&attribute](const Oid& known) { return ByteView(attribute.type) == known; });
    if (!in_words) {
      Tree& line = tree.Add(OidText(attribute.type));
      for (const Bytes& value : attribute.values) {
        AddAsn1(value, line);
      }
    }
  }
  for (const Reason& fault : attributes.faults) {
    const auto name = fault.texts.find("attribute");
    tree.Add("not as it must be", name == fault.texts.end() ? std::string() : name->second);
  }
}

void AddSigner(const cms::SignedData& data, const cms::SignerInfo& signer, std::size_t number,
               Tree& tree) {
  Tree& line = tree.Add("signer " + std::to_string(number));
  line.Add("version", std::to_string(signer.version));
  line.Add("named by", IdText(signer.id.issuer_and_serial, signer.id.key_identifier));
  for (const Bytes& der : data.certificates) {
    if (cms::MatchesSigner(signer.id, der)) {
      const auto certificate = pkix::Certificate::Parse(der);
      line.Add("certificate",
               certificate ? (*certificate)->subject().ToText() : "one that cannot be read");
    }
  }
  line.Add("digest algorithm", DigestText(signer.digest_algorithm));
  line.Add("signature algorithm",
           SignatureText(signer.signature_algorithm, signer.digest_algorithm));
  line.Add("signature", Octets(signer.signature.size()));
  if (signer.signed_attributes) {
    AddSignedAttributes(*signer.signed_attributes, line);
  }
  InspectAttributes("unsigned attributes", signer.unsigned_attributes, line);
}

// A time-stamp in words: what it states, and who signed it. False: it cannot be read as one. The
// depth of tokens inside of tokens is bounded by that of ASN.1.
bool AddTimeStamp(const Bytes& value, Tree& line) {
  const auto token = cms::ReadTimeStampToken(value);
  if (!token) {
    return false;
  }
  const cms::TimeStampInfo& info = token->info;
  line.Add("time", FormatRfc3339(info.time));
  line.Add("stamped", DigestText(info.imprint_algorithm) + " " + ToHex(info.imprint));
  line.Add("policy", OidText(info.policy));
  line.Add("serial number", ToHex(info.serial));
  if (info.authority) {
    asn1::DerReader reader(*info.authority);
    const auto name = pkix::ReadGeneralName(reader);
    line.Add("authority", name ? name->ToText() : "a name that cannot be read");
  }
  for (const Bytes& extension : info.critical_extensions) {
    line.Add("critical extension", OidText(extension));
  }
  InspectSigned(token->signed_data, line.Add("signedData"));
  return true;
}

}  // namespace

std::string IdText(const std::optional<cms::IssuerAndSerial>& issuer_and_serial,
                   const std::optional<Bytes>& key_identifier) {
  if (key_identifier) {
    return "key identifier " + ToHex(*key_identifier);
  }
  if (!issuer_and_serial) {
    return "nothing";
  }
  const std::string text = "serial number " + ToHex(issuer_and_serial->serial) + " of ";
  asn1::DerReader reader(issuer_and_serial->issuer);
  if (const auto element = reader.ReadAny()) {
    if (const auto name = pkix::Name::Parse(*element)) {
      return text + name->ToText();
    }
  }
  return text + "an issuer that cannot be read";
}

void InspectCertificates(std::span<const Bytes> certificates, Tree& tree) {
  for (const Bytes& der : certificates) {
    const auto parsed = pkix::Certificate::Parse(der);
    if (!parsed) {
      Tree& line = tree.Add("certificate that cannot be read, " + Octets(der.size()));
      line.Add("because", parsed.error().where + ": " + parsed.error().diagnostic);
      continue;
    }
    const pkix::Certificate& certificate = **parsed;
    Tree& line = tree.Add("certificate", certificate.subject().ToText());
    line.Add("issuer", certificate.issuer().ToText());
    line.Add("serial number", certificate.SerialHex());
    line.Add("valid", "from " + FormatRfc3339(certificate.not_before()) + " to " +
                          FormatRfc3339(certificate.not_after()));
    for (const std::string& address : certificate.addresses()) {
      line.Add("address", address);
    }
    line.Add("key", certificate.public_key() ? certificate.public_key()->Name()
                                             : "one that cannot be used");
    line.Add("SHA-256", certificate.sha256());
  }
}

void InspectAttributes(std::string_view heading, std::span<const cms::Attribute> attributes,
                       Tree& tree) {
  if (attributes.empty()) {
    return;
  }
  Tree& list = tree.Add(heading);
  for (const cms::Attribute& attribute : attributes) {
    Tree& line = list.Add(OidText(attribute.type));
    for (const Bytes& value : attribute.values) {
      const bool stamp = ByteView(attribute.type) == oid::kTimeStampToken;
      if (!stamp || !AddTimeStamp(value, line)) {
        AddAsn1(value, line);
      }
    }
  }
}

void InspectSigned(const cms::SignedData& data, Tree& tree) {
  tree.Add("version", std::to_string(data.version));
  for (const cms::AlgorithmIdentifier& algorithm : data.digest_algorithms) {
    tree.Add("digest algorithm", DigestText(algorithm));
  }
  tree.Add("content",
           OidText(data.content_type) + ", " +
               (data.content ? Octets(data.content->octets) : "not in the object (detached)"));
  InspectCertificates(data.certificates, tree);
  if (data.other_certificates > 0) {
    tree.Add("certificates of other kinds", std::to_string(data.other_certificates));
  }
  for (const Bytes& crl : data.crls) {
    tree.Add("CRL", Octets(crl.size()));
  }
  for (const Bytes& response : data.ocsp_responses) {
    tree.Add("OCSP response", Octets(response.size()));
  }
  if (data.signers.empty()) {
    tree.Add("no signer");
  }
  for (std::size_t i = 0; i < data.signers.size(); ++i) {
    AddSigner(data, data.signers[i], i + 1, tree);
  }
}

}  // namespace signet::cli

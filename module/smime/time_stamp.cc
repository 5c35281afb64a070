#include "smime/time_stamp.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "asn1/der_reader.h"
#include "asn1/oids.h"
#include "base/limits.h"
#include "cms/time_stamp_token.h"
#include "cms/verify_signer.h"
#include "nss/digest.h"
#include "pkix/crl.h"
#include "pkix/fetch.h"
#include "pkix/general_name.h"
#include "pkix/ocsp_response.h"

namespace signet::smime {
namespace {

// RFC 3161, 2.4.2: the name that the authority calls itself "MUST correspond to one of the subject
// names included in the certificate".
bool IsNameOf(const pkix::Certificate& certificate, ByteView general_name) {
  asn1::DerReader reader(general_name);
  const auto name = pkix::ReadGeneralName(reader);
  if (!name || !reader.AtEnd()) {
    return false;
  }
  const auto same = [&](const pkix::GeneralName& other) {
    if (name->directory && other.directory) {
      return *name->directory == *other.directory;
    }
    return name->kind == other.kind && Equal(name->value, other.value) &&
           Equal(name->type, other.type);
  };
  return (name->directory && *name->directory == certificate.subject()) ||
         std::ranges::any_of(certificate.extensions().subject_alt_names, same);
}

// Certificates that the token names as its signer's: out of the token, out of the message, or from
// where signers' certificates are looked for.
std::vector<pkix::CertificatePtr> FindAuthorities(const cms::SignedData& token,
                                                  const cms::SignedData& message,
                                                  const ReaderSources& sources) {
  const cms::SignerId& id = token.signers.front().id;
  std::vector<pkix::CertificatePtr> found;
  for (const auto* list : {&token.certificates, &message.certificates}) {
    for (const Bytes& der : *list) {
      if (cms::MatchesSigner(id, der)) {
        if (auto certificate = pkix::Certificate::Parse(der)) {
          found.push_back(*std::move(certificate));
        }
      }
    }
  }
  if (found.empty() && sources.find_signer) {
    found = sources.find_signer(id);
  }
  return found;
}

// Those that can be read.
std::vector<pkix::CertificatePtr> ParseAll(const std::vector<Bytes>& certificates) {
  std::vector<pkix::CertificatePtr> parsed;
  for (const Bytes& der : certificates) {
    if (auto certificate = pkix::Certificate::Parse(der)) {
      parsed.push_back(*std::move(certificate));
    }
  }
  return parsed;
}

// What is at hand, and what the token brings.
pkix::RevocationData DataWith(const pkix::RevocationData* at_hand, const cms::SignedData& token) {
  pkix::RevocationData data = at_hand != nullptr ? *at_hand : pkix::RevocationData();
  for (const Bytes& der : token.crls) {
    if (auto crl = pkix::Crl::Parse(der)) {
      data.crls.push_back(*std::move(crl));
    }
  }
  for (const Bytes& der : token.ocsp_responses) {
    if (auto response = pkix::OcspResponse::Parse(der)) {
      data.ocsp_responses.push_back(
          {.response = *std::move(response), .certificate = {}, .nonce = {}});
    }
  }
  return data;
}

// Section 4, item 1: what an authority stamped before it was revoked "will remain valid" if a
// reason is given and it is that the authority was no longer to be used; without one, nothing does.
// (unspecified is given by leaving it out, RFC 5280, 5.3.1, so it counts as none.)
bool IsRetired(const pkix::Path& path, const std::string& certificate) {
  const auto status =
      std::ranges::find(path.revocation, certificate, &pkix::RevocationStatus::certificate);
  if (status == path.revocation.end()) {
    return false;
  }
  switch (status->reason) {
    case pkix::CrlReason::kAffiliationChanged:
    case pkix::CrlReason::kSuperseded:
    case pkix::CrlReason::kCessationOfOperation:
      return true;
    default:
      return false;
  }
}

// The judgement of one; it ends with the first thing that is wrong.
class Judgement {
 public:
  Judgement(const cms::SignedData& message, std::size_t index, const pkix::PathRequest& request,
            const SignerContext& context)
      : message_(message),
        signer_(message.signers[index]),
        where_("signer " + std::to_string(index + 1)),
        request_(request),
        context_(context) {}

  TimeStampFindings Run(ByteView octets) && {
    auto token = cms::ReadTimeStampToken(octets);
    if (!token) {
      Refuse(ReasonCode::kTimeStampMalformed, {std::move(token).error()});
      return std::move(findings_);
    }
    token_ = *std::move(token);
    findings_.time = token_.info.time;
    findings_.latest = token_.info.latest;
    findings_.valid = CheckForm() && CheckImprint() && CheckSignature() && CheckNames() &&
                      CheckTime() && CheckAuthority();
    return std::move(findings_);
  }

 private:
  // Says that it does not hold, and why; always false.
  bool Refuse(ReasonCode code, std::vector<Reason> causes = {}, std::string diagnostic = {}) {
    Reason reason = MakeReason(code).At(where_).Because(std::move(diagnostic));
    if (findings_.certificate != nullptr) {
      reason = std::move(reason)
                   .With("authority", findings_.certificate->DisplayName())
                   .About(findings_.certificate->sha256());
    }
    if (findings_.time) {
      reason = std::move(reason).With("stampedTime", *findings_.time);
    }
    findings_.reasons.push_back(std::move(reason));
    std::ranges::move(causes, std::back_inserter(findings_.reasons));
    return false;
  }

  bool RefuseMethod(std::string algorithm) {
    Reason reason = MakeReason(ReasonCode::kTimeStampMethodRefused)
                        .At(where_)
                        .With("algorithm", std::move(algorithm));
    findings_.reasons.push_back(std::move(reason));
    return false;
  }

  // 2.4.2: one signature, that of the authority; what is critical must be understood.
  bool CheckForm() {
    if (token_.signed_data.signers.size() != 1) {
      return Refuse(ReasonCode::kTimeStampMalformed, {},
                    std::to_string(token_.signed_data.signers.size()) + " signers");
    }
    if (!token_.info.critical_extensions.empty()) {
      return Refuse(ReasonCode::kTimeStampMalformed, {},
                    "critical extension " + DottedText(token_.info.critical_extensions.front()));
    }
    return true;
  }

  // Appendix A: "a hash of the value of signature field within SignerInfo".
  bool CheckImprint() {
    const Bytes& oid = token_.info.imprint_algorithm.oid;
    const auto algorithm = nss::DigestFromOid(oid);
    if (!algorithm) {
      const std::string_view refused = nss::RefusedDigestName(oid);
      return RefuseMethod(refused.empty() ? DottedText(oid) : std::string(refused));
    }
    if (nss::IsWeakDigest(*algorithm) || !nss::IsAvailable(*algorithm)) {
      return RefuseMethod(std::string(nss::DigestName(*algorithm)));
    }
    const auto digest = nss::ComputeDigest(*algorithm, signer_.signature);
    if (!digest || *digest != token_.info.imprint) {
      return Refuse(ReasonCode::kTimeStampMismatched);
    }
    return true;
  }

  // The authority's signature, by every rule of CMS, over the certificate that it names itself.
  bool CheckSignature() {
    const std::vector<pkix::CertificatePtr> candidates =
        FindAuthorities(token_.signed_data, message_, *context_.sources);
    if (candidates.empty()) {
      return Refuse(ReasonCode::kTimeStampNotTrusted,
                    {MakeReason(ReasonCode::kSignerCertificateMissing).At(where_)});
    }
    cms::SignerOutcome outcome;
    for (const pkix::CertificatePtr& candidate : candidates) {
      cms::SignerOutcome tried =
          cms::VerifySigner(token_.signed_data, 0, nullptr, candidate->der());
      if (findings_.certificate == nullptr || tried.valid) {
        findings_.certificate = candidate;
        outcome = std::move(tried);
      }
      if (outcome.valid) {
        break;
      }
    }
    findings_.algorithm = outcome.algorithm;
    findings_.chain = {findings_.certificate};
    for (const Reason& reason : outcome.reasons) {
      if (reason.code == ReasonCode::kWeakDigest || reason.code == ReasonCode::kWeakKey ||
          reason.code == ReasonCode::kAlgorithmRefused ||
          reason.code == ReasonCode::kAlgorithmUnsupported) {
        const auto name = reason.texts.find("algorithm");
        return RefuseMethod(name != reason.texts.end() ? name->second : outcome.algorithm);
      }
    }
    return outcome.valid || Refuse(ReasonCode::kTimeStampInvalid, std::move(outcome.reasons));
  }

  // 2.4.2: "The certificate identifier (ESSCertID) of the TSA certificate MUST be included as a
  // signerInfo attribute inside a SigningCertificate attribute"; RFC 5816 adds version 2. Whether
  // it fits was seen with the signature.
  bool CheckNames() {
    const auto& attributes = token_.signed_data.signers.front().signed_attributes;
    if (!attributes ||
        (attributes->signing_certificate.empty() && attributes->signing_certificate_v2.empty())) {
      return Refuse(ReasonCode::kTimeStampInvalid, {MakeReason(ReasonCode::kSignedAttributeInvalid)
                                                        .With("attribute", "signing certificate")
                                                        .At(where_)
                                                        .Because("the attribute is missing")});
    }
    if (token_.info.authority && !IsNameOf(*findings_.certificate, *token_.info.authority)) {
      return Refuse(ReasonCode::kTimeStampInvalid, {}, "it names another authority");
    }
    return true;
  }

  bool CheckTime() {
    if (token_.info.time > context_.time + request_.revocation.clock_skew) {
      return Refuse(ReasonCode::kTimeStampFromFuture);
    }
    return true;
  }

  bool CheckAuthority() {
    const pkix::CertificatePool pool(ParseAll(token_.signed_data.certificates));
    const pkix::RevocationData data = DataWith(request_.revocation.data, token_.signed_data);
    pkix::PathRequest request = request_;
    request.target = findings_.certificate;
    request.sources.insert(request.sources.begin(), &pool);
    request.purpose = pkix::Purpose::kTimeStamping;
    request.options.budget.signature_checks = limits::kTimeStampSignatureChecks;
    request.at = token_.info.time;
    // Answers about revocation are of today all the same.
    request.revocation.now = request_.revocation.now.value_or(context_.time);
    request.revocation.data = &data;
    pkix::PathResult path = pkix::ValidatePath(request);
    findings_.fetches = pkix::FindFetches(path, context_.sources->fetches);
    const pkix::Evidence nothing;
    (context_.sources->evidence != nullptr ? *context_.sources->evidence : nothing)
        .Explain(findings_.fetches, request.revocation.mode, path);
    findings_.chain = path.best().chain;
    findings_.path = std::move(path);
    const pkix::Path& best = findings_.path.best();
    if (!best.valid()) {
      return Refuse(ReasonCode::kTimeStampNotTrusted, best.reasons);
    }
    request.at = context_.time;
    return CheckAuthorityNow(pkix::ValidatePath(request).best());
  }

  bool CheckAuthorityNow(const pkix::Path& path) {
    for (const Reason& reason : path.reasons) {
      if (reason.code == ReasonCode::kCertificateExpired) {
        return Refuse(ReasonCode::kTimeStampExpired, {reason});
      }
      if (reason.code != ReasonCode::kCertificateRevoked || !IsRetired(path, reason.certificate)) {
        return Refuse(ReasonCode::kTimeStampNotTrusted, {reason});
      }
    }
    return true;
  }

  const cms::SignedData& message_;
  const cms::SignerInfo& signer_;
  std::string where_;
  const pkix::PathRequest& request_;
  const SignerContext& context_;
  cms::TimeStampToken token_;
  TimeStampFindings findings_;
};

}  // namespace

std::vector<TimeStampFindings> JudgeTimeStamps(const cms::SignedData& data, std::size_t index,
                                               const pkix::PathRequest& request,
                                               const SignerContext& context) {
  std::vector<TimeStampFindings> stamps;
  for (const cms::Attribute& attribute : data.signers[index].unsigned_attributes) {
    if (ByteView(attribute.type) != asn1::oid::kTimeStampToken) {
      continue;
    }
    for (const Bytes& value : attribute.values) {
      if (stamps.size() == limits::kTimeStamps) {
        return stamps;
      }
      stamps.push_back(Judgement(data, index, request, context).Run(value));
    }
  }
  return stamps;
}

}  // namespace signet::smime

#include "smime/signer.h"

#include <algorithm>
#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "cms/verify_signer.h"
#include "nss/digest.h"
#include "pkix/address.h"
#include "smime/time_stamp.h"

namespace signet::smime {
namespace {

// How far the Date field and the signer's own time may be apart before it is said. Thunderbird
// allows the same hour.
constexpr std::chrono::hours kDateTolerance{1};

// A candidate for the signer's certificate; unreadable ones count, because "the certificate is
// damaged" is a better answer than "there is none".
struct Candidate {
  Bytes der;
  Result<pkix::CertificatePtr> certificate;
};

std::vector<Candidate> FindCandidates(const cms::SignedData& data, const cms::SignerId& id,
                                      const ReaderSources& sources) {
  std::vector<Candidate> candidates;
  for (const Bytes& der : data.certificates) {
    if (cms::MatchesSigner(id, der)) {
      candidates.push_back({der, ReadCertificate(der, sources)});
    }
  }
  if (candidates.empty() && sources.find_signer) {
    for (pkix::CertificatePtr& certificate : sources.find_signer(id)) {
      Bytes der = ToBytes(certificate->der());
      candidates.push_back({std::move(der), std::move(certificate)});
    }
  }
  return candidates;
}

bool Has(const cms::SignerOutcome& outcome, ReasonCode code) {
  return std::ranges::any_of(outcome.reasons,
                             [code](const Reason& reason) { return reason.code == code; });
}

// Verifies over the content in canonical line ends, or, if that is not what was signed, over the
// octets as they are stored.
cms::SignerOutcome Verify(const PeeledLayer& layer, std::size_t index, ByteView certificate) {
  const cms::ContentDigests* const canonical = layer.canonical ? &*layer.canonical : nullptr;
  cms::SignerOutcome outcome = cms::VerifySigner(*layer.signed_data, index, canonical, certificate);
  if (!outcome.valid && layer.as_stored &&
      (Has(outcome, ReasonCode::kAltered) || Has(outcome, ReasonCode::kSignatureMismatch))) {
    cms::SignerOutcome as_stored =
        cms::VerifySigner(*layer.signed_data, index, &*layer.as_stored, certificate);
    if (as_stored.valid) {
      return as_stored;
    }
  }
  return outcome;
}

void Add(std::vector<Finding>& findings, Reason reason) {
  const Severity severity = SeverityOf(reason.code);
  findings.push_back({std::move(reason), severity});
}

// The reasons of the cms room know the algorithm and the place; the words also name the person.
Reason WithCertificate(Reason reason, const pkix::Certificate& certificate) {
  if (reason.certificate.empty()) {
    reason.certificate = certificate.sha256();
  }
  reason.texts.try_emplace("subject", certificate.DisplayName());
  reason.texts.try_emplace("issuer", certificate.IssuerDisplayName());
  return reason;
}

std::string Joined(const std::vector<std::string>& addresses) {
  std::string joined;
  for (const std::string& address : addresses) {
    joined += (joined.empty() ? "" : ", ") + address;
  }
  return joined;
}

void CompareAddress(const pkix::Certificate& certificate, const mime::Originator& originator,
                    std::vector<Finding>& findings) {
  const auto& mailboxes = ComparedMailboxes(originator);
  for (const Reason& reason : originator.findings) {
    Add(findings, Reason(reason).With("signerAddresses", Joined(certificate.addresses())));
  }
  if (mailboxes.empty()) {
    return;  // no-from-address is among the originator's findings
  }
  const std::string& address = mailboxes.front().address;
  if (certificate.addresses().empty()) {
    Add(findings, certificate.About(ReasonCode::kNoAddressInCertificate).With("address", address));
  } else if (!pkix::HasAddress(certificate, address)) {
    Add(findings, certificate.About(ReasonCode::kAddressMismatch)
                      .With("address", address)
                      .With("signerAddresses", Joined(certificate.addresses())));
  }
}

// An old signed message that is sent again has a Date after its signing time: a person would take
// it for a new statement, so it is an error. A Date before the signing time (written first, signed
// and sent later) misleads nobody about when it was confirmed, and is a remark.
void CompareDate(const SignerFindings& signer, const mime::Originator& originator,
                 std::vector<Finding>& findings) {
  if (!signer.signing_time || !originator.date) {
    return;
  }
  const auto apart = *originator.date - *signer.signing_time;
  if (apart > kDateTolerance || apart < -kDateTolerance) {
    findings.push_back({MakeReason(ReasonCode::kDateMismatch)
                            .With("messageDate", *originator.date)
                            .With("signingTime", *signer.signing_time),
                        apart > kDateTolerance ? Severity::kError : Severity::kWarning});
  }
}

// That nobody asked about revocation is said once, about the certificate nearest to the signer, and
// weighs nothing: it is neither good nor bad.
void AddWarnings(const std::vector<Reason>& warnings, std::vector<Finding>& findings) {
  bool said = false;
  for (const Reason& warning : warnings) {
    if (warning.code != ReasonCode::kRevocationNotChecked) {
      findings.push_back({warning, Severity::kWarning});
    } else if (!std::exchange(said, true)) {
      findings.push_back({warning, Severity::kInformation});
    }
  }
}

// What the time of signing can rest on: the time to validate at, and the reason that says so.
struct Basis {
  Time time;
  Reason reason;
};

// The best one first.
std::vector<Basis> BasesOf(const pkix::Certificate& certificate, const SignerFindings& signer,
                           const ReaderSources& sources) {
  std::vector<Basis> bases;
  if (signer.signature.empty()) {
    return bases;
  }
  for (const TimeStampFindings& stamp : signer.time_stamps) {
    if (stamp.valid) {
      bases.push_back({stamp.latest, certificate.About(ReasonCode::kExpiredSinceStamped)
                                         .With("stampedTime", *stamp.time)
                                         .With("authority", stamp.certificate->DisplayName())});
    }
  }
  if (const auto seen = sources.first_seen ? sources.first_seen(signer.signature) : std::nullopt) {
    bases.push_back(
        {*seen, certificate.About(ReasonCode::kExpiredSinceSeen).With("seenTime", *seen)});
  }
  if (signer.signing_time) {
    bases.push_back({*signer.signing_time, certificate.About(ReasonCode::kExpiredSinceClaimed)
                                               .With("signingTime", *signer.signing_time)});
  }
  return bases;
}

// Validates now; where the signer's certificate has expired, also at the times that signing may
// have been at. Adds what it rests on.
pkix::PathResult Validate(const pkix::PathRequest& request, const ReaderSources& sources,
                          SignerFindings& signer) {
  const pkix::Certificate& certificate = *request.target;
  if (request.at <= certificate.not_after()) {
    return pkix::ValidatePath(request);
  }
  pkix::SignedPathResult judged;
  for (Basis& basis : BasesOf(certificate, signer, sources)) {
    judged = pkix::ValidateSignedPath(request, basis.time);
    if (judged.verdict == pkix::SignedPathResult::Verdict::kValidThen) {
      Add(signer.findings, std::move(basis.reason).With("notAfter", certificate.not_after()));
      return *std::move(judged.then);
    }
  }
  return judged.now.paths.empty() ? pkix::ValidatePath(request) : std::move(judged.now);
}

// The name of a signature that holds.
std::string NameOf(const pkix::Certificate& certificate, const Bytes& signature) {
  Bytes octets = ToBytes(AsBytes(certificate.sha256()));
  octets.insert(octets.end(), signature.begin(), signature.end());
  const auto digest = nss::ComputeDigest(nss::DigestAlgorithm::kSha256, octets);
  return digest ? ToHex(*digest) : std::string();
}

// How paths are looked for: everything but the certificate and its purpose.
pkix::PathRequest RequestOf(const SignerContext& context) {
  pkix::PathRequest request;
  request.sources.push_back(context.message_certificates);
  request.sources.insert(request.sources.end(), context.sources->authorities.begin(),
                         context.sources->authorities.end());
  request.trust = context.sources->trust;
  request.at = context.time;
  request.cache = context.sources->cache;
  if (context.sources->evidence != nullptr) {
    request.sources.push_back(&context.sources->evidence->issuers());
  }
  request.revocation = context.sources->revocation;
  request.revocation.data = context.revocation_data;
  return request;
}

void ValidateCertificate(const pkix::CertificatePtr& certificate, pkix::PathRequest request,
                         const SignerContext& context, SignerFindings& signer) {
  request.target = certificate;
  request.purpose = pkix::Purpose::kSigning;
  const pkix::Evidence* const evidence = context.sources->evidence;
  pkix::PathResult result = Validate(request, *context.sources, signer);
  signer.fetches = pkix::FindFetches(result, context.sources->fetches);
  const pkix::Evidence nothing;
  (evidence != nullptr ? *evidence : nothing)
      .Explain(signer.fetches, request.revocation.mode, result);
  signer.chain = result.best().chain;
  for (const Reason& reason : result.reasons()) {
    Add(signer.findings, reason);
  }
  AddWarnings(result.best().warnings, signer.findings);
  signer.path = std::move(result);
}

// What is wrong with the stamps is a remark. What could be fetched about their authorities is
// wanted only where something may come to rest on them.
void AddTimeStamps(const SignerContext& context, SignerFindings& signer) {
  const bool expired = context.time > signer.certificate->not_after();
  for (const TimeStampFindings& stamp : signer.time_stamps) {
    if (!stamp.reasons.empty()) {
      Add(signer.findings, stamp.reasons.front());
    }
    for (const pkix::Fetch& fetch : stamp.fetches) {
      if (expired && std::ranges::find(signer.fetches, fetch) == signer.fetches.end()) {
        signer.fetches.push_back(fetch);
      }
    }
  }
}

}  // namespace

Result<pkix::CertificatePtr> ReadCertificate(ByteView der, const ReaderSources& sources) {
  return sources.read_certificates != nullptr ? sources.read_certificates->Parse(der)
                                              : pkix::Certificate::Parse(der);
}

const std::vector<mime::Mailbox>& ComparedMailboxes(const mime::Originator& originator) {
  return originator.from.empty() ? originator.sender : originator.from;
}

std::optional<std::string> SenderAddress(const mime::Originator& originator) {
  const auto& mailboxes = ComparedMailboxes(originator);
  return mailboxes.empty() ? std::nullopt : std::optional(mailboxes.front().address);
}

SignerFindings JudgeSigner(const PeeledLayer& layer, std::size_t index,
                           const SignerContext& context) {
  const cms::SignerInfo& info = layer.signed_data->signers[index];
  SignerFindings signer;
  if (info.signed_attributes) {
    signer.signing_time = info.signed_attributes->signing_time;
    signer.capabilities = info.signed_attributes->capabilities;
    signer.encryption_key_preference = info.signed_attributes->encryption_key_preference;
  }
  const std::vector<Candidate> candidates =
      FindCandidates(*layer.signed_data, info.id, *context.sources);
  if (candidates.empty()) {
    Add(signer.findings, MakeReason(ReasonCode::kSignerCertificateMissing)
                             .At("signer " + std::to_string(index + 1)));
    return signer;
  }
  // Several certificates may carry the signer's name; the one whose key made the signature counts.
  const Candidate* chosen = &candidates.front();
  cms::SignerOutcome outcome = Verify(layer, index, chosen->der);
  for (const Candidate& other : std::span(candidates).subspan(1)) {
    if (outcome.valid) {
      break;
    }
    cms::SignerOutcome tried = Verify(layer, index, other.der);
    if (tried.valid) {
      chosen = &other;
      outcome = std::move(tried);
    }
  }
  signer.algorithm = outcome.algorithm;
  if (!chosen->certificate) {
    const Reason& error = chosen->certificate.error();
    Reason reason = MakeReason(ReasonCode::kCertificateMalformed)
                        .At("signer " + std::to_string(index + 1))
                        .Because(error.where + ": " + error.diagnostic);
    // Whose it is cannot be read in it: it came as the sender's.
    if (auto sender = SenderAddress(*context.originator)) {
      reason.texts.emplace("subject", *std::move(sender));
    }
    Add(signer.findings, std::move(reason));
    return signer;
  }
  signer.certificate = *chosen->certificate;
  signer.chain = {signer.certificate};
  for (Reason& reason : outcome.reasons) {
    Add(signer.findings, WithCertificate(std::move(reason), *signer.certificate));
  }
  const pkix::PathRequest request = RequestOf(context);
  if (outcome.valid) {
    signer.signature = NameOf(*signer.certificate, info.signature);
    signer.time_stamps = JudgeTimeStamps(*layer.signed_data, index, request, context);
  }
  ValidateCertificate(signer.certificate, request, context, signer);
  AddTimeStamps(context, signer);
  if (context.check_address) {
    CompareAddress(*signer.certificate, *context.originator, signer.findings);
  }
  CompareDate(signer, *context.originator, signer.findings);
  SortAndMerge(signer.findings);
  if (outcome.valid) {
    Weigh(signer);
  }
  return signer;
}

void Weigh(SignerFindings& signer) {
  const bool sound = std::ranges::none_of(
      signer.findings, [](const Finding& finding) { return finding.severity == Severity::kError; });
  const bool expired = std::ranges::any_of(signer.findings, [](const Finding& finding) {
    return finding.reason.code == ReasonCode::kExpiredSinceClaimed ||
           finding.reason.code == ReasonCode::kExpiredSinceSeen ||
           finding.reason.code == ReasonCode::kExpiredSinceStamped;
  });
  signer.valid = sound && !expired;
  signer.valid_then = sound && expired;
}

}  // namespace signet::smime

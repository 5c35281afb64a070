#include "pkix/ocsp_check.h"

#include <algorithm>

#include "nss/digest.h"
#include "pkix/crl_check.h"
#include "pkix/strength.h"
#include "pkix/usage.h"

namespace signet::pkix {
namespace {

std::string NameOf(OcspResponseStatus status) {
  switch (status) {
    case OcspResponseStatus::kSuccessful:
      return "successful";
    case OcspResponseStatus::kMalformedRequest:
      return "malformedRequest";
    case OcspResponseStatus::kInternalError:
      return "internalError";
    case OcspResponseStatus::kTryLater:
      return "tryLater";
    case OcspResponseStatus::kSignatureRequired:
      return "sigRequired";
    case OcspResponseStatus::kUnauthorized:
      return "unauthorized";
  }
  return {};
}

class OcspCheck {
 public:
  OcspCheck(const RevocationContext& context, std::size_t index)
      : context_(context),
        index_(index),
        certificate_(*context.chain[index]),
        issuer_(*context.chain[index + 1]) {
    status_.certificate = certificate_.sha256();
    status_.state = RevocationState::kUnknown;
  }

  [[nodiscard]] RevocationStatus Run();

 private:
  void TryResponse(const SuppliedOcspResponse& supplied);
  [[nodiscard]] const OcspStatement* FindStatement(const OcspResponse& response) const;
  [[nodiscard]] Result<void> CheckResponse(const SuppliedOcspResponse& supplied) const;
  [[nodiscard]] Result<void> CheckStatement(const OcspResponse& response,
                                            const OcspStatement& statement) const;
  [[nodiscard]] Result<void> CheckSignature(const OcspResponse& response) const;
  [[nodiscard]] Result<void> CheckSignatureOf(const OcspResponse& response,
                                              const Certificate& responder,
                                              const nss::PublicKey& key) const;
  [[nodiscard]] Result<void> CheckDelegate(const OcspResponse& response,
                                           const CertificatePtr& responder) const;
  [[nodiscard]] bool IsResponder(const OcspResponse& response, const Certificate& candidate) const;
  void Take(const OcspResponsePtr& response, const OcspStatement& statement);
  [[nodiscard]] Reason Problem(ReasonCode code, std::string diagnostic) const {
    return certificate_.About(code).Because(std::move(diagnostic));
  }

  const RevocationContext& context_;
  std::size_t index_;
  const Certificate& certificate_;
  const Certificate& issuer_;
  RevocationStatus status_;
};

RevocationStatus OcspCheck::Run() {
  const RevocationData* const data = context_.request.revocation.data;
  if (data != nullptr) {
    for (const SuppliedOcspResponse& supplied : data->ocsp_responses) {
      const bool ours =
          supplied.certificate.empty() || supplied.certificate == certificate_.sha256();
      // One that says "revoked" is believed whatever the others say.
      if (ours && status_.state != RevocationState::kRevoked) {
        TryResponse(supplied);
      }
    }
  }
  if (status_.state != RevocationState::kUnknown) {
    // Where another answer decided, one about somebody else was simply about somebody else.
    std::erase_if(status_.problems, [](const Reason& problem) {
      return problem.code == ReasonCode::kRevocationAnswerMismatched;
    });
  }
  return std::move(status_);
}

void OcspCheck::TryResponse(const SuppliedOcspResponse& supplied) {
  const OcspResponse& response = *supplied.response;
  // Which certificate an answer without a statement was meant for is known only from its question;
  // a response of unknown origin is held against the certificate that the whole question is about.
  const bool meant = !supplied.certificate.empty() || index_ == 0;
  if (response.status() != OcspResponseStatus::kSuccessful) {
    if (meant) {
      status_.problems.push_back(
          Problem(ReasonCode::kRevocationResponderFailed, NameOf(response.status())));
    }
    return;
  }
  const OcspStatement* const statement = FindStatement(response);
  if (statement == nullptr) {
    if (meant) {
      status_.problems.push_back(
          Problem(ReasonCode::kRevocationAnswerMismatched, "no statement about the certificate"));
    }
    return;
  }
  auto checked = CheckResponse(supplied);
  if (checked) {
    checked = CheckStatement(response, *statement);
  }
  if (!checked) {
    status_.problems.push_back(std::move(checked).error());
    return;
  }
  Take(supplied.response, *statement);
}

// Several statements about one certificate contradict or repeat each other; the worst one counts.
const OcspStatement* OcspCheck::FindStatement(const OcspResponse& response) const {
  const OcspStatement* worst = nullptr;
  const auto weight = [](const OcspStatement& statement) {
    switch (statement.status) {
      case OcspCertificateStatus::kGood:
        return 0;
      case OcspCertificateStatus::kUnknown:
        return 1;
      case OcspCertificateStatus::kRevoked:
        break;
    }
    return 2;
  };
  for (const OcspStatement& statement : response.statements()) {
    if (IsAbout(statement.id, certificate_, issuer_) &&
        (worst == nullptr || weight(statement) > weight(*worst))) {
      worst = &statement;
    }
  }
  return worst;
}

// 4.2.2.1 and 4.4: its times, and nothing critical that is not understood.
Result<void> OcspCheck::CheckStatement(const OcspResponse& response,
                                       const OcspStatement& statement) const {
  if (statement.has_unknown_critical || response.has_unknown_critical()) {
    return Problem(ReasonCode::kRevocationAnswerUnsupported, "a critical extension");
  }
  // A response cannot rest on information that is newer than itself.
  if (response.produced_at() + context_.request.revocation.clock_skew < statement.this_update) {
    return Problem(ReasonCode::kRevocationAnswerInvalid, "producedAt before thisUpdate");
  }
  return CheckFreshness(context_, certificate_, statement.this_update, statement.next_update);
}

// 3.2: the signature, the signer's right, and that it is the answer to the question.
Result<void> OcspCheck::CheckResponse(const SuppliedOcspResponse& supplied) const {
  const OcspResponse& response = *supplied.response;
  SIGNET_TRY(CheckSignature(response));
  const auto& nonce = response.nonce();
  if (!supplied.nonce.empty() && nonce && !Equal(*nonce, supplied.nonce)) {
    return Problem(ReasonCode::kRevocationAnswerReplayed, "another nonce");
  }
  if (response.produced_at() > context_.now() + context_.request.revocation.clock_skew) {
    return Problem(ReasonCode::kRevocationAnswerFromFuture,
                   "producedAt " + FormatRfc3339(response.produced_at()));
  }
  return {};
}

bool OcspCheck::IsResponder(const OcspResponse& response, const Certificate& candidate) const {
  if (response.responder_name()) {
    return candidate.subject() == *response.responder_name();
  }
  if (!candidate.public_key() || !response.responder_key_hash()) {
    return false;
  }
  // 4.2.1, KeyHash: SHA-1 of the key, whatever else is in use; a name, not a proof.
  const auto hash =
      nss::ComputeDigest(nss::DigestAlgorithm::kSha1, candidate.public_key()->key_octets());
  return hash && Equal(*hash, *response.responder_key_hash());
}

// 4.2.2.2: the certificate's issuer, a responder that it delegated to, or one chosen by the person.
Result<void> OcspCheck::CheckSignature(const OcspResponse& response) const {
  for (const CertificatePtr& trusted : context_.request.revocation.trusted_responders) {
    if (IsResponder(response, *trusted) && trusted->public_key()) {
      return CheckSignatureOf(response, *trusted, *trusted->public_key());
    }
  }
  if (IsResponder(response, issuer_)) {
    const auto key = KeyOfChain(context_.chain, index_ + 1);
    if (!key) {
      return Problem(ReasonCode::kRevocationAnswerInvalid, "the issuer has no key");
    }
    return CheckSignatureOf(response, issuer_, *key);
  }
  std::vector<CertificatePtr> candidates = response.certificates();
  if (response.responder_name()) {
    for (const CertificateSource* source : context_.request.sources) {
      std::ranges::move(source->FindBySubject(*response.responder_name()),
                        std::back_inserter(candidates));
    }
  }
  Result<void> outcome =
      Problem(ReasonCode::kRevocationAnswerUnauthorized, "the responder's certificate is missing");
  for (const CertificatePtr& candidate : candidates) {
    if (!IsResponder(response, *candidate)) {
      continue;
    }
    outcome = CheckDelegate(response, candidate);
    if (outcome) {
      break;
    }
  }
  return outcome;
}

// 4.2.2.2: "This certificate MUST be issued directly by the CA that is identified in the request",
// with the key that issued the certificate in question, for this purpose; valid when it signed.
Result<void> OcspCheck::CheckDelegate(const OcspResponse& response,
                                      const CertificatePtr& responder) const {
  const auto issuer_key = KeyOfChain(context_.chain, index_ + 1);
  if (!issuer_key || !(responder->issuer() == issuer_.subject()) ||
      !context_.signatures.Check(*responder, issuer_, *issuer_key)) {
    return Problem(ReasonCode::kRevocationAnswerUnauthorized,
                   "the responder was not certified by the certificate's issuer");
  }
  if (!CheckUsage(*responder, Purpose::kOcspSigning).empty()) {
    return Problem(ReasonCode::kRevocationAnswerUnauthorized,
                   "the responder's certificate is not for OCSP");
  }
  if (!responder->extensions().unknown_critical.empty()) {
    return Problem(ReasonCode::kRevocationAnswerUnauthorized,
                   "the responder's certificate has an unknown critical extension");
  }
  const auto skew = context_.request.revocation.clock_skew;
  const Time now = context_.now();
  if (now + skew < responder->not_before() || now > responder->not_after() + skew) {
    return Problem(ReasonCode::kRevocationAnswerUnauthorized,
                   "the responder's certificate has expired or is not valid yet");
  }
  if (!responder->public_key()) {
    return Problem(ReasonCode::kRevocationAnswerInvalid, "the responder has no key");
  }
  SIGNET_TRY(CheckSignatureOf(response, *responder, *responder->public_key()));
  // 4.2.2.2.1: without nocheck the responder may itself be revoked. CRLs at hand are asked; asking
  // another responder about this one would never end.
  if (!responder->extensions().ocsp_no_check && context_.request.revocation.use_crls) {
    std::vector<CertificatePtr> chain{responder};
    chain.insert(chain.end(), context_.chain.begin() + static_cast<std::ptrdiff_t>(index_) + 1,
                 context_.chain.end());
    const RevocationContext inner{context_.request, context_.signatures, chain};
    if (CheckCrls(inner, 0).state == RevocationState::kRevoked) {
      return Problem(ReasonCode::kRevocationAnswerUnauthorized,
                     "the responder's certificate was revoked");
    }
  }
  return {};
}

Result<void> OcspCheck::CheckSignatureOf(const OcspResponse& response, const Certificate& responder,
                                         const nss::PublicKey& key) const {
  if (!response.signature_scheme()) {
    return Problem(ReasonCode::kRevocationAnswerInvalid, "an unusable signature algorithm");
  }
  const bool allow_weak = context_.request.options.allow_weak;
  if (!allow_weak &&
      (CheckSignatureStrength(*response.signature_scheme()) || CheckKeyStrength(key))) {
    return Problem(ReasonCode::kRevocationAnswerInvalid, "a weak signature");
  }
  const auto digest = nss::ComputeDigest(nss::DigestAlgorithm::kSha256, response.der());
  if (!digest) {
    return std::unexpected(digest.error());
  }
  const auto outcome =
      context_.signatures.Check(ToHex(*digest), *response.signature_scheme(), response.tbs(),
                                response.signature(), responder.sha256(), key);
  if (!outcome) {
    return Problem(ReasonCode::kRevocationAnswerInvalid, outcome.error().diagnostic);
  }
  return {};
}

void OcspCheck::Take(const OcspResponsePtr& response, const OcspStatement& statement) {
  if (statement.status == OcspCertificateStatus::kUnknown) {
    status_.problems.push_back(
        Problem(ReasonCode::kRevocationResponderFailed, "the responder does not know it"));
    return;
  }
  const bool revoked = statement.status == OcspCertificateStatus::kRevoked &&
                       CountsAsRevoked(statement.revoked_at, statement.reason, context_.request.at);
  status_.evidence = RevocationEvidence::kOcsp;
  status_.ocsp_response = response;
  status_.this_update = statement.this_update;
  status_.next_update = statement.next_update;
  status_.state = revoked ? RevocationState::kRevoked : RevocationState::kGood;
  if (revoked) {
    status_.revoked_at = statement.revoked_at;
    status_.reason = statement.reason;
  }
}

}  // namespace

bool IsAbout(const OcspCertificateId& id, const Certificate& certificate,
             const Certificate& issuer) {
  if (!id.digest || !Equal(id.serial, certificate.serial()) || !issuer.public_key()) {
    return false;
  }
  const auto name = nss::ComputeDigest(*id.digest, certificate.issuer().der());
  const auto key = nss::ComputeDigest(*id.digest, issuer.public_key()->key_octets());
  return name && key && Equal(*name, id.issuer_name_hash) && Equal(*key, id.issuer_key_hash);
}

RevocationStatus CheckOcsp(const RevocationContext& context, std::size_t index) {
  return OcspCheck(context, index).Run();
}

}  // namespace signet::pkix

#include "pkix/evidence.h"

#include <algorithm>
#include <utility>

#include "asn1/tags.h"
#include "base/limits.h"
#include "cms/decoder.h"
#include "pkix/ranking.h"

namespace signet::pkix {
namespace {

bool IsSameQuestion(const Fetch& a, const Fetch& b) {
  return a.kind == b.kind && a.url == b.url && a.body == b.body;
}

FetchRecord Recorded(const Fetch& fetch) {
  FetchRecord record;
  record.fetch = fetch;
  return record;
}

// RFC 5280, 4.2.2.1: one certificate in DER, or a certs-only message of some.
std::vector<CertificatePtr> ReadIssuers(ByteView answer) {
  std::vector<CertificatePtr> issuers;
  if (auto certificate = Certificate::Parse(answer)) {
    issuers.push_back(*std::move(certificate));
    return issuers;
  }
  if (const auto bundle = cms::DecodeSignature(answer)) {
    for (const Bytes& der : bundle->certificates) {
      auto certificate = Certificate::Parse(der);
      if (certificate && issuers.size() < limits::kFetchedCertificates) {
        issuers.push_back(*std::move(certificate));
      }
    }
  }
  return issuers;
}

// A reason about a fetch names the certificate that it was for.
Reason Naming(Reason reason, const Certificate& certificate) {
  reason.certificate = certificate.sha256();
  reason.texts.insert_or_assign("subject", certificate.DisplayName());
  reason.texts.insert_or_assign("issuer", certificate.IssuerDisplayName());
  return reason;
}

}  // namespace

std::vector<Fetch> Evidence::Next(const std::vector<Fetch>& wanted) {
  if (rounds_ >= limits::kFetchRounds) {
    return {};
  }
  for (const FetchKind kind : {FetchKind::kIssuer, FetchKind::kOcsp, FetchKind::kCrl}) {
    std::vector<Fetch> next;
    for (const Fetch& fetch : wanted) {
      if (fetch.kind == kind && Find(fetch) == nullptr && records_.size() < limits::kFetches) {
        records_.push_back(Recorded(fetch));
        next.push_back(fetch);
      }
    }
    if (!next.empty()) {
      ++rounds_;
      return next;
    }
  }
  return {};
}

const FetchRecord* Evidence::Find(const Fetch& fetch) const {
  const auto found = std::ranges::find_if(
      records_, [&](const FetchRecord& record) { return IsSameQuestion(record.fetch, fetch); });
  return found == records_.end() ? nullptr : &*found;
}

FetchRecord& Evidence::RecordOf(const Fetch& fetch) {
  const auto found = std::ranges::find_if(
      records_, [&](const FetchRecord& record) { return IsSameQuestion(record.fetch, fetch); });
  return found != records_.end() ? *found : records_.emplace_back(Recorded(fetch));
}

bool Evidence::Take(FetchRecord& record, Bytes answer, ByteView nonce) {
  switch (record.fetch.kind) {
    case FetchKind::kIssuer:
      record.issuers = ReadIssuers(answer);
      for (const CertificatePtr& issuer : record.issuers) {
        Add(issuer);
      }
      return !record.issuers.empty();
    case FetchKind::kCrl:
      if (auto crl = Crl::Parse(std::move(answer))) {
        record.crl = *std::move(crl);
        Add(record.crl);
      }
      return record.crl != nullptr;
    case FetchKind::kOcsp:
      if (auto response = OcspResponse::Parse(answer)) {
        record.ocsp_response = *std::move(response);
        Add(SuppliedOcspResponse{.response = record.ocsp_response,
                                 .certificate = record.fetch.certificate,
                                 .nonce = ToBytes(nonce)});
      }
      return record.ocsp_response != nullptr;
  }
  return false;
}

void Evidence::Supply(const Fetch& fetch, Bytes answer, ByteView nonce) {
  // Everything that is expected is a SEQUENCE in DER; a page of a captive network is not.
  const bool plausible = !answer.empty() && answer.front() == asn1::kSequence;
  FetchRecord& record = RecordOf(fetch);
  record.supplied = Take(record, std::move(answer), nonce);
  if (!record.supplied) {
    record.problem = MakeReason(plausible ? ReasonCode::kFetchAnswerDamaged
                                          : ReasonCode::kFetchAnswerNotExpected)
                         .With("host", HostOf(fetch.url))
                         .Because(fetch.url);
  }
}

bool Evidence::AddStored(const Fetch& fetch, Bytes answer) {
  const bool again = std::ranges::any_of(
      stored_, [&](const Fetch& other) { return IsSameQuestion(other, fetch); });
  if (again) {
    return false;
  }
  stored_.push_back(fetch);
  FetchRecord record = Recorded(fetch);
  return Take(record, std::move(answer), {});
}

void Evidence::Fail(const Fetch& fetch, Reason problem) {
  RecordOf(fetch).problem = std::move(problem);
}

void Evidence::Explain(const std::vector<Fetch>& wanted, RevocationSettings::Mode mode,
                       PathResult& result) const {
  for (Path& path : result.paths) {
    ExplainPath(wanted, mode, path);
  }
}

void Evidence::ExplainPath(const std::vector<Fetch>& wanted, RevocationSettings::Mode mode,
                           Path& path) const {
  // What was tried for a certificate in vain, and whether something was not tried.
  const auto tried = [&](const Certificate& certificate, bool issuers,
                         std::vector<Reason>& problems) {
    bool untried = false;
    for (const Fetch& fetch : wanted) {
      if (fetch.certificate != certificate.sha256() ||
          (fetch.kind == FetchKind::kIssuer) != issuers) {
        continue;
      }
      const FetchRecord* const record = Find(fetch);
      untried = untried || record == nullptr;
      if (record != nullptr && record->problem) {
        problems.push_back(Naming(*record->problem, certificate));
      }
    }
    return untried;
  };
  std::vector<Reason>& reasons =
      mode == RevocationSettings::Mode::kRequire ? path.reasons : path.warnings;
  for (std::size_t i = 0; i < path.revocation.size(); ++i) {
    RevocationStatus& status = path.revocation[i];
    if (status.state != RevocationState::kUnknown) {
      continue;
    }
    std::vector<Reason> problems;
    const bool untried = tried(*path.chain[i], /*issuers=*/false, problems);
    std::ranges::copy(problems, std::back_inserter(reasons));
    std::ranges::move(problems, std::back_inserter(status.problems));
    if (!untried || !status.problems.empty()) {
      continue;
    }
    status.state = RevocationState::kNotChecked;
    for (Reason& warning : path.warnings) {
      if (warning.code == ReasonCode::kRevocationUnknown &&
          warning.certificate == status.certificate) {
        warning.code = ReasonCode::kRevocationNotChecked;
      }
    }
  }
  static_cast<void>(tried(*path.chain.back(), /*issuers=*/true, path.warnings));
  SortReasons(path.reasons);
  SortReasons(path.warnings);
}

}  // namespace signet::pkix

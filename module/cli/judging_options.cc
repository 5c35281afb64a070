#include "cli/judging_options.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "cli/certificate_files.h"
#include "nss/random.h"
#include "pkix/evidence.h"
#include "pkix/strength.h"
#include "pkix/usage.h"

namespace signet::cli {
namespace {

const Reason* Find(const std::vector<Reason>& reasons, ReasonCode code) {
  const auto found = std::ranges::find(reasons, code, &Reason::code);
  return found == reasons.end() ? nullptr : &*found;
}

}  // namespace

std::string CheckTime(const std::string& text) {
  return ParseRfc3339(text) ? std::string()
                            : "'" + text + "' is not a time like 2026-06-01T12:00:00Z";
}

Time JudgingOptions::at() const {
  return at_text.empty() ? now : ParseRfc3339(at_text).value_or(now);
}

void AddJudgingOptions(const Command& command, JudgingOptions& options,
                       const std::string& certificate_help, const std::string& at_help) {
  for (const Option option :
       {command.Value("--anchor", options.anchors,
                      "Trust the certificates in this file (PEM or DER) to vouch for "
                      "addresses"),
        command.Value("--cert", options.certificates, certificate_help),
        command.Value("--crl", options.crls, "Certificate revocation lists (PEM or DER)"),
        command.Value("--ocsp", options.ocsp_responses, "OCSP responses (DER)")}) {
    option.Type("FILE").OneValueEach();
  }
  AddFetchOptions(command, options.fetch);
  command.Value("--at", options.at_text, at_help).Type("RFC3339").Check(CheckTime);
}

Result<void> AddFiles(const JudgingOptions& options, panel::Profile& profile) {
  for (const std::string& path : options.anchors) {
    SIGNET_ASSIGN(const auto certificates, ReadCertificates(path));
    for (const pkix::CertificatePtr& certificate : certificates) {
      profile.AddAnchor(certificate);
    }
  }
  for (const std::string& path : options.certificates) {
    SIGNET_ASSIGN(const auto certificates, ReadCertificates(path));
    for (const pkix::CertificatePtr& certificate : certificates) {
      profile.AddCertificate(certificate);
    }
  }
  return {};
}

RevocationRun::RevocationRun(const JudgingOptions& options)
    : options_(&options), cache_(options.fetch.OpenCache()) {}

Result<std::unique_ptr<RevocationRun>> RevocationRun::Open(const JudgingOptions& options) {
  std::unique_ptr<RevocationRun> run(new RevocationRun(options));
  SIGNET_TRY(run->ReadFiles());
  return run;
}

Result<void> RevocationRun::ReadFiles() {
  for (const std::string& path : options_->crls) {
    SIGNET_ASSIGN(auto crls, ReadCrls(path));
    std::ranges::move(crls, std::back_inserter(support_.at_hand.crls));
  }
  for (const std::string& path : options_->ocsp_responses) {
    SIGNET_ASSIGN(const auto responses, ReadOcspResponses(path));
    for (const pkix::OcspResponsePtr& response : responses) {
      support_.at_hand.ocsp_responses.push_back(
          {.response = response, .certificate = {}, .nonce = {}});
    }
  }
  SIGNET_ASSIGN(Responder responder, options_->fetch.ReadResponder());
  support_.fetches.responder_url = std::move(responder.url);
  support_.settings.trusted_responders = std::move(responder.signers);
  if (options_->fetch.mode() == RevocationMode::kOnline) {
    SIGNET_ASSIGN(support_.fetches.nonce, nss::RandomOctets(kNonceOctets));
  }
  return {};
}

panel::RevocationSupport RevocationRun::Support() {
  using Mode = pkix::RevocationSettings::Mode;
  const RevocationMode asked = options_->fetch.mode();
  panel::RevocationSupport support = support_;
  support.settings.mode = options_->fetch.require_revocation ? Mode::kRequire
                          : asked == RevocationMode::kOff    ? Mode::kOff
                                                             : Mode::kCheck;
  if (asked == RevocationMode::kOff) {
    return support;
  }
  AskOnOptions options{.online = asked == RevocationMode::kOnline,
                       .nonce = support.fetches.nonce,
                       .http = options_->fetch.limits(),
                       .cache = cache_.get(),
                       .memo = &memo_,
                       .now = options_->now};
  support.go_on = [options = std::move(options)](
                      std::vector<pkix::Fetch> wanted, pkix::Evidence& evidence,
                      const std::function<std::vector<pkix::Fetch>()>& ask) {
    AskOn(options, std::move(wanted), evidence, ask);
  };
  if (cache_ != nullptr) {
    support.keep = [this](const pkix::Evidence& evidence, const pkix::PathResult& result) {
      cache_->Keep(evidence, result, options_->now);
      memo_.NoteValidators(*cache_);
    };
  }
  return support;
}

pkix::PathResult CertificateJudge::Validate(const pkix::CertificatePtr& certificate,
                                            pkix::Purpose purpose) const {
  const store::JudgeContext context = profile_->Judging(options_->at());
  pkix::Evidence evidence = support_.BeginEvidence();
  pkix::PathRequest request;
  request.target = certificate;
  request.sources = context.authorities;
  request.sources.push_back(&evidence.issuers());
  request.trust = context.trust;
  request.at = context.at;
  request.purpose = purpose;
  request.revocation = support_.settings;
  request.revocation.data = &evidence.data();
  request.cache = context.cache;
  pkix::PathResult result;
  std::vector<pkix::Fetch> wanted;
  const auto ask = [&] {
    result = pkix::ValidatePath(request);
    wanted = pkix::FindFetches(result, support_.fetches);
    return wanted;
  };
  ask();
  if (support_.go_on) {
    support_.go_on(wanted, evidence, ask);
  }
  if (support_.keep) {
    support_.keep(evidence, result);
  }
  evidence.Explain(wanted, request.revocation.mode, result);
  return result;
}

CertificateJudge::Verdict CertificateJudge::Judge(const pkix::CertificatePtr& certificate,
                                                  pkix::Purpose purpose) const {
  const pkix::PathResult result = Validate(certificate, purpose);
  Verdict verdict{.vouched_for = result.valid(), .chain = result.best().chain};
  if (!result.valid()) {
    verdict.reason = result.reasons().front();
  }
  return verdict;
}

CertificateJudge::Verdict CertificateJudge::JudgeNamed(const pkix::CertificatePtr& certificate,
                                                       pkix::Purpose purpose) const {
  const pkix::PathResult result = Validate(certificate, purpose);
  Verdict verdict{.vouched_for = result.valid(), .chain = result.best().chain};
  if (result.valid()) {
    return verdict;
  }
  verdict.reason = CheckUsable(certificate, purpose, options_->at());
  for (const ReasonCode code :
       {ReasonCode::kCertificateRevoked, ReasonCode::kCertificateDistrusted}) {
    if (const Reason* const found = Find(result.reasons(), code);
        found != nullptr && !verdict.reason) {
      verdict.reason = *found;
    }
  }
  if (!verdict.reason && options_->fetch.require_revocation) {
    verdict.reason = result.reasons().front();
  }
  return verdict;
}

std::optional<Reason> CheckUsable(const pkix::CertificatePtr& certificate, pkix::Purpose purpose,
                                  Time at) {
  if (at > certificate->not_after()) {
    return certificate->About(ReasonCode::kCertificateExpired)
        .With("notAfter", certificate->not_after());
  }
  if (at < certificate->not_before()) {
    return certificate->About(ReasonCode::kCertificateNotYetValid)
        .With("notBefore", certificate->not_before());
  }
  auto usage = pkix::CheckUsage(*certificate, purpose);
  if (!usage.empty()) {
    return std::move(usage.front());
  }
  if (!certificate->public_key()) {
    return certificate->About(ReasonCode::kKeyInvalid);
  }
  if (const auto weak = pkix::CheckKeyStrength(*certificate->public_key())) {
    Reason reason = weak->reason;
    const Reason about = certificate->About(reason.code);
    reason.texts.insert(about.texts.begin(), about.texts.end());
    reason.certificate = about.certificate;
    return reason;
  }
  return std::nullopt;
}

}  // namespace signet::cli

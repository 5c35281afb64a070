#include "cli/validate_question.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/oid.h"
#include "cli/certificate_files.h"
#include "cli/online.h"
#include "nss/random.h"
#include "pkix/address.h"
#include "pkix/layered_trust.h"

namespace signet::cli {
namespace {

bool IsPem(const std::string& text) {
  return text.starts_with("-----BEGIN ");
}

// Reads what `entry` names, or is. What cannot be opened fails; what is damaged is a warning,
// because one bad file in a folder of a thousand says nothing of the certificate.
template <typename T>
Result<std::vector<T>> Read(const std::string& entry,
                            Result<std::vector<T>> (*read)(const std::string&),
                            Result<std::vector<T>> (*parse)(const std::string&, ByteView),
                            std::vector<Reason>& warnings) {
  auto all = IsPem(entry) ? parse("PEM", AsBytes(entry)) : read(entry);
  if (!all && all.error().code != ReasonCode::kFileUnreadable) {
    warnings.push_back(std::move(all).error());
    return std::vector<T>{};
  }
  return all;
}

// The files of one request, read.
struct Material {
  std::vector<pkix::CertificatePtr> target;  // the certificate, and what its file brings along
  pkix::AnchorSet anchors;
  pkix::CertificatePool pool;
};

Result<void> ReadMaterial(const ValidateRequest& request, Material& material,
                          ValidateAnswer& answer) {
  std::vector<Reason> damage;
  SIGNET_ASSIGN(material.target,
                Read(request.certificate, ReadCertificates, ParseCertificates, damage));
  answer.reasons = damage;
  for (const pkix::CertificatePtr& certificate : material.target) {
    material.pool.Add(certificate);
  }
  for (const std::string& entry : request.anchors) {
    SIGNET_ASSIGN(const auto anchors,
                  Read(entry, ReadCertificates, ParseCertificates, answer.warnings));
    for (const pkix::CertificatePtr& anchor : anchors) {
      material.anchors.Add(*anchor, {pkix::Trust::Level::kAnchor, std::nullopt});
      material.pool.Add(anchor);
    }
  }
  for (const std::string& entry : request.certificates) {
    SIGNET_ASSIGN(const auto certificates,
                  Read(entry, ReadCertificates, ParseCertificates, answer.warnings));
    for (const pkix::CertificatePtr& certificate : certificates) {
      material.pool.Add(certificate);
    }
  }
  for (const std::string& entry : request.crls) {
    SIGNET_ASSIGN(const auto crls, Read(entry, ReadCrls, ParseCrls, answer.warnings));
    for (const pkix::CrlPtr& crl : crls) {
      answer.evidence.Add(crl);
    }
  }
  for (const std::string& entry : request.ocsp_responses) {
    SIGNET_ASSIGN(const auto responses,
                  Read(entry, ReadOcspResponses, ParseOcspResponses, answer.warnings));
    for (const pkix::OcspResponsePtr& response : responses) {
      answer.evidence.Add({.response = response, .certificate = {}, .nonce = {}});
    }
  }
  return {};
}

pkix::Purpose PurposeOf(const ValidateRequest& request) {
  if (request.purpose == "signing") {
    return pkix::Purpose::kSigning;
  }
  return request.purpose == "encryption" ? pkix::Purpose::kEncryption : pkix::Purpose::kPathOnly;
}

pkix::RevocationSettings::Mode ModeOf(const ValidateRequest& request) {
  using Mode = pkix::RevocationSettings::Mode;
  if (request.require_revocation) {
    return Mode::kRequire;
  }
  return request.revocation == RevocationMode::kOff ? Mode::kOff : Mode::kCheck;
}

pkix::PathRequest PathRequestOf(const ValidateRequest& request, Time now) {
  pkix::PathRequest path;
  path.at = request.at.value_or(now);
  path.purpose = PurposeOf(request);
  for (const std::string& policy : request.policies) {
    path.policy.acceptable.push_back(ParseOid(policy).value_or(Bytes{}));
  }
  path.policy.require_explicit = request.require_policy;
  path.policy.inhibit_mapping = request.inhibit_mapping;
  path.policy.inhibit_any = request.inhibit_any_policy;
  path.options.allow_weak = request.allow_weak;
  if (request.max_work) {
    path.options.budget.signature_checks = *request.max_work;
    path.options.budget.steps = *request.max_work;
  }
  path.revocation.mode = ModeOf(request);
  return path;
}

// Whether it vouches for the address that was asked for.
std::optional<Reason> CheckAddress(const pkix::Certificate& certificate,
                                   const std::string& address) {
  if (pkix::HasAddress(certificate, address)) {
    return std::nullopt;
  }
  if (certificate.addresses().empty()) {
    return certificate.About(ReasonCode::kCertificateWithoutAddress).With("address", address);
  }
  std::string addresses;
  for (const std::string& other : certificate.addresses()) {
    addresses += (addresses.empty() ? "" : ", ") + other;
  }
  return certificate.About(ReasonCode::kCertificateForOtherAddress)
      .With("address", address)
      .With("addresses", addresses);
}

}  // namespace

Validator::Validator(std::shared_ptr<const nss::Runtime> runtime, Time now, HttpLimits http,
                     Responder responder, store::AnswerCache* cache)
    : profile_trust_(runtime),
      profile_certificates_(std::move(runtime)),
      now_(now),
      http_(http),
      responder_(std::move(responder)),
      answers_(cache) {}

Result<ValidateAnswer> Validator::Ask(const ValidateRequest& request) {
  ValidateAnswer answer;
  Material material;
  SIGNET_TRY(ReadMaterial(request, material, answer));
  if (material.target.empty()) {
    return answer;
  }
  answer.certificate = material.target.front();
  const pkix::LayeredTrust trust(material.anchors, profile_trust_);
  pkix::PathRequest path = PathRequestOf(request, now_);
  path.target = answer.certificate;
  path.sources = {&material.pool, &profile_certificates_, &answer.evidence.issuers()};
  path.trust = &trust;
  path.cache = &cache_;
  path.revocation.data = &answer.evidence.data();
  const bool online = request.revocation == RevocationMode::kOnline;
  path.revocation.trusted_responders = responder_.signers;
  pkix::FetchSettings settings;
  settings.responder_url = responder_.url;
  if (online) {
    SIGNET_ASSIGN(settings.nonce, nss::RandomOctets(kNonceOctets));
  }
  const auto ask = [&] {
    answer.result = pkix::ValidatePath(path);
    answer.wanted = pkix::FindFetches(answer.result, settings);
    return answer.wanted;
  };
  ask();
  if (request.revocation != RevocationMode::kOff) {
    AskOn({.online = online,
           .nonce = settings.nonce,
           .http = http_,
           .cache = answers_,
           .memo = &memo_,
           .now = now_},
          answer.wanted, answer.evidence, ask);
    if (answers_ != nullptr) {
      answers_->Keep(answer.evidence, answer.result, now_);
      memo_.NoteValidators(*answers_);
    }
  }
  answer.evidence.Explain(answer.wanted, path.revocation.mode, answer.result);
  answer.reasons = answer.result.reasons();
  std::ranges::copy(answer.result.best().warnings, std::back_inserter(answer.warnings));
  if (request.address) {
    if (auto mismatch = CheckAddress(*answer.certificate, *request.address)) {
      answer.reasons.push_back(*std::move(mismatch));
    }
  }
  answer.valid = answer.reasons.empty();
  return answer;
}

}  // namespace signet::cli

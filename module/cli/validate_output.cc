#include "cli/validate_output.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "base/oid.h"
#include "base/time.h"
#include "cli/reason_output.h"
#include "idl/words.h"
#include "mime/transfer.h"

namespace signet::cli {
namespace {

using Json = nlohmann::ordered_json;

Json ChainJson(const std::vector<pkix::CertificatePtr>& chain) {
  Json list = Json::array();
  for (const pkix::CertificatePtr& certificate : chain) {
    list.push_back({{"subject", certificate->subject().ToText()},
                    {"issuer", certificate->issuer().ToText()},
                    {"sha256", certificate->sha256()}});
  }
  return list;
}

std::string_view NameOf(pkix::FetchKind kind) {
  switch (kind) {
    case pkix::FetchKind::kIssuer:
      return "issuer";
    case pkix::FetchKind::kCrl:
      return "crl";
    case pkix::FetchKind::kOcsp:
      break;
  }
  return "ocsp";
}

Json FetchJson(const pkix::Fetch& fetch, const pkix::FetchRecord* record) {
  Json entry{{"kind", NameOf(fetch.kind)},
             {"method", fetch.body.empty() ? "GET" : "POST"},
             {"url", fetch.url}};
  if (!fetch.body.empty()) {
    entry["content_type"] = fetch.content_type;
    std::string body = mime::EncodeBase64(fetch.body);
    std::erase_if(body, [](char c) { return c == '\r' || c == '\n'; });
    entry["body"] = std::move(body);
  }
  entry["accept"] = fetch.accept;
  entry["most_octets"] = fetch.most_octets;
  entry["certificate"] = fetch.certificate;
  if (record == nullptr) {
    entry["outcome"] = "not-made";
  } else {
    entry["outcome"] = record->supplied ? "answered" : "failed";
    if (record->problem) {
      entry["reason"] = ReasonJson(*record->problem);
    }
  }
  return entry;
}

Json FetchesJson(const ValidateAnswer& answer) {
  Json list = Json::array();
  for (const pkix::FetchRecord& record : answer.evidence.records()) {
    list.push_back(FetchJson(record.fetch, &record));
  }
  for (const pkix::Fetch& fetch : answer.wanted) {
    if (answer.evidence.Find(fetch) == nullptr) {
      list.push_back(FetchJson(fetch, nullptr));
    }
  }
  return list;
}

std::string StateText(const pkix::RevocationStatus& status) {
  switch (status.state) {
    case pkix::RevocationState::kGood:
      return "not revoked";
    case pkix::RevocationState::kRevoked:
      return "REVOKED";
    case pkix::RevocationState::kUnknown:
      return "revocation unknown";
    case pkix::RevocationState::kNotChecked:
      break;
  }
  return "revocation not checked";
}

std::string ReasonLines(const std::vector<Reason>& reasons) {
  std::string text;
  for (const Reason& each : reasons) {
    const Reason reason = ForWords(each);
    text += "  " + words::Text(reason) + "\n    " + words::Remedy(reason) + "\n";
  }
  return text;
}

}  // namespace

Json AnswerJson(const ValidateAnswer& answer) {
  Json json{
      {"valid", answer.valid},
      {"chain", Json::array()},
      {"policies", Json::array()},
      {"revocation", Json::array()},
      {"reasons", ReasonsJson(answer.reasons)},
      {"warnings", ReasonsJson(answer.warnings)},
      {"paths", Json::array()},
      {"fetches", FetchesJson(answer)},
      {"work",
       {{"signature_checks", answer.result.signature_checks}, {"steps", answer.result.steps}}}};
  if (answer.result.paths.empty()) {
    return json;
  }
  const pkix::Path& best = answer.result.best();
  json["chain"] = ChainJson(best.chain);
  for (const Bytes& policy : best.policies) {
    json["policies"].push_back(DottedText(policy));
  }
  json["revocation"] = RevocationJson(best);
  for (const pkix::Path& path : answer.result.paths) {
    json["paths"].push_back({{"anchored", path.anchored},
                             {"valid", path.valid()},
                             {"chain", ChainJson(path.chain)},
                             {"reasons", ReasonsJson(path.reasons)},
                             {"warnings", ReasonsJson(path.warnings)}});
  }
  return json;
}

std::string AnswerText(const std::string& name, const ValidateAnswer& answer) {
  std::string text = name + ": " + (answer.valid ? "valid" : "NOT valid") + "\n";
  text += ReasonLines(answer.reasons) + ReasonLines(answer.warnings);
  if (answer.result.paths.empty()) {
    return text;
  }
  const pkix::Path& best = answer.result.best();
  for (std::size_t i = 0; i < best.chain.size(); ++i) {
    text += "  " + std::to_string(i + 1) + ". " + best.chain[i]->DisplayName();
    if (i < best.revocation.size()) {
      text += " (" + StateText(best.revocation[i]) + ")";
    } else if (best.anchored && i + 1 == best.chain.size()) {
      text += " (trusted)";
    }
    text += "\n";
  }
  return text;
}

Json ErrorJson(const Reason& reason) {
  return {{"error", ReasonJson(reason)}};
}

Json ErrorJson(const std::string& usage) {
  return {{"error", {{"code", "invalid-request"}, {"text", usage}}}};
}

}  // namespace signet::cli

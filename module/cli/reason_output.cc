#include "cli/reason_output.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "base/time.h"
#include "idl/words.h"

namespace signet::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string_view NameOf(pkix::RevocationState state) {
  switch (state) {
    case pkix::RevocationState::kGood:
      return "good";
    case pkix::RevocationState::kRevoked:
      return "revoked";
    case pkix::RevocationState::kUnknown:
      return "unknown";
    case pkix::RevocationState::kNotChecked:
      break;
  }
  return "not-checked";
}

std::string_view NameOf(pkix::RevocationEvidence evidence) {
  switch (evidence) {
    case pkix::RevocationEvidence::kCrl:
      return "crl";
    case pkix::RevocationEvidence::kOcsp:
      return "ocsp";
    case pkix::RevocationEvidence::kNone:
      break;
  }
  return "none";
}

// As RFC 5280, 5.3.1 spells them.
std::string_view NameOf(pkix::CrlReason reason) {
  switch (reason) {
    case pkix::CrlReason::kUnspecified:
      break;
    case pkix::CrlReason::kKeyCompromise:
      return "keyCompromise";
    case pkix::CrlReason::kCaCompromise:
      return "cACompromise";
    case pkix::CrlReason::kAffiliationChanged:
      return "affiliationChanged";
    case pkix::CrlReason::kSuperseded:
      return "superseded";
    case pkix::CrlReason::kCessationOfOperation:
      return "cessationOfOperation";
    case pkix::CrlReason::kCertificateHold:
      return "certificateHold";
    case pkix::CrlReason::kRemoveFromCrl:
      return "removeFromCRL";
    case pkix::CrlReason::kPrivilegeWithdrawn:
      return "privilegeWithdrawn";
    case pkix::CrlReason::kAaCompromise:
      return "aACompromise";
  }
  return "unspecified";
}

Json TimeJson(const std::optional<Time>& time) {
  return time ? Json(FormatRfc3339(*time)) : Json();
}

}  // namespace

std::string JsonLine(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Reason ForWords(Reason reason) {
  if (!reason.where.empty()) {
    reason.texts.try_emplace("where", reason.where);
  }
  return reason;
}

Json ReasonJson(const Reason& each) {
  const Reason reason = ForWords(each);
  Json entry{{"code", idl::ToString(reason.code)},
             {"certificate", reason.certificate.empty() ? Json() : Json(reason.certificate)},
             {"text", words::Text(reason)},
             {"remedy", words::Remedy(reason)}};
  if (!reason.where.empty()) {
    entry["where"] = reason.where;
  }
  if (!reason.diagnostic.empty()) {
    entry["diagnostic"] = reason.diagnostic;
  }
  return entry;
}

Json ReasonsJson(const std::vector<Reason>& reasons) {
  Json list = Json::array();
  for (const Reason& reason : reasons) {
    list.push_back(ReasonJson(reason));
  }
  return list;
}

Json RevocationJson(const pkix::Path& path) {
  Json list = Json::array();
  const std::size_t count = path.chain.size() - (path.anchored ? 1 : 0);
  for (std::size_t i = 0; i < count; ++i) {
    const pkix::RevocationStatus status =
        i < path.revocation.size() ? path.revocation[i] : pkix::RevocationStatus{};
    const bool revoked = status.state == pkix::RevocationState::kRevoked;
    list.push_back({{"certificate", path.chain[i]->sha256()},
                    {"state", NameOf(status.state)},
                    {"evidence", NameOf(status.evidence)},
                    {"revoked_at", TimeJson(status.revoked_at)},
                    {"reason", revoked ? Json(NameOf(status.reason)) : Json()},
                    {"this_update", TimeJson(status.this_update)},
                    {"next_update", TimeJson(status.next_update)},
                    {"problems", ReasonsJson(status.problems)}});
  }
  return list;
}

}  // namespace signet::cli

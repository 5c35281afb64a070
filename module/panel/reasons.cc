#include "panel/reasons.h"

#include <string>

namespace signet::panel {

idl::Reason ViewOf(const Reason& reason, idl::Severity severity) {
  idl::Reason view;
  view.code = reason.code;
  view.severity = severity;
  view.texts = reason.texts;
  for (const auto& [name, time] : reason.dates) {
    view.dates.emplace(name, ToMilliseconds(time));
  }
  if (!reason.where.empty()) {
    view.where = reason.where;
    // The sentence may name the place (reasons.ftl: $where).
    view.texts.try_emplace("where", reason.where);
  }
  if (!reason.certificate.empty()) {
    view.certificate = reason.certificate;
  }
  if (!reason.diagnostic.empty()) {
    view.diagnostic = reason.diagnostic;
  }
  return view;
}

std::vector<idl::Reason> ViewOf(const std::vector<smime::Finding>& findings) {
  std::vector<idl::Reason> views;
  views.reserve(findings.size());
  for (const smime::Finding& finding : findings) {
    views.push_back(ViewOf(finding.reason, finding.severity));
  }
  return views;
}

Reason ReasonOf(const idl::Reason& view) {
  Reason reason = MakeReason(view.code);
  reason.texts = view.texts;
  for (const auto& [name, milliseconds] : view.dates) {
    reason.dates.emplace(name, FromMilliseconds(milliseconds));
  }
  reason.where = view.where.value_or("");
  reason.certificate = view.certificate.value_or("");
  reason.diagnostic = view.diagnostic.value_or("");
  return reason;
}

}  // namespace signet::panel

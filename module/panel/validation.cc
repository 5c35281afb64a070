#include "panel/validation.h"

#include <algorithm>

#include "base/time.h"
#include "panel/question.h"
#include "panel/reasons.h"
#include "pkix/network_address.h"

namespace signet::panel {
namespace {

pkix::FetchKind KindOf(idl::FetchKind kind) {
  switch (kind) {
    case idl::FetchKind::kIssuer:
      return pkix::FetchKind::kIssuer;
    case idl::FetchKind::kCrl:
      return pkix::FetchKind::kCrl;
    case idl::FetchKind::kOcsp:
      break;
  }
  return pkix::FetchKind::kOcsp;
}

}  // namespace

Result<std::vector<idl::StoredAnswerView>> Validation::Answers(
    const idl::CallContext& /*context*/) {
  std::vector<idl::StoredAnswerView> views;
  if (cache_ == nullptr) {
    return views;
  }
  for (const store::StoredAnswer& answer : cache_->List()) {
    views.push_back({.kind = KindOf(answer.kind),
                     .key = answer.key,
                     .url = answer.url,
                     .issuer = answer.issuer,
                     .subject = answer.subject,
                     .this_update = ToMilliseconds(answer.this_update),
                     .expires = ToMilliseconds(answer.expires),
                     .octets = static_cast<double>(answer.octets)});
  }
  return views;
}

Result<void> Validation::Remove(idl::FetchKind kind, const std::string& key,
                                const idl::CallContext& /*context*/) {
  if (cache_ != nullptr) {
    cache_->Delete(KindOf(kind), key);
  }
  return {};
}

Result<std::optional<idl::FetchRequest>> Validation::Renewal(idl::FetchKind kind,
                                                             const std::string& key,
                                                             const idl::CallContext& /*context*/) {
  const auto fetch =
      cache_ == nullptr ? std::optional<pkix::Fetch>() : cache_->Renewal(KindOf(kind), key);
  return fetch ? std::optional(ViewOf(*fetch)) : std::nullopt;
}

Result<std::optional<idl::Reason>> Validation::Renew(idl::FetchKind kind, const std::string& key,
                                                     const idl::FetchOutcome& outcome, double time,
                                                     const idl::CallContext& /*context*/) {
  const auto fetch =
      cache_ == nullptr ? std::optional<pkix::Fetch>() : cache_->Renewal(KindOf(kind), key);
  if (!fetch) {
    return std::optional<idl::Reason>();
  }
  if (!outcome.answer) {
    return std::optional(ViewOf(ProblemOf(outcome, *fetch), idl::Severity::kError));
  }
  const auto stored =
      cache_->Renew(*fetch, ToBytes(outcome.answer->View()), FromMilliseconds(time));
  return stored ? std::nullopt : std::optional(ViewOf(stored.error(), idl::Severity::kError));
}

Result<bool> Validation::ArePublic(const std::vector<std::string>& addresses,
                                   const idl::CallContext& /*context*/) {
  return std::ranges::all_of(addresses, [](const std::string& address) {
    const auto octets = pkix::ParseNetworkAddress(address);
    return octets && !pkix::IsPrivateAddress(*octets);
  });
}

}  // namespace signet::panel

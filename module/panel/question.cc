#include "panel/question.h"

#include <algorithm>
#include <array>
#include <utility>

#include "nss/random.h"
#include "pkix/certificate.h"

namespace signet::panel {
namespace {

// RFC 9654, 2.1.
constexpr std::size_t kNonceOctets = 32;

constexpr std::array kFetchProblems{
    ReasonCode::kFetchNoAnswer,          ReasonCode::kFetchTooSlow,
    ReasonCode::kFetchCutShort,          ReasonCode::kFetchTooLarge,
    ReasonCode::kFetchRefused,           ReasonCode::kFetchRedirectedTooOften,
    ReasonCode::kFetchAddressRefused,    ReasonCode::kFetchNotSecure,
    ReasonCode::kFetchAnswerNotExpected, ReasonCode::kFetchAnswerDamaged,
};

}  // namespace

Result<Question> Question::Begin(const idl::ValidationSettings& settings, store::AnswerCache* cache,
                                 Time now) {
  using Mode = pkix::RevocationSettings::Mode;
  Question question;
  question.revocation_.mode = settings.require ? Mode::kRequire : Mode::kCheck;
  question.allowed_.ocsp = settings.ocsp != idl::OcspChoice::kOff;
  question.allowed_.crls = settings.crls;
  question.allowed_.issuers = settings.issuers;
  question.online_ = settings.online;
  question.cache_ = cache;
  question.now_ = now;
  SIGNET_ASSIGN(question.fetches_.nonce, nss::RandomOctets(kNonceOctets));
  if (settings.ocsp == idl::OcspChoice::kChosen) {
    question.UseResponder(settings);
  }
  return question;
}

void Question::UseResponder(const idl::ValidationSettings& settings) {
  bool usable = pkix::IsWebUrl(settings.responder_url);
  if (settings.responder_certificate) {
    auto signer = pkix::Certificate::Parse(settings.responder_certificate->View());
    usable = usable && signer.has_value();
    if (signer) {
      revocation_.trusted_responders.push_back(*std::move(signer));
    }
  }
  if (usable) {
    fetches_.responder_url = settings.responder_url;
    return;
  }
  // Asking somebody else instead would tell them what the person wanted to keep from them.
  allowed_.ocsp = false;
  problems_.push_back(MakeReason(ReasonCode::kResponderUnusable));
}

bool Question::Allows(const pkix::Fetch& fetch) const {
  switch (fetch.kind) {
    case pkix::FetchKind::kIssuer:
      return allowed_.issuers;
    case pkix::FetchKind::kCrl:
      return allowed_.crls;
    case pkix::FetchKind::kOcsp:
      break;
  }
  return allowed_.ocsp;
}

std::vector<pkix::Fetch> Question::GoOn(std::vector<pkix::Fetch> wanted,
                                        const std::function<std::vector<pkix::Fetch>()>& ask) {
  using enum pkix::FetchKind;
  while (cache_ != nullptr && cache_->Fill(wanted, {kIssuer, kOcsp, kCrl}, now_, evidence_)) {
    wanted = ask();
  }
  if (!online_) {
    return {};
  }
  std::erase_if(wanted, [this](const pkix::Fetch& fetch) { return !Allows(fetch); });
  under_way_ = evidence_.Next(wanted);
  return under_way_;
}

void Question::Supply(const std::vector<idl::FetchOutcome>& outcomes, bool last) {
  for (std::size_t i = 0; i < under_way_.size(); ++i) {
    const pkix::Fetch& fetch = under_way_[i];
    if (i < outcomes.size() && outcomes[i].answer) {
      const ByteView answer = outcomes[i].answer->View();
      if (answer.size() <= fetch.most_octets) {
        evidence_.Supply(fetch, ToBytes(answer), fetches_.nonce);
      } else {
        idl::FetchOutcome too_large;
        too_large.problem = ReasonCode::kFetchTooLarge;
        evidence_.Fail(fetch, ProblemOf(too_large, fetch));
      }
    } else {
      evidence_.Fail(fetch,
                     ProblemOf(i < outcomes.size() ? outcomes[i] : idl::FetchOutcome{}, fetch));
    }
  }
  under_way_.clear();
  online_ = online_ && !last;
}

void Question::Keep(const pkix::PathResult& result) {
  if (cache_ != nullptr && !result.paths.empty()) {
    cache_->Keep(evidence_, result, now_);
  }
}

idl::FetchKind KindOf(pkix::FetchKind kind) {
  switch (kind) {
    case pkix::FetchKind::kIssuer:
      return idl::FetchKind::kIssuer;
    case pkix::FetchKind::kCrl:
      return idl::FetchKind::kCrl;
    case pkix::FetchKind::kOcsp:
      break;
  }
  return idl::FetchKind::kOcsp;
}

idl::FetchRequest ViewOf(const pkix::Fetch& fetch) {
  idl::FetchRequest view;
  view.kind = KindOf(fetch.kind);
  view.url = fetch.url;
  if (!fetch.body.empty()) {
    view.body = idl::Buffer(fetch.body);
  }
  view.content_type = fetch.content_type;
  view.accept = fetch.accept;
  view.most_octets = static_cast<std::uint32_t>(fetch.most_octets);
  view.chosen = fetch.chosen;
  return view;
}

Reason ProblemOf(const idl::FetchOutcome& outcome, const pkix::Fetch& fetch) {
  const ReasonCode given = outcome.problem.value_or(ReasonCode::kFetchNoAnswer);
  const bool known = std::ranges::find(kFetchProblems, given) != kFetchProblems.end();
  Reason problem = MakeReason(known ? given : ReasonCode::kFetchNoAnswer)
                       .With("host", pkix::HostOf(fetch.url))
                       .Because(fetch.url);
  if (problem.code == ReasonCode::kFetchRefused) {
    problem.texts.insert_or_assign("status", outcome.status);
  }
  return problem;
}

}  // namespace signet::panel

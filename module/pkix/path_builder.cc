#include "pkix/path_builder.h"

#include <algorithm>
#include <set>

namespace signet::pkix {

PathBuilder::PathBuilder(const PathRequest& request) : request_(request) {
  nodes_.push_back(
      {.certificate = request.target, .trust = TrustOf(*request.target), .parent = 0, .length = 1});
  open_.push({.cost = 0, .node = 0});
}

Trust PathBuilder::TrustOf(const Certificate& certificate) {
  if (request_.trust == nullptr) {
    return {};
  }
  const auto known = trust_.find(certificate.sha256());
  if (known != trust_.end()) {
    return known->second;
  }
  const Trust trust = request_.trust->EmailTrust(certificate);
  trust_.emplace(certificate.sha256(), trust);
  return trust;
}

CandidatePath PathBuilder::PathTo(std::size_t node, PathEnd end) const {
  CandidatePath path{.chain = {}, .end = end, .trust = nodes_[node].trust};
  path.chain.push_back(nodes_[node].certificate);
  while (node != 0) {
    node = nodes_[node].parent;
    path.chain.push_back(nodes_[node].certificate);
  }
  std::ranges::reverse(path.chain);
  return path;
}

std::optional<CandidatePath> PathBuilder::Next() {
  if (last_anchor_) {
    OpenIssuers(*last_anchor_);
    last_anchor_.reset();
  }
  while (!open_.empty()) {
    const Open next = open_.top();
    open_.pop();
    switch (nodes_[next.node].trust.level) {
      case Trust::Level::kDistrusted:
        return PathTo(next.node, PathEnd::kDistrusted);
      case Trust::Level::kPeer:
        if (next.node == 0) {
          return PathTo(next.node, PathEnd::kAnchor);
        }
        break;
      case Trust::Level::kAnchor:
        last_anchor_ = next;
        return PathTo(next.node, PathEnd::kAnchor);
      case Trust::Level::kNone:
        break;
    }
    if (exhausted_) {
      continue;  // nothing new is opened, but an authority may still be among what was
    }
    const bool too_long = nodes_[next.node].length >= request_.options.budget.length;
    if (!OpenIssuers(next)) {
      return PathTo(next.node, PathEnd::kNoIssuer);
    }
    if (too_long) {
      return PathTo(next.node, PathEnd::kTooLong);
    }
  }
  return std::nullopt;
}

bool PathBuilder::OpenIssuers(const Open& from) {
  // nodes_ grows below; the certificate stays where it is.
  const CertificatePtr certificate = nodes_[from.node].certificate;
  const std::size_t length = nodes_[from.node].length;
  std::set<std::string> seen;
  for (const CertificateSource* source : request_.sources) {
    std::size_t offered = 0;
    for (CertificatePtr& issuer : source->FindBySubject(certificate->issuer())) {
      if (++offered > limits::kIssuersOffered || steps_ >= request_.options.budget.steps) {
        exhausted_ = true;
        break;
      }
      ++steps_;
      if (IsLoop(from.node, *issuer) || !seen.insert(issuer->sha256()).second) {
        continue;
      }
      if (length >= request_.options.budget.length) {
        return true;  // there is one, and it is one too many
      }
      const Trust trust = TrustOf(*issuer);
      nodes_.push_back({.certificate = std::move(issuer),
                        .trust = trust,
                        .parent = from.node,
                        .length = length + 1});
      open_.push(
          {.cost = from.cost + CostOf(*certificate, nodes_.back()), .node = nodes_.size() - 1});
    }
  }
  return !seen.empty();
}

// RFC 4158, 2.4.1 and 5.2: the same name with the same key again leads nowhere new.
bool PathBuilder::IsLoop(std::size_t node, const Certificate& candidate) const {
  for (std::size_t i = node;; i = nodes_[i].parent) {
    const Certificate& other = *nodes_[i].certificate;
    if (other.subject() == candidate.subject() && Equal(other.spki(), candidate.spki())) {
      return true;
    }
    if (i == 0) {
      return false;
    }
  }
}

// RFC 4158, 3.5: hints only; nothing is excluded.
std::size_t PathBuilder::CostOf(const Certificate& certificate, const Node& issuer) const {
  constexpr std::size_t kStep = 10;
  constexpr std::size_t kNoHint = 2;
  constexpr std::size_t kOtherKey = 30;
  constexpr std::size_t kOutOfDate = 15;
  constexpr std::size_t kNotAuthority = 15;
  const Certificate& candidate = *issuer.certificate;
  if (issuer.trust.level == Trust::Level::kAnchor) {
    return 1;
  }
  std::size_t cost = kStep;
  const auto& authority_key = certificate.extensions().authority_key_identifier;
  const auto& subject_key = candidate.extensions().subject_key_identifier;
  if (!authority_key || !authority_key->key_identifier || !subject_key) {
    cost += kNoHint;
  } else if (!Equal(*authority_key->key_identifier, *subject_key)) {
    cost += kOtherKey;
  }
  if (request_.at < candidate.not_before() || request_.at > candidate.not_after()) {
    cost += kOutOfDate;
  }
  return candidate.IsAuthority() ? cost : cost + kNotAuthority;
}

}  // namespace signet::pkix

#include "directory/finds.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "pkix/address.h"

namespace signet::directory {

void Finds::Add(const Answer& answer) {
  const std::scoped_lock lock(mutex_);
  if (candidates_.size() + answer.candidates.size() > limits::kDirectoryKept) {
    candidates_.clear();
  }
  for (const Candidate& candidate : answer.candidates) {
    Candidate& known = candidates_[candidate.certificate->sha256()];
    if (known.certificate == nullptr || !candidate.capabilities.empty()) {
      known = candidate;
    }
  }
  if (authorities_->size() + answer.authorities.size() > limits::kDirectoryKept) {
    authorities_ = std::make_unique<pkix::CertificatePool>();
  }
  for (const pkix::CertificatePtr& authority : answer.authorities) {
    const auto known = authorities_->FindBySubject(authority->subject());
    if (std::ranges::none_of(known, [&](const auto& each) { return *each == *authority; })) {
      authorities_->Add(authority);
    }
  }
}

void Finds::Explain(const std::string& address, Reason why) {
  const std::scoped_lock lock(mutex_);
  if (reasons_.size() >= limits::kDirectoryKept) {
    reasons_.clear();
  }
  reasons_.insert_or_assign(address, std::move(why));
}

void Finds::Clear(const std::string& address) {
  const std::scoped_lock lock(mutex_);
  reasons_.erase(address);
}

std::vector<pkix::CertificatePtr> Finds::FindByAddress(std::string_view address) const {
  const std::scoped_lock lock(mutex_);
  std::vector<pkix::CertificatePtr> found;
  for (const auto& [sha256, candidate] : candidates_) {
    if (pkix::HasAddress(*candidate.certificate, address)) {
      found.push_back(candidate.certificate);
    }
  }
  return found;
}

std::optional<Candidate> Finds::Find(const pkix::Certificate& certificate) const {
  const std::scoped_lock lock(mutex_);
  const auto found = candidates_.find(certificate.sha256());
  return found == candidates_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Reason> Finds::WhyNot(const std::string& address) const {
  const std::scoped_lock lock(mutex_);
  const auto found = reasons_.find(address);
  return found == reasons_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<pkix::CertificatePtr> Finds::FindBySubject(const pkix::Name& subject) const {
  const std::scoped_lock lock(mutex_);
  return authorities_->FindBySubject(subject);
}

}  // namespace signet::directory

#include "panel/certificate_list.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

#include "pkix/text.h"

namespace signet::panel {
namespace {

std::string HaystackOf(const pkix::Certificate& certificate) {
  std::string text = certificate.DisplayName() + '\n' + certificate.IssuerDisplayName() + '\n';
  for (const std::string& address : certificate.addresses()) {
    text += address + '\n';
  }
  return pkix::FoldText(text) + '\n' + certificate.SerialHex() + '\n' + certificate.sha256();
}

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  const std::string folded = pkix::FoldText(text);  // white space is single spaces now
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) {
      words.push_back(folded.substr(at, end - at));
    }
    at = end + 1;
  }
  return words;
}

}  // namespace

idl::CertificateGroup GroupOf(const store::StoredCertificate& stored) {
  if (stored.own) {
    return idl::CertificateGroup::kOwn;
  }
  return stored.certificate->IsAuthority() ? idl::CertificateGroup::kAuthority
                                           : idl::CertificateGroup::kPerson;
}

CertificateList::CertificateList(std::vector<store::StoredCertificate> stored) {
  using Key = std::tuple<std::string, Time, std::string>;
  std::vector<std::pair<Key, std::size_t>> order;
  order.reserve(stored.size());
  for (std::size_t i = 0; i < stored.size(); ++i) {
    const pkix::Certificate& certificate = *stored[i].certificate;
    order.emplace_back(Key(pkix::FoldText(certificate.DisplayName()), certificate.not_before(),
                           certificate.sha256()),
                       i);
  }
  std::ranges::sort(order, [](const auto& a, const auto& b) {
    const auto& [name_a, from_a, sha256_a] = a.first;
    const auto& [name_b, from_b, sha256_b] = b.first;
    return std::tie(name_a, from_b, sha256_a) < std::tie(name_b, from_a, sha256_b);
  });
  stored_.reserve(stored.size());
  haystacks_.reserve(stored.size());
  for (const auto& [key, index] : order) {
    stored_.push_back(std::move(stored[index]));
    haystacks_.push_back(HaystackOf(*stored_.back().certificate));
  }
}

std::vector<const store::StoredCertificate*> CertificateList::Search(idl::CertificateGroup group,
                                                                     std::string_view text) const {
  const std::vector<std::string> words = WordsOf(text);
  std::vector<const store::StoredCertificate*> found;
  for (std::size_t i = 0; i < stored_.size(); ++i) {
    const bool fits = std::ranges::all_of(words, [&](const std::string& word) {
      return haystacks_[i].find(word) != std::string::npos;
    });
    if (fits && GroupOf(stored_[i]) == group) {
      found.push_back(&stored_[i]);
    }
  }
  return found;
}

const store::StoredCertificate* CertificateList::Find(std::string_view sha256) const {
  const auto found = std::ranges::find_if(stored_, [&](const store::StoredCertificate& each) {
    return each.certificate->sha256() == sha256;
  });
  return found == stored_.end() ? nullptr : &*found;
}

}  // namespace signet::panel

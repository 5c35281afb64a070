#include "panel/directory_lookup.h"

#include <algorithm>

#include "base/limits.h"
#include "directory/outcome.h"
#include "store/collection.h"

namespace signet::panel {
namespace {

directory::Scope ScopeOf(idl::DirectoryScope scope) {
  switch (scope) {
    case idl::DirectoryScope::kBase:
      return directory::Scope::kBase;
    case idl::DirectoryScope::kOne:
      return directory::Scope::kOne;
    case idl::DirectoryScope::kSubtree:
      break;
  }
  return directory::Scope::kSubtree;
}

idl::DirectorySearch ViewOf(const directory::Search& search, idl::DirectoryScope scope) {
  idl::DirectorySearch view;
  view.base = search.base;
  view.scope = scope;
  view.filter = search.filter;
  view.attributes = search.attributes;
  view.most_entries = static_cast<std::uint32_t>(search.most_entries);
  view.most_octets = static_cast<std::uint32_t>(search.most_octets);
  view.most_values = static_cast<std::uint32_t>(search.most_values);
  view.addresses = search.addresses;
  return view;
}

}  // namespace

Result<std::vector<idl::DirectorySearch>> DirectoryLookup::Searches(
    const idl::DirectoryPlace& place, const std::vector<std::string>& addresses, bool one_by_one,
    const idl::CallContext& /*context*/) {
  const directory::Place where{.base = place.base,
                               .scope = ScopeOf(place.scope),
                               .filter = place.filter,
                               .address_attributes = place.address_attributes};
  std::vector<idl::DirectorySearch> searches;
  for (const directory::Search& search :
       directory::MakeSearches(where, addresses, one_by_one ? 1 : limits::kDirectoryAddresses)) {
    searches.push_back(ViewOf(search, place.scope));
  }
  return searches;
}

Result<std::vector<std::string>> DirectoryLookup::Take(const std::string& host,
                                                       const idl::DirectorySearch& search,
                                                       const idl::DirectoryOutcome& outcome,
                                                       const idl::CallContext& /*context*/) {
  directory::Search asked;
  asked.addresses = search.addresses;
  directory::Outcome read;
  read.problem = outcome.problem;
  read.result_code = outcome.result_code;
  read.logged_in = outcome.logged_in;
  for (const idl::DirectoryValue& value : outcome.values) {
    read.values.push_back({.attribute = value.name, .octets = value.octets.View()});
  }
  return directory::Take(host, asked, read, profile_->directory());
}

void KeepUsed(const ComposeJudgement& judgement, Time now, Profile& profile) {
  if (judgement.encrypted_as != idl::Protection::kYes) {
    return;
  }
  for (const store::RecipientCertificates& recipient : judgement.recipients) {
    const store::RecipientCandidate* const chosen = recipient.chosen();
    const auto found = chosen == nullptr
                           ? judgement.from_directory.end()
                           : judgement.from_directory.find(chosen->certificate->sha256());
    if (found == judgement.from_directory.end()) {
      continue;
    }
    store::Collectable collectable;
    collectable.certificate = chosen->certificate;
    for (const pkix::CertificatePtr& authority : chosen->state.chain) {
      const bool between = authority->IsAuthority() && !authority->IsSelfIssued();
      if (between && *authority != *chosen->certificate) {
        collectable.authorities.push_back(authority);
      }
    }
    collectable.capabilities = found->second.capabilities;
    // Without a date they must not outlast what a message announces.
    collectable.announced_at =
        std::min(found->second.announced_at.value_or(chosen->certificate->not_before()), now);
    static_cast<void>(profile.Change([&] { return store::Collect(collectable); }));
  }
}

}  // namespace signet::panel

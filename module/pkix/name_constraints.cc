#include "pkix/name_constraints.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "asn1/oids.h"
#include "base/limits.h"
#include "pkix/address.h"
#include "pkix/idna.h"
#include "pkix/text.h"

namespace signet::pkix {
namespace {

NameMatch InsideIf(bool inside) {
  return inside ? NameMatch::kInside : NameMatch::kOutside;
}

// Whether the A-labels `host` are those of `domain` with one or more labels in front.
bool IsBelow(std::string_view host, std::string_view domain) {
  return host.size() > domain.size() + 1 && host.ends_with(domain) &&
         host[host.size() - domain.size() - 1] == '.';
}

// 4.2.1.10, rfc822Name: a mailbox, a host, or with a leading period all hosts below a domain.
NameMatch MatchAddress(std::string_view address, std::string_view base) {
  const auto parsed = ParseAddress(address);
  if (base.empty()) {
    return NameMatch::kInside;  // every address
  }
  if (base.contains('@')) {
    const auto mailbox = ParseAddress(base);
    return mailbox ? InsideIf(parsed == mailbox) : NameMatch::kUnsupported;
  }
  const bool below = base.starts_with('.');
  const auto domain = ToALabels(below ? base.substr(1) : base);
  if (!domain) {
    return NameMatch::kUnsupported;
  }
  // An address that is none lies nowhere; nothing will match it either.
  return InsideIf(parsed && (below ? IsBelow(parsed->domain, *domain) : parsed->domain == *domain));
}

// 4.2.1.10, dNSName: the base with any number of labels in front. It has no leading period.
NameMatch MatchDns(std::string_view name, std::string_view base, bool defensive) {
  if (base.empty()) {
    return NameMatch::kInside;
  }
  const auto domain = ToALabels(base);
  if (!domain) {
    return NameMatch::kUnsupported;
  }
  const bool wildcard = name.starts_with("*.");
  const auto host = ToALabels(wildcard ? name.substr(2) : name);
  if (!host) {
    // A malformed name: neither permitted by anything nor free of what is excluded.
    return InsideIf(defensive);
  }
  if (*host == *domain || IsBelow(*host, *domain)) {
    return NameMatch::kInside;
  }
  // "*.example.com" stands for host.example.com, too.
  return InsideIf(defensive && wildcard && IsBelow(*domain, *host));
}

// The host of a URI (RFC 3986, 3.2.2): nothing if there is none.
std::optional<std::string_view> HostOf(std::string_view uri) {
  const std::size_t slashes = uri.find("://");
  if (slashes == std::string_view::npos) {
    return std::nullopt;
  }
  std::string_view authority = uri.substr(slashes + 3);
  authority = authority.substr(0, authority.find_first_of("/?#"));
  if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
    authority = authority.substr(at + 1);
  }
  if (authority.starts_with('[')) {
    return std::nullopt;  // an address
  }
  authority = authority.substr(0, authority.find(':'));
  return authority.empty() ? std::nullopt : std::optional{authority};
}

bool LooksLikeIp(std::string_view host) {
  return std::ranges::all_of(host, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

// 4.2.1.10, URI: the host part, compared like that of an address. A URI without a host name that is
// fully qualified must be rejected.
NameMatch MatchUri(std::string_view uri, std::string_view base, bool defensive) {
  const auto host_text = HostOf(uri);
  const auto host = host_text && !LooksLikeIp(*host_text) ? ToALabels(*host_text) : std::nullopt;
  const bool below = base.starts_with('.');
  const auto domain = ToALabels(below ? base.substr(1) : base);
  if (!domain) {
    return NameMatch::kUnsupported;
  }
  if (!host) {
    return InsideIf(defensive);
  }
  return InsideIf(below ? IsBelow(*host, *domain) : *host == *domain);
}

// 4.2.1.10, iPAddress: address and mask in the style of CIDR.
NameMatch MatchIp(ByteView address, ByteView base, bool defensive) {
  if (base.size() != 8 && base.size() != 32) {
    return NameMatch::kUnsupported;
  }
  const std::size_t octets = base.size() / 2;
  const ByteView mask = base.subspan(octets);
  bool ended = false;
  for (const std::uint8_t octet : mask) {
    // Ones, then zeros: in an octet, the inverted mask plus one is a power of two.
    const auto inverted = static_cast<std::uint8_t>(~octet);
    if ((inverted & (inverted + 1U)) != 0 || (ended && octet != 0)) {
      return NameMatch::kUnsupported;
    }
    ended = ended || octet != 0xff;
  }
  if (address.size() != 4 && address.size() != 16) {
    return InsideIf(defensive);
  }
  if (address.size() != octets) {
    return NameMatch::kOutside;
  }
  for (std::size_t i = 0; i < octets; ++i) {
    if (((address[i] ^ base[i]) & mask[i]) != 0) {
      return NameMatch::kOutside;
    }
  }
  return NameMatch::kInside;
}

NameMatch MatchOther(const GeneralName& name, const GeneralName& base) {
  if (base.kind == GeneralNameKind::kRfc822) {
    // RFC 9598, section 6: constraints on rfc822Name hold for SmtpUTF8Mailbox, too.
    if (name.type != asn1::oid::kOnSmtpUtf8Mailbox) {
      return NameMatch::kOtherForm;
    }
    const auto mailbox = name.SmtpUtf8Mailbox();
    return mailbox ? MatchAddress(*mailbox, AsText(base.value)) : NameMatch::kUnsupported;
  }
  const bool same_type = base.kind == GeneralNameKind::kOther && Equal(base.type, name.type);
  return same_type ? NameMatch::kUnsupported : NameMatch::kOtherForm;
}

}  // namespace

NameMatch MatchName(const GeneralName& name, const GeneralName& base, bool defensive) {
  if (name.kind == GeneralNameKind::kOther) {
    return MatchOther(name, base);
  }
  if (name.kind != base.kind) {
    return NameMatch::kOtherForm;
  }
  switch (name.kind) {
    case GeneralNameKind::kRfc822:
      return MatchAddress(AsText(name.value), AsText(base.value));
    case GeneralNameKind::kDns:
      return MatchDns(AsText(name.value), AsText(base.value), defensive);
    case GeneralNameKind::kUri:
      return MatchUri(AsText(name.value), AsText(base.value), defensive);
    case GeneralNameKind::kIp:
      return MatchIp(name.value, base.value, defensive);
    case GeneralNameKind::kDirectory:
      return InsideIf(name.directory->IsWithin(*base.directory));
    case GeneralNameKind::kOther:
    case GeneralNameKind::kX400:
    case GeneralNameKind::kEdiParty:
    case GeneralNameKind::kRegisteredId:
      break;
  }
  return NameMatch::kUnsupported;
}

void NameConstraintSet::Add(const Certificate& authority) {
  if (authority.extensions().name_constraints) {
    authorities_.push_back(&authority);
  }
}

Result<void> NameConstraintSet::CheckAgainst(const Certificate& certificate,
                                             const GeneralName& name,
                                             const Certificate& authority) {
  const NameConstraints& constraints = *authority.extensions().name_constraints;
  const auto outside = [&] {
    return certificate.About(ReasonCode::kNameNotPermitted)
        .With("issuer", authority.DisplayName())
        .With("name", name.ToText());
  };
  checks_ += constraints.permitted.size() + constraints.excluded.size();
  if (checks_ > limits::kNameConstraintChecks) {
    return certificate.About(ReasonCode::kPathBudgetExhausted).Because("kNameConstraintChecks");
  }
  for (const GeneralName& base : constraints.excluded) {
    switch (MatchName(name, base, /*defensive=*/true)) {
      case NameMatch::kUnsupported:
        return authority.About(ReasonCode::kNameConstraintUnsupported).Because(base.ToText());
      case NameMatch::kInside:
        return outside();
      case NameMatch::kOutside:
      case NameMatch::kOtherForm:
        break;
    }
  }
  // Permitted subtrees bind names of their own form only.
  bool bound = false;
  bool unsupported = false;
  for (const GeneralName& base : constraints.permitted) {
    const NameMatch match = MatchName(name, base, /*defensive=*/false);
    if (match == NameMatch::kInside) {
      return {};
    }
    bound = bound || match == NameMatch::kOutside;
    unsupported = unsupported || match == NameMatch::kUnsupported;
  }
  if (unsupported) {
    return authority.About(ReasonCode::kNameConstraintUnsupported).Because(name.ToText());
  }
  if (bound) {
    return outside();
  }
  return {};
}

Result<void> NameConstraintSet::CheckName(const Certificate& certificate, const GeneralName& name) {
  for (const Certificate* authority : authorities_) {
    SIGNET_TRY(CheckAgainst(certificate, name, *authority));
  }
  return {};
}

std::vector<Reason> NameConstraintSet::Check(const Certificate& certificate) {
  std::vector<Reason> reasons;
  if (authorities_.empty()) {
    return reasons;
  }
  const auto check = [&](const GeneralName& name) {
    if (auto result = CheckName(certificate, name); !result) {
      reasons.push_back(std::move(result).error());
    }
    return reasons.empty() || reasons.back().code != ReasonCode::kPathBudgetExhausted;
  };
  if (!certificate.subject().empty()) {
    GeneralName subject;
    subject.kind = GeneralNameKind::kDirectory;
    // Lends the certificate's own name; the pointer owns nothing.
    subject.directory =
        std::shared_ptr<const Name>{std::shared_ptr<const Name>{}, &certificate.subject()};
    if (!check(subject)) {
      return reasons;
    }
  }
  for (const GeneralName& name : certificate.extensions().subject_alt_names) {
    if (!check(name)) {
      return reasons;
    }
  }
  // Addresses in the subject are addresses like others to whoever compares them (RFC 8550, section
  // 3), so that they are bound like others even where subjectAltName is present.
  for (const NameAttribute& attribute : certificate.subject().attributes()) {
    if (attribute.type == asn1::oid::kEmailAddress) {
      GeneralName address;
      address.kind = GeneralNameKind::kRfc822;
      address.value = attribute.text ? AsBytes(*attribute.text) : attribute.value;
      if (!check(address)) {
        return reasons;
      }
    }
  }
  return reasons;
}

}  // namespace signet::pkix

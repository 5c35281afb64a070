#include "pkix/fetch.h"

#include <algorithm>

#include "asn1/oids.h"
#include "base/limits.h"
#include "pkix/ocsp_request.h"
#include "pkix/path.h"
#include "pkix/text.h"

namespace signet::pkix {
namespace {

namespace oid = asn1::oid;

// Server, port and, which nobody has a use for here, user name and password: between "//" and the
// path.
std::string_view AuthorityOf(std::string_view url) {
  const std::size_t begin = url.find("://");
  if (begin == std::string_view::npos) {
    return {};
  }
  url.remove_prefix(begin + 3);
  return url.substr(0, url.find_first_of("/?#\\"));
}

// The URL if it is one that can be fetched.
std::string WebUrl(const GeneralName& name) {
  const std::string_view url = AsText(name.value);
  return name.kind == GeneralNameKind::kUri && IsWebUrl(url) ? std::string{url} : std::string{};
}

class Collector {
 public:
  explicit Collector(const FetchSettings& settings) : settings_(settings) {}

  void Issuers(const Certificate& certificate) {
    if (!settings_.issuers) {
      return;
    }
    for (const AccessDescription& access : certificate.extensions().authority_information_access) {
      if (access.method == oid::kAccessCaIssuers) {
        Add({.kind = FetchKind::kIssuer,
             .url = WebUrl(access.location),
             .body = {},
             .content_type = {},
             .accept = "application/pkix-cert, application/pkcs7-mime",
             .most_octets = limits::kIssuerOctets,
             .certificate = certificate.sha256()});
      }
    }
  }

  void Ocsp(const Certificate& certificate, const Certificate& issuer) {
    if (!settings_.ocsp) {
      return;
    }
    const auto request = MakeOcspRequest(certificate, issuer, settings_.nonce);
    if (!request) {
      return;
    }
    const auto ask = [&](std::string url) {
      Add({.kind = FetchKind::kOcsp,
           .url = std::move(url),
           .body = *request,
           .content_type = "application/ocsp-request",
           .accept = "application/ocsp-response",
           .most_octets = limits::kOcspOctets,
           .certificate = certificate.sha256(),
           .chosen = !settings_.responder_url.empty()});
    };
    if (!settings_.responder_url.empty()) {
      ask(settings_.responder_url);
      return;
    }
    for (const AccessDescription& access : certificate.extensions().authority_information_access) {
      if (access.method == oid::kAccessOcsp) {
        ask(WebUrl(access.location));
      }
    }
  }

  void Crls(const Certificate& certificate) {
    if (!settings_.crls) {
      return;
    }
    const Extensions& extensions = certificate.extensions();
    for (const auto* points : {&extensions.crl_distribution_points, &extensions.freshest_crl}) {
      for (const DistributionPoint& point : *points) {
        for (const GeneralName& name : point.full_name) {
          Add({.kind = FetchKind::kCrl,
               .url = WebUrl(name),
               .body = {},
               .content_type = {},
               .accept = "application/pkix-crl",
               .most_octets = limits::kFetchedCrlOctets,
               .certificate = certificate.sha256()});
        }
      }
    }
  }

  [[nodiscard]] std::vector<Fetch> Take() && { return std::move(fetches_); }

 private:
  void Add(Fetch fetch) {
    if (!fetch.url.empty() && std::ranges::find(fetches_, fetch) == fetches_.end() &&
        fetches_.size() < limits::kFetches) {
      fetches_.push_back(std::move(fetch));
    }
  }

  const FetchSettings& settings_;
  std::vector<Fetch> fetches_;
};

}  // namespace

bool IsWebUrl(std::string_view url) {
  const std::string lower = LowerAscii(url.substr(0, 8));
  const bool web = lower.starts_with("http://") || lower.starts_with("https://");
  const bool clean = std::ranges::all_of(url, [](char c) { return c > 0x20 && c < 0x7f; });
  const std::string_view authority = AuthorityOf(url);
  return web && clean && !authority.empty() && authority.find('@') == std::string_view::npos;
}

std::string HostOf(const std::string& url) {
  const std::string_view authority = AuthorityOf(url);
  if (authority.starts_with('[')) {  // an address of version 6 (RFC 3986, 3.2.2)
    return std::string{authority.substr(0, authority.find(']') + 1)};
  }
  return std::string{authority.substr(0, authority.find(':'))};
}

std::vector<Fetch> FindFetches(const PathResult& result, const FetchSettings& settings) {
  Collector collector(settings);
  const bool anchored = std::ranges::any_of(result.paths, &Path::anchored);
  if (!anchored) {
    // Only what is missing at the end of a way that ends for want of an issuer.
    for (const Path& path : result.paths) {
      const bool unknown = std::ranges::any_of(path.reasons, [](const Reason& reason) {
        return reason.code == ReasonCode::kIssuerUnknown;
      });
      if (unknown) {
        collector.Issuers(*path.chain.back());
      }
    }
  }
  const Path& best = result.best();
  for (std::size_t i = 0; i < best.revocation.size() && i + 1 < best.chain.size(); ++i) {
    if (best.revocation[i].state == RevocationState::kUnknown) {
      collector.Ocsp(*best.chain[i], *best.chain[i + 1]);
      collector.Crls(*best.chain[i]);
    }
  }
  return std::move(collector).Take();
}

}  // namespace signet::pkix

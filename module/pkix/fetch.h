// Fetches: what a check could use that is not at hand, as values. Whoever has a network performs
// those that the person's settings allow, supplies the answers and asks again.
#ifndef SIGNET_PKIX_FETCH_H_
#define SIGNET_PKIX_FETCH_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "pkix/certificate.h"

namespace signet::pkix {

struct Path;
struct PathResult;

enum class FetchKind : std::uint8_t {
  kIssuer,  // a certificate, or a certs-only message of some (RFC 5280, 4.2.2.1)
  kCrl,     // a CRL, also the newest delta
  kOcsp,    // an answer of a responder
};

// One thing to fetch. Only http and https URLs occur here. Redirects, time, and addresses of
// private networks are for the one who fetches to bound.
struct Fetch {
  FetchKind kind = FetchKind::kIssuer;
  std::string url;
  // POST this; empty: GET.
  Bytes body;
  // Media type of the body and of the answer that is expected.
  std::string content_type;
  std::string accept;
  // Octets of answer that are accepted.
  std::size_t most_octets = 0;
  // Fingerprint of the certificate that it is for: the one to be checked, or whose issuer is
  // missing.
  std::string certificate;
  // The person has chosen this server; other URLs come from certificates, which anybody can make.
  bool chosen = false;

  bool operator==(const Fetch&) const = default;
};

// What may be asked.
struct FetchSettings {
  bool issuers = true;
  bool crls = true;
  bool ocsp = true;
  // Ask this responder instead of the one that the certificate names; empty: that one.
  std::string responder_url{};
  // For OCSP questions (RFC 9654): see MakeOcspRequest. Empty: without.
  Bytes nonce{};
};

// IsWebUrl tells whether a URL is one that is fetched: http or https, ASCII without white space,
// and without a user name, which would only disguise the server.
[[nodiscard]] bool IsWebUrl(std::string_view url);

// HostOf is the server's name (or address) in a URL of a Fetch, for words.
[[nodiscard]] std::string HostOf(const std::string& url);

// FindFetches says what could make the answer better: issuers that are missing, revocation that is
// not known. Most useful first, each once. NSS must run.
[[nodiscard]] std::vector<Fetch> FindFetches(const PathResult& result,
                                             const FetchSettings& settings);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_FETCH_H_

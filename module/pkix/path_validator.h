// PathValidator applies the rules to one path (RFC 5280, section 6.1, with RFC 9618; RFC 8550). It
// goes on after a failure, so that everything wrong with a path is known, not only the first thing.
#ifndef SIGNET_PKIX_PATH_VALIDATOR_H_
#define SIGNET_PKIX_PATH_VALIDATOR_H_

#include <cstdint>
#include <vector>

#include "pkix/path.h"
#include "pkix/signature_checker.h"

namespace signet::pkix {

// Where a way ended.
enum class PathEnd : std::uint8_t {
  kAnchor,      // at a certificate that is trusted
  kDistrusted,  // at one that is refused
  kNoIssuer,    // nobody offers an issuer of the last one
  kTooLong,     // at the limit of length
};

// A way as the builder found it: the certificate first.
struct CandidatePath {
  std::vector<CertificatePtr> chain;
  PathEnd end = PathEnd::kNoIssuer;
  Trust trust;  // of the last certificate
};

// ApplyRules judges a candidate. The reasons of the answer are in order of usefulness.
[[nodiscard]] Path ApplyRules(const PathRequest& request, const CandidatePath& candidate,
                              SignatureChecker& signatures);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_PATH_VALIDATOR_H_

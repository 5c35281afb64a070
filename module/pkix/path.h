// Path validation: may this certificate be used for this purpose at this time, and if not, exactly
// why not (RFC 5280, section 6; RFC 9618; RFC 8550; RFC 9598).
//
// ValidatePath looks for a way from the certificate to a trusted authority among the certificates
// that its sources offer, tries every way until one is good, and reports on each. It opens nothing
// and reads no clock: certificates, trust and time are arguments.
#ifndef SIGNET_PKIX_PATH_H_
#define SIGNET_PKIX_PATH_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/limits.h"
#include "base/result.h"
#include "base/time.h"
#include "pkix/certificate.h"
#include "pkix/revocation.h"

namespace signet::pkix {

class SignatureCache;

// CertificateSource finds certificates of authorities: those of a message, of the profile, of a
// cache. Must be safe to call from the validating thread.
class CertificateSource {
 public:
  CertificateSource() = default;
  CertificateSource(const CertificateSource&) = delete;
  CertificateSource& operator=(const CertificateSource&) = delete;
  CertificateSource(CertificateSource&&) = delete;
  CertificateSource& operator=(CertificateSource&&) = delete;
  virtual ~CertificateSource() = default;

  // Every certificate with this subject. Nothing is assumed of their order or soundness; the same
  // may come twice.
  [[nodiscard]] virtual std::vector<CertificatePtr> FindBySubject(const Name& subject) const = 0;
};

// CertificatePool is a source over certificates in memory. Fill it, then use it from any thread.
class CertificatePool final : public CertificateSource {
 public:
  CertificatePool() = default;
  explicit CertificatePool(const std::vector<CertificatePtr>& certificates);
  void Add(CertificatePtr certificate);
  [[nodiscard]] std::vector<CertificatePtr> FindBySubject(const Name& subject) const override;
  [[nodiscard]] std::size_t size() const { return certificates_.size(); }

 private:
  std::multimap<std::string, CertificatePtr> certificates_;  // by key of the subject
};

// What the person, the profile or the built-in list says of a certificate.
struct Trust {
  enum class Level : std::uint8_t {
    kNone,        // nothing: trust must come from its issuer
    kAnchor,      // an authority that is trusted to vouch for e-mail addresses
    kPeer,        // this very certificate is trusted, whoever issued it
    kDistrusted,  // it and all that it issued are refused
  };
  Level level = Level::kNone;
  // With kAnchor: end certificates whose validity begins later are not trusted through it.
  std::optional<Time> distrust_after;
};

// TrustSource answers for the profile's trust flags. Must be safe to call from the validating
// thread.
class TrustSource {
 public:
  TrustSource() = default;
  TrustSource(const TrustSource&) = delete;
  TrustSource& operator=(const TrustSource&) = delete;
  TrustSource(TrustSource&&) = delete;
  TrustSource& operator=(TrustSource&&) = delete;
  virtual ~TrustSource() = default;

  [[nodiscard]] virtual Trust EmailTrust(const Certificate& certificate) const = 0;
};

// AnchorSet trusts exactly the certificates it was given.
class AnchorSet final : public TrustSource {
 public:
  AnchorSet() = default;
  explicit AnchorSet(const std::vector<CertificatePtr>& anchors);
  void Add(const Certificate& certificate, Trust trust);
  [[nodiscard]] Trust EmailTrust(const Certificate& certificate) const override;

 private:
  std::map<std::string, Trust> trust_;  // by fingerprint
};

// What the certificate is to be used for.
enum class Purpose : std::uint8_t {
  kAny,           // a sound e-mail certificate; key usage is not asked
  kSigning,       // RFC 8550, 4.4.2: digitalSignature or nonRepudiation
  kEncryption,    // RFC 8550, 4.4.2: keyEncipherment or keyAgreement, by the kind of key
  kOcspSigning,   // RFC 6960, 4.2.2.2: extended key usage id-kp-OCSPSigning
  kCrlSigning,    // RFC 5280, 6.3.3 (f): key usage cRLSign
  kTimeStamping,  // RFC 3161, 2.3
  kPathOnly,      // RFC 5280, section 6 alone, without any rule for e-mail
};

// The inputs of RFC 5280, 6.1.1 (c), (e), (f), (g).
struct PolicyInputs {
  // Content octets of the OIDs that are acceptable; empty: any-policy.
  std::vector<Bytes> acceptable;
  bool require_explicit = false;
  bool inhibit_mapping = false;
  bool inhibit_any = false;
};

// How much work one question may cost.
struct PathBudget {
  std::size_t length = limits::kPathLength;  // certificates in a path
  std::size_t signature_checks = limits::kPathSignatureChecks;
  std::size_t steps = limits::kPathSteps;  // issuers looked at
};

struct PathOptions {
  // Accept SHA-1 signatures and short keys in the path, and DSA; MD5 stays refused.
  bool allow_weak = false;
  // Most intermediate certificates, self-issued ones not counted (the initial max_path_length of
  // RFC 5280, 6.1.2 (k)); nothing: as many as the budget allows.
  std::optional<std::size_t> most_intermediates;
  PathBudget budget;
};

// One question. Pointers are not owned and outlive the call.
struct PathRequest {
  CertificatePtr target;
  // Where issuers are looked for, best source first.
  std::vector<const CertificateSource*> sources;
  const TrustSource* trust = nullptr;
  Time at;
  Purpose purpose = Purpose::kAny;
  PolicyInputs policy;
  RevocationSettings revocation;
  PathOptions options;
  // Remembers signature checks over many questions; may be null.
  SignatureCache* cache = nullptr;
};

// One way that was tried.
struct Path {
  // The certificate first; the trusted authority, or the last one found, last.
  std::vector<CertificatePtr> chain;
  // Whether it ends at a trusted authority.
  bool anchored = false;
  // Everything that is wrong with it, the most useful first; each names its certificate. Empty: the
  // path is good.
  std::vector<Reason> reasons;
  // What does not make it bad but is worth saying (weak algorithms that were allowed).
  std::vector<Reason> warnings;
  // Policies that hold for the whole path within the acceptable ones, content octets of OIDs
  // (RFC 9618, 5.6); anyPolicy stands for any.
  std::vector<Bytes> policies;
  // What is known of each certificate's revocation, in the order of `chain`, without the anchor;
  // empty if it was not asked or the path is no path (incomplete, a wrong signature).
  std::vector<RevocationStatus> revocation;

  [[nodiscard]] bool valid() const { return reasons.empty(); }
};

// The answer.
struct PathResult {
  // Every way that was tried, best first; at least one.
  std::vector<Path> paths;
  std::size_t signature_checks = 0;  // work done
  std::size_t steps = 0;

  [[nodiscard]] const Path& best() const { return paths.front(); }
  [[nodiscard]] bool valid() const { return best().valid(); }
  // Why not, of the best path, the most useful reason first. Empty: valid.
  [[nodiscard]] const std::vector<Reason>& reasons() const { return best().reasons; }
};

// ValidatePath answers. Thread-safe. NSS must run.
//
// Reasons in paths: certificate-signature-invalid, certificate-revoked, certificate-distrusted,
// key-invalid, algorithm-refused, algorithm-unsupported, weak-digest, weak-key,
// critical-extension-unknown, issuer-not-authority, path-too-long, name-not-permitted,
// name-constraint-unsupported, policy-not-satisfied, not-for-email, not-for-signing,
// not-for-encryption, not-for-time-stamping, certificate-expired, certificate-not-yet-valid,
// issuer-not-trusted, self-signed, issuer-unknown, path-budget-exhausted.
[[nodiscard]] PathResult ValidatePath(const PathRequest& request);

// The answer about something signed in the past.
struct SignedPathResult {
  enum class Verdict : std::uint8_t {
    kValid,      // good now
    kValidThen,  // good when it was signed, expired since
    kInvalid,
  };
  Verdict verdict = Verdict::kInvalid;
  PathResult now;
  // At the time of signing; only if `now` fails for nothing but expiry.
  std::optional<PathResult> then;
};

// ValidateSignedPath validates at request.at, which is now, and, if nothing but expiry is wrong,
// again at the time of signing. What that time rests on (sender's claim, first time seen,
// time-stamp) is the caller's to say. A time of signing after request.at is ignored.
[[nodiscard]] SignedPathResult ValidateSignedPath(const PathRequest& request,
                                                  std::optional<Time> signed_at);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_PATH_H_

// Name constraints along a path (RFC 5280, 4.2.1.10 and 6.1.3 (b), (c), 6.1.4 (g); RFC 9549; RFC
// 9598, section 6).
//
// Forms that are processed: rfc822Name (also for SmtpUTF8Mailbox names, and for emailAddress in the
// subject), directoryName, dNSName, URI, iPAddress. A constraint of another form, or one that is
// not well formed, is no obstacle until a certificate has a name of that form; then it fails by
// name.
#ifndef SIGNET_PKIX_NAME_CONSTRAINTS_H_
#define SIGNET_PKIX_NAME_CONSTRAINTS_H_

#include <cstddef>
#include <vector>

#include "base/result.h"
#include "pkix/certificate.h"

namespace signet::pkix {

// Where a name stands towards one constraint.
enum class NameMatch : std::uint8_t {
  kOtherForm,  // the constraint is of another form and says nothing about the name
  kInside,
  kOutside,
  kUnsupported,  // it is about names of this form, but in a way that cannot be evaluated
};

// MatchName compares a name of a certificate with the base of a subtree. `defensive`: what is not
// certain counts as inside (for excluded subtrees) rather than outside: a DNS wildcard that covers
// names within the subtree.
[[nodiscard]] NameMatch MatchName(const GeneralName& name, const GeneralName& base, bool defensive);

// NameConstraintSet gathers the constraints of the authorities of a path, from the anchor on.
class NameConstraintSet {
 public:
  // Adds an authority's own; they apply to all certificates below it. It outlives the set.
  void Add(const Certificate& authority);

  // Checks every name of a certificate, in subject and subjectAltName. Reasons: name-not-permitted
  // (`name`; about the certificate; `issuer` is the authority that limits),
  // name-constraint-unsupported (about the authority), path-budget-exhausted (more comparisons than
  // limits::kNameConstraintChecks in the path).
  [[nodiscard]] std::vector<Reason> Check(const Certificate& certificate);

 private:
  [[nodiscard]] Result<void> CheckName(const Certificate& certificate, const GeneralName& name);
  [[nodiscard]] Result<void> CheckAgainst(const Certificate& certificate, const GeneralName& name,
                                          const Certificate& authority);

  std::vector<const Certificate*> authorities_;
  std::size_t checks_ = 0;
};

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_NAME_CONSTRAINTS_H_

// How panels learn of revocation: what the person wants, what is at hand, and whoever has a
// network.
#ifndef SIGNET_PANEL_REVOCATION_H_
#define SIGNET_PANEL_REVOCATION_H_

#include <functional>
#include <vector>

#include "idl/message_security.h"
#include "pkix/evidence.h"
#include "pkix/fetch.h"
#include "pkix/path.h"
#include "pkix/revocation.h"

namespace signet::panel {

// RevocationSupport is given to a panel once, before it is used; its functions are called on any
// thread, several at the same time.
struct RevocationSupport {
  // How to ask; `data` is not looked at. Off by default.
  pkix::RevocationSettings settings;
  pkix::FetchSettings fetches;
  // CRLs and OCSP responses at hand for every question.
  pkix::RevocationData at_hand;
  // Goes on with a question that was asked once, with the outcome `wanted`: fetches or looks up,
  // adds to the evidence and asks again. Empty: nobody can.
  std::function<void(std::vector<pkix::Fetch> wanted, pkix::Evidence& evidence,
                     const std::function<std::vector<pkix::Fetch>()>& ask)>
      go_on;
  // Stores what was fetched and counted. Empty: nowhere.
  std::function<void(const pkix::Evidence& evidence, const pkix::PathResult& result)> keep;

  // What a question begins with: that which is at hand.
  [[nodiscard]] pkix::Evidence BeginEvidence() const;
};

// ViewOfRevocation gives what is known of a path's certificates the form of the contract.
[[nodiscard]] std::vector<idl::RevocationView> ViewOfRevocation(const pkix::Path& path);

}  // namespace signet::panel

#endif  // SIGNET_PANEL_REVOCATION_H_

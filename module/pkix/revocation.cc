#include "pkix/revocation.h"

namespace signet::pkix {

bool CountsAsRevoked(Time revoked_at, CrlReason reason, Time at) {
  switch (reason) {
    case CrlReason::kKeyCompromise:
    case CrlReason::kCaCompromise:
    case CrlReason::kAaCompromise:
      return true;
    default:
      return revoked_at <= at;
  }
}

}  // namespace signet::pkix

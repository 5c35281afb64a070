// CallContext: what every operation of an interface is given besides its arguments.
#ifndef SIGNET_IDL_CALL_H_
#define SIGNET_IDL_CALL_H_

#include "base/cancel.h"

namespace signet::idl {

// CallContext lives as long as the call. An operation that takes long looks at the flag now and
// then, and returns the reason `cancelled` when it is raised.
struct CallContext {
  // NOLINTNEXTLINE(cppcoreguidelines-avoid-const-or-ref-data-members): a context is never assigned.
  const CancelFlag& cancel;
};

}  // namespace signet::idl

#endif  // SIGNET_IDL_CALL_H_

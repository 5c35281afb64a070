// A failed call's Reason as the dictionary of the IDL.
#ifndef SIGNET_HOST_REASON_JSON_H_
#define SIGNET_HOST_REASON_JSON_H_

#include "base/result.h"
#include "idl/json.h"

namespace signet::host {

// ReasonJson writes a failure, of severity "error", so that it is fit to cross: octets that are not
// UTF-8, which come from messages and certificates, are replaced by U+FFFD.
[[nodiscard]] idl::Json ReasonJson(const Reason& reason);

}  // namespace signet::host

#endif  // SIGNET_HOST_REASON_JSON_H_

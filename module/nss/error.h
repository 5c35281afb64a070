// NSS's own words for what just failed, for the diagnostic of a Reason.
#ifndef SIGNET_NSS_ERROR_H_
#define SIGNET_NSS_ERROR_H_

#include <string>
#include <string_view>

namespace signet::nss {

// ErrorName names the NSS or NSPR error code of the calling thread: "SEC_ERROR_BAD_DER", or
// "error -8183" for a code that this NSS cannot name, or "no error code" for 0 (some NSS functions
// fail without one).
[[nodiscard]] std::string ErrorName();

// Failure is the usual diagnostic text: "PK11_Decrypt: SEC_ERROR_BAD_DATA".
[[nodiscard]] std::string Failure(std::string_view function);

}  // namespace signet::nss

#endif  // SIGNET_NSS_ERROR_H_

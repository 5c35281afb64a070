// Random octets, for nonces and names that nobody can guess.
#ifndef SIGNET_NSS_RANDOM_H_
#define SIGNET_NSS_RANDOM_H_

#include <cstddef>

#include "base/bytes.h"
#include "base/result.h"

namespace signet::nss {

// RandomOctets come from NSS's generator. NSS must run. Reason: internal.
[[nodiscard]] Result<Bytes> RandomOctets(std::size_t count);

}  // namespace signet::nss

#endif  // SIGNET_NSS_RANDOM_H_

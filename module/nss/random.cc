#include "nss/random.h"

#include <pk11pub.h>

#include "nss/error.h"

namespace signet::nss {

Result<Bytes> RandomOctets(std::size_t count) {
  Bytes octets(count);
  if (PK11_GenerateRandom(octets.data(), static_cast<int>(count)) != SECSuccess) {
    return MakeReason(ReasonCode::kInternal).Because(Failure("PK11_GenerateRandom"));
  }
  return octets;
}

}  // namespace signet::nss

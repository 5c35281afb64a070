// What PKCS #11 calls a digest in the parameters of RSA-OAEP and RSA-PSS (RFC 8017).
#ifndef SIGNET_NSS_RSA_MECHANISMS_H_
#define SIGNET_NSS_RSA_MECHANISMS_H_

#include <pkcs11t.h>

#include "nss/digest.h"

namespace signet::nss {

struct RsaMechanisms {
  // The digest itself.
  CK_MECHANISM_TYPE digest;
  // MGF1 with this digest.
  CK_RSA_PKCS_MGF_TYPE mask;
};

[[nodiscard]] RsaMechanisms RsaMechanismsOf(DigestAlgorithm digest);

}  // namespace signet::nss

#endif  // SIGNET_NSS_RSA_MECHANISMS_H_

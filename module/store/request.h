// Getting a certificate of one's own: a key pair on a token, and the request for a certificate
// (PKCS #10, RFC 2986) that an authority answers; or a certificate that nobody vouches for, to
// learn the program with.
//
// The private key never leaves the token. It is there before the request, so that a program that is
// killed at any moment loses nothing, and the authority's answer finds it by its public key.
#ifndef SIGNET_STORE_REQUEST_H_
#define SIGNET_STORE_REQUEST_H_

#include <pk11pub.h>

#include <cstdint>
#include <string>

#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"
#include "pkix/certificate.h"

namespace signet::store {

enum class RequestedKey : std::uint8_t {
  kRsa2048,
  kRsa3072,
  kRsa4096,
  kP256,
  kP384,
  kP521,
  kEd25519,  // signs only; needs an NSS that has it
};

// Who asks. UTF-8.
struct RequestedSubject {
  // commonName; empty: the address.
  std::string name;
  // One address; not empty.
  std::string address;
  // organizationName; empty: none.
  std::string organization;
};

// MakeRequest makes a key pair on the token and gives the request for it, in DER: the subject, and
// as extensions the address (rfc822Name), the key usages for signing and, where the kind of key can
// do that, encryption, and emailProtection. Unlocks the token, asking once. May take seconds (RSA).
// Reasons: address-not-usable, key-not-made (texts `token`, `algorithm`), those of nss::Unlock.
[[nodiscard]] Result<Bytes> MakeRequest(const RequestedSubject& subject, RequestedKey key,
                                        PK11SlotInfo* token);

// MakeTryout makes a key pair (EC P-256) and a certificate that says of itself that nobody vouches
// for it, valid for a year from `now`; stores both and trusts the certificate for itself, on this
// profile only. Reasons: as MakeRequest, storing-failed.
[[nodiscard]] Result<pkix::CertificatePtr> MakeTryout(const RequestedSubject& subject, Time now,
                                                      PK11SlotInfo* token);

}  // namespace signet::store

#endif  // SIGNET_STORE_REQUEST_H_

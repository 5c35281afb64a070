// The question to an OCSP responder (RFC 6960, 4.1; RFC 9654).
#ifndef SIGNET_PKIX_OCSP_REQUEST_H_
#define SIGNET_PKIX_OCSP_REQUEST_H_

#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "nss/digest.h"
#include "pkix/certificate.h"

namespace signet::pkix {

// MakeOcspRequest asks about one certificate, unsigned. `digest` names the issuer: SHA-1 is what
// every responder understands and RFC 5019 demands; it protects nothing here. `nonce`: 32 octets
// that nobody can guess (RFC 9654, 2.1), or none. NSS must run. Reason: key-invalid (the issuer has
// no key).
[[nodiscard]] Result<Bytes> MakeOcspRequest(
    const Certificate& certificate, const Certificate& issuer, ByteView nonce,
    nss::DigestAlgorithm digest = nss::DigestAlgorithm::kSha1);

// OcspGetUrl is the URL of the same question by GET (RFC 6960, A.1): the request in base64,
// percent-encoded, after the responder's URL. Only requests below 255 octets in that form may be
// sent so (RFC 5019, section 5); longer ones give an empty text.
[[nodiscard]] std::string OcspGetUrl(std::string_view responder, ByteView request);

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_OCSP_REQUEST_H_

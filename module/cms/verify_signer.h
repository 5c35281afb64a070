// VerifySigner: one signer of a SignedData against one certificate (RFC 5652, 5.4 and 5.6).
//
// It answers whether that certificate's key made this signature over this content, by every rule of
// CMS, and says by name what is wrong. It says nothing about the certificate: whether it is valid,
// whose it is and who trusts it is asked elsewhere (room pkix).
#ifndef SIGNET_CMS_VERIFY_SIGNER_H_
#define SIGNET_CMS_VERIFY_SIGNER_H_

#include <cstddef>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "cms/signed_data.h"
#include "nss/public_key.h"

namespace signet::cms {

// SignerOutcome is the answer.
struct SignerOutcome {
  // The signature and everything that it covers is right. Weak algorithms may still be among the
  // reasons: whether they make the verdict bad is the caller's policy.
  bool valid = false;
  // For people: "RSA-PSS with SHA-256", "ECDSA P-256 with SHA-384"; an unknown algorithm is its
  // dotted object identifier.
  std::string algorithm;
  // Not valid: what is wrong, most telling first. Valid: `weak-digest` (text `algorithm`) or
  // nothing. Each has `where`: "signer 1" (counted from 1).
  //   altered                        the content does not have the digest that was signed
  //   signature-mismatch             the key did not make this signature
  //   content-not-available          a detached signature, and no content was given
  //   embedded-content               a detached signature that carries content of its own
  //   signed-attributes-missing      required because the content type is not id-data
  //   signed-attribute-invalid       absent, repeated or wrong (text `attribute`)
  //   signed-attributes-as-content   the attribute-stripping forgery
  //   signing-certificate-mismatch   ESS names another certificate
  //   algorithm-protection-mismatch  RFC 6211
  //   algorithm-refused, algorithm-unsupported (texts `algorithm`, `oid`), weak-key, key-invalid
  //   certificate-malformed          no public key can be read from the certificate
  //   limit-exceeded                 this kind of signature needs the content in memory, and it is
  //                                  too large
  std::vector<Reason> reasons;
};

// MatchesSigner tells whether a certificate (DER) is the one that the signer names: issuer and
// serial number octet for octet, or its subject key identifier extension. False for what cannot be
// read.
[[nodiscard]] bool MatchesSigner(const SignerId& id, ByteView certificate);

// VerifySigner verifies signer number `index` (from 0) with a candidate certificate (DER), which
// the caller found by MatchesSigner or by looser means.
//
// `detached` is the content that was pushed through ContentDigester::ForDetached, or null where the
// content is inside. `key` is the certificate's public key where the certificate alone does not
// have all of it (a DSA key that inherits its parameters, RFC 3279, 2.3.2); null otherwise. NSS
// must run; thread-safe.
[[nodiscard]] SignerOutcome VerifySigner(const SignedData& signed_data, std::size_t index,
                                         const ContentDigests* detached, ByteView certificate,
                                         const nss::PublicKey* key = nullptr);

}  // namespace signet::cms

#endif  // SIGNET_CMS_VERIFY_SIGNER_H_

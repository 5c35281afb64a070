// SignatureChecker checks signatures of issuers for one question, within its budget and with what
// is remembered from earlier ones.
#ifndef SIGNET_PKIX_SIGNATURE_CHECKER_H_
#define SIGNET_PKIX_SIGNATURE_CHECKER_H_

#include <cstddef>
#include <string>

#include "base/bytes.h"
#include "base/result.h"
#include "nss/public_key.h"
#include "nss/signature.h"
#include "pkix/certificate.h"
#include "pkix/signature_cache.h"

namespace signet::pkix {

// One thread at a time.
class SignatureChecker {
 public:
  // `cache` may be null and outlives the checker.
  SignatureChecker(SignatureCache* cache, std::size_t budget)
      : cache_(cache != nullptr ? cache : &own_), left_(budget), budget_(budget) {}

  // Whether `issuer`'s key signed the certificate. `key` is that key with parameters inherited
  // where DSA needs it. Reasons: signature-mismatch and others of nss/signature.h,
  // path-budget-exhausted.
  [[nodiscard]] Result<void> Check(const Certificate& certificate, const Certificate& issuer,
                                   const nss::PublicKey& key);

  // The same for other signed octets (a CRL, an OCSP response), known by `fingerprint`.
  [[nodiscard]] Result<void> Check(const std::string& fingerprint,
                                   const nss::SignatureAlgorithm& algorithm, ByteView data,
                                   ByteView signature, const std::string& issuer,
                                   const nss::PublicKey& key);

  // Takes one check, made elsewhere, from the budget. False: none is left.
  [[nodiscard]] bool Spend() {
    if (left_ == 0) {
      return false;
    }
    --left_;
    return true;
  }
  // Takes as many as another question used on behalf of this one.
  void SpendAll(std::size_t checks) { left_ -= checks < left_ ? checks : left_; }

  // Checks that were really made, and those that may still be.
  [[nodiscard]] std::size_t used() const { return budget_ - left_; }
  [[nodiscard]] std::size_t left() const { return left_; }

 private:
  SignatureCache own_;
  SignatureCache* cache_;
  std::size_t left_;
  std::size_t budget_;
};

}  // namespace signet::pkix

#endif  // SIGNET_PKIX_SIGNATURE_CHECKER_H_

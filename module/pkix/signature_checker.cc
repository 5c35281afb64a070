#include "pkix/signature_checker.h"

namespace signet::pkix {

Result<void> SignatureChecker::Check(const Certificate& certificate, const Certificate& issuer,
                                     const nss::PublicKey& key) {
  if (!certificate.signature_scheme()) {
    return std::unexpected(certificate.signature_scheme().error());
  }
  // A DSA key with inherited parameters is another key in another path.
  const bool inherited = issuer.public_key() && issuer.public_key()->InheritsParameters();
  return Check(certificate.sha256(), *certificate.signature_scheme(), certificate.tbs(),
               certificate.signature(),
               inherited ? issuer.sha256() + ToHex(key.parameters()) : issuer.sha256(), key);
}

Result<void> SignatureChecker::Check(const std::string& fingerprint,
                                     const nss::SignatureAlgorithm& algorithm, ByteView data,
                                     ByteView signature, const std::string& issuer,
                                     const nss::PublicKey& key) {
  if (auto known = cache_->Find(fingerprint, issuer)) {
    return *std::move(known);
  }
  if (left_ == 0) {
    return MakeReason(ReasonCode::kPathBudgetExhausted).Because("kPathSignatureChecks");
  }
  --left_;
  Result<void> outcome = nss::VerifyData(key, algorithm, data, signature);
  // Only what will be so for ever: a token may be missing now and there tomorrow.
  if (outcome || outcome.error().code == ReasonCode::kSignatureMismatch) {
    cache_->Store(fingerprint, issuer, outcome);
  }
  return outcome;
}

}  // namespace signet::pkix

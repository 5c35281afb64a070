#include "store/edit.h"

#include <cert.h>
#include <certdb.h>
#include <keyhi.h>

#include <string_view>

#include "nss/error.h"
#include "nss/owners.h"
#include "nss/token.h"
#include "store/import.h"
#include "store/key_holder.h"
#include "store/nss_certificates.h"

namespace signet::store {
namespace {

Reason Failed(PK11SlotInfo* token, std::string_view function) {
  return nss::WithToken(MakeReason(ReasonCode::kStoringFailed).Because(nss::Failure(function)),
                        token);
}

// NSS's flags for e-mail, as its own tools write them.
unsigned FlagsOf(const pkix::Certificate& certificate, pkix::Trust::Level level) {
  switch (level) {
    case pkix::Trust::Level::kAnchor:
      return CERTDB_VALID_CA | CERTDB_TRUSTED_CA;
    case pkix::Trust::Level::kPeer:
      return CERTDB_TERMINAL_RECORD | CERTDB_TRUSTED;
    case pkix::Trust::Level::kDistrusted:
      return CERTDB_TERMINAL_RECORD;
    case pkix::Trust::Level::kNone:
      break;
  }
  return certificate.IsAuthority() ? CERTDB_VALID_CA : 0U;
}

}  // namespace

Result<void> SetEmailTrust(const pkix::Certificate& certificate, pkix::Trust::Level level) {
  SIGNET_ASSIGN(const nss::UniqueSlot token, nss::InternalKeySlot());
  SIGNET_TRY(nss::Unlock(token.get()));
  SIGNET_ASSIGN(const pkix::CertificatePtr copy, pkix::Certificate::Parse(certificate.der()));
  SIGNET_ASSIGN(const ImportReport report, ImportCertificates({&copy, 1}, token.get()));
  for (const Imported& entry : report.entries) {
    if (entry.outcome == Imported::Outcome::kFailed) {
      return std::unexpected(entry.reasons.front());
    }
  }
  const nss::UniqueCertificate found = FindStored(certificate);
  if (found == nullptr) {
    return Failed(token.get(), "CERT_FindCertByDERCert");
  }
  CERTCertTrust trust = {};
  static_cast<void>(CERT_GetCertTrust(found.get(), &trust));  // without a record: no flags
  // CERTDB_USER is what NSS computes for own certificates, not what is stored.
  trust.emailFlags = FlagsOf(certificate, level) | (trust.emailFlags & CERTDB_USER);
  if (CERT_ChangeCertTrust(CERT_GetDefaultCertDB(), found.get(), &trust) != SECSuccess) {
    return Failed(token.get(), "CERT_ChangeCertTrust");
  }
  return {};
}

Result<void> DeleteCertificate(const pkix::Certificate& certificate, bool with_key) {
  SIGNET_ASSIGN(const nss::UniqueSlot token, nss::InternalKeySlot());
  const nss::UniqueCertificate found = FindStored(certificate);
  if (found == nullptr) {
    return {};  // somebody else has deleted it
  }
  if (with_key) {
    SIGNET_TRY(nss::Unlock(token.get()));
    nss::UniquePrivateKey key = FindPrivateKey(token.get(), certificate);
    // Without one, it was killed in the middle the last time. Takes over the key, whatever the
    // outcome.
    if (key != nullptr && PK11_DeleteTokenPrivateKey(key.release(), PR_TRUE) != SECSuccess) {
      return Failed(token.get(), "PK11_DeleteTokenPrivateKey");
    }
  }
  if (SEC_DeletePermCertificate(found.get()) != SECSuccess) {
    return Failed(token.get(), "SEC_DeletePermCertificate");
  }
  return {};
}

}  // namespace signet::store

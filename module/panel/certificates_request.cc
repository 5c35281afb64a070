// Getting a certificate of one's own, for the Certificates window.
#include <utility>

#include "nss/token.h"
#include "panel/certificate_summary.h"
#include "panel/certificates.h"
#include "store/export.h"
#include "store/request.h"

namespace signet::panel {
namespace {

store::RequestedKey KeyOf(idl::RequestedKey key) {
  switch (key) {
    case idl::RequestedKey::kRsa2048:
      return store::RequestedKey::kRsa2048;
    case idl::RequestedKey::kRsa3072:
      return store::RequestedKey::kRsa3072;
    case idl::RequestedKey::kRsa4096:
      return store::RequestedKey::kRsa4096;
    case idl::RequestedKey::kP256:
      return store::RequestedKey::kP256;
    case idl::RequestedKey::kP384:
      return store::RequestedKey::kP384;
    case idl::RequestedKey::kP521:
      return store::RequestedKey::kP521;
    case idl::RequestedKey::kEd25519:
      break;
  }
  return store::RequestedKey::kEd25519;
}

}  // namespace

Result<std::vector<std::string>> Certificates::Tokens(const idl::CallContext& /*context*/) {
  SIGNET_ASSIGN(const nss::UniqueSlot profile, nss::InternalKeySlot());
  std::vector<std::string> names = {nss::TokenName(profile.get())};
  for (const nss::UniqueSlot& slot : nss::AllTokens()) {
    // The internal one beside the profile's keeps nothing.
    if (PK11_IsInternal(slot.get()) == PR_FALSE && PK11_IsReadOnly(slot.get()) == PR_FALSE) {
      names.push_back(nss::TokenName(slot.get()));
    }
  }
  return names;
}

Result<idl::Buffer> Certificates::Request(const idl::CertificateRequest& request,
                                          const idl::CallContext& /*context*/) {
  SIGNET_ASSIGN(const nss::UniqueSlot token, nss::TokenNamed(request.token));
  SIGNET_TRY(nss::Unlock(token.get()));
  const store::RequestedSubject subject{
      .name = request.name, .address = request.address, .organization = request.organization};
  SIGNET_ASSIGN(const Bytes made, profile_->Change([&] {
    return store::MakeRequest(subject, KeyOf(request.key), token.get());
  }));
  return idl::Buffer(ToBytes(AsBytes(store::PemText("CERTIFICATE REQUEST", made))));
}

Result<idl::CertificateSummary> Certificates::MakeTryout(const std::string& name,
                                                         const std::string& address, double time,
                                                         const idl::CallContext& /*context*/) {
  SIGNET_ASSIGN(const nss::UniqueSlot token, nss::InternalKeySlot());
  SIGNET_TRY(nss::Unlock(token.get()));
  const store::RequestedSubject subject{.name = name, .address = address, .organization = {}};
  SIGNET_ASSIGN(const pkix::CertificatePtr certificate, profile_->Change([&] {
    return store::MakeTryout(subject, FromMilliseconds(time), token.get());
  }));
  return SummaryOf(*certificate);
}

}  // namespace signet::panel

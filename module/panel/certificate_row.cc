#include "panel/certificate_row.h"

#include <chrono>
#include <utility>

#include "panel/certificate_list.h"
#include "panel/certificate_summary.h"
#include "panel/reasons.h"
#include "store/database_key.h"

namespace signet::panel {
namespace {

using pkix::Purpose;

// The person is told so long before an own certificate expires.
bool ExpiresSoon(const pkix::Certificate& certificate, Time at) {
  constexpr std::chrono::days kSaid{30};
  return certificate.not_after() - at <= kSaid;
}

idl::EmailTrust TrustOf(pkix::Trust::Level level) {
  switch (level) {
    case pkix::Trust::Level::kAnchor:
    case pkix::Trust::Level::kPeer:
      return idl::EmailTrust::kTrusted;
    case pkix::Trust::Level::kDistrusted:
      return idl::EmailTrust::kDistrusted;
    case pkix::Trust::Level::kNone:
      break;
  }
  return idl::EmailTrust::kNone;
}

}  // namespace

StoredState StateOfStored(const store::StoredCertificate& stored,
                          const store::JudgeContext& context) {
  StoredState state;
  if (stored.own) {
    const store::OwnCertificate own{.certificate = stored.certificate, .token = {}};
    store::Identities identities = store::JudgeIdentities({&own, 1}, {}, context);
    state.signing = std::move(identities.all.front().signing);
    state.encryption = std::move(identities.all.front().encryption);
  } else if (GroupOf(stored) == idl::CertificateGroup::kAuthority) {
    // The rules for e-mail concern the certificates that it vouches for.
    state.any = store::StateOf(stored.certificate, Purpose::kPathOnly, context);
    state.signing = state.encryption = state.any;
    return state;
  } else {
    state.signing = store::StateOf(stored.certificate, Purpose::kSigning, context);
    state.encryption = store::StateOf(stored.certificate, Purpose::kEncryption, context);
  }
  // A certificate for one of the two is in order; that it does not serve the other is no fault.
  state.any =
      state.encryption.usable() || !state.signing.usable() ? state.encryption : state.signing;
  if (stored.own && state.any.usable() && ExpiresSoon(*stored.certificate, context.at)) {
    state.any.warnings.insert(state.any.warnings.begin(),
                              stored.certificate->About(ReasonCode::kCertificateExpiresSoon)
                                  .With("notAfter", stored.certificate->not_after()));
  }
  return state;
}

idl::CertificateUse UseOf(const store::CertificateState& state) {
  idl::CertificateUse use;
  use.usable = state.usable();
  for (const Reason& reason : state.reasons) {
    use.reasons.push_back(ViewOf(reason, idl::Severity::kError));
  }
  for (const Reason& warning : state.warnings) {
    if (warning.code != ReasonCode::kRevocationNotChecked) {  // nobody asked for it here
      use.reasons.push_back(ViewOf(warning, idl::Severity::kWarning));
    }
  }
  return use;
}

idl::CertificateRow RowOf(const store::StoredCertificate& stored, const StoredState& state,
                          const store::JudgeContext& context) {
  idl::CertificateRow row;
  row.certificate = SummaryOf(*stored.certificate);
  row.group = GroupOf(stored);
  row.trust = TrustOf(context.trust->EmailTrust(*stored.certificate).level);
  row.usable = state.any.usable();
  row.reasons = UseOf(state.any).reasons;
  row.tokens = stored.tokens;
  row.built_in = stored.built_in;
  row.database_key = store::DatabaseKey(*stored.certificate);
  return row;
}

}  // namespace signet::panel

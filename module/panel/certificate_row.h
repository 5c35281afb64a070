// One certificate of the profile as the Certificates window shows it.
#ifndef SIGNET_PANEL_CERTIFICATE_ROW_H_
#define SIGNET_PANEL_CERTIFICATE_ROW_H_

#include <vector>

#include "idl/certificates.h"
#include "store/identities.h"
#include "store/stored_certificates.h"

namespace signet::panel {

// What a stored certificate can be used for. Value type.
struct StoredState {
  store::CertificateState signing;
  store::CertificateState encryption;
  // Of an authority: whether it can vouch for others. For others as `signing` or `encryption`,
  // whichever is usable.
  store::CertificateState any;
};

// StateOfStored judges it; what is wrong with one's own is in its owner's words.
[[nodiscard]] StoredState StateOfStored(const store::StoredCertificate& stored,
                                        const store::JudgeContext& context);

[[nodiscard]] idl::CertificateRow RowOf(const store::StoredCertificate& stored,
                                        const StoredState& state,
                                        const store::JudgeContext& context);

// UseOf gives a state the form of the contract: reasons, then remarks.
[[nodiscard]] idl::CertificateUse UseOf(const store::CertificateState& state);

}  // namespace signet::panel

#endif  // SIGNET_PANEL_CERTIFICATE_ROW_H_

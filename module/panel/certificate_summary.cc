#include "panel/certificate_summary.h"

namespace signet::panel {

idl::CertificateSummary SummaryOf(const pkix::Certificate& certificate) {
  idl::CertificateSummary summary;
  summary.sha256 = certificate.sha256();
  summary.subject = certificate.subject().ToText();
  summary.common_name = certificate.DisplayName();
  summary.addresses = certificate.addresses();
  summary.issuer = certificate.issuer().ToText();
  summary.issuer_name = certificate.IssuerDisplayName();
  summary.serial = certificate.SerialHex();
  summary.not_before = ToMilliseconds(certificate.not_before());
  summary.not_after = ToMilliseconds(certificate.not_after());
  if (certificate.public_key()) {
    summary.public_key = certificate.public_key()->Name();
  }
  return summary;
}

}  // namespace signet::panel

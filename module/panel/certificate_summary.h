// CertificateSummary: a certificate as every window shows it.
#ifndef SIGNET_PANEL_CERTIFICATE_SUMMARY_H_
#define SIGNET_PANEL_CERTIFICATE_SUMMARY_H_

#include "idl/message_security.h"
#include "pkix/certificate.h"

namespace signet::panel {

[[nodiscard]] idl::CertificateSummary SummaryOf(const pkix::Certificate& certificate);

}  // namespace signet::panel

#endif  // SIGNET_PANEL_CERTIFICATE_SUMMARY_H_

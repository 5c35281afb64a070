// The recipients of an encrypted layer in words: who they are, and what became of each.
#ifndef SIGNET_SMIME_RECIPIENTS_H_
#define SIGNET_SMIME_RECIPIENTS_H_

#include <string>
#include <vector>

#include "cms/enveloped_data.h"
#include "smime/findings.h"
#include "smime/signer.h"

namespace signet::smime {

// KnownCertificate is the certificate that a recipient was encrypted for, or null where none of the
// sources knows it.
[[nodiscard]] pkix::CertificatePtr KnownCertificate(const cms::RecipientId& id,
                                                    const ReaderSources& sources);

// NameOf names the certificate that a recipient was encrypted for: its owner where it is known, and
// its issuer and serial number or its key identifier. Empty for a recipient without a certificate.
[[nodiscard]] std::string NameOf(const cms::RecipientId& id, const pkix::CertificatePtr& known);

// ListRecipients describes those of a layer, at most kRecipientsListed.
[[nodiscard]] std::vector<RecipientFindings> ListRecipients(const cms::EnvelopedData& enveloped,
                                                            const ReaderSources& sources);

// WithRecipients adds the text `recipients` to no-matching-key: the certificates of which one is
// needed. Where one of them is for an address of `own_addresses`, it is private-key-missing about
// that one instead.
[[nodiscard]] Reason WithRecipients(Reason reason, const std::vector<RecipientFindings>& recipients,
                                    std::size_t recipient_count,
                                    const std::vector<std::string>& own_addresses = {});

}  // namespace signet::smime

#endif  // SIGNET_SMIME_RECIPIENTS_H_

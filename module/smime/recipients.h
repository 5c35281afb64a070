// The recipients of an encrypted layer in words: who they are, and what became of each.
#ifndef SIGNET_SMIME_RECIPIENTS_H_
#define SIGNET_SMIME_RECIPIENTS_H_

#include <string>
#include <vector>

#include "cms/enveloped_data.h"
#include "smime/findings.h"
#include "smime/signer.h"

namespace signet::smime {

// NameOf names the certificate that a recipient was encrypted for: its owner where one of the
// sources knows it, and its issuer and serial number or its key identifier. Empty for a recipient
// without a certificate.
[[nodiscard]] std::string NameOf(const cms::RecipientId& id, const ReaderSources& sources);

// ListRecipients describes those of a layer, at most kRecipientsListed.
[[nodiscard]] std::vector<RecipientFindings> ListRecipients(const cms::EnvelopedData& enveloped,
                                                            const ReaderSources& sources);

// WithRecipients adds the text `recipients` to no-matching-key: the certificates of which one is
// needed.
[[nodiscard]] Reason WithRecipients(Reason reason, const std::vector<RecipientFindings>& recipients,
                                    std::size_t recipient_count);

}  // namespace signet::smime

#endif  // SIGNET_SMIME_RECIPIENTS_H_

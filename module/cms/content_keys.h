// FindContentKeys: asks for private keys, recipient by recipient, until the content key is there.
#ifndef SIGNET_CMS_CONTENT_KEYS_H_
#define SIGNET_CMS_CONTENT_KEYS_H_

#include <cstddef>
#include <vector>

#include "base/result.h"
#include "cms/content_encryption.h"
#include "cms/enveloped_data.h"
#include "cms/recipient_info.h"
#include "nss/owners.h"

namespace signet::cms {

// CandidateKey is a content key that may be the right one.
struct CandidateKey {
  // Of the recipient in EnvelopedData::recipients.
  std::size_t recipient = 0;
  nss::UniqueSymmetricKey key;
  // A wrong key would have been noticed.
  bool is_certain = false;
};

// FindContentKeys tries the recipients in their order, and sets their state and reason. Only the
// last candidate may be certain. Never empty: where none of the recipients gives a key the failure
// says what is missing, as enveloped_data.h describes. `methods` belong to `recipients`, one each.
[[nodiscard]] Result<std::vector<CandidateKey>> FindContentKeys(
    KeySource* keys, const ContentEncryption& encryption,
    const std::vector<RecipientMethod>& methods, std::vector<Recipient>& recipients);

}  // namespace signet::cms

#endif  // SIGNET_CMS_CONTENT_KEYS_H_

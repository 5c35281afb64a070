// What was inside of an encrypted or opaque layer, on its way to the mail program that shows it.
//
// Pure functions over the octets of a MIME entity: header, empty line, body.
#ifndef SIGNET_SMIME_OPENED_CONTENT_H_
#define SIGNET_SMIME_OPENED_CONTENT_H_

#include "base/bytes.h"

namespace signet::smime {

// LooksLikeEntity says whether octets can be the beginning of a MIME entity or of text.
// CBC-encrypted content that was tampered with, or was made for another mode (the downgrade of
// AuthEnvelopedData to EnvelopedData), decrypts to noise: that is not shown, so that nobody sends
// it back in a reply.
[[nodiscard]] bool LooksLikeEntity(ByteView content);

// ReadyToShow gives the entity a header if it has none, as some programs encrypt the bare text
// (which RFC 8551, section 3.1 does not allow): it is shown as plain text.
[[nodiscard]] Bytes ReadyToShow(Bytes content);

// LoadsRemoteContent says whether showing the entity would reach out to the network: one of its
// HTML parts names something to be fetched, or cannot be looked at within the limits.
[[nodiscard]] bool LoadsRemoteContent(ByteView entity);

}  // namespace signet::smime

#endif  // SIGNET_SMIME_OPENED_CONTENT_H_

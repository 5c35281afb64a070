// Decrypt: takes the outermost encrypted layer off a message and gives what is inside.
//
// Signed and compressed layers around it are taken off on the way; nothing is judged.
#ifndef SIGNET_SMIME_DECRYPT_H_
#define SIGNET_SMIME_DECRYPT_H_

#include <functional>
#include <optional>

#include "base/bytes.h"
#include "base/cancel.h"
#include "base/result.h"
#include "cms/decoder.h"
#include "cms/enveloped_data.h"
#include "mime/message.h"

namespace signet::smime {

// What became of it.
struct DecryptOutcome {
  // Set where an encrypted layer was found and its head could be read, opened or not.
  std::optional<cms::EnvelopedData> enveloped;
  // Why there is no content, or why what the sink got is not all of it. Reasons: not-encrypted,
  // cancelled, the sink's own, and those of cms::Decoder.
  std::optional<Reason> failure;
};

// Takes the next octets of the content; an error ends the decryption. CBC content comes before it
// is known to be whole, so whoever takes it keeps it to himself until the outcome is known;
// authenticated content comes only after its check.
using PlaintextSink = std::function<Result<void>(ByteView)>;

// DecryptMessage looks for the encrypted layer among those that cover the whole message. `keys` is
// not owned. NSS must run.
[[nodiscard]] DecryptOutcome DecryptMessage(const mime::Message& message, cms::KeySource& keys,
                                            const PlaintextSink& sink,
                                            const CancelFlag* cancel = nullptr);

// DecryptObject does the same with one CMS object: BER, PEM or base64.
[[nodiscard]] DecryptOutcome DecryptObject(ByteView object, cms::KeySource& keys,
                                           const PlaintextSink& sink,
                                           const CancelFlag* cancel = nullptr);

}  // namespace signet::smime

#endif  // SIGNET_SMIME_DECRYPT_H_

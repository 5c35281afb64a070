// Reader: judges one received message: message octets in, layers and findings out (RFC 8550, RFC
// 8551; vocabulary of RFC 9787).
//
// The verdict is the worst of all signers of all layers that cover the whole message: one whose
// certificate has expired since makes it kExpiredSince, which is less than kValid and never shown
// as it (smime/signer.h). Nothing that a sender can write into a message makes the judgement fail:
// that is a verdict.
#ifndef SIGNET_SMIME_READER_H_
#define SIGNET_SMIME_READER_H_

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/cancel.h"
#include "base/result.h"
#include "base/time.h"
#include "mime/address.h"
#include "smime/findings.h"
#include "smime/layers.h"
#include "smime/signer.h"

namespace signet::smime {

struct ReadOptions {
  // The time to judge at.
  Time time;
  // False: the address in From is not compared with the certificates.
  bool check_address = true;
  // The mail program does not hold the whole message: a signature cannot be judged.
  bool incomplete = false;
  const CancelFlag* cancel = nullptr;
  // The person's own addresses: a message for a certificate of theirs whose key is not here is
  // another thing than one that was never for them.
  std::vector<std::string> own_addresses = {};
  // Keep PeeledMessage::content: the message is to be shown, not only judged.
  bool keep_content = false;
};

// Opened is a message taken apart: its layers are off, its digests are made, and what could be
// decrypted is. It can be judged again as more becomes known of the certificates, without the
// octets and without asking for a key again. Value type; independent of the octets.
struct Opened {
  PeeledMessage peeled;
  mime::Originator originator;
  bool has_originator = true;  // false for an object that is in no message
  // Where the header outside of the layers is not the one that the sender protected inside.
  std::vector<Reason> header_differences;
  // The verdict, where there is nothing more to judge.
  std::optional<Findings> settled;
};

// Open takes `message` apart: RFC 5322 octets as received, without what a store put before them.
// Fails only with cancelled. NSS must run; thread-safe if the sources are.
[[nodiscard]] Result<Opened> Open(ByteView message, const ReaderSources& sources,
                                  const ReadOptions& options);

// OpenObject takes one CMS object apart that is not in a message; see ReadObject.
[[nodiscard]] Result<Opened> OpenObject(ByteView object, const std::optional<ByteView>& content,
                                        const ReaderSources& sources, const ReadOptions& options);

// Judge judges what was opened, with what the sources know now. Never fails.
[[nodiscard]] Findings Judge(const Opened& opened, const ReaderSources& sources,
                             const ReadOptions& options);

// Read opens and judges `message`: RFC 5322 octets as received, without what a store put before
// them. Fails only with cancelled. NSS must run; thread-safe if the sources are.
[[nodiscard]] Result<Findings> Read(ByteView message, const ReaderSources& sources,
                                    const ReadOptions& options);

// ReadObject judges one CMS object that is not in a message (a .p7m, .p7s or .p7c file): BER, PEM
// or base64. `content` is that of a detached signature. There is no sender to compare with, and no
// date.
[[nodiscard]] Result<Findings> ReadObject(ByteView object, const std::optional<ByteView>& content,
                                          const ReaderSources& sources, const ReadOptions& options);

}  // namespace signet::smime

#endif  // SIGNET_SMIME_READER_H_

// EnvelopedDataWriter: encrypts a content for recipients: EnvelopedData with AES-CBC (RFC 5652,
// section 6; RFC 3565) or AuthEnvelopedData with AES-GCM (RFC 5083, RFC 5084).
#ifndef SIGNET_CMS_ENVELOPED_DATA_WRITER_H_
#define SIGNET_CMS_ENVELOPED_DATA_WRITER_H_

#include <memory>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "cms/recipient_encoding.h"
#include "mime/line_ends.h"
#include "nss/cipher.h"

namespace signet::cms {

// What an encrypted object is made of.
struct EnvelopedDataPlan {
  // One that nss::CanEncrypt.
  nss::Cipher cipher = nss::Cipher::kAes256Cbc;
  // At least one.
  std::vector<NewRecipient> recipients;
};

// EnvelopedDataWriter is pushed the content and passes the ContentInfo, BER, to a sink. With CBC it
// comes as the content comes, in constant memory; with GCM all of it comes in Finish, since NSS
// encrypts in one piece (limits::kAuthenticatedOctets; the octets lie in a LargeBuffer). The key of
// the content is made here and gone with the writer. One thread at a time. NSS must run.
class EnvelopedDataWriter {
 public:
  // Begin encrypts the content key for every recipient: all of them, or it fails. Reasons: those of
  // EncodeRecipientInfo with the `certificate` they speak of, no-recipients, algorithm-refused,
  // encryption-failed; the sink's.
  [[nodiscard]] static Result<EnvelopedDataWriter> Begin(const EnvelopedDataPlan& plan,
                                                         mime::Sink sink);

  EnvelopedDataWriter(EnvelopedDataWriter&&) noexcept;
  EnvelopedDataWriter& operator=(EnvelopedDataWriter&&) noexcept;
  EnvelopedDataWriter(const EnvelopedDataWriter&) = delete;
  EnvelopedDataWriter& operator=(const EnvelopedDataWriter&) = delete;
  ~EnvelopedDataWriter();

  // Update takes the next octets of the content, in pieces of any size; pieces of 4 KiB and more
  // are quick. Reasons: encryption-failed, limit-exceeded, out-of-memory; the sink's.
  [[nodiscard]] Result<void> Update(ByteView content);
  // Finish writes the rest.
  [[nodiscard]] Result<void> Finish();

 private:
  class Impl;
  explicit EnvelopedDataWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace signet::cms

#endif  // SIGNET_CMS_ENVELOPED_DATA_WRITER_H_

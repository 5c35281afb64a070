// SignedDataWriter: writes a SignedData with one signer (RFC 5652, section 5; RFC 8551).
//
// The signed attributes are those that RFC 8551 and RFC 5035 want: content type, message digest,
// signing time, signingCertificateV2, algorithm protection (RFC 6211), and, where given, what the
// signer can read and which certificate it wants to be encrypted to, in our and Microsoft's form.
#ifndef SIGNET_CMS_SIGNED_DATA_WRITER_H_
#define SIGNET_CMS_SIGNED_DATA_WRITER_H_

#include <memory>
#include <optional>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"
#include "cms/attributes.h"
#include "mime/line_ends.h"
#include "nss/digest.h"
#include "nss/owners.h"
#include "nss/signature.h"

namespace signet::cms {

// What a SignedData is made of. The key is lent and outlives the writer.
struct SignedDataPlan {
  // The signer's certificate (DER) and its private key.
  Bytes certificate;
  SECKEYPrivateKey* key = nullptr;
  nss::SignatureAlgorithm algorithm;
  // Digest of the content: algorithm.digest, or where the algorithm has none the one that goes with
  // it (Ed25519 and ML-DSA: SHA-512, RFC 8419, 2.3; RFC 9882, 3.3).
  nss::DigestAlgorithm content_digest = nss::DigestAlgorithm::kSha256;
  // Further certificates (DER) to send along; the signer's own always is, and none goes twice.
  std::vector<Bytes> certificates = {};
  std::optional<Time> signing_time = std::nullopt;
  std::vector<SMimeCapability> capabilities = {};
  // The certificate (DER) that the signer wants to be encrypted to. It is sent along, too.
  std::optional<Bytes> encryption_certificate = std::nullopt;
  // Names the signer by its subject key identifier, which its certificate must have.
  bool by_key_identifier = false;
  // The content is sent elsewhere (multipart/signed).
  bool detached = false;
};

// SignedDataWriter is pushed the content and passes the ContentInfo to a sink: a detached one in
// DER at the end, one with its content in BER as the content comes. Memory does not grow with the
// content. One thread at a time. NSS must run.
class SignedDataWriter {
 public:
  // Begin: reasons certificate-malformed, algorithm-unsupported, those of the sink.
  [[nodiscard]] static Result<SignedDataWriter> Begin(SignedDataPlan plan, mime::Sink sink);

  SignedDataWriter(SignedDataWriter&&) noexcept;
  SignedDataWriter& operator=(SignedDataWriter&&) noexcept;
  SignedDataWriter(const SignedDataWriter&) = delete;
  SignedDataWriter& operator=(const SignedDataWriter&) = delete;
  ~SignedDataWriter();

  // Update takes the next octets of the content, in pieces of any size; pieces of 4 KiB and more
  // are quick.
  [[nodiscard]] Result<void> Update(ByteView content);
  // Finish signs and writes the rest. Reasons: those of nss::SignData; the sink's.
  [[nodiscard]] Result<void> Finish();

 private:
  class Impl;
  explicit SignedDataWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace signet::cms

#endif  // SIGNET_CMS_SIGNED_DATA_WRITER_H_

#include "cms/enveloped_data_writer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "base/large_buffer.h"
#include "base/limits.h"
#include "cms/algorithm_encoding.h"
#include "cms/ber_output.h"
#include "nss/encryption.h"

namespace signet::cms {
namespace {

namespace oid = asn1::oid;

// Version of EnvelopedData (RFC 5652, 6.1).
int VersionFor(const std::vector<NewRecipient>& recipients) {
  int version = 0;
  for (const NewRecipient& recipient : recipients) {
    if (std::holds_alternative<EphemeralAgreement>(recipient.method)) {
      version = std::max(version, 2);
    } else if (std::holds_alternative<Encapsulation>(recipient.method)) {
      version = 3;
    }
  }
  return version;
}

}  // namespace

class EnvelopedDataWriter::Impl {
 public:
  Impl(nss::ContentCipher cipher, nss::UniqueSymmetricKey key, mime::Sink sink)
      : cipher_(std::move(cipher)), key_(std::move(key)), output_(std::move(sink)) {}

  Result<void> Start(const EnvelopedDataPlan& plan) {
    std::vector<Bytes> recipients;
    for (const NewRecipient& recipient : plan.recipients) {
      SIGNET_ASSIGN(Bytes info, EncodeRecipientInfo(recipient, key_.get()));
      recipients.push_back(std::move(info));
    }
    if (!IsAuthenticated()) {
      SIGNET_ASSIGN(encryptor_, nss::CbcEncryptor::Begin(cipher_, key_.get()));
    }
    asn1::DerWriter type;
    type.Oid(IsAuthenticated() ? oid::kAuthEnvelopedData : oid::kEnvelopedData);
    asn1::DerWriter head;
    // RFC 5083, 2.1: the version of AuthEnvelopedData is always 0.
    head.Integer(IsAuthenticated() ? 0 : VersionFor(plan.recipients));
    head.SetOf(std::move(recipients));
    asn1::DerWriter content;
    content.Oid(oid::kData);
    content.Raw(EncodeContentEncryption(cipher_));
    SIGNET_TRY(output_.Open(asn1::kSequence));
    SIGNET_TRY(output_.Write(type.octets()));
    SIGNET_TRY(output_.Open(asn1::ContextConstructedTag(0)));
    SIGNET_TRY(output_.Open(asn1::kSequence));
    SIGNET_TRY(output_.Write(head.octets()));
    SIGNET_TRY(output_.Open(asn1::kSequence));
    SIGNET_TRY(output_.Write(content.octets()));
    return output_.Open(asn1::ContextConstructedTag(0));
  }

  Result<void> Update(ByteView content) {
    if (encryptor_) {
      SIGNET_ASSIGN(const ByteView sealed, encryptor_->Update(content));
      return output_.Segment(sealed);
    }
    if (content.size() > limits::kAuthenticatedOctets - plain_.size()) {
      return MakeReason(ReasonCode::kLimitExceeded).With("limit", "kAuthenticatedOctets");
    }
    return plain_.Append(content);
  }

  Result<void> Finish() {
    if (encryptor_) {
      SIGNET_ASSIGN(const ByteView last, encryptor_->Finish());
      SIGNET_TRY(output_.Segment(last));
      return output_.CloseAll();
    }
    LargeBuffer sealed;
    SIGNET_TRY(sealed.Resize(plain_.size() + cipher_.tag_octets));
    SIGNET_TRY(nss::EncryptAuthenticated(cipher_, key_.get(), {}, plain_.view(), sealed.span()));
    plain_ = LargeBuffer();
    SIGNET_TRY(output_.Segment(sealed.view().first(sealed.size() - cipher_.tag_octets)));
    SIGNET_TRY(output_.Close());
    SIGNET_TRY(output_.Close());
    SIGNET_TRY(output_.Write(
        asn1::EncodeValue(asn1::kOctetString, sealed.view().last(cipher_.tag_octets))));
    return output_.CloseAll();
  }

 private:
  [[nodiscard]] bool IsAuthenticated() const { return nss::IsAuthenticated(cipher_.cipher); }

  nss::ContentCipher cipher_;
  nss::UniqueSymmetricKey key_;
  BerOutput output_;
  // CBC.
  std::optional<nss::CbcEncryptor> encryptor_;
  // GCM.
  LargeBuffer plain_;
};

EnvelopedDataWriter::EnvelopedDataWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
EnvelopedDataWriter::EnvelopedDataWriter(EnvelopedDataWriter&&) noexcept = default;
EnvelopedDataWriter& EnvelopedDataWriter::operator=(EnvelopedDataWriter&&) noexcept = default;
EnvelopedDataWriter::~EnvelopedDataWriter() = default;

Result<EnvelopedDataWriter> EnvelopedDataWriter::Begin(const EnvelopedDataPlan& plan,
                                                       mime::Sink sink) {
  if (plan.recipients.empty()) {
    return MakeReason(ReasonCode::kNoRecipients);
  }
  SIGNET_ASSIGN(nss::ContentCipher cipher, nss::NewContentCipher(plan.cipher));
  SIGNET_ASSIGN(nss::UniqueSymmetricKey key, nss::NewContentKey(plan.cipher));
  auto impl = std::make_unique<Impl>(std::move(cipher), std::move(key), std::move(sink));
  SIGNET_TRY(impl->Start(plan));
  return EnvelopedDataWriter(std::move(impl));
}

Result<void> EnvelopedDataWriter::Update(ByteView content) {
  return impl_->Update(content);
}

Result<void> EnvelopedDataWriter::Finish() {
  return impl_->Finish();
}

}  // namespace signet::cms

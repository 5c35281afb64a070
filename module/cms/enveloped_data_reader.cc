// Reads EnvelopedData (RFC 5652, 6.1) and AuthEnvelopedData (RFC 5083, 2.1) as they arrive. CBC
// content is decrypted on its way to the sink; authenticated content is held until its tag is
// checked.
#include <algorithm>
#include <optional>
#include <utility>

#include "asn1/ber_to_der.h"
#include "asn1/der_reader.h"
#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "base/large_buffer.h"
#include "base/limits.h"
#include "cms/content_keys.h"
#include "cms/gather.h"
#include "cms/type_reader.h"

namespace signet::cms {
namespace {

namespace oid = asn1::oid;

// Pieces that content is decrypted and handed on in.
constexpr std::size_t kPieceOctets = std::size_t{64} << 10U;

Reason LimitExceeded(std::string_view limit) {
  return MakeReason(ReasonCode::kLimitExceeded).With("limit", std::string(limit));
}

Reason DecryptionFailed() {
  return MakeReason(ReasonCode::kDecryptionFailed);
}

class EnvelopedDataReader final : public TypeReader {
 public:
  EnvelopedDataReader(std::size_t base_depth, bool authenticated, ContentSink& sink,
                      KeySource* keys)
      : TypeReader(base_depth), sink_(&sink), keys_(keys) {
    data_.authenticated = authenticated;
  }

  Result<asn1::BerTake> OnElement(const asn1::BerElement& element) override {
    switch (Depth(element)) {
      case 0:
        if (!element.IsUniversal(kSequenceNumber)) {
          break;
        }
        return asn1::BerTake::kEnter;
      case 1:
        return OnMember(element);
      default:
        if (member_ == Member::kRecipients) {
          return asn1::BerTake::kCollect;
        }
        return OnContentInfo(element);
    }
    return Unexpected(element);
  }

  Result<void> OnValue(const asn1::BerElement& /*element*/, ByteView octets) override {
    switch (member_) {
      case Member::kVersion:
        return ReadVersion(octets);
      case Member::kOriginator:
        return ReadOriginator(octets);
      case Member::kRecipients:
        return AddRecipients(octets);
      case Member::kContent:
        return ReadContentInfo(octets);
      case Member::kAttributes:
        return ReadMemberAttributes(octets);
      case Member::kMac:
        return ReadMac(octets);
      case Member::kUnauthenticatedAttributes: {
        SIGNET_ASSIGN(const Bytes der, asn1::BerToDer(octets));
        SIGNET_ASSIGN(data_.unprotected_attributes, ReadAttributes(der));
        return {};
      }
      case Member::kNone:
        break;
    }
    return {};
  }

  Result<void> OnChunk(const asn1::BerElement& /*element*/, ByteView octets) override {
    if (!cbc_) {
      if (octets.size() > limits::kAuthenticatedOctets - sealed_.size()) {
        return LimitExceeded("kAuthenticatedOctets");
      }
      return sealed_.Append(octets);
    }
    return gather_.Push(octets, [this](ByteView piece) { return Decrypt(piece); });
  }

  Result<void> OnEnd(const asn1::BerElement& element) override {
    if (Depth(element) == 2) {
      // The end of encryptedContent.
      return cbc_ ? FinishCbc() : Result<void>{};
    }
    if (Depth(element) == 1) {
      if (member_ == Member::kRecipients && data_.recipients.empty()) {
        return Fail(element, "recipientInfos without a recipient");
      }
      if (member_ == Member::kContent && !has_content_) {
        return Fail(element, "encryptedContentInfo without encrypted content");
      }
      return {};
    }
    if (member_ < (data_.authenticated ? Member::kMac : Member::kContent)) {
      return Fail(element, "an encrypted object without all of its members");
    }
    return {};
  }

  Result<Decoded> Finish() override {
    if (failure_) {
      return std::unexpected(*failure_);
    }
    if (data_.authenticated) {
      SIGNET_TRY(OpenSealed());
    }
    return Decoded{
        ToBytes((data_.authenticated ? oid::kAuthEnvelopedData : oid::kEnvelopedData).bytes()),
        data_, 0};
  }

  [[nodiscard]] const EnvelopedData* Encrypted() const override { return &data_; }

 private:
  // Members in the order they must have; the one that was read last.
  enum class Member : std::uint8_t {
    kNone,
    kVersion,
    kOriginator,
    kRecipients,
    kContent,
    // [1]: unprotectedAttrs of EnvelopedData, authAttrs of AuthEnvelopedData.
    kAttributes,
    kMac,
    kUnauthenticatedAttributes,
  };

  static Reason Unexpected(const asn1::BerElement& element) {
    return Fail(element, "an element of another type than encrypted objects have here");
  }

  Result<asn1::BerTake> OnMember(const asn1::BerElement& element) {
    if (member_ == Member::kNone && element.IsUniversal(kIntegerNumber)) {
      member_ = Member::kVersion;
      return asn1::BerTake::kCollect;
    }
    if (member_ == Member::kVersion && element.IsContext(0)) {
      member_ = Member::kOriginator;
      return asn1::BerTake::kCollect;
    }
    if ((member_ == Member::kVersion || member_ == Member::kOriginator) &&
        element.IsUniversal(kSetNumber)) {
      member_ = Member::kRecipients;
      return asn1::BerTake::kEnter;
    }
    if (member_ == Member::kRecipients && element.IsUniversal(kSequenceNumber)) {
      member_ = Member::kContent;
      return asn1::BerTake::kEnter;
    }
    if (member_ == Member::kContent && element.IsContext(1)) {
      member_ = Member::kAttributes;
      return asn1::BerTake::kCollect;
    }
    if (data_.authenticated) {
      if ((member_ == Member::kContent || member_ == Member::kAttributes) &&
          element.IsUniversal(kOctetStringNumber)) {
        member_ = Member::kMac;
        return asn1::BerTake::kCollect;
      }
      if (member_ == Member::kMac && element.IsContext(2)) {
        member_ = Member::kUnauthenticatedAttributes;
        return asn1::BerTake::kCollect;
      }
    }
    return Unexpected(element);
  }

  // EncryptedContentInfo ::= SEQUENCE { contentType, contentEncryptionAlgorithm,
  // encryptedContent [0] IMPLICIT OCTET STRING OPTIONAL }
  Result<asn1::BerTake> OnContentInfo(const asn1::BerElement& element) {
    if (data_.content_type.empty()) {
      if (element.IsUniversal(kObjectIdentifierNumber)) {
        return asn1::BerTake::kCollect;
      }
    } else if (data_.content_encryption_algorithm.der.empty()) {
      if (element.IsUniversal(kSequenceNumber)) {
        return asn1::BerTake::kCollect;
      }
    } else if (element.IsContext(0) && !std::exchange(has_content_, true)) {
      return StartContent();
    }
    return Unexpected(element);
  }

  Result<void> ReadVersion(ByteView octets) {
    SIGNET_ASSIGN(data_.version, ReadSmallUnsigned(octets));
    return {};
  }

  // OriginatorInfo ::= SEQUENCE { certs [0] OPTIONAL, crls [1] OPTIONAL }
  Result<void> ReadOriginator(ByteView octets) {
    SIGNET_ASSIGN(const Bytes der, asn1::BerToDer(octets));
    asn1::DerReader outer(der);
    SIGNET_ASSIGN(asn1::DerReader reader, outer.Enter(asn1::ContextConstructedTag(0)));
    SIGNET_TRY(ReadList(reader, 0, limits::kCmsCertificates, data_.certificates));
    SIGNET_TRY(ReadList(reader, 1, limits::kCmsRevocationLists, data_.crls));
    return reader.Finish();
  }

  static Result<void> ReadList(asn1::DerReader& reader, unsigned number, std::size_t most,
                               std::vector<Bytes>& out) {
    if (!reader.NextIs(asn1::ContextConstructedTag(number))) {
      return {};
    }
    SIGNET_ASSIGN(asn1::DerReader list, reader.Enter(asn1::ContextConstructedTag(number)));
    while (!list.AtEnd()) {
      SIGNET_ASSIGN(const asn1::Element value, list.ReadAny());
      if (out.size() == most) {
        return LimitExceeded(number == 0 ? "kCmsCertificates" : "kCmsRevocationLists");
      }
      if (value.tag == asn1::kSequence) {
        out.push_back(ToBytes(value.der));
      }
    }
    return {};
  }

  Result<void> AddRecipients(ByteView octets) {
    if (data_.recipients.size() >= limits::kCmsRecipients) {
      return LimitExceeded("kCmsRecipients");
    }
    SIGNET_ASSIGN(std::vector<ReadRecipient> recipients,
                  ReadRecipientInfo(octets, limits::kCmsRecipients - data_.recipients.size()));
    for (ReadRecipient& read : recipients) {
      const std::string where = "recipient " + std::to_string(data_.recipients.size() + 1);
      if (read.recipient.reason) {
        read.recipient.reason->where = where + (read.recipient.reason->where.empty() ? "" : ", ") +
                                       read.recipient.reason->where;
      }
      data_.recipients.push_back(std::move(read.recipient));
      methods_.push_back(std::move(read.method));
    }
    return {};
  }

  Result<void> ReadContentInfo(ByteView octets) {
    if (data_.content_type.empty()) {
      SIGNET_ASSIGN(data_.content_type, ReadSmallOid(octets));
      return {};
    }
    SIGNET_ASSIGN(const Bytes der, asn1::BerToDer(octets));
    asn1::DerReader reader(der);
    SIGNET_ASSIGN(data_.content_encryption_algorithm, ReadAlgorithmIdentifier(reader));
    data_.cipher = DottedText(data_.content_encryption_algorithm.oid);
    return {};
  }

  // Everything that the content needs is known now. Where it cannot be opened it is passed over, so
  // that the rest of the object is read and can be shown.
  Result<asn1::BerTake> StartContent() {
    if (Result<void> result = PrepareContent(); !result) {
      if (result.error().code == ReasonCode::kCancelled) {
        return std::unexpected(std::move(result).error());
      }
      failure_ = std::move(result).error();
      return asn1::BerTake::kSkip;
    }
    return asn1::BerTake::kStream;
  }

  Result<void> PrepareContent() {
    SIGNET_ASSIGN(encryption_, ReadContentEncryption(data_.content_encryption_algorithm));
    data_.cipher = encryption_.Name();
    const nss::Cipher cipher = encryption_.cipher.cipher;
    if (nss::IsWeak(cipher)) {
      data_.findings.push_back(MakeReason(ReasonCode::kWeakCipher).With("algorithm", data_.cipher));
    }
    // RFC 5083, 1: the one is for ciphers with a tag, the other for those without.
    if (nss::IsAuthenticated(cipher) != data_.authenticated) {
      return MakeReason(ReasonCode::kAlgorithmRefused)
          .With("algorithm", data_.cipher)
          .With("oid", DottedText(data_.content_encryption_algorithm.oid))
          .Because("this cipher does not belong into this content type");
    }
    SIGNET_ASSIGN(candidates_, FindContentKeys(keys_, encryption_, methods_, data_.recipients));
    if (data_.authenticated) {
      return {};
    }
    // The content streams by once: the key must be chosen before.
    chosen_ = candidates_.back().is_certain ? candidates_.size() - 1 : 0;
    SIGNET_ASSIGN(cbc_,
                  nss::CbcDecryptor::Begin(encryption_.cipher, candidates_[chosen_].key.get()));
    return sink_->OnContentType(data_.content_type);
  }

  Result<void> Decrypt(ByteView octets) {
    while (!octets.empty()) {
      const ByteView piece = octets.first(std::min(octets.size(), kPieceOctets));
      octets = octets.subspan(piece.size());
      SIGNET_ASSIGN(const ByteView plain, cbc_->Update(piece));
      SIGNET_TRY(Deliver(plain));
    }
    return {};
  }

  Result<void> Deliver(ByteView plain) {
    if (plain.empty()) {
      return {};
    }
    data_.octets += plain.size();
    return sink_->OnContent(plain);
  }

  Result<void> FinishCbc() {
    SIGNET_TRY(gather_.Flush([this](ByteView piece) { return Decrypt(piece); }));
    const Result<ByteView> last = cbc_->Finish();
    if (!last) {
      failure_ = last.error();
      SetFailed(chosen_);
      return {};
    }
    SIGNET_TRY(Deliver(*last));
    SetOpened(chosen_);
    return {};
  }

  void SetOpened(std::size_t candidate) {
    Recipient& recipient = data_.recipients[candidates_[candidate].recipient];
    recipient.state = RecipientState::kOpened;
    data_.opened_by = candidates_[candidate].recipient;
  }

  void SetFailed(std::size_t candidate) {
    Recipient& recipient = data_.recipients[candidates_[candidate].recipient];
    recipient.state = RecipientState::kFailed;
    recipient.reason = DecryptionFailed();
  }

  Result<void> ReadMemberAttributes(ByteView octets) {
    SIGNET_ASSIGN(Bytes der, asn1::BerToDer(octets));
    if (!data_.authenticated) {
      SIGNET_ASSIGN(data_.unprotected_attributes, ReadAttributes(der));
      return {};
    }
    SIGNET_ASSIGN(data_.authenticated_attributes, ReadAttributes(der));
    // RFC 5083, 2.2: authenticated is the DER "with an EXPLICIT SET OF tag".
    der.front() = asn1::kSet;
    additional_ = std::move(der);
    return {};
  }

  Result<void> ReadMac(ByteView octets) {
    SIGNET_ASSIGN(const Bytes der, asn1::BerToDer(octets));
    asn1::DerReader reader(der);
    SIGNET_ASSIGN(const ByteView mac, reader.ReadOctetString());
    mac_ = ToBytes(mac);
    return {};
  }

  // RFC 5083, 2.1: the attributes "MUST be present if the content type [...] is not id-data", and
  // then have the content type.
  Result<void> CheckContentTypeAttribute() {
    bool is_present = false;
    for (const Attribute& attribute : data_.authenticated_attributes) {
      if (ByteView(attribute.type) != oid::kContentType) {
        continue;
      }
      const Bytes wanted = asn1::EncodeValue(asn1::kObjectIdentifier, data_.content_type);
      if (is_present || attribute.values.size() != 1 || attribute.values.front() != wanted) {
        return Malformed("authAttrs", "the content type is not that of the content");
      }
      is_present = true;
    }
    if (!is_present && ByteView(data_.content_type) != oid::kData) {
      return Malformed("authAttrs", "the content type is missing");
    }
    return {};
  }

  // Checks the tag and hands the content on. Until here the sink has got nothing.
  Result<void> OpenSealed() {
    SIGNET_TRY(CheckContentTypeAttribute());
    if (mac_.size() != encryption_.cipher.tag_octets) {
      return Malformed("mac", "not of the length that the algorithm says");
    }
    const std::size_t plain_octets = sealed_.size();
    SIGNET_TRY(sealed_.Append(mac_));
    LargeBuffer plain;
    SIGNET_TRY(plain.Resize(plain_octets));
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Result<void> opened = nss::DecryptAuthenticated(
          encryption_.cipher, candidates_[i].key.get(), additional_, sealed_.view(), plain.span());
      if (!opened) {
        SetFailed(i);
        continue;
      }
      SetOpened(i);
      sealed_ = {};  // the sink may need as much again
      SIGNET_TRY(sink_->OnContentType(data_.content_type));
      ByteView rest = plain.view();
      while (!rest.empty()) {
        const ByteView piece = rest.first(std::min(rest.size(), kPieceOctets));
        rest = rest.subspan(piece.size());
        SIGNET_TRY(Deliver(piece));
      }
      return {};
    }
    return DecryptionFailed();
  }

  ContentSink* sink_;
  KeySource* keys_;
  EnvelopedData data_;
  std::vector<RecipientMethod> methods_;
  Member member_ = Member::kNone;
  bool has_content_ = false;
  ContentEncryption encryption_;
  std::vector<CandidateKey> candidates_;
  // CBC: the candidate that is used.
  std::size_t chosen_ = 0;
  std::optional<nss::CbcDecryptor> cbc_;
  Gather gather_;
  // Authenticated ciphers: ciphertext, additional data and tag.
  LargeBuffer sealed_;
  Bytes additional_;
  Bytes mac_;
  // Why the content was passed over, or is not what was sent.
  std::optional<Reason> failure_;
};

}  // namespace

std::unique_ptr<TypeReader> MakeEnvelopedDataReader(std::size_t base_depth, bool authenticated,
                                                    ContentSink& sink, KeySource* keys) {
  return std::make_unique<EnvelopedDataReader>(base_depth, authenticated, sink, keys);
}

}  // namespace signet::cms

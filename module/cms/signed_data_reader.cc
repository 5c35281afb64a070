// Reads SignedData (RFC 5652, 5.1) as it arrives: the content goes through, everything else is
// collected member by member.
#include <algorithm>
#include <optional>
#include <utility>

#include "asn1/ber_to_der.h"
#include "asn1/der_reader.h"
#include "asn1/oids.h"
#include "base/limits.h"
#include "cms/gather.h"
#include "cms/signer_info.h"
#include "cms/type_reader.h"

namespace signet::cms {
namespace {

namespace oid = asn1::oid;

Reason LimitExceeded(std::string_view limit) {
  return MakeReason(ReasonCode::kLimitExceeded).With("limit", std::string(limit));
}

class SignedDataReader final : public TypeReader {
 public:
  SignedDataReader(std::size_t base_depth, ContentSink& sink)
      : TypeReader(base_depth), sink_(&sink) {}

  Result<asn1::BerTake> OnElement(const asn1::BerElement& element) override {
    switch (Depth(element)) {
      case 0:
        return Take(element, kSequenceNumber, asn1::BerTake::kEnter);
      case 1:
        return OnMember(element);
      case 2:
        return OnInner(element);
      default:
        // Within eContent.
        SIGNET_ASSIGN(const asn1::BerTake take,
                      Take(element, kOctetStringNumber, asn1::BerTake::kStream));
        if (std::exchange(has_octets_, true)) {
          return Fail(element, "more than one eContent");
        }
        return take;
    }
  }

  Result<void> OnValue(const asn1::BerElement& element, ByteView octets) override {
    switch (member_) {
      case Member::kVersion:
        return ReadVersion(octets);
      case Member::kDigestAlgorithms:
        return ReadDigestAlgorithms(octets);
      case Member::kContent:
        return ReadContentType(octets);
      case Member::kCertificates:
        return AddCertificate(element, octets);
      case Member::kRevocation:
        return AddRevocation(element, octets);
      case Member::kSigners:
        return AddSigner(octets);
      case Member::kNone:
        break;
    }
    return {};
  }

  Result<void> OnChunk(const asn1::BerElement& /*element*/, ByteView octets) override {
    return gather_.Push(octets, [this](ByteView piece) { return Consume(piece); });
  }

  Result<void> OnEnd(const asn1::BerElement& element) override {
    // The end of eContent's [0], within which the OCTET STRING was.
    if (Depth(element) == 2 && member_ == Member::kContent) {
      if (!has_octets_) {
        return Fail(element, "an empty eContent");
      }
      SIGNET_TRY(gather_.Flush([this](ByteView piece) { return Consume(piece); }));
      SIGNET_ASSIGN(data_.content, digester_->Finish());
      digester_.reset();
    } else if (Depth(element) == 1 && member_ == Member::kContent && data_.content_type.empty()) {
      return Fail(element, "encapContentInfo without a type");
    } else if (Depth(element) == 0 && member_ != Member::kSigners) {
      return Fail(element, "SignedData without signerInfos");
    }
    return {};
  }

  Result<Decoded> Finish() override {
    return Decoded{ToBytes(oid::kSignedData.bytes()), std::move(data_), 0};
  }

 private:
  // Members in the order they must have; the one that was read last.
  enum class Member : std::uint8_t {
    kNone,
    kVersion,
    kDigestAlgorithms,
    kContent,
    kCertificates,
    kRevocation,
    kSigners,
  };

  static Result<asn1::BerTake> Take(const asn1::BerElement& element, std::uint32_t number,
                                    asn1::BerTake take) {
    if (!element.IsUniversal(number)) {
      return Fail(element, "an element of another type than SignedData has here");
    }
    return take;
  }

  Result<asn1::BerTake> OnMember(const asn1::BerElement& element) {
    switch (member_) {
      case Member::kNone:
        member_ = Member::kVersion;
        return Take(element, kIntegerNumber, asn1::BerTake::kCollect);
      case Member::kVersion:
        member_ = Member::kDigestAlgorithms;
        return Take(element, kSetNumber, asn1::BerTake::kCollect);
      case Member::kDigestAlgorithms:
        member_ = Member::kContent;
        return Take(element, kSequenceNumber, asn1::BerTake::kEnter);
      case Member::kSigners:
        return Fail(element, "an element after signerInfos");
      default:
        break;
    }
    if (element.IsContext(0) && member_ < Member::kCertificates) {
      member_ = Member::kCertificates;
    } else if (element.IsContext(1) && member_ < Member::kRevocation) {
      member_ = Member::kRevocation;
    } else if (element.IsUniversal(kSetNumber)) {
      member_ = Member::kSigners;
    } else {
      return Fail(element, "an element of another type than SignedData has here");
    }
    return asn1::BerTake::kEnter;
  }

  // A child of encapContentInfo, certificates, crls or signerInfos.
  Result<asn1::BerTake> OnInner(const asn1::BerElement& element) {
    if (member_ == Member::kSigners) {
      return Take(element, kSequenceNumber, asn1::BerTake::kCollect);
    }
    if (member_ != Member::kContent) {
      return asn1::BerTake::kCollect;
    }
    if (data_.content_type.empty()) {
      return Take(element, kObjectIdentifierNumber, asn1::BerTake::kCollect);
    }
    if (!element.IsContext(0) || std::exchange(data_.has_content, true)) {
      return Fail(element, "an element of another type than encapContentInfo has here");
    }
    std::vector<nss::DigestAlgorithm> digests;
    for (const AlgorithmIdentifier& algorithm : data_.digest_algorithms) {
      if (const auto digest = nss::DigestFromOid(algorithm.oid);
          digest && std::ranges::find(digests, *digest) == digests.end()) {
        digests.push_back(*digest);
      }
    }
    SIGNET_ASSIGN(digester_, ContentDigester::ForEmbedded(digests));
    SIGNET_TRY(sink_->OnContentType(data_.content_type));
    return asn1::BerTake::kEnter;
  }

  Result<void> Consume(ByteView octets) {
    SIGNET_TRY(digester_->Update(octets));
    return sink_->OnContent(octets);
  }

  Result<void> ReadVersion(ByteView octets) {
    SIGNET_ASSIGN(data_.version, ReadSmallUnsigned(octets));
    return {};
  }

  Result<void> ReadContentType(ByteView octets) {
    SIGNET_ASSIGN(data_.content_type, ReadSmallOid(octets));
    return {};
  }

  // Each digest is named once here however often the sender did: hashing the content again and
  // again is the sender's cheapest way to make a reader work.
  Result<void> ReadDigestAlgorithms(ByteView octets) {
    SIGNET_ASSIGN(const Bytes der, asn1::BerToDer(octets));
    asn1::DerReader outer(der);
    SIGNET_ASSIGN(asn1::DerReader set, outer.ReadSet());
    while (!set.AtEnd()) {
      SIGNET_ASSIGN(AlgorithmIdentifier algorithm, ReadAlgorithmIdentifier(set));
      const bool is_known = std::ranges::any_of(
          data_.digest_algorithms,
          [&](const AlgorithmIdentifier& other) { return IsSameAlgorithm(algorithm, other); });
      if (is_known) {
        continue;
      }
      if (data_.digest_algorithms.size() == limits::kCmsDigestAlgorithms) {
        return LimitExceeded("kCmsDigestAlgorithms");
      }
      data_.digest_algorithms.push_back(std::move(algorithm));
    }
    return {};
  }

  // CertificateChoices (RFC 5652, 10.2.2).
  Result<void> AddCertificate(const asn1::BerElement& element, ByteView octets) {
    if (data_.certificates.size() + data_.other_certificates == limits::kCmsCertificates) {
      return LimitExceeded("kCmsCertificates");
    }
    if (element.IsUniversal(kSequenceNumber)) {
      data_.certificates.push_back(ToBytes(octets));
    } else {
      ++data_.other_certificates;
    }
    return {};
  }

  // RevocationInfoChoice (RFC 5652, 10.2.1): a CRL, or [1] OtherRevocationInfoFormat.
  Result<void> AddRevocation(const asn1::BerElement& element, ByteView octets) {
    if (data_.crls.size() + data_.ocsp_responses.size() + data_.other_revocation_info ==
        limits::kCmsRevocationLists) {
      return LimitExceeded("kCmsRevocationLists");
    }
    if (element.IsUniversal(kSequenceNumber)) {
      data_.crls.push_back(ToBytes(octets));
      return {};
    }
    if (auto response = ReadOcspResponse(octets)) {
      data_.ocsp_responses.push_back(std::move(*response));
    } else {
      ++data_.other_revocation_info;
    }
    return {};
  }

  // RFC 5940, 2.1: [1] IMPLICIT SEQUENCE { id-ri-ocsp-response, OCSPResponse }.
  static std::optional<Bytes> ReadOcspResponse(ByteView octets) {
    const Result<Bytes> der = asn1::BerToDer(octets);
    if (!der) {
      return std::nullopt;
    }
    asn1::DerReader outer(*der);
    auto other = outer.Enter(asn1::ContextConstructedTag(1));
    if (!other) {
      return std::nullopt;
    }
    const auto format = other->ReadOid();
    if (!format || *format != oid::kRevocationInfoOcsp) {
      return std::nullopt;
    }
    const auto response = other->ReadElement(asn1::kSequence);
    if (!response) {
      return std::nullopt;
    }
    return ToBytes(response->der);
  }

  Result<void> AddSigner(ByteView octets) {
    if (data_.signers.size() == limits::kCmsSigners) {
      return LimitExceeded("kCmsSigners");
    }
    Result<SignerInfo> signer = ReadSignerInfo(octets);
    if (!signer) {
      Reason reason = std::move(signer).error();
      reason.where = "signer " + std::to_string(data_.signers.size() + 1) +
                     (reason.where.empty() ? "" : ", " + reason.where);
      return std::unexpected(std::move(reason));
    }
    data_.signers.push_back(std::move(*signer));
    return {};
  }

  ContentSink* sink_;
  SignedData data_;
  Member member_ = Member::kNone;
  bool has_octets_ = false;
  std::optional<ContentDigester> digester_;
  Gather gather_;
};

}  // namespace

std::unique_ptr<TypeReader> MakeSignedDataReader(std::size_t base_depth, ContentSink& sink) {
  return std::make_unique<SignedDataReader>(base_depth, sink);
}

}  // namespace signet::cms

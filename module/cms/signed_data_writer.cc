#include "cms/signed_data_writer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "asn1/der_writer.h"
#include "asn1/oids.h"
#include "cms/algorithm_encoding.h"
#include "cms/attribute_encoding.h"
#include "cms/ber_output.h"
#include "cms/capabilities.h"
#include "cms/certificate_fields.h"
#include "nss/public_key.h"
#include "nss/signing.h"

namespace signet::cms {
namespace {

namespace oid = asn1::oid;

// RFC 5652, 5.1 and 5.3.
constexpr int kVersionByIssuer = 1;
constexpr int kVersionByKeyIdentifier = 3;

}  // namespace

class SignedDataWriter::Impl {
 public:
  Impl(SignedDataPlan plan, nss::Digest digest, nss::PublicKey public_key, mime::Sink sink)
      : plan_(std::move(plan)),
        digest_(std::move(digest)),
        public_key_(std::move(public_key)),
        output_(std::move(sink)) {}

  // Reads the fields of the plan's certificate, which the plan keeps alive.
  Result<void> Prepare() {
    SIGNET_ASSIGN(fields_, ReadCertificateFields(plan_.certificate));
    if (plan_.by_key_identifier && !fields_.subject_key_identifier) {
      return MakeReason(ReasonCode::kInvalidRequest)
          .Because("the certificate has no subject key identifier");
    }
    digest_algorithm_ = EncodeDigestAlgorithm(plan_.content_digest);
    return {};
  }

  // Everything before the content, where the content is inside.
  Result<void> Start() {
    if (plan_.detached) {
      return {};
    }
    asn1::DerWriter type;
    type.Oid(oid::kSignedData);
    asn1::DerWriter head;
    head.Integer(Version());
    head.SetOf({digest_algorithm_});
    asn1::DerWriter content_type;
    content_type.Oid(oid::kData);
    SIGNET_TRY(output_.Open(asn1::kSequence));
    SIGNET_TRY(output_.Write(type.octets()));
    SIGNET_TRY(output_.Open(asn1::ContextConstructedTag(0)));
    SIGNET_TRY(output_.Open(asn1::kSequence));
    SIGNET_TRY(output_.Write(head.octets()));
    SIGNET_TRY(output_.Open(asn1::kSequence));
    SIGNET_TRY(output_.Write(content_type.octets()));
    SIGNET_TRY(output_.Open(asn1::ContextConstructedTag(0)));
    return output_.Open(asn1::kOctetString | asn1::kConstructedBit);
  }

  Result<void> Update(ByteView content) {
    SIGNET_TRY(digest_.Update(content));
    return plan_.detached ? Result<void>() : output_.Segment(content);
  }

  Result<void> Finish() {
    SIGNET_ASSIGN(const Bytes message_digest, digest_.Finish());
    SIGNET_ASSIGN(const Bytes signer, SignerInfo(message_digest));
    if (plan_.detached) {
      return output_.Write(Detached(signer));
    }
    SIGNET_TRY(output_.Close());
    SIGNET_TRY(output_.Close());
    SIGNET_TRY(output_.Close());
    asn1::DerWriter rest;
    WriteRest(rest, signer);
    SIGNET_TRY(output_.Write(rest.octets()));
    return output_.CloseAll();
  }

 private:
  [[nodiscard]] int Version() const {
    return plan_.by_key_identifier ? kVersionByKeyIdentifier : kVersionByIssuer;
  }

  // Certificates and the signer.
  void WriteRest(asn1::DerWriter& writer, const Bytes& signer) const {
    std::vector<Bytes> certificates = {plan_.certificate};
    certificates.insert(certificates.end(), plan_.certificates.begin(), plan_.certificates.end());
    if (plan_.encryption_certificate) {
      certificates.push_back(*plan_.encryption_certificate);
    }
    std::ranges::sort(certificates);
    const auto repeated = std::ranges::unique(certificates);
    certificates.erase(repeated.begin(), repeated.end());
    writer.SetOf(std::move(certificates), asn1::ContextConstructedTag(0));
    writer.SetOf({signer});
  }

  [[nodiscard]] Bytes Detached(const Bytes& signer) const {
    asn1::DerWriter writer;
    writer.Sequence([&](asn1::DerWriter& info) {
      info.Oid(oid::kSignedData);
      info.Constructed(asn1::ContextConstructedTag(0), [&](asn1::DerWriter& explicit_content) {
        explicit_content.Sequence([&](asn1::DerWriter& signed_data) {
          signed_data.Integer(Version());
          signed_data.SetOf({digest_algorithm_});
          signed_data.Sequence([&](asn1::DerWriter& content) { content.Oid(oid::kData); });
          WriteRest(signed_data, signer);
        });
      });
    });
    return std::move(writer).Take();
  }

  // The Attributes, in DER's order.
  Result<Bytes> SignedAttributes(ByteView message_digest, ByteView signature_algorithm) const {
    std::vector<Bytes> attributes;
    const auto add = [&](const Oid& type, ByteView value) {
      attributes.push_back(EncodeAttribute(type, value));
    };
    add(oid::kContentType, asn1::EncodeValue(asn1::kObjectIdentifier, oid::kData.bytes()));
    add(oid::kMessageDigest, asn1::EncodeValue(asn1::kOctetString, message_digest));
    if (plan_.signing_time) {
      asn1::DerWriter time;
      time.Time(*plan_.signing_time);
      add(oid::kSigningTime, time.octets());
    }
    SIGNET_ASSIGN(const Bytes signing_certificate,
                  EncodeSigningCertificateV2(plan_.certificate, fields_));
    add(oid::kSigningCertificateV2, signing_certificate);
    add(oid::kCmsAlgorithmProtection,
        EncodeAlgorithmProtection(digest_algorithm_, signature_algorithm));
    if (!plan_.capabilities.empty()) {
      add(oid::kSmimeCapabilities, EncodeCapabilities(plan_.capabilities));
    }
    if (plan_.encryption_certificate) {
      SIGNET_ASSIGN(const CertificateFields preferred,
                    ReadCertificateFields(*plan_.encryption_certificate));
      add(oid::kEncryptionKeyPreference,
          EncodeIssuerAndSerial(preferred, asn1::ContextConstructedTag(0)));
      add(oid::kMicrosoftEncryptionKeyPreference, EncodeIssuerAndSerial(preferred));
    }
    asn1::DerWriter writer;
    writer.SetOf(std::move(attributes));
    return std::move(writer).Take();
  }

  Result<Bytes> SignerInfo(ByteView message_digest) const {
    const Bytes signature_algorithm = EncodeSignatureAlgorithm(plan_.algorithm);
    SIGNET_ASSIGN(Bytes attributes, SignedAttributes(message_digest, signature_algorithm));
    // RFC 5652, 5.4: the SET is signed, and sent as [0].
    SIGNET_ASSIGN(const Bytes signature,
                  nss::SignData(plan_.key, public_key_, plan_.algorithm, attributes));
    attributes.front() = asn1::ContextConstructedTag(0);
    asn1::DerWriter writer;
    writer.Sequence([&](asn1::DerWriter& signer) {
      signer.Integer(Version());
      if (plan_.by_key_identifier) {
        signer.Value(asn1::ContextTag(0), *fields_.subject_key_identifier);
      } else {
        signer.Raw(EncodeIssuerAndSerial(fields_));
      }
      signer.Raw(digest_algorithm_);
      signer.Raw(attributes);
      signer.Raw(signature_algorithm);
      signer.OctetString(signature);
    });
    return std::move(writer).Take();
  }

  SignedDataPlan plan_;
  nss::Digest digest_;
  nss::PublicKey public_key_;
  BerOutput output_;
  CertificateFields fields_;
  Bytes digest_algorithm_;
};

SignedDataWriter::SignedDataWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SignedDataWriter::SignedDataWriter(SignedDataWriter&&) noexcept = default;
SignedDataWriter& SignedDataWriter::operator=(SignedDataWriter&&) noexcept = default;
SignedDataWriter::~SignedDataWriter() = default;

Result<SignedDataWriter> SignedDataWriter::Begin(SignedDataPlan plan, mime::Sink sink) {
  const auto fields = ReadCertificateFields(plan.certificate);
  auto public_key = fields ? nss::PublicKey::FromSpki(fields->public_key_info)
                           : Result<nss::PublicKey>(std::unexpected(fields.error()));
  if (!public_key) {
    return MakeReason(ReasonCode::kCertificateMalformed).Because(public_key.error().diagnostic);
  }
  SIGNET_ASSIGN(nss::Digest digest, nss::Digest::Begin(plan.content_digest));
  auto impl = std::make_unique<Impl>(std::move(plan), std::move(digest), std::move(*public_key),
                                     std::move(sink));
  SIGNET_TRY(impl->Prepare());
  SIGNET_TRY(impl->Start());
  return SignedDataWriter(std::move(impl));
}

Result<void> SignedDataWriter::Update(ByteView content) {
  return impl_->Update(content);
}

Result<void> SignedDataWriter::Finish() {
  return impl_->Finish();
}

}  // namespace signet::cms

#include "cms/verify_signer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "asn1/oids.h"
#include "base/limits.h"
#include "cms/certificate_fields.h"
#include "nss/public_key.h"
#include "nss/signature.h"

namespace signet::cms {
namespace {

// How telling a reason is; the lowest comes first.
int Weight(ReasonCode code) {
  switch (code) {
    case ReasonCode::kSignedAttributesAsContent:
      return 0;
    case ReasonCode::kEmbeddedContent:
      return 1;
    case ReasonCode::kAltered:
      return 2;
    case ReasonCode::kAlgorithmRefused:
    case ReasonCode::kAlgorithmUnsupported:
    case ReasonCode::kWeakKey:
    case ReasonCode::kKeyInvalid:
    case ReasonCode::kCertificateMalformed:
      return 3;
    case ReasonCode::kSignatureMismatch:
      return 4;
    default:
      return 5;
  }
}

Reason UnknownDigest(ByteView oid) {
  const std::string_view refused = nss::RefusedDigestName(oid);
  return MakeReason(refused.empty() ? ReasonCode::kAlgorithmUnsupported
                                    : ReasonCode::kAlgorithmRefused)
      .With("algorithm", refused.empty() ? DottedText(oid) : std::string(refused))
      .With("oid", DottedText(oid));
}

class Verification {
 public:
  Verification(const SignedData& signed_data, std::size_t index, const ContentDigests* detached,
               ByteView certificate)
      : signed_data_(&signed_data),
        signer_(&signed_data.signers[index]),
        detached_(detached),
        certificate_(certificate),
        where_("signer " + std::to_string(index + 1)) {}

  SignerOutcome Run(const nss::PublicKey* key) && {
    ReadDigest();
    ReadSignature();
    ReadCertificate(key);
    ChooseContent();
    CheckAttributes();
    CheckUnsignedAttributes();
    CheckForm();
    CheckSigningCertificate();
    CheckAlgorithmProtection();
    if (signer_->signed_attributes) {
      VerifyWithAttributes();
    } else {
      VerifyWithoutAttributes();
    }
    outcome_.valid = outcome_.reasons.empty();
    if (outcome_.valid) {
      NoteWeakDigests();
    }
    std::ranges::stable_sort(outcome_.reasons, {},
                             [](const Reason& reason) { return Weight(reason.code); });
    return std::move(outcome_);
  }

 private:
  void Add(Reason reason) {
    reason.where = where_;
    outcome_.reasons.push_back(std::move(reason));
  }

  void ReadDigest() {
    digest_ = nss::DigestFromOid(signer_->digest_algorithm.oid);
    if (!digest_) {
      Add(UnknownDigest(signer_->digest_algorithm.oid));
    } else if (!nss::IsAvailable(*digest_)) {
      Add(MakeReason(ReasonCode::kAlgorithmUnsupported)
              .With("algorithm", std::string(nss::DigestName(*digest_)))
              .With("oid", DottedText(signer_->digest_algorithm.oid)));
      digest_.reset();
    }
  }

  void ReadSignature() {
    outcome_.algorithm =
        nss::SignatureName(signer_->signature_algorithm.oid, signer_->digest_algorithm.oid);
    auto algorithm = nss::ParseSignatureAlgorithm(signer_->signature_algorithm.der, digest_);
    if (!algorithm) {
      // Without the digest the failure above has said it already, if the identifier is the key's.
      if (digest_ || outcome_.reasons.empty()) {
        Add(std::move(algorithm.error()).With("oid", DottedText(signer_->signature_algorithm.oid)));
      }
      return;
    }
    outcome_.algorithm = algorithm->Name();
    // RFC 5754, 3 and RFC 4056, 3: one digest for the content and the signature.
    if (digest_ && algorithm->digest && *algorithm->digest != *digest_) {
      Add(MakeReason(ReasonCode::kAlgorithmRefused)
              .With("algorithm", outcome_.algorithm + ", " + std::string(nss::DigestName(*digest_)))
              .With("oid", DottedText(signer_->signature_algorithm.oid))
              .Because("signature and message digest use different digests"));
      return;
    }
    algorithm_ = *algorithm;
  }

  void ReadCertificate(const nss::PublicKey* key) {
    auto fields = ReadCertificateFields(certificate_);
    if (!fields) {
      Add(MakeReason(ReasonCode::kCertificateMalformed)
              .Because(fields.error().where + ": " + fields.error().diagnostic));
      return;
    }
    fields_ = *fields;
    if (key != nullptr) {
      key_ = *key;
    } else if (auto own = nss::PublicKey::FromSpki(fields->public_key_info)) {
      key_ = std::move(*own);
    } else {
      Add(std::move(own).error());
      return;
    }
    const bool is_rsa = key_->type() == nss::KeyType::kRsa || key_->type() == nss::KeyType::kRsaPss;
    if (is_rsa && key_->bits() < limits::kRsaBitsLeast) {
      Add(MakeReason(ReasonCode::kWeakKey).With("algorithm", key_->Name()));
      key_.reset();
    }
  }

  void ChooseContent() {
    if (detached_ != nullptr) {
      content_ = detached_;
      if (signed_data_->has_content) {
        Add(MakeReason(ReasonCode::kEmbeddedContent));
      }
    } else if (signed_data_->content) {
      content_ = &*signed_data_->content;
    } else {
      Add(MakeReason(ReasonCode::kContentNotAvailable));
    }
  }

  void CheckAttributes() {
    if (!signer_->signed_attributes) {
      return;
    }
    const SignedAttributes& attributes = *signer_->signed_attributes;
    for (const Reason& fault : attributes.faults) {
      Add(fault);
    }
    if (attributes.content_type && *attributes.content_type != signed_data_->content_type) {
      Add(MakeReason(ReasonCode::kSignedAttributeInvalid)
              .With("attribute", "content type")
              .Because("the attribute says " + DottedText(*attributes.content_type) +
                       ", the content is " + DottedText(signed_data_->content_type)));
    }
    if (!attributes.message_digest || content_ == nullptr || !digest_) {
      return;
    }
    auto digest = ContentDigest();
    if (!digest) {
      Add(std::move(digest).error());
    } else if (*digest != *attributes.message_digest) {
      Add(MakeReason(ReasonCode::kAltered));
    }
  }

  // The digest of the content by the signer's algorithm.
  [[nodiscard]] Result<Bytes> ContentDigest() const {
    if (const auto found = content_->digests.find(*digest_); found != content_->digests.end()) {
      return found->second;
    }
    if (content_->kept) {
      return nss::ComputeDigest(*digest_, *content_->kept);
    }
    return Malformed(where_,
                     "digestAlgorithms does not announce the signer's digest, and the "
                     "content is too large to be kept");
  }

  // RFC 5652, 11.1 to 11.3: what the signer did not sign must not look like what it says.
  void CheckUnsignedAttributes() {
    for (const Attribute& attribute : signer_->unsigned_attributes) {
      const ByteView type = attribute.type;
      std::string_view name;
      if (type == asn1::oid::kContentType) {
        name = "content type";
      } else if (type == asn1::oid::kMessageDigest) {
        name = "message digest";
      } else if (type == asn1::oid::kSigningTime) {
        name = "signing time";
      }
      if (!name.empty()) {
        Add(MakeReason(ReasonCode::kSignedAttributeInvalid)
                .With("attribute", std::string(name))
                .Because("it must not be an unsigned attribute"));
      }
    }
  }

  // What the absence of signed attributes asks for.
  void CheckForm() {
    if (signer_->signed_attributes) {
      return;
    }
    // RFC 5652, 5.3: they "MUST be present if the content type [...] is not id-data".
    if (ByteView(signed_data_->content_type) != asn1::oid::kData) {
      Add(MakeReason(ReasonCode::kSignedAttributesMissing));
    }
    if (content_ != nullptr && content_->is_signed_attributes) {
      Add(MakeReason(ReasonCode::kSignedAttributesAsContent));
    }
  }

  void CheckSigningCertificate() {
    if (!signer_->signed_attributes || !fields_) {
      return;
    }
    const SignedAttributes& attributes = *signer_->signed_attributes;
    for (const auto* list : {&attributes.signing_certificate, &attributes.signing_certificate_v2}) {
      if (!list->empty() && !CheckEss(list->front())) {
        return;
      }
    }
  }

  // RFC 5035, 5.4: the first ESSCertID "MUST be" the signer's certificate.
  bool CheckEss(const EssCertificateId& id) {
    const auto algorithm = nss::DigestFromOid(id.digest_oid);
    if (!algorithm) {
      Add(UnknownDigest(id.digest_oid));
      return false;
    }
    auto hash = nss::ComputeDigest(*algorithm, certificate_);
    if (!hash) {
      Add(std::move(hash).error());
      return false;
    }
    const bool is_same_issuer =
        !id.issuer_and_serial || (Equal(id.issuer_and_serial->issuer, fields_->issuer) &&
                                  Equal(id.issuer_and_serial->serial, fields_->serial));
    if (*hash != id.hash || !is_same_issuer) {
      Add(MakeReason(ReasonCode::kSigningCertificateMismatch));
      return false;
    }
    return true;
  }

  // RFC 6211, 2: both must be those of the SignerInfo.
  void CheckAlgorithmProtection() {
    if (!signer_->signed_attributes || !signer_->signed_attributes->algorithm_protection) {
      return;
    }
    const AlgorithmProtection& protection = *signer_->signed_attributes->algorithm_protection;
    if (!IsSameAlgorithm(protection.digest_algorithm, signer_->digest_algorithm) ||
        !protection.signature_algorithm ||
        !IsSameAlgorithm(*protection.signature_algorithm, signer_->signature_algorithm)) {
      Add(MakeReason(ReasonCode::kAlgorithmProtectionMismatch));
    }
  }

  void VerifyWithAttributes() {
    if (!algorithm_ || !key_) {
      return;
    }
    const SignedAttributes& attributes = *signer_->signed_attributes;
    Result<void> result = nss::VerifyData(*key_, *algorithm_, attributes.der, signer_->signature);
    // RFC 5652, 5.4: signed is the DER, whose order the sender may not have kept when it wrote the
    // attributes down. Others sign the order that they send; both are the same set.
    if (!result && result.error().code == ReasonCode::kSignatureMismatch &&
        !attributes.sorted_der.empty()) {
      result = nss::VerifyData(*key_, *algorithm_, attributes.sorted_der, signer_->signature);
    }
    if (!result) {
      Add(std::move(result).error());
    }
  }

  void VerifyWithoutAttributes() {
    if (!algorithm_ || !key_ || content_ == nullptr) {
      return;
    }
    Result<void> result;
    if (algorithm_->digest) {
      if (!digest_) {
        return;
      }
      auto digest = ContentDigest();
      if (!digest) {
        Add(std::move(digest).error());
        return;
      }
      result = nss::VerifyDigest(*key_, *algorithm_, *digest, signer_->signature);
    } else if (content_->kept) {
      result = nss::VerifyData(*key_, *algorithm_, *content_->kept, signer_->signature);
    } else {
      Add(MakeReason(ReasonCode::kLimitExceeded).With("limit", "kCmsKeptContentOctets"));
      return;
    }
    if (result) {
      return;
    }
    if (result.error().code == ReasonCode::kSignatureMismatch) {
      // Content and key cannot be told apart here: that the content was changed is by far the more
      // common.
      Add(MakeReason(ReasonCode::kAltered)
              .Because("no signed attributes: content, signature or key"));
      return;
    }
    Add(std::move(result).error());
  }

  void NoteWeakDigests() {
    if (digest_ && nss::IsWeakDigest(*digest_)) {
      Add(MakeReason(ReasonCode::kWeakDigest)
              .With("algorithm", std::string(nss::DigestName(*digest_))));
    }
  }

  const SignedData* signed_data_;
  const SignerInfo* signer_;
  const ContentDigests* detached_;
  ByteView certificate_;
  std::string where_;
  std::optional<nss::DigestAlgorithm> digest_;
  std::optional<nss::SignatureAlgorithm> algorithm_;
  std::optional<CertificateFields> fields_;
  std::optional<nss::PublicKey> key_;
  const ContentDigests* content_ = nullptr;
  SignerOutcome outcome_;
};

}  // namespace

bool MatchesSigner(const SignerId& id, ByteView certificate) {
  const auto fields = ReadCertificateFields(certificate);
  if (!fields) {
    return false;
  }
  if (id.issuer_and_serial) {
    return Equal(id.issuer_and_serial->issuer, fields->issuer) &&
           Equal(id.issuer_and_serial->serial, fields->serial);
  }
  return id.key_identifier && fields->subject_key_identifier &&
         Equal(*id.key_identifier, *fields->subject_key_identifier);
}

SignerOutcome VerifySigner(const SignedData& signed_data, std::size_t index,
                           const ContentDigests* detached, ByteView certificate,
                           const nss::PublicKey* key) {
  if (index >= signed_data.signers.size()) {
    SignerOutcome outcome;
    outcome.reasons.push_back(MakeReason(ReasonCode::kNoSigner));
    return outcome;
  }
  return Verification(signed_data, index, detached, certificate).Run(key);
}

}  // namespace signet::cms

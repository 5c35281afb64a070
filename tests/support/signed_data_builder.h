// CMS SignedData (RFC 5652, section 5) for tests, with one thing wrong at a time. Written with the
// DER writer and NSS's signing alone, so that it does not share a mistake with the code under test.
#ifndef SIGNET_TESTS_SUPPORT_SIGNED_DATA_BUILDER_H_
#define SIGNET_TESTS_SUPPORT_SIGNED_DATA_BUILDER_H_

#include <functional>
#include <optional>
#include <vector>

#include "base/bytes.h"
#include "base/oid.h"
#include "base/time.h"
#include "support/certificate_builder.h"

namespace signet::testing {

// What goes wrong in one signer, or in the whole.
enum class SignedDataDamage {
  kNone,
  // In the signer:
  kMessageDigestWrong,
  kMessageDigestMissing,
  kMessageDigestTwice,
  kMessageDigestTwoValues,
  kContentTypeWrong,
  kContentTypeMissing,
  kContentTypeTwice,
  kAttributesUnsorted,  // signed as DER says, sent in another order
  kAttributesEmpty,     // an empty signedAttrs field
  kSignatureBit,
  kSignatureEmpty,
  kSignatureOfOtherKey,
  kDigestAlgorithmOther,      // the signer names another digest than was used
  kSigningCertificateWrong,   // ESS attribute with another certificate's hash
  kAlgorithmProtectionWrong,  // RFC 6211 attribute that names another algorithm
  kSerialOther,               // identifies a certificate that is not there
  // In the whole:
  kNoSignerInfos,
  kDigestAlgorithmsMissing,  // digestAlgorithms without the signer's
  kTrailingOctets,
  kTruncated,
};

// One signer.
struct SignerSpec {
  const Certificate* certificate = nullptr;
  Scheme scheme = Scheme::kDefault;
  // Names the signer by its subject key identifier (SHA-1 of the key) rather than issuer and
  // serial.
  bool by_key_identifier = false;
  bool signed_attributes = true;
  std::optional<Time> signing_time = kTestTime;
  bool signing_certificate_v2 = false;
  bool algorithm_protection = false;
  // Further attributes, each a complete Attribute (DER).
  std::vector<Bytes> signed_attributes_more = {};
  std::vector<Bytes> unsigned_attributes = {};
  // Those that are made of the signature's value.
  std::function<std::vector<Bytes>(ByteView signature)> attributes_of_signature = {};
  SignedDataDamage damage = SignedDataDamage::kNone;
};

// AttributeDer is SEQUENCE { type, SET { values } }.
[[nodiscard]] Bytes AttributeDer(const Oid& type, const std::vector<Bytes>& values);

class SignedDataBuilder {
 public:
  SignedDataBuilder& Content(ByteView octets);
  SignedDataBuilder& ContentType(const Oid& type);
  // Leaves the content out; it is still what is signed.
  SignedDataBuilder& Detached(bool detached = true);
  SignedDataBuilder& Signer(const SignerSpec& signer);
  // Signer with all defaults.
  SignedDataBuilder& Signer(const Certificate& certificate, Scheme scheme = Scheme::kDefault);
  // Certificates besides the signers' own, which are included unless WithoutSignerCertificates.
  SignedDataBuilder& AddCertificate(ByteView der);
  SignedDataBuilder& WithoutSignerCertificates();
  SignedDataBuilder& AddCrl(ByteView der);
  // Indefinite lengths and a content cut into segments of `segment` octets, as streaming programs
  // send.
  SignedDataBuilder& Indefinite(std::size_t segment = 1000);
  SignedDataBuilder& Damage(SignedDataDamage damage);

  // Build gives the ContentInfo.
  [[nodiscard]] Bytes Build() const;

 private:
  [[nodiscard]] Bytes SignerInfo(const SignerSpec& signer) const;

  Bytes content_;
  Bytes content_type_;
  bool detached_ = false;
  bool signer_certificates_ = true;
  std::size_t segment_ = 0;
  std::vector<SignerSpec> signers_;
  std::vector<Bytes> certificates_;
  std::vector<Bytes> crls_;
  SignedDataDamage damage_ = SignedDataDamage::kNone;
};

}  // namespace signet::testing

#endif  // SIGNET_TESTS_SUPPORT_SIGNED_DATA_BUILDER_H_

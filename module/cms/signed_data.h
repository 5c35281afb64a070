// SignedData (RFC 5652, section 5): the value that decoding gives, and the digests of its content.
//
// The content itself is not here: it went to the decoder's sink, or (detached, multipart/signed)
// comes from elsewhere and goes through a ContentDigester. Verification is in cms/verify_signer.h.
#ifndef SIGNET_CMS_SIGNED_DATA_H_
#define SIGNET_CMS_SIGNED_DATA_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "cms/algorithm_identifier.h"
#include "cms/attributes.h"
#include "nss/digest.h"

namespace signet::cms {

// SignerIdentifier (RFC 5652, 5.3): exactly one of the two is set.
struct SignerId {
  std::optional<IssuerAndSerial> issuer_and_serial;
  std::optional<Bytes> key_identifier;

  bool operator==(const SignerId&) const = default;
};

// SignerInfo (RFC 5652, 5.3).
struct SignerInfo {
  std::uint64_t version = 0;
  SignerId id;
  AlgorithmIdentifier digest_algorithm;
  // Nothing: the signature is over the content itself.
  std::optional<SignedAttributes> signed_attributes;
  AlgorithmIdentifier signature_algorithm;
  Bytes signature;
  std::vector<Attribute> unsigned_attributes;
  // Reported, not verified: a countersignature (RFC 5652, 11.4).
  bool has_countersignature = false;
};

// What is known of the content of one SignedData. Value type.
struct ContentDigests {
  // One entry for each digest that was computed.
  std::map<nss::DigestAlgorithm, Bytes> digests;
  std::uint64_t octets = 0;
  // The content came from outside of the CMS object.
  bool detached = false;
  // The content is, octet for octet, a SET OF Attribute: the signed attributes of another signature
  // (see signed-attributes-as-content).
  bool is_signed_attributes = false;
  // The content itself, where it has at most limits::kCmsKeptContentOctets: signatures that digest
  // it in their own way (Ed25519 and ML-DSA without signed attributes) and digests that
  // digestAlgorithms failed to announce need it.
  std::optional<Bytes> kept;
};

// SignedData, without its content.
struct SignedData {
  std::uint64_t version = 0;
  // Without repetitions, in order.
  std::vector<AlgorithmIdentifier> digest_algorithms;
  // Content octets of eContentType.
  Bytes content_type;
  // Whether eContent is there, even with no octets.
  bool has_content = false;
  // Of eContent; nothing where it is absent.
  std::optional<ContentDigests> content;
  // X.509 certificates, as received. Nothing says that they are DER or well-formed.
  std::vector<Bytes> certificates;
  // Attribute certificates and other forms that Signet does not read: how many.
  std::size_t other_certificates = 0;
  // CertificateList, as received.
  std::vector<Bytes> crls;
  // OCSPResponse (RFC 5940, 2.1), and SCVP and unknown forms counted.
  std::vector<Bytes> ocsp_responses;
  std::size_t other_revocation_info = 0;
  // In the order received. Empty: certificates only, or an object that claims to be signed by
  // nobody.
  std::vector<SignerInfo> signers;
};

// NeededDigests lists the digests of the content that the signers need, each once, known ones only.
[[nodiscard]] std::vector<nss::DigestAlgorithm> NeededDigests(const SignedData& signed_data);

// ContentDigester hashes content once for each distinct digest. For detached content: create it
// from the SignedData, push the exact octets that were signed, and give the result to VerifySigner.
// One thread at a time. NSS must run.
class ContentDigester {
 public:
  // For the content of a detached signature (multipart/signed).
  [[nodiscard]] static Result<ContentDigester> ForDetached(const SignedData& signed_data);
  // For content inside of the object: digests named before the signers are known. Algorithms that
  // this NSS lacks are left out.
  [[nodiscard]] static Result<ContentDigester> ForEmbedded(
      std::span<const nss::DigestAlgorithm> algorithms);

  ContentDigester(ContentDigester&&) noexcept;
  ContentDigester& operator=(ContentDigester&&) noexcept;
  ContentDigester(const ContentDigester&) = delete;
  ContentDigester& operator=(const ContentDigester&) = delete;
  ~ContentDigester();

  // Update takes the next octets, in pieces of any size.
  [[nodiscard]] Result<void> Update(ByteView octets);
  // Finish gives the digests. The object is of no use afterwards.
  [[nodiscard]] Result<ContentDigests> Finish();

 private:
  struct State;
  explicit ContentDigester(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace signet::cms

#endif  // SIGNET_CMS_SIGNED_DATA_H_

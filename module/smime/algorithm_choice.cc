#include "smime/algorithm_choice.h"

#include <algorithm>
#include <utility>

#include "asn1/oids.h"
#include "cms/capabilities.h"
#include "nss/public_key.h"

namespace signet::smime {
namespace {

using nss::DigestAlgorithm;
using nss::SignatureScheme;

constexpr std::size_t kContentKeyOctets = 32;

Reason AboutKey(ReasonCode code, const pkix::Certificate& certificate, const nss::PublicKey& key) {
  return certificate.About(code).With("algorithm", key.Name());
}

Result<const nss::PublicKey*> KeyOf(const pkix::Certificate& certificate) {
  const Result<nss::PublicKey>& key = certificate.public_key();
  if (!key) {
    return certificate.About(ReasonCode::kKeyInvalid).Because(key.error().diagnostic);
  }
  return &*key;
}

// RFC 5480, 4 and RFC 8551, 2.2: as strong as the curve.
DigestAlgorithm DigestForCurve(std::size_t bits) {
  constexpr std::size_t kP256Bits = 256;
  constexpr std::size_t kP384Bits = 384;
  if (bits <= kP256Bits) {
    return DigestAlgorithm::kSha256;
  }
  return bits <= kP384Bits ? DigestAlgorithm::kSha384 : DigestAlgorithm::kSha512;
}

// Static text of the parameter set of an ML-DSA key.
std::string_view MlDsaName(const nss::PublicKey& key) {
  for (const std::string_view name : {"ML-DSA-44", "ML-DSA-65", "ML-DSA-87"}) {
    if (key.parameter_set() == name) {
      return name;
    }
  }
  return {};
}

// PSS as RFC 8551 wants it: one digest for all, a salt as long as it.
SignatureChoice Pss(DigestAlgorithm digest) {
  return {{.scheme = SignatureScheme::kRsaPss,
           .digest = digest,
           .mask_digest = digest,
           .salt_octets = nss::DigestOctets(digest)},
          digest};
}

// What was announced, or the certificate says.
std::vector<cms::SMimeCapability> CapabilitiesOf(const Recipient& recipient) {
  if (recipient.capabilities) {
    return *recipient.capabilities;
  }
  const pkix::Extension* const extension =
      recipient.certificate->extensions().Find(asn1::oid::kSmimeCapabilities);
  if (extension != nullptr) {
    return cms::ReadCapabilityList(extension->value).value_or(std::vector<cms::SMimeCapability>{});
  }
  return {};
}

Result<RecipientChoice> ChooseMethod(const Recipient& recipient, const AlgorithmPolicy& policy) {
  const pkix::Certificate& certificate = *recipient.certificate;
  SIGNET_ASSIGN(const nss::PublicKey* const key, KeyOf(certificate));
  RecipientChoice choice{.certificate = recipient.certificate,
                         .method = {},
                         .name = {},
                         .because = {},
                         .self = recipient.self};
  auto usual = cms::UsualMethod(*key, kContentKeyOctets);
  if (!usual) {
    return AboutKey(ReasonCode::kRecipientKeyUnsupported, certificate, *key);
  }
  choice.method = std::move(*usual);
  ReasonCode because = ReasonCode::kMethodOfKey;
  if (auto* const transport = std::get_if<cms::RsaTransport>(&choice.method)) {
    using Transport = AlgorithmPolicy::Transport;
    because = ReasonCode::kMethodUsual;
    if (policy.transport != Transport::kAutomatic) {
      because = ReasonCode::kMethodByPolicy;
      if (policy.transport == Transport::kOaep) {
        transport->oaep = {DigestAlgorithm::kSha256, DigestAlgorithm::kSha256, {}};
      }
    } else if (auto oaep = cms::AnnouncedOaep(CapabilitiesOf(recipient))) {
      transport->oaep = std::move(oaep);
      because = ReasonCode::kMethodAnnounced;
    }
  }
  choice.name = cms::MethodName(choice.method, *key);
  choice.because = certificate.About(because).With("algorithm", choice.name);
  return choice;
}

void ChooseCipher(const std::vector<Recipient>& recipients, const AlgorithmPolicy& policy,
                  EncryptionChoice& choice) {
  using Content = AlgorithmPolicy::Content;
  constexpr nss::Cipher kBetter = nss::Cipher::kAes256Gcm;
  choice.cipher = policy.content == Content::kCbc ? nss::Cipher::kAes256Cbc : kBetter;
  if (policy.content == Content::kAutomatic) {
    for (const Recipient& recipient : recipients) {
      if (recipient.self || cms::Announces(CapabilitiesOf(recipient), kBetter)) {
        continue;
      }
      choice.cipher = nss::Cipher::kAes256Cbc;
      choice.because.push_back(recipient.certificate->About(ReasonCode::kCipherNotAnnounced)
                                   .With("algorithm", std::string(nss::CipherName(choice.cipher)))
                                   .With("better", std::string(nss::CipherName(kBetter))));
    }
  }
  if (choice.because.empty()) {
    choice.because.push_back(MakeReason(policy.content == Content::kAutomatic
                                            ? ReasonCode::kCipherAnnounced
                                            : ReasonCode::kCipherByPolicy)
                                 .With("algorithm", std::string(nss::CipherName(choice.cipher))));
  }
}

}  // namespace

Result<SignatureChoice> ChooseSignature(const pkix::Certificate& certificate,
                                        const AlgorithmPolicy& policy) {
  SIGNET_ASSIGN(const nss::PublicKey* const key, KeyOf(certificate));
  const DigestAlgorithm digest = policy.digest.value_or(
      key->type() == nss::KeyType::kEc ? DigestForCurve(key->bits()) : DigestAlgorithm::kSha256);
  switch (key->type()) {
    case nss::KeyType::kRsa:
      if (policy.pss) {
        return Pss(digest);
      }
      return SignatureChoice{{.scheme = SignatureScheme::kRsaPkcs1, .digest = digest}, digest};
    case nss::KeyType::kRsaPss: {
      if (key->parameters().empty()) {
        return Pss(digest);
      }
      // RFC 4055, 1.2: what the key's parameters say, and nothing else.
      auto bound = nss::PssParametersOf(*key);
      if (!bound || !bound->digest) {
        return AboutKey(ReasonCode::kSigningKeyUnsupported, certificate, *key);
      }
      const DigestAlgorithm bound_digest = *bound->digest;
      return SignatureChoice{*bound, bound_digest};
    }
    case nss::KeyType::kEc:
      if (!key->Import()) {
        return AboutKey(ReasonCode::kSigningKeyUnsupported, certificate, *key);
      }
      return SignatureChoice{{.scheme = SignatureScheme::kEcdsa, .digest = digest}, digest};
    case nss::KeyType::kEd25519:
      return SignatureChoice{{.scheme = SignatureScheme::kEd25519, .digest = {}},
                             DigestAlgorithm::kSha512};
    case nss::KeyType::kMlDsa:
      return SignatureChoice{
          {.scheme = SignatureScheme::kMlDsa, .digest = {}, .parameter_set = MlDsaName(*key)},
          DigestAlgorithm::kSha512};
    default:
      return AboutKey(ReasonCode::kSigningKeyUnsupported, certificate, *key);
  }
}

Result<EncryptionChoice> ChooseEncryption(const std::vector<Recipient>& recipients,
                                          const AlgorithmPolicy& policy) {
  // The sender alone is no one to send to, but a draft is encrypted so.
  if (recipients.empty()) {
    return MakeReason(ReasonCode::kNoRecipients);
  }
  EncryptionChoice choice;
  std::vector<Recipient> each;
  for (const Recipient& recipient : recipients) {
    const bool known = std::ranges::any_of(
        each, [&](const Recipient& other) { return *other.certificate == *recipient.certificate; });
    if (known) {
      continue;
    }
    SIGNET_ASSIGN(RecipientChoice method, ChooseMethod(recipient, policy));
    choice.recipients.push_back(std::move(method));
    each.push_back(recipient);
  }
  ChooseCipher(each, policy, choice);
  return choice;
}

}  // namespace signet::smime

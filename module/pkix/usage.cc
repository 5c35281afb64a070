#include "pkix/usage.h"

#include <algorithm>

#include "asn1/oids.h"

namespace signet::pkix {
namespace {

namespace oid = asn1::oid;
using nss::KeyType;

bool ListsUsage(const Certificate& certificate, const Oid& usage) {
  const auto& list = certificate.extensions().extended_key_usage;
  return list && std::ranges::any_of(*list, [&](ByteView listed) { return listed == usage; });
}

// An absent key usage allows everything (RFC 8550, 4.4.2).
bool AllowsAny(const Certificate& certificate, std::initializer_list<KeyUsageBit> bits) {
  const auto& usage = certificate.extensions().key_usage;
  return !usage || std::ranges::any_of(bits, [&](KeyUsageBit bit) { return usage->Has(bit); });
}

KeyType TypeOf(const Certificate& certificate) {
  return certificate.public_key() ? certificate.public_key()->type() : KeyType::kUnknown;
}

// RFC 8550, 4.4.2: digitalSignature or nonRepudiation. Keys of some kinds cannot sign.
bool IsForSigning(const Certificate& certificate) {
  switch (TypeOf(certificate)) {
    case KeyType::kX25519:
    case KeyType::kX448:
    case KeyType::kMlKem:
      return false;
    default:
      return AllowsAny(certificate, {KeyUsageBit::kDigitalSignature, KeyUsageBit::kNonRepudiation});
  }
}

// RFC 8550, 4.4.2 with RFC 3279, RFC 5480, RFC 8410 and RFC 9935: keys that transport need
// keyEncipherment, keys that agree need keyAgreement, without decipherOnly.
bool IsForEncryption(const Certificate& certificate) {
  switch (TypeOf(certificate)) {
    case KeyType::kRsa:
    case KeyType::kMlKem:
      return AllowsAny(certificate, {KeyUsageBit::kKeyEncipherment});
    case KeyType::kEc:
    case KeyType::kX25519:
    case KeyType::kX448: {
      const auto& usage = certificate.extensions().key_usage;
      return !usage ||
             (usage->Has(KeyUsageBit::kKeyAgreement) && !usage->Has(KeyUsageBit::kDecipherOnly));
    }
    case KeyType::kUnknown:
      // Nothing is known against it; using it will fail by the algorithm's name.
      return AllowsAny(certificate, {KeyUsageBit::kKeyEncipherment, KeyUsageBit::kKeyAgreement});
    default:
      return false;  // keys that can only sign
  }
}

bool IsForEmail(const Certificate& certificate) {
  return AllowsExtendedUsage(certificate, oid::kEmailProtection);
}

}  // namespace

bool AllowsExtendedUsage(const Certificate& certificate, const Oid& usage) {
  return !certificate.extensions().extended_key_usage || ListsUsage(certificate, usage) ||
         ListsUsage(certificate, oid::kAnyExtendedKeyUsage);
}

std::vector<Reason> CheckUsage(const Certificate& certificate, Purpose purpose) {
  std::vector<Reason> reasons;
  const auto require = [&](bool holds, ReasonCode code) {
    if (!holds) {
      reasons.push_back(certificate.About(code));
    }
  };
  switch (purpose) {
    case Purpose::kAny:
      require(IsForEmail(certificate), ReasonCode::kNotForEmail);
      break;
    case Purpose::kSigning:
      require(IsForEmail(certificate), ReasonCode::kNotForEmail);
      require(IsForSigning(certificate), ReasonCode::kNotForSigning);
      break;
    case Purpose::kEncryption:
      require(IsForEmail(certificate), ReasonCode::kNotForEmail);
      require(IsForEncryption(certificate), ReasonCode::kNotForEncryption);
      break;
    case Purpose::kOcspSigning:
      // RFC 6960, 4.2.2.2: the purpose is delegated explicitly; anyExtendedKeyUsage does not do it.
      require(ListsUsage(certificate, oid::kOcspSigning) && IsForSigning(certificate),
              ReasonCode::kNotForSigning);
      break;
    case Purpose::kCrlSigning:
      // RFC 5280, 6.3.3 (f): if key usage is present, cRLSign is set.
      require(AllowsAny(certificate, {KeyUsageBit::kCrlSign}), ReasonCode::kNotForSigning);
      break;
    case Purpose::kTimeStamping:
      // RFC 3161, 2.3: this one purpose and no other, in an extension that is critical.
      require(ListsUsage(certificate, oid::kTimeStamping) &&
                  certificate.extensions().extended_key_usage->size() == 1 &&
                  certificate.extensions().Find(oid::kExtendedKeyUsage)->critical &&
                  IsForSigning(certificate),
              ReasonCode::kNotForTimeStamping);
      break;
    case Purpose::kPathOnly:
      break;
  }
  return reasons;
}

std::vector<Reason> CheckAuthorityUsage(const Certificate& authority, Purpose purpose) {
  std::vector<Reason> reasons;
  const bool email =
      purpose == Purpose::kAny || purpose == Purpose::kSigning || purpose == Purpose::kEncryption;
  if (email && !IsForEmail(authority)) {
    reasons.push_back(authority.About(ReasonCode::kNotForEmail));
  }
  if (purpose == Purpose::kTimeStamping && !AllowsExtendedUsage(authority, oid::kTimeStamping)) {
    reasons.push_back(authority.About(ReasonCode::kNotForTimeStamping));
  }
  return reasons;
}

}  // namespace signet::pkix
